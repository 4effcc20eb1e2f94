# count.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test cases of the last "meson test" run and prints "N passed, N failed".

A program that speaks TAP counts by its cases. One that does not, or that failed without any of its
cases failing (a crash, a timeout), counts as one. In a folder that is named as well, sanitizers have
put what they found, a file for each process: it is printed, and counts as a failure of its own, but
for what the toolkit leaks of itself. Exit status 1 when any failed or none passed.
"""

import json
import pathlib
import re
import sys

CASE = re.compile(r"^(ok|not ok)\b(?:[^#\\\n]|\\.)*(?:#\s*(SKIP))?", re.MULTILINE | re.IGNORECASE)

# Of the leak sanitizer: what stands before all leaks, the beginning of one, a function on the way
# and where it is, the paths of ours, and the functions that a thread begins with.
HEAD = re.compile(r"\s*=+\n==.*==ERROR: LeakSanitizer: detected memory leaks\s*")
LEAK = re.compile(r"^(?=(?:Direct|Indirect) leak of )", re.MULTILINE)
FRAME = re.compile(r"^ +#\d+ 0x[0-9a-f]+ (?:in (\S+) )?(.*)$", re.MULTILINE)
OURS = re.compile(r"(?:^|\s)\.\./(?:app|tests)/|/_build[\w-]*/")
STARTS = {"_start", "start_thread", "clone3", "__clone3", "clone", "__clone"}

# What valgrind says of itself: a call of the system that it passes on as it is.
ABOUT_ITSELF = re.compile(r"^(?:--\d+-- .*\n|==\d+== Warning: noted but unhandled ioctl .*\n(?:==\d+== {4}.*\n)*)",
                          re.MULTILINE)


def count_program(program):
    """How many cases of one line of meson's log passed, failed and were skipped."""
    cases = [("skip" if skip else result) for result, skip in CASE.findall(program.get("stdout") or "")]
    passed, failed, skipped = (cases.count(kind) for kind in ("ok", "not ok", "skip"))
    if program["result"] == "SKIP":
        return passed, failed, max(skipped, 1)
    if program["result"] in ("OK", "EXPECTEDFAIL"):
        return (passed if cases else 1), failed, skipped
    return passed, max(failed, 1), skipped


def is_toolkits(leak):
    """Whether nothing of ours but main() was on the way to what was lost, and all of the way is known."""
    frames = FRAME.findall(leak)
    ours = {name for name, where in frames if OURS.search(where)}
    return bool(frames) and frames[-1][0] in STARTS and ours <= {"main", "_start"}


def take_off_toolkits(report):
    """What of a report is left without the leaks of the toolkit's, and how many those were.

    What was lost with something else (an indirect leak) is whose that is.
    """
    head, *leaks = LEAK.split(report)
    if not leaks or not HEAD.fullmatch(head):
        return report, 0
    judged = [leak for leak in leaks if leak.startswith("Direct")] or leaks
    if all(is_toolkits(leak) for leak in judged):
        return "", len(judged)
    return report, 0


def count_reports(folder):
    """How many processes a sanitizer found something in, all of which is printed."""
    found = overlooked = 0
    for path in sorted(pathlib.Path(folder).iterdir()) if folder else []:
        report, of_toolkit = take_off_toolkits(ABOUT_ITSELF.sub("", path.read_text(encoding="utf-8", errors="replace")))
        overlooked += of_toolkit
        if report:
            found += 1
            print(f"== {path.name}\n{report}")
    if overlooked:
        print(f"{overlooked} leaks in which the toolkit called itself are not counted")
    return found


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
