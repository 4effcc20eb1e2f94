#!/usr/bin/python3
# test-clock.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The clock is set to another year, while the designer runs and between its runs, and files are from the
future: nothing is lost, offered twice, or in the wrong order."""

import configparser
import os
import pathlib
import re
import shutil
import struct
import time

from scenario import main, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
SAMPLE = os.environ["STAGECRAFT_SOURCE"] + "/data/samples/contoso-sales.stagecraft"
STATE = pathlib.Path(os.environ["XDG_STATE_HOME"]) / "stagecraft" / "recovery"
RECENT = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "recently-used.xbel"
YEAR = 365 * 24 * 60 * 60


class Clock:
    """What the designer takes for the clock of the day."""

    def __init__(self, folder):
        self.path = folder / "clock"
        self.path.write_bytes(bytes(8))

    def set(self, shift):
        """So many seconds off; also for programs that run."""
        with self.path.open("r+b") as file:
            file.write(struct.pack("=q", shift))

    def start(self, *arguments, keep_work=True):
        return Designer(*arguments, size=SIZE, keep_work=keep_work, environment={
            "LD_PRELOAD": os.environ["STAGECRAFT_SHIFT_CLOCK"], "STAGECRAFT_CLOCK": str(self.path)})


def kept():
    """What is said of the unsaved work, and when it was kept."""
    lists = list(STATE.glob("*/work"))
    assert len(lists) <= 1, lists
    facts = configparser.RawConfigParser()
    facts.read(lists)
    return int(facts["Work"]["Time"]) if facts.has_section("Work") else None


def duplicate(designer, count):
    """A stage more, and the work is kept."""
    before = max(STATE.glob("*/*.stagecraft"), key=lambda path: path.stat().st_mtime_ns, default=None)
    designer.find("list", re.compile(r"^Stage 1 of \d+: Qualify,")).act("stage.duplicate")
    wait("the copy", lambda: designer.look("list", re.compile(rf"^Stage 2 of {count}: Qualify,")))
    wait("the work to be kept", lambda: kept() and before != max(
        STATE.glob("*/*.stagecraft"), key=lambda path: path.stat().st_mtime_ns, default=None))


def leave_work(clock, path, jump=0):
    """Works, sees the clock jump, works on, and is killed; when that was by the clock."""
    clock.set(0)
    with clock.start(path, keep_work=False) as designer:
        duplicate(designer, 7)
        clock.set(jump)
        duplicate(designer, 8)
        wait("the time of the last edit", lambda: abs(kept() - time.time() - jump) < 60)
        designer.kill()
    return kept()


def offer(designer):
    """The dialog, which offers one piece of work."""
    dialog = designer.find("dialog", "Unsaved Work")
    designer.log.wait("leftovers 1$")
    return dialog


def restore(designer):
    since = designer.log.mark()
    designer.find("push button", re.compile("^Restore: ")).act()
    designer.log.wait("restored", since)
    designer.gone("dialog", "Unsaved Work")
    designer.find("list", re.compile(r"^Stage 3 of 8: Qualify,"))


def later(designer):
    designer.activate()
    designer.key("Escape")
    designer.gone("dialog", "Unsaved Work")


@scenario
def while_running(folder):
    """a clock that goes a year ahead or back during work costs none of it, and it is offered once, with its time"""
    clock = Clock(folder)
    for jump in (YEAR, -YEAR):
        path = shutil.copy(SAMPLE, folder / "sales.stagecraft")
        when = leave_work(clock, path, jump)
        clock.set(0)
        with clock.start() as designer:
            shown = time.strftime("%x, %H:%M", time.localtime(when))
            assert offer(designer).look("label", f"sales.stagecraft · {shown}"), f"the dialog does not say {shown}"
            restore(designer)
            designer.activate()
            designer.save()
            wait("the work to be gone", lambda: kept() is None)
        with clock.start() as designer:
            designer.find("push button", re.compile("^_?Open…"))
            assert not designer.look("dialog", "Unsaved Work"), "what was restored is offered again"


@scenario
def between_runs(folder):
    """work that was put off stays when the clock says that it is years old, or not yet there"""
    clock = Clock(folder)
    path = shutil.copy(SAMPLE, folder / "sales.stagecraft")
    leave_work(clock, path)
    for jump in (0, YEAR, 2 * YEAR, YEAR, -YEAR):
        clock.set(jump)
        with clock.start() as designer:
            offer(designer)
            later(designer)
        assert kept(), f"the work is gone after a jump by {jump} seconds"
    clock.set(0)
    with clock.start() as designer:
        offer(designer)
        restore(designer)


@scenario
def files_from_the_future(folder):
    """a file that was written next year is opened, saved, and watched for other programs"""
    path = folder / "sales.stagecraft"
    shutil.copy(SAMPLE, path)
    ahead = time.time() + YEAR
    os.utime(path, (ahead, ahead))
    before = path.read_text()
    with Designer(path, size=SIZE) as designer:
        duplicate(designer, 7)
        designer.activate()
        designer.save()
        assert not designer.look("dialog"), "saving asks"
        assert path.read_text().count('label="Qualify"') == before.count('label="Qualify"') + 1
        since = designer.log.mark()
        path.write_text(before)
        os.utime(path, (ahead, ahead))
        designer.log.wait("disk 1", since)
        designer.find("label", re.compile("was changed by another program: 1 stage removed"))


@scenario
def recent_files(folder):
    """what was opened last is the first of the recent files, also when the clock was ahead before"""
    clock = Clock(folder)
    RECENT.unlink(missing_ok=True)
    # The toolkit forgets what its clock says is a month old.
    for name, jump, expected in (("before", 0, ["before"]), ("ahead", YEAR, ["ahead"]), ("after", 0, ["after", "ahead"]),
                                 ("behind", -YEAR, ["after", "ahead", "behind"])):
        path = shutil.copy(SAMPLE, folder / f"{name}.stagecraft")
        clock.set(jump)
        with clock.start(path):
            wait("it to be listed", lambda name=name: RECENT.exists() and f"/{name}.stagecraft" in RECENT.read_text())
        clock.set(0)
        with clock.start() as designer:
            designer.find("label", f"{name}.stagecraft")
            shown = [row.name for row in designer.root.read().find_all("label", re.compile(r"\.stagecraft$"))]
            assert shown == [f"{one}.stagecraft" for one in expected], shown


if __name__ == "__main__":
    main()
