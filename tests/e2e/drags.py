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
import screen
from stagecraft_driver import Log, wait

HALF = (640, 800)
PARTNER = os.environ.get("STAGECRAFT_DRAG_PARTNER") or pathlib.Path(os.environ["STAGECRAFT_HOLD_CLIPBOARD"]).with_name(
    "drag-partner")


def prepare(folder, *arguments):
    folder.mkdir()
    flow = golden.onboarding(*arguments)
    golden.write(folder, golden.package(flow, []))
    return flow


@contextlib.contextmanager
def partner(folder, data=b"Stage\tStep\n", mime_type="text/plain;charset=utf-8"):
    """Another program beside the window, at the right: data can be dragged from it, text be dropped on it."""
    path = folder / "dragged"
    path.write_bytes(data)
    with subprocess.Popen([PARTNER, mime_type, path], stdout=subprocess.PIPE, text=True) as process:
        try:
            log = Log(process.stdout)
            log.wait("ready")
            window = wait("its window", lambda: screen.list_windows(process.pid))[-1]
            screen.move_window(window, 900, 200)
            yield log
        finally:
            process.kill()


# In its window.
PLACE = (1050, 350)


def leave(designer, thing, grip=(0.5, 12), outside=(639, 795)):
    """Takes hold of a thing and carries it out of the window."""
    since = designer.log.mark()
    designer.grab(thing, grip)
    designer.carry((outside[0] + 20, outside[1]), said=designer.log.says("drag-out", since))
    return since


def bring(designer, target, said="drag-in", log=None):
    """Drags from the other program to a thing until the log says that, and says from when on it does."""
    log = log or designer.log
    since, place = log.mark(), designer.point(target)
    designer.move(*PLACE)
    screen.press()
    for distance in (6, 12, 18):
        screen.move(PLACE[0] - distance, PLACE[1])
    designer.carry(place, said=log.says(said, since))
    return since


def press(designer, begin, end, said):
    """Presses at one place on the screen and moves to another, without letting go; said: what the
    program says then."""
    since = designer.log.mark()
    designer.aim(begin)
    screen.press()
    for part in range(1, 9):
        screen.move(begin[0] + (end[0] - begin[0]) * part // 8,
            begin[1] + (end[1] - begin[1]) * part // 8)
        time.sleep(0.015)
    designer.hover(f"the program to say {said!r}", designer.log.says(said, since))


def hold(designer, flow):
    """Takes hold of a step, and carries it to where it could be dropped."""
    designer.grab(designer.step("Subject"))
    designer.carry(designer.step("Notes"), rf"stage {flow.stages[2].id}", down=0.9)
