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

AT_ONCE = 0.2
"""Seconds within which the lines of a paste follow each other, and no typed ones do."""


def say(text: str) -> None:
    width = width_of(sys.stderr)
    for row in text.splitlines():  # one that is indented stands in columns
        told = row if row.startswith(" ") else textwrap.fill(row, width)
        click.echo(told, err=True)


def ask(question: str, words: Sequence[str]) -> str:
    """One line of standard input; with the tab key `words` are completed on a terminal.

    Raises EOFError.
    """
    say(question)
    if not is_terminal(sys.stdin):
        line = sys.stdin.readline() if sys.stdin else ""
        if not line:
            raise EOFError
        return encodable(line.rstrip("\n"))
    with suppress(ImportError):  # not on every system
        import readline

        def complete(text: str, state: int) -> str | None:
            near = [word for word in words if word.startswith(text.lower())]
            return near[state] if text and state < len(near) else None

        readline.set_completer(complete)
        readline.set_completer_delims(",\t")
        readline.parse_and_bind("tab: complete")
    return input("> ")


def is_waiting() -> bool:
    """Whether more was pasted on a terminal. Lines from a pipe are each an answer."""
    if not is_terminal(sys.stdin):
        return False
    try:
        return bool(select.select([sys.stdin], [], [], AT_ONCE)[0])
    except (OSError, ValueError):  # no such thing here
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
