"""What a session costs on the screen: processor time of the screen's thread, bytes to the terminal.

    python bench/screen.py                 the usual steps, moving and with reduced motion
    python bench/screen.py ROUTINE STEP    one step of one routine

Runs the program in a pty of 120x40 without sound, for 20 s each after the step has begun. Limits
of ours, over all of the usual steps: 1.2 s of processor time a minute and 6 kB a second moving,
0.25 s and 1 kB at rest. Exit 1 when one is broken. Linux only.
"""

import fcntl
import os
import pty
import select
import shutil
import struct
import sys
import tempfile
import termios
import time
from datetime import date
from pathlib import Path
from typing import NamedTuple

from relax_coach import coach, intake
from relax_coach.core.conditions import CONDITIONS
from relax_coach.core.options import Options
from relax_coach.store import library

SIZE = (40, 120)
STEPS = (
    ("mini-massage", 2), ("desk-break", 3), ("headband", 2), ("shoulders", 5), ("jaw", 3),
    ("desk-break", 1),
)  # fmt: skip
SETTLE, LENGTH = 1.5, 20.0
LIMITS = {"moving": (1.2, 6_000.0), "at rest": (0.25, 1_000.0)}


class Cost(NamedTuple):
    """Over one minute and one second: processor time of the screen and of all, bytes."""

    screen: float
    whole: float
    sent: float


def measure(routine: str, step: int, at_rest: bool, home: Path) -> Cost:
    """Play `step` of `routine` in a pty from the beginning of its work."""
    lead = _lead(routine, step)
    environ = dict(os.environ, TERM="xterm-256color", COLORTERM="truecolor")
    environ |= {"RELAX_COACH_HOME": str(home), "RELAX_COACH_CELLS": "half"}
    environ |= {"TEXTUAL_ANIMATIONS": "none"} if at_rest else {}
    environ.pop("NO_COLOR", None)
    program = shutil.which("relax-coach", path=str(Path(sys.executable).parent)) or "relax-coach"
    told = ["play", routine, "--from", str(step), "--output", "none", "--voice", "off", "--yes"]
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(program, [program, *told], environ)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
    try:
        _read(terminal, 3.0 + lead + SETTLE)
        before, begun = _times(pid), time.monotonic()
        sent = _read(terminal, LENGTH)
        after, length = _times(pid), time.monotonic() - begun
    finally:
        os.kill(pid, 9)
        os.close(terminal)
        os.waitpid(pid, 0)
    screen, whole = (60 * (b - a) / length for a, b in zip(before, after, strict=True))
    return Cost(screen, whole, sent / length)


def _lead(routine: str, step: int) -> float:
    """Seconds from the beginning of the step to that of its work."""
    timeline = coach.timeline_of(library.find(routine), Options())
    work = next(one for one in timeline.spans if one.step == step and one.kind != "lead")
    return (work.start - timeline.step_start(step)) / 1000


def _read(terminal: int, length: float) -> int:
    """Take what the program sends for `length` seconds, as a terminal that syncs its output."""
    taken, end = 0, time.monotonic() + length
    while (left := end - time.monotonic()) > 0:
        ready, _, _ = select.select([terminal], [], [], left)
        if ready:
            data = os.read(terminal, 65_536)
            taken += len(data)
            if b"\x1b[?2026$p" in data:
                os.write(terminal, b"\x1b[?2026;2$y")
    return taken


def _times(pid: int) -> tuple[float, float]:
    """Seconds of processor time so far: of the first thread, which draws, and of all."""
    tasks = {
        task.name: int((task / "schedstat").read_text().split()[0]) / 1e9
        for task in Path(f"/proc/{pid}/task").iterdir()
    }
    return tasks[str(pid)], sum(tasks.values())


def _told(cost: Cost) -> str:
    return f"{cost.screen:5.2f} s/min ({cost.whole:.2f} with all threads), {cost.sent:6.0f} B/s"


def main() -> None:
    steps = ((sys.argv[1], int(sys.argv[2])),) if len(sys.argv) > 2 else STEPS
    broken = False
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ["RELAX_COACH_HOME"] = folder
        intake.keep_conditions(dict.fromkeys(CONDITIONS, False), date.today())  # noqa: DTZ011
        intake.keep_signs(frozenset(), date.today())  # noqa: DTZ011
        for name, (most, bound) in LIMITS.items():
            costs = []
            for routine, step in steps:
                cost = measure(routine, step, name == "at rest", home)
                costs.append(cost)
                print(f"{name:8} {routine:13} {step}  {_told(cost)}", flush=True)
            screen, whole, sent = (sum(parts) / len(costs) for parts in zip(*costs, strict=True))
            print(f"{name:8} all: {_told(Cost(screen, whole, sent))}, limits {most}, {bound}")
            broken |= screen > most or sent > bound
    sys.exit(broken)


if __name__ == "__main__":
    main()
