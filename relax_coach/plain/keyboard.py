"""Single keys from a terminal while lines are written; nothing where there is no terminal."""

import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from relax_coach.modes import in_front

LOOK = 0.1
"""Seconds for which a key is waited for between two looks at the session."""
NAMES = {
    "\x1b[C": "right", "\x1bOC": "right", "\x1b[D": "left", "\x1bOD": "left",
    "\x1b[6~": "pagedown", "\x1b[5~": "pageup", " ": "space", "\x1bOP": "?",
}  # fmt: skip


_KEY = re.compile(r"\x1b\[[0-9;]*[~A-Za-z]|\x1bO.|.", re.DOTALL)
"""One key: what a special key sends, or a character."""


class Keyboard:
    """Reads keys without waiting longer than asked. `live` is False without a terminal."""

    def __init__(self, stream: TextIO | None) -> None:
        self.live = is_terminal(stream)
        self._typed: list[str] = []
        """Keys that came together and are not used yet."""
        self.at_end = False
        """Whether the input has come to its end: nobody can answer any more."""
        self.stream = stream
        self.single = False
        """Whether keys are to come one by one."""

    def key(self, wait: float) -> str:
        """The next key's name within `wait` seconds, or ""."""
        if not self.live or self.stream is None or sys.platform == "win32":
            return self._windows_key(wait)
        import select

        descriptor = self.stream.fileno()
        if self.single:
            _keep_single(descriptor)
        if not self._typed and select.select([descriptor], [], [], wait)[0]:
            if self.single and not in_front(descriptor):  # it was typed for the shell
                time.sleep(wait)
                return ""
            typed = os.read(descriptor, 1024)
            self.live = bool(typed)  # nothing to read: the terminal has gone
            self._typed = _KEY.findall(typed.decode("utf-8", "ignore"))
        if not self._typed:
            return ""
        text = self._typed.pop(0)
        return NAMES.get(text, text if len(text) == 1 else "")

    def line(self) -> str:
        """One whole line, for a question; "" at the end of input."""
        typed = self.stream.readline() if self.live and self.stream else ""
        if not typed:
            self.at_end, self.live = True, False
        return typed.strip()

    def calm(self, quiet: float) -> None:
        """Pass over whole lines until none came for `quiet` seconds."""
        if sys.platform == "win32" or self.stream is None:
            return
        import select

        while self.live and select.select([self.stream.fileno()], [], [], quiet)[0]:
            self.line()

    def _windows_key(self, wait: float) -> str:
        if self.live and sys.platform == "win32":
            import msvcrt

            end = time.monotonic() + wait
            while time.monotonic() < end:
                if msvcrt.kbhit():
                    typed = msvcrt.getwch()
                    return NAMES.get(typed, typed)
                time.sleep(0.02)
            return ""
        time.sleep(wait)
        return ""


@contextmanager
def single_keys(keyboard: Keyboard) -> Iterator[None]:
    """Let keys arrive one by one and unseen inside the block; the terminal is put back after it."""
    if not keyboard.live or sys.platform == "win32" or keyboard.stream is None:
        yield
        return
    import termios
    import tty

    descriptor = keyboard.stream.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor)
        keyboard.single = True
        yield
    finally:
        keyboard.single = False
        if in_front(descriptor):  # in the background it is the shell's, and touching it stops us
            with suppress(OSError, termios.error):  # the terminal may have been closed
                termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _keep_single(descriptor: int) -> None:
    """Keys one by one again, after a shell that stopped the program took its terminal back."""
    import termios
    import tty

    with suppress(OSError, termios.error):  # the terminal may have gone
        if termios.tcgetattr(descriptor)[3] & termios.ICANON and in_front(descriptor):
            tty.setcbreak(descriptor, termios.TCSANOW)  # what was typed meanwhile stays


def is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False
