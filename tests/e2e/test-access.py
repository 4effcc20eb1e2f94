#!/usr/bin/python3
# test-access.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The grids of privileges, by pointer and by keys; the saved role is, byte for byte, one that was written with these
privileges from the start."""

import re

import golden
import screen
from scenario import main, same, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
FLOW = "fab_onboarding"
ROLE = "Roles/Request Handler.xml"
SECOND_ID = "{0a3f4c58-11aa-4c1c-9e5f-0d6f6a3b9c03}"


def write(folder, privileges=(), second=None):
    """A package of one flow and a role, or two."""
    flow = golden.onboarding()
    files = golden.package(flow, list(privileges))
    if second is not None:
        files["Roles/Second Line.xml"] = second_role(second)
    golden.write(folder, files)
    return golden.read_folder(folder)


def second_role(privileges):
    text = golden.role(list(privileges)).replace(golden.ROLE_ID, SECOND_ID).replace("Request Handler", "Second Line")
    return text.encode()


def on_flow(*accesses):
    return [f"prv{access}{FLOW}" for access in accesses]


def show(designer, page):
    designer.key("ctrl+3")
    designer.click(designer.find(("page tab", "toggle button", "radio button"), page))
    designer.find("table cell", re.compile("^Request Handler, Create on "))


def cell(designer, access, level=None, role="Request Handler", on="Onboarding.*"):
    name = rf"^{role}, {access} on {on}, {level or '.*'}$"
    return designer.find("table cell", re.compile(name))


def hold(designer, target):
    """Presses the pointer on a cell, without letting go."""
    designer.aim(target)
    screen.press()


def carry(designer, target):
    """Moves the pointer there, in steps as a hand does."""
    x0, y0 = designer.pointer()
    x, y = designer.point(target)
    for part in range(1, 9):
        screen.move(x0 + (x - x0) * part // 8, y0 + (y - y0) * part // 8)
    screen.move(x + 1, y)


@scenario
def pointer(folder):
    """clicks a cell to and fro, paints over others in one edit, and saves"""
    before = write(folder, on_flow("Append"))
    with Designer(folder, size=SIZE) as designer:
        show(designer, "Tables")
        designer.click(cell(designer, "Read", "None"))
        cell(designer, "Read", "Organization")
        designer.click(cell(designer, "Read"))
        cell(designer, "Read", "None")
        hold(designer, cell(designer, "Create", "None"))
        carry(designer, cell(designer, "Delete"))
        cell(designer, "Write", "Organization")
        screen.release()
        for access in ("Create", "Read", "Write", "Delete", "Append"):
            cell(designer, access, "Organization")
        cell(designer, "Append To", "None")
        designer.key("ctrl+z")
        for access in ("Create", "Read", "Write", "Delete"):
            cell(designer, access, "None")
        designer.key("ctrl+shift+z")
        cell(designer, "Delete", "Organization")
        designer.save()
        designer.screenshot("access-pointer")
    privileges = on_flow("Create", "Read", "Write", "Delete", "Append")
    same(golden.read_folder(folder), {**before, ROLE: golden.role(privileges).encode()}, "the saved folder")


@scenario
def taken_back(folder):
    """Escape, and undo, in the middle of painting leave nothing behind"""
    before = write(folder, on_flow("Append"))
    with Designer(folder, size=SIZE) as designer:
        show(designer, "Tables")
        hold(designer, cell(designer, "Create", "None"))
        carry(designer, cell(designer, "Write"))
        cell(designer, "Read", "Organization")
        designer.key("Escape")
        cell(designer, "Read", "None")
        carry(designer, cell(designer, "Delete"))
        screen.release()
        cell(designer, "Delete", "None")
        assert not designer.is_modified(), "an edit came of what was taken back"

        designer.click(cell(designer, "Append To", "None"))
        cell(designer, "Append To", "Organization")
        hold(designer, cell(designer, "Create", "None"))
        carry(designer, cell(designer, "Write"))
        cell(designer, "Write", "Organization")
        designer.key("ctrl+z")
        cell(designer, "Append To", "None")
        cell(designer, "Write", "None")
        screen.release()
        designer.click(cell(designer, "Delete", "None"))
        cell(designer, "Delete", "Organization")
        cell(designer, "Write", "None")
        designer.save()
    expected = {**before, ROLE: golden.role(on_flow("Delete", "Append")).encode()}
    same(golden.read_folder(folder), expected, "the saved folder")


def await_focus(designer, name):
    wait(f"{name} to have the focus, not {designer.focused()}",
         lambda: designer.focused() and re.search(name, designer.focused().name))


@scenario
def keyboard(folder):
    """walks the cells, gives a level by its number, and a preset from the menu of the role"""
    before = write(folder)
    with Designer(folder, size=SIZE) as designer:
        show(designer, "Tables")
        await_focus(designer, "^Request Handler, Create on Onboarding")
        designer.key("End")
        await_focus(designer, "^Request Handler, Read on Process, None")
        designer.key("4")
        await_focus(designer, "^Request Handler, Read on Process, Organization")
        designer.key("Home", "Right", "space")
        await_focus(designer, "^Request Handler, Read on Onboarding.*, Organization")
        designer.key("Down", "0")
        await_focus(designer, "^Request Handler, Read on Onboarding.*, None")
        designer.key("Up")
        await_focus(designer, "^Read, Onboarding")
        designer.key("Up")
        await_focus(designer, "^Onboarding")
        designer.key("Return")
        designer.choose("User: Start the flow and move between stages")
        cell(designer, "Append To", "Organization")
        cell(designer, "Delete", "None")
        designer.save()
    privileges = on_flow("Create", "Read", "Write", "Append", "AppendTo") + ["prvReadWorkflow"]
    same(golden.read_folder(folder), {**before, ROLE: golden.role(privileges).encode()}, "the saved folder")


@scenario
def copied(folder):
    """copies what one role has to another, by the menu of its name, and turns the grid round"""
    before = write(folder, on_flow("Create", "Read", "Append"), on_flow("Delete"))
    with Designer(folder, size=SIZE) as designer:
        show(designer, "All Flows")
        designer.click(designer.find("row header", "Request Handler"))
        designer.choose("Copy to Other Roles…")
        designer.find("entry", "Filter what to copy to")
        designer.type("second")
        designer.click(designer.window.find("check box", "Second Line"))
        designer.click(designer.window.find("push button", re.compile("Copy")))
        cell(designer, "Create", "Organization", "Second Line")
        cell(designer, "Delete", "None", "Second Line")
        designer.click(designer.find("push button", "Turn Rows and Columns"))
        # GTK 4.8 has no name for the role of a column header.
        designer.find(None, "Create, Second Line")
        designer.find("row header", re.compile("^Onboarding"))
        cell(designer, "Read", "Organization", "Second Line").act("cell.next-level")
        cell(designer, "Read", "None", "Second Line")
        designer.save()
    expected = {**before, "Roles/Second Line.xml": second_role(on_flow("Create", "Append"))}
    same(golden.read_folder(folder), expected, "the saved folder")


@scenario
def repaired(folder):
    """a role that can open the flow but not read its table is marked, and mended where the mark is"""
    flow = golden.onboarding()
    flow.stages[-1].table = "account"
    privileges = on_flow("Append", "Create", "Read", "Write") + ["prvReadfab_Request", "prvWritefab_Request"]
    golden.write(folder, golden.package(flow, privileges))
    before = golden.read_folder(folder)
    with Designer(folder, size=SIZE) as designer:
        show(designer, "Tables")
        name = designer.find("row header", "Request Handler")
        wait("the mark", lambda: "not read" in name.description)
        designer.click(name)
        designer.choose("Let the role “Request Handler” read all tables of the flow")
        cell(designer, "Read", "Organization", on="Account")
        wait("the mark to go", lambda: "not read" not in name.description)
        designer.save()
    expected = {**before, ROLE: golden.role(privileges + ["prvReadAccount"]).encode()}
    same(golden.read_folder(folder), expected, "the saved folder")


if __name__ == "__main__":
    main()
