# keyboard.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person without a pointer does again and again."""

import re

from stagecraft_driver import wait


def focus_canvas(designer):
    """Tab reaches the canvas; from there arrows lead to every stage and step."""
    def on_canvas():
        focused = designer.focused()
        return focused and (focused.name == "Flow" or re.match(r"St(age|ep) \d+ of", focused.name))

    for _ in range(60):
        if on_canvas():
            break
        designer.key("Tab")
    assert on_canvas(), f"Tab never came to the canvas, but to {designer.focused()}"
    designer.key("Home")
    wait("the first stage to have the focus", lambda: designer.focused().name.startswith("Stage 1 of"))


def go(designer, key, pattern, most=40):
    """Presses a key until what has the focus is called that."""
    seen = []
    for _ in range(most):
        focused = designer.focused()
        if focused and re.search(pattern, focused.name):
            return focused
        seen.append(focused and focused.name)
        designer.key(key)
    raise AssertionError(f"{key} never came to {pattern!r}, but to {seen}")


def go_past(designer, pattern):
    """Tab to that and on, into the entry behind it."""
    go(designer, "Tab", pattern)
    for _ in range(4):
        designer.key("Tab")
        focused = designer.focused()
        if not focused or not re.search(pattern, focused.name):
            return
    raise AssertionError(f"Tab never left {pattern!r}")


def choose(designer, *items):
    """In the menu of what has the focus, by arrows and Return."""
    designer.key("shift+F10")
    for item in items:
        wait(f"the item {item!r}", lambda item=item: designer.look("menu item", item))
        go(designer, "Down", f"^{re.escape(item)}$")
        designer.key("Return")


def await_search(designer):
    """A picker is open, and what is typed goes into its field."""
    wait("the search field", lambda: (focused := designer.focused()) and focused.name.startswith("Search"))


def pick(designer, title, text, down=None, typed=None):
    """In a picker: searches and takes what is found; in a short list, which has no field for that,
    what is so far down. typed: what is searched for, when it is not the text."""
    go(designer, "Tab", f"^{title}: ")
    designer.key("Return")
    if down is None:
        await_search(designer)
        designer.type(typed or text)
    else:
        wait("the list", lambda: designer.look("list item", re.compile(text)) or designer.look("label", text))
        wait("the list to have the keyboard",
             lambda: designer.focused() and not designer.focused().name.startswith(f"{title}: "))
        designer.key("Home", *["Down"] * down)
    designer.key("Return")
    wait(f"{title} to be {text}", lambda: designer.look(None, f"{title}: {text}"))


def command(designer, words):
    """The first that the palette finds."""
    designer.key("ctrl+shift+p")
    entry = designer.find("entry", "Search for a command")
    wait("the palette to have the focus", lambda: designer.focused() and designer.focused().name == entry.name)
    designer.type(words)
    wait("the words to be typed", lambda: words in (thing.text for thing in entry.find_all("text")) or entry.text == words)
    designer.key("Return")
    designer.gone("entry", "Search for a command")


def fill(designer, title, values):
    """Types into the fields of a dialog in their order, the first of which has the focus; None: left as it is.
    Return accepts."""
    fields = designer.find("dialog", title).find_all("text")
    for field, value in zip(fields, values):
        if value is not None:
            designer.key("ctrl+a")
            designer.type(value)
            wait(f"{value} to be typed", lambda field=field, value=value: field.text == value)
        if field is not fields[len(values) - 1]:
            designer.key("Tab")
    designer.key("Return")
    designer.gone("dialog", title)
