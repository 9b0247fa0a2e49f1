"""A problem of a routine file: what is wrong, where, and what to do about it."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

MOST = 100
"""Problems told of one file; the rest is counted."""

WIDTH = 160
"""Cells of a line where no terminal says how wide it is."""
NARROWEST = 40
TAB = " " * 4
DOTS = "..."
"""Where a quoted line is cut; in ASCII, for a single dot is wide on some terminals."""

BOLD, COLOURS = "1", {"error": "31", "warning": "35"}
"""How a terminal is told: red and magenta can be read on light and on dark."""

_UNEVEN = re.compile(
    "[\u034f\u115f\u1160\u200c-\u200f\u3164\ufe00-\ufe0f\uffa0"
    "\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]"
)
"""Joiners, marks of direction, fillers, variation selectors, flags and skin tones: one terminal
counts each code point, another the whole picture, and most are not seen at all."""
_LATER_JAMO = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff]")
"""Korean vowels and finals written apart: they take no cell beside their first letter."""


class Place(NamedTuple):
    """Where in a text something stands. Lines and columns count from 1, columns in code points."""

    line: int = 1
    column: int = 1
    width: int = 1
    """Code points to underline, at least 1."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. `code` is one of the stable codes of docs/routine-format.md."""

    code: str
    place: Place
    message: str
    hint: str = ""
    severity: str = "error"

    @property
    def order(self) -> tuple[int, int, str]:
        return (self.place.line, self.place.column, self.code)


def shown(text: str) -> str:
    """`text` with every character that could steer a terminal written as an escape.

    Foreign text (file names, keys, quoted lines) is data: it is seen, never obeyed.
    """
    if text.isascii() and text.isprintable():  # most text: nothing to look for
        return text
    return "".join(c if _is_plain(c) else _escaped(c) for c in text)


def cells(text: str) -> int:
    """Terminal cells that `text` takes: wide characters two, combining marks none."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(_cells_of(c) for c in text)


def describe(
    problem: Problem, path: str, source: str, width: int = WIDTH, colour: bool = False
) -> str:
    """The problem as a compiler prints it: place, sentence, code, the line, carets, a hint.

    The quoted line is cut to `width` cells; only with `colour` are there any escapes.
    """
    place = problem.place
    bold, tone = (BOLD, COLOURS[problem.severity]) if colour else ("", "")
    where = _painted(f"{shown(path)}:{place.line}:{place.column}:", bold)
    severity = _painted(f"{problem.severity}:", tone)
    lines = [f"{where} {severity} {shown(problem.message)} [{problem.code}]"]
    number = f"{place.line:>5} | "
    excerpt = _excerpt(source, place, max(NARROWEST, width) - len(number))
    if excerpt is not None:
        row, indent, carets = excerpt
        below = " " * (len(number) - 2) + "| " + " " * indent
        lines += [number + row, below + _painted("^" * carets, tone)]
    if problem.hint:
        lines.append(f"      = hint: {shown(problem.hint)}")
    return "\n".join(lines)


def _painted(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if code else text


def _excerpt(source: str, place: Place, room: int) -> tuple[str, int, int] | None:
    """The line of `place` in at most `room` cells, and where in it how many carets stand."""
    rows = source.split("\n", place.line)
    if len(rows) < place.line:
        return None
    row = rows[place.line - 1].rstrip("\r")
    if not row.strip():
        return None
    start = min(place.column - 1, len(row))
    room -= 2 * len(DOTS)
    needed = cells("".join(_fitting(row[start:], room)))
    before = _fitting(reversed(row[:start]), max(room // 2, room - needed))
    left = "".join(reversed(before))
    rest = _fitting(row[start:], room - cells(left))
    dots = DOTS if len(before) < start else ""
    more = DOTS if len(rest) < len(row) - start else ""
    carets = max(1, cells("".join(rest[: place.width])))
    return f"{dots}{left}{''.join(rest)}{more}", cells(dots + left), carets


def _fitting(text: Iterable[str], most: int) -> list[str]:
    """As many characters, as they are written in a quoted line, as fit into `most` cells.

    Nor more than `most` of them: marks without end fit into one cell.
    """
    fitting = []
    for char in islice(text, most):
        written = _quoted(char)
        most -= cells(written)
        if most < 0:
            break
        fitting.append(written)
    return fitting


def _quoted(char: str) -> str:
    """A character so that every terminal gives it the same cells, and none hides it."""
    if char == "\t":
        return TAB
    return _escaped(char) if _UNEVEN.match(char) else shown(char)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def _is_plain(char: str) -> bool:
    if char in "\u200c\u200d\u200e\u200f":  # ZWNJ, ZWJ, LRM, RLM belong to honest writing
        return True
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp", "Cn"}


def _cells_of(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"} or _LATER_JAMO.match(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
