"""Questions in lines: what is asked, what is typed, and what waits to be read."""

import re
import select
import sys
import textwrap
from collections.abc import Sequence
from contextlib import suppress
from io import BufferedReader
from typing import cast

import click

from relax_coach.cli.begun import encodable
from relax_coach.cli.terminal import width_of
from relax_coach.plain.keyboard import is_terminal

AT_ONCE, SWIFT, PATIENT = 0.2, 0.02, 1.0
"""Seconds within which the lines of a paste follow each other, its letters, and more in a pipe."""
_received = bytearray()
"""What came through a pipe and was not asked for yet."""


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
        while b"\n" not in _received and _receive():
            pass
        if not _received:
            raise EOFError
        line, _, rest = _received.partition(b"\n")
        _received[:] = rest
        return _text(line)
    with suppress(ImportError):  # not on every system
        import readline

        near: list[str] = []

        def complete(text: str, state: int) -> str | None:
            if state == 0:
                near[:] = completions(text, words)
                if _is_readable(SWIFT):  # a tab that was pasted
                    near[:] = [f"{text}\t"]
            return near[state] if state < len(near) else None

        readline.set_completer(complete)
        readline.set_completer_delims(",\t")
        readline.parse_and_bind("tab: complete")
    return input("> ")


def completions(text: str, words: Sequence[str]) -> list[str]:
    """`text` with its last words completed: as many of them as begin one of `words`."""
    begun = text.lower()
    for at in (0, *(space.end() for space in re.finditer(r"\s+", begun))):
        if found := [text[:at] + word for word in words if word.startswith(begun[at:] or "\0")]:
            return found
    return []


def is_waiting() -> bool:
    """Whether more was pasted on a terminal. Lines from a pipe are each an answer."""
    return is_terminal(sys.stdin) and _is_readable(AT_ONCE)


def ahead() -> Sequence[str]:
    """The lines that came through a pipe and were not asked for yet."""
    while not is_terminal(sys.stdin) and _is_readable(PATIENT) and _receive():
        pass
    return _text(_received).splitlines()


def _receive() -> bool:
    """Wait for more of a pipe; whether there was any before its end."""
    came = cast(BufferedReader, sys.stdin.buffer).read1() if sys.stdin else b""
    _received.extend(came)
    return bool(came)


def _text(line: bytes | bytearray) -> str:
    return encodable(line.decode("utf-8", "replace").rstrip("\r"))


def _is_readable(seconds: float) -> bool:
    try:
        return bool(select.select([sys.stdin], [], [], seconds)[0])
    except (OSError, ValueError, TypeError):  # no such thing here
        return False


def drop_waiting() -> bool:
    """Whether there was more: it is for nobody, and a shell would run it."""
    was_there = bool(_received.strip())
    _received.clear()
    with suppress(ImportError, OSError):
        import termios

        while is_waiting():
            was_there = True
            termios.tcflush(sys.stdin, termios.TCIFLUSH)
    return was_there
