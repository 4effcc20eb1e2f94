#!/usr/bin/python3
# test-accessibility.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader meets has a name and says what it can do."""

import os
import re

import golden
from scenario import main, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
SAMPLE = os.environ["STAGECRAFT_SOURCE"] + "/data/samples/contoso-sales.stagecraft"
# What people operate; the toolkit calls more than that focusable.
OPERATED = {"push button", "toggle button", "check box", "combo box", "entry", "text", "spin button", "list item",
            "menu item", "page tab", "radio button", "slider", "switch", "table cell"}
# What says nothing about what it is.
ROLELESS = {"", "unknown", "invalid", "redundant object"}
# A name that nobody gave: the toolkit falls back on the type.
TYPE_NAME = re.compile(r"^(Gtk|Adw|Sc)[A-Z]\w+$")


def check_names(designer, where):
    nameless, found = [], 0
    for facts in designer.window.read().walk():
        # The button in a tab is made by the toolkit.
        if "focusable" not in facts.states or facts.parent and facts.parent.name == "AdwTab":
            continue
        found += 1
        named = facts.name.strip() and not TYPE_NAME.match(facts.name)
        if facts.role in ROLELESS or facts.role in OPERATED and not named:
            above, path = facts, []
            while above and len(path) < 6:
                path.append(f"[{above.role}] {above.name!r}")
                above = above.parent
            nameless.append(" in ".join(path))
    assert not nameless, f"{where}: without a name or a role:\n" + "\n".join(nameless)
    assert found > 1, f"{where}: nothing can be focused"


@scenario
def welcome(_):
    """the first page names its buttons"""
    with Designer(size=SIZE) as designer:
        designer.find("push button", re.compile("Open"))
        check_names(designer, "welcome")


@scenario
def every_view(_):
    """in every view and for every selection, everything that can be operated has a name"""
    with Designer(SAMPLE, size=SIZE) as designer:
        designer.fit()
        check_names(designer, "the flow")
        stage = next(iter(designer.outline()))
        designer.stage(stage).act("stage.select")
        wait("the stage to be selected", lambda: "selected" in designer.stage(stage).states)
        check_names(designer, "a stage")
        step = designer.outline()[stage][0]
        designer.step(step).act("step.select")
        wait("the step to be selected", lambda: "selected" in designer.step(step).states)
        check_names(designer, "a step")
        designer.canvas.act("canvas.select-all")
        wait("how many are selected to be said",
             lambda: re.fullmatch(r"\d+ stages selected", designer.canvas.description))
        for card in designer.canvas.children:
            if card.role == "list":
                assert {"selectable", "selected"} <= card.states, card
                assert all("selectable" in row.states for row in card.children if row.role == "list item"), card
        check_names(designer, "many at once")
        designer.canvas.find("panel", re.compile("^Condition")).act("condition.select")
        check_names(designer, "a condition")
        designer.find("frame").act("win.show-columns")
        designer.find("list item", re.compile("^Budget Amount"))
        check_names(designer, "the columns of a table")
        designer.key("ctrl+shift+p")
        designer.find("list item", re.compile("^New Flow"))
        check_names(designer, "the palette")
        designer.key("Escape")
        designer.key("ctrl+shift+f", "ctrl+h")
        designer.type("lead")
        designer.find("push button", re.compile(r"^List all matches: \d")).act()
        designer.find("list item", re.compile("· Description$"))
        check_names(designer, "finding")
        designer.click(designer.find("push button", "Close the search"))
        designer.click(designer.find("push button", "Outline"))
        designer.find("tree table", "Outline")
        check_names(designer, "the outline")
        designer.click(designer.find("push button", "Security"))
        designer.find("check box", re.compile(", Read on"))
        check_names(designer, "security")


