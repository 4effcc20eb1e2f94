#!/usr/bin/python3
# test-pipelines.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pipelines that README.md shows do what it says: their commands are run as they stand there.

The steps that belong to GitHub and Azure cannot run here; of these the files that they publish are
compared with the ones that the commands write.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

import yaml

SOURCE = pathlib.Path(os.environ["STAGECRAFT_SOURCE"])
SCRIPT = "data/ci/check-solutions"
SAMPLE = SOURCE / "data/samples/contoso-sales.stagecraft"
BROKEN = """<?xml version="1.0" encoding="UTF-8"?>
<solution xmlns="urn:stagecraft:definition:1">
<flow label="Empty" uniqueName="cts_empty" table="lead" id="10000000-0000-4000-8000-000000000001"/>
</solution>
"""


def pipelines():
    """The YAML blocks of README.md: GitHub's, Azure's."""
    blocks = re.findall(r"^```yaml\n(.*?)^```", (SOURCE / "README.md").read_text("utf-8"), re.M | re.S)
    found = [yaml.safe_load(block) for block in blocks]
    assert len(found) == 2, f"README.md has {len(found)} pipelines"
    return found


def steps(pipeline):
    if "jobs" in pipeline:
        (job,) = pipeline["jobs"].values()
        return job["steps"]
    return pipeline["steps"]


def commands(pipeline):
    return [step.get("run") or step.get("script") for step in steps(pipeline)
            if "run" in step or "script" in step]


def make_repository(folder):
    """What the README expects to find in a repository."""
    (folder / "stagecraft").symlink_to(SOURCE)
    (folder / "solutions").mkdir()
    (folder / "solutions/sample.stagecraft").write_bytes(SAMPLE.read_bytes())


def run(folder, command, cli):
    environment = dict(os.environ, STAGECRAFT_CLI=cli)
    return subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True,
                          text=True, check=False)


def levels(folder):
    """How many results of each level the SARIF report has, and failures the other one."""
    log = json.loads((folder / "results/stagecraft.sarif").read_text("utf-8"))
    found = {"error": 0, "warning": 0, "note": 0}
    for result in log["runs"][0]["results"]:
        found[result["level"]] += 1
    tree = ET.parse(folder / "results/stagecraft.xml")
    return found, len(tree.findall(".//failure")), len(tree.findall(".//testcase"))


def clean(cli):
    """Each pipeline lets a solution without errors pass, and writes both reports."""
    for pipeline in pipelines():
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            make_repository(folder)
            (command,) = commands(pipeline)
            done = run(folder, command, cli)
            assert done.returncode == 0, done.stderr
            assert "solutions/sample.stagecraft:35:103: warning: " in done.stdout, done.stdout
            found, failures, cases = levels(folder)
            assert found["error"] == 0 and found["warning"] > 0, found
            assert failures == 0 and cases > 60, (failures, cases)


def failing(cli):
    """An error fails it, and both reports say so; so does a file that cannot be read."""
    for pipeline in pipelines():
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            make_repository(folder)
            (folder / "solutions/broken.stagecraft").write_text(BROKEN, "utf-8")
            (command,) = commands(pipeline)
            assert run(folder, command, cli).returncode == 1
            found, failures, _ = levels(folder)
            assert found["error"] == 1 and failures == 1, (found, failures)
            (folder / "solutions/damaged.zip").write_bytes(b"PK\3\4")
            done = run(folder, command, cli)
            assert done.returncode == 2 and done.stderr.count("damaged.zip") == 1, done.stderr
            assert levels(folder)[0]["error"] == 1


def published(_cli):
    """What the pipelines publish is what the commands write."""
    github, azure = pipelines()
    (upload,) = [step for step in steps(github) if "upload-sarif" in step.get("uses", "")]
    (publish,) = [step for step in steps(azure) if step.get("task", "").startswith("PublishTestResults")]
    assert upload["with"]["sarif_file"] == "results/stagecraft.sarif"
    assert upload["if"] == publish["condition"] == "always()"
    assert github["permissions"]["security-events"] == "write"
    assert publish["inputs"]["testResultsFiles"] == "results/stagecraft.xml"
    assert publish["inputs"]["testResultsFormat"] == "JUnit"
    for pipeline in (github, azure):
        (command,) = commands(pipeline)
        assert command.split()[0] == f"stagecraft/{SCRIPT}", command


def options(cli):
    """Options go to check; the script has help; wrong use is said."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_repository(folder)
        assert run(folder, f"stagecraft/{SCRIPT} solutions results --severity=warning", cli).returncode == 1
        assert run(folder, f"stagecraft/{SCRIPT} solutions results --severity=bad", cli).returncode == 2
        assert run(folder, f"stagecraft/{SCRIPT} solutions", cli).returncode == 2
        done = run(folder, f"stagecraft/{SCRIPT} --help", cli)
        assert done.returncode == 0 and done.stdout.startswith("check-solutions SOLUTIONS RESULTS"), done
        assert done.stdout.rstrip().endswith("already."), done.stdout


def building(_cli):
    """meson takes the options with which the script builds, and knows what it asks for."""
    text = (SOURCE / SCRIPT).read_text("utf-8")
    folder, given, target = re.search(r'build "\$top/(\S+)" \'([^\']*)\' (\S+)', text).groups()
    with tempfile.TemporaryDirectory() as name:
        subprocess.run(["meson", "setup", *given.split(), f"{name}/{folder}", SOURCE], check=True,
                       capture_output=True)
        listed = subprocess.run(["ninja", "-C", f"{name}/{folder}", "-n", target], check=True,
                                capture_output=True, text=True).stdout
        assert f"{target}" in listed and "libsc-ui" not in listed, listed


def main():
    cases = [clean, failing, published, options, building]
    cli = os.path.abspath(sys.argv[1])
    bad = 0
    print(f"1..{len(cases)}")
    for number, case in enumerate(cases, 1):
        try:
            case(cli)
            print(f"ok {number} - {case.__doc__}")
        except (AssertionError, subprocess.CalledProcessError) as error:
            bad += 1
            print(f"not ok {number} - {case.__doc__}")
            print(f"{case.__name__}: {error}", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
