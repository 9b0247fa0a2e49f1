"""Pictures made of characters: what they are drawn with, and rows of pieces with a look."""

import textwrap
from dataclasses import dataclass

from relax_coach.core.problem import cells

Piece = tuple[str, str]
"""Text without line breaks, and its look: strong, slate, dim, track, accent, calm, or ""."""
Row = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """Each is one cell, and of another shape: none is told by its colour alone."""

    before: str
    after: str
    same: str
    """Before and after at one place."""
    line: str
    scale: str
    session: str
    headache: str
    medicine: str
    nothing: str


DRAWN = Marks("●", "○", "◎", "━", "─", "■", "▲", "+", "·")
ASCII = Marks("x", "o", "*", "=", "-", "s", "h", "m", ".")
"""Where nothing else can be shown."""


def text_of(row: Row) -> str:
    """The row without its looks."""
    return "".join(text for text, _ in row).rstrip()


def width_of(row: Row) -> int:
    return sum(cells(text) for text, _ in row)


def wrapped(text: str, width: int, look: str = "", indent: str = "") -> tuple[Row, ...]:
    """`text` in rows of at most `width` cells."""
    if text and len(indent) + len(text) <= width:  # most are short, and there may be thousands
        return ((((indent + text), look),),)
    lines = textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent)
    return tuple(((line, look),) for line in lines)
