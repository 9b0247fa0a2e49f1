"""Single keys from a real terminal."""

import os
import pty
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator

import pytest

from relax_coach.plain.keyboard import Keyboard

pytestmark = pytest.mark.alone


@pytest.fixture
def typed() -> Iterator[tuple[int, Keyboard]]:
    """Where a person types, and the keyboard that reads it."""
    person, terminal = pty.openpty()
    with open(terminal, closefd=False) as stream:
        import tty

        tty.setcbreak(terminal)
        yield person, Keyboard(stream)
    os.close(person)
    os.close(terminal)


def test_keys_that_come_together_are_all_used(typed: tuple[int, Keyboard]) -> None:
    person, keyboard = typed
    os.write(person, b"n\x1b[C\x1b[6~ x")
    assert [keyboard.key(1) for _ in range(5)] == ["n", "right", "pagedown", "space", "x"]
    assert keyboard.key(0) == ""


def test_without_a_terminal_there_are_no_keys() -> None:
    keyboard = Keyboard(None)
    assert (keyboard.live, keyboard.key(0), keyboard.line(), keyboard.at_end) == (
        False, "", "", True,
    )  # fmt: skip


WAIT = """
import sys
from relax_coach.plain.keyboard import Keyboard, single_keys

keyboard = Keyboard(sys.stdin)
with single_keys(keyboard):
    print("ready", flush=True)
    while not (key := keyboard.key(0.05)):
        pass
    print("got", key, flush=True)
"""


@pytest.mark.parametrize("own_terminal", [True, False])
def test_a_shell_that_took_the_terminal_back_leaves_single_keys(own_terminal: bool) -> None:
    """As after ctrl+z and fg: bash sets the terminal to lines again while the program stands."""
    person, terminal = pty.openpty()

    def take() -> None:
        if own_terminal:
            import fcntl

            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    child = subprocess.Popen(
        [sys.executable, "-c", WAIT],
        stdin=terminal,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=take,
    )
    assert child.stdout is not None and child.stdout.readline() == "ready\n"
    lines = termios.tcgetattr(terminal)
    lines[3] |= termios.ICANON
    termios.tcsetattr(terminal, termios.TCSANOW, lines)
    child.send_signal(signal.SIGCONT)
    while own_terminal and termios.tcgetattr(terminal)[3] & termios.ICANON:
        assert child.poll() is None
    os.write(person, b"x" if own_terminal else b"x\n")
    assert (child.stdout.read(), child.wait()) == ("got x\n", 0)
    os.close(person)
    os.close(terminal)


SLOW = """
import sys, time
from relax_coach.plain.keyboard import Keyboard, single_keys
from relax_coach.watchdog import Watchdog

try:
    with Watchdog(), single_keys(Keyboard(sys.stdin)):
        print("ready", flush=True)
        time.sleep(20)
finally:
    print("leaving", flush=True)
    time.sleep(0.2)  # letting a sound device go takes a moment
"""

SHELL = """
import fcntl, os, signal, subprocess, sys, termios

fcntl.ioctl(0, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGTTOU, signal.SIG_IGN)

def in_front():
    os.tcsetpgrp(0, os.getpid())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)

command = [sys.executable, "-c", sys.argv[1]]
job = subprocess.Popen(command, stdout=subprocess.PIPE, process_group=0, preexec_fn=in_front)
job.stdout.readline()
if sys.argv[2] == "background":
    os.tcsetpgrp(0, os.getpgrp())
job.terminate()
if sys.argv[2] == "front":
    job.stdout.readline()
    job.terminate()
_, status = os.waitpid(job.pid, os.WUNTRACED)
print("stopped" if os.WIFSTOPPED(status) else os.waitstatus_to_exitcode(status))
job.kill()
"""


@pytest.mark.parametrize("where", ["front", "background"])
def test_a_signal_ends_it_in_front_and_in_the_background(where: str) -> None:
    """In the background, putting the terminal back would stop it; in front a second one comes."""
    person, terminal = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-c", SHELL, SLOW, where],
        stdin=terminal, capture_output=True, text=True, start_new_session=True, timeout=30,
    )  # fmt: skip
    assert done.stdout.strip() == "143", done.stderr
    os.close(person)
    os.close(terminal)
