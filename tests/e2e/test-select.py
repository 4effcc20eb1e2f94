#!/usr/bin/python3
# test-select.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many stages and steps at once: clicks with Ctrl and Shift, the rubber band, drags of all that are selected."""

import contextlib
import time

import golden
from scenario import main, outline, scenario, times
from stagecraft_driver import Designer, run, wait

SIZE = (1280, 800)
TIMES = times(20)


def start(folder, *arguments):
    flow = golden.onboarding(*arguments)
    golden.write(folder, golden.package(flow, []))
    return flow, Designer(folder, size=SIZE)


@contextlib.contextmanager
def held(*keys):
    for key in keys:
        run("xdotool", "keydown", key)
    try:
        yield
    finally:
        for key in reversed(keys):
            run("xdotool", "keyup", key)


def look(canvas):
    """The flow as assistive technology has it, and the names and labels of what is selected."""
    found, chosen = {}, []
    for card in canvas.children:
        if card.role != "list":
            continue
        name = card.name.split(": ", 1)[1].split(", ")[0]
        found[name] = []
        chosen += [name] if "selected" in card.states else []
        for row in card.children:
            if row.role == "list item":
                label = row.name.split(": ", 1)[1].split(", ")[0]
                found[name].append(label)
                chosen += [label] if "selected" in row.states else []
    return found, chosen


def await_selected(canvas, *names):
    wait(f"{list(names)} to be selected, not {look(canvas)[1]}", lambda: look(canvas)[1] == list(names))


def await_flow(canvas, flow):
    wait("the canvas to show it", lambda: list(look(canvas)[0].items()) == list(outline(flow).items()))


def corner(designer, thing, across, down):
    """A place on the screen that far from where a thing begins."""
    x, y = designer.point(thing, 1, 1)
    return x + across, y + down


