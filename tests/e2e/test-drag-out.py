#!/usr/bin/python3
# test-drag-out.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drags that leave the window: to another running copy and back, to and from another program, to nowhere."""

import contextlib
import os
import pathlib
import subprocess

import golden
from scenario import main, outline, same, scenario, times
from stagecraft_driver import Designer, Log, run, wait

HALF = (640, 800)
TIMES = times(20)
PARTNER = os.environ.get("STAGECRAFT_DRAG_PARTNER") or pathlib.Path(os.environ["STAGECRAFT_HOLD_CLIPBOARD"]).with_name(
    "drag-partner")


def prepare(folder, *arguments):
    folder.mkdir()
    flow = golden.onboarding(*arguments)
    golden.write(folder, golden.package(flow, []))
    return flow


def activate(designer):
    """Brings its window to the front, with the keyboard."""
    run("xdotool", "windowactivate", "--sync", designer.xid)
    wait("the window to be active", lambda: "active" in designer.root.children[0].states)


@contextlib.contextmanager
def partner(folder, data=b"Stage\tStep\n", mime_type="text/plain;charset=utf-8"):
    """Another program beside the window, at the right: data can be dragged from it, text be dropped on it."""
    path = folder / "dragged"
    path.write_bytes(data)
    with subprocess.Popen([PARTNER, mime_type, path], stdout=subprocess.PIPE, text=True) as process:
        try:
            log = Log(process.stdout)
            log.wait("ready")
            xid = wait("its window", lambda: subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)],
                capture_output=True, text=True, check=False).stdout.split())[-1]
            run("xdotool", "windowmove", "--sync", xid, 900, 200)
            yield log
        finally:
            process.kill()


PLACE = (1050, 350)


def leave(designer, thing, grip=(0.5, 12), outside=(639, 795)):
    """Takes hold of a thing and carries it out of the window."""
    since = designer.log.mark()
    designer.grab(thing, grip)
    designer.carry((outside[0] + 20, outside[1]))
    designer.log.wait("drag-out", since)
    return since


@scenario
def to_other_copy(folder):
    """stages and steps dropped in the window of another running copy are copied there"""
    flow = prepare(folder / "left")
    other = prepare(folder / "right", ["Call", "Close"], 2)
    before = golden.read_folder(folder / "left")
    with Designer(folder / "left", size=HALF) as left, \
            Designer("--new-instance", folder / "right", size=HALF) as right:
        run("xdotool", "windowmove", "--sync", right.xid, 640, 0)
        left.fit()
        right.fit()
        stage, step = left.stage("Deliver"), left.step("Notes")
        for turn in range(TIMES):
            since = right.log.mark()
            leave(left, step if turn % 2 else stage, grip=(0.5, 12))
            if turn % 2:
                left.carry(right.point(right.step("Approved"), down=0.9))
            else:
                left.carry(right.point(right.edge_button("between Call and")))
            right.log.wait("drag-over " + ("stage" if turn % 2 else "slot"), since)
            run("xdotool", "mouseup", 1)
            right.log.wait("drop copy", since)
            shown = outline(other)
            if turn % 2:
                shown["Close"] = ["Approved", "Notes", "Priority"]
            else:
                shown = {"Call": shown["Call"], "Deliver": ["Start date", "Notes"], "Close": shown["Close"]}
            right.await_outline(shown)
            if turn < TIMES - 2:
                activate(right)
                right.key("ctrl+z")
                right.await_outline(outline(other))
            elif turn == TIMES - 2:
                activate(right)
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
            designer.carry(designer.edge_button("at the start" if to_start else "after Review"))
            designer.log.wait("drag-over slot", since)
            run("xdotool", "mouseup", 1)
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
            run("xdotool", "mouseup", 1)
            designer.log.wait("drag-cancel", since)
            designer.move(300, 500)
        designer.await_outline(outline(flow))
        assert not designer.is_modified()
        # The next one is as good as any.
        designer.drag(designer.step("Subject"), designer.step("Notes"), down=0.9)
    same(golden.read_folder(folder / "here"), before, "after nothing")


@scenario
def to_other_program(folder):
    """another program gets what is dropped on it as text, and the flow keeps it"""
    flow = prepare(folder / "here")
    with Designer(folder / "here", size=HALF) as designer, partner(folder) as other:
        activate(designer)
        designer.fit()
        since = leave(designer, designer.stage("Deliver"))
        designer.carry(PLACE)
        run("xdotool", "mouseup", 1)
        other.wait("dropped .*Deliver.*Start date")
        designer.log.wait("drag-cancel", since)
        designer.await_outline(outline(flow))
        assert not designer.is_modified()


def bring(designer, target, **where):
    """Drags from the other program to a thing, and says from when on the log speaks of it."""
    since = designer.log.mark()
    designer.move(*PLACE)
    run("xdotool", "mousedown", 1)
    for distance in (6, 12, 18):
        run("xdotool", "mousemove", PLACE[0] - distance, PLACE[1])
    designer.carry(designer.point(target, **where))
    designer.log.wait("drag-in", since)
    return since


@scenario
def from_other_program(folder):
    """rows of a spreadsheet are shown where they would go, and pasted there in one step"""
    flow = prepare(folder / "here")
    rows = b"Stage\tStep\nHandover\tWho takes it\nHandover\tWhen\n"
    with Designer(folder / "here", size=HALF) as designer, partner(folder, rows) as _other:
        activate(designer)
        designer.fit()
        since = bring(designer, designer.edge_button("between Request and"))
        designer.log.wait("drag-over slot", since)
        run("xdotool", "mouseup", 1)
        designer.log.wait("drop copy", since)
        wait("the stage", lambda: list(designer.outline()) == ["Request", "Handover", "Review & sign", "Deliver"])
        assert designer.outline()["Handover"] == ["Who takes it", "When"]
        activate(designer)
        designer.key("ctrl+z")
        designer.await_outline(outline(flow))
        # Taken away again before the drop it leaves no trace.
        since = bring(designer, designer.stage("Deliver"))
        designer.carry((850, 100))
        run("xdotool", "mouseup", 1)
        designer.await_outline(outline(flow))
        assert not designer.log.seen(r"\bdrop\b", since)


if __name__ == "__main__":
    main()
