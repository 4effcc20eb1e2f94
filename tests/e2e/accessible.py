# accessible.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program shows to assistive technology, asked for on the bus of that.

Trees are read as a whole: GTK says in one answer what it knows of everything that somebody has asked for
before. Asking one by one takes the driver and the program most of the time that a test has.
"""

import ast
import collections
import contextlib
import functools
import re

from bus import INTERFACE, Gio, GLib, ask, ask_all, ask_raw, connect, property_of
import gi
from waiting import wait

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

Box = collections.namedtuple("Box", "x y width height")

REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
CACHE = "/org/a11y/atspi/cache"
ROLE = (INTERFACE + "Accessible", "GetRole")
STATE = (INTERFACE + "Accessible", "GetState")
CHILDREN = (INTERFACE + "Accessible", "GetChildren")
NAME = property_of("Accessible", "Name")
STATES = [Atspi.StateType(number).value_nick for number in range(int(Atspi.StateType.LAST_DEFINED))]

# What the program answers of something that has gone.
GONE = (Gio.DBusError.UNKNOWN_METHOD, Gio.DBusError.UNKNOWN_OBJECT, Gio.DBusError.UNKNOWN_INTERFACE)

# One of the a((so)(so)(so)iiassusau) that org.a11y.atspi.Cache.GetItems answers, as GLib prints it: itself,
# its program, its parent, its place among the children of that, how many children it has, its interfaces,
# name, role, description and states. To read it from there takes a tenth of the time of unpacking.
TEXT = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
ITEM = re.compile(r"\(\('[^']*', '([^']+)'\), \('[^']*', '[^']+'\), \('[^']*', '([^']+)'\), (-?\d+), (-?\d+), "
                  rf"\['{INTERFACE}Accessible'(, '{INTERFACE}Component')?[^]]*\], {TEXT}, (\d+), {TEXT}, "
                  r"\[(\d+), (\d+)\]\)")
Item = collections.namedtuple("Item", "path parent index count component name role description low high")


@functools.cache
def name_role(number):
    return Atspi.role_get_name(Atspi.Role(int(number)))


@functools.cache
def name_states(low, high):
    bits = int(low) | int(high) << 32
    return frozenset(name for number, name in enumerate(STATES) if bits >> number & 1)


def unquote(text):
    return ast.literal_eval(text) if "\\" in text else text[1:-1]


def read_children(answer):
    return [place for place in answer[0] if not place[1].endswith("/null")]


def list_programs():
    """Those that are on the bus."""
    return [Thing(*place) for place in ask(REGISTRY, *CHILDREN)[0]]


@functools.cache
def list_known(program):
    """Path and paths of the children, as the program last said, until it says that they change."""
    known = {}
    connect().signal_subscribe(program, INTERFACE + "Event.Object", "ChildrenChanged", None, None,
                               Gio.DBusSignalFlags.NONE, lambda _0, _1, path, *_2: known.pop(path, None))
    return known


def read_items(program):
    """What a program knows of everything at once, by the path."""
    answer = ask_raw((program, CACHE), INTERFACE + "Cache", "GetItems").print_(False)
    while GLib.MainContext.default().pending():  # what it said before
        GLib.MainContext.default().iteration(False)
    return {found[0]: Item(*found) for found in ITEM.findall(answer)}


def is_at(items, path, index):
    item = items.get(path)
    # GTK 4.8 says that a page of a stack is the parent of what is on it, and leaves out the page otherwise.
    while item and item.parent in items and not items[item.parent].component:
        item = items[item.parent]
    return item and int(item.index) == index


def has_children(items, path, children):
    """Whether that may still be the children of what is at that path."""
    return (children is not None and path in items and int(items[path].count) == len(children)
            and all(is_at(items, child, index) for index, child in enumerate(children)))


class Facts:
    """What was to be known of a thing when its program was asked."""

    def __init__(self, program, item, parent=None):
        self.place = program, item.path
        self.role, self.name, self.states = name_role(item.role), unquote(item.name), name_states(item.low, item.high)
        self.parent = parent
        self.children = []

    @property
    def thing(self):
        return Thing(*self.place)

    def walk(self):
        """Itself and everything below, parents first."""
        rest = [self]
        while rest:
            facts = rest.pop()
            yield facts
            rest.extend(reversed(facts.children))

    def matches(self, role=None, name=None):
        """role: a name or several; name: the whole name, or a pattern to search for."""
        return ((role is None or self.role in ((role,) if isinstance(role, str) else role))
                and (name is None or (name.search(self.name) if isinstance(name, re.Pattern) else self.name == name)))

    def list_above(self, thing):
        """That thing, what it is in, and so on up to this; a GLib.Error where it has gone."""
        facts = next((facts for facts in self.walk() if facts.place == thing.place), None)
        if not facts:
            raise GLib.Error(f"{thing.place} has gone")
        while facts:
            yield facts
            facts = facts.parent

    def find_all(self, role=None, name=None):
        return [facts for facts in self.walk() if facts.matches(role, name)]

    def look(self, role=None, name=None):
        """The first that is there, or None."""
        return next((facts for facts in self.walk() if facts.matches(role, name)), None)


def read(top):
    """The facts of a place and of everything below, None where nobody is there any more."""
    with contextlib.suppress(GLib.Error):
        return read_tree(*top)
    return None


def read_tree(program, top):
    items, known, below, level = read_items(program), list_known(program), {}, [top]
    while level:
        below.update((path, known.get(path)) for path in level)
        strange = [path for path in level if not has_children(items, path, below[path])]
        known.update((path, None) for path in strange)
        for path, answer in zip(strange, ask_all([(program, path) for path in strange], *CHILDREN)):
            below[path] = [child for _, child in read_children(answer)] if answer else []
            if path in known:
                known[path] = below[path]
        level = [child for path in level for child in below[path] if child not in below]
    if not below.keys() <= items.keys():
        # GTK has come to know them as it was asked for them.
        items = read_items(program)
    if top not in items:
        return None
    facts = Facts(program, items[top])
    rest = [facts]
    while rest:
        parent = rest.pop()
        parent.children = [Facts(program, items[path], parent) for path in below[parent.place[1]] if path in items]
        rest.extend(parent.children)
    return facts


class Thing:
    """One accessible object."""

    def __init__(self, name, path):
        self.place = (name, path)

    def __eq__(self, other):
        return isinstance(other, Thing) and self.place == other.place

    def __hash__(self):
        return hash(self.place)

    @property
    def process_id(self):
        return ask(("org.freedesktop.DBus", "/org/freedesktop/DBus"), "org.freedesktop.DBus",
                   "GetConnectionUnixProcessID", GLib.Variant("(s)", (self.place[0],)))[0]

    @property
    def role(self):
        return name_role(ask(self.place, *ROLE)[0])

    def ask_while_there(self, question):
        """The answer; None when the program says that this has gone, which may happen at any moment."""
        try:
            return ask(self.place, *question)
        except GLib.Error as error:
            if not any(error.matches(Gio.dbus_error_quark(), code) for code in GONE):
                raise
            return None

    @property
    def name(self):
        answer = self.ask_while_there(NAME)
        return answer[0] if answer else ""

    @property
    def description(self):
        return ask(self.place, *property_of("Accessible", "Description"))[0]

    @property
    def states(self):
        return name_states(*ask(self.place, *STATE)[0])

    def is_active(self):
        answer = self.ask_while_there(STATE)
        return answer is not None and "active" in name_states(*answer[0])

    @property
    def box(self):
        """Where it is, in pixels from the window's content."""
        return Box(*ask(self.place, INTERFACE + "Component", "GetExtents",
                        GLib.Variant("(u)", (Atspi.CoordType.WINDOW,)))[0])

    @property
    def parent(self):
        name, path = ask(self.place, *property_of("Accessible", "Parent"))[0]
        return Thing(name, path) if not path.endswith("/null") else None

    @property
    def children(self):
        return [Thing(*place) for place in read_children(ask(self.place, *CHILDREN))]

    @property
    def actions(self):
        names = []
        for number in range(ask(self.place, *property_of("Action", "NActions"))[0]):
            try:
                names.append(ask(self.place, INTERFACE + "Action", "GetName", GLib.Variant("(i)", (number,)))[0])
            except GLib.Error:  # GTK counts actions that it then does not name
                break
        return names

    def act(self, name=None):
        """Does the action with that name, or the first."""
        number = self.actions.index(name) if name else 0
        assert ask(self.place, INTERFACE + "Action", "DoAction", GLib.Variant("(i)", (number,)))[0], \
            f"{self}: {name} failed"

    @property
    def text(self):
        count = ask(self.place, *property_of("Text", "CharacterCount"))[0]
        return ask(self.place, INTERFACE + "Text", "GetText", GLib.Variant("(ii)", (0, count)))[0]

    def read(self):
        """The facts of it and of everything below."""
        return read(self.place)

    def find_all(self, role=None, name=None):
        """role: a name or several; name: the whole name, or a pattern to search for."""
        facts = self.read()
        return [found.thing for found in facts.find_all(role, name)] if facts else []

    def look(self, role=None, name=None):
        """The first that is there now, or None."""
        facts = self.read()
        found = facts and facts.look(role, name)
        return found and found.thing

    def find(self, role=None, name=None, timeout=None):
        return wait(f"{role or 'something'} named {getattr(name, 'pattern', name)!r}",
                    lambda: self.look(role, name), timeout)

    def dump(self, depth=0):
        lines = [f"{'  ' * depth}[{self.role}] {self.name!r} {sorted(self.states)} {self.actions}"]
        for child in self.children:
            lines.append(child.dump(depth + 1))
        return "\n".join(lines)

    def __repr__(self):
        try:
            return f"[{self.role}] {self.name!r}"
        except GLib.Error:
            return "what has gone meanwhile"
