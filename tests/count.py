# count.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test cases of the last "meson test" run and prints "N passed, N failed".

A program that speaks TAP counts by its cases. One that does not, or that failed without any of its
cases failing (a crash, a timeout), counts as one. In a folder that is named as well, sanitizers have
put what they found, a file for each process: it is printed, and counts as a failure of its own.
Exit status 1 when any failed or none passed.
"""

import json
import pathlib
import re
import sys

CASE = re.compile(r"^(ok|not ok)\b(?:[^#\\\n]|\\.)*(?:#\s*(SKIP))?", re.MULTILINE | re.IGNORECASE)


def count_program(program):
    """How many cases of one line of meson's log passed, failed and were skipped."""
    cases = [("skip" if skip else result) for result, skip in CASE.findall(program.get("stdout") or "")]
    passed, failed, skipped = (cases.count(kind) for kind in ("ok", "not ok", "skip"))
    if program["result"] == "SKIP":
        return passed, failed, max(skipped, 1)
    if program["result"] in ("OK", "EXPECTEDFAIL"):
        return (passed if cases else 1), failed, skipped
    return passed, max(failed, 1), skipped


def count_reports(folder):
    """How many processes a sanitizer found something in, all of which is printed."""
    reports = [path for path in sorted(pathlib.Path(folder).iterdir()) if path.stat().st_size] if folder else []
    for path in reports:
        print(f"== {path.name}\n{path.read_text(encoding='utf-8', errors='replace')}")
    return len(reports)


def main(log, folder=None):
    try:
        lines = pathlib.Path(log).read_text(encoding="utf-8").splitlines()
        passed, failed, skipped = (sum(counts) for counts in
                                   zip((0, 0, 0), *(count_program(json.loads(line)) for line in lines)))
    except (OSError, ValueError, KeyError) as error:
        print(f"The results of the tests cannot be read: {error}", file=sys.stderr)
        passed, failed, skipped = 0, 1, 0
    failed += count_reports(folder)
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
