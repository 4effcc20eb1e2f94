#!/usr/bin/python3
# test-templates.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Flows from templates, with the whole program."""

import os
import pathlib
import re
import xml.etree.ElementTree as ET

import screen
from keyboard import fill, go
from scenario import main, scenario
from stagecraft_driver import Designer, wait

SIZE = (1400, 900)
TEMPLATES = pathlib.Path(os.environ["STAGECRAFT_SOURCE"], "data", "templates")
SPACE = "{urn:stagecraft:definition:1}"


def shape(path):
    """The stages with their steps, and what those show."""
    flow = ET.parse(path).getroot().find(f"{SPACE}flow")
    return [(stage.get("label"), stage.get("table"), stage.get("category"),
             [(step.get("label"), step.get("column"), step.get("control")) for step in stage.findall(f"{SPACE}step")])
            for stage in flow.findall(f"{SPACE}stage")]


def ids(path):
    return {thing.get("id") for thing in ET.parse(path).iter() if thing.get("id")}


def stage_id(path, label):
    return next(stage.get("id") for stage in ET.parse(path).iter(f"{SPACE}stage") if stage.get("label") == label)


def read_tables(designer):
    """The files of the catalogue that were read."""
    return {found[1] for line in designer.log.lines if (found := re.search(r"sc-catalogue-DEBUG.* read (\w+)$", line))}


def start(designer, title):
    """A new solution with a flow from that template, by keys."""
    designer.find("frame").act("win.new-solution")
    fill(designer, "New Solution", ["Fabrikam Sales", None, "1.0.0.0", "Fabrikam"])
    designer.find("frame").act("win.new-flow")
    dialog = designer.find("dialog", "New Flow")
    go(designer, "shift+Tab", "^Empty$")
    go(designer, "Down", f"^{title}$")
    wait("the name", lambda: title in [field.text for field in dialog.find_all("text")])
    designer.key("Return")
    designer.gone("dialog", "New Flow")


def insert(designer, title):
    """By keys, from the list beside the canvas."""
    designer.find("frame").act("win.insert-template")
    wait("the list to have the keyboard", lambda: designer.focused() and designer.focused().role == "list item")
    designer.key("Home")
    go(designer, "Down", f"^{title}$")
    designer.key("Return")


def save_as(designer, path):
    designer.key("ctrl+s")
    designer.find(None, "Save As")
    designer.key("ctrl+a")
    designer.type(str(path))
    designer.key("Return")
    wait("everything to be saved", lambda: not designer.is_modified())


@scenario
def by_keys(folder):
    """a flow is made from a template with keys only; of the catalogue no more is read than it takes"""
    path = folder / "sales.stagecraft"
    template = TEMPLATES / "opportunity-sales.stagecraft"
    with Designer(size=SIZE, environment={"G_MESSAGES_DEBUG": "sc-catalogue sc-ui"}) as designer:
        designer.log.wait("first-frame")
        assert not read_tables(designer), read_tables(designer)
        start(designer, "Opportunity Sales Process")
        designer.await_outline({stage: [step for step, _, _ in steps] for stage, _, _, steps in shape(template)})
        assert read_tables(designer) <= {"index", "relationships", "opportunity"}, read_tables(designer)
        save_as(designer, path)
    assert shape(path) == shape(template), shape(path)
    assert not ids(path) & ids(template)


@scenario
def own(folder):
    """templates are inserted by keys behind what is there, one of one's own is deleted from the list"""
    path = folder / "twice.stagecraft"
    template = TEMPLATES / "phone-to-case.stagecraft"
    with Designer(size=SIZE) as designer:
        start(designer, "Phone to Case Process")
        designer.find("frame").act("win.save-template")
        fill(designer, "Save Flow as Template", ["Ours"])
        designer.key("Escape", "Escape")
        insert(designer, "Ours")
        designer.find("label", "Stages 6 of 30")
        save_as(designer, path)
        assert shape(path) == shape(template) * 2, shape(path)
        insert(designer, "Four Stages")
        designer.find("label", "Stages 10 of 30")
        designer.save()
        assert {table for _, table, _, _ in shape(path)} == {"incident"}, shape(path)
        designer.find("frame").act("win.new-flow")
        designer.find("dialog", "New Flow")
        go(designer, "shift+Tab", "^Empty$")
        designer.key("End")
        go(designer, "Tab", "^Delete “Ours”$")
        designer.key("Return")
        designer.find("dialog", "Delete “Ours”?")
        designer.key("alt+d")
        designer.gone("push button", "Delete “Ours”")


@scenario
def dragged(folder):
    """a stage that was saved as a template beside the canvas is dragged onto a line of the flow"""
    path = folder / "sales.stagecraft"
    with Designer(size=SIZE) as designer:
        start(designer, "Phone to Case Process")
        designer.click(designer.stage("Research"), down=12)
        designer.find("frame").act("win.insert-template")
        designer.find("label", re.compile("^None yet"))
        designer.click(designer.find("push button", re.compile("^_?Save Stages")))
        fill(designer, "Save Stages as Template", ["Looking"])
        row = designer.find("list item", "Looking")
        designer.gone("label", re.compile("^None yet"))
        save_as(designer, path)
        before = path.read_bytes()
        designer.fit()
        designer.aim(row)
        screen.press()
        since = designer.log.mark()
        designer.carry(designer.point(designer.edge_button("between Identify and Research")),
                       f"slot {stage_id(path, 'Identify')} ")
        assert designer.drop(since) == "drop", "nothing was dropped"
        designer.log.wait("drop copy", since)
        designer.find("label", "Stages 4 of 30")
        designer.save()
        stages = shape(path)
        assert [label for label, *_ in stages] == ["Identify", "Research", "Research", "Resolve"], stages
        assert stages[1] == stages[2], stages
        designer.key("ctrl+z")
        designer.find("label", "Stages 3 of 30")
        designer.save()
        assert path.read_bytes() == before


if __name__ == "__main__":
    main()
