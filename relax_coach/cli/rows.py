"""Rows of pieces (core/marks.py) on standard output."""

import sys
from collections.abc import Iterable

import click

from relax_coach.cli.terminal import has_colour, width_of
from relax_coach.core.marks import ASCII, DRAWN, Marks, Row, text_of
from relax_coach.core.problem import NARROWEST

CODES = {"strong": "1", "accent": "35", "dim": "2", "track": "2", "calm": "1"}
"""How a terminal is told a look: magenta can be read on light and on dark."""
WIDEST = 120
_PLAIN = str.maketrans({"→": "->", "…": "...", "·": "-", "’": "'", "★": "*"})


def width() -> int:
    """Cells of a row."""
    return max(NARROWEST, min(WIDEST, width_of(sys.stdout)))


def marks(asked_ascii: bool) -> Marks:
    """What pictures are drawn with: ASCII where that is asked for, or nothing else can be shown."""
    return ASCII if asked_ascii or not _shows(sys.stdout.encoding, DRAWN.session) else DRAWN


def tell(rows: Iterable[Row], drawn_with: Marks) -> None:
    """Write `rows`: in colours where there are any, in ASCII alone where `drawn_with` is."""
    colour = has_colour(sys.stdout)
    lines = ("".join(_painted(*piece) for piece in row) if colour else text_of(row) for row in rows)
    told = "\n".join(lines)
    click.echo(_ascii(told) if drawn_with is ASCII else told, color=colour)


def _painted(text: str, look: str) -> str:
    code = CODES.get(look)
    return f"\x1b[{code}m{text}\x1b[0m" if code and text.strip() else text


def _ascii(text: str) -> str:
    return text.translate(_PLAIN).encode("ascii", "backslashreplace").decode("ascii")


def _shows(encoding: str | None, mark: str) -> bool:
    try:
        mark.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
