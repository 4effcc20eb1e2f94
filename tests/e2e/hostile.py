# hostile.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that somebody broke, or means harm with."""

import io
import re
import struct
import zipfile

import golden

DEPTH = 100_000
HUGE = 200 * 1024 * 1024


def text():
    return golden.xaml(golden.onboarding())


def classic_workflow():
    """A workflow of the other kind: same envelope, other activities."""
    start = text().index("    <mxswa:ActivityReference")
    end = text().index("  </mxswa:Workflow>")
    step = ('    <Sequence DisplayName="UpdateStep1: Set the owner">\n'
            '      <mxswa:UpdateEntity Entity="[InputEntities(&quot;primaryEntity&quot;)]" EntityName="account" />\n'
            "    </Sequence>\n")
    return text()[:start] + step + text()[end:]


def business_rule():
    reference = ('    <mxswa:ActivityReference AssemblyQualifiedName="Microsoft.Crm.Workflow.Activities.ConditionSequence, '
                 'Microsoft.Crm.Workflow, Version=9.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35" '
                 'DisplayName="ConditionStep1: rule">\n    </mxswa:ActivityReference>\n')
    start = text().index("    <mxswa:ActivityReference")
    return text()[:start] + reference + text()[text().index("  </mxswa:Workflow>"):]


def task_flow():
    return text().replace("StageComposite", "PageComposite").replace('DisplayName="StageStep', 'DisplayName="PageStep')


def laughs():
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{"&a%d;" % (i - 1) * 10}">' for i in range(1, 12))
    return f"<!DOCTYPE x [{entities}]><x>&a11;</x>"


def bomb():
    """50 MB of spaces, a thousand to one."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("solution.xml", golden.solution([golden.onboarding()]))
        package.writestr("customizations.xml", "<ImportExportXml>" + " " * HUGE + "</ImportExportXml>")
    return out.getvalue()


def climbing():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("solution.xml", golden.solution([golden.onboarding()]))
        package.writestr("customizations.xml", "<ImportExportXml/>")
        package.writestr("../../outside.xml", "<x/>")
    return out.getvalue()


def lying():
    """A zip whose directory names sizes that are not so."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("solution.xml", golden.solution([]) * 50)
        package.writestr("customizations.xml", "<ImportExportXml/>" + " " * 5000)
    data = bytearray(out.getvalue())
    for found in re.finditer(rb"PK\x01\x02", bytes(data)):
        data[found.start() + 24:found.start() + 28] = struct.pack("<I", 17)
    return bytes(data)


# name: how its contents are made
FILES = {
    "empty.xaml": lambda: "",
    "prose.xaml": lambda: "Dear Sir or Madam,\n",
    "truncated.xaml": lambda: text()[:len(text()) // 2],
    "truncated.stagecraft": lambda: '<?xml version="1.0"?>\n<solution xmlns="https://stagecraft.example.org/definition/1"',
    "other-schema.stagecraft": lambda: "<?xml version='1.0'?>\n<stage/>\n",
    "doctype.xaml": lambda: "<!DOCTYPE Activity>\n" + text(),
    "laughs.xaml": laughs,
    "outside-entity.stagecraft": lambda: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    "deep.xaml": lambda: "<a>" * DEPTH + "</a>" * DEPTH,
    "deep.stagecraft": lambda: "<a>" * DEPTH + "</a>" * DEPTH,
    "huge.xaml": lambda: HUGE,
    "huge.stagecraft": lambda: HUGE,
    "nul.xaml": lambda: text().replace("Onboarding", "On\0boarding").replace("Request", "Re\0quest"),
    "latin1.xaml": lambda: text().encode("latin-1", "replace"),
    "classic-workflow.xaml": classic_workflow,
    "business-rule.xaml": business_rule,
    "task-flow.xaml": task_flow,
    "prose.zip": lambda: "PK no",
    "truncated.zip": lambda: climbing()[:200],
    "climbing.zip": climbing,
    "bomb.zip": bomb,
    "lying.zip": lying,
}


def make(folder, name):
    """Writes the file; a number instead of contents is a size, in zeroes that take no space."""
    path, contents = folder / name, FILES[name]()
    if isinstance(contents, int):
        with path.open("wb") as file:
            file.truncate(contents)
    else:
        path.write_bytes(contents.encode("utf-8") if isinstance(contents, str) else contents)
    return path