@scenario
def dialogs(_):
    """the dialogs name their fields and buttons, and Escape leaves each"""
    # GTK 4.8 warns of its own window of keyboard shortcuts.
    with Designer(SAMPLE, size=SIZE, environment={"G_DEBUG": "fatal-criticals"}) as designer:
        frame = designer.find("frame")
        for action in ("win.paths", "win.new-flow", "win.new-table", "win.new-role", "win.solution-details", "win.rules",
                       "win.add-action-step", "win.add-flow-step", "win.show-help-overlay", "win.about"):
            count = len(designer.root.children)
            frame.act(action)
            wait(f"the dialog of {action}", lambda count=count: len(designer.root.children) > count)
            if action not in ("win.show-help-overlay", "win.about"):  # the toolkit makes those
                check_names(designer, action)
            designer.screenshot(action)
            designer.key("Escape")
            wait(f"the dialog of {action} to go", lambda count=count: len(designer.root.children) == count)


@scenario
def editors(_):
    """the editor of a condition and the palette of commands name what is in them"""
    with Designer(SAMPLE, size=SIZE) as designer:
        designer.canvas.find("panel", re.compile("^Condition")).act("condition.edit")
        designer.find("push button", "Add clause")
        check_names(designer, "the editor of a condition")
    with Designer(SAMPLE, size=SIZE) as designer:
        count = len(designer.root.children)
        designer.find("frame").act("win.palette")
        wait("the palette", lambda: len(designer.root.children) > count)
        designer.find("list item", re.compile("^Open, File, "))
        check_names(designer, "the palette")
        designer.key("Escape")
        wait("the palette to go", lambda: len(designer.root.children) == count)


@scenario
def whole_flow(folder):
    """each of 900 steps is there, named and numbered, also those out of sight"""
    flow = golden.onboarding([f"Stage {number + 1}" for number in range(30)], 30)
    golden.write(folder, golden.package(flow, []))
    with Designer(folder, size=SIZE) as designer:
        cards = [card for card in designer.canvas.read().children if card.role == "list"]
        assert len(cards) == 30, len(cards)
        for position, (card, stage) in enumerate(zip(cards, flow.stages), 1):
            assert card.name.startswith(f"Stage {position} of 30: {stage.name}, "), card.name
            rows = [row for row in card.children if row.role == "list item"]
            for number, (row, step) in enumerate(zip(rows, stage.steps), 1):
                assert row.name.startswith(f"Step {number} of 30: {step.label}, column {step.display}"), row.name
            assert len(rows) == 30, len(rows)
        # What is out of sight can be acted on.
        row = [row for row in cards[24].thing.children if row.role == "list item"][20]
        row.act("step.toggle-required")
        wait("the step to be required", lambda: ", required" in row.name)


@scenario
def acts_and_states(folder):
    """selection, requirement and problems are told, and every act has an action"""
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, []))
    with Designer(folder, size=SIZE) as designer:
        stage, step = designer.stage("Deliver"), designer.step("Subject")
        for thing, kind, acts in ((stage, "stage", "select rename delete duplicate move-left move-right add-step"),
                                  (step, "step", "select rename delete duplicate toggle-required move-up move-down")):
            missing = [act for act in acts.split() if f"{kind}.{act}" not in thing.actions]
            assert not missing, f"{thing} has no action {missing}"
        step.act("step.select")
        wait("the step to be selected", lambda: "selected" in step.states)
        stage.act("stage.select")
        wait("the stage to be selected instead", lambda: "selected" in stage.states and "selected" not in step.states)
        stage.act("stage.add-step")
        designer.find("text", "Name of the step")
        designer.key("Escape")
        new = designer.step("New step")
        wait("the step without a column to be invalid", lambda: "invalid" in new.states)
        assert "no column" in new.name and "problem" in new.name, new.name


@scenario
def announced(folder):
    """where a step went, by keys and by a drag, what was undone and a new problem are said of the step"""
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, []))
    stage = flow.stage("Request")
    label, count = stage.steps[0].label, len(stage.steps)
    with Designer(folder, size=SIZE) as designer:
        def said(text, of=label):
            wait(f"{text!r} to be said", lambda: designer.step(of).description == text)

        designer.step(label).act("step.select")
        wait("the step to be selected", lambda: "selected" in designer.step(label).states)
        designer.key("alt+Down")
        said(f"Step {label} moved to position 2 of {count}")
        designer.key("ctrl+z")
        said(f"Undone: Move step “{label}”")
        designer.key("ctrl+r")
        wait("the requirement to be said",
             lambda: re.search(r"is (required|optional)$", designer.step(label).description))
        designer.drag(designer.step(label), designer.step(stage.steps[1].label), down=0.75)
        said(f"Step {label} moved to position 2 of {count}")


