#!/usr/bin/python3
# test-keyboard.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything the pointer does to a flow, the keyboard does too. The pointer rests in a corner."""

import os
import re
import time

import golden
from keyboard import focus_canvas
from scenario import main, outline, same, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
SAMPLE = os.environ["STAGECRAFT_SOURCE"] + "/data/samples/contoso-sales.stagecraft"


def focus(designer, key, name):
    designer.key(key)
    wait(f"{name} to have the focus", lambda: re.search(rf"^St(age|ep) \d+ of \d+: {re.escape(name)},",
                                                        designer.focused().name), timeout=5)


@scenario
def redesign(folder):
    """moves, renames, adds, deletes and requires without the pointer, and saves"""
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, []))
    before = golden.read_folder(folder)
    with Designer(folder, size=SIZE) as designer:
        designer.move(1, 1)
        focus_canvas(designer)

        designer.key("alt+Right")
        flow.move_stage("Request", 1)
        designer.await_outline(outline(flow))

        focus(designer, "Down", "Subject")
        designer.key("alt+Down")
        flow.move_step("Subject", "Request", "Request", 1)
        designer.await_outline(outline(flow))
        designer.key("alt+Right")
        flow.move_step("Subject", "Request", "Deliver", 1)
        designer.await_outline(outline(flow))

        designer.key("ctrl+r")
        wait("the step to be required", lambda: ", required" in designer.step("Subject").name)
        next(step for step in flow.stage("Deliver").steps if step.label == "Subject").required = True

        designer.key("F2")
        designer.find("text", "Name of the step")
        designer.type("Topic")
        designer.key("Return")
        next(step for step in flow.stage("Deliver").steps if step.label == "Subject").label = "Topic"
        designer.await_outline(outline(flow))

        designer.key("ctrl+n")
        designer.find("text", "Name of the step")
        designer.type("Soon gone")
        designer.key("Return")
        wait("the new step", lambda: "Soon gone" in designer.outline()["Deliver"])
        designer.key("Delete")
        designer.await_outline(outline(flow))

        designer.key("ctrl+shift+n")
        designer.find("text", "Name of the stage")
        designer.type("Soon gone too")
        designer.key("Return")
        wait("the new stage", lambda: "Soon gone too" in designer.outline())
        designer.key("Delete")
        designer.await_outline(outline(flow))
        designer.save()
    name = next(name for name in before if name.endswith(".xaml"))
    expected = {**before, name: golden.xaml(flow).encode(), name + ".data.xml": golden.record(flow).encode()}
    same(golden.read_folder(folder), expected, "the saved folder")


@scenario
def arrows(folder):
    """arrows lead to every stage and every step"""
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, []))
    with Designer(folder, size=SIZE) as designer:
        focus_canvas(designer)
        for position, stage in enumerate(flow.stages):
            if position:
                focus(designer, "Right", stage.name)
            for step in stage.steps:
                focus(designer, "Down", step.label)
            for step in reversed(stage.steps[:-1]):
                focus(designer, "Up", step.label)
            focus(designer, "Up", stage.name)
        focus(designer, "Home", flow.stages[0].name)
        focus(designer, "End", flow.stages[-1].name)


@scenario
def typed_names(folder):
    """typing the beginning of a name goes to the stage or step, and again to the next one"""
    golden.write(folder, golden.package(golden.onboarding(), []))
    with Designer(folder, size=SIZE) as designer:
        focus_canvas(designer)

        def type_to(text, name):
            designer.type(text)
            wait(f"{text!r} to lead to {name}, not {designer.focused()}",
                 lambda: re.search(rf"^St(age|ep) \d+ of \d+: {re.escape(name)},", designer.focused().name), timeout=5)
            time.sleep(1.3)  # the next letter begins another name

        type_to("pri", "Priority")
        type_to("review & s", "Review & sign")
        type_to("s", "Start date")
        type_to("s", "Subject")
        type_to("ss", "Subject")
        type_to("DELIV", "Deliver")
        # What nothing is called by leads nowhere, and changes nothing.
        type_to("xyzzy", "Deliver")
        assert not designer.is_modified()


