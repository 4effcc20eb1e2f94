#!/usr/bin/python3
# test-tabs.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Flows are open side by side, in tabs and in windows, and are one solution all the same."""

import os
import pathlib
import re
import shutil
import time

import screen
from scenario import main, scenario
from stagecraft_driver import DRAG_THRESHOLD, Designer, wait

SIZE = (1280, 800)
FIRST, SECOND = "Lead to Opportunity", "Phone to Case"


def start(folder):
    path = folder / "contoso-sales.stagecraft"
    shutil.copy(pathlib.Path(os.environ["STAGECRAFT_SOURCE"]) / "data/samples/contoso-sales.stagecraft", path)
    return path, Designer(path, size=SIZE)


def row(designer, name):
    return next(row for row in designer.find("list", "Flows").find_all("list item") if row.name.startswith(name))


def open_tab(designer, name):
    # The pointer may be where the row is, which a window that has just come up does not know yet.
    designer.aim(designer.stage("Qualify"))
    designer.click(row(designer, name), button=2)
    await_title(designer, name)


def await_title(designer, name):
    wait(f"a window on “{name}”", lambda: designer.root.children[0].name.startswith(name))


def tabs(designer):
    """Their names, in order, without what is said besides."""
    bar = designer.look("filler", "Open flows")
    if not bar:
        return []
    facts = bar.read()
    return [tab.name.split(",")[0] for tab in (facts.find_all("filler", re.compile(".")) if facts else [])
            if "focusable" in tab.states]


def tab(designer, name):
    return designer.find("filler", "Open flows").find("filler", re.compile(f"^{name}"))


def rename(designer, stage, name):
    """Under the pointer: F2 names what was clicked."""
    designer.click(designer.stage(stage), down=12)
    designer.key("F2")
    wait("an entry", lambda: designer.focused() and designer.focused().role in ("text", "entry"))
    designer.key("ctrl+a")
    designer.type(name)
    designer.key("Return")
    designer.find("list", re.compile(rf"^Stage \d+ of \d+: {name},"))


def windows(designer):
    return [frame for frame in designer.root.children if frame.role == "frame"]


@scenario
def two_tabs(folder):
    """two flows are edited in two tabs, closed and reopened, and saved"""
    path, designer = start(folder)
    with designer:
        await_title(designer, FIRST)
        open_tab(designer, SECOND)
        wait("two tabs", lambda: tabs(designer) == [FIRST, SECOND])
        rename(designer, "Identify", "Who calls")
        designer.click(tab(designer, FIRST))
        await_title(designer, FIRST)
        rename(designer, "Qualify", "Look closer")
        designer.key("ctrl+Page_Down")
        await_title(designer, SECOND)
        designer.stage("Who calls")
        designer.key("ctrl+w")
        await_title(designer, FIRST)
        wait("one tab", lambda: len(tabs(designer)) < 2)
        designer.key("ctrl+shift+t")
        await_title(designer, SECOND)
        designer.key("ctrl+2", "alt+1")
        await_title(designer, FIRST)
        designer.key("alt+2")
        await_title(designer, SECOND)
        designer.key("ctrl+1")
        designer.save()
        text = path.read_text(encoding="utf-8")
        assert "Who calls" in text and "Look closer" in text
        # Undo is one for all: the last edit was in the other tab.
        designer.key("ctrl+z")
        designer.key("ctrl+z")
        designer.save()
        text = path.read_text(encoding="utf-8")
        assert "Who calls" not in text and "Look closer" not in text


@scenario
def names(folder):
    """every tab has a name, and everything in the bar that can have the focus"""
    _, designer = start(folder)
    with designer:
        open_tab(designer, SECOND)
        wait("two tabs", lambda: tabs(designer) == [FIRST, SECOND])
        bar = designer.find("filler", "Open flows")
        nameless = [thing for thing in bar.read().walk() if "focusable" in thing.states and not thing.name]
        assert not nameless, nameless
        assert bar.find("filler", re.compile(f"^{SECOND}, selected"))
        assert bar.find("push button", f"Close {FIRST}")
        assert len(designer.root.find_all("panel", "Flow")) == 1


@scenario
def two_windows(folder):
    """two windows on one solution show the same edit, and only the last one asks before it closes"""
    path, designer = start(folder)
    with designer:
        await_title(designer, FIRST)
        row(designer, SECOND).act("row.open-window")
        wait("two windows", lambda: len(windows(designer)) == 2)
        second = next(frame for frame in windows(designer) if frame.name.startswith(SECOND))
        first = next(frame for frame in windows(designer) if frame.name.startswith(FIRST))
        second.find("list", re.compile(r"^Stage 1 of 3: Identify,"))
        second.act("win.next-problem")
        # The same flow in both: what is done in one is seen in the other.
        second.find("list", "Flows").find("list item", re.compile(f"^{FIRST}")).act("row.open-tab")
        second.find("list", re.compile(r"^Stage 1 of \d+: Qualify,")).act("stage.duplicate")
        first.find("list", re.compile(r"^Stage 2 of \d+: Qualify"))
        first.act("win.undo")
        wait("the copy to go", lambda: not second.look("list", re.compile(r"^Stage 2 of \d+: Qualify")))
        first.act("win.redo")
        second.find("list", re.compile(r"^Stage 2 of \d+: Qualify"))
        first.act("win.close")
        wait("one window", lambda: len(windows(designer)) == 1)
        windows(designer)[0].act("win.close")
        message = designer.find("dialog", re.compile("^Save Changes"))
        message.find("push button", re.compile("Save")).act("click")
        designer.process.wait(20)
    assert len(re.findall("Qualify", path.read_text(encoding="utf-8"))) > 1


@scenario
def tear_off(folder):
    """a tab that is dropped where no tabs are gets a window of its own"""
    _, designer = start(folder)
    with designer:
        open_tab(designer, SECOND)
        wait("two tabs", lambda: tabs(designer) == [FIRST, SECOND])
        x, y = designer.aim(tab(designer, SECOND))
        screen.press()
        for step in range(1, 25):
            screen.move(x + step * DRAG_THRESHOLD // 4, y + step * (SIZE[1] - 60 - y) // 24)
            time.sleep(0.02)
        screen.release()
        wait("two windows", lambda: len(windows(designer)) == 2)
        wait("the flow in a window of its own",
             lambda: sorted(frame.name.split(" – ")[0] for frame in windows(designer)) == [FIRST, SECOND])


if __name__ == "__main__":
    main()
