#!/usr/bin/python3
# test-packages.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Solution zips: what was not edited stays as it was, and a package can be made from nothing."""

import json
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
import zipfile

import golden
from keyboard import await_search, fill
from scenario import corpus, main, outline, same, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
REAL = "brendon-colburn__powerplatform-rules-engine__OrganizationalPackageReview_1_0_0_4.zip"
# A word that occurs nowhere in it.
WORD = "Zygomorphic"


def entries(path):
    """The bytes of every entry, and how each stands in the archive, in order."""
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None, package.testzip()
        infos = package.infolist()
        return ({info.filename: package.read(info) for info in infos},
                [(info.filename, info.compress_type, info.external_attr) for info in infos])


def rename(designer, thing, kind, name):
    thing.act(f"{kind}.rename")
    field = designer.find("text", f"Name of the {kind}")
    designer.key("ctrl+a")
    designer.type(name)
    wait("the name to be typed", lambda: field.text == name)
    designer.key("Return")
    designer.gone("text", f"Name of the {kind}")


def tool(*arguments):
    """The command line on the same file."""
    done = subprocess.run([os.environ["STAGECRAFT_CLI"], *map(str, arguments)], capture_output=True, text=True,
                          check=False)
    assert done.returncode == 0, f"stagecraft-cli {arguments} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    return done.stdout


@scenario
def rename_in_zip(folder):
    """renaming a step in a real zip changes the places that hold its label, and no other byte"""
    path = folder / "real.zip"
    shutil.copyfile(corpus() / "solutions" / REAL, path)
    path.chmod(0o644)
    before, order = entries(path)
    with Designer(path, size=SIZE) as designer:
        assert designer.outline()["Validation"] == ["Name"], designer.outline()
        rename(designer, designer.stage("Validation").find("list item"), "step", WORD)
        wait("the new name", lambda: designer.outline()["Validation"] == [WORD])
        designer.save()
    after, order_after = entries(path)
    assert order == order_after, f"the archive is in another order: {order_after}"
    flow = next(name for name in before if name.startswith("Workflows/") and name.endswith(".xaml"))
    changed = [name for name in before if after.get(name) != before[name]]
    assert sorted(changed) == sorted(["customizations.xml", flow]), changed
    same({name: data.replace(WORD.encode(), b"Name") for name, data in after.items()}, before, "with the old name again")
    assert after[flow].count(WORD.encode()) == 1
    # The Workflow element names the step by its id, in its list of labels.
    step = re.search(rb'<mcwo:StepLabel Description="%s" LabelId="([^"]+)"' % WORD.encode(), after[flow])[1]
    labels = re.search(rb'<steplabels id="{%s}">.*?</steplabels>' % step, after["customizations.xml"], re.DOTALL)[0]
    assert WORD.encode() in labels, labels
    # The main form of the flow's table shows the step in a cell.
    cell = rb'<label description="%s" languagecode="1033" />' % WORD.encode()
    assert after["customizations.xml"].count(cell) == 1, "the form has the old label"
    assert after["customizations.xml"].count(WORD.encode()) == 2


@scenario
def from_nothing(folder):
    """a new solution with a new flow, saved as a zip, passes the checks and opens as it was drawn"""
    path = folder / "orders.zip"
    with Designer(size=SIZE) as designer:
        designer.find("frame").act("win.new-solution")
        fill(designer, "New Solution", ["Fabrikam Orders", None, "1.2.0.0", "Fabrikam"])
        designer.find("frame").act("win.new-flow")
        fill(designer, "New Flow", ["Order Handling", "fab_order"])
        rename(designer, designer.stage("Identify"), "stage", "Take the order")
        designer.step("New step").act("step.select")
        designer.click(designer.find("push button", "Column: None"))
        designer.find("label", "Nothing found")
        await_search(designer)
        designer.type("name")
        designer.find("label", re.compile("by its logical name"))
        designer.key("Return")
        designer.gone("push button", "Column: None")
        designer.find("label", "No problems found")
        shown = designer.outline()
        assert shown == {"Take the order": ["name"]}, shown
        designer.key("ctrl+s")
        designer.find(None, "Save As")
        designer.key("ctrl+a")
        designer.type(str(path))
        designer.key("Return")
        wait("everything to be saved", lambda: not designer.is_modified())

    findings = [finding for file in json.loads(tool("check", "--format=json", path))["files"]
                for finding in file["findings"]]
    assert not [finding for finding in findings if finding["severity"] == "error"], findings
    assert "Order Handling" in tool("info", path)
    before, _ = entries(path)
    for name, data in before.items():
        ET.fromstring(data)  # all of a package that was made here is XML
    flow = golden.read(next(data for name, data in before.items() if name.startswith("Workflows/")).decode())
    assert outline(flow) == shown, outline(flow)
    text = before["solution.xml"].decode()
    for part in ("<UniqueName>FabrikamOrders</UniqueName>", "<Version>1.2.0.0</Version>", "<Managed>0</Managed>",
                 f'<RootComponent type="29" id="{{{flow.id}}}"'):
        assert part in text, f"solution.xml has no {part}:\n{text}"

    with Designer(path, size=SIZE) as designer:
        designer.await_outline(shown)
        designer.find("label", "No problems found")
        rename(designer, designer.step("name"), "step", WORD)
        designer.await_outline({"Take the order": [WORD]})
        designer.save()
    after, _ = entries(path)
    changed = [name for name in before if after.get(name) != before[name]]
    assert len(after) == len(before) and sorted(name.partition("/")[0] for name in changed) == [
        "Workflows", "customizations.xml"], changed


if __name__ == "__main__":
    main()
