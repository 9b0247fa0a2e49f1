"""Questions in lines: what is asked, what is typed, and what waits to be read."""

import select
import sys
import textwrap
from collections.abc import Sequence
from contextlib import suppress

import click

from relax_coach.cli.begun import encodable
from relax_coach.cli.terminal import width_of
from relax_coach.plain.keyboard import is_terminal

AT_ONCE, SWIFT = 0.2, 0.02
"""Seconds within which the lines of a paste follow each other, and its letters."""
_ahead: list[str] = []
"""Of a pipe: what was read to see whether a sheet goes on."""


def say(text: str) -> None:
    width = width_of(sys.stderr)
    for row in text.splitlines():
        indent = "    " if row.startswith(" ") else ""
        click.echo(textwrap.fill(row, width, subsequent_indent=indent), err=True)


def ask(question: str, words: Sequence[str]) -> str:
    """One line of standard input; with the tab key `words` are completed on a terminal.

    Raises EOFError.
    """
    say(question)
    if not is_terminal(sys.stdin):
        if _ahead:
            return _ahead.pop(0)
        line = sys.stdin.readline() if sys.stdin else ""
        if not line:
            raise EOFError
        return encodable(line.rstrip("\n"))
    with suppress(ImportError):  # not on every system
        import readline

        def complete(text: str, state: int) -> str | None:
            if _is_readable(SWIFT):  # a tab that was pasted
                return f"{text}\t" if state == 0 else None
            near = [word for word in words if word.startswith(text.lower())]
            return near[state] if text and state < len(near) else None

        readline.set_completer(complete)
        readline.set_completer_delims(",\t")
        readline.parse_and_bind("tab: complete")
    return input("> ")


def is_waiting() -> bool:
    """Whether more was pasted on a terminal. Lines from a pipe are each an answer."""
    return is_terminal(sys.stdin) and _is_readable(AT_ONCE)


def ahead() -> Sequence[str]:
    """The lines of a pipe that nothing was asked for yet, where it was closed behind them."""
    if not is_terminal(sys.stdin) and _is_readable(0):
        _ahead.extend(encodable(sys.stdin.read()).splitlines())
    return tuple(_ahead)


def _is_readable(seconds: float) -> bool:
    try:
        return bool(select.select([sys.stdin], [], [], seconds)[0])
    except (OSError, ValueError, TypeError):  # no such thing here
        return False


def drop_waiting() -> bool:
    """Whether there was more: it is for nobody, and a shell would run it."""
    was_there = False
    with suppress(ImportError, OSError):
        import termios

        while is_waiting():
            was_there = True
            termios.tcflush(sys.stdin, termios.TCIFLUSH)
    return was_there
