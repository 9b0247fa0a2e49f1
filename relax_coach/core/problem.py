"""A problem of a routine file: what is wrong, where, and what to do about it."""

import unicodedata
from dataclasses import dataclass

MOST = 100
"""Problems told of one file; the rest is counted."""

TAB_WIDTH = 4
LONGEST_LINE = 160
"""Cells of a quoted source line; a longer one is cut around the place."""


@dataclass(frozen=True, slots=True)
class Place:
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
    return "".join(c if _is_plain(c) else c.encode("unicode_escape").decode("ascii") for c in text)


def cells(text: str) -> int:
    """Terminal cells that `text` takes: wide characters two, combining marks none, a tab four."""
    return sum(_cells_of(c) for c in text)


def describe(problem: Problem, path: str, source: str) -> str:
    """The problem as a compiler prints it: place, sentence, code, the line, a caret, a hint."""
    place = problem.place
    head = (
        f"{shown(path)}:{place.line}:{place.column}: "
        f"{problem.severity}: {shown(problem.message)} [{problem.code}]"
    )
    lines = [head]
    excerpt = _excerpt(source, place)
    if excerpt is not None:
        number = f"{place.line:>5} | "
        lines += [number + excerpt[0], " " * (len(number) - 2) + "| " + excerpt[1]]
    if problem.hint:
        lines.append(f"      = hint: {shown(problem.hint)}")
    return "\n".join(lines)


def _excerpt(source: str, place: Place) -> tuple[str, str] | None:
    rows = source.split("\n")
    if not 0 < place.line <= len(rows):
        return None
    row = rows[place.line - 1].rstrip("\r")
    if not row.strip():
        return None
    start = min(place.column - 1, len(row))
    skipped = max(0, start - LONGEST_LINE // 2)
    before = shown(row[skipped:start].expandtabs(1))
    width = max(1, min(place.width, len(row) - start))
    marked = _fit(row[start : start + width], LONGEST_LINE // 2)
    after = _fit(row[start + width :], max(0, LONGEST_LINE - cells(before) - cells(marked)))
    ellipsis = "…" if skipped else ""
    caret = " " * (len(ellipsis) + cells(before)) + "^" * max(1, cells(marked))
    return f"{ellipsis}{before}{marked}{after}", caret


def _fit(text: str, most: int) -> str:
    """As much of `text`, made safe to print, as fits into `most` cells."""
    out, used = [], 0
    for char in text:
        safe = shown(char.expandtabs(1))
        used += cells(safe)
        if used > most:
            break
        out.append(safe)
    return "".join(out)


def _is_plain(char: str) -> bool:
    if char in "\u200c\u200d\u200e\u200f":  # ZWNJ, ZWJ, LRM, RLM belong to honest writing
        return True
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp", "Cn"}


def _cells_of(char: str) -> int:
    if char == "\t":
        return TAB_WIDTH
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
