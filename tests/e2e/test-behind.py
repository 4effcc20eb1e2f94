#!/usr/bin/python3
# test-behind.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Other programs write what is open: it is noticed, shown, and never written over unasked."""

import os
import pathlib
import re
import shutil
import time

import golden
from scenario import main, same, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
SAMPLE = pathlib.Path(os.environ["STAGECRAFT_SOURCE"]) / "data/samples/contoso-sales.stagecraft"
STATE = pathlib.Path(os.environ["XDG_STATE_HOME"]) / "stagecraft" / "recovery"
CHANGED = re.compile("was changed by another program")


def copy_sample(folder):
    path = folder / "contoso.stagecraft"
    path.write_bytes(SAMPLE.read_bytes())
    return path


def anew(path, text):
    """As git checks a file out."""
    path.unlink()
    path.write_text(text, encoding="utf-8")


def over(path, text):
    """As editors save."""
    beside = path.with_suffix(".tmp")
    beside.write_text(text, encoding="utf-8")
    beside.rename(path)


def rename_stage(text):
    """What the other program does."""
    assert 'label="Qualify"' in text
    return text.replace('label="Qualify"', 'label="Check"', 1)


def require_step(text, label="Existing contact?"):
    """What the person does, in the file."""
    return re.sub(rf'(<step label="{re.escape(label)}".*?)( id=)', r'\1 required="true"\2', text, count=1)


def edit(designer, label="Existing contact?"):
    designer.step(label).act("step.toggle-required")
    wait("the step to be required", lambda: ", required" in designer.step(label).name)


def await_banner(designer, pattern=CHANGED):
    return designer.find("label", pattern)


def review(designer):
    designer.find("push button", re.compile("^_?Review")).act("click")
    return designer.find(name="File on Disk")


def choose(designer, name):
    """By pointer."""
    designer.click(designer.find(name="File on Disk").find("push button", name))
    designer.gone(name="File on Disk")


def by_keys(designer, key, focus):
    """Once the dialog has the keyboard, and that button the focus."""
    dialog = designer.find(name="File on Disk")
    wait("the dialog to have the keyboard",
         lambda: "active" in dialog.states and (not focus or "focused" in dialog.find("push button", focus).states))
    designer.key(key)


def ended(designer):
    wait("the program to end", lambda: designer.process.poll() is not None)
    assert designer.process.returncode == 0, designer.process.returncode


@scenario
def noticed(folder):
    """a file that is written anew or over is noticed at once, and what was put back is forgotten"""
    path = copy_sample(folder)
    text = path.read_text(encoding="utf-8")
    with Designer(path, size=SIZE) as designer:
        designer.stage("Qualify")
        for write in (anew, over):
            since, begun = designer.log.mark(), time.monotonic()
            write(path, rename_stage(text))
            designer.log.wait("disk 1", since)
            print(f"# noticed {1000 * (time.monotonic() - begun):.0f} ms after it was written", flush=True)
            await_banner(designer, re.compile("“contoso.stagecraft” was changed by another program: 1 stage changed"))
            designer.screenshot("noticed")
            write(path, text)
            designer.gone("label", CHANGED)
        designer.stage("Qualify")
        assert not designer.is_modified()


@scenario
def take_theirs(folder):
    """theirs is taken with Return, is what is saved, and Undo brings mine back"""
    path = copy_sample(folder)
    text = path.read_text(encoding="utf-8")
    with Designer(path, size=SIZE) as designer:
        designer.stage("Qualify")
        anew(path, rename_stage(text))
        await_banner(designer)
        dialog = review(designer)
        dialog.find("list item", re.compile("Stage “Check” changed"))
        assert not dialog.look("push button", "Merge")
        by_keys(designer, "Return", "Take Theirs")
        designer.gone(name="File on Disk")
        designer.stage("Check")
        assert not designer.is_modified()
        designer.gone("label", CHANGED)
        assert path.read_text(encoding="utf-8") == rename_stage(text)
        designer.key("ctrl+z")
        designer.stage("Qualify")
        designer.save()
        assert path.read_text(encoding="utf-8") == text


