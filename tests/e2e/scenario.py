# scenario.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs scenarios as TAP cases, each in a folder of its own that is gone afterwards."""

import os
import pathlib
import shutil
import sys
import tempfile
import traceback

SCENARIOS = []
# Even, and enough for each of four ways to take turns.
QUICK = 4


class Skip(Exception):
    """What a scenario needs is not here."""


def scenario(function):
    """Marks a function (folder) as one; its first line of documentation is the title."""
    SCENARIOS.append(function)
    return function


def times(count, quick=QUICK):
    """How often a scenario does what it repeats: a few times in every run, that often when
    STAGECRAFT_SOAK is set, as tests/run --soak does."""
    return count if "STAGECRAFT_SOAK" in os.environ else min(count, quick)


def corpus():
    """The folder of real packages."""
    folder = pathlib.Path(os.environ.get("STAGECRAFT_CORPUS") or os.environ.get("STAGECRAFT_CORPUS_DEFAULT") or ".")
    if not (folder / "solutions").is_dir():
        raise Skip(f"no corpus at {folder}")
    return folder


def outline(flow):
    """What the canvas shows of a golden.Flow."""
    return {stage.name: [step.label for step in stage.steps] for stage in flow.stages}


def same(found, expected, what):
    """Two sets of files are the same, byte for byte."""
    assert sorted(found) == sorted(expected), f"{what}: the files are {sorted(found)}, not {sorted(expected)}"
    for name, data in expected.items():
        if found[name] != data:
            ours, theirs = found[name].split(b"\n"), data.split(b"\n")
            line = next((i for i, pair in enumerate(zip(ours, theirs)) if pair[0] != pair[1]),
                        min(len(ours), len(theirs)))
            raise AssertionError(f"{what}: {name} differs in line {line + 1}:\n"
                                 f"  found    {ours[line:line + 1]}\n  expected {theirs[line:line + 1]}")


def main():
    """Runs all, or those named on the command line."""
    wanted = [function for function in SCENARIOS if not sys.argv[1:] or function.__name__ in sys.argv[1:]]
    failed = 0
    print(f"1..{len(wanted)}", flush=True)
    for number, function in enumerate(wanted, 1):
        title = f"{function.__name__}: {function.__doc__.splitlines()[0]}"
        folder = pathlib.Path(tempfile.mkdtemp(prefix="stagecraft-e2e."))
        try:
            function(folder)
            print(f"ok {number} - {title}", flush=True)
        except Skip as reason:
            print(f"ok {number} - {title} # SKIP {reason}", flush=True)
        except Exception:  # pylint: disable=broad-except
            failed += 1
            print(f"not ok {number} - {title}", flush=True)
            for line in traceback.format_exc().splitlines():
                print(f"# {line}", flush=True)
        finally:
            for path in [folder, *folder.rglob("*")]:
                if path.is_dir() and not path.is_symlink():
                    path.chmod(0o755)
            shutil.rmtree(folder, ignore_errors=True)
    sys.exit(1 if failed else 0)
