"""The light on a picture: the soft region with its still halo, and the bright core that moves.

Light comes in steps, so that what looks the same is the same: only cells that changed are sent.
It is never on the front or the sides of the neck, the eyes or the spine.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from relax_coach.bodymap.drawing import HANDS, Row
from relax_coach.bodymap.motion import Mark, size
from relax_coach.bodymap.outline import along, bounds, distance, holds
from relax_coach.bodymap.picture import Picture
from relax_coach.bodymap.pixels import bits, centres, middle, turned

WARM, BRIGHT = 10, 6
"""Steps of the region's warmth, and of the core."""
TINT, HALO = 0.42, 0.8
"""How warm a region is, and how warm the middle of the halo."""
SOFT = 0.03
"""Over how much a region's edge fades, as a share of the picture."""
TRAIL = 5
"""Dots that show where a movement goes."""
NO_LIGHT = (0, 0, 0)

Light = tuple[int, int, int]
"""What falls on a pixel: steps of warmth, of the core, and of the breath behind the figure."""
Lit = tuple[int, int, int, Light, Light]
"""A cell, with the light on its marked pixels and on the others."""
LitRows = tuple[tuple[Lit, ...], ...]


@dataclass(frozen=True, slots=True)
class Canvas:
    """The cells a picture is shown in."""

    picture: Picture
    width: int
    """One of drawing.SIZES."""
    kind: str
    """half, sextant or braille."""

    @property
    def height(self) -> int:
        return self.width // 2

    def rows(self, pose: str) -> tuple[Row, ...]:
        rows = self.picture.drawing.rows(self.picture.view, pose, self.width, self.kind)
        return turned(rows, self.kind) if self.picture.mirrored else rows


@lru_cache(maxsize=64)
def still(canvas: Canvas, pressure: int, frame: int = 0) -> LitRows:
    """The picture with what stays: the regions, their halos, the way of a movement."""
    picture = canvas.picture
    moved = f"{picture.pose}{frame}" if frame else ""
    rows = canvas.rows(picture.pose if picture.pose in HANDS else moved)
    warm = _Warmth(picture, pressure, canvas.width)
    return tuple(
        tuple(_lit(canvas, x, y, cell, warm) for x, cell in enumerate(row))
        for y, row in enumerate(rows)
    )


def _lit(canvas: Canvas, x: int, y: int, cell: tuple[int, int, int], warm: "_Warmth") -> Lit:
    pattern, ink, ground = cell
    if not warm.near((x + 0.5) / canvas.width, (y + 0.5) / canvas.height):
        return pattern, ink, ground, NO_LIGHT, NO_LIGHT
    if canvas.kind == "braille":
        return _dotted(canvas, x, y, pattern, warm)
    if ink == ground:  # one colour: the light itself has two halves
        pattern = bits(canvas.kind)[0] if canvas.kind == "half" else 0b001111
    lights = [
        (warm.at(*_share(canvas, x, y, middle(canvas.kind, pattern, marked))), 0, 0)
        for marked in (True, False)
    ]
    return pattern, ink, ground, lights[0], lights[1]