@scenario
def keep_mine(folder):
    """mine is kept, is still to be saved, and is written over theirs then"""
    path = copy_sample(folder)
    text = path.read_text(encoding="utf-8")
    with Designer(path, size=SIZE) as designer:
        edit(designer)
        over(path, rename_stage(text))
        await_banner(designer)
        review(designer)
        choose(designer, "Keep Mine")
        designer.gone("label", CHANGED)
        assert designer.is_modified()
        assert path.read_text(encoding="utf-8") == rename_stage(text)
        designer.save()
        assert path.read_text(encoding="utf-8") == require_step(text)


@scenario
def merge(folder):
    """both are merged, in one step that Undo takes back"""
    path = copy_sample(folder)
    text = path.read_text(encoding="utf-8")
    with Designer(path, size=SIZE) as designer:
        edit(designer)
        anew(path, rename_stage(text))
        await_banner(designer)
        dialog = review(designer)
        dialog.find("label", re.compile("nothing conflicts"))
        since = designer.log.mark()
        choose(designer, "Merge")
        designer.log.wait("tell Merged, without a conflict", since)
        designer.stage("Check")
        designer.key("ctrl+z")
        designer.stage("Qualify")
        designer.key("ctrl+shift+z")
        designer.stage("Check")
        designer.save()
        assert path.read_text(encoding="utf-8") == require_step(rename_stage(text))


@scenario
def unseen(folder):
    """saving over what nobody has seen asks first; Escape writes nothing"""
    path = copy_sample(folder)
    text = path.read_text(encoding="utf-8")
    with Designer(path, size=SIZE) as designer:
        edit(designer)
        over(path, rename_stage(text))
        designer.key("ctrl+s")
        by_keys(designer, "Escape", "Merge")
        designer.gone(name="File on Disk")
        assert designer.is_modified()
        assert path.read_text(encoding="utf-8") == rename_stage(text)
        designer.key("ctrl+s")
        designer.find(name="File on Disk")
        choose(designer, "Keep Mine")
        wait("mine to be saved", lambda: path.read_text(encoding="utf-8") == require_step(text))
        assert not designer.is_modified()


@scenario
def closing(folder):
    """closing, then Save, then Merge: both are in the file, and the program has ended"""
    path = copy_sample(folder)
    text = path.read_text(encoding="utf-8")
    with Designer(path, size=SIZE) as designer:
        edit(designer)
        anew(path, rename_stage(text))
        await_banner(designer)
        designer.key("ctrl+w")
        message = designer.find("dialog", re.compile("Save Changes"))
        message.find("push button", re.compile("^_?Save")).act("click")
        by_keys(designer, "Return", "Merge")
        ended(designer)
    assert path.read_text(encoding="utf-8") == require_step(rename_stage(text))


@scenario
def changed_again(folder):
    """what changes while it is reviewed is shown, and not decided on unseen"""
    path = copy_sample(folder)
    text = path.read_text(encoding="utf-8")
    with Designer(path, size=SIZE) as designer:
        designer.stage("Qualify")
        anew(path, rename_stage(text))
        await_banner(designer)
        dialog = review(designer)
        again = rename_stage(text).replace('label="Develop"', 'label="Deepen"', 1)
        assert again != rename_stage(text)
        button = dialog.find("push button", "Take Theirs")
        anew(path, again)
        button.act("click")
        dialog.find("label", re.compile("changed again"))
        dialog.find("list item", re.compile("Stage “Deepen” changed"))
        designer.screenshot("again")
        designer.stage("Qualify")
        wait("the choices to be there again", lambda: "sensitive" in button.states)
        choose(designer, "Take Theirs")
        designer.stage("Deepen")
        assert path.read_text(encoding="utf-8") == again


