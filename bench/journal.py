"""What a full journal costs: 5,000 sessions, 200,000 events, against an empty one.

    python bench/journal.py [SESSIONS]

Processor time of whole commands, full and empty in turn: the least of each, and the middle of what
the full one took more. The last is home: opened on a terminal, left alone for a few seconds, ended.
"""

import os
import pty
import random
import resource
import select
import statistics
import subprocess
import sys
import tempfile
import termios
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from relax_coach.core.record import Event
from relax_coach.store import library, soundness

AFTER_A_SESSION = "start after a session"
"""The file is looked through; of the others it was since it was written."""
COMMANDS = (
    (AFTER_A_SESSION, ("journal", "--since", "1d")),
    ("start", ("journal", "--since", "1d")),
    ("list", ("journal",)),
    ("stats", ("journal", "--stats")),
    ("json", ("journal", "--json")),
    ("suggest", ("suggest", "neck", "4m")),
    ("home", ()),
)
RUNS = 7
EACH = 40
"""Events of a session."""
STAYS = 5.0
"""Seconds for which home is open."""
SPOTS = ("temple", "suboccipital", "masseter", "upper_trapezius", "forehead", "neck_back", "")


def fill(home: Path, sessions: int) -> None:
    """A journal of `sessions`, over the years before now."""
    os.environ["RELAX_COACH_HOME"] = str(home)
    from relax_coach.store.journal import Journal, new_id

    routines = [entry.name for entry in library.entries()]
    random.seed(1)
    now = datetime.now(UTC)
    with Journal.write() as journal:
        for number in range(sessions):
            start = now - timedelta(hours=7 * (sessions - number))
            routine, spot = random.choice(routines), random.choice(SPOTS)
            pain = random.randint(2, 9)
            told: list[tuple[str, dict[str, object]]] = [
                ("begin", {"routine": routine, "title": routine, "planned_ms": 240_000,
                           "side": random.choice(("left", "right", "")), "spot": spot,
                           "time_zone": "+01:00", "program_version": "0.1.0"}),
                ("before", {"pain": pain, "tightness": random.randint(0, 9), "stress": 5}),
                *(("at", {"position": 3_000 * at, "done_ms": 3_000 * at, "step": at // 6,
                          "title": "Knead your neck", "worked": {"neck_back/left": 3_000 * at}})
                  for at in range(EACH - 4)),
                ("end", {"ended": "finished", "done_ms": 240_000}),
                ("after", {"pain": max(0, pain - random.randint(-1, 4)), "overall": "better"}),
            ]  # fmt: skip
            name = new_id(start)
            journal.append(
                Event(name, seq, kind, body, start + timedelta(seconds=seq), seq)
                for seq, (kind, body) in enumerate(told, 1)
            )


def cost(home: Path, command: tuple[str, ...]) -> float:
    """Processor time of one run of `command`, in ms; of home for none."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "RELAX_COACH_HOME": str(home), "TERM": "xterm-256color"}
    # As it is used: compiled at the first run, not at each.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(home.with_name("compiled"))
    if command:
        subprocess.run(
            (sys.executable, "-m", "relax_coach", *command), env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
        )  # fmt: skip
    else:
        visit(environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def visit(environment: dict[str, str]) -> None:
    """Open home on a terminal, and leave it by its key."""
    outside, inside = pty.openpty()
    termios.tcsetwinsize(inside, (40, 120))
    program = subprocess.Popen(
        (sys.executable, "-m", "relax_coach"), env=environment,
        stdin=inside, stdout=inside, stderr=inside, start_new_session=True,
    )  # fmt: skip
    os.close(inside)
    until = time.monotonic() + STAYS
    with suppress(OSError):  # the other end is gone: it has ended
        while program.poll() is None:
            if select.select([outside], [], [], 0.1)[0]:
                os.read(outside, 65_536)
            if time.monotonic() > until:
                os.write(outside, b"q")
                until += STAYS
    program.wait()
    os.close(outside)


def main() -> None:
    sessions = int(sys.argv[1]) if sys.argv[1:] else 5_000
    with tempfile.TemporaryDirectory() as folder:
        full, empty = Path(folder) / "full", Path(folder) / "empty"
        fill(full, sessions)
        size = (full / "data" / "journal.db").stat().st_size
        print(f"{sessions:,} sessions, {sessions * EACH:,} events, {size / 1e6:.1f} MB")
        for name, command in COMMANDS:
            cost(full, command)
            pairs = []
            for _ in range(RUNS):
                if name == AFTER_A_SESSION:
                    (full / "cache" / soundness.FILE).unlink(missing_ok=True)
                pairs.append((cost(full, command), cost(empty, command)))
            least, none = (min(one) for one in zip(*pairs, strict=True))
            more = statistics.median(one - other for one, other in pairs)
            print(f"{name:21} full {least:6.0f} ms, empty {none:6.0f} ms, more {more:5.0f} ms")


if __name__ == "__main__":
    main()
