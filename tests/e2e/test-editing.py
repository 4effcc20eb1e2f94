#!/usr/bin/python3
# test-editing.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person redesigns a flow with the pointer, and what is on disk afterwards is what they drew."""

import re
import shutil

import golden
from scenario import corpus, main, outline, same, scenario
from stagecraft_driver import Designer, wait

SIZE = (1280, 800)
PRIVILEGES = ["prvReadfab_onboarding", "prvAppendfab_onboarding", "prvReadfab_Request", "prvWriteAccount"]
REAL = "ewingjm__power-playwright__unpacked"


def mark_required(designer, label):
    designer.click(designer.step(label), across=-14)
    wait(f"{label} to be required", lambda: ", required" in designer.step(label).name)


def set_access(designer, role, access, before, after):
    """One click in the matrix of roles and privileges."""
    designer.click(designer.find("push button", "Security"))
    name = rf"^{role}, {access} on .*, "
    designer.click(designer.find("check box", re.compile(name + before + "$")))
    designer.find("check box", re.compile(name + after + "$"))
    designer.click(designer.find("push button", "Design"))


def move_stage(designer, flow, name, position):
    """Drags a stage to the way that leads to that position."""
    rest = [stage for stage in flow.stages if stage.name != name]
    button = f"between {rest[position - 1].name} and {rest[position].name}" if position else "at the start"
    over = rf"slot {rest[position - 1].id if position else 'first'} "
    designer.drag(designer.stage(name), designer.edge_button(button), over, grip=(0.5, 16))
    flow.move_stage(name, position)
    designer.await_outline(outline(flow))


def move_step(designer, flow, label, source, target, position):
    """Drags a step to a stage, to the place below the step that stands before that position."""
    above = flow.stage(target).steps[position - 1].label
    designer.drag(designer.step(label), designer.step(above), rf"stage {flow.stage(target).id} position {position}$",
                  down=0.9)
    flow.move_step(label, source, target, position)
    designer.await_outline(outline(flow))


def xaml_name(files, stem):
    return next(name for name in files if name.startswith("Workflows/" + stem) and name.endswith(".xaml"))


@scenario
def rearrange(folder):
    """drags a stage and a step, marks it required, grants and takes a privilege, saves"""
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, PRIVILEGES))
    before = golden.read_folder(folder)
    with Designer(folder, size=SIZE) as designer:
        designer.await_outline(outline(flow))
        designer.fit()
        move_stage(designer, flow, "Deliver", 1)
        move_step(designer, flow, "Größe prüfen", "Request", "Review & sign", 1)
        mark_required(designer, "Größe prüfen")
        flow.stage("Review & sign").steps[1].required = True
        set_access(designer, "Request Handler", "Write", "None", "Organization")
        set_access(designer, "Request Handler", "Append", "Organization", "None")
        designer.save()
        designer.screenshot("rearranged")
    privileges = [name for name in PRIVILEGES if name != "prvAppendfab_onboarding"] + ["prvWritefab_onboarding"]
    expected = {**before, "Roles/Request Handler.xml": golden.role(privileges).encode(),
                xaml_name(before, "Onboarding"): golden.xaml(flow).encode(),
                xaml_name(before, "Onboarding") + ".data.xml": golden.record(flow).encode()}
    same(golden.read_folder(folder), expected, "the saved folder")


@scenario
def rearrange_real_package(folder):
    """does the same to a real package; only its own lines change"""
    real = corpus() / "solutions" / REAL
    shutil.copytree(real, folder / "real", copy_function=shutil.copyfile)
    folder = folder / "real"
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    before = golden.read_folder(folder)
    name = xaml_name(before, "RecordBPF")
    flow = golden.read(before[name].decode())
    assert golden.xaml(flow).encode() == before[name], "the second writer does not know this file"
    with Designer(folder, size=SIZE) as designer:
        designer.await_outline(outline(flow))
        designer.fit()
        move_stage(designer, flow, "Resolve", 1)
        step = flow.stage("Process").steps[0].label
        move_step(designer, flow, step, "Process", "Validate", 2)
        mark_required(designer, step)
        flow.stage("Validate").steps[2].required = True
        set_access(designer, "Power Playwright Tester", "Delete", "Organization", "None")
        designer.save()
        designer.screenshot("real")
    role = "Roles/Power Playwright Tester.xml"
    line = b'    <RolePrivilege name="prvDeletepp_recordbpf" level="Global" />\n'
    assert before[role].count(line) == 1
    after = golden.read_folder(folder)
    expected = {**before, name: golden.xaml(flow).encode(), role: before[role].replace(line, b""),
                name + ".data.xml": reorder_labels(before[name + ".data.xml"], flow)}
    for form in [path for path in before if re.search("Entities/pp_recordbpf/FormXml/main/", path)]:
        expected[form] = rearrange_form(before[form], flow)
    same(after, expected, "the saved package")


