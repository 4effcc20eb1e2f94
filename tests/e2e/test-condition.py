#!/usr/bin/python3
# test-condition.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Conditions and branches, made and changed on the canvas; the saved file says what came of it."""

import re

import golden
import screen
from drags import press
from keyboard import choose, focus_canvas, go, go_past, pick
from scenario import main, scenario, times
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)


def read(folder):
    """Of the saved flow: what follows each stage, (name, name of the stage led to) of every branch,
    and what the branches ask for."""
    text = next(data for name, data in golden.read_folder(folder).items() if name.endswith(".xaml")).decode()
    names, ways = {}, {}
    stages = re.split(r'DisplayName="StageStep\d+: ', text)[1:]
    for stage in stages:
        names[re.search(r'x:Key="StageId">([0-9a-f-]+)<', stage)[1]] = stage.partition('"')[0]
    for stage in stages:
        follows = re.search(r'x:Key="NextStageId">([0-9a-f-]+)<', stage)
        ways.setdefault(stage.partition('"')[0], []).append(follows and names[follows[1]])
    targets = [names[target] for target in re.findall(r'SetNextStage ParentStageId="[^"]+" StageId="([^"]+)"', text)]
    titles = re.findall(r'x:Key="Description">(.*?)</x:String>', text)
    operators = re.findall(r'x:Key="ConditionOperator">(\w+)<', text)
    values = re.findall(r"WorkflowPropertyType\.(\w+), (.*?) }", text)
    return ways, list(zip(titles, targets)), operators, values


@scenario
def keyboard(folder):
    """builds branches with else-if and a merge without the pointer, and saves"""
    golden.write(folder, golden.package(golden.onboarding(), []))
    with Designer(folder, size=SIZE) as designer:
        designer.move(1, 1)
        focus_canvas(designer)
        choose(designer, "Add Condition After")
        wait("the condition", lambda: designer.look("panel", re.compile("^Condition after Request: Subject is filled in")))
        wait("it to have the focus", lambda: designer.focused().name.startswith("Condition after Request"))

        designer.key("Return")
        wait("the editor", lambda: designer.look("label", "Behind “Request”"))
        go_past(designer, "^Branch 1: more")
        designer.key("ctrl+a")
        designer.type("Wrong")
        wait("the name", lambda: "Wrong" in [entry.text for entry in designer.root.find_all("text", "Name")])
        designer.key("ctrl+z")
        wait("the old name", lambda: "Wrong" not in [entry.text for entry in designer.root.find_all("text", "Name")])
        designer.key("ctrl+a")
        designer.type("Large")
        pick(designer, "Column", "Amount")
        pick(designer, "Operator", "is over", down=2)
        go_past(designer, "^Operator: ")
        designer.type("1000")
        designer.key("Escape")
        wait("the focus to be back", lambda: designer.focused().name == "Condition after Request: Amount is over 1,000")

        designer.key("Right")
        wait("the first branch's stage", lambda: designer.focused().name.startswith("Stage 2 of 5: New stage,"))
        designer.key("F2")
        designer.find("text", "Name of the stage")
        designer.type("Board")
        designer.key("Return")
        wait("its name", lambda: "Board" in designer.outline())
        choose(designer, "Way On", "Lead To", "Deliver")
        designer.key("Left")
        wait("the condition", lambda: designer.focused().name.startswith("Condition after Request"))
        choose(designer, "Add Branch")
        wait("a branch more", lambda: len([card for card in designer.canvas.children if card.role == "list"]) == 6)
        designer.save()
    ways, targets, operators, values = read(folder)
    assert targets == [("Large", "Board"), ("New branch", "New stage"), ("", "New stage")], targets
    assert ways["Request"] == ["Deliver"] and ways["Board"] == ["Deliver"], ways
    assert ways["New stage"] == ["Deliver", "Review &amp; sign"] and ways["Review &amp; sign"] == ["Deliver"], ways
    assert operators == ["GreaterThan", "NotNull"], operators
    assert values == [("Money", '&quot;1000&quot;')] or values == [("Money", '"1000"')], values


