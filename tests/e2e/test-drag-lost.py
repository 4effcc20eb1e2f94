#!/usr/bin/python3
# test-drag-lost.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What may happen while a drag is outside of its window."""

import os
import pathlib

import golden
import screen
from drags import HALF, hold, leave, prepare
from scenario import main, outline, same, scenario, times
from stagecraft_driver import Designer, run, wait

SAMPLE = pathlib.Path(os.environ["STAGECRAFT_SOURCE"]) / "data/samples/contoso-sales.stagecraft"


@scenario
def undo_outside(folder):
    """undoing in the middle of a drag that has left the window undoes, and calls off the drag"""
    flow = prepare(folder / "here")
    before = golden.read_folder(folder / "here")
    moved = flow.copy()
    moved.move_step("Notes", "Deliver", "Deliver", 0)
    with Designer(folder / "here", size=HALF) as designer:
        designer.fit()
        frame = designer.find("frame")
        for _ in range(times(20)):
            designer.step("Notes").act("step.move-up")
            designer.await_outline(outline(moved))
            since = leave(designer, designer.step("Notes"))
            frame.act("win.undo")
            designer.await_outline(outline(flow))
            designer.log.wait("drag-cancel", since)
            screen.release()
            assert not designer.log.seen(r"\bdrop\b", since), designer.log.lines[since:]
        # The next drag is as good as any.
        designer.drag(designer.step("Notes"), designer.step("Start date"), down=0.1)
        designer.await_outline(outline(moved))
        designer.key("ctrl+z")
        designer.await_outline(outline(flow))
        assert not designer.is_modified()
    same(golden.read_folder(folder / "here"), before, "after the drags")


@scenario
def other_document(folder):
    """opening another solution in the middle of a drag that has left the window shows that, and changes nothing"""
    prepare(folder / "here")
    before = golden.read_folder(folder / "here")
    path = folder / "sales.stagecraft"
    path.write_bytes(SAMPLE.read_bytes())
    with Designer(folder / "here", size=HALF) as designer:
        designer.fit()
        since = leave(designer, designer.stage("Deliver"))
        # The program that runs is told to open it.
        run(os.environ["STAGECRAFT_DESIGNER"], path)
        wait("the sample", lambda: any(frame.name.startswith("Lead to") for frame in designer.root.children))
        screen.release()
        designer.log.wait("drag-cancel", since)
        assert not designer.log.seen(r"\bdrop\b", since), designer.log.lines[since:]
    same(golden.read_folder(folder / "here"), before, "where the drag began")
    assert path.read_bytes() == SAMPLE.read_bytes()


@scenario
def window_closes(folder):
    """closing the window in the middle of a drag that has left it ends the drag and the program, and changes nothing"""
    prepare(folder / "here")
    before = golden.read_folder(folder / "here")
    with Designer(folder / "here", size=HALF) as designer:
        designer.fit()
        leave(designer, designer.step("Subject"))
        designer.close_window()
        designer.process.wait(20)
        screen.release()
    same(golden.read_folder(folder / "here"), before, "after closing")


@scenario
def program_ends(folder):
    """a program that ends in the middle of a drag, in its window or outside, ends well"""
    flow = prepare(folder / "here")
    for outside in (False, True):
        with Designer(folder / "here", size=HALF) as designer:
            designer.fit()
            if outside:
                leave(designer, designer.step("Subject"))
            else:
                hold(designer, flow)
        screen.release()


if __name__ == "__main__":
    main()
