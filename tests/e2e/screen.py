# screen.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pointer, keys and windows of the X server, over one connection: a program for every event, as xdotool
is one, takes longer to start than the event takes to arrive."""

import ctypes
import functools
import os

Window = ctypes.c_ulong
VIEWABLE = 2  # map_state
NOW = 0  # the window that has the keyboard
KEY_PAUSE = 12000  # microseconds, what xdotool waits
LETTER_PAUSE = 15000
BUTTON_PAUSE = 40000


class Attributes(ctypes.Structure):
    """XWindowAttributes of Xlib.h"""
    _fields_ = [(name, ctypes.c_int) for name in ("x", "y", "width", "height", "border_width", "depth")] + [
        ("visual", ctypes.c_void_p), ("root", Window)] + [
        (name, ctypes.c_int) for name in ("window_class", "bit_gravity", "win_gravity", "backing_store")] + [
        ("backing_planes", ctypes.c_ulong), ("backing_pixel", ctypes.c_ulong), ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong), ("map_installed", ctypes.c_int), ("map_state", ctypes.c_int),
        ("all_event_masks", ctypes.c_long), ("your_event_mask", ctypes.c_long),
        ("do_not_propagate_mask", ctypes.c_long), ("override_redirect", ctypes.c_int), ("screen", ctypes.c_void_p)]


class Gone(Exception):
    """There is no such window any more."""


@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
def pass_over(_display, _error):
    """What is about a window that has just gone is answered with nothing; Xlib would end the driver."""
    return 0


@functools.cache
def connect():
    """Xlib, libxdo, its handle and that of the display."""
    xlib, xdo = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libxdo.so.3")
    xlib.XSetErrorHandler(pass_over)
    xdo.xdo_new.restype = ctypes.POINTER(ctypes.c_void_p)
    handle = xdo.xdo_new(os.fsencode(os.environ["DISPLAY"]))
    assert handle, "no X server"
    display = ctypes.c_void_p(handle[0])  # the first that is in an xdo_t
    xlib.XDefaultRootWindow.restype = Window
    xlib.XInternAtom.restype = ctypes.c_ulong
    return xlib, xdo, handle, display


def tell(function, *arguments):
    """Calls one of libxdo, and returns when the server has done it."""
    xlib, xdo, handle, display = connect()
    getattr(xdo, function)(handle, *arguments)
    xlib.XSync(display, 0)


# Pointer -------------------------------------------------------------------------------------------


def pointer():
    """Where it is."""
    x, y, number = ctypes.c_int(), ctypes.c_int(), ctypes.c_int()
    tell("xdo_get_mouse_location", ctypes.byref(x), ctypes.byref(y), ctypes.byref(number))
    return x.value, y.value


def move(x, y):
    tell("xdo_move_mouse", int(x), int(y), 0)


def move_by(x, y):
    tell("xdo_move_mouse_relative", int(x), int(y))


def press(button=1):
    tell("xdo_mouse_down", Window(NOW), button)


def release(button=1):
    tell("xdo_mouse_up", Window(NOW), button)


def click(button=1, times=1):
    tell("xdo_click_window_multiple", Window(NOW), button, times, BUTTON_PAUSE)


# Keys ----------------------------------------------------------------------------------------------


def key(combination):
    """As in "ctrl+s"."""
    tell("xdo_send_keysequence_window", Window(NOW), combination.encode(), KEY_PAUSE)


def key_down(combination):
    tell("xdo_send_keysequence_window_down", Window(NOW), combination.encode(), KEY_PAUSE)


def key_up(combination):
    tell("xdo_send_keysequence_window_up", Window(NOW), combination.encode(), KEY_PAUSE)


def type_text(text):
    """ASCII only: what the keyboard does not have is lost."""
    tell("xdo_enter_text_window", Window(NOW), text.encode(), LETTER_PAUSE)


# Windows -------------------------------------------------------------------------------------------


def read_attributes(window):
    xlib, _, _, display = connect()
    attributes = Attributes()
    return attributes if xlib.XGetWindowAttributes(display, Window(window), ctypes.byref(attributes)) else None


def rectangle(window):
    """x, y, width and height on the screen, with the frame that the window draws around itself."""
    xlib, _, _, display = connect()
    attributes = read_attributes(window)
    if not attributes:
        raise Gone(window)
    x, y, child = ctypes.c_int(), ctypes.c_int(), Window()
    xlib.XTranslateCoordinates(display, Window(window), Window(attributes.root), 0, 0, ctypes.byref(x),
                               ctypes.byref(y), ctypes.byref(child))
    return x.value, y.value, attributes.width, attributes.height


def list_children(window):
    xlib, _, _, display = connect()
    root, parent, children, count = Window(), Window(), ctypes.POINTER(Window)(), ctypes.c_uint()
    if not xlib.XQueryTree(display, Window(window), ctypes.byref(root), ctypes.byref(parent), ctypes.byref(children),
                           ctypes.byref(count)):
        return []
    found = children[:count.value]
    xlib.XFree(children)
    return found


def read_number(window, name):
    """A property of a window that is one number, or None."""
    xlib, _, _, display = connect()
    kind, size, count, rest = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_ulong(), ctypes.c_ulong()
    data = ctypes.POINTER(ctypes.c_ulong)()
    atom = ctypes.c_ulong(xlib.XInternAtom(display, name.encode(), 0))
    failed = xlib.XGetWindowProperty(display, Window(window), atom, ctypes.c_long(0), ctypes.c_long(1), 0,
                                     ctypes.c_ulong(0), ctypes.byref(kind), ctypes.byref(size), ctypes.byref(count),
                                     ctypes.byref(rest), ctypes.byref(data))
    if failed or not data:
        return None
    number = data[0] if count.value else None
    xlib.XFree(data)
    return number


def list_windows(process_id):
    """Those of a program that are to be seen, the lowest first."""
    xlib, _, _, display = connect()
    found, level = [], [xlib.XDefaultRootWindow(display)]
    while level:
        level = [child for window in level for child in list_children(window)]
        for window in level:
            attributes = read_attributes(window)
            if attributes and attributes.map_state == VIEWABLE and read_number(window, "_NET_WM_PID") == process_id:
                found.append(window)
    return found


def move_window(window, x, y):
    tell("xdo_move_window", Window(window), x, y)


def resize_window(window, width, height):
    tell("xdo_set_window_size", Window(window), width, height, 0)


def activate_window(window):
    """Asks for it to be in the front, with the keyboard; a dialog in front of it comes with it, and has that."""
    tell("xdo_activate_window", Window(window))


def active_window():
    xlib, _, _, display = connect()
    return read_number(xlib.XDefaultRootWindow(display), "_NET_ACTIVE_WINDOW")
