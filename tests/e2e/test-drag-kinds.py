#!/usr/bin/python3
# test-drag-kinds.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What else can be dragged: branches, the view and its map; and what disturbs a drag."""

import os
import time
import xml.etree.ElementTree as ElementTree

import golden
import screen
from drags import hold
from scenario import main, outline, same, scenario, times
from stagecraft_driver import Designer, wait

TIMES = times(20)
SAMPLE = os.environ["STAGECRAFT_SOURCE"] + "/data/samples/contoso-sales.stagecraft"
SPACE = "{urn:stagecraft:definition:1}"
SMALL = """<branch name="Small deal" target="fe6bd390-2dda-42da-ba03-2887df8bf638">
          <clause table="lead" column="budgetamount" operator="LessThan">
            <operand type="Money" value="1000"/>
          </clause>
        </branch>
        <otherwise"""


def take_sample(folder):
    """The sample, with one branch more."""
    path = folder / "sales.stagecraft"
    with open(SAMPLE, encoding="utf-8") as file:
        path.write_text(file.read().replace("<otherwise", SMALL, 1), encoding="utf-8")
    return path


def read_branches(path):
    """Name and target of each branch behind Qualify."""
    root = ElementTree.parse(path).getroot()
    stage = next(stage for stage in root.iter(SPACE + "stage") if stage.get("label") == "Qualify")
    names = {stage.get("id"): stage.get("label") for stage in root.iter(SPACE + "stage")}
    return [(branch.get("name", "otherwise"), names[branch.get("target")]) for branch in stage.find(SPACE + "condition")]


def read_next(path, name):
    root = ElementTree.parse(path).getroot()
    stages = list(root.iter(SPACE + "stage"))
    target = next(stage for stage in stages if stage.get("label") == name).get("next")
    return next(stage for stage in stages if stage.get("id") == target).get("label")


def name_of_branch(designer, target):
    """Where the name of the first branch from Qualify to target stands: left of the plus sign on its line."""
    x, y = designer.point(designer.edge_button(f"between Qualify and {target}"))
    return x - int(62 * designer.zoom), y


def drag_place(designer, begin, end, over):
    """From one place on the screen to another, until the program says that it is over that."""
    since = designer.log.mark()
    designer.aim(begin)
    screen.press()
    for distance in (5, 10, 15):
        time.sleep(0.02)
        screen.move(begin[0], begin[1] + distance)
    designer.log.wait("drag-begin branch", since)
    designer.carry(end, over)
    return since


@scenario
def branches_in_order(folder):
    """a branch is dragged by its name below the next one"""
    path = take_sample(folder)
    first, second, last = ("Large deal", "Executive Review"), ("Small deal", "Fast Track"), ("otherwise", "Fast Track")
    assert read_branches(path) == [first, second, last]
    with Designer(path, size=(1280, 800)) as designer:
        designer.fit()
        for _ in range(TIMES + 1):
            begin = name_of_branch(designer, first[1])
            x, y = name_of_branch(designer, second[1])
            since = drag_place(designer, begin, (x, y + 12), "^branch 1$")
            screen.release()
            designer.log.wait("drop branch", since)
            first, second = second, first
        designer.save()
    assert read_branches(path) == [first, second, last], read_branches(path)


@scenario
def branch_to_slot(folder):
    """a branch is dragged behind the stage of another, and its stages go there"""
    path = take_sample(folder)
    with Designer(path, size=(1280, 800)) as designer:
        designer.fit()
        begin = name_of_branch(designer, "Executive Review")
        end = designer.point(designer.edge_button("between Fast Track and"))
        for turn in range(TIMES):
            since = drag_place(designer, begin, end, "^slot .* -1$")
            screen.release()
            designer.log.wait("drop branch", since)
            if turn < TIMES - 1:
                designer.key("ctrl+z")
        designer.save()
    branches = read_branches(path)
    assert branches == [("Large deal", "Develop"), ("Small deal", "Fast Track"), ("otherwise", "Fast Track")], branches
    assert read_next(path, "Fast Track") == "Executive Review" and read_next(path, "Executive Review") == "Develop"


@scenario
def views(folder):
    """the view is pushed about by the middle button and by its map, and nothing else moves"""
    flow = golden.onboarding([f"Stage {number + 1}" for number in range(8)], 1)
    golden.write(folder, golden.package(flow, []))
    with Designer(folder, size=(1280, 800)) as designer:
        stage, view = designer.stage("Stage 1"), designer.canvas.box
        outer = designer.rectangle()
        middle = outer.x + view.x + view.width // 2, outer.y + view.y + view.height // 2
        corner = outer.x + view.x + view.width - 140, outer.y + view.y + view.height - 40
        start = stage.box.x
        for _ in range(TIMES):
            designer.aim(middle)
            screen.press(2)
            screen.move(middle[0] - 40, middle[1])
            screen.move(middle[0] - 200, middle[1])
            screen.release(2)
            wait("the view to be pushed", lambda: stage.box.x < start - 100)
            designer.aim(corner)
            screen.press()
            screen.move(corner[0] + 60, corner[1])
            screen.move(corner[0] - 60, corner[1])
            screen.release()
            wait("the map to lead back", lambda: stage.box.x == start)
        designer.await_outline(outline(flow))
        assert not designer.is_modified()


@scenario
def other_button(folder):
    """the other button calls a drag off"""
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, []))
    with Designer(folder, size=(1280, 800)) as designer:
        designer.fit()
        for _ in range(TIMES):
            hold(designer, flow)
            since = designer.log.mark()
            screen.click(3)
            screen.release()
            designer.log.wait("drag-cancel|drop", since)
            designer.key("Escape")
            designer.await_outline(outline(flow))
        assert not designer.is_modified()


@scenario
def in_haste(folder):
    """thirty drags in a row, as fast as they come, are each done"""
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, []))
    with Designer(folder, size=(1280, 800)) as designer:
        designer.fit()
        top, bottom = (designer.point(designer.step(label)) for label in ("Subject", "Größe prüfen"))
        since = designer.log.mark()
        for _ in range(30):
            screen.move(*top)
            screen.press()
            for place in ((top[0] + 12, top[1]), (top[0] + 40, top[1] + 5), (bottom[0], bottom[1] + 5)):
                screen.move(*place)
            screen.release()
        wait("all drops", lambda: sum("drop " in line for line in designer.log.lines[since:]) == 30)
        assert sum("drop step" in line for line in designer.log.lines[since:]) == 30
        designer.await_outline(outline(flow))
        designer.key("ctrl+z")
        flow.move_step("Subject", "Request", "Request", 1)
        designer.await_outline(outline(flow))
        designer.save()
    same(golden.read_folder(folder), golden.package(flow, []), "after twenty-nine changes of place")


if __name__ == "__main__":
    main()
