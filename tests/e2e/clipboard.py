# clipboard.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The clipboard, held by another program."""

import contextlib
import os
import subprocess


@contextlib.contextmanager
def held(folder, data, mime_type="text/plain;charset=utf-8"):
    """Another program has copied data."""
    path = folder / "copied"
    path.write_bytes(data)
    with subprocess.Popen([os.environ["STAGECRAFT_HOLD_CLIPBOARD"], mime_type, path], stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"ready\n"
        try:
            yield holder
        finally:
            holder.kill()
