"""The full screen on a real terminal that is stopped, continued and closed."""

import os
import pty
import select
import signal
import sys
import termios
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from relax_coach.core.conditions import CONDITIONS
from relax_coach.store import answers

pytestmark = [
    pytest.mark.alone,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]
PLAY = ("-m", "relax_coach", "play", "desk-break", "--yes", "--output", "none")


SHELL = """
import os, signal, subprocess, sys

signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
signal.signal(signal.SIGTTOU, signal.SIG_IGN)

def in_front():
    os.tcsetpgrp(0, os.getpid())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)

job = subprocess.Popen([sys.executable, *sys.argv[1:]], process_group=0, preexec_fn=in_front)
signal.sigwait({signal.SIGUSR1})
job.send_signal(signal.SIGTSTP)
os.waitpid(job.pid, os.WUNTRACED)
os.tcsetpgrp(0, os.getpgrp())
job.send_signal(signal.SIGTERM)
job.send_signal(signal.SIGCONT)
_, status = os.waitpid(job.pid, os.WUNTRACED)
job.kill()
sys.exit("stopped" if os.WIFSTOPPED(status) else os.waitstatus_to_exitcode(status))
"""
"""One that stops its job, takes the terminal back, and then tells it to leave."""


class Terminal:
    """A program on a terminal of its own, in the middle of a session."""

    def __init__(self, ignores_hang_up: bool = False, shell: tuple[str, ...] = ()) -> None:
        self.pid, self.screen = pty.fork()
        if not self.pid:
            if ignores_hang_up:
                signal.signal(signal.SIGHUP, signal.SIG_IGN)
            termios.tcsetwinsize(0, (24, 80))
            os.environ["TERM"] = "xterm-256color"
            os.execv(sys.executable, (sys.executable, *shell, *PLAY))
        self.wait_for(b"no sound")

    def wait_for(self, words: bytes) -> None:
        shown = b""
        while words not in shown:
            assert select.select([self.screen], [], [], 20)[0], f"{words!r} never came"
            shown += os.read(self.screen, 65_536)

    def send(self, keys: str) -> None:
        os.write(self.screen, keys.encode())

    def signal(self, *numbers: int) -> None:
        for number in numbers:
            os.kill(self.pid, number)

    @property
    def threads(self) -> int:
        return len(list(Path(f"/proc/{self.pid}/task").iterdir()))

    @property
    def ended(self) -> int:
        """Waits for its exit code."""
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


@pytest.fixture(autouse=True)
def nothing_is_asked(home: Path) -> None:
    """The danger signs were denied today, and every condition."""
    today = date.today()  # noqa: DTZ011 - the day the program will see
    answers.keep_signs_clear(today)
    answers.keep_conditions(dict.fromkeys(CONDITIONS, False), today)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    terminal = Terminal()
    yield terminal
    os.close(terminal.screen)


@pytest.mark.parametrize("ignores_hang_up", [False, True])
def test_a_closed_terminal_ends_it(ignores_hang_up: bool) -> None:
    terminal = Terminal(ignores_hang_up)
    os.close(terminal.screen)
    assert terminal.ended == 129


def test_stopped_and_continued_it_has_one_reader_of_keys_and_can_be_ended(
    terminal: Terminal,
) -> None:
    threads = terminal.threads
    for _ in range(3):
        terminal.signal(signal.SIGSTOP, signal.SIGCONT)
        terminal.wait_for(b"no sound")
        assert terminal.threads == threads
    terminal.send("q")
    terminal.wait_for(b"End here?")
    terminal.send("y")
    assert terminal.ended == 3


def test_stopped_and_told_to_leave_it_does_not_ask_for_its_terminal_again() -> None:
    terminal = Terminal(shell=("-c", SHELL))
    terminal.signal(signal.SIGUSR1)
    assert terminal.ended == 143
    os.close(terminal.screen)
