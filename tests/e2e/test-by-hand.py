#!/usr/bin/python3
# test-by-hand.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A complete design from nothing, with keys only; the saved files are those of the same design."""

import os
import re
import subprocess
import zipfile

import golden
from keyboard import choose, command, fill, go, go_past, pick
from scenario import main, same, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
# Rows below Text in the list of types.
TEXT, CURRENCY, INTEGER = 0, 15, 16


def add_table(designer, title, name, columns):
    """By the dialog, and its columns from the list of tables. columns: title, name, type."""
    command(designer, "new table")
    fill(designer, "New Table", [title, name])
    command(designer, "search flows")
    wait("the search", lambda: designer.focused() and designer.focused().name == "Search the List")
    designer.type(title)
    go(designer, "Down", f"^{title}$")
    for column, logical_name, kind in columns:
        designer.key("Return")
        wait("the columns", lambda: designer.focused() and designer.focused().name.startswith("Add Column"))
        designer.key("Return")
        fields = designer.find("dialog", "New Column").find_all("text")
        designer.type(column)
        designer.key("Tab")
        designer.type(logical_name)
        wait("the names", lambda fields=fields, logical_name=logical_name: fields[1].text == logical_name)
        go(designer, "Tab", "^Type$")
        if kind != TEXT:
            designer.key("space")
            wait("the types", lambda: not designer.focused() or designer.focused().name != "Type")
            designer.key(*["Down"] * kind, "Return")
            wait("the type", lambda: designer.focused() and designer.focused().name == "Type")
        designer.key("Return")
        designer.gone("dialog", "New Column")
        wait("the table to have the focus", lambda: designer.focused() and designer.focused().name == title)
    designer.key("Escape")


def at(designer, name):
    wait(f"{name} to have the keyboard, not {designer.focused()}", lambda: designer.focused()
         and re.search(rf"^St(age|ep) \d+ of \d+: {re.escape(name)},", designer.focused().name), timeout=6)


def name_it(designer, name):
    """Types into the entry over the drawing."""
    field = designer.find("text", re.compile("^Name of the st"))
    designer.key("ctrl+a")
    designer.type(name)
    wait(f"{name} to be typed", lambda: field.text == name)
    designer.key("Return")
    at(designer, name)


def inspect(designer, title, text, **how):
    """To the inspector, and back to what is selected."""
    number = designer.focused().name.split(":")[0]
    designer.key("F6")
    pick(designer, title, text, **how)
    designer.key("Escape")
    wait(f"{number} to have the keyboard again, not {designer.focused()}",
         lambda: designer.focused() and designer.focused().name.split(":")[0] == number, timeout=6)


def describe_tables(designer):
    command(designer, "new solution")
    fill(designer, "New Solution", ["Fabrikam Requests", None, "1.2.0.0", "Fabrikam"])
    add_table(designer, "Request", "fab_request", [("Subject", "fab_subject", TEXT), ("Amount", "fab_amount", CURRENCY)])
    add_table(designer, "Order", "fab_order", [("Quantity", "fab_quantity", INTEGER)])
    command(designer, "new flow")
    fill(designer, "New Flow", ["Order Handling", "fab_request"])
    at(designer, "Identify")


def draw_stages(designer):
    """Two stages, the first with two steps."""
    designer.key("F2")
    name_it(designer, "Intake")
    inspect(designer, "Category", "Qualify")
    designer.key("Down")
    at(designer, "Subject")
    designer.key("F2")
    name_it(designer, "Topic")
    designer.key("ctrl+r", "ctrl+n")
    name_it(designer, "Budget")
    inspect(designer, "Column", "Amount")
    designer.key("ctrl+shift+n")
    name_it(designer, "Closing")
    inspect(designer, "Table", "Order")
    inspect(designer, "Category", "Close")
    designer.key("Down")
    at(designer, "New step")
    inspect(designer, "Column", "Quantity")


def draw_condition(designer):
    """A stage for large amounts, and one otherwise."""
    designer.key("Home")
    at(designer, "Intake")
    choose(designer, "Add Condition After")
    wait("the condition", lambda: designer.focused() and designer.focused().name.startswith("Condition after Intake"))
    designer.key("Return")
    wait("the editor", lambda: designer.look("label", "Behind “Intake”"))
    go_past(designer, "^Branch 1: more")
    designer.key("ctrl+a")
    designer.type("Large")
    pick(designer, "Column", "Amount")
    pick(designer, "Operator", "is over", down=2)
    go_past(designer, "^Operator: ")
    designer.type("1000")
    designer.key("Escape")
    wait("the condition to have the keyboard", lambda: designer.focused()
         and designer.focused().name == "Condition after Intake: Amount is over 1,000")
    designer.key("Right")
    for name in ("Board", "Fast lane"):
        at(designer, "New stage")
        designer.key("F2")
        name_it(designer, name)
        designer.key("Down")
        at(designer, "New step")
        inspect(designer, "Column", "Subject")
        designer.key("Down", "Down")


