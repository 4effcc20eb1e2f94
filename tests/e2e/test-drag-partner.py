#!/usr/bin/python3
# test-drag-partner.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drags to and from another program."""

import os
import pathlib

import golden
import screen
from drags import HALF, PLACE, bring, leave, partner, prepare
from scenario import main, outline, same, scenario, times
from stagecraft_driver import Designer, wait

SAMPLE = pathlib.Path(os.environ["STAGECRAFT_SOURCE"]) / "data/samples/contoso-sales.stagecraft"


@scenario
def to_other_program(folder):
    """another program gets what is dropped on it as text, and the flow keeps it"""
    flow = prepare(folder / "here")
    before = golden.read_folder(folder / "here")
    with Designer(folder / "here", size=HALF) as designer, partner(folder) as other:
        designer.activate()
        designer.fit()
        for _ in range(times(20)):
            for thing, text in ((designer.stage("Deliver"), "Deliver.*Start date"), (designer.step("Subject"), "Subject")):
                heard, since = other.mark(), leave(designer, thing)
                designer.carry(PLACE, said=other.says("over", heard))
                screen.release()
                other.wait(f"dropped .*{text}", heard)
                designer.log.wait("drag-cancel", since)
        designer.await_outline(outline(flow))
        assert not designer.is_modified()
    same(golden.read_folder(folder / "here"), before, "after the drags")


@scenario
def from_other_program(folder):
    """rows of a spreadsheet are shown where they would go, and pasted there in one step"""
    flow = prepare(folder / "here")
    before = golden.read_folder(folder / "here")
    rows = b"Stage\tStep\nHandover\tWho takes it\nHandover\tWhen\n"
    with Designer(folder / "here", size=HALF) as designer, partner(folder, rows):
        designer.activate()
        designer.fit()
        pasted = {"Request": outline(flow)["Request"], "Handover": ["Who takes it", "When"], **outline(flow)}
        pasted = {name: pasted[name] for name in ("Request", "Handover", "Review & sign", "Deliver")}
        for _ in range(times(20)):
            since = bring(designer, designer.edge_button("between Request and"), "drag-over slot")
            screen.release()
            designer.log.wait("drop copy", since)
            designer.await_outline(pasted)
            designer.activate()
            designer.save()
            saved = golden.read_folder(folder / "here")
            assert any("Who takes it".encode() in data for data in saved.values()), sorted(saved)
            designer.key("ctrl+z")
            designer.await_outline(outline(flow))
            designer.save()
            same(golden.read_folder(folder / "here"), before, "after undoing")
            # Taken away again before the drop it leaves no trace.
            since = bring(designer, designer.stage("Deliver"))
            designer.carry((850, 100))
            screen.release()
            designer.await_outline(outline(flow))
            assert not designer.log.seen(r"\bdrop\b", since)


@scenario
def files(folder):
    """a solution that is dropped from another program is opened, wherever it falls"""
    flow = prepare(folder / "here")
    path = folder / "sales.stagecraft"
    path.write_bytes(SAMPLE.read_bytes())
    uri = path.as_uri().encode() + b"\r\n"
    for target in ("canvas", "list"):
        with Designer(folder / "here", size=HALF) as designer, partner(folder, uri, "text/uri-list") as other:
            designer.activate()
            designer.await_outline(outline(flow))
            thing = designer.stage("Request") if target == "canvas" else designer.find("push button", "Fit")
            bring(designer, thing, "wanted", other)
            screen.release()
            wait("the sample", lambda: any(frame.name.startswith("Lead to") for frame in designer.root.children))
            assert not designer.log.seen(r"drop copy", 0)


if __name__ == "__main__":
    main()
