#!/usr/bin/python3
# test-saving.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing a person has done is lost without their word, and no file is ever half."""

import contextlib
import os
import re
import shutil
import subprocess

import golden
from scenario import Skip, main, outline, same, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
# Root may write anywhere; without these two it is like anybody else.
ORDINARY = ["setpriv", "--bounding-set=-dac_override,-dac_read_search",
            "--inh-caps=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []


def edit(designer, flow):
    designer.stage("Deliver").act("stage.move-left")
    flow.move_stage("Deliver", 1)
    designer.await_outline(outline(flow))


def answer(designer, heading, response):
    """Presses a button of a message; its mnemonic may stand in the name."""
    message = designer.find("dialog", re.compile(heading))
    message.find("push button", re.compile(rf"^_?{response}\b")).act("click")
    designer.gone("dialog", re.compile(heading))


def type_name(designer, name):
    """Into the entry over the name of the first stage, where it stays."""
    designer.stage("Deliver").act("stage.rename")
    entry = designer.find("text", "Name of the stage")
    wait("the entry to have the focus", lambda: "focused" in entry.states)
    designer.key("ctrl+a")
    designer.type(name)
    wait("the name to be typed", lambda: entry.text == name)


def ended(designer):
    wait("the program to end", lambda: designer.process.poll() is not None)
    assert designer.process.returncode == 0, designer.process.returncode


@scenario
def ask_before_closing(folder):
    """closing with unsaved changes asks: Cancel stays, Discard leaves the files, Save writes them"""
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, []))
    before = golden.read_folder(folder)
    for response in ("Discard", "Save"):
        changed = flow.copy()
        with Designer(folder, size=SIZE) as designer:
            edit(designer, changed)
            designer.key("ctrl+w")
            answer(designer, "Save Changes", "Cancel")
            designer.await_outline(outline(changed))
            assert designer.is_modified()
            same(golden.read_folder(folder), before, "after Cancel")
            designer.key("ctrl+q")
            designer.find("dialog", re.compile("Save Changes"))
            designer.screenshot("closing")
            designer.key("Escape")
            designer.gone("dialog", re.compile("Save Changes"))
            designer.find("push button", "Close").act("click")
            message = designer.find("dialog", re.compile("Save Changes"))
            message.find("push button", re.compile(rf"^_?{response}\b")).act("click")
            ended(designer)
        if response == "Discard":
            same(golden.read_folder(folder), before, "after Discard")
    name = next(name for name in before if name.endswith(".xaml"))
    same(golden.read_folder(folder), {**before, name: golden.xaml(changed).encode(),
                                      name + ".data.xml": golden.record(changed).encode()}, "after Save")


@scenario
def close_unchanged(folder):
    """closing what is saved asks nothing"""
    golden.write(folder, golden.package(golden.onboarding(), []))
    with Designer(folder, size=SIZE) as designer:
        designer.find("list", re.compile("^Stage 1 of"))
        designer.key("ctrl+w")
        ended(designer)


def refuse(folder, prefix, spoil, mend, reason):
    """Saving fails: a message, the document still open and modified, every file whole."""
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, []))
    with Designer(folder, size=SIZE, prefix=prefix) as designer:
        edit(designer, flow)
        spoil()
        before = golden.read_folder(folder)
        designer.key("ctrl+s")
        message = designer.find("dialog", re.compile("Was.* Saved"))
        designer.screenshot("refused")
        words = " ".join(label.name for label in message.find_all("label"))
        assert "Onboarding" in words, f"the message names no file: {words}"
        assert reason in words, f"the message does not say “{reason}”: {words}"
        designer.key("Escape")
        designer.gone("dialog", re.compile("Was.* Saved"))
        assert designer.is_modified()
        designer.await_outline(outline(flow))
        same(golden.read_folder(folder), before, "after the failure")
        mend()
        designer.save()
    name = next(name for name in golden.read_folder(folder) if name.endswith(".xaml"))
    same(golden.read_folder(folder), golden.read_folder(folder) | {name: golden.xaml(flow).encode()}, "after all")


