#!/usr/bin/python3
# test-select.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many stages and steps at once: clicks with Ctrl and Shift, keys, the rubber band."""

import time

import screen
from drags import press
from scenario import main, scenario, times
from selection import await_flow, await_selected, held, look, start
from stagecraft_driver import wait

TIMES = times(20)


def corner(designer, thing, across, down):
    """A place on the screen that far from where a thing begins."""
    x, y = designer.point(thing, 1, 1)
    return x + across, y + down


def draw(designer, begin, end):
    """A band on empty canvas; does not let go."""
    press(designer, begin, end, "band-begin")


def let_go(designer):
    since = designer.log.mark()
    screen.release()
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
        screen.move_by(60, 20)
        screen.release()
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
                screen.press(button)
                for part in range(1, 6):
                    screen.move(x - part * 20, y)
                    time.sleep(0.02)
                screen.release(button)
            wait("the canvas to be pushed", lambda before=before: designer.stage("Stage 3").box.x < before - 50)
            await_selected(canvas, "Stage 1")
        assert not designer.log.seen("band-begin", 0)


if __name__ == "__main__":
    main()