@scenario
def tabs(folder):
    """flows that theirs does not have take their tabs along, and no others; Undo brings the flow back"""
    path = copy_sample(folder)
    text = path.read_text(encoding="utf-8")
    theirs = re.sub(r'  <flow label="Phone to Case".*?</flow>\n', "", text, count=1, flags=re.DOTALL)
    assert theirs != text
    with Designer(path, size=SIZE) as designer:
        row = designer.find("list item", re.compile("^Phone to Case"))
        designer.click(row)
        designer.key("ctrl+Return")
        designer.find("filler", re.compile("^Phone to Case"))
        anew(path, theirs)
        await_banner(designer, re.compile("1 flow removed"))
        review(designer)
        choose(designer, "Take Theirs")
        designer.gone("list item", re.compile("^Phone to Case"))
        designer.gone("filler", re.compile("^Phone to Case"))
        designer.stage("Qualify")
        assert path.read_text(encoding="utf-8") == theirs
        designer.key("ctrl+z")
        designer.find("list item", re.compile("^Phone to Case"))
        assert designer.is_modified()
        designer.save()
        assert path.read_text(encoding="utf-8") == text


@scenario
def compared(folder):
    """the command compares whenever it is asked to, and says when nothing differs"""
    path = copy_sample(folder)
    text = path.read_text(encoding="utf-8")
    with Designer(path, size=SIZE) as designer:
        designer.stage("Qualify")
        designer.find("frame").act("win.compare-file")
        designer.find("dialog", re.compile("Nothing Differs"))
        designer.key("Escape")
        designer.gone("dialog", re.compile("Nothing Differs"))
        edit(designer)
        designer.find("frame").act("win.compare-file")
        dialog = designer.find(name="File on Disk")
        dialog.find("list item", re.compile("Step “Existing contact\\?” changed"))
        assert not dialog.look("push button", "Merge")
        designer.screenshot("compared")
        by_keys(designer, "Escape", None)
        designer.gone(name="File on Disk")
        anew(path, rename_stage(text))
        designer.find("frame").act("win.compare-file")
        designer.find("list item", re.compile("Stage “Check” changed"))


@scenario
def left_behind(folder):
    """work that was left behind comes back onto the file that has changed since, and is merged with it"""
    path = copy_sample(folder)
    text = path.read_text(encoding="utf-8")
    with Designer(path, size=SIZE) as designer:
        edit(designer)
        wait("the work to be kept", lambda: any(STATE.glob("*/work")))
        time.sleep(0.2)  # what is promised
        designer.kill()
    anew(path, rename_stage(text))
    with Designer(size=SIZE, keep_work=True) as designer:
        designer.log.wait("leftover-compared")
        designer.find("push button", re.compile("^Restore: ")).act()
        designer.gone("dialog", "Unsaved Work")
        wait("a window that stays", designer.settle)  # the dialog may have been found at the start
        await_banner(designer)
        assert ", required" in designer.step("Existing contact?").name
        review(designer)
        by_keys(designer, "Return", "Merge")
        designer.gone(name="File on Disk")
        designer.stage("Check")
        designer.save()
    assert path.read_text(encoding="utf-8") == require_step(rename_stage(text))


@scenario
def gone(folder):
    """a file that is gone is written again with one click; a folder goes elsewhere"""
    path = copy_sample(folder)
    text = path.read_text(encoding="utf-8")
    with Designer(path, size=SIZE) as designer:
        designer.stage("Qualify")
        path.unlink()
        await_banner(designer, re.compile("was deleted or moved"))
        designer.screenshot("gone")
        designer.find("label", re.compile("was deleted or moved")).parent.find("push button", re.compile("^_?Save")).act("click")
        wait("the file to be there", path.exists)
        designer.gone("label", re.compile("was deleted or moved"))
        assert path.read_text(encoding="utf-8") == text
    package, away = folder / "package", folder / "away"
    golden.write(package, golden.package(golden.onboarding(), []))
    with Designer(package, size=SIZE) as designer:
        designer.stage("Deliver")
        package.rename(away)
        label = await_banner(designer, re.compile("“package” was deleted or moved"))
        label.parent.find("push button", re.compile("^_?Save _?As"))
        away.rename(package)
        designer.gone("label", re.compile("was deleted or moved"))


