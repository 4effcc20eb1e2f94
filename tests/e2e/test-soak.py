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
STAGE_ACTS = ["stage." + name for name in (
    "rename", "delete", "duplicate", "move-left", "move-right", "add-step", "add-after", "add-before")]
STEP_ACTS = ["step." + name for name in (
    "rename", "delete", "duplicate", "toggle-required", "move-up", "move-down", "move-left", "move-right")]
FIRST = "Lead to Opportunity"
# Keys that lead elsewhere in the window: to other panes, views, tabs, flows and parts of the drawing.
ELSEWHERE = ["ctrl+1", "ctrl+2", "ctrl+3", "ctrl+8", "ctrl+9", "ctrl+0", "ctrl+Page_Down",
             "ctrl+Page_Up", "ctrl+w", "ctrl+shift+t", "ctrl+shift+Page_Down", "alt+Up", "alt+Down", "alt+Left",
             "alt+Right", "ctrl+a", "shift+Right", "shift+Down", "ctrl+c", "ctrl+x", "ctrl+v", "Home", "End", "F8",
             "shift+F8", "ctrl+f", "F3", "q", "c", "shift+F10", "ctrl+shift+p"]
QUESTION = re.compile("^(Delete|Change|Move) ")


def parts(designer, role):
    return [thing for card in designer.canvas.children if card.role == "list"
            for thing in ([card] if role == "list" else card.children) if thing.role == role]


def visible(designer, things):
    view, scale = designer.canvas.box, designer.zoom
    return [thing for thing in things
            if view.x < thing.box.x and thing.box.x + 212 * scale < view.x + view.width
            and view.y < thing.box.y and thing.box.y + 30 < view.y + view.height]


def rows(designer):
    return [row for row in designer.find("list", "Flows").children if row.role == "list item"]


def show_first(designer):
    """The flow that is looked at in the end."""
    designer.key("Escape", "Escape", "Escape", "ctrl+1")
    row = wait("the list", lambda: next((row for row in rows(designer) if row.name.startswith(FIRST)), None))
    row.act("row.open-tab")
    wait(f"{FIRST} to be shown", lambda: designer.root.children[0].name.startswith(FIRST))


def go_elsewhere(designer, dice):
    """Another flow, tab, window or pane."""
    kind = dice.random()
    if kind < 0.3:
        row = dice.choice(rows(designer))
        row.act(dice.choice([name for name in row.actions if name in ("row.open-tab", "row.move-up", "row.move-down")]))
    elif kind < 0.4:
        before = len(designer.root.children)
        designer.window.act("win.tab-to-window")
        wait("a second window", lambda: len(designer.root.children) > before)
        designer.key("Home", "ctrl+d", "ctrl+z", "F6")
        designer.window.act("win.close")
        wait("it to be gone", lambda: len(designer.root.children) == before)
    elif kind < 0.5:
        designer.key(*dice.choices(["F6", "shift+F6"], k=3), "Escape")
    else:
        designer.key(*dice.choices(ELSEWHERE, k=5), "Escape", "Escape")
    designer.key("Escape", "ctrl+1")


def carry_elsewhere(designer, dice):
    """A stage or step is dragged to another."""
    designer.key("Escape", "ctrl+9")
    things = visible(designer, parts(designer, dice.choice(["list", "list item"])))
    if len(things) < 2:
        return
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


def do_one(designer, dice, role, actions):
    """An action of some stage or step."""
    things = parts(designer, role)
    if things:
        dice.choice(things).act(dice.choice(actions))


def act(designer, dice):
    """One random act; what cannot be done where it is tried is refused, and that is fine."""
    kind = dice.random()
    if kind < 0.25:
        go_elsewhere(designer, dice)
        return
    if kind < 0.45:
        do_one(designer, dice, "list item", STEP_ACTS)
    elif kind < 0.6:
        do_one(designer, dice, "list", STAGE_ACTS)
    elif kind < 0.75:
        carry_elsewhere(designer, dice)
    elif kind < 0.87:
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


def press_through(designer, button, key):
    """Undoes or redoes all that there is."""
    while "sensitive" in designer.find("push button", button).states:
        designer.key(key)
        time.sleep(0.05)
    show_first(designer)


def session(folder, seed):
    file = folder / "soak.stagecraft"
    shutil.copyfile(SAMPLE, file)
    dice = random.Random(seed)
    with Designer(file, size=(1280, 800)) as designer:
        show_first(designer)
        first = designer.outline()
        for count in range(ACTS):
            with contextlib.suppress(GLib.Error):  # what was chosen has just gone
                act(designer, dice)
            assert designer.process.poll() is None, f"it ended after {count} acts"
            answer(designer, dice)
        show_first(designer)
        last = wait("the last edit to be shown", designer.outline)
        designer.save() if designer.is_modified() else None
        press_through(designer, "Undo", "ctrl+z")
        designer.await_outline(first)
        press_through(designer, "Redo", "ctrl+shift+z")
        designer.await_outline(last)
    with Designer(file, size=(1280, 800)) as designer:
        show_first(designer)
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
