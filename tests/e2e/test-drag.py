#!/usr/bin/python3
# test-drag.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What may happen in the middle of a drag, and what hands do that do not aim well."""

import time

import golden
import screen
from scenario import main, outline, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)


def start(folder, *arguments):
    flow = golden.onboarding(*arguments)
    golden.write(folder, golden.package(flow, []))
    return flow, Designer(folder, size=SIZE)


@scenario
def escape(folder):
    """Escape calls a drag off, and releasing the button afterwards does nothing"""
    flow, program = start(folder)
    with program as designer:
        designer.fit()
        for thing, target in ((designer.stage("Deliver"), designer.edge_button("at the start")),
                              (designer.step("Subject"), designer.step("Notes"))):
            designer.grab(thing, grip=(0.5, 12))
            designer.carry(target)
            since = designer.log.mark()
            designer.key("Escape")
            designer.log.wait("drag-cancel", since)
            screen.move_by(-30, 20)
            screen.release()
            time.sleep(0.2)
            assert not designer.log.seen(r"drop|drag-begin", since), designer.log.lines[since:]
            designer.await_outline(outline(flow))
        assert not designer.is_modified()
        # The next drag is as good as any.
        designer.drag(designer.step("Subject"), designer.step("Notes"), down=0.9)
        flow.move_step("Subject", "Request", "Deliver", 2)
        designer.await_outline(outline(flow))


@scenario
def undo_while_dragging(folder):
    """undoing in the middle of a drag undoes, and calls off the drag"""
    flow, program = start(folder)
    with program as designer:
        designer.fit()
        designer.drag(designer.step("Subject"), designer.step("Approved"), down=0.9)
        moved = flow.copy()
        moved.move_step("Subject", "Request", "Review & sign", 1)
        designer.await_outline(outline(moved))

        designer.grab(designer.step("Notes"))
        designer.carry(designer.step("Subject"), rf"stage {flow.stages[1].id} position 2", down=0.9)
        since = designer.log.mark()
        designer.key("ctrl+z")
        designer.log.wait("drag-cancel", since)
        designer.await_outline(outline(flow))
        screen.release()
        designer.key("ctrl+shift+z")
        designer.await_outline(outline(moved))
        assert not designer.log.seen(r"\bdrop\b", since), designer.log.lines[since:]


@scenario
def keys_while_dragging(folder):
    """other keys do nothing in the middle of a drag"""
    flow, program = start(folder)
    with program as designer:
        designer.fit()
        designer.grab(designer.step("Notes"))
        designer.carry(designer.step("Approved"), rf"stage {flow.stages[1].id} position 1", down=0.9)
        designer.key("Delete", "F2", "Return", "alt+Up", "ctrl+d", "ctrl+n")
        designer.await_outline(outline(flow))
        assert designer.drop() == "drop"
        flow.move_step("Notes", "Deliver", "Review & sign", 1)
        designer.await_outline(outline(flow))


@scenario
def drop_nowhere(folder):
    """a drop on the thing itself, or outside of the window, changes nothing"""
    flow, program = start(folder)
    with program as designer:
        designer.fit()
        designer.grab(designer.step("Approved"))
        designer.carry(designer.step("Approved"))
        assert designer.drop() == "drop nothing"
        designer.grab(designer.step("Approved"))
        designer.carry((640, 798))
        designer.drop()
        designer.await_outline(outline(flow))
        assert not designer.is_modified()


@scenario
def scroll_at_edge(folder):
    """a drag at the edge scrolls to what was out of sight"""
    flow, program = start(folder, [f"Stage {number + 1}" for number in range(8)], 1)
    with program as designer:
        before = designer.stage("Stage 8").box.x
        designer.grab(designer.stage("Stage 1"), grip=(0.5, 16))
        view = designer.canvas.box
        outer = designer.rectangle()
        designer.carry((outer.x + 5 + view.x + view.width - 3, outer.y + view.y + 80))
        wait("the last stage to scroll into sight",
             lambda: designer.stage("Stage 8").box.x < view.x + view.width - 250)
        assert designer.stage("Stage 8").box.x < before
        since = designer.log.mark()
        designer.carry(designer.edge_button("after Stage 8"), rf"slot {flow.stages[7].id} -1")
        assert designer.drop() == "drop", designer.log.lines[since:]
        flow.move_stage("Stage 1", 7)
        designer.await_outline(outline(flow))


@scenario
def fast_clicks(folder):
    """clicks in a row rename, they do not drag, add or delete"""
    flow, program = start(folder)
    with program as designer:
        designer.fit()
        for label in ("Subject", "Approved", "Notes"):
            designer.click(designer.step(label), times=5, across=40)
            designer.key("Escape")
        for name in ("Request", "Deliver"):
            designer.click(designer.stage(name), times=4, across=60, down=16)
            designer.key("Escape")
        designer.await_outline(outline(flow))
        assert not designer.is_modified()
        assert not designer.log.seen("drag-begin", 0)
        # A double click is how the pointer renames.
        designer.click(designer.stage("Deliver"), times=2, across=60, down=16)
        designer.find("text", "Name of the stage")
        designer.type("Hand over")
        designer.key("Return")
        flow.stage("Deliver").name = "Hand over"
        designer.await_outline(outline(flow))
        designer.key("ctrl+z")
        designer.await_outline(outline(golden.onboarding()))


@scenario
def plus_buttons(folder):
    """the plus signs add a stage and a step, ready to be named"""
    flow, program = start(folder)
    with program as designer:
        designer.fit()
        designer.click(designer.edge_button("between Request and"))
        designer.find("text", "Name of the stage")
        designer.type("Quote")
        designer.key("Return")
        designer.find("list", None)
        wait("the new stage", lambda: list(designer.outline()) == ["Request", "Quote", "Review & sign", "Deliver"])
        designer.click(designer.canvas.find("push button", "Add a step to Request"))
        designer.find("text", "Name of the step")
        designer.type("Who asks")
        designer.key("Return")
        wait("the new step", lambda: designer.outline()["Request"][-1] == "Who asks")
        designer.key("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        designer.await_outline(outline(flow))


if __name__ == "__main__":
    main()
