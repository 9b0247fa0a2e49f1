"""What can happen to a session, and what is to be seen then: the rows of a table.

Used by tests/test_events.py, and by bench/events.py, which takes longer over it.
"""

import json
import os
import signal
import sqlite3
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from on_terminal import FACES, NOTHING, Program

FAKETIME = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)
BUSY = 60
"""Hundredths of a second, of a second: a session draws, and a spinning one takes them all."""


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
    """Its events in the journal: see journal_of."""
    said: str
    """The sentence waited for, as far as it came."""

    @property
    def kept(self) -> bool:
        """Whether its place was written down because it had to leave."""
        return any(one.startswith("at (") for one in self.journal)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens to a session, and what is to be seen then."""

    name: str
    do: Callable[[Program, float], None]
    """With the seconds it lasts, where it lasts."""
    code: int | None = None
    """The exit code; None where the session goes on."""
    before: Callable[[Path], object] = lambda home: None
    """What is done to its home before it begins."""
    after: Callable[[Path], object] = lambda home: None
    """What is done to its home when it is over."""
    mounts: bool = False
    """Whether a disk is mounted for it: that takes root."""
    written: bool = True
    """Whether its journal can be written."""
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
    event.before(home)
    environment = dict(sound)
    if event.clocks:
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
            since = 0 if event.do is nothing else since
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
        came = Seen(code, left, cpu, program.running, journal_of(home), said)
    event.after(home)
    return came


def journal_of(home: Path) -> tuple[str, ...]:
    """The events in the journal of `home`, in order: their kind, and why where that is told."""
    file = home / "data" / "journal.db"
    if not file.exists() or not file.stat().st_size:
        return ()
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        rows = database.execute("SELECT kind, body FROM event ORDER BY id").fetchall()
    told = ((kind, json.loads(body).get("why", "")) for kind, body in rows)
    return tuple(f"{kind} ({why})" if why else kind for kind, why in told)


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


def _clock_of(home: Path) -> None:
    (home / "clock").write_text("+0")


def _clock(by: int) -> Callable[[Program, float], None]:
    """The clock on the wall is set, by seconds; the others go on."""

    def set_it(program: Program, lasts: float) -> None:
        (program.home / "clock").write_text(f"{by:+d}")
        time.sleep(1.3)  # it looks each second

    return set_it


def _kill_server(program: Program, lasts: float) -> None:
    os.kill(int(Path(program.environment["HOME"], "pid").read_text()), signal.SIGKILL)


def nothing(program: Program, lasts: float) -> None:
    """It happened from the start."""


EVENTS = (
    *(
        Event(name, _signal(getattr(signal, name)), 128 + getattr(signal, name), often=often)
        for name, often in (("SIGTERM", FACES), ("SIGHUP", ("full",)), ("SIGINT", ("lines",)))
    ),
    Event("SIGQUIT", _signal(signal.SIGQUIT), 131, often=("lines",)),
    Event("terminal closed", _close, 129, shown=False, often=("lines",)),
    Event(
        "hang-up ignored, closed", _close, 129, shown=False, ignores_hang_up=True, often=("full",)
    ),
    Event("stdin closed", nothing, faces=("lines",), closed_input=True),
    Event(
        "stdin closed, SIGTERM", _signal(signal.SIGTERM), 143, faces=("lines",), closed_input=True
    ),
    Event("output unread", _read_again, lasts=True, says="You were away", often=("full",)),
    Event("output unread, SIGTERM", _unread_and_told, 143, lasts=True, often=("full",)),
    Event("stopped", _stopped, lasts=True, says="You were away", often=("full",)),
    Event("clock a day forward", _clock(86_400), often=(), clocks=True, before=_clock_of),
    Event("clock a day back", _clock(-86_400), often=("lines",), clocks=True, before=_clock_of),
    Event(
        "sound server killed", _kill_server, says="sound has stopped", heard=True, often=("full",)
    ),
    Event("terminal of 1x1", _tiny, often=("full",)),
)
