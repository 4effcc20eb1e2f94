#!/usr/bin/python3
# test-hostile-acts.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is being edited goes away, two windows want the same, windows close at the wrong moment."""

import os
import re
import shutil
import subprocess
import time

import screen
from clipboard import held
from keyboard import focus_canvas, go
from scenario import main, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
SAMPLE = os.environ["STAGECRAFT_SOURCE"] + "/data/samples/contoso-sales.stagecraft"
FIRST, SECOND = "Lead to Opportunity", "Phone to Case"
# The inspector says more about the condition.
EDITOR = re.compile("^Behind “[^”]*”$")
RUBBISH = 10 * 1024 * 1024


def start(folder, size=SIZE):
    path = folder / "sales.stagecraft"
    shutil.copy(SAMPLE, path)
    return path, Designer(path, size=size)


def windows(designer):
    return [frame for frame in designer.root.children if frame.role == "frame"]


def row(window, name):
    return wait(f"the row of {name}", lambda: next(
        (row for row in window.find("list", "Flows").find_all("list item") if row.name.startswith(name)), None))


def second_window(designer):
    """Both windows show the first flow; the new one has the keyboard."""
    row(windows(designer)[0], FIRST).act("row.open-window")
    wait("two windows", lambda: len(windows(designer)) == 2)
    wait("it to be active", lambda: "active" in designer.window.states and designer.window.look("panel", "Flow"))
    second = designer.window
    first = next(frame for frame in windows(designer) if frame != second)
    second.find("list", re.compile(r"^Stage 1 of \d+: Qualify,"))
    return first, second


def open_condition(designer):
    focus_canvas(designer)
    go(designer, "Right", "^Condition after")
    designer.key("Return")
    wait("the editor", lambda: designer.look("label", EDITOR))


def no_editor(designer):
    designer.gone("label", EDITOR)


def stage(window, name):
    return window.find("list", re.compile(rf"^Stage \d+ of \d+: {name},"))


def begin_rename(designer, window, card):
    """The name of a stage is being typed."""
    card.act("stage.rename")
    entry = window.find("text", "Name of the stage")
    wait("the entry to have the focus", lambda: "focused" in entry.states)
    designer.key("ctrl+a")
    designer.type("Typed")
    wait("the name to be typed", lambda: entry.text == "Typed")


@scenario
def flow_undone_under_editor(folder):
    """the making of the flow is undone while its condition is being edited"""
    _, designer = start(folder)
    with designer:
        designer.move(1, 1)
        row(designer.root, FIRST).act("row.copy")
        designer.find("dialog", re.compile("Copy"))
        designer.key("ctrl+a")
        designer.type("Second")
        designer.key("Return")
        copied = re.compile("^Second")
        designer.find("list item", copied)
        wait("it to be shown", lambda: copied.search(designer.root.children[0].name))
        open_condition(designer)
        designer.key("ctrl+z")
        no_editor(designer)
        designer.gone("list item", copied)
        designer.key("ctrl+shift+z")
        designer.find("list item", copied)


@scenario
def flow_deleted_elsewhere(folder):
    """the flow whose condition is being edited is deleted in the other window, and comes back"""
    _, designer = start(folder)
    with designer:
        first, second = second_window(designer)
        designer.move(1, 1)
        open_condition(designer)
        row(first, FIRST).act("row.delete")
        designer.find("dialog", re.compile("^Delete")).find("push button", re.compile("Delete")).act("click")
        no_editor(designer)
        wait("both windows to show another flow", lambda: not [
            frame for frame in windows(designer) if frame.name.startswith(FIRST)])
        first.act("win.undo")
        row(first, FIRST)
        row(second, FIRST)


@scenario
def undo_while_renaming(folder):
    """one window undoes the stage that the other one is naming"""
    _, designer = start(folder)
    with designer:
        first, second = second_window(designer)
        stage(second, "Qualify").act("stage.add-after")
        begin_rename(designer, second, stage(second, "New stage"))
        first.act("win.undo")
        for window in (first, second):
            window.find("list", re.compile("^Stage 1 of 6: "))
        designer.gone("text", "Name of the stage")
        assert "Typed" not in designer.outline(), designer.outline()


@scenario
def edit_while_renaming(folder):
    """one window changes the stage that the other one is naming; both edits hold and can be undone"""
    _, designer = start(folder)
    with designer:
        first, second = second_window(designer)
        begin_rename(designer, second, stage(second, "Qualify"))
        stage(first, "Qualify").act("stage.duplicate")
        for window in (first, second):
            window.find("list", re.compile("^Stage 2 of 7: Qualify,"))
        designer.key("Return")
        for window in (first, second):
            stage(window, "Typed")
        first.act("win.undo")
        first.act("win.undo")
        for window in (first, second):
            window.find("list", re.compile("^Stage 1 of 6: Qualify,"))


def close(designer, window):
    window.act("win.close")
    wait("one window to be left", lambda: len(windows(designer)) == 1)


