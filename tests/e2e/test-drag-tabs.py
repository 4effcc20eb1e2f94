#!/usr/bin/python3
# test-drag-tabs.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drags over tabs, and of tabs."""

import os
import pathlib
import re
import time
import xml.etree.ElementTree as ElementTree

import screen
from scenario import main, scenario, times
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
SAMPLE = pathlib.Path(os.environ["STAGECRAFT_SOURCE"]) / "data/samples/contoso-sales.stagecraft"
SPACE = "{urn:stagecraft:definition:1}"
FIRST, SECOND = "Lead to Opportunity", "Phone to Case"


def start(folder):
    path = folder / "sales.stagecraft"
    path.write_bytes(SAMPLE.read_bytes())
    return path, Designer(path, size=SIZE)


def has_title(designer, name):
    return designer.root.children[0].name.startswith(name)


def await_title(designer, name):
    wait(f"a window on “{name}”", lambda: has_title(designer, name))


def open_second(designer):
    row = designer.find("list", "Flows").find("list item", re.compile(f"^{SECOND}"))
    designer.click(row, button=2)
    await_title(designer, SECOND)


def tab(designer, name):
    return designer.find("filler", "Open flows").find("filler", re.compile(f"^{name}"))


def tabs(designer):
    """Their names from left to right."""
    found = [tab(designer, name) for name in (FIRST, SECOND)]
    return [thing.name.split(",")[0] for thing in sorted(found, key=lambda thing: thing.box.x)]


def follows(path, name):
    """The labels of the stages that a stage of the first flow leads to."""
    root = ElementTree.parse(path).getroot()
    names = {stage.get("id"): stage.get("label") for stage in root.iter(SPACE + "stage")}
    stage = next(stage for stage in root.iter(SPACE + "stage") if stage.get("label") == name)
    ways = [branch.get("target") for branch in stage.iter() if branch.get("target")]
    return [names[way] for way in [*ways, stage.get("next")] if way]


@scenario
def to_other_tab(folder):
    """a stage held over a tab opens it, and is copied where it is dropped in that flow, in one step"""
    path, program = start(folder)
    before = path.read_bytes()
    with program as designer:
        # Each tab has a canvas of its own, at full size.
        place = designer.point(designer.edge_button("between Qualify and Executive"))
        open_second(designer)
        for turn in range(times(20)):
            research = designer.find("list", re.compile("^Stage 2 of 3: Research"))
            target = designer.point(tab(designer, FIRST))
            since = designer.log.mark()
            designer.grab(research, grip=(0.5, 12))
            designer.carry(target, said=designer.log.says("drag-out", since))
            designer.hover("the tab to be opened", lambda: has_title(designer, FIRST))
            designer.find("label", "Stages 6 of 30")
            since = designer.log.mark()
            designer.carry((place[0], place[1] + 44), said=designer.log.says("drag-over slot", since))
            screen.release()
            designer.log.wait("drop copy", since)
            designer.find("list", re.compile("^Stage 2 of 7: Research"))
            designer.save()
            assert follows(path, "Qualify")[0] == "Research" and follows(path, "Research") == ["Executive Review"]
            designer.key("ctrl+z")
            designer.gone("list", re.compile("^Stage 2 of 7: Research"))
            designer.save()
            assert path.read_bytes() == before, f"undone after drag {turn + 1}"
            designer.key("alt+2")
            await_title(designer, SECOND)


@scenario
def order(folder):
    """tabs are dragged to other places in their row, and the solution stays as it is"""
    path, program = start(folder)
    before = path.read_bytes()
    with program as designer:
        await_title(designer, FIRST)
        open_second(designer)
        wanted = [FIRST, SECOND]
        for turn in range(times(20)):
            wait(f"{wanted} after {turn} drags", lambda: tabs(designer) == wanted)
            end = designer.point(tab(designer, wanted[1]), across=0.75)
            held = tab(designer, wanted[0])
            begin, at = designer.aim(held, across=0.25), held.box.x
            screen.press()
            for part in range(1, 13):
                screen.move(begin[0] + (end[0] - begin[0]) * part // 12, begin[1])
                time.sleep(0.02)
            wait("the tab to follow", lambda held=held, at=at: held.box.x != at)
            screen.release()
            wanted.reverse()
        wait("the last order", lambda: tabs(designer) == wanted)
        assert not designer.is_modified()
    assert path.read_bytes() == before


if __name__ == "__main__":
    main()
