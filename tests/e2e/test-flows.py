#!/usr/bin/python3
# test-flows.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Flows are copied and deleted with all that belongs to them, and what is locked stays as it is."""

import os
import pathlib
import random
import re

import golden
import screen
from scenario import main, outline, same, scenario, times
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
SAMPLE = pathlib.Path(os.environ["STAGECRAFT_SOURCE"]) / "data/samples/contoso-sales.stagecraft"


def rows(designer):
    return [thing for thing in designer.find("list", "Flows").children if thing.role == "list item"]


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


NAMES = ["Alpha", "Beta", "Gamma", "Omega"]


def siblings(folder):
    """A package of several flows that start on the same table, all with the same number."""
    flows = [golden.onboarding() for _ in NAMES]
    files = {}
    for number, (flow, name) in enumerate(zip(flows, NAMES)):
        flow.id = flow.id[:-1] + str(number + 1)
        flow.name, flow.unique_name = name, f"fab_{name.lower()}"
        for place, thing in enumerate(part for stage in flow.stages for part in [stage, *stage.steps]):
            thing.id = golden.identity(100 * (number + 1) + place)
        files.update(golden.package(flow, []))
    files["Other/Solution.xml"] = golden.solution(flows).encode("utf-8")
    golden.write(folder, files)
    return flows


def saved_order(folder, flows):
    """The names of the flows by their number in the files, which no two of them share."""
    numbers = {}
    for flow in flows:
        data = (folder / f"Workflows/{golden.file_stem(flow)}.xaml.data.xml").read_text(encoding="utf-8")
        numbers[flow.name] = int(re.search("<processorder>([0-9]+)</processorder>", data)[1])
    assert len(set(numbers.values())) == len(flows), numbers
    return sorted(numbers, key=numbers.get)


def without_order(folder):
    return {name: re.sub(b"<processorder>[0-9]+<", b"<processorder><", data)
            for name, data in golden.read_folder(folder).items()}


@scenario
def order_by_drag(folder):
    """flows are dragged to other places in the list, and the files have that order and nothing else new"""
    flows = siblings(folder)
    before = without_order(folder)
    chance = random.Random(20)
    with Designer(folder, size=SIZE) as designer:
        wanted = list(NAMES)
        designer.await_outline(outline(flows[0]))
        wait("the flows", lambda: flow_names(designer) == wanted)
        for number in range(times(20)):
            name = chance.choice(wanted)
            target, behind = chance.choice([other for other in wanted if other != name]), chance.random() < 0.5
            designer.drag(row(designer, name), row(designer, target), "flow", down=0.8 if behind else 0.2)
            wanted.remove(name)
            wanted.insert(wanted.index(target) + behind, name)
            wait(f"{name} to be moved (drag {number + 1})", lambda: flow_names(designer) == wanted)
            if number % 4 == 3 and designer.is_modified():
                designer.save()
                assert saved_order(folder, flows) == wanted, f"drag {number + 1}"
                same(without_order(folder), before, f"drag {number + 1}")
    with Designer(folder, size=SIZE) as designer:
        wait("the flows as they were left", lambda: flow_names(designer) == wanted)


@scenario
def order_refused(folder):
    """a flow is not dragged among those of another table, and the list says why before the drop"""
    with Designer(SAMPLE, size=SIZE) as designer:
        before = flow_names(designer)
        lead, case = "Lead to Opportunity", "Phone to Case"
        designer.grab(row(designer, lead))
        designer.carry(row(designer, case), "flow .* begins on Lead")
        designer.find("label", re.compile("“Lead to Opportunity” begins on Lead"))
        designer.drop()
        designer.gone("label", re.compile("begins on Lead"))
        assert flow_names(designer) == before
        assert not designer.is_modified()


@scenario
def order_by_keys(folder):
    """Alt with the arrows moves a flow, it keeps the keyboard, and undo puts it back"""
    flows = siblings(folder)
    files = golden.read_folder(folder)
    with Designer(folder, size=SIZE) as designer:
        wait("the flows", lambda: flow_names(designer) == NAMES)
        designer.click(row(designer, "Gamma"))
        wait("Gamma to be open", lambda: "selected" in row(designer, "Gamma").states)
        for key, order, place in (("alt+Up", "Alpha Gamma Beta Omega", 2), ("alt+Up", "Gamma Alpha Beta Omega", 1),
                                  ("alt+Up", "Gamma Alpha Beta Omega", 1), ("alt+Down", "Alpha Gamma Beta Omega", 2),
                                  ("alt+Down", "Alpha Beta Gamma Omega", 3), ("alt+Down", "Alpha Beta Omega Gamma", 4),
                                  ("alt+Home", "Gamma Alpha Beta Omega", 1)):
            designer.key(key)
            wait(f"{order} after {key}", lambda: flow_names(designer) == order.split())
            wait("where it is to be said", lambda: row(designer, "Gamma").description == f"position {place} of 4 on Request")
            assert "focused" in row(designer, "Gamma").states
        designer.save()
        assert saved_order(folder, flows) == ["Gamma", "Alpha", "Beta", "Omega"]
        for _ in range(6):
            designer.key("ctrl+z")
        wait("all to be undone", lambda: flow_names(designer) == NAMES)
        designer.save()
    same(golden.read_folder(folder), files, "after undoing")


@scenario
def open_beside(folder):
    """the middle button, and Ctrl with the first, open a flow in a tab of its own"""
    siblings(folder)
    with Designer(folder, size=SIZE) as designer:
        wait("the flows", lambda: flow_names(designer) == NAMES)
        is_open = lambda name: "selected" in row(designer, name).states
        designer.click(row(designer, "Gamma"), button=2)
        wait("Gamma in a tab", lambda: is_open("Gamma"))
        screen.key_down("ctrl")
        designer.click(row(designer, "Omega"))
        screen.key_up("ctrl")
        wait("Omega in a tab", lambda: is_open("Omega"))
        for name in ("Gamma", "Alpha", "Omega"):
            designer.find("frame").act("win.previous-tab")
            wait(f"the tab of {name}", lambda: is_open(name))


@scenario
def search(folder):
    """typing in the list finds flows by their names, Enter opens the first, Escape shows all again"""
    siblings(folder)
    with Designer(folder, size=SIZE) as designer:
        wait("the flows", lambda: flow_names(designer) == NAMES)
        designer.key("ctrl+k")
        wait("the search", lambda: designer.focused().role in ("text", "entry"))
        designer.type("fab_ome")
        wait("the flow of that unique name", lambda: flow_names(designer) == ["Omega"])
        designer.key("Return")
        wait("Omega to be open", lambda: "selected" in row(designer, "Omega").states and flow_names(designer) == NAMES)
        designer.type("nowhere")
        designer.find("label", re.compile("No flow, table or role is called “nowhere”"))
        designer.key("Escape")
        wait("all flows", lambda: flow_names(designer) == NAMES)


if __name__ == "__main__":
    main()
