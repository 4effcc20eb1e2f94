# selection.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of many stages and steps at once share."""

import contextlib

import golden
from scenario import outline
from stagecraft_driver import Designer, run, wait

SIZE = (1280, 800)


def start(folder, *arguments):
    flow = golden.onboarding(*arguments)
    golden.write(folder, golden.package(flow, []))
    return flow, Designer(folder, size=SIZE)


@contextlib.contextmanager
def held(*keys):
    for key in keys:
        run("xdotool", "keydown", key)
    try:
        yield
    finally:
        for key in reversed(keys):
            run("xdotool", "keyup", key)


def look(canvas):
    """The flow as assistive technology has it, and the names and labels of what is selected."""
    found, chosen = {}, []
    for card in canvas.children:
        if card.role != "list":
            continue
        name = card.name.split(": ", 1)[1].split(", ")[0]
        found[name] = []
        chosen += [name] if "selected" in card.states else []
        for row in card.children:
            if row.role == "list item":
                label = row.name.split(": ", 1)[1].split(", ")[0]
                found[name].append(label)
                chosen += [label] if "selected" in row.states else []
    return found, chosen


def await_selected(canvas, *names):
    wait(f"{list(names)} to be selected, not {look(canvas)[1]}", lambda: look(canvas)[1] == list(names))


def await_flow(canvas, flow):
    wait("the canvas to show it", lambda: list(look(canvas)[0].items()) == list(outline(flow).items()))