def give_access(designer):
    """To a role that may see the flow, but not delete it."""
    command(designer, "new role")
    designer.find("dialog", "New Role")
    designer.type("Request Handler")
    designer.key("Return")
    designer.gone("dialog", "New Role")
    designer.key("ctrl+3")
    go(designer, "Tab", "^Request Handler, Create on")
    go(designer, "Right", "^Request Handler, Delete on")
    designer.key("space")
    designer.find("check box", re.compile("^Request Handler, Delete on .*, Organization"))


def activate(designer):
    designer.key("ctrl+1", "Escape", "Escape")
    wait("the flow to have the keyboard", lambda: designer.focused() and designer.focused().name == "Flow")
    designer.key("F6")
    go(designer, "Tab", "^Active")
    designer.key("space")
    wait("the list to say so", lambda: not designer.look("label", "draft"))


def save_as(designer, path):
    designer.key("ctrl+shift+s")
    designer.find(None, "Save As")
    designer.key("ctrl+a")
    designer.type(str(path))
    designer.key("Return")
    wait("everything to be saved", lambda: path.exists() and not designer.is_modified())


def text_of(package):
    """Of the flow in a zip, and the rest that is asked for below."""
    with zipfile.ZipFile(package) as archive:
        name = next(name for name in archive.namelist() if re.match(r"Workflows/OrderHandling-.*xaml$", name))
        return archive.read(name), archive.read("customizations.xml").decode()


def convert(source, target):
    subprocess.run([os.environ["STAGECRAFT_CLI"], "convert", source, target], check=True, capture_output=True)
    return text_of(target)


def step(label, number, column=None, required=False):
    name, display, _, _, class_id = golden.COLUMNS[number]
    return golden.Step(id="", label=label, column=column or name, class_id=class_id, display=display, required=required)


def adopt(flow, text):
    """What was made in the designer has ids that nobody knew."""
    text = text.decode()
    flow.id = "-".join(re.search(r'x:Class="XrmWorkflow(.{8})(.{4})(.{4})(.{4})(.{12})"', text).groups())
    labels = iter(re.findall(r'StepLabel Description="([^"]*)" LabelId="([^"]*)"', text))
    for stage in flow.stages:
        for thing in [*stage.steps, stage]:
            found, thing.id = next(labels)
            assert found == getattr(thing, "label", getattr(thing, "name", None)), found


def design():
    """What is drawn below, as values."""
    intake = golden.Stage("", "Intake", "fab_request", [step("Topic", 0, required=True), step("Budget", 1)], "0")
    board = golden.Stage("", "Board", "fab_request", [step("Subject", 0)])
    fast = golden.Stage("", "Fast lane", "fab_request", [step("Subject", 0)])
    closing = golden.Stage("", "Closing", "fab_order", [step("Quantity", 6)], "3")
    return golden.Flow(id="", stages=[intake, board, fast, closing])


def connect(flow):
    """Once their ids are known."""
    intake, board, fast, closing = flow.stages
    intake.branches = [golden.Branch(board.id, "Large", "fab_amount", "1000"), golden.Branch(fast.id)]
    intake.following = board.following = fast.following = closing.id


def check_rest(rest):
    """The flow is active, and the role may do what was ticked."""
    workflow = re.search(r'<Workflow WorkflowId.*?Name="Order Handling".*?</Workflow>', rest, re.DOTALL)[0]
    assert "<StateCode>1</StateCode>" in workflow and "<StatusCode>2</StatusCode>" in workflow, workflow
    role = re.search(r'<Role id="[^"]+" name="Request Handler".*?</Role>', rest, re.DOTALL)[0]
    granted = re.findall(r'name="prv([A-Za-z]+?)fabr_orderhandling" level="(\w+)"', role)
    assert {"Create", "Read", "Write", "Delete"} <= {name for name, _ in granted}, granted
    assert {level for _, level in granted} == {"Global"}, granted


@scenario
def drawn(folder):
    """a flow of four stages and one condition is drawn, given to a role, switched on and saved"""
    definition, package = folder / "orders.stagecraft", folder / "orders.zip"
    with Designer(size=SIZE) as designer:
        designer.move(1, 1)
        describe_tables(designer)
        draw_stages(designer)
        draw_condition(designer)
        give_access(designer)
        activate(designer)
        save_as(designer, definition)
        save_as(designer, package)
    flow = design()
    for text, rest in (text_of(package), convert(definition, folder / "copy.zip")):
        adopt(flow, text)
        connect(flow)
        same({"flow": text}, {"flow": golden.xaml(flow).encode()}, "the drawn flow")
        check_rest(rest)


if __name__ == "__main__":
    main()
