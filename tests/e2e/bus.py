# bus.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions to programs on the bus of assistive technology, several of them under way at once."""

import contextlib
import functools
import os

# That warnings are fatal is not meant for what drives the designer. The designer itself writes them to its
# log, where the driver finds them: the toolkit has some of its own that are nobody's fault.
DESIGNER_DEBUG = os.environ.pop("G_DEBUG", "").replace("fatal-warnings", "")
from gi.repository import Gio, GLib  # noqa: E402

from waiting import TIMEOUT  # noqa: E402

INTERFACE = "org.a11y.atspi."
PROPERTIES = "org.freedesktop.DBus.Properties"
MAX_WAIT = int(TIMEOUT * 1000 / 3)  # milliseconds that the program may take for an answer


@functools.cache
def connect():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                Gio.DBusCallFlags.NONE, MAX_WAIT).unpack()[0]
    return Gio.DBusConnection.new_for_address_sync(
        address,
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)


def ask_raw(place, interface, method, arguments=None):
    """One question; a GLib.Error where nobody is there any more."""
    return connect().call_sync(*place, interface, method, arguments, None, Gio.DBusCallFlags.NONE, MAX_WAIT)


def ask(*question):
    return ask_raw(*question).unpack()


def ask_all(places, interface, method, arguments=None):
    """The same question to all at once; None where nobody is there any more."""
    if not places:
        return []
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