@scenario
def gone_closing(folder):
    """nobody closes the only copy unasked: Save writes the file again, Discard forgets it"""
    path = copy_sample(folder)
    text = path.read_text(encoding="utf-8")
    question = re.compile("Save Before Closing")
    with Designer(path, size=SIZE) as designer:
        designer.stage("Qualify")
        path.unlink()
        await_banner(designer, re.compile("was deleted or moved"))
        for key in ("ctrl+w", "ctrl+q"):
            designer.key(key)
            message = designer.find("dialog", question)
            message.find("label", re.compile("“contoso.stagecraft” was deleted or moved"))
            designer.screenshot("gone-closing")
            designer.key("Escape")
            designer.gone("dialog", question)
        designer.key("ctrl+w")
        designer.find("dialog", question).find("push button", re.compile("^_?Save")).act("click")
        ended(designer)
    assert path.read_text(encoding="utf-8") == text
    package = folder / "package"
    golden.write(package, golden.package(golden.onboarding(), []))
    with Designer(package, size=SIZE) as designer:
        designer.stage("Deliver")
        shutil.rmtree(package)
        await_banner(designer, re.compile("“package” was deleted or moved"))
        wait("the work to be kept", lambda: any(STATE.glob("*/work")))
        designer.key("ctrl+w")
        message = designer.find("dialog", question)
        message.find("label", re.compile("“package” was deleted or moved"))
        message.find("push button", re.compile("^_?Save _?As"))
        message.find("push button", re.compile("^_?Discard")).act("click")
        ended(designer)
    assert not any(STATE.iterdir()), list(STATE.rglob("*"))


@scenario
def unreadable(folder):
    """what cannot be read is said, and nothing is lost"""
    path = copy_sample(folder)
    text = path.read_text(encoding="utf-8")
    with Designer(path, size=SIZE) as designer:
        edit(designer)
        over(path, "<<<<<<< HEAD\n" + text)
        await_banner(designer, re.compile("stays as it is"))
        designer.screenshot("unreadable")
        designer.key("ctrl+s")
        message = designer.find("dialog", re.compile("Was.* Saved"))
        message.find("label", CHANGED)
        designer.key("Escape")
        designer.gone("dialog", re.compile("Was.* Saved"))
        over(path, text)
        designer.gone("label", re.compile("stays as it is"))
        designer.save()
        assert path.read_text(encoding="utf-8") == require_step(text)


@scenario
def unpacked(folder):
    """a folder of which one flow was written by somebody else"""
    package = folder / "package"
    flow, other = golden.onboarding(), golden.onboarding(("Somebody", "else", "did this"))
    golden.write(package, golden.package(flow, []))
    before = golden.read_folder(package)
    name = next(name for name in before if name.endswith(".xaml"))
    with Designer(package, size=SIZE) as designer:
        designer.stage("Deliver")
        anew(package / name, golden.xaml(other))
        await_banner(designer)
        review(designer)
        choose(designer, "Take Theirs")
        designer.stage("Somebody")
        assert not designer.is_modified()
        designer.key("ctrl+z")
        designer.stage("Deliver")
        designer.save()
    same(golden.read_folder(package), before, "after all")


@scenario
def two_designers(folder):
    """two programs on one file: each hears of what the other one saved, and both end up with both"""
    path = copy_sample(folder)
    text = path.read_text(encoding="utf-8")
    with Designer(path, "--new-instance", size=SIZE) as first:
        first.stage("Qualify")
        with Designer(path, "--new-instance", size=SIZE, keep_work=True) as second:
            edit(second, "Existing account?")
            second.save()
            await_banner(first)
            edit(first)
            first.find("push button", re.compile("^_?Review")).act("click")
            first.find(name="File on Disk").find("push button", "Merge").act("click")
            first.gone(name="File on Disk")
            first.find("push button", re.compile("^_?Save")).act("click")
            wait("everything to be saved", lambda: not first.is_modified())
            await_banner(second)
            second.find("push button", re.compile("^_?Review")).act("click")
            second.find(name="File on Disk").find("push button", "Take Theirs").act("click")
            second.gone(name="File on Disk")
            assert ", required" in second.step("Existing contact?").name
    assert path.read_text(encoding="utf-8") == require_step(require_step(text), "Existing account?")


if __name__ == "__main__":
    main()
