#!/usr/bin/python3
# test-checks.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every check of checks.py on this repository, and on bad examples to see that it can fail."""

import os
import pathlib
import sys
import tempfile

import checks

HEAD = "/* {}\n *\n * Copyright 2026 The Stagecraft authors\n * SPDX-License-Identifier: GPL-3.0-or-later\n */\n\n"
LAYERS = "subdir('model')\nsubdir('edit')\nsubdir('ui')\n"
WORK = "TO" + "DO"

# Per check: files that are as they should be, and files that are not, with a word of the complaint.
EXAMPLES = {
    checks.layers: (
        {"app/meson.build": LAYERS, "app/model/sc-a.h": "", "app/edit/sc-b.h": "",
         "app/edit/sc-b.c": '#include "sc-a.h"\n#include "sc-b.h"\n',
         "app/ui/canvas/meson.build": "gnome.compile_resources('sc-r', 'r.xml')",
         "app/ui/sc-c.c": '#include "sc-r.h"\n'},
        [({"app/model/sc-a.c": '#include "sc-b.h"\n'}, "comes after"),
         ({"app/model/sc-a.c": '# include "sc-b.h"\n'}, "comes after"),
         ({"app/edit/sc-b.c": '#include "sc-gone.h"\n'}, "nowhere"),
         ({"app/other/sc-c.c": '#include "sc-a.h"\n'}, "does not name")]),
    checks.toolkit: (
        {"app/ui/sc-w.c": "#include <adwaita.h>\n", "app/main.c": "#include <gtk/gtk.h>\n"},
        [({"app/edit/sc-b.h": "#include <gtk/gtk.h>\n"}, "toolkit"),
         ({"app/cli/main.c": "#include <adwaita.h>\n"}, "toolkit")]),
    checks.length: (
        {"app/model/sc-a.c": "\n" * 500},
        [({"app/model/sc-a.c": "\n" * 501}, "501 lines")]),
    checks.potfiles: (
        {"po/POTFILES.in": "app/a.c\napp/b.ui\n", "app/a.c": 'x = _("Stage");',
         "app/b.ui": '<property translatable="yes">', "app/c.c": 'sc_ (("x"));'},
        [({"app/d.c": 'ngettext ("one", "many", n)'}, "app/d.c has texts"),
         ({"po/POTFILES.in": "app/b.ui\napp/a.c\n"}, "not sorted"),
         ({"app/b.ui": "<property>"}, "no text")]),
    checks.promises: (
        {"app/model/sc-a.c": "/* Methods are mastodons. */\n"},
        [({"app/model/sc-a.c": f"/* {WORK}: more */\n"}, WORK),
         ({"data/x.svg": "<!-- fix" + "me -->"}, "x.svg:1")]),
    checks.headings: (
        {"app/model/sc-a.h": HEAD.format("sc-a.h") + "#pragma once\n"},
        [({"app/model/sc-a.h": HEAD.format("sc-b.h") + "#pragma once\n"}, "its name"),
         ({"app/model/sc-a.h": HEAD.format("sc-a.h")}, "#pragma once"),
         ({"tests/x.py": "# x.py\n"}, "licence"),
         ({"tests/run": "#!/bin/sh\n# run\n"}, "copyright")]),
    checks.whitespace: (
        {"app/model/sc-a.c": "a\n"},
        [({"app/model/sc-a.c": "a"}, "line end"), ({"README.md": "a \n"}, "space"),
         ({"data/x.xml": "\ta\n"}, "tab"), ({"app/x.ui": "a\r\n"}, "carriage")]),
    checks.well_formed: (
        {"app/ui/x.ui": "<a/>"},
        [({"app/ui/x.ui": "<a>"}, "x.ui"), ({"data/x.rng": "<a>&x;</a>"}, "x.rng")]),
    checks.links: (
        {"README.md": '[a](app/a.md#b) [c](https://example.org) <img src="app/a.md">', "app/a.md": "[x](../README.md)"},
        [({"README.md": "[a](b.md)"}, "b.md"), ({"app/a.md": '<source srcset="no.png">'}, "no.png")]),
    checks.registered: (
        {"app/model/sc-a.c": "", "app/model/meson.build": "'sc-a.c',", "tests/model/test-list.c": "",
         "tests/model/meson.build": "foreach name : ['list']"},
        [({"app/model/sc-b.c": ""}, "sc-b.c"), ({"tests/model/test-value.c": ""}, "test-value.c"),
         ({"tests/model/test-is.c": ""}, "test-is.c")]),
    checks.top_level: (
        {"README.md": "", ".gitignore": "", "_build/x": ""},
        [({"notes.txt": ""}, "notes.txt"), ({"src/x.c": ""}, "src")]),
    checks.ways_in: (
        {"app/text/sc-xml-sax.c": "xmlParseDocument (context);", "app/model/sc-a.c": "sc_xml_parse (bytes);",
         "tests/x.c": "g_dir_open (path);"},
        [({"app/dataverse/sc-a.c": "doc = xmlReadMemory (data);"}, "xmlReadMemory"),
         ({"app/dataverse/sc-a.c": "zip_open (path, 0, NULL);"}, "zip_open"),
         ({"app/dataverse/sc-a.c": "dir = g_dir_open (path, 0, NULL);"}, "g_dir_open"),
         ({"app/ui/sc-a.c": "g_file_get_contents (path, &data);"}, "g_file_get_contents")]),
    checks.slow_text: (
        {"app/model/sc-collate.c": "key = g_utf8_collate_key (text, 256);", "app/ui/sc-a.c": "sc_collate (a, b);"},
        [({"app/ui/sc-a.c": "return g_utf8_collate (a, b);"}, "g_utf8_collate"),
         ({"app/ui/sc-a.c": "key = g_utf8_collate_key (a, -1);"}, "g_utf8_collate_key"),
         ({"app/edit/sc-a.c": "g_utf8_normalize (name, -1, G_NORMALIZE_ALL);"}, "g_utf8_normalize")]),
    checks.markup: (
        {"app/ui/sc-a.c": "adw_toast_new (_ (\"Saved\"));",
         "app/ui/sc-b.c": "text = g_markup_escape_text (name, -1); gtk_label_set_markup (label, text);",
         "app/ui/sc-c.ui": '<property name="use-markup">False</property>'},
        [({"app/ui/sc-d.c": "gtk_label_set_markup (label, name);"}, "nobody escaped"),
         ({"app/ui/sc-d.c": "adw_preferences_group_set_description (group, name);"}, "nobody escaped"),
         ({"app/ui/sc-d.c": 'g_object_new (type, "use-markup", TRUE, NULL);'}, "use-markup"),
         ({"app/ui/sc-d.c": "gtk_show_uri (window, uri, 0);"}, "another program"),
         ({"app/cli/sc-d.c": "system (command);"}, "another program"),
         ({"app/ui/sc-c.ui": '<property name="use-markup">true</property>'}, "shows markup")]),
    checks.suppressed: (
        {"tests/sanitizers/a.supp": "# leak:words\nleak:libother.so\nleak:g_other\nleak:g_read_async\n",
         "app/a.c": "g_other_than (1); g_read_async (1);\n"},
        [({"app/a.c": "g_other (1);\n"}, "app/a.c names"),
         ({"tests/sanitizers/a.supp": "race:gtk_*\n"}, "neither")]),
    checks.formatting: (
        {"app/a.c": "int\nmain (void)\n{\n  return 0;\n}\n"},
        [({"app/a.c": "int main(void) { return 0; }\n"}, "a.c is not formatted")]),
}


