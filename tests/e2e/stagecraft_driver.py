# stagecraft_driver.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the designer and uses it as a person would: with pointer, keys and a screen reader's eyes.

Needs a display and a session bus of its own, see tests/ui/with-display. Nothing here sleeps and
hopes: every act waits for what the program says on its debug log or for what accessibility shows.
"""

import collections
import contextlib
import itertools
import os
import pathlib
import re
import shutil
import signal
import subprocess
import threading
import time

import screen
from accessible import Box, Thing, list_programs
from bus import DESIGNER_DEBUG, Gio, GLib
from waiting import TIMEOUT, Missing, wait

# Longer than GTK waits for one click more, in seconds.
DOUBLE_CLICK = 0.5
# Pixels the pointer moves before GTK takes it for a drag.
DRAG_THRESHOLD = 8

# GTK 4.8 says the first of its own window of keyboard shortcuts; the second when it maps a tooltip, on
# an event that it handles all by itself, and finds no monitor under what the tooltip is about; the others
# when a window closes between a tooltip that changes and the idle moment in which it looks at that.
TOOLKIT_NOISE = re.compile(r"GtkLabel 0x\w+ \(label\) reported min width -\d+, but sizes must be >= 0"
                           r"|gdk_monitor_get_geometry: assertion 'GDK_IS_MONITOR \(monitor\)' failed"
                           r"|(gdk_surface_get_device_position|_gtk_widget_find_at_coords): assertion "
                           r"'GDK_IS_SURFACE \(surface\)' failed")


def along(length, where):
    if isinstance(where, float):
        return int(length * where)
    return where if where >= 0 else length + where


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True).stdout


def read_zoom(program):
    return int(program.look("push button", re.compile(r"^\d+ %$")).name[:-2]) / 100


Card = collections.namedtuple("Card", "thing name states")


def read_cards(canvas):
    """The stages with their steps; their names are only what they are called."""
    def read(all_facts, role, kind):
        # One that has no name any more has just gone.
        return [(facts, Card(facts.thing, match[1], facts.states)) for facts in all_facts
                if facts.role == role and (match := re.match(rf"{kind} \d+ of \d+: (.*?), ", facts.name))]

    facts = canvas.read()
    return [(card, [row for _, row in read(found.children, "list item", "Step")])
            for found, card in read(facts.children if facts else [], "list", "Stage")]


class Log:
    """What the program prints, by the line; readable while it runs."""

    def __init__(self, stream):
        self.lines = []
        self.changed = threading.Condition()
        threading.Thread(target=self._read, args=(stream,), daemon=True).start()

    def _read(self, stream):
        for line in stream:
            with self.changed:
                self.lines.append(line.rstrip("\n"))
                self.changed.notify_all()

    def mark(self):
        return len(self.lines)

    def seen(self, pattern, since):
        return next((found for line in self.lines[since:] if (found := re.search(pattern, line))), None)

    def says(self, pattern, since):
        """For what waits for it."""
        return lambda: self.seen(pattern, since)

    def wait(self, pattern, since=0, timeout=None):
        with self.changed:
            if self.changed.wait_for(lambda: self.seen(pattern, since), timeout or TIMEOUT):
                return self.seen(pattern, since)
            raise Missing(f"the log never said {pattern!r}; it said:\n" + "\n".join(self.lines[since:][-30:]))


class Designer:
    """The running program. Use it in a with statement."""

    def __init__(self, *arguments, size=None, environment=None, prefix=(), keep_work=False):
        self.clicked = 0  # when, of time.monotonic()
        """Unsaved work of programs before this one is forgotten, unless keep_work."""
        if not keep_work:
            shutil.rmtree(pathlib.Path(os.environ["XDG_STATE_HOME"]) / "stagecraft", ignore_errors=True)
        program = os.environ["STAGECRAFT_DESIGNER"]
        surroundings = {**os.environ, "G_DEBUG": DESIGNER_DEBUG,
                        "G_MESSAGES_DEBUG": "sc-canvas sc-ui sc-session", **(environment or {})}
        # GTK 4.8 learns what is under the pointer when it moves: a click where it rested as the window
        # came up would be lost.
        self.move(0, 0)
        self.process = subprocess.Popen([*prefix, program, *map(str, arguments)], env=surroundings,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                        stdin=subprocess.DEVNULL, text=True, errors="replace")
        self.log = Log(self.process.stdout)
        self.size = size
        self.killed = False

    def __enter__(self):
        try:
            self.root = wait("the program on the accessibility bus", self._find_root)
            wait("a window that stays", self.settle)
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def settle(self):
        """Whether the window is there and has its size: the first one that is found may be on its way out."""
        try:
            self.xid = wait("a window", self._find_window)
            if self.size:
                self.resize(*self.size)
            self._still(self.rectangle, 0.1)
        except screen.Gone:
            return False
        return True

    def __exit__(self, kind, *_):
        if kind is not None:
            with contextlib.suppress(Exception):
                self.screenshot("failed")
            ended = f"# the program ended with {self.process.returncode}; " if self.process.poll() is not None else "# "
            print(f"{ended}the last it said:", *self.log.lines[-15:], sep="\n#   ", flush=True)
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if kind is None:
            self.check_log()

    def kill(self):
        """As the kernel does it: the program learns nothing of it."""
        self.killed = True
        self.process.kill()
        self.process.wait()

    def check_log(self):
        """The toolkit and the program had nothing to complain about, and it did not crash."""
        loud = [line for line in self.log.lines
                if re.search(r"-(WARNING|CRITICAL|ERROR) \*\*|Sanitizer", line) and not TOOLKIT_NOISE.search(line)]
        assert not loud, "the program complained:\n" + "\n".join(loud)
        assert self.process.returncode in (0, -signal.SIGTERM) or self.killed, f"it ended with {self.process.returncode}"

    def _find_root(self):
        assert self.process.poll() is None, ("the program ended at once, with status "
                                             f"{self.process.returncode}:\n" + "\n".join(self.log.lines))
        return next((program for program in list_programs()
                     if program.process_id == self.process.pid and program.children), None)

    def _find_window(self):
        return next(iter(self._find_windows()), None)

    def _find_windows(self):
        return [xid for xid in screen.list_windows(self.process.pid) if self._rectangle(xid).width > 50]

    def rectangle(self):
        """The window on the screen, with the frame that it draws around itself."""
        return self._rectangle(self.xid)

    @staticmethod
    def _rectangle(xid):
        return Box(*screen.rectangle(xid))

    @staticmethod
    def _still(look, pause=0.04):
        """What look() says, as soon as it says so twice."""
        last = None

        def same():
            nonlocal last
            before, last = last, look()
            return last == before and last.width > 0

        wait("something to keep still", same, step=pause)
        return last

    def resize(self, width, height):
        screen.move_window(self.xid, 0, 0)
        screen.resize_window(self.xid, width, height)
        wait(f"a window of {width}×{height}",
             lambda: self._rectangle(self.xid)[2:] == (width, height))

    def activate(self):
        """Brings the window to the front; that or a dialog of it has the keyboard then."""
        screen.activate_window(self.xid)
        wait("a window of the program to be active", lambda: screen.active_window() in self._find_windows())

    def close_window(self):
        """By its action, as its button does. With the last window the program ends, perhaps before it answers."""
        try:
            self.find("frame").act("win.close")
        except GLib.Error as error:
            if not error.matches(Gio.dbus_error_quark(), Gio.DBusError.NO_REPLY):
                raise

    @property
    def window(self):
        """The topmost window, a dialog if there is one."""
        frames = self.root.children
        return next((frame for frame in reversed(frames) if frame.is_active()), frames[-1])

    def find(self, role=None, name=None, timeout=None):
        return self.root.find(role, name, timeout)

    def look(self, role=None, name=None):
        return self.root.look(role, name)

    def gone(self, role=None, name=None):
        wait(f"no {role or 'thing'} named {getattr(name, 'pattern', name)!r}", lambda: not self.look(role, name))

    # Pointer ---------------------------------------------------------------------------------------

    def point(self, thing, across=0.5, down=0.5):
        """A place inside a thing, on the screen: parts of its size, or (whole numbers) pixels from
        its start, negative ones from its end."""
        *above, program = self.root.read().list_above(thing)
        frame, canvas = above[-1], next((found for found in above[1:] if found.matches("panel", "Flow")), None)
        xid = self.xid if frame.matches("frame", program.children[0].name) else self._window_of_other()
        scale = read_zoom(program) if canvas else 1
        outer, inner, box = self._rectangle(xid), frame.thing.box, self._still(lambda: thing.box)
        # The content begins inside the border that a window draws around itself.
        border = max(0, (outer.width - inner.width) // 2)
        # GTK scales where a thing is, but not how large it is.
        x, y = box.x + int(along(box.width, across) * scale), box.y + int(along(box.height, down) * scale)
        view = canvas.thing.box if canvas else Box(0, 0, inner.width, inner.height)
        assert view.x <= x < view.x + view.width and view.y <= y < view.y + view.height, \
            f"{thing} is out of sight, at {x}, {y}"
        return outer.x + border + x, outer.y + border + y

    def _window_of_other(self):
        others = [xid for xid in self._find_windows() if xid != self.xid]
        return others[-1] if others else self.xid

    move = staticmethod(screen.move)
    pointer = staticmethod(screen.pointer)

    def aim(self, target, *where, **named):
        """Moves to a thing, or a place on the screen, and says where that is. Looks again once there:
        what was about to move when the program was asked has moved by then."""
        if not isinstance(target, Thing):
            self.move(*target)
            time.sleep(0.03)
            return target
        spot = None

        def there():
            nonlocal spot
            before, spot = spot, self.point(target, *where, **named)
            self.move(*spot)
            return spot == before

        wait(f"{target} to keep still", there, step=0.05)
        return spot

    def click(self, target, button=1, times=1, **where):
        """target: a thing, or a place on the screen."""
        x, y = self.aim(target, **where)
        # GTK learns what is under the pointer when it moves: what has come there since is not known.
        self.move(x + 1, y)
        self.move(x, y)
        time.sleep(0.05)
        if times > 1:
            # It would count on from clicks just before: a third one is no double click.
            time.sleep(max(0, self.clicked + DOUBLE_CLICK - time.monotonic()))
        screen.click(button, times)
        self.clicked = time.monotonic()

    def grab(self, source, grip=(0.5, 0.5), timeout=None):
        """Takes hold of a thing and waits until the program drags it."""
        since = self.log.mark()
        x, y = self.aim(source, *grip)
        screen.press()
        for distance in (DRAG_THRESHOLD // 2, DRAG_THRESHOLD, DRAG_THRESHOLD + 4):
            time.sleep(0.02)
            screen.move(x + distance, y + distance)
        try:
            self.log.wait("drag-begin", since, timeout)
        except Missing:
            screen.release()
            raise
        return x, y

    def carry(self, target, over=None, said=None, **where):
        """Moves what is held over a thing or a place; over: what the program must say is there; said:
        whether what is to be heard of it has been heard."""
        x, y = self.point(target, **where) if isinstance(target, Thing) else target
        x0, y0 = self.pointer()
        for part in range(1, 7):
            screen.move(x0 + (x - x0) * part // 6, y0 + (y - y0) * part // 6)
            time.sleep(0.015)
        # One more small move, so that the target has seen one at the final place.
        screen.move(x + 1, y)
        if over:
            self.hover(f"the drag to be over {over!r}, not {self.last_over()!r}",
                       lambda: re.search(over, self.last_over()))
        if said:
            self.hover("it to be heard", said)
        time.sleep(0.05)

    def hover(self, what, condition):
        """Stays there until that is so, as still as a hand can: a drag between windows begins with the next
        move after the one that began it."""
        x, y = self.pointer()
        places = itertools.cycle((x - 1, x))

        def seen():
            screen.move(next(places), y)
            return condition()

        wait(what, seen)

    def last_over(self):
        """What the program said last of where a drop would land."""
        found = [line for line in self.log.lines if "drag-over" in line]
        return found[-1].partition("drag-over ")[2] if found else ""

    def drop(self, since=None):
        """Lets go, and says what came of it; since: a mark from when the drag could still be called off."""
        since = self.log.mark() if since is None else since
        screen.release()
        return self.log.wait(r"drop nothing|\bdrop\b|drag-cancel", since)[0]

    def drag(self, source, target, over=None, grip=(0.5, 0.5), **where):
        self.grab(source, grip)
        self.carry(target, over, **where)
        outcome = self.drop()
        assert outcome == "drop", f"dragging {source} to {target} ended with {outcome!r}"

    # The flow on the canvas ------------------------------------------------------------------------

    @property
    def canvas(self):
        return self.find("panel", "Flow")

    @property
    def zoom(self):
        return read_zoom(self.root.read())

    def fit(self):
        since = self.log.mark()
        self.click(self.find("push button", "Fit"))
        self.log.wait("zoomed", since)

    def stage(self, name):
        return self.canvas.find("list", re.compile(rf"^Stage \d+ of \d+: {re.escape(name)},"))

    def step(self, label):
        return self.canvas.find("list item", re.compile(rf"^Step \d+ of \d+: {re.escape(label)},"))

    def outline(self):
        """The stages and their steps, as assistive technology has them."""
        return {card.name: [row.name for row in rows] for card, rows in read_cards(self.canvas)}

    def await_outline(self, expected):
        try:
            wait("the canvas to show it", lambda: list(self.outline().items()) == list(expected.items()))
        except Missing:
            raise Missing(f"the canvas shows {self.outline()}, not {expected}") from None

    def edge_button(self, name):
        """The "+" on the way between two stages."""
        return self.canvas.find("push button", re.compile("^Insert a stage " + name))

    def is_modified(self):
        return "sensitive" in self.find("push button", re.compile("^_?Save")).states

    def save(self):
        self.key("ctrl+s")
        wait("everything to be saved", lambda: not self.is_modified())

    # Keys ------------------------------------------------------------------------------------------

    @staticmethod
    def key(*combinations):
        for combination in combinations:
            screen.key(combination)
            time.sleep(0.02)

    type = staticmethod(screen.type_text)

    def focused(self):
        """What has the keyboard focus now, or None."""
        facts = self.window.read()
        return next((found.thing for found in facts.walk() if "focused" in found.states), None) if facts else None

    def choose(self, item):
        """In a menu that is open, by arrows and Return."""
        def reached():
            focused = self.focused()
            if focused and focused.name == item:
                return True
            self.key("Down")
            return False

        wait(f"{item} to have the focus", reached, step=0.2)
        self.key("Return")

    # Pictures --------------------------------------------------------------------------------------

    def screenshot(self, name):
        folder = os.environ.get("STAGECRAFT_PICTURES")
        if folder:
            pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
            run("import", "-window", "root", pathlib.Path(folder) / f"{name}.png")
