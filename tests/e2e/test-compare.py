#!/usr/bin/python3
# test-compare.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparing what roles may do, with the whole program."""

import csv
import os
import pathlib
import re
import shutil

from keyboard import go, pick
from scenario import main, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
SAMPLE = pathlib.Path(os.environ["STAGECRAFT_SOURCE"], "data/samples/contoso-sales.stagecraft")


def open_window(designer):
    designer.key("ctrl+3")
    designer.click(designer.find("push button", "Compare…"))
    return designer.find("dialog", "Compare Access")


def name_file(designer, title, path):
    """In a file chooser."""
    designer.find(None, title)
    designer.key("ctrl+a")
    designer.type(str(path))
    designer.key("Return")
    designer.gone("dialog", title)


def count(designer):
    """How many differences the title says there are."""
    found = designer.look("label", re.compile(r"^\d+ (of \d+ )?differences?$"))
    return int(found.name.split()[0]) if found else 0


@scenario
def by_pointer(folder):
    """two roles are compared and filtered, and what is shown is exported as CSV and as Markdown"""
    path = folder / "sales.stagecraft"
    shutil.copy(SAMPLE, path)
    with Designer(path, size=SIZE) as designer:
        window = open_window(designer)
        wait("differences", lambda: count(designer) > 10)
        designer.click(window.find("entry", "Filter the differences"))
        designer.type("lead write")
        wait("fewer of them", lambda: 0 < count(designer) < 10)
        for name in ("a.csv", "a.md"):
            designer.click(window.find("push button", "Export"))
            name_file(designer, "Export the Comparison", folder / name)
            wait(f"{name}", lambda name=name: (folder / name).exists())
        with open(folder / "a.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        assert rows[0][2:] == ["Sales Rep", "Sales Manager"], rows[0]
        assert len(rows) == 1 + count(designer), rows
        text = (folder / "a.md").read_text("utf-8")
        assert text.count("\n") == 2 + count(designer) and "| prvWriteLead |" in text, text


@scenario
def by_keys(folder):
    """other roles are picked by keys"""
    path = folder / "sales.stagecraft"
    shutil.copy(SAMPLE, path)
    with Designer(path, size=SIZE) as designer:
        designer.log.wait("first-frame")
        designer.key("ctrl+alt+c")
        designer.find("dialog", "Compare Access")
        wait("differences", lambda: count(designer) > 10)
        before = count(designer)
        pick(designer, "First", "Support Agent", down=2)
        wait("others", lambda: count(designer) not in (0, before))
        pick(designer, "Second", "Support Agent", down=2)
        designer.find(None, "No Difference")
        designer.key("Escape")
        designer.gone("dialog", "Compare Access")


@scenario
def another_package(folder):
    """a role is compared with the same one of another file; a file that is none is told of"""
    path, other, broken = (folder / name for name in ("sales.stagecraft", "before.stagecraft", "broken.zip"))
    shutil.copy(SAMPLE, path)
    text = SAMPLE.read_text("utf-8")
    start = text.index('<role name="Sales Rep"')
    other.write_text(text[:start] + re.sub(r'.*"prvWriteLead".*\n', "", text[start:], count=1), "utf-8")
    broken.write_text("This is no package.")
    with Designer(path, size=SIZE) as designer:
        window = open_window(designer)
        designer.key("ctrl+o")
        name_file(designer, "Compare with a Role of Another Package", other)
        wait("the one that is missing", lambda: count(designer) == 1)
        window.find(None, "Second: Sales Rep (before.stagecraft)")
        designer.key("ctrl+o")
        name_file(designer, "Compare with a Role of Another Package", broken)
        designer.find(None, "Nothing Was Opened")
        designer.key("Escape")
        designer.gone(None, "Nothing Was Opened")
        assert count(designer) == 1
        go(designer, "Tab", "^Swap first and second$")
        designer.key("space")
        window.find(None, "First: Sales Rep (before.stagecraft)")


if __name__ == "__main__":
    main()