@scenario
def read_only_folder(folder):
    """a folder that may not be written: the message, and the work is kept"""
    package = folder / "package"
    refuse(package, ORDINARY, lambda: (package / "Workflows").chmod(0o555), lambda: (package / "Workflows").chmod(0o755),
           "not have the permission")


@scenario
def vanished_folder(folder):
    """a folder that is gone: the message, and the work is kept"""
    package, elsewhere = folder / "package", folder / "elsewhere"

    def vanish():
        (package / "Workflows").rename(elsewhere)

    refuse(package, [], vanish, lambda: elsewhere.rename(package / "Workflows"), "Save elsewhere")


@contextlib.contextmanager
def small_disk(place):
    """A megabyte, mounted at place meanwhile."""
    place.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "stagecraft-test", place],
                          capture_output=True, text=True, check=False)
    if done.returncode:
        raise Skip(f"no small disk can be mounted: {done.stderr.strip().splitlines()[0]}")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


@scenario
def full_disk(folder):
    """a disk that is full: the message, and the work is kept"""
    with small_disk(folder / "package") as package:
        filler = package / "filler"

        def fill():
            with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
                while file.write(bytes(4096)):
                    pass

        refuse(package, [], fill, filler.unlink, "no room left")


@scenario
def read_only_disk(folder):
    """a disk that has become read-only: the message, and the work is kept"""
    with small_disk(folder / "package") as package:

        def remount(mode):
            subprocess.run(["mount", "-o", f"remount,{mode}", package], check=True)

        refuse(package, [], lambda: remount("ro"), lambda: remount("rw"), "can only be read")


@scenario
def changed_elsewhere(folder):
    """a file that somebody else changed is not overwritten unasked"""
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, []))
    name = next(name for name in golden.read_folder(folder) if name.endswith(".xaml"))
    with Designer(folder, size=SIZE) as designer:
        edit(designer, flow)
        other = golden.onboarding(("Somebody", "else"))
        (folder / name).write_text(golden.xaml(other), encoding="utf-8")
        designer.key("ctrl+s")
        dialog = designer.find(name="File on Disk")
        dialog.find("label", re.compile("changed by another program"))
        wait("the dialog to have the keyboard", lambda: "active" in dialog.states)
        designer.key("Escape")
        designer.gone(name="File on Disk")
        assert designer.is_modified()
        assert (folder / name).read_text(encoding="utf-8") == golden.xaml(other)


@scenario
def definition(folder):
    """the same solution saved to a .stagecraft file opens as it was"""
    sample = os.environ["STAGECRAFT_SOURCE"] + "/data/samples/contoso-sales.stagecraft"
    copy = folder / "copy.stagecraft"
    shutil.copyfile(sample, copy)
    with Designer(copy, size=SIZE) as designer:
        shown = designer.outline()
        stage = next(iter(shown))
        step = designer.step(shown[stage][0])
        step.act("step.toggle-required")
        wait("the step to be required", lambda: ", required" in designer.step(shown[stage][0]).name)
        designer.save()
    old, new = (path.read_text(encoding="utf-8").splitlines() for path in (folder.__class__(sample), copy))
    differing = [(a, b) for a, b in zip(old, new) if a != b]
    assert len(old) == len(new) and len(differing) == 1, differing
    assert differing[0][1] == differing[0][0].replace(" id=", ' required="true" id='), differing


@scenario
def typed_when_closed(folder):
    """a name that is still being typed is a change: closing and quitting ask, and saving keeps it"""
    package = folder / "package"
    golden.write(package, golden.package(golden.onboarding(), []))
    for close in (lambda it: it.key("ctrl+w"), lambda it: it.key("ctrl+q"),
                  Designer.close_window):
        with Designer(package, size=SIZE) as designer:
            type_name(designer, "Hand over")
            close(designer)
            answer(designer, "Save Changes", "Cancel")
            designer.stage("Hand over")
            designer.key("ctrl+z")
            type_name(designer, "Deliver")
            close(designer)
            ended(designer)
    with Designer(package, size=SIZE) as designer:
        type_name(designer, "Hand over")
        designer.key("ctrl+w")
        answer(designer, "Save Changes", "Save")
        ended(designer)
    with Designer(package, size=SIZE) as designer:
        designer.stage("Hand over")


if __name__ == "__main__":
    main()
