# checks.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold for the sources as a whole.

Each check takes the folder of a repository and returns complaints, one sentence each. The list
CHECKS names them; test-checks.py runs each on this repository, and on a small bad one to see that
it can fail.
"""

import pathlib
import re
import subprocess
import xml.etree.ElementTree as ET

MAX_LINES = 500
TOP_LEVEL = {"app", "data", "po", "tests", "meson.build", "meson_options.txt", "README.md", "COPYING"}
TOOLKIT = re.compile(r'#\s*include\s*[<"](gtk/|gdk/|gsk/|adwaita|gtksourceview)')
INCLUDE = re.compile(r'^\s*#\s*include\s*"(sc-[^"]+)"', re.MULTILINE)
TRANSLATABLE = re.compile(
    r'(?<![A-Za-z0-9_])(?:_|N_|C_|NC_|Q_|ngettext|dngettext|g_dngettext|dgettext|g_dpgettext2?)'
    r'\s*\(\s*(?:[A-Z_]+\s*,\s*)?"|translatable="(?:yes|true)"')
# Spelled in two halves so that this file does not hold them itself.
PROMISES = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK|coming " r"soon|not " r"implemented)\b",
                      re.IGNORECASE)
TEXT_ENDINGS = {".c", ".h", ".py", ".sh", ".ui", ".xml", ".rng", ".css", ".md", ".build", ".in",
                ".txt", ".svg", ".stagecraft"}


def files(root, *patterns):
    found = set()
    for pattern in patterns:
        found.update(path for path in root.glob(pattern) if path.is_file())
    return sorted(path for path in found if "__pycache__" not in path.parts)


def read(path):
    return path.read_text(encoding="utf-8")


def scripts(root):
    """Executable texts without an ending."""
    found = files(root, "app/*", ".ci/*", "data/*/*", "tests/*", "tests/*/*")
    return [path for path in found if path.suffix == "" and path.read_bytes()[:2] == b"#!"]


def layers(root):
    """A folder of app/ includes itself and the ones before it in app/meson.build."""
    order = re.findall(r"^\s*subdir\('([^']+)'\)", read(root / "app/meson.build"), re.MULTILINE)
    rank = {name: position for position, name in enumerate(order)}
    home = {}
    complaints = []
    for header in files(root, "app/**/*.h"):
        home[header.name] = header.relative_to(root / "app").parts[0]
    for build in files(root, "app/*/**/meson.build"):
        for name in re.findall(r"compile_resources\('([^']+)'", read(build)):
            home[name + ".h"] = build.relative_to(root / "app").parts[0]
    for source in files(root, "app/**/*.[ch]"):
        parts = source.relative_to(root / "app").parts
        if len(parts) == 1:  # the programs themselves stand on everything
            continue
        if parts[0] not in rank:
            complaints.append(f"{source.relative_to(root)}: app/meson.build does not name its folder")
            continue
        for name in INCLUDE.findall(read(source)):
            if name.endswith("-resources.h"):  # made by the build, for the folder itself
                continue
            if name not in home:
                complaints.append(f"{source.relative_to(root)} includes {name}, which is nowhere in app/")
            elif rank.get(home[name], len(order)) > rank[parts[0]]:
                complaints.append(f"{source.relative_to(root)} includes {name} of the layer {home[name]}/, "
                                  f"which comes after {parts[0]}/")
    return complaints


def toolkit(root):
    """GTK and libadwaita occur in app/ui/ and app/main.c only."""
    return [f"{path.relative_to(root)} includes the toolkit"
            for path in files(root, "app/**/*.[ch]")
            if path.relative_to(root).parts[1] not in ("ui", "main.c") and TOOLKIT.search(read(path))]


def length(root):
    """A file that has grown past a few hundred lines has usually become two concepts."""
    return [f"{path.relative_to(root)} has {lines} lines; {MAX_LINES} is the most"
            for path in files(root, "app/**/*.[ch]")
            if (lines := read(path).count("\n")) > MAX_LINES]


def potfiles(root):
    """po/POTFILES.in names exactly the files with texts to translate, in order."""
    listed = [line for line in read(root / "po/POTFILES.in").splitlines() if line and line[0] != "#"]
    complaints = [] if listed == sorted(listed) else ["po/POTFILES.in is not sorted"]
    found = {str(path.relative_to(root)) for path in files(root, "app/**/*.[ch]", "app/**/*.ui")
             if TRANSLATABLE.search(read(path))}
    found |= {str(path.relative_to(root))
              for path in files(root, "data/**/*.desktop.in", "data/**/*.metainfo.xml.in",
                                "data/**/*.mime.xml.in")}
    complaints += [f"{name} has texts to translate and is not in po/POTFILES.in"
                   for name in sorted(found - set(listed))]
    complaints += [f"po/POTFILES.in names {name}, which has no text to translate"
                   for name in sorted(set(listed) - found)]
    return complaints


def promises(root):
    """The tree holds what works, not what somebody means to do."""
    complaints = []
    for path in files(root, "app/**/*", "data/**/*", "tests/**/*", "*.md"):
        if path.suffix not in TEXT_ENDINGS:
            continue
        for number, line in enumerate(read(path).splitlines(), 1):
            if PROMISES.search(line):
                complaints.append(f"{path.relative_to(root)}:{number}: {line.strip()}")
    return complaints


def headings(root):
    """Every source says its name, who made it and its licence, and every header is read once."""
    complaints = []
    for path in files(root, "app/**/*.[ch]", "tests/**/*.[ch]", "tests/**/*.py", "app/*.sh") + scripts(root):
        head = read(path).splitlines()[:9]
        where = path.relative_to(root)
        if not any(line.rstrip().endswith(" " + path.name) for line in head[:2]):
            complaints.append(f"{where} does not begin with its name")
        if not any("Copyright" in line and "The Stagecraft authors" in line for line in head):
            complaints.append(f"{where} does not say whose copyright it is")
        if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in head):
            complaints.append(f"{where} does not name its licence")
    for path in files(root, "app/**/*.h", "tests/**/*.h"):
        if "\n#pragma once\n" not in read(path):
            complaints.append(f"{path.relative_to(root)} lacks #pragma once")
    return complaints


def whitespace(root):
    """What .editorconfig asks for."""
    complaints = []
    for path in files(root, "app/**/*", "data/**/*", "po/*", "tests/**/*", "*.md", "meson*"):
        if path.suffix not in TEXT_ENDINGS:
            continue
        text = path.read_bytes()
        where = path.relative_to(root)
        if text and not text.endswith(b"\n"):
            complaints.append(f"{where} does not end with a line end")
        for number, line in enumerate(text.split(b"\n"), 1):
            if line != line.rstrip():
                complaints.append(f"{where}:{number} ends with a space or a carriage return")
            if b"\t" in line:
                complaints.append(f"{where}:{number} holds a tab")
    return complaints


def well_formed(root):
    """Every XML file parses."""
    complaints = []
    for path in files(root, "app/**/*.ui", "app/**/*.xml", "data/**/*.xml", "data/**/*.xml.in",
                      "data/**/*.rng", "data/**/*.svg", "data/**/*.stagecraft", "tests/ui/*.xml"):
        try:
            ET.parse(path)
        except ET.ParseError as error:
            complaints.append(f"{path.relative_to(root)}: {error}")
    return complaints


def links(root):
    """A link in a document leads somewhere."""
    complaints = []
    for path in files(root, "*.md", "app/**/*.md", "tests/**/*.md", "data/**/*.md"):
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)|(?:src|href|srcset)=\"([^\"#]+)\"", read(path)):
            target = target[0] or target[1]
            if not re.match(r"[a-z]+:", target) and not (path.parent / target).exists():
                complaints.append(f"{path.relative_to(root)} links to {target}, which is not there")
    return complaints


def registered(root):
    """meson knows every source and every test."""
    complaints = []
    for path in files(root, "app/**/*.c", "tests/**/test-*.c", "tests/**/bench-*.c"):
        text, folder = "", path.parent
        while folder != root:
            if (folder / "meson.build").exists():
                text = read(folder / "meson.build")
                break
            folder = folder.parent
        stem = re.sub(r"^(test|bench)-", "", path.stem) if path.relative_to(root).parts[0] == "tests" else path.name
        if not re.search(rf"'(?:[^'\n]*[/-])?{re.escape(stem)}(?:\.c)?'", text):
            complaints.append(f"{path.relative_to(root)} is not in the meson.build of its folder")
    return complaints


def top_level(root):
    """The top of the repository is part of the design."""
    return [f"{path.name} does not belong at the top of the repository" for path in sorted(root.iterdir())
            if path.name not in TOP_LEVEL and path.name[0] not in "._"]


def formatting(root):
    """clang-format would change nothing."""
    sources = files(root, "app/**/*.[ch]", "tests/**/*.[ch]")
    style = pathlib.Path(__file__).resolve().parents[2] / ".clang-format"
    done = subprocess.run(["clang-format", f"--style=file:{style}", "--dry-run", "-Werror", *sources],
                          capture_output=True, text=True, check=False)
    wrong = sorted(set(re.findall(r"^(\S+?):\d+:\d+: error", done.stderr, re.MULTILINE)))
    complaints = [f"{pathlib.Path(name).relative_to(root)} is not formatted (clang-format -i)" for name in wrong]
    if done.returncode != 0 and not complaints:
        complaints.append(f"clang-format: {done.stderr.strip()}")
    return complaints


# The only files that may call these: everything from outside comes in through them.
WAYS_IN = {
    r"xml(?:Read|Parse|CtxtRead|Reader|NewTextReader|CreatePush|Create\w*ParserCtxt|SAX\w*Parse)\w*": {"app/text/sc-xml-sax.c"},
    r"g_markup_parse_context\w*": set(),
    r"zip_(?:open|fdopen|open_from_source|source_file|source_filep)": {
        "app/text/sc-zip.c", "app/text/sc-zip-create.c", "app/text/sc-zip-write.c"},
    r"zip_fopen\w*": {"app/text/sc-zip.c"},
    r"g_(?:file_get_contents|file_load_\w+|mapped_file_new\w*|file_read)": set(),
    # In packages and what else somebody else filled, folders are listed by sc-folder.c. The others
    # look into what is the person's own or our own, or ask whether there is anything in one that is to be written
    # or that was written since (sc-stamp.c, which reads nothing).
    r"(?:g_dir_open|opendir|fdopendir|scandir|nftw)": {
        "app/dataverse/sc-folder.c", "app/dataverse/sc-package-create.c", "app/main.c",
        "app/cli/check/sc-check-files.c", "app/cli/sc-cli-convert.c", "app/cli/sc-cli-new.c",
        "app/session/sc-document.c", "app/session/sc-leftover.c", "app/session/sc-recovery-folder.c",
        "app/session/sc-stamp.c", "app/session/sc-storage-copy.c", "app/session/sc-storage-save.c",
        "app/template/sc-template-own.c", "app/text/sc-file-walk.c"},
}


def ways_in(root):
    """XML, archives and folders come in through the files that are hardened for it."""
    complaints = []
    for path in files(root, "app/**/*.c"):
        name = str(path.relative_to(root))
        for pattern, allowed in WAYS_IN.items():
            if name in allowed:
                continue
            for call in re.findall(rf"(?<![A-Za-z0-9_])({pattern}) \(", read(path)):
                complaints.append(f"{name} calls {call}(), which is for the hardened ways in")
    return complaints


# What takes time with the square of its text, and the files that call it for short ones.
SLOW_TEXT = {"app/model/sc-collate.c", "app/text/sc-zip-name.c"}


def slow_text(root):
    """Names from files are not given to what a run of combining characters keeps busy for hours."""
    return [f"{name} calls {call}(), which takes too long for some names: see sc-collate.h"
            for path in files(root, "app/**/*.c") if (name := str(path.relative_to(root))) not in SLOW_TEXT
            for call in re.findall(r"(?<![A-Za-z0-9_])(g_utf8_(?:collate\w*|normalize)|g_str_(?:match_string|tokenize_and_fold)"
                                   r"|gtk_string_(?:sorter|filter)_new) \(", read(path))]


# Setters of what is Pango markup in GTK and libadwaita 1.2.
MARKUP_SETTERS = (r"(?:gtk_label_set_markup|gtk_widget_set_tooltip_markup|pango_layout_set_markup|pango_parse_markup"
                  r"|adw_preferences_group_set_(?:title|description)|adw_status_page_set_description"
                  r"|adw_tab_page_set_(?:indicator_)?tooltip|adw_toast_new|adw_toast_set_title)")
ESCAPED = re.compile(r"g_markup_(?:escape_text|printf_escaped)|sc_rule_page_link_addresses")
LITERAL = re.compile(r"""(?:_|N_|C_) \(""")


def markup(root):
    """What is shown as markup was escaped, or is a text of the program's own; nothing is run."""
    complaints = []
    for path in files(root, "app/**/*.c"):
        text = read(path)
        where = path.relative_to(root)
        for call, arguments in re.findall(rf"({MARKUP_SETTERS}) \(([^;]*)\);", text):
            if not LITERAL.search(arguments) and not ESCAPED.search(text):
                complaints.append(f"{where}: {call}() is given what nobody escaped")
        for call in re.findall(r"(?<![A-Za-z0-9_])(g_spawn_\w+|system|popen|exec[lv]p?e?|g_subprocess_\w+"
                               r"|g_app_info_launch\w*|gtk_show_uri\w*) \(", text):
            complaints.append(f"{where} calls {call}(): nothing of a document reaches another program")
        for tag in re.findall(r'"use-markup", (?!FALSE)\w+|set_use_markup \([^;]*, TRUE\)', text):
            complaints.append(f"{where} sets {tag}")
    for path in files(root, "app/**/*.ui"):
        if re.search(r'name="use-markup">\s*(?:1|[Tt]rue|[Yy]es)', read(path)):
            complaints.append(f"{path.relative_to(root)} shows markup")
    return complaints


def suppressed(root):
    """What sanitizers are told to overlook is never of ours, nor called by ours.

    But for functions that only begin something, which give nothing to who calls them.
    """
    complaints = []
    sources = {path: read(path) for path in files(root, "app/**/*.[ch]")}
    for rules in files(root, "tests/sanitizers/*.supp"):
        for name in re.findall(r"^[a-z_]+:([\w.*-]+)$", read(rules), re.MULTILINE):
            if re.fullmatch(r"[\w-]+\.so", name):
                continue
            if not re.fullmatch(r"\w+", name):
                complaints.append(f"{rules.relative_to(root)}: {name} is neither a function nor a library")
            elif name.endswith("_async"):
                continue
            complaints += [f"{rules.relative_to(root)}: {name} is what {path.relative_to(root)} names"
                           for path, text in sources.items() if re.search(rf"\b{re.escape(name)}\b", text)]
    return complaints


CHECKS = [layers, toolkit, length, potfiles, promises, headings, whitespace, well_formed, links,
          registered, top_level, formatting, ways_in, slow_text, markup, suppressed]
