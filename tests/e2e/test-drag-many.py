#!/usr/bin/python3
# test-drag-many.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drags of many stages and steps at once."""

import time

import golden
import screen
from drags import press
from scenario import main, same, scenario, times
from selection import await_flow, await_selected, held, look, start


def drag(designer, begin, end):
    """Between two places on the screen."""
    since = designer.log.mark()
    press(designer, begin, end, "drag-begin")
    screen.move(end[0] + 1, end[1])
    time.sleep(0.05)
    assert designer.drop(since) == "drop"


@scenario
def drag_steps(folder):
    """three steps of two stages, chosen with Ctrl, are dragged to another together"""
    flow, program = start(folder, ["Request", "Review & sign", "Deliver"], 3)
    chosen = [step.label for step in (*flow.stages[0].steps[:2], flow.stages[1].steps[0])]
    moved = flow.copy()
    for position, (label, stage) in enumerate(zip(chosen, ("Request", "Request", "Review & sign"))):
        moved.move_step(label, stage, "Deliver", position + 1)
    with program as designer:
        designer.fit()
        canvas = designer.canvas
        places = [designer.point(designer.step(label)) for label in chosen]
        target = designer.point(designer.step(flow.stages[2].steps[0].label), 0.5, 0.9)
        for _ in range(times(20)):
            designer.click(places[0])
            with held("ctrl"):
                designer.click(places[1])
                designer.click(places[2])
            drag(designer, places[1], target)
            await_flow(canvas, moved)
            designer.save()
            same(golden.read_folder(folder), golden.package(moved, []), "after the drag")
            assert look(canvas)[1] == chosen
            designer.key("ctrl+z")
            await_flow(canvas, flow)
            designer.save()
            same(golden.read_folder(folder), golden.package(flow, []), "undone")


@scenario
def drag_stages(folder):
    """two stages are dragged behind the last, in their order"""
    flow, program = start(folder)
    moved = flow.copy()
    moved.move_stage("Request", 2)
    moved.move_stage("Review & sign", 2)
    with program as designer:
        designer.fit()
        canvas = designer.canvas
        places = [designer.point(stage, 0.5, 16) for stage in map(designer.stage, ("Request", "Review & sign"))]
        target = designer.point(designer.edge_button("after Deliver"))
        for _ in range(times(20)):
            designer.click(places[0])
            with held("shift"):
                designer.click(places[1])
            drag(designer, places[0], target)
            await_flow(canvas, moved)
            designer.save()
            same(golden.read_folder(folder), golden.package(moved, []), "after the drag")
            assert look(canvas)[1] == ["Request", "Review & sign"]
            designer.key("ctrl+z")
            await_flow(canvas, flow)
            designer.save()
            same(golden.read_folder(folder), golden.package(flow, []), "undone")


@scenario
def undo_while_dragging(folder):
    """undoing in the middle of a drag of many undoes, and calls off the drag"""
    flow, program = start(folder)
    labels = [step.label for stage in flow.stages for step in stage.steps]
    with program as designer:
        designer.fit()
        canvas = designer.canvas
        designer.click(designer.step(labels[5]))
        designer.key("alt+Up")
        moved = flow.copy()
        moved.move_step(labels[5], "Deliver", "Deliver", 0)
        await_flow(canvas, moved)
        designer.click(designer.step(labels[0]))
        with held("ctrl"):
            designer.click(designer.step(labels[2]))
        designer.grab(designer.step(labels[0]))
        designer.carry(designer.step(labels[3]), down=0.9)
        since = designer.log.mark()
        designer.key("ctrl+z")
        designer.log.wait("drag-cancel", since)
        await_flow(canvas, flow)
        screen.release()
        time.sleep(0.1)
        assert not designer.log.seen(r"\bdrop\b", since), designer.log.lines[since:]
        await_selected(canvas, labels[0], labels[2])


if __name__ == "__main__":
    main()