def close_after(folder, begin, name="Qualify"):
    """The second window closes in the middle of something; the first, whose first stage is called that then,
    still works."""
    _, designer = start(folder)
    with designer:
        first, second = second_window(designer)
        designer.move(1, 1)
        begin(designer, second)
        close(designer, second)
        stage(first, name).act("stage.duplicate")
        copy = re.compile(rf"^Stage 2 of \d+: {name}")
        first.find("list", copy)
        first.act("win.undo")
        wait("it to be undone", lambda: not first.look("list", copy))


@scenario
def close_renaming(folder):
    """a window closes while a name is typed in it: the other window has the name"""
    close_after(folder, lambda designer, window: begin_rename(designer, window, stage(window, "Qualify")), "Typed")


@scenario
def close_editing(folder):
    """a window closes while a condition is edited in it"""
    close_after(folder, lambda designer, _: open_condition(designer))


@scenario
def close_menu(folder):
    """a window closes under an open menu"""
    def begin(designer, window):
        focus_canvas(designer)
        designer.key("shift+F10")
        window.find("menu item", re.compile("Rename|Duplicate"))

    close_after(folder, begin)


@scenario
def close_palette(folder):
    """a window closes while its palette is open"""
    def begin(designer, _):
        designer.key("ctrl+shift+p")
        designer.find("entry", "Search for a command")

    close_after(folder, begin)


@scenario
def close_asking(folder):
    """a window closes while a dialog of it is open"""
    def begin(designer, window):
        window.act("win.solution-details")
        designer.find("dialog", re.compile("Solution"))

    close_after(folder, begin)


@scenario
def close_dragging(folder):
    """a window closes while a stage of it is dragged"""
    def begin(designer, window):
        designer.resize(*SIZE)
        designer.grab(stage(window, "Qualify"), grip=(0.5, 10))

    try:
        close_after(folder, begin)
    finally:
        screen.release()


@scenario
def pasted_rubbish(folder):
    """what is no table and no part of a flow changes nothing, wherever it is pasted"""
    _, designer = start(folder)
    svg = b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'>"
    text, binary = "text/plain;charset=utf-8", "application/octet-stream"
    copied = [(svg + b"<g id='a'/>" * (RUBBISH // 11) + b"</svg>", text), (svg + b"<g/></svg>", text),
              (os.urandom(RUBBISH), text), (os.urandom(5000), binary), (os.urandom(5000), text), (b"", text)]
    with designer:
        designer.move(1, 1)
        before = designer.outline()
        for data, kind in copied:
            focus_canvas(designer)
            with held(folder, data, kind):
                since, begun = designer.log.mark(), time.monotonic()
                designer.key("ctrl+v")
                said = designer.log.wait("clipboard (.*)", since)[1]
                assert time.monotonic() - begun < 10, f"{said} took {time.monotonic() - begun:.0f} s"
                print(f"# {len(data)} bytes of {kind}: {said}", flush=True)
            designer.key("Escape")
        assert designer.outline() == before and not designer.is_modified()


@scenario
def rubbish_in_names(folder):
    """ten megabytes pasted where a name is typed keep nobody waiting"""
    _, designer = start(folder)
    with designer:
        designer.move(1, 1)
        with held(folder, b"x y\n" * (RUBBISH // 4)):
            begin_rename(designer, designer.window, stage(designer.window, "Qualify"))
            begun = time.monotonic()
            designer.key("ctrl+v", "Return")
            designer.gone("text", "Name of the stage")
            took = time.monotonic() - begun
            assert took < 10, f"it took {took:.0f} s"
            name = next(iter(designer.outline()))
            print(f"# a name of {len(name)} characters after {took:.1f} s", flush=True)
        designer.key("ctrl+z")
        stage(designer.root, "Qualify")


@scenario
def narrow_panes(folder):
    """at 360 pixels, keys alone show every pane, lead to it and back"""
    def leads_to(designer, key, name):
        def there():
            place = designer.focused()
            while place and place.name != name:
                place = place.parent
            return place

        designer.key(key)
        wait(f"{key} to lead to {name}", there)

    _, designer = start(folder, (360, 720))
    with designer:
        designer.move(1, 719)
        focus_canvas(designer)
        leads_to(designer, "F6", "GtkPaned")
        designer.key("F9")
        leads_to(designer, "F6", "ScNavigator")
        leads_to(designer, "Escape", "Flow")


@scenario
def opened_twice(folder):
    """a file that is open already gets no second window, however it is named"""
    path, designer = start(folder)
    other = folder / "link.stagecraft"
    other.symlink_to(path)
    (folder / "below").mkdir()
    with designer:
        stage(designer.root, "Qualify").act("stage.duplicate")
        wait("an edit", designer.is_modified)
        for name in (path, folder / "below" / ".." / path.name, other):
            since = designer.log.mark()
            subprocess.run([os.environ["STAGECRAFT_DESIGNER"], name], check=True, timeout=30)
            designer.log.wait("shown-again", since)
            assert len(windows(designer)) == 1, f"{name} got a window of its own"
            designer.find("list", re.compile(r"^Stage 2 of \d+: Qualify"))


if __name__ == "__main__":
    main()
