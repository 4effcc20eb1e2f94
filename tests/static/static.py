#!/usr/bin/python3
# static.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""static.py FOLDER: what clang-tidy and the analyzer of gcc say of every source of the core.

FOLDER is a build without the designer. A file passes when neither tool has anything to say; the
last line is "N passed, N failed".
"""

import concurrent.futures
import json
import os
import pathlib
import shlex
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]

# What gcc is told that clang 14 does not take.
NOT_FOR_CLANG = {"-ftrivial-auto-var-init=zero"}
# Of each command only the flags matter.
WITH_VALUE = {"-o", "-MF", "-MQ"}
ALONE = {"-c", "-MD"}


def list_sources(folder):
    """Per source of the core: its path and the flags it is compiled with."""
    for entry in json.loads((folder / "compile_commands.json").read_text(encoding="utf-8")):
        path = (pathlib.Path(entry["directory"]) / entry["file"]).resolve()
        if not path.is_relative_to(TOP / "app") or path.is_relative_to(TOP / "app" / "ui"):
            continue
        flags, words = [], iter(shlex.split(entry["command"]))
        for word in words:
            if word in WITH_VALUE:
                next(words)
            elif word.startswith("-") and word not in ALONE:
                flags.append(word)
        yield path, flags


def check(folder, path, flags):
    """What the tools say; nothing when they are content."""
    clang = [flag for flag in flags if flag not in NOT_FOR_CLANG]
    commands = [["clang-tidy", "--quiet", str(path), "--", *clang],
                ["gcc", *flags, "-fanalyzer", "-Werror", "-c", "-o", os.devnull, str(path)]]
    said = []
    for command in commands:
        run = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8",
                             errors="replace", check=False)
        if run.returncode != 0:
            said.append(run.stdout + run.stderr)
    return "\n".join(said)


def main(folder):
    folder = pathlib.Path(folder).resolve()
    failed = passed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = [(path, pool.submit(check, folder, path, flags))
                for path, flags in list_sources(folder)]
        for path, run in runs:
            said = run.result()
            if said:
                print(said)
            failed += said != ""
            passed += said == ""
            print(f"{'not ok' if said else 'ok'} - {path.relative_to(TOP)}", flush=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