PANES = {"Flow": "canvas", "Outline": "outline", "ScNavigator": "navigator", "GtkPaned": "problems",
         "ScSecurityView": "security"}


def pane(designer):
    """Where the keyboard is. The entry that comes first in the inspector is not said to have it."""
    thing = designer.focused()
    if not thing:
        return "inspector"
    while thing and thing.name not in PANES:
        thing = thing.parent
    return thing and PANES[thing.name]


def go_round(designer, key, expected):
    for name in expected:
        designer.key(key)
        wait(f"{key} to lead to the {name}, not to {designer.focused()}", lambda name=name: pane(designer) == name, timeout=5)


@scenario
def panes(_):
    """F6 leads round the panes, and Escape from each back to the flow"""
    with Designer(SAMPLE, size=SIZE) as designer:
        designer.move(1, 1)
        wait("the flow to have the keyboard", lambda: pane(designer) == "canvas")
        designer.key("Home", "Down")
        wait("a step", lambda: designer.focused().name.startswith("Step 1 of 7"))
        go_round(designer, "F6", ["inspector", "problems", "navigator", "canvas"])
        assert designer.focused().name.startswith("Step 1 of 7"), designer.focused()
        go_round(designer, "shift+F6", ["navigator", "problems", "inspector", "canvas"])
        for count in (1, 2, 3):
            for _ in range(count):
                designer.key("F6")
            wait("another pane", lambda: pane(designer) != "canvas")
            designer.key("Escape")
            wait(f"the step to have the keyboard again, not {designer.focused()}",
                 lambda: designer.focused().name.startswith("Step 1 of 7"))
        designer.key("F9", "shift+F9")
        go_round(designer, "F6", ["problems", "canvas"])
        designer.key("ctrl+2")
        wait("the outline", lambda: pane(designer) == "outline")
        go_round(designer, "F6", ["problems", "outline"])


@scenario
def rename_left(folder):
    """a name that is being typed is kept when another key takes the keyboard elsewhere"""
    golden.write(folder, golden.package(golden.onboarding(), []))
    with Designer(folder, size=SIZE) as designer:
        focus_canvas(designer)
        for key, name in (("ctrl+f", "Asked"), ("ctrl+k", "Listed"), ("F6", "Passed")):
            designer.key("Home", "F2")
            field = designer.find("text", "Name of the stage")
            designer.key("ctrl+a")
            designer.type(name)
            wait(f"{name} to be typed", lambda field=field, name=name: field.text == name)
            designer.key(key)
            designer.gone("text", "Name of the stage")
            wait(f"the stage to be called {name}", lambda name=name: next(iter(designer.outline())) == name)
            designer.key("Escape", "Escape")
            focus_canvas(designer)


@scenario
def zoom(folder):
    """Ctrl with plus, minus, 0 and 9 zooms"""
    golden.write(folder, golden.package(golden.onboarding(), []))
    with Designer(folder, size=SIZE) as designer:
        focus_canvas(designer)
        designer.key("ctrl+plus")
        wait("a larger flow", lambda: designer.zoom > 1)
        designer.key("ctrl+0")
        wait("the flow at its size", lambda: designer.zoom == 1)
        designer.key("ctrl+minus")
        wait("a smaller flow", lambda: designer.zoom < 1)
        designer.key("ctrl+0", "ctrl+9")
        wait("the whole flow", lambda: designer.zoom < 1)


@scenario
def security(folder):
    """Space grants and takes a privilege"""
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, ["prvReadfab_onboarding"]))
    before = golden.read_folder(folder)
    with Designer(folder, size=SIZE) as designer:
        designer.key("ctrl+3")
        designer.find("check box", re.compile("^Request Handler, Read on"))
        for _ in range(60):
            focused = designer.focused()
            if focused and focused.role == "check box" and focused.name.startswith("Request Handler,"):
                break
            designer.key("Tab")
        else:
            raise AssertionError("Tab never came to the matrix")
        designer.key("Home")
        for access in ("Create", "Read"):
            if not designer.focused().name.startswith(f"Request Handler, {access}"):
                designer.key("Right")
            wait(access, lambda access=access: designer.focused().name.startswith(f"Request Handler, {access} "))
            designer.key("space")
        designer.find("check box", re.compile("^Request Handler, Create on .*, Organization"))
        designer.find("check box", re.compile("^Request Handler, Read on .*, None"))
        designer.save()
    expected = {**before, "Roles/Request Handler.xml": golden.role(["prvCreatefab_onboarding"]).encode()}
    same(golden.read_folder(folder), expected, "the saved folder")


