#!/usr/bin/python3
# test-killed.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program is killed in the middle of work, again and again: the next start has all of it that was
at least 200 ms old."""

import os
import pathlib
import random
import re
import shutil
import time

import golden
from scenario import main, scenario, times
from stagecraft_driver import Designer, wait

SAMPLE = os.environ["STAGECRAFT_SOURCE"] + "/data/samples/contoso-sales.stagecraft"
STATE = pathlib.Path(os.environ["XDG_STATE_HOME"]) / "stagecraft" / "recovery"
GRACE = 0.2
STAGE_ACTS = ["stage.duplicate", "stage.move-left", "stage.move-right"]
STEP_ACTS = ["step.duplicate", "step.delete", "step.move-up", "step.move-down"]


def cards(designer):
    """The stages on the canvas with their steps, [] while there is no canvas."""
    program = designer.root.read()
    canvas = program and program.look("panel", "Flow")
    return [(card, [row for row in card.children if row.role == "list item"])
            for card in (canvas.children if canvas else []) if card.role == "list"]


def shown(designer):
    """Copies have the names of what they are copies of."""
    return [(card.name, [row.name for row in rows]) for card, rows in cards(designer)]


def act(designer, dice):
    """One edit, or nothing where it is refused."""
    if dice.random() < 0.2:
        designer.key("ctrl+z")
        return
    card, steps = dice.choice(cards(designer))
    if steps and dice.random() < 0.6:
        dice.choice(steps).thing.act(dice.choice(STEP_ACTS))
    else:
        card.thing.act(dice.choice(STAGE_ACTS))


def settled(designer):
    """What the canvas shows, once it stays the same."""
    last = shown(designer)
    for _ in range(20):
        time.sleep(0.03)
        now = shown(designer)
        if now == last:
            return now
        last = now
    return last


def work(designer, dice, count):
    """Edits, and what was to be seen since when."""
    states = [(time.monotonic(), settled(designer))]
    for _ in range(count):
        act(designer, dice)
        began = time.monotonic()
        seen = settled(designer)
        if seen != states[-1][1]:
            states.append((max(began, time.monotonic() - 0.03), seen))
    return states


def restore(designer):
    designer.find("dialog", "Unsaved Work")
    designer.log.wait("leftover-compared")
    since = designer.log.mark()
    designer.find("push button", re.compile("^Restore: ")).act()
    designer.log.wait("restored", since)
    designer.gone("dialog", "Unsaved Work")
    wait("a window that stays", designer.settle)  # it may have been the dialog that was found at the start
    designer.activate()


def list_flows(designer):
    return [row.name for row in designer.find("list", "Flows").children if row.role == "list item"]


def show_flow(designer):
    wait("the flow", lambda: cards(designer))


@scenario
def killed(folder):
    """Kills at random moments lose nothing that is older than a fifth of a second"""
    dice = random.Random(8)
    path = shutil.copy(SAMPLE, folder / "sales.stagecraft")
    kills, made, lost = times(200, quick=20), 0, 0
    states, killed_at = None, 0
    for number in range(kills + 1):
        # Work that was undone to the last edit is none.
        left = any(STATE.glob("*/work"))
        with Designer(*([] if left else [path]), size=(1280, 800), keep_work=True) as designer:
            if left:
                restore(designer)
            show_flow(designer)
            assert designer.is_modified() == left, "what was restored counts as saved"
            if states:
                found = wait("the flow that was worked on", lambda: settled(designer))
                known = [state for _, state in states]
                due = max((i for i, (when, _) in enumerate(states) if when <= killed_at - GRACE), default=0)
                assert found in known, f"round {number}: what came back was never there"
                back = len(known) - 1 - known[::-1].index(found)
                lost += max(0, due - back)
            if number == kills:
                break
            states = work(designer, dice, dice.randrange(1, 4))
            made += len(states) - 1
            if number == 0 and len(states) == 1:
                designer.stage("Qualify").act("stage.duplicate")
                states.append((time.monotonic(), settled(designer)))
            time.sleep(dice.uniform(0, 0.4))
            killed_at = time.monotonic()
            designer.kill()
    print(f"# {kills} kills, {made} edits made, {lost} edits lost")
    assert lost == 0, f"{lost} edits were lost"


@scenario
def saved_is_not_offered(folder):
    """After saving, or undoing all, a kill leaves nothing to restore"""
    path = shutil.copy(SAMPLE, folder / "sales.stagecraft")
    for key in ("ctrl+s", "ctrl+z"):
        with Designer(path, size=(1280, 800)) as designer:
            show_flow(designer)
            before = shown(designer)
            designer.stage("Qualify").act("stage.duplicate")
            wait("the copy", lambda: shown(designer) != before)
            wait("the work to be kept", lambda: any(STATE.glob("*/work")))
            designer.key(key)
            wait("it to be saved", lambda: not designer.is_modified())
            wait("the work to be gone", lambda: not any(STATE.glob("*/work")))
            designer.kill()
        with Designer(size=(1280, 800), keep_work=True) as designer:
            designer.find("push button", re.compile("^_?Open…"))
            assert not designer.look("dialog", "Unsaved Work")


@scenario
def file_gone(folder):
    """The file was deleted, the program killed, and nothing edited: all of it comes back"""
    path = shutil.copy(SAMPLE, folder / "sales.stagecraft")
    package = folder / "package"
    golden.write(package, golden.package(golden.onboarding(), []))
    for place, remove in ((path, os.unlink), (package, shutil.rmtree)):
        with Designer(place, size=(1280, 800)) as designer:
            show_flow(designer)
            before, flows = settled(designer), list_flows(designer)
            since = designer.log.mark()
            remove(place)
            designer.log.wait("disk 2", since)
            wait("the work to be kept", lambda: any(STATE.glob("*/work")))
            designer.kill()
        with Designer(size=(1280, 800), keep_work=True) as designer:
            designer.find("label", re.compile("Nothing changed, but the file was gone"))
            designer.screenshot("file-gone")
            restore(designer)
            designer.find("dialog", re.compile("Restored on Its Own"))
            designer.key("Escape")
            designer.gone("dialog", re.compile("Restored on Its Own"))
            wait("the flow as it was", lambda: shown(designer) == before)
            assert list_flows(designer) == flows and len(flows) == (4 if place == path else 1), flows
            designer.key("ctrl+w")
            message = designer.find("dialog", re.compile("Save Before Closing"))
            message.find("label", re.compile("was restored and is not saved"))
            message.find("push button", re.compile("^_?Discard")).act("click")
            wait("the program to end", lambda: designer.process.poll() is not None)
        assert not any(STATE.iterdir()), "what was discarded is still there"


@scenario
def asked_again(folder):
    """Later keeps the work; Discard asks, and removes it; two programs do not offer it both"""
    path = shutil.copy(SAMPLE, folder / "sales.stagecraft")
    with Designer(path, size=(1280, 800)) as designer:
        show_flow(designer)
        designer.stage("Qualify").act("stage.duplicate")
        wait("the work to be kept", lambda: any(STATE.glob("*/work")))
        designer.kill()
    for _ in range(2):
        with Designer(size=(1280, 800), keep_work=True) as designer:
            designer.find("dialog", "Unsaved Work")
            with Designer("--new-instance", size=(1280, 800), keep_work=True) as other:
                other.find("push button", re.compile("^_?Open…"))
                assert not other.look("dialog", "Unsaved Work"), "two programs offer the same work"
            designer.activate()
            designer.key("Escape")
            designer.gone("dialog", "Unsaved Work")
            assert any(STATE.glob("*/work")), "Later took the work away"
    with Designer(size=(1280, 800), keep_work=True) as designer:
        designer.find("dialog", "Unsaved Work")
        designer.find("push button", re.compile("^Discard: ")).act()
        designer.find("dialog", re.compile("Discard This Work"))
        designer.key("alt+d")
        designer.gone("dialog", "Unsaved Work")
        wait("the work to be gone", lambda: not any(STATE.iterdir()))


@scenario
def into_the_open_file(folder):
    """The file was opened before the work is restored: it becomes an edit of that document"""
    path = shutil.copy(SAMPLE, folder / "sales.stagecraft")
    with Designer(path, size=(1280, 800)) as designer:
        show_flow(designer)
        before = shown(designer)
        designer.stage("Qualify").act("stage.duplicate")
        wait("the copy", lambda: shown(designer) != before)
        after = settled(designer)
        wait("the work to be kept", lambda: any(STATE.glob("*/work")))
        designer.kill()
    with Designer(path, size=(1280, 800), keep_work=True) as designer:
        restore(designer)
        show_flow(designer)
        wait("the work on the canvas", lambda: shown(designer) == after)
        wait("the work in the window of the file", lambda: len(designer.root.children) == 1)
        designer.key("ctrl+z")
        wait("the canvas as it was", lambda: shown(designer) == before)


if __name__ == "__main__":
    main()
