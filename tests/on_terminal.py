"""A session on a terminal of its own, and all that is seen of it from there."""

import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread
from types import TracebackType

NOTHING: Mapping[str, str] = {}
PLAY = ("play", "desk-break", "--yes", "--from", "1")
FACES = ("full", "lines")
"""The full screen, and plain lines with keys."""
_MODE = re.compile(rb"\x1b\[\?(\d+)([hl])|\x1b\[([<>])\d*u")
AT_REST = {b"7": True, b"25": True}
"""Modes that a terminal has from the start; it has no other."""
NAMES = {
    b"7": "no wrap", b"25": "no cursor", b"1000": "mouse", b"1003": "mouse", b"1004": "focus",
    b"1006": "mouse", b"1015": "mouse", b"1049": "other screen", b"2004": "paste", b"keys": "keys",
}  # fmt: skip


class Program:
    """`relax-coach play`, or another `command`, in the middle of a session; gone after the block.

    `face`: of FACES.
    """

    def __init__(
        self,
        home: Path,
        face: str,
        *more: str,
        output: str = "none",
        environment: Mapping[str, str] = NOTHING,
        ignores_hang_up: bool = False,
        closed_input: bool = False,
        command: tuple[str, ...] = PLAY,
        begins: bool = True,
    ) -> None:
        self.home, self.face, self.begins = home, face, begins
        self.environment = {
            **os.environ,
            "RELAX_COACH_HOME": str(home),
            "TERM": "xterm-256color",
            **environment,
        }
        self.shown = b""
        self.reads = True
        self.screen, self._terminal = pty.openpty()
        termios.tcsetwinsize(self._terminal, (24, 80))
        self._before = termios.tcgetattr(self._terminal)

        def take() -> None:
            fcntl.ioctl(1, termios.TIOCSCTTY, 0)
            for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
                signal.signal(number, signal.SIG_DFL)  # whoever runs the tests may ignore it
            if ignores_hang_up:
                signal.signal(signal.SIGHUP, signal.SIG_IGN)
            if closed_input:
                os.close(0)

        plain = ("--plain",) if face == "lines" else ()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "relax_coach", *command, "--output", output, *plain, *more],
            stdin=self._terminal, stdout=self._terminal, stderr=self._terminal,
            start_new_session=True, preexec_fn=take,
            env=self.environment,
        )  # fmt: skip
        self.pid = self._process.pid
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> "Program":
        began = "no sound|volume" if self.face == "full" else "Step 1"
        if self.begins and not self.wait_for(began, 30):
            self.__exit__(None, None, None)
            raise TimeoutError("it never began")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self._process.wait()
        self.close_terminal()
        os.close(self._terminal)

    def _read(self) -> None:
        with suppress(OSError, ValueError):  # it was closed
            while True:
                if not self.reads:
                    time.sleep(0.05)
                elif select.select([self.screen], [], [], 0.05)[0]:
                    self.shown += os.read(self.screen, 65_536)

    def wait_for(self, words: str, within: float = 10.0, since: int = 0) -> bool:
        """Whether `words`, a regular expression, were shown in time."""
        until = time.monotonic() + within
        pattern = re.compile(words.encode())
        while not (found := pattern.search(self.shown, since)) and time.monotonic() < until:
            time.sleep(0.02)
        return bool(found)

    def send(self, *numbers: int) -> None:
        for number in numbers:
            os.kill(self.pid, number)

    def type(self, keys: str) -> None:
        os.write(self.screen, keys.encode())

    def resize(self, rows: int, columns: int) -> None:
        termios.tcsetwinsize(self._terminal, (rows, columns))

    def close_terminal(self) -> None:
        if self.screen >= 0:
            self.reads = False  # the reader lets go of it first
            time.sleep(0.1)
            os.close(self.screen)
            self.screen = -1

    def ended(self, within: float) -> int | None:
        """The exit code; None where it is still there after so many seconds."""
        try:
            return self._process.wait(within)
        except subprocess.TimeoutExpired:
            return None

    @property
    def left(self) -> tuple[str, ...]:
        """What of the terminal is not as it was before the program."""
        time.sleep(0.1)  # for the reader to read the last of it
        modes = dict(AT_REST)
        for number, turned, keys in _MODE.findall(self.shown):
            modes[number or b"keys"] = turned == b"h" or keys == b">"
        left = {NAMES.get(one, one.decode()) for one, on in modes.items()
                if on != AT_REST.get(one, False)}  # fmt: skip
        if self.screen >= 0 and termios.tcgetattr(self._terminal) != self._before:
            left.add("raw")
        return tuple(sorted(left))

    @property
    def ticks(self) -> int:
        """Of the processor that it took so far, in hundredths of a second."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    @property
    def running(self) -> tuple[int, ...]:
        """The processes of its session."""
        found = []
        for one in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                fields = one.read_text().rpartition(")")[2].split()
                if int(fields[3]) == self.pid and fields[0] != "Z":
                    found.append(int(one.parent.name))
        return tuple(found)
