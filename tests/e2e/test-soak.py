#!/usr/bin/python3
# test-soak.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person without a plan: hundreds of random edits, drags, undos and saves in one session.

Run by tests/run --soak. The seeds are fixed; STAGECRAFT_SOAK says how many acts each session has.
"""

import contextlib
import os
import random
import re
import shutil
import time

from scenario import main, scenario
from stagecraft_driver import Designer, GLib, Missing, wait

SAMPLE = os.environ["STAGECRAFT_SOURCE"] + "/data/samples/contoso-sales.stagecraft"
ACTS = int(os.environ.get("STAGECRAFT_SOAK", "200"))
STAGE_ACTS = ["rename", "delete", "duplicate", "move-left", "move-right", "add-step", "add-after", "add-before"]
STEP_ACTS = ["rename", "delete", "duplicate", "toggle-required", "move-up", "move-down", "move-left", "move-right"]
QUESTION = re.compile("^(Delete|Change|Move) ")


def parts(designer, role):
    return [thing for card in designer.canvas.children if card.role == "list"
            for thing in ([card] if role == "list" else card.children) if thing.role == role]


def visible(designer, things):
    view, scale = designer.canvas.box, designer.zoom
    return [thing for thing in things
            if view.x < thing.box.x and thing.box.x + 212 * scale < view.x + view.width
            and view.y < thing.box.y and thing.box.y + 30 < view.y + view.height]


def act(designer, dice):
    """One random act; what cannot be done where it is tried is refused, and that is fine."""
    kind = dice.random()
    if kind < 0.3:
        steps = parts(designer, "list item")
        if steps:
            dice.choice(steps).act("step." + dice.choice(STEP_ACTS))
    elif kind < 0.5:
        stages = parts(designer, "list")
        if stages:
            dice.choice(stages).act("stage." + dice.choice(STAGE_ACTS))
    elif kind < 0.7:
        designer.key("Escape", "ctrl+9")
        things = visible(designer, parts(designer, dice.choice(["list", "list item"])))
        if len(things) > 1:
            source, target = dice.sample(things, 2)
            try:
                designer.grab(source, grip=(0.5, 10), timeout=2)
            except (Missing, AssertionError):  # the overview lies on it
                return
            since = designer.log.mark()
            designer.carry(target, down=0.8)
            if dice.random() < 0.2:
                designer.key("Escape")
            designer.drop(since)
    elif kind < 0.85:
        designer.key(dice.choice(["ctrl+z", "ctrl+z", "ctrl+shift+z", "ctrl+s"]))
    else:
        designer.key(*dice.choices(["Up", "Down", "Left", "Right", "Return", "Escape", "Delete", "ctrl+d", "ctrl+n",
                                    "ctrl+shift+n", "ctrl+r", "F2", "a", "ctrl+plus", "ctrl+minus"], k=6))
    # Whatever is being renamed gets its name.
    designer.key("x", dice.choice(["Return", "Escape"]))


def answer(designer, dice):
    """What something else uses is only taken away after a question. No other dialog may come."""
    for dialog in [frame for frame in designer.root.children if frame.role == "dialog"]:
        assert QUESTION.match(dialog.name), f"nobody asked for “{dialog.name}”"
        designer.key(dice.choice(["alt+d", "Escape"]))
        if designer.look("dialog", QUESTION):  # another answer than Delete is offered
            designer.key("Escape")
        designer.gone("dialog", QUESTION)


def session(folder, seed):
    file = folder / "soak.stagecraft"
    shutil.copyfile(SAMPLE, file)
    dice = random.Random(seed)
    with Designer(file, size=(1280, 800)) as designer:
        first = designer.outline()
        for count in range(ACTS):
            with contextlib.suppress(GLib.Error):  # what was chosen has just gone
                act(designer, dice)
            assert designer.process.poll() is None, f"it ended after {count} acts"
            answer(designer, dice)
        designer.key("Escape", "Escape")
        last = wait("the last edit to be shown", designer.outline)
        designer.save() if designer.is_modified() else None
        while "sensitive" in designer.find("push button", "Undo").states:
            designer.key("ctrl+z")
            time.sleep(0.05)
        designer.await_outline(first)
        while "sensitive" in designer.find("push button", "Redo").states:
            designer.key("ctrl+shift+z")
            time.sleep(0.05)
        designer.await_outline(last)
    with Designer(file, size=(1280, 800)) as designer:
        designer.await_outline(last)


def add(seed):
    def soak(folder):
        session(folder, seed)

    soak.__name__ = f"seed_{seed}"
    soak.__doc__ = f"after {ACTS} acts everything can be undone, redone and opened again"
    scenario(soak)


for number in (1, 2, 3):
    add(number)


if __name__ == "__main__":
    main()
