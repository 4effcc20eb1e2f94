#!/usr/bin/python3
# test-drag-out.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drags that leave the window: to another running copy, back again, and to nowhere."""

import golden
import screen
from drags import HALF, leave, prepare
from scenario import main, outline, same, scenario, times
from stagecraft_driver import Designer

TIMES = times(20)


@scenario
def to_other_copy(folder):
    """stages and steps dropped in the window of another running copy are copied there"""
    flow = prepare(folder / "left")
    other = prepare(folder / "right", ["Call", "Close"], 2)
    before = golden.read_folder(folder / "left")
    with Designer(folder / "left", size=HALF) as left, \
            Designer("--new-instance", folder / "right", size=HALF) as right:
        screen.move_window(right.xid, 640, 0)
        left.fit()
        right.fit()
        stage, step = left.stage("Deliver"), left.step("Notes")
        for turn in range(TIMES):
            since = right.log.mark()
            leave(left, step if turn % 2 else stage, grip=(0.5, 12))
            if turn % 2:
                left.carry(right.point(right.step("Approved"), down=0.9), said=right.log.says("drag-over stage", since))
            else:
                left.carry(right.point(right.edge_button("between Call and")),
                           said=right.log.says("drag-over slot", since))
            screen.release()
            right.log.wait("drop copy", since)
            shown = outline(other)
            if turn % 2:
                shown["Close"] = ["Approved", "Notes", "Priority"]
            else:
                shown = {"Call": shown["Call"], "Deliver": ["Start date", "Notes"], "Close": shown["Close"]}
            right.await_outline(shown)
            if turn < TIMES - 2:
                right.activate()
                right.key("ctrl+z")
                right.await_outline(outline(other))
            elif turn == TIMES - 2:
                right.activate()
                right.save()
                right.key("ctrl+z")
                right.await_outline(outline(other))
        left.await_outline(outline(flow))
        assert not left.is_modified()
    same(golden.read_folder(folder / "left"), before, "where the copies came from")
    texts = b"".join(golden.read_folder(folder / "right").values()).decode("utf-8")
    assert "Deliver" in texts and flow.stages[2].id not in texts, "the copy has ids of its own"


@scenario
def there_and_back(folder):
    """a drag that comes back into its window moves, as if it had never left"""
    flow = prepare(folder / "here")
    with Designer(folder / "here", size=HALF) as designer:
        designer.fit()
        for turn in range(TIMES):
            since = leave(designer, designer.stage("Deliver"))
            to_start = turn % 2 == 0
            designer.carry(designer.edge_button("at the start" if to_start else "after Review"),
                           said=designer.log.says("drag-over slot", since))
            screen.release()
            designer.log.wait("drop stage", since)
            flow.move_stage("Deliver", 0 if to_start else 2)
            designer.await_outline(outline(flow))
        designer.key("ctrl+z")
        flow.move_stage("Deliver", 0)
        designer.await_outline(outline(flow))
        designer.save()
    same(golden.read_folder(folder / "here"), golden.package(flow, []), "after the last move")


@scenario
def to_nowhere(folder):
    """a drag that ends where nobody wants it, or with Escape, leaves everything as it was"""
    flow = prepare(folder / "here")
    before = golden.read_folder(folder / "here")
    with Designer(folder / "here", size=HALF) as designer:
        designer.fit()
        for turn in range(TIMES):
            since = leave(designer, designer.step("Subject") if turn % 2 else designer.stage("Request"))
            if turn % 4 < 2:
                designer.key("Escape")
            screen.release()
            designer.log.wait("drag-cancel", since)
            designer.move(300, 500)
        designer.await_outline(outline(flow))
        assert not designer.is_modified()
        # The next one is as good as any.
        designer.drag(designer.step("Subject"), designer.step("Notes"), down=0.9)
    same(golden.read_folder(folder / "here"), before, "after nothing")


if __name__ == "__main__":
    main()
