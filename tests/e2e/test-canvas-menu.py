#!/usr/bin/python3
# test-canvas-menu.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu of the empty canvas: it pastes and adds where it was opened."""

import golden
from scenario import main, outline, scenario
from selection import start
from stagecraft_driver import wait


def open_menu(designer, thing):
    """Below a thing, where nothing is."""
    x, y = designer.point(thing, 1, -1)
    designer.click((x - 60, y + 60), button=3)
    wait("the menu", lambda: designer.look("menu item", "Add Stage"))


@scenario
def add_stage(folder):
    """Add Stage puts one near to where the menu was opened, ready to be named"""
    flow, program = start(folder)
    with program as designer:
        designer.fit()
        open_menu(designer, designer.stage("Deliver"))
        designer.choose("Add Stage")
        designer.find("text", "Name of the stage")
        designer.type("Quote")
        designer.key("Return")
        wait("the stage", lambda: "Quote" in designer.outline())
        designer.save()
        assert any(b"Quote" in data for data in golden.read_folder(folder).values())
        designer.key("ctrl+z", "ctrl+z")
        designer.await_outline(outline(flow))
        designer.save()
    for name, data in golden.package(flow, []).items():
        assert golden.read_folder(folder)[name] == data, name


@scenario
def paste(folder):
    """Paste puts what was copied near to where the menu was opened, and undo takes it away"""
    flow, program = start(folder)
    with program as designer:
        designer.fit()
        designer.click(designer.stage("Request"), down=12)
        wait("the stage to be selected", lambda: "selected" in designer.stage("Request").states)
        designer.key("ctrl+c")
        open_menu(designer, designer.stage("Deliver"))
        designer.choose("Paste")
        wait("a stage more", lambda: len([card for card in designer.canvas.children if card.role == "list"]) == 4)
        designer.save()
        designer.key("ctrl+z")
        designer.await_outline(outline(flow))
        designer.save()
    for name, data in golden.package(flow, []).items():
        assert golden.read_folder(folder)[name] == data, name


if __name__ == "__main__":
    main()
