"""Single keys from a terminal while lines are written; nothing where there is no terminal."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

NAMES = {
    "\x1b[C": "right", "\x1bOC": "right", "\x1b[D": "left", "\x1bOD": "left",
    "\x1b[6~": "pagedown", "\x1b[5~": "pageup", " ": "space", "\x1bOP": "?",
}  # fmt: skip


class Keyboard:
    """Reads keys without waiting longer than asked. `live` is False without a terminal."""

    def __init__(self, stream: TextIO | None) -> None:
        self.live = _is_terminal(stream)
        self.at_end = False
        """Whether the input has come to its end: nobody can answer any more."""
        self._stream = stream

    def key(self, wait: float) -> str:
        """The next key's name within `wait` seconds, or ""."""
        if not self.live or self._stream is None or sys.platform == "win32":
            return self._windows_key(wait)
        import select

        descriptor = self._stream.fileno()
        if not select.select([descriptor], [], [], wait)[0]:
            return ""
        typed = os.read(descriptor, 32)
        if not typed:  # the terminal has gone
            self.live = False
            return ""
        text = typed.decode("utf-8", "ignore")
        return NAMES.get(text, text[:1] if text[:1] != "\x1b" else "")

    def line(self) -> str:
        """One whole line, for a question; "" at the end of input."""
        typed = self._stream.readline() if self.live and self._stream else ""
        if not typed:
            self.at_end, self.live = True, False
        return typed.strip()

    def _windows_key(self, wait: float) -> str:
        import time

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
    if not keyboard.live or sys.platform == "win32" or keyboard._stream is None:
        yield
        return
    import signal
    import termios
    import tty

    descriptor = keyboard._stream.fileno()
    before = termios.tcgetattr(descriptor)
    signals = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
    handlers = {number: signal.signal(number, _leave) for number in signals}
    try:
        tty.setcbreak(descriptor)
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _leave(number: int, _frame: object) -> None:
    """A signal ends the session through the usual way out, so that the terminal is put back."""
    raise SystemExit(128 + number)


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False