@scenario
def mirrored(folder):
    """where people read from right to left the flow runs that way, and the pointer and the arrows follow it"""
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, []))
    first, second = flow.stages[0], flow.stages[1]
    with Designer(folder, size=SIZE, environment={"LANGUAGE": "he"}) as designer:
        designer.fit()
        boxes = [designer.stage(stage.name).box for stage in (first, second)]
        assert boxes[1].x + boxes[1].width <= boxes[0].x, boxes
        designer.click(designer.stage(first.name), down=20)
        wait("the first stage to be selected", lambda: "selected" in designer.stage(first.name).states)
        designer.key("Left")
        wait("the stage to its left to be selected", lambda: "selected" not in designer.stage(first.name).states)
        designer.key("ctrl+0")
        wait("the flow at its size", lambda: designer.zoom == 1)
        moved = first.steps[0].label
        designer.step(moved).act("step.select")
        designer.drag(designer.step(moved), designer.step(first.steps[1].label), down=0.75)
        wait("the step in its new place", lambda: designer.outline()[first.name][1] == moved)
        designer.screenshot("mirrored")


@scenario
def labels(folder):
    """long, strange and right-to-left labels are shown everywhere, also in a narrow window, without a complaint"""
    odd = ["x", "Word " * 20, "Very long " * 400, "👩‍👩‍👧‍👦" * 60, "مرحلة التأهيل " * 20, "unbroken" * 500]
    flow = golden.onboarding([f"{label}{number}" for number, label in enumerate(odd)], len(odd))
    for stage in flow.stages:
        for step, label in zip(stage.steps, odd):
            step.label = label.strip()
    golden.write(folder, golden.package(flow, []))
    with Designer(folder, size=SIZE) as designer:
        for size in (SIZE, (360, 640)):
            designer.resize(*size)
            card = next(card for card in designer.canvas.children if card.role == "list")
            designer.click(card, across=0.5, down=20)
            wait("the stage to be selected", lambda card=card: "selected" in card.states)
            designer.screenshot(f"labels-{size[0]}")
            designer.key("ctrl+2")
            designer.find("tree table", "Outline")
            designer.key("ctrl+3")
            designer.find("check box", re.compile(", Read on"))
            designer.key("ctrl+1")
            wait("the drawing", lambda: len(designer.outline()) == len(odd))


@scenario
def problems(folder):
    """problems say how severe they are and where they stand, headings their level; a rule has a page"""
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, []))
    with Designer(folder, size=SIZE) as designer:
        designer.stage("Deliver").act("stage.add-step")
        designer.find("text", "Name of the step")
        designer.key("Escape")
        found = designer.find("list item", re.compile(r"^Error, SP-02, .*New step.*, New step, 1 of \d+$"))
        heading = designer.find("list item", re.compile(r"^Heading 2: Deliver, 1 error.*, \d of \d$"))
        designer.find("list item", re.compile(rf"^Heading 1: {re.escape(flow.name)}, 1 error.*, \d of \d$"))
        assert "expanded" in heading.states and "expanded" not in found.states, (heading.states, found.states)
        assert heading.look("heading", "Deliver"), heading.dump()
        designer.click(heading)
        designer.gone("list item", re.compile("^Error, SP-02, "))
        wait("the heading to be folded", lambda: "expanded" not in heading.states)
        designer.click(heading)
        designer.click(designer.find("list item", re.compile("^Error, SP-02, ")))
        designer.key("F1")
        page = designer.find("frame", "Rules")
        page.find("label", "SP-02 · Error")
        check_names(designer, "the page of a rule")
        designer.screenshot("rule-page")


if __name__ == "__main__":
    main()
