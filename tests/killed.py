"""A session that is killed in the middle, without a moment to say good-bye, and gone on with.

Used by tests/test_killed.py, and by bench/kills.py, which does it often.
"""

import random
import re
import signal
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pyte
from on_terminal import Program

KEYS = "seoanp m"
"""Pressed at random: longer, lighter, the other side, again, on, back, pause, mute."""
_LEFT = re.compile(r"(\d+):(\d\d) to the end")
RESUME = ("resume",)


@dataclass(frozen=True, slots=True)
class Killed:
    """What came of one round."""

    acknowledged: int
    """Events that were seen in the file before."""
    lost: int
    """Of these, those that were not there after."""
    sound: bool
    """Whether the file is whole."""
    back: int | None
    """Seconds before its place at which the session goes on; None where it does not."""
    seen: str
    """The screen on which no place was to be seen; "" where there is none."""

    @property
    def well(self) -> bool:
        """Screens count whole seconds, so each of the two may be off by one."""
        return not self.lost and self.sound and self.back is not None and -1 <= self.back <= 6


def round_of(home: Path, seed: int, longest: float = 6.0) -> Killed:
    """Begin a session in `home`, press some keys, kill it, and go on with it."""
    chance = random.Random(seed)
    with Program(home, "full") as program:
        until = time.monotonic() + chance.uniform(1, longest)
        while time.monotonic() < until:
            time.sleep(chance.uniform(0.1, 1.5))
            if chance.random() < 0.6:
                program.type(chance.choice(KEYS))
        time.sleep(chance.uniform(1, 2))  # a key is answered before, and drawn: the machine is busy
        before, place, seen = _events(home), _left(program), _screen(program)
        program.send(signal.SIGKILL)
        program.ended(5)
    # This one may write, and takes back what was written by half: who only reads cannot.
    with closing(sqlite3.connect(home / "data" / "journal.db")) as journal:
        sound = journal.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    after = _events(home)
    with Program(home, "full", command=RESUME) as program:
        gone_on = _left(program)
        seen = seen if place is None else _screen(program)
        program.type("qy")
        program.ended(5)
    back = None if place is None or gone_on is None else gone_on - place
    return Killed(len(before), len(before - after), sound, back, seen if back is None else "")


def _events(home: Path) -> set[tuple[object, ...]]:
    """What another program reads in the journal now."""
    file = home / "data" / "journal.db"
    if not file.exists():
        return set()
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=5)) as journal:
        return set(journal.execute("SELECT session, seq, kind, body FROM event"))


def _screen(program: Program) -> str:
    """What the terminal shows."""
    screen = pyte.Screen(80, 24)
    pyte.ByteStream(screen).feed(program.shown)
    return "\n".join(screen.display)


def _left(program: Program) -> int | None:
    """Seconds to the end, as the screen tells."""
    found = _LEFT.search(_screen(program))
    return int(found[1]) * 60 + int(found[2]) if found else None
