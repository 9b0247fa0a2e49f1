"""What of a scene moves, as few rectangles: only these are sent again while it goes on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache, reduce

from relax_coach.bodymap.breath import STEPS
from relax_coach.bodymap.drawing import FRAMES
from relax_coach.bodymap.motion import Beat, marks
from relax_coach.bodymap.scene import Scene

GAP = 3
"""Cells that do not change between two that do, and are sent along."""
MOST, WORTH = 4, 0.85
"""Most rectangles, and the share of one around all above which it is that one."""
_LOOKS, _APART = 25, 0.25
"""How often a movement is looked at to see how far it goes, and seconds between."""


@dataclass(frozen=True, slots=True)
class Box:
    """Columns left to right, rows top to bottom; right and bottom are the first ones outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def cells(self) -> int:
        return (self.right - self.left) * (self.bottom - self.top)

    def around(self, other: "Box") -> "Box":
        """The smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@lru_cache(maxsize=32)
def boxes(
    scene: Scene, technique: str, moves: bool, breathes: bool, width: int, kind: str
) -> tuple[Box, ...]:
    """Where the picture of `scene` changes while its work goes on, whatever its marks are now.

    `moves`: the head or the shoulders do; `breathes`: a breath goes with it.
    """
    rest = replace(scene, marks=(), frame=0, full=0)
    changed: set[tuple[int, int]] = set()
    for number in range(_LOOKS):
        beat = Beat(number * _APART)
        cores = tuple(
            mark
            for spot in scene.picture.spots
            if not scene.picture.breathes
            for mark in marks(technique, spot, scene.pressure, beat)
        )
        changed |= replace(rest, marks=cores).over(width, kind).keys()
    others = [replace(rest, frame=number) for number in range(1, FRAMES + 1) if moves]
    others += [replace(rest, full=STEPS)] if breathes else []
    base = rest.base(width, kind)
    for other in others:
        rows = zip(base, other.base(width, kind), strict=True)
        for y, (before, after) in enumerate(rows):
            changed |= {(x, y) for x in range(width) if before[x] != after[x]}
    return _around(changed)


def _around(cells: Iterable[tuple[int, int]]) -> tuple[Box, ...]:
    """Few boxes around all `cells`: side by side where a row has gaps, one below the other."""
    rows: dict[int, list[int]] = {}
    for x, y in sorted(cells):
        rows.setdefault(y, []).append(x)
    found: list[Box] = []
    open_now: list[Box] = []
    for y in sorted(rows):
        runs = [Box(left, y, right, y + 1) for left, right in _runs(rows[y])]
        goes_on = len(runs) == len(open_now) and all(
            box.bottom == y and box.left < run.right and run.left < box.right
            for box, run in zip(open_now, runs, strict=True)
        )
        if goes_on:
            open_now = [box.around(run) for box, run in zip(open_now, runs, strict=True)]
        else:
            found += open_now
            open_now = runs
    found += open_now
    if not found:
        return ()
    whole = reduce(Box.around, found)
    spread = len(found) <= MOST and sum(box.cells for box in found) < WORTH * whole.cells
    return tuple(found) if spread else (whole,)


def _runs(columns: list[int]) -> list[tuple[int, int]]:
    """First and past-the-last column of each stretch of `columns` without a wide gap."""
    runs = [[columns[0], columns[0] + 1]]
    for x in columns[1:]:
        if x - runs[-1][1] > GAP:
            runs.append([x, x + 1])
        runs[-1][1] = x + 1
    return [(left, right) for left, right in runs]
