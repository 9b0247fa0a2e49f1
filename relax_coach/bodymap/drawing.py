"""A drawing as it ships: its pictures in cells, its colours, and where each target is.

The files in `drawn` are made from `drawings/*.svg` by tools/build_drawings.py.
"""

import json
import zlib
from base64 import b85decode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from relax_coach.bodymap.outline import Outline, Point

SIZES = (20, 24, 32, 40, 50, 60)
"""Widths in cells of the pictures there are; each is half as high as wide."""
KINDS = ("half", "sextant", "braille")
FRAMES = 4
"""Steps from the drawing itself into a pose."""
HANDS = {"palms": "head", "hand": "body"}
"""Pictures with hands drawn, and the view they are in: over the eyes, on the belly."""
_FOLDER = Path(__file__).parent / "drawn"

Cell = tuple[int, int, int]
"""Which of its pixels are marked, as bits; the number of their colour, and of that of the others.

A half block has 2 pixels, a sextant 6 (row by row), both the first in the lowest bit. Braille has
the 8 dots of its character's low byte, and no colours.
"""
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a target is in a picture."""

    region: Outline
    point: Point
    way: Outline
    """Which way a stroke or a movement goes; empty where none does."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where and how one drawing shows a target. `side` is drawn for the left side."""

    view: str
    pose: str
    """What moves in a stretch or a movement; "" where nothing does."""
    lit: bool
    """Whether hands go there: what is stretched is never lit."""
    side: Place | None
    middle: Place | None


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours for one kind of ground: red, green, blue 0 to 255; the palette with alpha."""

    palette: tuple[tuple[int, int, int, int], ...]
    region: tuple[int, int, int]
    point: tuple[int, int, int]
    calm: tuple[int, int, int]


@dataclass(frozen=True, eq=False, slots=True)
class Drawing:
    """One SVG as pictures, by view."""

    name: str
    title: str
    schemes: Mapping[str, Scheme]
    """dark, light and contrast."""
    views: Mapping[str, tuple[float, float, float]]
    """By view: its left and top, and its side, in units of the drawing."""
    targets: Mapping[str, Target]
    no_go: Mapping[str, tuple[Outline, ...]]
    """By view: the front and sides of the neck, the eyes, the spine."""
    _pictures: Mapping[str, str]

    def rows(self, view: str, pose: str, width: int, kind: str) -> tuple[Row, ...]:
        """The picture of `view` in `pose` ("" or, say, "tilt3"), `width` cells wide."""
        key = " ".join(filter(None, (view, pose, str(width), kind)))
        plane = zlib.decompress(b85decode(self._pictures[key]))
        return _DECODED[kind](plane, width)


def _half(plane: bytes, width: int) -> tuple[Row, ...]:
    lines = [plane[at : at + width] for at in range(0, len(plane), width)]
    return tuple(
        tuple((1, above, below) for above, below in zip(*two, strict=True))
        for two in zip(lines[::2], lines[1::2], strict=True)
    )


def _sextant(plane: bytes, width: int) -> tuple[Row, ...]:
    size = len(plane) // 3
    cells = list(zip(plane[:size], plane[size : 2 * size], plane[2 * size :], strict=True))
    return tuple(tuple(cells[at : at + width]) for at in range(0, size, width))


def _braille(plane: bytes, width: int) -> tuple[Row, ...]:
    cells = [(dots, 0, 0) for dots in plane]
    return tuple(tuple(cells[at : at + width]) for at in range(0, len(cells), width))


_DECODED = {"half": _half, "sextant": _sextant, "braille": _braille}


@cache
def drawing(name: str) -> Drawing:
    """The drawing `name`: "front", "back", "side" …"""
    told = json.loads((_FOLDER / f"{name}.json").read_bytes())
    return Drawing(
        name=name,
        title=told["title"],
        schemes={one: _scheme(colours) for one, colours in told["schemes"].items()},
        views={view: (x, y, side) for view, (x, y, side) in told["views"].items()},
        targets={word: _target(fields) for word, fields in told["targets"].items()},
        no_go={
            view: tuple(_outline(one) for one in outlines)
            for view, outlines in told["no_go"].items()
        },
        _pictures=told["pictures"],
    )


def _target(told: Mapping[str, Any]) -> Target:
    places = {kind: _place(told[kind]) if kind in told else None for kind in ("side", "middle")}
    return Target(told["view"], told["pose"], told["lit"], **places)


def _place(told: Mapping[str, Any]) -> Place:
    x, y = told["point"]
    return Place(_outline(told["region"]), (x, y), _outline(told.get("way", ())))


def _outline(points: Any) -> Outline:
    return tuple((x, y) for x, y in points)


def _scheme(told: Mapping[str, Any]) -> Scheme:
    palette = tuple(_bytes(one) for one in told["palette"])
    region, point, calm = (_bytes(told[light]) for light in ("region", "point", "calm"))
    return Scheme(palette, region, point, calm)


def _bytes(code: str) -> Any:
    return tuple(bytes.fromhex(code))
