"""How long until something is to be seen: processor time to the first frame, beside a bare app's.

    python bench/first_frame.py [TRIES]

Each try opens, one after the other in a pty of 120x40, a Textual app of one word, home, and a
session; the figure is the median of the ratios to the bare app of the same try. The first frame
is the name of the program on its ground, what stands behind it is loaded meanwhile: home and the
session, whole, are counted too. Limit of ours for the first frame: 1.15 times the bare app. Exit 1
when it is broken. Linux only.
"""

import fcntl
import os
import pty
import select
import statistics
import struct
import sys
import tempfile
import termios
import time
from datetime import date
from pathlib import Path

from relax_coach import intake
from relax_coach.core.conditions import CONDITIONS

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self): yield Static("MARK")
Bare().run()
"""
HOME = ["-m", "relax_coach"]
SESSION = [*HOME, *"play mini-massage --yes --side left --output none --voice off".split()]  # noqa: SIM905
APPS = {
    "bare": (["-c", BARE], "MARK"),
    "first frame of home": (HOME, "Relax Coach"),
    "first frame of a session": (SESSION, "Relax Coach"),
    "home, whole": (HOME, "Where is it tight?"),
    "session, whole": (SESSION, "Targeted mini-massage"),
}
"""What is run, and a text that is seen then."""
LIMITED = ("first frame of home", "first frame of a session")
SIZE = (40, 120)
MOST, PATIENCE = 1.15, 60.0


def main() -> int:
    tries = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(
            RELAX_COACH_HOME=folder, COLORTERM="truecolor", TERM="xterm-256color",
            PYTHONPYCACHEPREFIX=folder,
        )  # fmt: skip
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ.pop("NO_COLOR", None)
        intake.keep_conditions(dict.fromkeys(CONDITIONS, False), date.today())  # noqa: DTZ011
        intake.keep_signs(frozenset(), date.today())  # noqa: DTZ011
        for told, mark in APPS.values():  # the first time what is imported is compiled
            first_frame(told, mark)
        times = [{name: first_frame(*app) for name, app in APPS.items()} for _ in range(tries)]
    broken = False
    for name in APPS:
        middle = statistics.median(one[name] for one in times)
        ratio = statistics.median(one[name] / one["bare"] for one in times)
        print(f"{name:24} {1000 * middle:4.0f} ms, {ratio:.2f} times the bare app")
        broken |= name in LIMITED and ratio > MOST
    return int(broken)


def first_frame(told: list[str], mark: str) -> float:
    """Seconds of processor time of a process until its terminal got `mark`."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(sys.executable, [sys.executable, *told])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
    try:
        seen, end = b"", time.monotonic() + PATIENCE
        while mark.encode() not in seen:
            if not select.select([terminal], [], [], end - time.monotonic())[0]:
                raise TimeoutError(f"{mark!r} was not seen")
            seen += os.read(terminal, 65_536)
        tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9
    finally:
        os.kill(pid, 9)
        os.close(terminal)
        os.waitpid(pid, 0)


if __name__ == "__main__":
    sys.exit(main())
