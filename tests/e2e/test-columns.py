#!/usr/bin/python3
# test-columns.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Columns that are searched for and become steps, by pointer and by keys; the saved files are those of a flow
that had these steps from the start, byte for byte."""

import re

import golden
import screen
from scenario import main, same, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
GUID = re.compile(rb"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")


def write(folder):
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, []))
    return flow


def expect(folder, flow, position, *names):
    """Puts steps on columns of those names at the end of the stage, with the ids that were given to them."""
    known = set(GUID.findall(b"".join(golden.package(flow, []).values())))
    known.update(class_id.encode() for *_, class_id in golden.COLUMNS)
    saved = golden.read_folder(folder)
    text = next(data for name, data in saved.items() if name.endswith(".xaml"))
    fresh = list(dict.fromkeys(identity for identity in GUID.findall(text) if identity not in known))
    assert len(fresh) == len(names), fresh
    for identity, name in zip(fresh, names):
        _, display, _, _, class_id = next(column for column in golden.COLUMNS if column[0] == name)
        flow.stages[position].steps.append(golden.Step(id=identity.decode(), label=display, column=name,
                                                       class_id=class_id, display=display))
    same(saved, golden.package(flow, []), "the saved flow")


def show_columns(designer):
    designer.key("ctrl+F9")
    wait("the search to have the keyboard", lambda: designer.focused() and "Search Columns" in designer.focused().name)


def find_column(designer, label):
    return designer.find("list item", re.compile(rf"^{label}, "))


@scenario
def pointer(folder):
    """searches for a column, and drags it onto a stage"""
    flow = write(folder)
    with Designer(folder, size=SIZE) as designer:
        wait("the flow", lambda: "Deliver" in designer.outline())
        designer.fit()
        show_columns(designer)
        designer.type("qty")
        find_column(designer, "Quantity")
        wait("what does not fit to go", lambda: not designer.look("list item", re.compile("^Subject, fab_")))
        designer.aim(find_column(designer, "Quantity"))
        screen.press()
        since = designer.log.mark()
        designer.carry(designer.step("Notes"), down=0.9, said=designer.log.says("drag-over stage", since))
        designer.drop(since)
        designer.log.wait("drop copy", since)
        wait("the step", lambda: "Quantity" in designer.outline()["Deliver"])
        designer.key("ctrl+z")
        wait("no step", lambda: "Quantity" not in designer.outline()["Deliver"])
        designer.key("ctrl+shift+z")
        wait("the step", lambda: designer.outline()["Deliver"][-1:] == ["Quantity"])
        designer.save()
    expect(folder, flow, 2, "fab_quantity")


@scenario
def keyboard(folder):
    """adds two columns to the stage that is selected, by keys"""
    flow = write(folder)
    with Designer(folder, size=SIZE) as designer:
        wait("the flow", lambda: "Deliver" in designer.outline())
        designer.click(designer.stage("Request"), down=12)
        show_columns(designer)
        designer.type("quant")
        find_column(designer, "Quantity")
        designer.key("Return")
        wait("the step", lambda: designer.outline()["Request"][-1:] == ["Quantity"])
        designer.key("ctrl+a")
        designer.type("fabnotes")
        find_column(designer, "Notes")
        wait("what does not fit to go", lambda: not designer.look("list item", re.compile("^Quantity, fab_")))
        designer.key("Return")
        wait("the step", lambda: designer.outline()["Request"][-1:] == ["Notes"])
        designer.save()
    expect(folder, flow, 0, "fab_quantity", "fab_notes")


if __name__ == "__main__":
    main()
