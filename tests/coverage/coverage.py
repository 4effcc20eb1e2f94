# coverage.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the tests in a folder built with -Db_coverage=true and prints which part of app/ they run.

    coverage.py FOLDER [--suite SUITE...]

The tests run first as if there were no corpus, then those again that skipped something for want of
one: so there are figures for what our own tests do, and for what everything does. What meson wrote
of both runs is joined in FOLDER/meson-logs/testlog.json, each program once. What ran is shown line
by line in FOLDER/coverage/index.html. The exit status is that of the tests.
"""

import json
import os
import pathlib
import subprocess
import sys

# Regular expressions of source lines, and why they do not count. Nothing else is left out: memory
# that runs out ends the program within GLib, so it has no branch of ours.
NO_LINES = {
    r"\bg_(assert_not_reached|return_(val_)?if_reached)\b": "what only a mistake of ours reaches",
    r"^G_DEFINE_": "what G_DEFINE_* writes",
}
NO_BRANCHES = {
    r"\bg_(assert\w*|return_(val_)?if_fail) \(": "failing assertions, which are mistakes of ours",
    r"\bg_(clear_\w+|steal_\w+|once_init_\w+) \(": "the checks within g_clear_*, g_once_init_*",
    r"^\s*g_auto(free|ptr)?\b[^?&|]*$": "clean-up by g_autoptr at the end of a function with several ways out",
    r"\bsc_list_foreach \(": "how sc_list_foreach notices a break; a loop that never ran shows in its lines",
}
AIMED_AT = ("model", "edit", "validation", "definition", "dataverse")
AIM = {"line": 95, "branch": 90}
WORST = 20


def alternatives(patterns):
    """gcovr matches from the start of a line."""
    return "|".join(f".*{pattern}".replace(".*^", "") for pattern in patterns)


def run_tests(folder, arguments, **environment):
    """The lines of meson's log and the exit status."""
    log = folder / "meson-logs/testlog.json"
    log.unlink(missing_ok=True)
    status = subprocess.run(
        ["meson", "test", "-C", folder, "--no-rebuild", "--print-errorlogs", "--timeout-multiplier", "5", *arguments],
        stdin=subprocess.DEVNULL, check=False,
        env={**os.environ, "STAGECRAFT_UNTIMED": "1", **environment}).returncode
    return (log.read_text(encoding="utf-8").splitlines() if log.exists() else []), status


def has_skipped(program):
    return program["result"] == "SKIP" or "# SKIP" in (program.get("stdout") or "")


def measure(folder, *output):
    """Covered and counted lines and branches of each file of app/, by its path below it."""
    summary = folder / "coverage.json"
    root = pathlib.Path(__file__).resolve().parents[2]
    subprocess.run(
        ["gcovr", "--root", root, "--filter", f"{root}/app/", "--object-directory", folder, "-j", str(os.cpu_count()),
         "--exclude-unreachable-branches",
         "--exclude-lines-by-pattern", alternatives(NO_LINES),
         "--exclude-branches-by-pattern", alternatives(NO_BRANCHES),
         "--json-summary", summary, *output, folder / "app"],
        stdout=subprocess.DEVNULL, check=True)
    return {str(pathlib.PurePath(file["filename"]).relative_to("app")): file
            for file in json.loads(summary.read_text(encoding="utf-8"))["files"]}


def per_cent(files, kind):
    covered, total = (sum(file[f"{kind}_{of}"] for file in files) for of in ("covered", "total"))
    return 100 * covered / total if total else 100


def below_aim(file):
    return min(per_cent([file], kind) - aim for kind, aim in AIM.items())


def row(title, *groups):
    figures = (f"{per_cent(files, kind):9.1f} %" for files in groups for kind in AIM)
    return f"{title:40}" + "".join(figures)


def table(own, everything):
    """The lines to print."""
    yield "Coverage of app/ in per cent. Left out:"
    yield from (f"- {why}" for why in (*NO_LINES.values(), *NO_BRANCHES.values()))
    yield ""
    yield f"{'':40}{'without a corpus':>22}{'with it':>22}"
    yield f"{'':40}" + f"{'lines':>11}{'branches':>11}" * 2
    names = sorted({name.split("/")[0] for name in own if "/" in name}, key=lambda name: (name not in AIMED_AT, name))
    for folder in names:
        yield row(folder, *([file for name, file in files.items() if name.startswith(folder + "/")]
                            for files in (own, everything)))
    yield row("all", own.values(), everything.values())

    aimed_at = [name for name in own if name.split("/")[0] in AIMED_AT]
    worst = sorted((name for name in aimed_at if below_aim(own[name]) < 0), key=lambda name: below_aim(own[name]))
    yield ""
    yield (f"{len(worst)} of the {len(aimed_at)} files of {', '.join(AIMED_AT)} are below {AIM['line']} % of "
           f"lines or {AIM['branch']} % of branches" + (". The worst:" if worst else "."))
    yield from (row(name, [own[name]], [everything[name]]) for name in worst[:WORST])
    yield ""


def main(folder, *suites):
    folder = pathlib.Path(folder)
    for counters in folder.rglob("*.gcda"):
        counters.unlink()

    first, status = run_tests(folder, suites, STAGECRAFT_CORPUS="/nonexistent")
    own = measure(folder)
    skipped = [json.loads(line)["name"] for line in first if has_skipped(json.loads(line))]
    second = []
    if skipped:
        second, second_status = run_tests(folder, [name.split(" / ")[-1] for name in skipped])
        status = status or second_status
    pages = folder / "coverage"
    pages.mkdir(exist_ok=True)
    everything = measure(folder, "--html-details", pages / "index.html")

    kept = [line for line in first if json.loads(line)["name"] not in skipped]
    (folder / "meson-logs/testlog.json").write_text("".join(line + "\n" for line in kept + second), encoding="utf-8")
    print("", *table(own, everything), f"Line by line: {pages}/index.html", "", sep="\n", flush=True)
    return 1 if status else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
