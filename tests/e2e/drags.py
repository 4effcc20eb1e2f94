# drags.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What several tests of drags share."""

import contextlib
import os
import pathlib
import subprocess
import time

import golden
from stagecraft_driver import Log, run, wait

HALF = (640, 800)
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


# In its window.
PLACE = (1050, 350)


def leave(designer, thing, grip=(0.5, 12), outside=(639, 795)):
    """Takes hold of a thing and carries it out of the window."""
    since = designer.log.mark()
    designer.grab(thing, grip)
    designer.carry((outside[0] + 20, outside[1]))
    designer.log.wait("drag-out", since)
    return since


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


def press(designer, begin, end, said):
    """Presses at one place on the screen and moves to another, without letting go; said: what the
    program says then."""
    since = designer.log.mark()
    designer.aim(begin)
    run("xdotool", "mousedown", 1)
    for part in range(1, 9):
        run("xdotool", "mousemove", begin[0] + (end[0] - begin[0]) * part // 8,
            begin[1] + (end[1] - begin[1]) * part // 8)
        time.sleep(0.015)
    designer.log.wait(said, since)


def hold(designer, flow):
    """Takes hold of a step, and carries it to where it could be dropped."""
    designer.grab(designer.step("Subject"))
    designer.carry(designer.step("Notes"), rf"stage {flow.stages[2].id}", down=0.9)
