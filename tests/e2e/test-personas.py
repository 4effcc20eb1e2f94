#!/usr/bin/python3
# test-personas.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who can use a flow, with the whole program: the bar that says nobody can, and personas."""

import os
import pathlib
import re
import xml.etree.ElementTree as ET

from keyboard import command, go
from scenario import main, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
SAMPLE = pathlib.Path(os.environ["STAGECRAFT_SOURCE"], "data/samples/contoso-sales.stagecraft")
SPACE = "{urn:stagecraft:definition:1}"
FLOW = "cts_leadtoopportunity"
USER = {"Append", "AppendTo", "Create", "Read", "Write"}
ONLY = "Only administrators and customizers can run this flow."


def write(folder, granted):
    """The sample; granted: whether roles may use its first flow."""
    path = folder / "sales.stagecraft"
    lines = SAMPLE.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if granted or f'{FLOW}"' not in line or "<privilege" not in line),
                    "utf-8")
    return path


def privileges(path, role):
    """What a role may do with the flow, as the file has it; None: there is no such role."""
    found = next((one for one in ET.parse(path).iter(f"{SPACE}role") if one.get("name") == role), None)
    return None if found is None else {match[1] for one in found.iter(f"{SPACE}privilege")
                                       if (match := re.fullmatch(rf"prv(\w+){FLOW}", one.get("name")))}


def personas(path):
    """(name, number of roles) of those that the file has."""
    return [(one.get("name"), len(list(one))) for one in ET.parse(path).iter(f"{SPACE}persona")]


def show(designer, page):
    """By pointer."""
    designer.key("ctrl+3")
    designer.click(designer.find("page tab", page))


def open_by_keys(designer):
    designer.key("ctrl+3")
    wait("the view to have the keyboard", lambda: designer.focused() and designer.focused().name == "Add Role…")
    command(designer, "what personas can do")
    return go(designer, "Tab", "Add Persona$")


def wait_for_name(designer):
    """The keyboard is in the name of a persona; the toolkit does not say so of such a field, only of what had it."""
    def elsewhere():
        focused = designer.focused()
        return focused is None or not re.search("Add Persona$|^(New Persona|Field Sales): ", focused.name)

    wait("the name to have the keyboard", elsewhere)


def act(designer, name):
    """Whether the bar offers that to the chosen persona, for the flow that is open."""
    return designer.look(None, f"{name}: yes") is not None


@scenario
def bar_by_pointer(folder):
    """the bar gives a role what it takes, by pointer; undo brings it back, and it can be closed"""
    path = write(folder, False)
    with Designer(path, size=SIZE) as designer:
        designer.find(None, ONLY)
        designer.click(designer.find(("toggle button", "push button"), "Give Access…"))
        go(designer, "Tab", "^Let the role “Sales Rep” use the flow$")
        designer.key("Return")
        designer.gone(None, ONLY)
        designer.save()
        assert privileges(path, "Sales Rep") == USER, privileges(path, "Sales Rep")
        designer.key("ctrl+z")
        designer.click(designer.find("push button", "Hide for This Flow"))
        designer.gone(None, ONLY)
        designer.key("ctrl+3")
        designer.find(None, re.compile("^Only System Administrator and System Customizer can run this flow"))


@scenario
def bar_by_keys(folder):
    """a role of its own for a flow that nobody can run, by keys"""
    path = write(folder, False)
    with Designer(path, size=SIZE) as designer:
        designer.find(None, ONLY)
        designer.log.wait("first-frame")
        designer.key("ctrl+2")
        wait("the outline to have the keyboard", lambda: designer.focused() and designer.focused().role == "table cell")
        go(designer, "shift+Tab", "^Give Access…$")
        designer.key("Return")
        designer.find("push button", re.compile("^Add a role"))
        go(designer, "Tab", "^Add a role “Lead to Opportunity User”$")
        designer.key("Return")
        designer.gone(None, ONLY)
        designer.save()
    assert privileges(path, "Lead to Opportunity User") == USER


@scenario
def follows_the_matrix(folder):
    """what a persona can do follows a toggle of the matrix"""
    path = write(folder, True)
    with Designer(path, size=SIZE) as designer:
        show(designer, "Personas")
        designer.click(designer.find("push button", re.compile("One Persona per Role")))
        wait("the buttons of the bar", lambda: act(designer, "Next Stage") and not act(designer, "Delete"))
        designer.find(None, "Lead: Lead to Opportunity")
        show(designer, "This Flow")
        designer.click(designer.find("check box", re.compile("^Sales Rep[:,] Write.*, Organization$")))
        show(designer, "Personas")
        wait("the flow to be read-only", lambda: not act(designer, "Next Stage") and act(designer, "See the bar"))
        designer.key("ctrl+z")
        wait("all to be as it was", lambda: act(designer, "Next Stage"))


@scenario
def by_keys(folder):
    """a persona is made, named, given roles, copied and deleted by keys; the file keeps what is left"""
    path = write(folder, True)
    with Designer(path, size=SIZE) as designer:
        open_by_keys(designer)
        designer.key("Return")
        wait_for_name(designer)
        designer.type("Field Sales")
        designer.find("list item", "Field Sales: No roles")
        go(designer, "Tab", "^Roles: No roles$")
        designer.key("Return")
        go(designer, "Tab", "^Sales Rep$")
        designer.key("space")
        go(designer, "Tab", "^Sales Manager$", most=5)
        designer.key("space", "Escape")
        designer.find("list item", "Field Sales: Sales Rep, Sales Manager")
        wait("the buttons of the bar", lambda: act(designer, "Delete"))
        go(designer, "shift+Tab", "^Field Sales: ")
        designer.key("ctrl+d")
        designer.find("list item", re.compile("^Field Sales Copy: "))
        designer.save()
        assert personas(path) == [("Field Sales", 2), ("Field Sales Copy", 2)], personas(path)
        go(designer, "shift+Tab", "^Field Sales Copy: ")
        designer.key("Delete")
        designer.gone("list item", re.compile("^Field Sales Copy: "))
        go(designer, "shift+Tab", "^Field Sales: ")
        designer.key("F2")
        wait_for_name(designer)
        designer.type("Sales")
        designer.save()
    assert personas(path) == [("Sales", 2)], personas(path)


@scenario
def narrow(folder):
    """at 360 pixels the list is above what there is to say of the chosen one, and all of it in reach"""
    path = write(folder, True)
    with Designer(path, size=(360, 760)) as designer:
        designer.key("ctrl+F8")
        open_by_keys(designer)
        go(designer, "Tab", "One Persona per Role$")
        designer.key("Return")
        row = designer.find("list item", "Sales Rep: Sales Rep")
        first = designer.find(None, "Lead: Lead to Opportunity")
        assert row.box.y + row.box.height <= first.box.y, f"{row.box} is not above {first.box}"
        go(designer, "Tab", "^Opportunity Sales Process$", most=80)


if __name__ == "__main__":
    main()