def draw(designer, begin, end):
    """Presses on empty canvas and draws a band; does not let go."""
    since = designer.log.mark()
    designer.aim(begin)
    run("xdotool", "mousedown", 1)
    for part in range(1, 9):
        run("xdotool", "mousemove", begin[0] + (end[0] - begin[0]) * part // 8,
            begin[1] + (end[1] - begin[1]) * part // 8)
        time.sleep(0.015)
    designer.log.wait("band-begin", since)


def let_go(designer):
    since = designer.log.mark()
    run("xdotool", "mouseup", 1)
    designer.log.wait("band-end", since)


@scenario
def rubber_band(folder):
    """a band over two stages selects them; Delete takes both away, and one undo brings them back"""
    flow, program = start(folder)
    fewer = flow.copy()
    del fewer.stages[:2]
    with program as designer:
        designer.fit()
        canvas = designer.canvas
        begin = corner(designer, designer.stage("Request"), -14, -18)
        end = designer.point(designer.step("Approved"), 0.5, 0.5)
        for _ in range(TIMES):
            draw(designer, begin, end)
            let_go(designer)
            assert look(canvas)[1] == ["Request", "Review & sign"]
            designer.key("Delete")
            await_flow(canvas, fewer)
            designer.key("ctrl+z")
            await_flow(canvas, flow)
        assert not designer.is_modified()


def drag(designer, begin, end):
    """Between two places on the screen."""
    since = designer.log.mark()
    designer.aim(begin)
    run("xdotool", "mousedown", 1)
    for part in range(1, 9):
        run("xdotool", "mousemove", begin[0] + (end[0] - begin[0]) * part // 8,
            begin[1] + (end[1] - begin[1]) * part // 8)
        time.sleep(0.015)
    designer.log.wait("drag-begin", since)
    run("xdotool", "mousemove", end[0] + 1, end[1])
    time.sleep(0.05)
    assert designer.drop(since) == "drop"


@scenario
def drag_steps(folder):
    """three steps of two stages, chosen with Ctrl, are dragged to another together"""
    flow, program = start(folder)
    chosen = ["Subject", "Größe prüfen", "Approved"]
    moved = flow.copy()
    for position, (label, stage) in enumerate(zip(chosen, ("Request", "Request", "Review & sign"))):
        moved.move_step(label, stage, "Deliver", position + 1)
    with program as designer:
        designer.fit()
        canvas = designer.canvas
        places = [designer.point(designer.step(label)) for label in chosen]
        target = designer.point(designer.step(flow.stages[2].steps[0].label), 0.5, 0.9)
        for _ in range(TIMES):
            designer.click(places[0])
            with held("ctrl"):
                designer.click(places[1])
                designer.click(places[2])
            drag(designer, places[1], target)
            await_flow(canvas, moved)
            assert look(canvas)[1] == chosen
            designer.key("ctrl+z")
            await_flow(canvas, flow)
        assert not designer.is_modified()


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
        for _ in range(TIMES):
            designer.click(places[0])
            with held("shift"):
                designer.click(places[1])
            drag(designer, places[0], target)
            await_flow(canvas, moved)
            assert look(canvas)[1] == ["Request", "Review & sign"]
            designer.key("ctrl+z")
            await_flow(canvas, flow)


@scenario
def clicks(folder):
    """Shift selects up to where it is clicked, Ctrl one more or less, a plain click only one"""
    flow, program = start(folder)
    labels = [step.label for stage in flow.stages for step in stage.steps]
    with program as designer:
        designer.fit()
        canvas = designer.canvas
        designer.click(designer.step(labels[1]))
        with held("shift"):
            designer.click(designer.step(labels[4]))
        await_selected(canvas, *labels[1:5])
        with held("ctrl"):
            designer.click(designer.step(labels[2]))
        await_selected(canvas, labels[1], labels[3], labels[4])
        wait("how many are selected to be said",
             lambda: canvas.description == "3 steps selected")
        designer.find("label", "3 steps selected")
        # A press alone keeps them: it may become a drag.
        designer.click(designer.step(labels[3]))
        await_selected(canvas, labels[3])
        wait("nothing to be said", lambda: canvas.description == "")
        with held("ctrl"):
            designer.click(designer.step(labels[3]))
        await_selected(canvas)
        await_flow(canvas, flow)
        assert not designer.is_modified()


@scenario
def keys(folder):
    """everything can be selected with keys alone, and is required, deleted and restored together"""
    flow, program = start(folder)
    labels = [step.label for stage in flow.stages for step in stage.steps]
    with program as designer:
        designer.fit()
        canvas = designer.canvas
        designer.click(designer.step(labels[0]))
        designer.key("shift+Down", "shift+Right")
        await_selected(canvas, *labels[:4])
        designer.key("Escape")
        await_selected(canvas)
        designer.key("ctrl+a")
        await_selected(canvas, *(stage.name for stage in flow.stages))
        designer.key("ctrl+shift+a")
        await_selected(canvas)
        designer.click(designer.step(labels[2]))
        designer.key("ctrl+Down", "ctrl+Left")
        await_selected(canvas, labels[2])
        designer.key("ctrl+space")
        await_selected(canvas, labels[1], labels[2])
        designer.key("ctrl+r")
        wait("both to be required", lambda: all(", required" in designer.step(label).name for label in labels[1:3]))
        designer.key("ctrl+z")
        designer.click(designer.stage("Review & sign"), down=16)
        designer.key("ctrl+alt+a")
        await_selected(canvas, *labels[2:4])
        designer.key("Delete")
        fewer = flow.copy()
        fewer.stages[1].steps.clear()
        await_flow(canvas, fewer)
        designer.key("ctrl+z")
        await_flow(canvas, flow)


@scenario
def band_ends(folder):
    """Escape takes a band back, at the edge it scrolls, and what it has selected is copied"""
    flow, program = start(folder, [f"Stage {number + 1}" for number in range(8)], 1)
    names = [stage.name for stage in flow.stages]
    with program as designer:
        canvas = designer.canvas
        designer.click(designer.stage("Stage 2"), down=16)
        await_selected(canvas, "Stage 2")
        begin = corner(designer, designer.stage("Stage 1"), -14, -18)
        draw(designer, begin, designer.point(designer.stage("Stage 1"), 0.5, 0.5))
        await_selected(canvas, "Stage 1")
        designer.key("Escape")
        await_selected(canvas, "Stage 2")
        run("xdotool", "mousemove_relative", "--", 60, 20)
        run("xdotool", "mouseup", 1)
        await_selected(canvas, "Stage 2")

        outer, view = designer.rectangle(), canvas.box
        draw(designer, begin, (outer.x + 5 + view.x + view.width - 3, begin[1] + 60))
        wait("all to be selected", lambda: look(canvas)[1] == names)
        let_go(designer)
        designer.key("ctrl+d")
        wait("the copies", lambda: len([card for card in canvas.children if card.role == "list"]) == 16)
        designer.key("ctrl+z")
        await_flow(canvas, flow)
        assert not designer.is_modified()


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
        run("xdotool", "mouseup", 1)
        time.sleep(0.1)
        assert not designer.log.seen(r"\bdrop\b", since), designer.log.lines[since:]
        await_selected(canvas, labels[0], labels[2])


@scenario
def panning(folder):
    """the middle button, and the first one while Space is held, push the canvas about and select nothing"""
    _, program = start(folder, [f"Stage {number + 1}" for number in range(8)], 1)
    with program as designer:
        canvas = designer.canvas
        designer.click(designer.stage("Stage 1"), down=16)
        await_selected(canvas, "Stage 1")
        for button, keys_held in ((2, ()), (1, ("space",))):
            before = designer.stage("Stage 3").box.x
            x, y = corner(designer, designer.stage("Stage 3"), 30, 250)
            designer.aim((x, y))
            with held(*keys_held):
                time.sleep(0.1)
                run("xdotool", "mousedown", button)
                for part in range(1, 6):
                    run("xdotool", "mousemove", x - part * 20, y)
                    time.sleep(0.02)
                run("xdotool", "mouseup", button)
            wait("the canvas to be pushed", lambda before=before: designer.stage("Stage 3").box.x < before - 50)
            await_selected(canvas, "Stage 1")
        assert not designer.log.seen("band-begin", 0)


if __name__ == "__main__":
    main()
