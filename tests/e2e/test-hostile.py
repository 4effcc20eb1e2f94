#!/usr/bin/python3
# test-hostile.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that cannot be opened get a message that names them and the reason; nothing else happens."""

import os
import re

import hostile
from scenario import main, scenario
from stagecraft_driver import Designer

# Peak memory in MB: the program takes 50 without a file.
MOST_MEMORY = 300


def peak(process):
    text = open(f"/proc/{process.pid}/status", encoding="ascii").read()
    return int(re.search(r"VmHWM:\s+(\d+) kB", text)[1]) / 1024


def refused(path, name=None):
    with Designer(path) as designer:
        message = designer.find("dialog", re.compile("Was.* Opened"), timeout=30)
        words = " ".join(label.name for label in message.find_all("label"))
        assert (name or path.name) in words, f"the message does not name the file: {words}"
        assert len(words) > len(path.name) * 2 + 30, f"the message gives no reason: {words}"
        assert "GLib" not in words and "quark" not in words and "(null)" not in words, words
        assert not designer.look("list", re.compile("^Stage 1 of")), "something was opened"
        assert peak(designer.process) < MOST_MEMORY, f"it took {peak(designer.process):.0f} MB"
        print(f"# {words} [{peak(designer.process):.0f} MB]", flush=True)
        designer.key("Escape")
        designer.gone("dialog", re.compile("Was.* Opened"))
        designer.find("push button", re.compile("Open"))


def add(name):
    def refuse(folder):
        path = hostile.make(folder, name)
        before = path.stat()
        refused(path)
        after = path.stat()
        assert (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size), "the file was touched"
        assert [entry.name for entry in folder.iterdir()] == [name], "something was left behind"

    refuse.__name__ = re.sub(r"\W", "_", name)
    refuse.__doc__ = "is refused with a reason"
    scenario(refuse)


for file in hostile.FILES:
    add(file)


@scenario
def missing_file(folder):
    """a file that is not there"""
    refused(folder / "gone.xaml")


@scenario
def other_folder(folder):
    """a folder that is no solution"""
    place = folder / "letters"
    place.mkdir()
    (place / "letter.txt").write_text("Dear", encoding="utf-8")
    refused(place)


@scenario
def pipe(folder):
    """a pipe that nobody writes to does not hang it"""
    os.mkfifo(folder / "pipe.xaml")
    refused(folder / "pipe.xaml")


if __name__ == "__main__":
    main()
