#!/usr/bin/python3
# test-clipboard.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stages and steps on the clipboard: from flow to flow, from one running copy to another, and from text."""

import os
import re
import shutil
import signal
import time
import xml.etree.ElementTree as ElementTree

from clipboard import held
from scenario import main, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
SAMPLE = os.environ["STAGECRAFT_SOURCE"] + "/data/samples/contoso-sales.stagecraft"
SPACE = "{urn:stagecraft:definition:1}"
RUBBISH = 10 * 1024 * 1024


def take_sample(folder, name="sales.stagecraft"):
    path = folder / name
    shutil.copy(SAMPLE, path)
    return path


def read_flow(path, label):
    root = ElementTree.parse(path).getroot()
    return next(flow for flow in root.findall(SPACE + "flow") if flow.get("label") == label)


def by_id(flow):
    return {stage.get("id"): stage.get("label") for stage in flow.findall(SPACE + "stage")}


def describe(stage, names):
    """All that a stage says, but for ids: those of stages by name."""
    def text(element):
        facts = {key: names.get(value, value) if key in ("target", "next", "filter") else value
                 for key, value in sorted(element.attrib.items()) if key != "id"}
        return [element.tag, facts, (element.text or "").strip(), [text(child) for child in element]]
    return text(stage)


def open_flow(designer, name):
    designer.key("ctrl+shift+p")
    designer.find(("entry", "text"), re.compile("command", re.I))
    designer.type("Open " + name)
    time.sleep(0.2)
    designer.key("Return")
    wait(f"the flow {name}", lambda: designer.window.name != "" and designer.look("label", name))


def focus_canvas(designer, key):
    """The keyboard alone comes to the first (Home) or last (End) stage."""
    for _ in range(60):
        focused = designer.focused()
        if focused and (focused.name == "Flow" or re.match(r"St(age|ep) \d+ of", focused.name)):
            break
        designer.key("Tab")
    designer.key(key)
    wait("a stage to have the focus", lambda: re.match(r"Stage \d+ of", designer.focused().name))


def paste(designer, sentence):
    """Pastes, and waits for what the program says came of it. What another program holds takes a moment to
    arrive: it is asked for its formats first."""
    def said():
        since = designer.log.mark()
        designer.key("ctrl+v")
        return designer.log.wait(r"\d: clipboard (?!read$)(.*)", since)[1]

    outcome = wait("something to be on the clipboard", lambda: (
        None if (words := said()).startswith("There is nothing") else words))
    assert re.match(sentence, outcome), outcome


@scenario
def flow_to_flow(folder):
    """two stages and the condition between them come to another flow, by keys alone"""
    path = take_sample(folder)
    source = read_flow(path, "Lead to Opportunity")
    before = read_flow(path, "Customer Onboarding")
    with Designer(path, size=SIZE) as designer:
        designer.move(1, 1)
        focus_canvas(designer, "Home")
        designer.key("shift+Right", "ctrl+c")
        open_flow(designer, "Customer Onboarding")
        focus_canvas(designer, "End")
        paste(designer, "2 stages pasted; 1 branch leads on: its stage was not copied$")
        designer.save()
        flow = read_flow(path, "Customer Onboarding")
        designer.key("ctrl+z")
        designer.save()
    assert ElementTree.tostring(read_flow(path, "Customer Onboarding")) == ElementTree.tostring(before), "undone"

    stages = flow.findall(SPACE + "stage")
    old = before.findall(SPACE + "stage")
    assert [stage.get("label") for stage in stages] == [stage.get("label") for stage in old] + [
        "Qualify", "Executive Review"]
    ids = [element.get("id") for element in flow.iter() if element.get("id")]
    assert len(ids) == len(set(ids)), "an id occurs twice"
    assert not set(ids) & {element.get("id") for element in source.iter() if element.get("id")}, "an id was kept"
    assert old[-1].get("next") is None and stages[3].get("next") == stages[4].get("id")

    expected = [describe(stage, by_id(source)) for stage in source.findall(SPACE + "stage")[:2]]
    found = [describe(stage, by_id(flow)) for stage in stages[4:]]
    # What led on to stages that were not copied leads to the end, as the last stage did.
    del expected[0][1]["next"], expected[1][1]["next"]
    otherwise = next(element for element in expected[0][3] if element[0] == SPACE + "condition")[3][1]
    assert otherwise[0] == SPACE + "otherwise"
    del otherwise[1]["target"]
    assert found == expected, f"pasted {found}\ninstead of {expected}"