@scenario
def pointer(folder):
    """opens the editor by a double click, and a way's menu by the other button"""
    golden.write(folder, golden.package(golden.onboarding(), []))
    with Designer(folder, size=SIZE) as designer:
        designer.click(designer.stage("Request"), button=3, down=20)
        # It may be out of sight: a long menu scrolls.
        designer.find("menu item", "Add Condition After")
        designer.choose("Add Condition After")
        box = designer.find("panel", re.compile("^Condition after Request"))
        designer.click(box, times=2)
        box.find("push button", "Add clause").act("click")
        wait("a clause more", lambda: designer.look("panel", re.compile("Subject is filled in and Subject is filled in")))
        # Beside the editor: it closes, and the box has the focus again.
        designer.click((30, 560))
        designer.gone("label", "Behind “Request”")
        wait("the focus to be back", lambda: designer.focused().name.startswith("Condition after Request"))

        designer.fit()
        designer.click(designer.edge_button("between New stage and Review"), button=3)
        designer.find("menu item", "End Here")
        go(designer, "Down", "^End Here$")
        designer.key("Return")
        designer.edge_button("after New stage")
        designer.save()
    ways, targets, operators, _ = read(folder)
    assert operators == ["NotNull", "NotNull"] and [title for title, _ in targets] == ["New branch", ""], (operators, targets)
    assert set(ways["New stage"]) == {"Review &amp; sign", None}, ways


def pull(designer, source, target, over):
    """Drags the end of a line, from a place on the screen to another."""
    since = designer.log.mark()
    press(designer, source, target, "way-begin")
    screen.move(target[0] + 1, target[1])
    designer.log.wait(f"way-over {over}$", since)
    screen.release()
    return designer.log.wait("way-drop.*", since)[0]


@scenario
def line_ends(folder):
    """drags the end of a line to a stage, away from it and to empty canvas"""
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, []))
    deliver, review = flow.stage("Deliver").id, flow.stage("Review & sign").id
    with Designer(folder, size=(1600, 900)) as designer:
        designer.click(designer.stage("Request"), button=3, down=20)
        designer.click(designer.find("menu item", "Add Condition After"))
        designer.find("panel", re.compile("^Condition after Request"))
        designer.fit()

        def end_at(stage):
            # The tip of the arrow, in the middle of the header.
            x, y = designer.point(designer.stage(stage), across=0, down=27)
            return x - int(8 * designer.zoom), y

        for _ in range(times(20)):
            # To the stage after the next, where it meets that one's line, and away from there again.
            inside = designer.point(designer.stage("Deliver"), across=0.5, down=0.5)
            assert pull(designer, end_at("Review & sign"), inside, deliver) == "way-drop"
            designer.save()
            assert set(read(folder)[0]["New stage"]) == {"Deliver", "Review &amp; sign"}, read(folder)[0]
            inside = designer.point(designer.stage("Review & sign"), across=0.5, down=0.5)
            assert pull(designer, end_at("Deliver"), inside, review) == "way-drop"
            designer.save()
            assert set(read(folder)[0]["New stage"]) == {"Review &amp; sign"}, read(folder)[0]
        inside = designer.point(designer.stage("Deliver"), across=0.5, down=0.5)
        assert pull(designer, end_at("Review & sign"), inside, deliver) == "way-drop"
        x, y = end_at("Deliver")
        assert pull(designer, (x, y), (x - 20, y + 250), "end") == "way-drop"
        # The stage before it cannot follow.
        inside = designer.point(designer.stage("Request"), across=0.5, down=0.5)
        assert pull(designer, end_at("Review & sign"), inside, "[0-9a-f-]+ refused") == "way-drop nothing"
        designer.key("ctrl+z")
        designer.save()
    ways, _, _, _ = read(folder)
    assert set(ways["New stage"]) == {"Deliver", "Review &amp; sign"} and ways["Review &amp; sign"] == ["Deliver"], ways


if __name__ == "__main__":
    main()
