#!/usr/bin/python3
# test-uses.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Before something goes that something else uses, the person sees who uses it."""

import os
import pathlib
import re

from scenario import main, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
SAMPLE = pathlib.Path(os.environ["STAGECRAFT_SOURCE"]) / "data/samples/contoso-sales.stagecraft"
HEADING = re.compile("^Delete step “Estimated budget”")
BROKEN = re.compile("^Error, BR-01, ")
BRANCH = re.compile("^Branch “Large deal” behind “Qualify”: It asks for “Budget Amount”")


def start(folder):
    path = folder / "sales.stagecraft"
    path.write_bytes(SAMPLE.read_bytes())
    return path, Designer(path, size=SIZE)


def steps(designer):
    return designer.outline()["Qualify"]


def select(designer, label):
    designer.click(designer.step(label), across=60)
    wait(f"{label} to be selected", lambda: "selected" in designer.step(label).states)


@scenario
def keyboard(folder):
    """Delete asks, Escape keeps, and a key of the message deletes; undone, the file is as it was"""
    path, program = start(folder)
    before = path.read_bytes()
    with program as designer:
        select(designer, "Estimated budget")
        designer.key("Delete")
        message = designer.find("dialog", HEADING)
        message.find("list item", BRANCH)
        designer.key("Escape")
        designer.gone("dialog", HEADING)
        assert "Estimated budget" in steps(designer)
        assert not designer.is_modified()

        designer.key("Delete")
        designer.find("dialog", HEADING)
        designer.key("alt+d")
        designer.gone("dialog", HEADING)
        wait("the step to be gone", lambda: "Estimated budget" not in steps(designer))
        designer.find("list item", BROKEN)
        wait("the next step to have the focus", lambda: "Purchase process" in designer.focused().name)
        designer.key("ctrl+z")
        wait("the step to be back", lambda: "Estimated budget" in steps(designer))

        select(designer, "Estimated budget")
        designer.key("Delete")
        designer.find("dialog", HEADING)
        designer.key("alt+o")
        designer.gone("dialog", HEADING)
        wait("the step to be gone", lambda: "Estimated budget" not in steps(designer))
        designer.gone("list item", BROKEN)
        designer.key("ctrl+z")
        wait("both to be back", lambda: "Estimated budget" in steps(designer))
        wait("nothing to be left to save", lambda: not designer.is_modified())
    assert path.read_bytes() == before


@scenario
def unused(folder):
    """what nothing uses goes without a question"""
    _, program = start(folder)
    with program as designer:
        select(designer, "Call summary")
        designer.key("Delete")
        wait("the step to be gone", lambda: "Call summary" not in steps(designer))
        assert not designer.look("dialog", re.compile("^Delete step"))


@scenario
def pointer(folder):
    """a click on who uses it leads there and leaves everything as it is"""
    _, program = start(folder)
    with program as designer:
        select(designer, "Estimated budget")
        designer.key("Delete")
        message = designer.find("dialog", HEADING)
        designer.click(message.find("list item", BRANCH))
        designer.gone("dialog", HEADING)
        designer.find("label", "Condition")
        assert "Estimated budget" in steps(designer)
        assert not designer.is_modified()


@scenario
def drag(folder):
    """a drop that takes a step from a condition is made, told, and undone"""
    _, program = start(folder)
    with program as designer:
        since = designer.log.mark()
        designer.drag(designer.step("Estimated budget"), designer.step("Company size"), down=0.9)
        # It stays for seconds only: less than it takes to look through a window on a busy machine.
        designer.log.wait("tell A condition asks for this step", since)
        designer.click(designer.find("push button", re.compile("^_?Undo$")))
        wait("the step to be back", lambda: "Estimated budget" in steps(designer))
        wait("nothing to be left to save", lambda: not designer.is_modified())


@scenario
def where_used(folder):
    """the menu of a step and the inspector say where it is used"""
    _, program = start(folder)
    with program as designer:
        select(designer, "Estimated budget")
        designer.key("shift+F10")
        designer.find("menu item", "Where Is It Used…")
        designer.choose("Where Is It Used…")
        message = designer.find("dialog", re.compile("^Where “Estimated budget” Is Used"))
        message.find("list item", re.compile("^Branch “Large deal”"))
        designer.key("Escape")
        designer.gone("dialog", re.compile("^Where"))


if __name__ == "__main__":
    main()