def focus_line(designer, key, name):
    designer.key(key)
    wait(f"{name} to have the focus, not {designer.focused()}", lambda: designer.focused().name.startswith(name), timeout=5)


def focus_filter(designer):
    """Where Tab comes to behind the inspector, after many stops."""
    designer.click(designer.find("entry", "Filter problems"))
    designer.move(1, 1)
    wait("the filter to have the focus", lambda: designer.focused() and designer.focused().name == "Filter problems")


def tab_to_list(designer):
    for _ in range(8):
        designer.key("Tab")
        focused = designer.focused()
        if focused and re.match("Heading|Warning, |Advice, ", focused.name):
            return
    raise AssertionError(f"Tab never came to the problems, but to {designer.focused()}")


@scenario
def problems(_):
    """folds, unfolds, goes to, explains and repairs problems without the pointer"""
    with Designer(SAMPLE, size=SIZE) as designer:
        designer.move(1, 1)
        focus_filter(designer)
        designer.type("SP-")
        wait("the other problems to go", lambda: len(designer.root.find_all("list item", re.compile("Heading 1: "))) == 1)
        designer.key("F8")
        wait("the step to be selected", lambda: "selected" in designer.step("Decision maker?").states)
        wait("the keyboard to stay", lambda: designer.focused().name == "Filter problems")

        tab_to_list(designer)
        focus_line(designer, "Home", "Heading 1: Lead to Opportunity, 1 warning, 1 of 1")
        assert "expanded" in designer.focused().states
        designer.key("Left")
        designer.gone("list item", re.compile("^Warning, SP-08"))
        wait("the heading to be folded", lambda: "expanded" not in designer.focused().states)
        designer.key("Right")
        designer.find("list item", re.compile("^Warning, SP-08"))
        focus_line(designer, "Right", "Heading 2: Qualify, 1 warning, 1 of 1")
        focus_line(designer, "Right", "Warning, SP-08, ")
        assert designer.focused().name.endswith(", Decision maker?, 1 of 1"), designer.focused().name
        focus_line(designer, "Left", "Heading 2: Qualify")
        focus_line(designer, "Down", "Warning, SP-08, ")

        designer.key("F1")
        designer.find("frame", "Rules")
        designer.key("Escape")
        designer.gone("frame", "Rules")
        designer.key("Menu")
        designer.find("push button", "About Rule SP-08…")
        designer.key("Escape")
        wait("the problem to have the focus again", lambda: designer.focused()
             and (designer.focused().name.startswith("Warning, SP-08, ") or designer.focused().name == "Fix"))
        focus_line(designer, "Up", "Heading 2: Qualify")
        focus_line(designer, "Down", "Warning, SP-08, ")
        designer.key("Return")
        wait("the step to have the focus", lambda: designer.focused().name.startswith("Step 6 of 7: Decision maker?"))

        focus_filter(designer)
        designer.key("ctrl+a", "Delete")
        wait("the other problems", lambda: len(designer.root.find_all("list item", re.compile("Heading 1: "))) > 1)
        tab_to_list(designer)
        designer.key("Home")
        for _ in range(20):
            if designer.focused().name.startswith("Warning, SP-08, "):
                break
            designer.key("Down")
        designer.key("ctrl+period")
        designer.find("push button", re.compile("^Do not require"))
        designer.key("Return")
        designer.gone("list item", re.compile("^Warning, SP-08"))
        wait("the line behind it to have the focus",
             lambda: designer.focused() and designer.focused().name.startswith("Heading"))


if __name__ == "__main__":
    main()
