"""Single keys from a real terminal."""

import os
import pty
from collections.abc import Iterator

import pytest

from relax_coach.plain.keyboard import Keyboard


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
