#!/usr/bin/python3
# test-templates.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Flows from templates, with the whole program."""

import os
import pathlib
import xml.etree.ElementTree as ET

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


@scenario
def by_keys(folder):
    """a flow from a template, made with keys only, has its stages and steps and ids of its own"""
    path = folder / "sales.stagecraft"
    template = TEMPLATES / "opportunity-sales.stagecraft"
    with Designer(size=SIZE) as designer:
        designer.find("frame").act("win.new-solution")
        fill(designer, "New Solution", ["Fabrikam Sales", None, "1.0.0.0", "Fabrikam"])
        designer.find("frame").act("win.new-flow")
        dialog = designer.find("dialog", "New Flow")
        go(designer, "shift+Tab", "^Empty$")
        go(designer, "Down", "^Opportunity Sales Process$")
        wait("the name", lambda: "Opportunity Sales Process" in [field.text for field in dialog.find_all("text")])
        designer.key("Return")
        designer.gone("dialog", "New Flow")
        designer.await_outline({stage: [step for step, _, _ in steps] for stage, _, _, steps in shape(template)})
        designer.key("ctrl+s")
        designer.find(None, "Save As")
        designer.key("ctrl+a")
        designer.type(str(path))
        designer.key("Return")
        wait("everything to be saved", lambda: not designer.is_modified())
    assert shape(path) == shape(template), shape(path)
    assert not ids(path) & ids(template)


if __name__ == "__main__":
    main()
