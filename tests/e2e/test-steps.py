#!/usr/bin/python3
# test-steps.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps that run something, and the relationships by which a flow changes its table, chosen by pointer
and by keys; the saved files say what came of it."""

import os
import pathlib
import re

import golden
from scenario import main, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
SAMPLE = pathlib.Path(os.environ["STAGECRAFT_SOURCE"], "data/samples/contoso-sales.stagecraft")
NOTIFY = "3d1f0a52-7c44-4a0e-8c19-52b7e0c6d101"
DRAFT = "3d1f0a52-7c44-4a0e-8c19-52b7e0c6d102"
ELSEWHERE = "3d1f0a52-7c44-4a0e-8c19-52b7e0c6d109"


def process(identity, name, active):
    """The files of a real-time workflow on demand that travels with the flow."""
    stem = f"Workflows/{name}-{identity.upper()}.xaml"
    record = f"""<?xml version="1.0" encoding="utf-8"?>
<Workflow WorkflowId="{{{identity}}}" Name="{name}">
  <XamlFileName>/{stem}</XamlFileName>
  <Type>1</Type>
  <Subprocess>0</Subprocess>
  <Category>0</Category>
  <Mode>1</Mode>
  <Scope>4</Scope>
  <OnDemand>1</OnDemand>
  <TriggerOnCreate>0</TriggerOnCreate>
  <TriggerOnDelete>0</TriggerOnDelete>
  <StateCode>{int(active)}</StateCode>
  <StatusCode>{2 if active else 1}</StatusCode>
  <PrimaryEntity>fab_Request</PrimaryEntity>
</Workflow>
"""
    activity = '<Activity xmlns="http://schemas.microsoft.com/netfx/2009/xaml/activities" />\n'
    return {stem: activity.encode(), stem + ".data.xml": record.encode()}


def write(folder):
    files = golden.package(golden.onboarding(), [])
    golden.write(folder, {**files, **process(NOTIFY, "Notify", True), **process(DRAFT, "Draft", False)})


def actions(folder):
    """Of the saved flow: (label, type, process, unique name, has a control of its own number)."""
    text = next(data for name, data in golden.read_folder(folder).items()
                if name.endswith(".xaml") and b"StageStep" in data).decode()
    found = re.findall(r'DisplayName="StepStep\d+: ([^"]*)">(?:(?!StepStep).)*?x:Key="ActionType">(\d)<'
                       r'(?:(?!StepStep).)*?x:Key="ProcessId">([^<]*)<(?:(?!StepStep).)*?x:Key="UniqueName">([^<]*)<'
                       r'(?:(?!StepStep).)*?DisplayName="ControlStep(\d+)">\s*<mcwb:Control [^>]*ControlId="([^"]*)"',
                       text, re.S)
    return [(label, int(kind), process_id, name, control == f"{name}_Step_{number}")
            for label, kind, process_id, name, number, control in found]


@scenario
def pointer(folder):
    """adds an action step from the menu of “+ Step”, and picks a workflow of the package"""
    write(folder)
    with Designer(folder, size=SIZE) as designer:
        designer.click(designer.stage("Request").find("push button", re.compile("^Add a step")), button=3)
        wait("the menu", lambda: designer.focused() and designer.focused().name == "Data Step")
        designer.key("Down")
        wait("the next item", lambda: designer.focused().name == "Action Step…")
        designer.key("Return")
        designer.find("dialog", "Add Action Step")
        designer.click(designer.find("list item", re.compile("^Draft, .*It is not active$")))
        wait("the reason", lambda: designer.look("label", "“Draft” cannot be run here. It is not active."))
        designer.click(designer.find("list item", re.compile("^Notify, Real-time workflow")), times=2)
        designer.gone("dialog", "Add Action Step")
        wait("the step", lambda: designer.outline()["Request"][-1:] == ["Notify"])
        designer.save()
    assert actions(folder) == [("Notify", 2, NOTIFY, "", True)], actions(folder)
    with Designer(folder, size=SIZE) as designer:
        wait("the step", lambda: designer.outline()["Request"][-1:] == ["Notify"])


@scenario
def keyboard(folder):
    """adds an action step by keys, for an action of the environment that is named by hand"""
    write(folder)
    with Designer(folder, size=SIZE) as designer:
        designer.move(1, 1)
        wait("the flow", lambda: "Request" in designer.outline())
        designer.key("ctrl+shift+p")
        designer.find(("entry", "text"), re.compile("command", re.I))
        designer.type("add action step")
        wait("the command", lambda: designer.look(None, re.compile("^Add Action Step")))
        designer.key("Return")
        designer.find("dialog", "Add Action Step")
        designer.key("End", "Return")
        wait("the name to be typed", lambda: designer.look("text", "Unique name"))
        designer.type("fab_SendQuote")
        wait("the name", lambda: designer.find("text", "Unique name").text == "fab_SendQuote")
        designer.key("Tab")
        designer.type("{" + ELSEWHERE.upper() + "}")
        wait("the id", lambda: designer.find("text", "ID").text.endswith("}"))
        designer.key("Return")
        designer.gone("dialog", "Add Action Step")
        wait("the step", lambda: designer.outline()["Deliver"][-1:] == ["fab_SendQuote"])
        designer.save()
    assert actions(folder) == [("fab_SendQuote", 0, ELSEWHERE, "fab_SendQuote", True)], actions(folder)


def relationships(path):
    """Of the saved flow "Customer Onboarding"."""
    flow = re.search(r'<flow label="Customer Onboarding".*?</flow>', path.read_text(), re.S)[0]
    return re.findall(r'<transition relationship="(\w+)"', flow)


def choose(designer, item):
    """In a menu that is open, by arrows and Return."""
    for _ in range(30):
        if wait("the menu", designer.focused).name == item:
            designer.key("Return")
            return
        designer.key("Down")
    raise AssertionError(f"the menu has no {item!r}")


@scenario
def bridge(folder):
    """chooses the relationship where the table changes, at what names it and in the menu of the stage"""
    path = folder / "sample.stagecraft"
    path.write_bytes(SAMPLE.read_bytes())
    with Designer(path, size=SIZE) as designer:
        designer.click(designer.find("list item", re.compile("^Customer Onboarding")))
        wait("the flow", lambda: "Train" in designer.outline())
        designer.fit()
        left, top = designer.point(designer.stage("Train"), -1, 1)
        right, _ = designer.point(designer.stage("Review"), 1, 1)
        designer.click(((left + right) / 2, top + 26 * designer.zoom))
        wait("the menu", lambda: designer.look(None, "account_primary_contact (column primarycontactid)"))
        choose(designer, "account_primary_contact (column primarycontactid)")
        designer.save()
        assert relationships(path) == ["contact_customer_accounts", "account_primary_contact"], relationships(path)

        designer.click(designer.stage("Train"), down=0.1)
        designer.key("shift+F10")
        for item in ("Way On", "Relationship", "None: people pick or create any record"):
            wait(f"the item {item!r}", lambda item=item: designer.look(None, item))
            choose(designer, item)
        designer.save()
    assert relationships(path) == ["contact_customer_accounts"], relationships(path)


if __name__ == "__main__":
    main()
