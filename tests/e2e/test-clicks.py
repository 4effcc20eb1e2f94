#!/usr/bin/python3
# test-clicks.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clicks as short as they come, on a designer that has much to do."""

import time

import golden
import screen
from scenario import main, scenario
from stagecraft_driver import Designer, Missing, wait

# How long the button is down, in milliseconds: about as long as a frame takes.
GAPS = list(range(1, 41)) * 2


def is_required(row):
    return ", required" in row.name


@scenario
def short_clicks(folder):
    """no click is lost whose release comes while the program draws what the press did"""
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, []))
    with Designer(folder, size=(1280, 800)) as designer:
        designer.fit()
        rows = [designer.step(stage.steps[0].label) for stage in flow.stages]
        marks = [designer.point(row, across=-14) for row in rows]
        lost = []
        for turn, gap in enumerate(GAPS):
            row, mark = rows[turn % len(rows)], marks[turn % len(rows)]
            before = is_required(row)
            designer.move(*mark)
            screen.press()
            time.sleep(gap / 1000)
            screen.release()
            try:
                wait("the click to be seen", lambda: is_required(row) != before, timeout=2)
            except Missing:
                lost.append(gap)
        assert not lost, f"clicks of so many milliseconds were lost: {lost}"


if __name__ == "__main__":
    main()
