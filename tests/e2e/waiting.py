# waiting.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting for what is to come, for as long as that may take and no longer."""

import contextlib
import os
import time

from gi.repository import GLib

LONGEST_STEP = 0.15
TIMEOUT = float(os.environ.get("STAGECRAFT_TIMEOUT", "15"))


class Missing(AssertionError):
    """Something did not appear in time."""


def wait(what, condition, timeout=None, step=0.03):
    """The first true outcome of condition; a Missing that says what was waited for."""
    end = time.monotonic() + (timeout or TIMEOUT)
    while True:
        with contextlib.suppress(GLib.Error):  # an object that has just gone
            outcome = condition()
            if outcome:
                return outcome
        if time.monotonic() > end:
            raise Missing(f"waited {timeout or TIMEOUT:.0f} s for {what}")
        time.sleep(step)
        # Looking takes the program time that what is waited for needs.
        step = min(step * 1.2, max(step, LONGEST_STEP))
