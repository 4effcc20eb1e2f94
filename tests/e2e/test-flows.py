#!/usr/bin/python3
# test-flows.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Flows are copied and deleted with all that belongs to them, and what is locked stays as it is."""

import re

import golden
from scenario import main, outline, same, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)


def rows(designer):
    return designer.find("list", "Flows").find_all("list item")


def flow_names(designer):
    return [row.name.split(",")[0] for row in rows(designer)]


def answer(designer, heading, response):
    """Presses a button of a message; its mnemonic may stand in the name."""
    message = designer.find("dialog", re.compile(heading))
    message.find("push button", re.compile(rf"^_?{response}\b")).act("click")
    designer.gone("dialog", re.compile(heading))


def row(designer, name):
    return next(row for row in rows(designer) if row.name.startswith(name))


@scenario
def copy_and_delete(folder):
    """a copy is saved as a flow of its own, and deleting it leaves the package as it was"""
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, []))
    before = golden.read_folder(folder)
    with Designer(folder, size=SIZE) as designer:
        designer.await_outline(outline(flow))
        name = flow_names(designer)[0]
        designer.find("frame").act("win.copy-flow")
        designer.find("dialog", "Copy Flow")
        designer.key("Return")
        designer.gone("dialog", "Copy Flow")
        wait("the copy", lambda: flow_names(designer) == [name, f"{name} (copy)"])
        designer.await_outline(outline(flow))
        designer.save()
        copied = golden.read_folder(folder)
        same({path: copied[path] for path in before if path.startswith("Workflows/")},
             {path: data for path, data in before.items() if path.startswith("Workflows/")}, "the flow itself")
        texts = [data for path, data in copied.items() if path not in before and path.endswith(".xaml")]
        assert len(texts) >= 1, sorted(copied)

        designer.click(row(designer, f"{name} (copy)"))
        designer.key("Delete")
        answer(designer, "^Delete “", "Cancel")
        assert len(flow_names(designer)) == 2
        designer.click(row(designer, f"{name} (copy)"))
        designer.key("Delete")
        answer(designer, "^Delete “", "Delete")
        wait("the copy to go", lambda: flow_names(designer) == [name])
        designer.save()
    after = golden.read_folder(folder)
    # The package had no relationships, and so no file for them.
    after.pop("Other/Relationships.xml", None)
    same(after, before, "without the copy")


@scenario
def managed(folder):
    """a managed solution cannot be changed, but its copy can"""
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, []))
    manifest = folder / "Other/Solution.xml"
    text = manifest.read_bytes()
    assert b"<Managed>0</Managed>" in text
    manifest.write_bytes(text.replace(b"<Managed>0</Managed>", b"<Managed>1</Managed>"))
    before = golden.read_folder(folder)
    with Designer(folder, size=SIZE) as designer:
        designer.find("label", re.compile("managed solution"))
        designer.stage("Deliver").act("stage.move-left")
        designer.find("label", re.compile("looked at, but not changed"))
        designer.await_outline(outline(flow))
        assert not designer.is_modified()
        designer.find("push button", re.compile("Edit a Copy")).act("click")
        wait("another window", lambda: len([frame for frame in designer.root.children if frame.role == "frame"]) == 2)
    same(golden.read_folder(folder), before, "after looking")


if __name__ == "__main__":
    main()
