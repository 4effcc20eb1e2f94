#!/usr/bin/python3
# test-find.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""People find what they look for, go there, and put another text in its place, by keyboard."""

import os
import pathlib
import re

from scenario import main, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
SAMPLE = pathlib.Path(os.environ["STAGECRAFT_SOURCE"]) / "data/samples/contoso-sales.stagecraft"


def start(folder, size=SIZE):
    path = folder / "sales.stagecraft"
    path.write_bytes(SAMPLE.read_bytes())
    return path, Designer(path, size=size)


def begin(designer, key="ctrl+f"):
    """The field to type into."""
    designer.click(designer.canvas, across=4, down=4)
    designer.key(key)
    return wait("the field to have the focus", lambda: designer.focused() if designer.focused() and
                designer.focused().role in ("entry", "text") else None)


def says(designer, text):
    designer.find(("label", "status bar"), text)


def is_selected(designer, label):
    return "selected" in designer.step(label).states


@scenario
def walk(folder):
    """from match to match by keys, to the step and back out; nothing is changed"""
    path, program = start(folder)
    before = path.read_bytes()
    with program as designer:
        designer.fit()
        begin(designer)
        designer.type("budget")
        says(designer, "7 matches")
        assert not is_selected(designer, "Estimated budget")
        designer.key("Return")
        says(designer, "1 of 7")
        designer.key("F3")
        says(designer, "2 of 7")
        wait("the step to be selected", lambda: is_selected(designer, "Estimated budget"))
        designer.key("shift+F3", "shift+F3")
        says(designer, "7 of 7")
        designer.key("ctrl+g", "Return")
        says(designer, "2 of 7")
        designer.key("shift+Return")
        says(designer, "1 of 7")
        designer.key("Return", "Escape")
        wait("the step to have the focus", lambda: "Estimated budget" in designer.focused().name)
        designer.gone("label", "2 of 7")
        # What was looked for is still there.
        designer.key("ctrl+f")
        says(designer, "2 of 7")
        designer.key("Escape")
        assert not designer.is_modified()
    assert path.read_bytes() == before


@scenario
def results(folder):
    """the list is reached, walked and left by keys; it leads into other flows"""
    _, program = start(folder)
    with program as designer:
        designer.fit()
        begin(designer, "ctrl+shift+f")
        designer.type("phone to case")
        designer.key("Down")
        wait("the first row to have the focus", lambda: designer.focused().name.startswith("Phone to Case, "))
        designer.key("Return")
        wait("the other flow to be open", lambda: "Qualify" not in designer.outline())
        designer.key("Escape")
        designer.gone("list item", re.compile("^Phone to Case, .* · Label$"))
        assert not designer.is_modified()


@scenario
def replace(folder):
    """Replace All is one step for Undo, and the file holds what was replaced and nothing else"""
    path, program = start(folder)
    before = path.read_bytes()
    with program as designer:
        designer.fit()
        begin(designer, "ctrl+h")
        designer.type("Estimated budget")
        says(designer, "1 match")
        designer.key("ctrl+h")
        designer.type("Zqx")
        designer.key("alt+a")
        says(designer, "1 replaced")
        designer.step("Zqx")
        designer.key("Escape", "ctrl+z")
        designer.step("Estimated budget")
        wait("nothing to be left to save", lambda: not designer.is_modified())
        assert path.read_bytes() == before

        designer.key("ctrl+shift+z")
        designer.step("Zqx")
        designer.save()
    after = path.read_bytes()
    assert after != before
    assert after.replace(b"Zqx", b"Estimated budget") == before


@scenario
def one_by_one(folder):
    """Enter in the field of the replacement replaces and goes on; ids say why they stay"""
    _, program = start(folder)
    with program as designer:
        designer.fit()
        begin(designer, "ctrl+h")
        designer.type("account")
        designer.key("ctrl+h")
        designer.type("Firm")
        designer.key("Return", "Return")
        wait("something to be replaced", designer.is_modified)
        designer.key("Escape", "ctrl+z")
        wait("nothing to be left to save", lambda: not designer.is_modified())


@scenario
def column(folder):
    """who uses a column can be found one by one, and a match tells who uses its column"""
    _, program = start(folder)
    with program as designer:
        designer.fit()
        designer.step("Estimated budget").act("step.select")
        designer.step("Estimated budget").act("step.show-uses")
        message = designer.find("dialog", re.compile("^Where “Estimated budget” Is Used"))
        designer.click(message.find("push button", re.compile("Find and Replace…$")))
        designer.gone("dialog", re.compile("^Where"))
        row = designer.find("list item", re.compile("^budgetamount, .*Qualify › Estimated budget · Column"))
        designer.click(row.find("push button", re.compile("Where Is It Used")))
        designer.find("dialog", re.compile("^Where “Budget Amount” Is Used"))
        designer.key("Escape")
        designer.gone("dialog", re.compile("^Where"))


@scenario
def options(folder):
    """the options are walked by arrows; a pattern that cannot be read is explained"""
    _, program = start(folder)
    with program as designer:
        designer.fit()
        begin(designer)
        designer.type("(bud")
        says(designer, "No matches")
        designer.click(designer.find(name="How and where to look"))
        wait("the options", lambda: designer.focused() and "Match" in designer.focused().name)
        designer.key("Down", "Down", "space")
        says(designer, re.compile("do not belong together"))
        designer.key("Escape")
        # Back on the button, whose Escape closes the bar.
        wait("the options to go", lambda: designer.focused() and "How and" in designer.focused().name)
        designer.key("Escape")
        designer.gone("entry", "Find")


@scenario
def narrow(folder):
    """at 360 pixels everything is there"""
    _, program = start(folder, (360, 720))
    with program as designer:
        designer.click(designer.canvas, across=0.5, down=0.9)
        designer.key("ctrl+h")
        designer.type("budget")
        says(designer, "7 matches")
        for name in ("Previous match", "Next match", "How and where to look", "Close the search", re.compile("Replace$"),
                     re.compile("Replace All$")):
            box = designer.find(("push button", "toggle button"), name).box
            assert 0 <= box.x and box.x + box.width <= 360, (name, box)
        designer.click(designer.find("push button", "Next match"))
        says(designer, "1 of 7")
        designer.screenshot("find-narrow")


if __name__ == "__main__":
    main()
