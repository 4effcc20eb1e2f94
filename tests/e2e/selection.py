# selection.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of many stages and steps at once share."""

import contextlib

import golden
import screen
from scenario import outline
from stagecraft_driver import Designer, read_cards, wait

SIZE = (1280, 800)


def start(folder, *arguments):
    flow = golden.onboarding(*arguments)
    golden.write(folder, golden.package(flow, []))
    return flow, Designer(folder, size=SIZE)


@contextlib.contextmanager
def held(*keys):
    for key in keys:
        screen.key_down(key)
    try:
        yield
    finally:
        for key in reversed(keys):
            screen.key_up(key)


def look(canvas):
    """The flow as assistive technology has it, and the names and labels of what is selected."""
    cards = read_cards(canvas)
    found = {card.name: [row.name for row in rows] for card, rows in cards}
    return found, [fact.name for card, rows in cards for fact in (card, *rows) if "selected" in fact.states]


def await_selected(canvas, *names):
    wait(f"{list(names)} to be selected, not {look(canvas)[1]}", lambda: look(canvas)[1] == list(names))


def await_flow(canvas, flow):
    wait("the canvas to show it", lambda: list(look(canvas)[0].items()) == list(outline(flow).items()))