def _dotted(canvas: Canvas, x: int, y: int, pattern: int, warm: "_Warmth") -> Lit:
    """In one colour a region is dots, every second one, and the halo all of them."""
    level = 0
    for number, (bit, centre) in enumerate(zip(bits("braille"), centres("braille"), strict=True)):
        here = warm.at(*_share(canvas, x, y, centre))
        if here >= WARM * 0.6 or (here >= WARM * 0.25 and (number // 2 + number) % 2):
            pattern |= bit
            level = max(level, here)
    return pattern, 0, 0, (level, 0, 0), NO_LIGHT


def _share(canvas: Canvas, x: int, y: int, inside: tuple[float, float]) -> tuple[float, float]:
    return (x + inside[0]) / canvas.width, (y + inside[1]) / canvas.height


class _Warmth:
    """How warm a point is: the regions, the halos around the points, the dots of the ways."""

    def __init__(self, picture: Picture, pressure: int, width: int) -> None:
        self.picture, self.width = picture, width
        self.regions = () if picture.breathes else tuple(spot.region for spot in picture.spots)
        self.points = () if picture.breathes else tuple(spot.point for spot in picture.spots)
        self.reach = 2.6 * size(pressure) + 0.6 / width
        self.deep = 0.7 + 0.05 * max(0, min(pressure, 7))
        self.dots = [
            (*along(way, (number + 0.5) / TRAIL), (0.35 + 0.16 * number) * max(0.022, 0.7 / width))
            for way in picture.ways
            for number in range(TRAIL)
        ]
        around = [(*bounds(region), SOFT + self.reach) for region in self.regions]
        around += [(x, y, x, y, 2 * radius + 1 / width) for x, y, radius in self.dots]
        self.boxes = [
            (left - by, top - by, right + by, bottom + by)
            for left, top, right, bottom, by in around
        ]

    def near(self, x: float, y: float) -> bool:
        """Whether any light may be near (x, y)."""
        return any(
            left <= x <= right and top <= y <= bottom for left, top, right, bottom in self.boxes
        )

    def at(self, x: float, y: float) -> int:
        """Steps of warmth at (x, y)."""
        tint = max(
            (_fading(distance(region, x, y) / SOFT + 0.5) for region in self.regions), default=0.0
        )
        halo = max(
            (_fading(math.dist(point, (x, y)) / self.reach) for point in self.points), default=0.0
        )
        dot = max(
            (_fading(0.5 * math.dist((dx, dy), (x, y)) / r) for dx, dy, r in self.dots), default=0.0
        )
        level = round(WARM * max(self.deep * max(TINT * tint, HALO * halo), dot))
        return level if level and is_allowed(self.picture, x, y, self.width) else 0


def _fading(share: float) -> float:
    """1 at 0, softly down to 0 at 1."""
    share = max(0.0, min(share, 1.0))
    return (1 - share) ** 2 * (1 + 2 * share)


def no_go(canvas: Canvas) -> LitRows:
    """The picture with its no-go zones marked, and nothing else: for who asks where not to press.

    Paint it with Inks whose scheme has a colour of warning as its region.
    """
    palette = canvas.picture.drawing.schemes["dark"].palette
    marked = []
    for y, row in enumerate(canvas.rows("")):
        cells: list[Lit] = []
        for x, (pattern, ink, ground) in enumerate(row):
            lights = [NO_LIGHT, NO_LIGHT]
            for side, number in enumerate((ink, ground)):
                at = _share(canvas, x, y, middle(canvas.kind, pattern, side == 0))
                body = canvas.kind == "braille" or palette[number][3]
                if body and not is_allowed(canvas.picture, *at, canvas.width):
                    lights[side] = (round(WARM * 0.7), 0, 0)
            cells.append((pattern, ink, ground, lights[0], lights[1]))
        marked.append(tuple(cells))
    return tuple(marked)


@lru_cache(maxsize=16384)
def is_allowed(picture: Picture, x: float, y: float, width: int) -> bool:
    """Whether light may be on the pixel around (x, y) of a picture `width` cells wide.

    Not where its middle is in a no-go zone, and not where two of four points around that are.
    """
    for outline in picture.no_go:
        by = 1 / 3 / width
        corners = ((x - by, y - by), (x + by, y - by), (x - by, y + by), (x + by, y + by))
        if holds(outline, x, y) or sum(holds(outline, *corner) for corner in corners) > 1:
            return False
    return True


def core(canvas: Canvas, rows: LitRows, marks: Iterable[Mark]) -> dict[tuple[int, int], Lit]:
    """The cells of `rows` that the `marks` light, by column and row."""
    changed: dict[tuple[int, int], Lit] = {}
    for mark in marks:
        radius = max(mark.radius, 0.8 / canvas.width)
        left, right = _cells(mark.x, 1.3 * radius, canvas.width)
        top, bottom = _cells(mark.y, 1.3 * radius, canvas.height)
        for y in range(top, bottom):
            for x in range(left, right):
                cell = changed.get((x, y), rows[y][x])
                lit = _brightened(canvas, x, y, cell, mark, radius)
                if lit != rows[y][x]:
                    changed[x, y] = lit
    return changed


def _cells(middle_at: float, reach: float, cells: int) -> tuple[int, int]:
    first, last = (middle_at - reach) * cells, (middle_at + reach) * cells
    return max(0, int(first)), min(cells, int(last) + 1)


def _brightened(canvas: Canvas, x: int, y: int, cell: Lit, mark: Mark, radius: float) -> Lit:
    pattern, ink, ground, on, off = cell
    if canvas.kind == "braille":
        return _starred(canvas, x, y, cell, mark, radius)
    if ink == ground and on == off:
        pattern = bits(canvas.kind)[0] if canvas.kind == "half" else 0b001111
    levels = []
    for marked, light in ((True, on), (False, off)):
        at = _share(canvas, x, y, middle(canvas.kind, pattern, marked))
        bright = _bright(canvas, mark, radius, *at)
        levels.append((light[0], max(light[1], bright), light[2]))
    return pattern, ink, ground, levels[0], levels[1]


def _starred(canvas: Canvas, x: int, y: int, cell: Lit, mark: Mark, radius: float) -> Lit:
    """In one colour the core is where all dots are set."""
    pattern, _, _, on, _ = cell
    bright = on[1]
    for bit, centre in zip(bits("braille"), centres("braille"), strict=True):
        here = _bright(canvas, mark, radius, *_share(canvas, x, y, centre))
        if here >= BRIGHT * 0.3:
            pattern |= bit
            bright = max(bright, here)
    return pattern, 0, 0, (on[0], bright, on[2]), NO_LIGHT


def _bright(canvas: Canvas, mark: Mark, radius: float, x: float, y: float) -> int:
    share = math.dist((mark.x, mark.y), (x, y)) / radius
    level = round(BRIGHT * mark.glow * min(1.0, 1.6 * _fading(share / 1.3)))
    return level if level and is_allowed(canvas.picture, x, y, canvas.width) else 0
