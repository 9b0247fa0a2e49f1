"""A breath in the picture: a wide ring of light behind the figure grows with it, and the chest."""

import math
from functools import lru_cache

from relax_coach.bodymap.light import WARM, Canvas, Lit, LitRows, is_allowed, still
from relax_coach.bodymap.outline import distance
from relax_coach.bodymap.pixels import middle

STEPS = 8
"""Pictures from an empty to a full breath."""
BEHIND = 4
"""Steps of the light behind the figure."""
CENTRE = (0.5, 0.48)
SMALLEST, LARGEST, EDGE = 0.22, 0.44, 0.14
"""Radius of the ring when empty and when full, and how wide its edge is: shares of the picture."""
OPAQUE = 240
"""Alpha from which on nothing is seen through the figure."""
SHOULDERS = 0.7
"""Down to where the ring is seen: below it only the chest moves, so that little is sent."""
CHEST, SOFT = 0.75, 0.12
"""How bright a full chest is, and over how much its edge fades."""


@lru_cache(maxsize=2 * STEPS)
def breathed(canvas: Canvas, pressure: int, frame: int, full: int) -> LitRows:
    """The picture with `full` (0 to STEPS) of a breath in it."""
    rows = still(canvas, pressure, frame)
    if canvas.kind == "braille":
        return rows
    palette = canvas.picture.drawing.schemes["dark"].palette
    clear = {number for number, colour in enumerate(palette) if colour[3] < OPAQUE}
    chest = _chest(canvas)
    lit = []
    for y, row in enumerate(rows):
        v = (y + 0.5) / canvas.height
        cells: list[Lit] = []
        for x, (pattern, ink, ground, on, off) in enumerate(row):
            u = (x + 0.5) / canvas.width
            behind, warm = _ring(u, v, full), 0
            if chest:
                warm = round(WARM * CHEST * chest[y][x] * full / STEPS)
            lights = [
                (max(light[0], warm), light[1], behind if number in clear else 0)
                if (warm or behind) and _is_free(canvas, x, y, pattern, marked)
                else light
                for marked, number, light in ((True, ink, on), (False, ground, off))
            ]
            cells.append((pattern, ink, ground, lights[0], lights[1]))
        lit.append(tuple(cells))
    return tuple(lit)


@lru_cache(maxsize=4)
def _chest(canvas: Canvas) -> tuple[tuple[float, ...], ...]:
    """How far each cell is in the chest, 0 to 1, by row; empty where it is not shown."""
    if not canvas.picture.breathes:
        return ()
    region = canvas.picture.spots[0].region
    across = [(x + 0.5) / canvas.width for x in range(canvas.width)]
    down = [(y + 0.5) / canvas.height for y in range(canvas.height)]
    return tuple(
        tuple(max(0.0, min(0.5 - distance(region, u, v) / SOFT, 1.0)) for u in across) for v in down
    )


def _is_free(canvas: Canvas, x: int, y: int, pattern: int, marked: bool) -> bool:
    u, v = middle(canvas.kind, pattern, marked)
    at = (x + u) / canvas.width, (y + v) / canvas.height
    return is_allowed(canvas.picture, *at, canvas.width)


def _ring(u: float, v: float, full: int) -> int:
    """Steps of the light behind the figure at (u, v)."""
    radius = SMALLEST + (LARGEST - SMALLEST) * full / STEPS
    share = (radius - math.dist(CENTRE, (u, v))) / EDGE + 0.5
    share = min(share, (SHOULDERS - v) / EDGE)
    return round(BEHIND * max(0.0, min(share, 1.0)))