def reorder_labels(data, flow):
    """The label blocks of a Workflow element in the order of the flow, each as it was."""
    head, blocks, tail = re.split(rb"(?<=<labels>\n)(.*)(?=  </labels>)", data, flags=re.DOTALL)
    found = {re.search(rb"\{(.*?)\}", block)[1].decode(): block
             for block in re.findall(rb"    <steplabels.*?</steplabels>\n", blocks, re.DOTALL)}
    order = [thing.id for stage in flow.stages for thing in (stage, *stage.steps)]
    assert sorted(order) == sorted(found)
    return head + b"".join(found[thing] for thing in order) + tail


def rearrange_form(data, flow):
    """The form of a flow's table with its tabs and rows where the flow has its stages and steps."""
    numbers = dict((label, number) for number, label in
                   re.findall(r'DisplayName="StageStep(\d+): ([^"]*)"', golden.xaml(flow)))
    head, tabs, tail = re.split(r"(?<=<tabs>\n)(.*)(?=      </tabs>)", data.decode(), flags=re.DOTALL)
    blocks = re.findall(r"        <tab .*?        </tab>\n", tabs, re.DOTALL)
    frames = {re.search(r'<label description="([^"]*)"', block)[1]:
              re.split(r"(?<=<rows>\n).*(?=                  </rows>)", block, flags=re.DOTALL) for block in blocks}
    rows = {re.search(r'datafieldname="([^"]*)"', row)[1]: row
            for row in re.findall(r"                    <row>.*?</row>\n", tabs, re.DOTALL)}
    result = []
    for stage in flow.stages:
        start, end = frames[stage.name]
        start = re.sub(r'name="StageStep\d+', f'name="StageStep{numbers[stage.name]}', start)
        steps = [rows[step.column].replace('isrequired="false"' if step.required else 'isrequired="true"',
                                           'isrequired="true"' if step.required else 'isrequired="false"')
                 for step in stage.steps]
        result.append(start + "".join(steps) + end)
    return (head + "".join(result) + tail).encode()


@scenario
def limit(folder):
    """flags the 31st stage, and undoing it leaves every file as it was"""
    flow = golden.onboarding([f"Stage {number + 1}" for number in range(29)], 1)
    golden.write(folder, golden.package(flow, PRIVILEGES))
    before = golden.read_folder(folder)
    flagged = re.compile("^Error, F-02, .*31 stages")
    with Designer(folder, size=SIZE) as designer:
        designer.find("panel", "Stages 29 of 30")
        for count in (30, 31):
            designer.key("ctrl+shift+n") if count > 30 else designer.edge_button("after Stage 29").act()
            designer.key("Return")
            designer.find("panel", f"Stages {count} of 30")
            assert bool(designer.look("list item", flagged)) == (count > 30)
        designer.screenshot("limit")
        designer.key("ctrl+z")
        designer.find("panel", "Stages 30 of 30")
        designer.gone("list item", flagged)
        designer.key("ctrl+z")
        designer.await_outline(outline(flow))
        wait("nothing to be left to save", lambda: not designer.is_modified())
        designer.key("ctrl+s")
    same(golden.read_folder(folder), before, "the folder after undoing")


@scenario
def follow_problem(folder):
    """a problem leads to what it is about, and is gone when that is mended"""
    flow = golden.onboarding()
    golden.write(folder, golden.package(flow, PRIVILEGES))
    problem = re.compile("^Error, SP-02, ")
    with Designer(folder, size=SIZE) as designer:
        designer.canvas.find("push button", "Add a step to Deliver").act()
        designer.key("Escape")
        designer.click(designer.canvas.find("list", re.compile("Stage 1")), down=16)
        designer.click(designer.find("list item", problem))
        wait("the step to be selected", lambda: "selected" in designer.step("New step").states)
        designer.key("ctrl+z")
        designer.gone("list item", problem)
        designer.await_outline(outline(flow))


if __name__ == "__main__":
    main()