@scenario
def from_beside(folder):
    """a click on another flow, and Ctrl+V pastes into it; a name being typed keeps its own clipboard"""
    with Designer(take_sample(folder), size=SIZE) as designer:
        focus_canvas(designer, "Home")
        designer.key("ctrl+c")
        designer.click(designer.find("list item", re.compile("^Customer Onboarding")))
        wait("the flow", lambda: list(designer.outline()) == ["Welcome", "Set Up", "Train", "Review"])
        designer.key("ctrl+v")
        wait("the stage", lambda: list(designer.outline())[-1] == "Qualify")

        focus_canvas(designer, "Home")
        designer.key("F2")
        designer.find("text", "Name of the stage")
        designer.key("ctrl+a", "ctrl+c", "End", "ctrl+v", "Return")
        wait("the name twice", lambda: list(designer.outline())[0] == "WelcomeWelcome")


@scenario
def between_programs(folder):
    """what one running copy copies, another one pastes"""
    here, there = take_sample(folder, "here.stagecraft"), take_sample(folder, "there.stagecraft")
    with Designer(here, size=SIZE) as first:
        focus_canvas(first, "Home")
        first.key("ctrl+c")
        with Designer("--new-instance", there, size=SIZE) as second:
            second.activate()
            open_flow(second, "Phone to Case")
            focus_canvas(second, "Home")
            second.key("ctrl+v")
            wait("the stage", lambda: list(second.outline()) == ["Identify", "Qualify", "Research", "Resolve"])
            focus_canvas(second, "End")
            second.key("ctrl+c")
            first.activate()
            focus_canvas(first, "End")
            first.key("ctrl+v")
            wait("the stage", lambda: list(first.outline())[-1] == "Resolve")


@scenario
def from_text(folder):
    """a table of a spreadsheet becomes stages; rubbish becomes a sentence"""
    path = take_sample(folder)
    table = "Phase;Schritt;Spalte;Erforderlich\nIntake;Phone;telephone1;ja\nIntake;Note;;nein\nOutcome;Rating;;\n"
    with Designer(path, size=SIZE) as designer:
        open_flow(designer, "Customer Onboarding")
        focus_canvas(designer, "End")
        with held(folder, table.encode()):
            paste(designer, "2 stages pasted$")
        wait("the stages", lambda: list(designer.outline())[-2:] == ["Intake", "Outcome"])
        designer.save()
        for rubbish, sentence in ((b"x\ty\n" * (RUBBISH // 4), "What is on the clipboard is too large"),
                                  (b"\xff\xfe" * 1000, "The text on the clipboard is no table"),
                                  (b"<clip" * (RUBBISH // 5), "What is on the clipboard is too large")):
            with held(folder, rubbish):
                start = time.monotonic()
                paste(designer, sentence)
                assert time.monotonic() - start < 10
            designer.key("Escape")
        assert not designer.is_modified()
    stages = read_flow(path, "Customer Onboarding").findall(SPACE + "stage")[-2:]
    steps = [(step.get("label"), step.get("column"), step.get("required")) for step in stages[0].findall(SPACE + "step")]
    assert steps == [("Phone", "telephone1", "true"), ("Note", None, None)], steps


@scenario
def from_nowhere(folder):
    """a program that holds the clipboard and does not answer keeps nobody waiting"""
    with Designer(take_sample(folder), size=SIZE) as designer:
        focus_canvas(designer, "Home")
        with held(folder, b"a\tb\n") as holder:
            # The formats are known from now on.
            paste(designer, "1 stage pasted$")
            holder.send_signal(signal.SIGSTOP)
            try:
                since = designer.log.mark()
                designer.key("ctrl+v", "End")
                wait("the keys to work", lambda: re.match(r"Stage 7 of 7", designer.focused().name), timeout=5)
                designer.log.wait("clipboard The program that holds the clipboard does not answer", since, timeout=30)
            finally:
                holder.send_signal(signal.SIGCONT)
            paste(designer, "1 stage pasted$")


if __name__ == "__main__":
    main()
