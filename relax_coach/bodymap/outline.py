"""Points and outlines in a square picture: x from 0 (left) to 1 (right), y from 0 down to 1."""

import math
from itertools import pairwise

Point = tuple[float, float]
Outline = tuple[Point, ...]


def mirrored(outline: Outline) -> Outline:
    """The mirror image of `outline` about the middle of the picture."""
    return tuple((1 - x, y) for x, y in outline)


def holds(outline: Outline, x: float, y: float) -> bool:
    """Whether the point (x, y) lies inside the closed `outline`."""
    inside = False
    for (x1, y1), (x2, y2) in pairwise((*outline, outline[0])):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def distance(outline: Outline, x: float, y: float) -> float:
    """How far (x, y) is from the closed `outline`: below zero inside it."""
    nearest = min(_to_line(a, b, x, y) for a, b in pairwise((*outline, outline[0])) if a != b)
    return -nearest if holds(outline, x, y) else nearest


def _to_line(a: Point, b: Point, x: float, y: float) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    share = ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)
    share = max(0.0, min(share, 1.0))
    return math.hypot(x - a[0] - share * dx, y - a[1] - share * dy)


def along(way: Outline, share: float) -> Point:
    """The point at `share` (0 to 1) of the length of the open line `way`."""
    lengths = [math.dist(a, b) for a, b in pairwise(way)]
    left = max(0.0, min(share, 1.0)) * sum(lengths)
    for (a, b), length in zip(pairwise(way), lengths, strict=True):
        if left <= length and length:
            t = left / length
            return a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])
        left -= length
    return way[-1]


def bounds(points: Outline) -> tuple[float, float, float, float]:
    """The least and greatest x and y: left, top, right, bottom."""
    return (
        min(x for x, _ in points),
        min(y for _, y in points),
        max(x for x, _ in points),
        max(y for _, y in points),
    )
