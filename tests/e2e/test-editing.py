#!/usr/bin/python3
# test-editing.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person redesigns a flow with the pointer, and what is on disk afterwards is what they drew."""

import re
import shutil

import golden
from scenario import corpus, main, same, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
PRIVILEGES = ["prvReadfab_onboarding", "prvAppendfab_onboarding", "prvReadfab_Request", "prvWriteAccount"]


def outline(flow):
    return {stage.name: [step.label for step in stage.steps] for stage in flow.stages}


def mark_required(designer, label):
    step = designer.step(label)
    designer.click(step, across=-14)
    wait(f"{label} to be required", lambda: ", required" in designer.step(label).name)


def grant(designer, role, access):
    """One click in the matrix of roles and privileges."""
    designer.click(designer.find("push button", "Security"))
    cell = re.compile(rf"^{role}: {access} on .*, None$")
    designer.click(designer.find("check box", cell))
    designer.gone("check box", cell)


def xaml_name(files):
    return next(name for name in files if name.startswith("Workflows/") and name.endswith(".xaml"))


@scenario
def rearrange(folder):
    """drags a stage and a step, marks it required, grants a privilege, saves"""
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, PRIVILEGES))
    before = golden.read_folder(folder)
    with Designer(folder, size=SIZE) as designer:
        designer.await_outline(outline(flow))
        designer.fit()

        flow.move_stage("Deliver", 1)
        designer.drag(designer.stage("Deliver"), designer.edge_button("between Request and Review"),
                      f"slot {flow.stages[0].id}", grip=(0.5, 16))
        designer.await_outline(outline(flow))

        flow.move_step("Größe prüfen", "Request", "Review & sign", 1)
        designer.drag(designer.step("Größe prüfen"), designer.step("Approved"), f"stage {flow.stage('Review & sign').id} position 1",
                      down=0.9)
        designer.await_outline(outline(flow))

        flow.stage("Review & sign").steps[1].required = True
        mark_required(designer, "Größe prüfen")

        grant(designer, "Request Handler", "Write")
        designer.save()
        designer.screenshot("rearranged")
    expected = dict(before)
    expected[xaml_name(before)] = golden.xaml(flow).encode()
    expected[xaml_name(before) + ".data.xml"] = golden.record(flow).encode()
    expected["Roles/Request Handler.xml"] = golden.role(PRIVILEGES + ["prvWritefab_onboarding"]).encode()
    same(golden.read_folder(folder), expected, "the saved folder")


if __name__ == "__main__":
    main()
