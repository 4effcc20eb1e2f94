#!/usr/bin/python3
# test-coverage.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests/run --coverage leaves out, and the figures it prints."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "coverage"))

from coverage import NO_BRANCHES, NO_LINES, alternatives, has_skipped, table  # noqa: E402


def file(line_covered, line_total, branch_covered, branch_total):
    return {"line_covered": line_covered, "line_total": line_total,
            "branch_covered": branch_covered, "branch_total": branch_total}


OWN = {"model/sc-a.c": file(90, 100, 80, 100), "model/sc-b.c": file(100, 100, 100, 100),
       "text/sc-c.c": file(0, 200, 0, 0), "main.c": file(0, 100, 0, 100)}
ALL = {**OWN, "model/sc-a.c": file(100, 100, 100, 100)}
TABLE = [" ".join(line.split()) for line in table(OWN, ALL)]


def leaves_out(patterns, line):
    return re.match(alternatives(patterns), line) is not None


CASES = [
    ("an assertion has no branches", leaves_out(NO_BRANCHES, "  g_return_val_if_fail (a && b, NULL);")),
    ("nor has what g_clear_pointer checks", leaves_out(NO_BRANCHES, "  g_clear_pointer (&a, g_free);")),
    ("nor has what g_autoptr cleans up", leaves_out(NO_BRANCHES, "  g_autoptr (A) a = a_new (b);")),
    ("unless it chooses", not leaves_out(NO_BRANCHES, "  g_autoptr (A) a = b ? a_new (b) : NULL;")),
    ("a condition has", not leaves_out(NO_BRANCHES, "  if (error != NULL)")),
    ("a type's definition does not count", leaves_out(NO_LINES, "G_DEFINE_AUTOPTR_CLEANUP_FUNC (A, b)")),
    ("nor does what is never reached", leaves_out(NO_LINES, "      g_assert_not_reached ();")),
    ("a line that returns does", not leaves_out(NO_LINES, "  return FALSE;")),
    ("a case that skipped is seen", has_skipped({"result": "OK", "stdout": "ok 1 /a # SKIP none\n"})),
    ("a program that skipped is seen", has_skipped({"result": "SKIP"})),
    ("one that did not is not", not has_skipped({"result": "OK", "stdout": "ok 1 /a\n"})),
    ("a folder is the sum of its files", "model 95.0 % 90.0 % 100.0 % 100.0 %" in TABLE),
    ("no branches are all covered", "text 0.0 % 100.0 % 0.0 % 100.0 %" in TABLE),
    ("all is the sum of the folders", "all 38.0 % 60.0 % 40.0 % 66.7 %" in TABLE),
    ("the folders aimed at name their worst files", "model/sc-a.c 90.0 % 80.0 % 100.0 % 100.0 %" in TABLE),
    ("what meets the aim is not named", not any(line.startswith(("model/sc-b.c", "text/sc-c.c")) for line in TABLE)),
]


def main():
    print(f"1..{len(CASES)}")
    for number, (title, holds) in enumerate(CASES, 1):
        print(f"{'ok' if holds else 'not ok'} {number} - {title}")
    return 0 if all(holds for _, holds in CASES) else 1


if __name__ == "__main__":
    sys.exit(main())