def write(folder, tree):
    for name, text in tree.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def try_example(check):
    """What is wrong with the check itself."""
    good, bad = EXAMPLES[check]
    faults = []
    with tempfile.TemporaryDirectory(prefix="stagecraft-checks.") as name:
        folder = pathlib.Path(name)
        write(folder, good)
        faults += [f"complains about what is fine: {complaint}" for complaint in check(folder)]
    for tree, word in bad:
        with tempfile.TemporaryDirectory(prefix="stagecraft-checks.") as name:
            folder = pathlib.Path(name)
            write(folder, {**good, **tree})
            complaints = check(folder)
            if len(complaints) == 0 or not any(word in complaint for complaint in complaints):
                faults.append(f"does not see {tree}: {complaints}")
    return faults


def main():
    root = pathlib.Path(os.environ.get("STAGECRAFT_SOURCE") or pathlib.Path(__file__).resolve().parents[2])
    cases = []
    for check in checks.CHECKS:
        cases.append((f"{check.__name__}: sees bad examples", try_example(check)))
        cases.append((f"{check.__name__}: {check.__doc__.splitlines()[0]}", check(root)))
    print(f"1..{len(cases)}")
    for number, (title, complaints) in enumerate(cases, 1):
        print(f"{'not ok' if complaints else 'ok'} {number} - {title}")
        for complaint in complaints:
            print(f"# {complaint}")
            print(complaint, file=sys.stderr)
    return 1 if any(complaints for _, complaints in cases) else 0


if __name__ == "__main__":
    sys.exit(main())
