"""The pictures a person points at: which places are in each, and what lies beyond it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from relax_coach.bodymap.drawing import Drawing, Place
from relax_coach.bodymap.outline import Outline, Point, holds, mirrored
from relax_coach.bodymap.picture import Picture
from relax_coach.core.vocabulary import TARGETS

WAYS: Mapping[str, Point] = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
ASIDE = 1.8
"""How much farther a step to the side is than one ahead."""
LEAST = 0.012
"""What lies less far ahead, as a share of the picture, is beside and not ahead."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a chart, on one side; `side` is "" where it lies in the middle."""

    target: str
    side: str
    place: Place

    @property
    def sides(self) -> frozenset[str]:
        """The sides on which it can be worked."""
        return TARGETS[self.target].sides


@dataclass(frozen=True, slots=True)
class Chart:
    """One view of one drawing, and the places that can be chosen in it."""

    name: str
    """In a word."""
    picture: Picture
    """Without anything lit."""
    targets: tuple[str, ...]
    beyond: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Way → the name of the chart that lies there."""

    @property
    def spots(self) -> tuple[Spot, ...]:
        return _spots(self)

    def of(self, target: str, side: str) -> tuple[Spot, ...]:
        """Where `target` is here on `side`; for anything but left and right, everywhere."""
        here = tuple(spot for spot in self.spots if spot.target == target)
        return tuple(spot for spot in here if spot.side == side) or here

    def at(self, x: float, y: float) -> Spot:
        """What (x, y) points at: the place that holds it, or else the nearest."""
        inside = [spot for spot in self.spots if holds(spot.place.region, x, y)]
        return min(inside or self.spots, key=lambda spot: math.dist(spot.place.point, (x, y)))

    def ahead(self, of: Point, way: str) -> Spot | None:
        """The nearest place from `of` on that `way`; None where there is none."""
        dx, dy = WAYS[way]
        found = []
        for spot in self.spots:
            x, y = spot.place.point[0] - of[0], spot.place.point[1] - of[1]
            far, aside = x * dx + y * dy, abs(x * dy) + abs(y * dx)
            if far > LEAST and aside < 2 * far + LEAST:
                found.append((far + ASIDE * aside, spot.target, spot))
        return min(found, key=lambda one: one[:2])[2] if found else None


_FACE = ("temple", "temporalis", "forehead", "brow", "glabella", "orbital_rim", "scalp_top",
         "ear", "masseter", "tmj")  # fmt: skip
_PROFILE = ("temple", "temporalis", "ear", "masseter", "tmj", "mastoid")
_NAPE = ("scalp_back", "mastoid", "suboccipital", "gb20_fengchi", "splenius", "neck_back")
_SHOULDERS = ("upper_trapezius", "gb21_jianjing", "levator_scapulae", "between_shoulder_blades")

CHARTS: Mapping[str, Chart] = {
    chart.name: chart
    for chart in (
        Chart("face", Picture("front", "head"), _FACE,
              {"left": "left", "right": "right", "down": "chest"}),
        Chart("left", Picture("side", "head"), _PROFILE,
              {"left": "face", "right": "neck", "down": "neck"}),
        Chart("neck", Picture("back", "nape"), _NAPE,
              {"left": "left", "right": "right", "down": "shoulders"}),
        Chart("right", Picture("side", "head", mirrored=True), _PROFILE,
              {"left": "neck", "right": "face", "down": "neck"}),
        Chart("shoulders", Picture("back", "back"), _SHOULDERS,
              {"up": "neck", "left": "chest", "right": "chest", "down": "hands"}),
        Chart("chest", Picture("front", "body"), ("chest_front", "upper_arm"),
              {"up": "face", "left": "shoulders", "right": "shoulders", "down": "hands"}),
        Chart("hands", Picture("hands", "hand"), ("li4_hegu",), {"up": "chest"}),
    )
}  # fmt: skip
"""By name, in the order in which they are turned over."""
PLACES = tuple(word for word in TARGETS if any(word in chart.targets for chart in CHARTS.values()))
"""Every place that can be chosen."""


@lru_cache(maxsize=len(CHARTS))
def _spots(chart: Chart) -> tuple[Spot, ...]:
    drawn = chart.picture.drawing
    found = []
    for word in chart.targets:
        target = drawn.targets[word]
        if target.side is None or (target.middle and "left" not in TARGETS[word].sides):
            assert target.middle
            found.append(Spot(word, "", _seen(drawn, target.view, target.middle, chart.picture)))
            continue
        place = _seen(drawn, target.view, target.side, chart.picture)
        if chart.picture.name == "side":
            found.append(Spot(word, "right" if chart.picture.mirrored else "left", place))
        else:
            found += [Spot(word, "left", place), Spot(word, "right", _turned(place))]
    return tuple(found)


def _seen(drawn: Drawing, view: str, place: Place, shown: Picture) -> Place:
    """`place`, told for `view`, as it is seen in `shown`."""
    (x, y, side), (left, top, whole) = drawn.views[view], drawn.views[shown.view]

    def moved(points: Outline) -> Outline:
        return tuple(
            ((x + side * u - left) / whole, (y + side * v - top) / whole) for u, v in points
        )

    (point,) = moved((place.point,))
    there = Place(moved(place.region), point, ())
    return _turned(there) if shown.mirrored else there


def _turned(place: Place) -> Place:
    (point,) = mirrored((place.point,))
    return Place(mirrored(place.region), point, ())
