#!/usr/bin/python3
# test-drag-saved.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stages and steps dragged one after the other, each to another place; the saved files have all of it."""

import random

import golden
from scenario import main, outline, same, scenario, times
from stagecraft_driver import Designer

SIZE = (1280, 800)


def check(designer, folder, flow, turn):
    """Saves now and then, as a person would, and compares."""
    designer.await_outline(outline(flow))
    if turn % 4 == 3:
        designer.save() if designer.is_modified() else None
        same(golden.read_folder(folder), golden.package(flow, []), f"after drag {turn + 1}")


@scenario
def stages(folder):
    """stages are dragged to other places"""
    flow = golden.onboarding(["Ask", "Check", "Sign", "Deliver"])
    golden.write(folder, golden.package(flow, []))
    chance = random.Random(4)
    with Designer(folder, size=SIZE) as designer:
        designer.fit()
        for turn in range(times(20)):
            names = [stage.name for stage in flow.stages]
            begin = chance.randrange(len(names))
            slot = chance.choice([slot for slot in range(len(names) + 1) if slot not in (begin, begin + 1)])
            where = ("at the start" if slot == 0 else f"after {names[-1]}" if slot == len(names)
                     else f"between {names[slot - 1]} and")
            designer.drag(designer.stage(names[begin]), designer.edge_button(where), "^slot", grip=(0.5, 12))
            flow.move_stage(names[begin], slot - (slot > begin))
            check(designer, folder, flow, turn)


def other_places(flow, stage, step):
    """Where a step can be dragged: stage, the step there, whether below it, and the position it then has."""
    for target in flow.stages:
        rest = [one for one in target.steps if one is not step]
        for other in rest:
            for below in (False, True):
                position = rest.index(other) + below
                if target is not stage or position != stage.steps.index(step):
                    yield target, other, below, position


@scenario
def steps(folder):
    """steps are dragged to other places, in their stage and to others"""
    flow = golden.onboarding(steps_per_stage=3)
    golden.write(folder, golden.package(flow, []))
    chance = random.Random(4)
    with Designer(folder, size=SIZE) as designer:
        designer.fit()
        for turn in range(times(20)):
            places = [(stage, step) for stage in flow.stages for step in stage.steps]
            stage, step = chance.choice(places)
            # Every place but its own: above or below another step.
            target, other, below, position = chance.choice(list(other_places(flow, stage, step)))
            designer.drag(designer.step(step.label), designer.step(other.label), f"^stage {target.id}",
                          down=0.85 if below else 0.15)
            flow.move_step(step.label, stage.name, target.name, position)
            check(designer, folder, flow, turn)


if __name__ == "__main__":
    main()
