"""What a program does when something happens to it: a session on a terminal of its own.

Used by tests/test_events.py, and by bench/events.py, which takes longer over it.
"""

import fcntl
import os
import pty
import re
import select
import signal
import sqlite3
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from types import TracebackType

NOTHING: Mapping[str, str] = {}
FAKETIME = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)
FACES = ("full", "lines")
"""The full screen, and plain lines with keys."""
_MODE = re.compile(rb"\x1b\[\?(\d+)([hl])|\x1b\[([<>])\d*u")
AT_REST = {b"7": True, b"25": True}
"""Modes that a terminal has from the start; it has no other."""
NAMES = {
    b"7": "no wrap", b"25": "no cursor", b"1000": "mouse", b"1003": "mouse", b"1004": "focus",
    b"1006": "mouse", b"1015": "mouse", b"1049": "other screen", b"2004": "paste", b"keys": "keys",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of an event: its row of the table."""

    code: int | None
    """The exit code; None where the session goes on."""
    left: tuple[str, ...]
    """What the terminal was left with at the end; nothing where all was put back."""
    cpu: int
    """Hundredths of a second of the processor that it took in a second after it."""
    running: tuple[int, ...]
    """Processes that it left."""
    journal: tuple[str, ...]
    """The kinds of its events in the journal, in order."""
    said: str
    """The sentence waited for, as far as it came."""


class Program:
    """`relax-coach play` with a face of FACES, in the middle of a session; gone after the block."""

    def __init__(
        self,
        home: Path,
        face: str,
        *more: str,
        output: str = "none",
        environment: Mapping[str, str] = NOTHING,
        ignores_hang_up: bool = False,
        closed_input: bool = False,
    ) -> None:
        self.home, self.face = home, face
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
            if ignores_hang_up:
                signal.signal(signal.SIGHUP, signal.SIG_IGN)
            if closed_input:
                os.close(0)

        plain = ("--plain",) if face == "lines" else ()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "relax_coach", "play", "desk-break", "--yes",
             "--from", "1", "--output", output, *plain, *more],
            stdin=self._terminal, stdout=self._terminal, stderr=self._terminal,
            start_new_session=True, preexec_fn=take,
            env=self.environment,
        )  # fmt: skip
        self.pid = self._process.pid
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> "Program":
        began = "no sound|volume" if self.face == "full" else "Step 1"
        if not self.wait_for(began, 30):
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


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens to a session, and what is to be seen then."""

    name: str
    do: Callable[[Program, float], None]
    """With the seconds it lasts, where it lasts."""
    code: int | None = None
    """The exit code; None where the session goes on."""
    says: str = ""
    """A regular expression of what it tells."""
    faces: tuple[str, ...] = FACES
    often: tuple[str, ...] = FACES
    """Those of them that are looked at in every run of the tests."""
    shown: bool = True
    """Whether there is a terminal to put back."""
    heard: bool = False
    """Whether it needs a sound server."""
    lasts: bool = False
    """Whether it lasts as long as one likes."""
    clocks: bool = False
    """Whether it needs a clock that can be set."""
    ignores_hang_up: bool = False
    closed_input: bool = False


def seen(
    event: Event,
    face: str,
    home: Path,
    lasts: float,
    looks: float = 1.0,
    sound: Mapping[str, str] = NOTHING,
) -> Seen:
    """Let `event` happen to a session for `lasts` seconds; what came of it.

    Where it goes on, its processor is looked at for `looks` seconds, and then it is told to leave.
    `sound` is the environment of a sound server, whose folder is its HOME.
    """
    environment = dict(sound)
    if event.clocks:
        (home / "clock").write_text("+0")
        environment |= {
            "LD_PRELOAD": str(FAKETIME), "FAKETIME_TIMESTAMP_FILE": str(home / "clock"),
            "FAKETIME_CACHE_DURATION": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }  # fmt: skip
    with Program(
        home, face, output="miniaudio" if sound else "none", environment=environment,
        ignores_hang_up=event.ignores_hang_up, closed_input=event.closed_input,
    ) as program:  # fmt: skip
        since = len(program.shown)
        event.do(program, lasts)
        said = ""
        if event.says:
            said = event.says if program.wait_for(event.says, 10, since) else "nothing"
        code = program.ended(10 if event.code is not None else 0.1)
        cpu = 0
        if code is None:
            before = program.ticks
            time.sleep(looks)
            cpu = round((program.ticks - before) / looks)
            program.send(signal.SIGTERM)
            program.ended(10)
        left = program.left if event.shown else ()
        return Seen(code, left, cpu, program.running, journal_of(home), said)


def journal_of(home: Path) -> tuple[str, ...]:
    """The kinds of the events in the journal of `home`, in order."""
    file = home / "data" / "journal.db"
    if not file.exists():
        return ()
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        return tuple(kind for (kind,) in database.execute("SELECT kind FROM event ORDER BY id"))


def _signal(number: int) -> Callable[[Program, float], None]:
    return lambda program, lasts: program.send(number)


def _close(program: Program, lasts: float) -> None:
    program.close_terminal()


def _unread(program: Program, lasts: float) -> None:
    """It has much to show, and nobody reads it: soon it is stuck in the middle of that."""
    program.reads = False
    until = time.monotonic() + lasts
    if program.face == "lines":
        program.type("?" * 1000)
    while time.monotonic() < until:
        program.resize(24, 80 + int(time.monotonic() * 20) % 2)
        time.sleep(0.05)


def _read_again(program: Program, lasts: float) -> None:
    _unread(program, lasts)
    program.reads = True


def _unread_and_told(program: Program, lasts: float) -> None:
    """The same, and then it is told to leave; what it left is read when it has gone."""
    _unread(program, lasts)
    program.send(signal.SIGTERM)
    program.ended(5)
    program.reads = True


def _stopped(program: Program, lasts: float) -> None:
    program.send(signal.SIGSTOP)
    time.sleep(lasts)
    program.send(signal.SIGCONT)


def _tiny(program: Program, lasts: float) -> None:
    for size in ((1, 1), (24, 80)):
        program.resize(*size)
        time.sleep(0.3)


def _clock(by: int) -> Callable[[Program, float], None]:
    """The clock on the wall is set, by seconds; the others go on."""

    def set_it(program: Program, lasts: float) -> None:
        (program.home / "clock").write_text(f"{by:+d}")
        time.sleep(1.3)  # it looks each second

    return set_it


def _kill_server(program: Program, lasts: float) -> None:
    os.kill(int(Path(program.environment["HOME"], "pid").read_text()), signal.SIGKILL)


def _nothing(program: Program, lasts: float) -> None:
    """It happened from the start."""


EVENTS = (
    *(
        Event(name, _signal(getattr(signal, name)), 128 + getattr(signal, name))
        for name in ("SIGTERM", "SIGHUP", "SIGINT")
    ),
    Event("SIGQUIT", _signal(signal.SIGQUIT), 131, often=("lines",)),
    Event("terminal closed", _close, 129, shown=False),
    Event("hang-up ignored, closed", _close, 129, shown=False, ignores_hang_up=True),
    Event("stdin closed", _nothing, faces=("lines",), closed_input=True),
    Event(
        "stdin closed, SIGTERM", _signal(signal.SIGTERM), 143, faces=("lines",), closed_input=True
    ),
    Event("output unread", _read_again, lasts=True, says="You were away", often=("full",)),
    Event("output unread, SIGTERM", _unread_and_told, 143, lasts=True, often=("full",)),
    Event("stopped", _stopped, lasts=True, says="You were away"),
    Event("clock a day forward", _clock(86_400), often=(), clocks=True),
    Event("clock a day back", _clock(-86_400), often=("lines",), clocks=True),
    Event(
        "sound server killed", _kill_server, says="sound has stopped", heard=True, often=("full",)
    ),
    Event("terminal of 1x1", _tiny, often=("full",)),
)
