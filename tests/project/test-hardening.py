#!/usr/bin/python3
# test-hardening.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-hardening.py PROGRAM...

Whether the built programs have what the compiler and linker are asked for to make an exploit
harder, as far as it can be seen in the file. A build that cannot have something (no optimisation,
sanitizers, another processor) is not asked for it: STAGECRAFT_HARDENING is a list of "fortify" and
"branches". The mark of a whole program whose branches are checked is not asked for, since the
linker leaves it out as long as the start-up code of the C library has none, as in Debian 12.
"""

import os
import pathlib
import re
import subprocess
import sys

# Per check: what readelf is asked for, what its answer has to match, and whether all builds have it.
CHECKS = {
    "is position independent": ("-h", r"Type:\s+DYN"),
    "relocations are read-only": ("-l", r"GNU_RELRO"),
    "symbols are bound at the start": ("-d", r"FLAGS_1.*\bNOW\b"),
    "no code is writable": ("-l", r"\A(?!.*LOAD[^\n]* RWE )"),
    "the stack is not executable": ("-l", r"GNU_STACK[^\n]* RW +0x"),
    "stacks are guarded": ("--dyn-syms", r"__stack_chk_fail"),
}
OPTIONAL = {
    "fortify": ("lengths are checked", "--dyn-syms", r"__\w+_chk@"),
    "branches": ("functions begin where branches may go", None, r"<main>:\n[^\n]*\tendbr64"),
}


def read(program, option):
    command = ["readelf", "-W", option] if option else ["objdump", "--disassemble=main"]
    return subprocess.run([*command, program], check=True, capture_output=True, encoding="utf-8",
                          env={**os.environ, "LC_ALL": "C"}).stdout


def main(programs):
    wanted = os.environ.get("STAGECRAFT_HARDENING", "").split()
    checks = [(title, option, pattern) for title, (option, pattern) in CHECKS.items()]
    checks += [OPTIONAL[name] for name in wanted]
    bad = number = 0
    print(f"1..{len(checks) * len(programs)}")
    for program in programs:
        for title, option, pattern in checks:
            number += 1
            ok = re.search(pattern, read(program, option), re.DOTALL) is not None
            bad += not ok
            print(f"{'ok' if ok else 'not ok'} {number} - {pathlib.Path(program).name}: {title}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
