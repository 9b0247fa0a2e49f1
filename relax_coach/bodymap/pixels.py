"""The three kinds of cells: where their pixels are, how they turn over, and their characters."""

from functools import cache

from relax_coach.bodymap.drawing import Cell, Row
from relax_coach.bodymap.outline import Point

Centres = tuple[Point, ...]

_GRID = {"half": (1, 2), "sextant": (2, 3), "braille": (2, 4)}
_DOTS = (1, 8, 2, 16, 4, 32, 64, 128)
"""The bits of a Braille character, row by row."""


@cache
def bits(kind: str) -> tuple[int, ...]:
    """The bit of each pixel of a cell, row by row."""
    across, down = _GRID[kind]
    return _DOTS if kind == "braille" else tuple(1 << number for number in range(across * down))


@cache
def centres(kind: str) -> Centres:
    """The middle of each pixel, row by row, in shares of a cell."""
    across, down = _GRID[kind]
    return tuple(((x + 0.5) / across, (y + 0.5) / down) for y in range(down) for x in range(across))


@cache
def middle(kind: str, pattern: int, marked: bool) -> Point:
    """The middle of the pixels that `pattern` marks, or of the others, in shares of a cell."""
    chosen = [
        centre
        for bit, centre in zip(bits(kind), centres(kind), strict=True)
        if bool(pattern & bit) == marked
    ] or centres(kind)
    return (
        sum(x for x, _ in chosen) / len(chosen),
        sum(y for _, y in chosen) / len(chosen),
    )


def turned(rows: tuple[Row, ...], kind: str) -> tuple[Row, ...]:
    """The mirror image of `rows`."""
    return tuple(tuple(_turned(cell, kind) for cell in reversed(row)) for row in rows)


def _turned(cell: Cell, kind: str) -> Cell:
    return (_turned_pattern(kind, cell[0]), cell[1], cell[2])


@cache
def _turned_pattern(kind: str, pattern: int) -> int:
    across, _ = _GRID[kind]
    each = bits(kind)
    partner = each if across == 1 else [each[number ^ 1] for number in range(len(each))]
    return sum(there for here, there in zip(each, partner, strict=True) if pattern & here)


@cache
def others(kind: str, pattern: int) -> int:
    """The pixels that are not in `pattern`."""
    return sum(bits(kind)) - pattern


@cache
def character(kind: str, pattern: int) -> str:
    """The character that shows the pixels of `pattern`."""
    if kind == "braille":
        return chr(0x2800 + pattern)
    if kind == "half":
        return " ▀▄█"[pattern]
    whole = {0: " ", 0b010101: "▌", 0b101010: "▐", 0b111111: "█"}
    if pattern in whole:
        return whole[pattern]
    return chr(0x1FB00 + pattern - 1 - (pattern > 0b010101) - (pattern > 0b101010))
