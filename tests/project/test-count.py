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

from count import count_program, count_reports  # noqa: E402

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


def count_two():
    """What is counted of two processes, one of which had nothing to say, and what is printed."""
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as printed:
        pathlib.Path(folder, "of.a").write_text("a leak\n", encoding="utf-8")
        pathlib.Path(folder, "of.b").touch()
        return count_reports(folder), printed.getvalue()


def main():
    bad = 0
    print(f"1..{len(CASES) + 1}")
    for number, (title, program, expected) in enumerate(CASES, 1):
        found = count_program(program)
        bad += found != expected
        print(f"{'ok' if found == expected else 'not ok'} {number} - {title}")
        if found != expected:
            print(f"# {found} instead of {expected}")
    found = count_two()
    ok = found == (1, "== of.a\na leak\n\n") and count_reports(None) == 0
    print(f"{'ok' if ok else 'not ok'} {len(CASES) + 1} - what sanitizers found counts and is printed")
    return 1 if bad or not ok else 0


if __name__ == "__main__":
    sys.exit(main())
