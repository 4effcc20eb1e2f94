#!/usr/bin/python3
# test-outline.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A flow is typed as a table, without the pointer; the saved file is that of the same design."""

import os
import re

import golden
from scenario import main, same, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
SAMPLE = os.environ["STAGECRAFT_SOURCE"] + "/data/samples/contoso-sales.stagecraft"
NONE = golden.NO_CATEGORY


def await_row(designer, name):
    """The row that is called so and has the focus, or holds what has it."""
    def there():
        focused = designer.focused()
        while focused and focused.role != "table row":
            focused = focused.parent
        return focused and re.match(name, focused.name)
    wait(f"{name!r} to have the focus", there)


def await_entry(designer, name):
    def there():
        focused = designer.focused()
        return focused and (focused.role, focused.name) == ("text", name)
    wait(f"the entry {name!r}, not {designer.focused()}", there)


def open_outline(designer):
    designer.move(1, 1)
    designer.key("ctrl+2")
    await_row(designer, "Stage 1 of")


def steps_of(*rows):
    found = []
    for label, number, required in rows:
        column, display, _, _, class_id = golden.COLUMNS[number]
        found.append(golden.Step(id="", label=label, column=column, class_id=class_id, display=display,
                                 required=required))
    return found


def design(flow):
    """What is typed below, as values."""
    flow = flow.copy()
    first = flow.stages[0]
    subject = first.steps[0]
    subject.label, subject.required = "Topic", True
    first.name = "Intake"
    first.steps += steps_of(("Approved", 2, False))
    flow.stages.append(golden.Stage(id="", name="Review", table="fab_request", category="1",
                                    steps=steps_of(("Priority", 3, True), ("When", 4, False))))
    flow.stages.append(golden.Stage(id="", name="Deliver", table="fab_request", category=NONE,
                                    steps=steps_of(("Quantity", 6, False))))
    return flow


def adopt(flow, found):
    """Things that were made in the designer have ids that nobody knew."""
    assert [len(stage.steps) for stage in flow.stages] == [len(stage.steps) for stage in found.stages], found
    for stage, other in zip(flow.stages, found.stages):
        stage.id = other.id
        for step, one in zip(stage.steps, other.steps):
            step.id = one.id


def type_flow(designer):
    designer.type("Intake")
    designer.key("Return")
    await_row(designer, "Step 1 of 1, Subject")
    designer.type("Topic")
    designer.key("Tab", "space", "Tab")
    await_entry(designer, "Table, Column")
    designer.key("Return")
    await_entry(designer, "Name")
    designer.key("Tab", "Tab")
    await_entry(designer, "Table, Column")
    designer.type("appr")
    designer.key("Return")
    await_entry(designer, "Name")
    # That was one too many.
    designer.key("Escape")
    await_row(designer, "Step 3 of 3, New step")
    designer.key("Delete")
    await_row(designer, "Step 2 of 2, Approved")

    designer.key("ctrl+Return")
    await_entry(designer, "Name")
    designer.type("Review")
    designer.key("Tab", "Tab")
    await_entry(designer, "Category, Type")
    designer.type("devel")
    designer.key("Return")
    await_row(designer, "Step 1 of 1, New step")
    designer.key("Right", "Right")
    designer.type("prio")
    designer.key("shift+Tab")
    wait("the check", lambda: designer.focused() and designer.focused().name == "Required: No")
    designer.key("space", "Insert")
    await_entry(designer, "Name")
    designer.type("When")
    designer.key("Tab", "Tab")
    await_entry(designer, "Table, Column")
    designer.type("fab_startdate")
    designer.key("Up", "Down", "Tab")
    await_row(designer, "Add step to Review")

    designer.key("Down")
    await_row(designer, "Add stage")
    designer.type("Deliver")
    designer.key("Return")
    await_row(designer, "Step 1 of 1, New step")
    designer.key("F2", "Tab", "Tab")
    await_entry(designer, "Table, Column")
    designer.type("quant")
    designer.key("Return")
    await_entry(designer, "Name")
    designer.key("Escape", "Delete")
    await_row(designer, "Step 1 of 1, Quantity")


@scenario
def typed(folder):
    """a flow of three stages is typed, saved, and taken back to the start"""
    flow = golden.onboarding(["Request"], 1)
    golden.write(folder, golden.package(flow, []))
    before = golden.read_folder(folder)
    name = next(name for name in before if name.endswith(".xaml"))
    with Designer(folder, size=SIZE) as designer:
        open_outline(designer)
        type_flow(designer)
        designer.save()
        found = golden.read(golden.read_folder(folder)[name].decode("utf-8-sig"))
        wanted = design(flow)
        adopt(wanted, found)
        same({name: golden.read_folder(folder)[name]}, {name: golden.xaml(wanted).encode()}, "the typed flow")

        undo = designer.find("push button", re.compile("^Undo"))
        for _ in range(60):
            if "sensitive" not in undo.states:
                break
            designer.key("ctrl+z")
        wait("the start", lambda: "sensitive" not in undo.states)
        await_row(designer, "Stage 1 of 1|Step 1 of 1|Add st")
        designer.save()
    same(golden.read_folder(folder), before, "the folder after undoing")


@scenario
def selection(_):
    """what is selected in the outline is selected on the canvas, and the other way round"""
    with Designer(SAMPLE, size=SIZE) as designer:
        open_outline(designer)
        designer.key("Down", "Down")
        await_row(designer, "Step 2 of 7, Existing account")
        row = designer.find("table row", re.compile("^Step 2 of 7, Existing account"))
        wait("the row to be selected", lambda: "selected" in row.states)
        designer.key("ctrl+1")
        wait("the step to be selected", lambda: "selected" in designer.step("Existing account?").states)
        designer.step("Estimated budget").act("step.select")
        designer.key("ctrl+2")
        await_row(designer, "Step 4 of 7, Estimated budget, required")


@scenario
def names(_):
    """the rows can be read in order, and everything that can be operated has a name"""
    with Designer(SAMPLE, size=SIZE) as designer:
        open_outline(designer)
        table = designer.find("tree table", "Outline")
        rows = [row.name for row in table.find("list", "Outline").children]
        assert re.match("Stage 1 of 6, Qualify, 7 steps", rows[0]), rows[0]
        assert [int(re.match(r"Step (\d+) of 7, ", row)[1]) for row in rows[1:8]] == list(range(1, 8)), rows
        assert rows[8] == "Add step to Qualify", rows[8]
        nameless = [thing for thing in table.read().walk() if thing.role in ("table cell", "table row", "list")
                    and (not thing.name.strip() or re.match("Gtk|Sc[A-Z]", thing.name))]
        assert not nameless, nameless


if __name__ == "__main__":
    main()
