#!/usr/bin/python3
# test-count.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures that tests/run ends with."""

import contextlib
import io
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from count import count_program, count_reports, take_off_toolkits  # noqa: E402

TAP = "TAP version 13\n# random seed: x\nok 1 /a\nok 2 /b # SKIP no corpus\nnot ok 3 /c # d\n1..3\n"
CASES = [
    ("a program without cases", {"result": "OK", "stdout": "hello\n"}, (1, 0, 0)),
    ("a program without output", {"result": "OK"}, (1, 0, 0)),
    ("a program that failed", {"result": "FAIL", "stdout": ""}, (0, 1, 0)),
    ("cases of all kinds", {"result": "FAIL", "stdout": TAP}, (1, 1, 1)),
    ("a crash after passing cases", {"result": "ERROR", "stdout": "ok 1 /a\n"}, (1, 1, 0)),
    ("a timeout", {"result": "TIMEOUT", "stdout": "ok 1 /a\nok 2 /b\n"}, (2, 1, 0)),
    ("everything skipped", {"result": "SKIP", "stdout": "1..0 # SKIP no display\n"}, (0, 0, 1)),
    ("comments are no cases", {"result": "OK", "stdout": "# ok 7\nok 1 /a\nokay\n"}, (1, 0, 0)),
    ("an escaped hash", {"result": "OK", "stdout": "ok 1 /a \\# SKIP\n"}, (1, 0, 0)),
]

HEAD = "\n=====\n==stagecraft==7==ERROR: LeakSanitizer: detected memory leaks\n\n"
LOST = "{} leak of 8 byte(s) in 1 object(s) allocated from:\n"
MALLOC = "    #0 0x7f in __interceptor_malloc ../../../../src/libsanitizer/asan/asan_malloc_linux.cpp:69\n"
TOOLKIT = "    #1 0x7f  (/lib/x86_64-linux-gnu/libgtk-4.so.1+0x330ca9)\n    #2 0x7f in g_free (/lib/libglib-2.0.so.0+0x5)\n"
OURS = "    #3 0x55 in sc_window_save ../app/ui/window/sc-window-save.c:7\n"
MAIN = "    #4 0x55 in main ../app/main.c:70\n"
START = "    #5 0x55 in _start (/home/x/_build-sanitize/app/stagecraft+0x74)\n"
THREAD = "    #5 0x55 in start_thread nptl/pthread_create.c:442\n    #6 0x55 in clone3 ../sysdeps/clone3.S:81\n"
SUMMARY = "\nSUMMARY: AddressSanitizer: 8 byte(s) leaked in 1 allocation(s).\n"
# What a report holds, how many of its leaks are the toolkit's, and whether anything is left.
REPORTS = [
    ("of the toolkit", HEAD + LOST.format("Direct") + MALLOC + TOOLKIT + MAIN + START + SUMMARY, 1, False),
    ("of a thread of the toolkit", HEAD + LOST.format("Direct") + MALLOC + TOOLKIT + THREAD + SUMMARY, 1, False),
    ("two of the toolkit", HEAD + (LOST.format("Direct") + MALLOC + TOOLKIT + MAIN + START + "\n") * 2 + SUMMARY,
     2, False),
    ("lost with one of the toolkit's", HEAD + LOST.format("Direct") + MALLOC + TOOLKIT + MAIN + START + "\n"
     + LOST.format("Indirect") + MALLOC + OURS + MAIN + START + SUMMARY, 1, False),
    ("a circle of ours", HEAD + LOST.format("Indirect") + MALLOC + OURS + MAIN + START + SUMMARY, 0, True),
    ("of ours", HEAD + LOST.format("Direct") + MALLOC + TOOLKIT + OURS + MAIN + START + SUMMARY, 0, True),
    ("of ours in a thread", HEAD + LOST.format("Direct") + MALLOC + OURS + THREAD + SUMMARY, 0, True),
    ("of a test", HEAD + LOST.format("Direct") + MALLOC + OURS.replace("app/ui", "tests/ui") + MAIN + START, 0, True),
    ("of ours among the toolkit's", HEAD + LOST.format("Direct") + MALLOC + TOOLKIT + MAIN + START + "\n"
     + LOST.format("Direct") + MALLOC + OURS + MAIN + START + SUMMARY, 0, True),
    ("cut short", HEAD + LOST.format("Direct") + MALLOC + TOOLKIT + SUMMARY, 0, True),
    ("without a stack", HEAD + LOST.format("Direct") + SUMMARY, 0, True),
    ("something worse", "==7==ERROR: AddressSanitizer: heap-use-after-free\n" + TOOLKIT + MAIN + START, 0, True),
    ("something worse, then leaks", "==7==ERROR: AddressSanitizer: heap-use-after-free\n" + HEAD
     + LOST.format("Direct") + MALLOC + TOOLKIT + MAIN + START + SUMMARY, 0, True),
    ("nothing", "", 0, False),
]


def check_report(report, expected, expected_left):
    """What is left, when that is not as expected."""
    left, of_toolkit = take_off_toolkits(report)
    return None if (of_toolkit, left) == (expected, report if expected_left else "") else (of_toolkit, left)


def count_two():
    """What is counted of two processes, one of which had nothing to say, and what is printed."""
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as printed:
        pathlib.Path(folder, "of.a").write_text("a leak\n", encoding="utf-8")
        pathlib.Path(folder, "of.b").touch()
        pathlib.Path(folder, "of.c").write_text(
            "--7-- WARNING: unhandled syscall: 434\n--7-- Read it.\n"
            "==7== Warning: noted but unhandled ioctl 0x5441.\n==7==    Read it.\n", encoding="utf-8")
        return count_reports(folder), printed.getvalue()


def main():
    bad = 0
    print(f"1..{len(CASES) + len(REPORTS) + 1}")
    for number, (title, program, expected) in enumerate(CASES, 1):
        found = count_program(program)
        bad += found != expected
        print(f"{'ok' if found == expected else 'not ok'} {number} - {title}")
        if found != expected:
            print(f"# {found} instead of {expected}")
    for number, (title, *case) in enumerate(REPORTS, len(CASES) + 1):
        wrong = check_report(*case)
        bad += wrong is not None
        print(f"{'ok' if wrong is None else 'not ok'} {number} - leaks: {title}")
        if wrong is not None:
            print(f"# {wrong!r}")
    found = count_two()
    ok = found == (1, "== of.a\na leak\n\n") and count_reports(None) == 0
    print(f"{'ok' if ok else 'not ok'} {len(CASES) + len(REPORTS) + 1} - what sanitizers found counts and is printed")
    return 1 if bad or not ok else 0


if __name__ == "__main__":
    sys.exit(main())
