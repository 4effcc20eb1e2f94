# accessible.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program shows to assistive technology, asked for on the bus of that.

Trees are read as a whole, with all questions under way at once: asking one by one takes the driver and
the program that answers most of the time that a test has.
"""

import collections
import contextlib
import functools
import os
import re

# That warnings are fatal is not meant for what drives the designer. The designer itself writes them to its
# log, where the driver finds them: the toolkit has some of its own that are nobody's fault.
DESIGNER_DEBUG = os.environ.pop("G_DEBUG", "").replace("fatal-warnings", "")
import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

from waiting import wait  # noqa: E402

Box = collections.namedtuple("Box", "x y width height")

REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
INTERFACE = "org.a11y.atspi."
PROPERTIES = "org.freedesktop.DBus.Properties"
MAX_WAIT = 5000  # milliseconds that the program may take for an answer

STATES = [Atspi.StateType(number).value_nick for number in range(int(Atspi.StateType.LAST_DEFINED))]


@functools.cache
def connect():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                Gio.DBusCallFlags.NONE, MAX_WAIT).unpack()[0]
    return Gio.DBusConnection.new_for_address_sync(
        address,
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)


def ask(place, interface, method, arguments=None):
    """One question; a GLib.Error where nobody is there any more."""
    return connect().call_sync(*place, interface, method, arguments, None, Gio.DBusCallFlags.NONE, MAX_WAIT).unpack()


def ask_all(places, interface, method, arguments=None):
    """The same question to all at once; None where nobody is there any more."""
    connection, answers, left = connect(), [None] * len(places), len(places)

    def answered(_, result, position):
        nonlocal left
        left -= 1
        with contextlib.suppress(GLib.Error):
            answers[position] = connection.call_finish(result).unpack()

    for position, place in enumerate(places):
        connection.call(*place, interface, method, arguments, None, Gio.DBusCallFlags.NONE, MAX_WAIT, None, answered,
                        position)
    while left:
        GLib.MainContext.default().iteration(True)
    return answers


def property_of(interface, name):
    return PROPERTIES, "Get", GLib.Variant("(ss)", (INTERFACE + interface, name))


ROLE = (INTERFACE + "Accessible", "GetRole")
STATE = (INTERFACE + "Accessible", "GetState")
CHILDREN = (INTERFACE + "Accessible", "GetChildren")
NAME = property_of("Accessible", "Name")


def read_role(answer):
    return Atspi.role_get_name(Atspi.Role(answer[0]))


def read_states(answer):
    (low, high), = answer
    bits = low | high << 32
    return {name for number, name in enumerate(STATES) if bits >> number & 1}


def read_children(answer):
    return [place for place in answer[0] if not place[1].endswith("/null")]


def list_programs():
    """Those that are on the bus."""
    return [Thing(*place) for place in ask(REGISTRY, *CHILDREN)[0]]


Facts = collections.namedtuple("Facts", "thing role name states")


def read_all(things):
    """What is to be known of each; those that have just gone are left out."""
    places = [thing.place for thing in things]
    return [Facts(thing, read_role(role), name[0], read_states(states))
            for thing, role, name, states in zip(things, ask_all(places, *ROLE), ask_all(places, *NAME),
                                                 ask_all(places, *STATE))
            if role and name and states]


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
        return read_role(ask(self.place, *ROLE))

    @property
    def name(self):
        return ask(self.place, *NAME)[0]

    @property
    def description(self):
        return ask(self.place, *property_of("Accessible", "Description"))[0]

    @property
    def states(self):
        return read_states(ask(self.place, *STATE))

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

    def walk(self):
        """Itself and everything below, parents first."""
        below, level = {}, [self.place]
        while level:
            for place, answer in zip(level, ask_all(level, *CHILDREN)):
                below[place] = read_children(answer) if answer else []
            level = [child for place in level for child in below[place] if child not in below]
        rest = [self.place]
        while rest:
            place = rest.pop()
            yield Thing(*place)
            rest.extend(reversed(below[place]))

    def find_all(self, role=None, name=None):
        """role: a name or several; name: the whole name, or a pattern to search for."""
        places = [thing.place for thing in self.walk()]
        if role is not None:
            roles = (role,) if isinstance(role, str) else role
            places = [place for place, answer in zip(places, ask_all(places, *ROLE))
                      if answer and read_role(answer) in roles]
        if name is not None:
            places = [place for place, answer in zip(places, ask_all(places, *NAME))
                      if answer and (name.search(answer[0]) if isinstance(name, re.Pattern) else answer[0] == name)]
        return [Thing(*place) for place in places]

    def look(self, role=None, name=None):
        """The first that is there now, or None."""
        return next(iter(self.find_all(role, name)), None)

    def find_in_state(self, state):
        """All that are in that state."""
        places = [thing.place for thing in self.walk()]
        return [Thing(*place) for place, answer in zip(places, ask_all(places, *STATE))
                if answer and state in read_states(answer)]

    def find(self, role=None, name=None, timeout=None):
        return wait(f"{role or 'something'} named {getattr(name, 'pattern', name)!r}",
                    lambda: self.look(role, name), timeout)

    def matches(self, role, name):
        return (role is None or self.role == role) and (name is None or self.name == name)

    def dump(self, depth=0):
        lines = [f"{'  ' * depth}[{self.role}] {self.name!r} {sorted(self.states)} {self.actions}"]
        for child in self.children:
            lines.append(child.dump(depth + 1))
        return "\n".join(lines)

    def __repr__(self):
        return f"[{self.role}] {self.name!r}"
