"""Where a person points on the charts: a place and its side, and how keys and clicks move it."""

from dataclasses import dataclass, replace

from relax_coach.bodymap.chart import CHARTS, PLACES, WAYS, Chart, Spot
from relax_coach.bodymap.drawing import Place
from relax_coach.bodymap.picture import Picture
from relax_coach.core.vocabulary import DEFAULT_SPOT, TARGETS

FIRST = CHARTS["face"]


@dataclass(frozen=True, slots=True)
class Pointer:
    """A chart, and a spot on it; without a spot nothing is chosen yet."""

    chart: Chart = FIRST
    spot: Spot | None = None
    one_sided: bool = False
    """Whether only the side of the spot is meant; else both, where there are two."""

    @property
    def target(self) -> str:
        """The word of the place; "" where none is chosen."""
        return self.spot.target if self.spot else ""

    @property
    def side(self) -> str:
        """left, right, both, each (one after the other), midline, or "" where none is chosen."""
        if self.spot is None:
            return ""
        sides = self.spot.sides
        if self.one_sided and self.spot.side in sides:
            return self.spot.side
        return next((side for side in ("both", "midline") if side in sides), "each")

    @property
    def name(self) -> str:
        """The place and its side in words: "left temple"; "" where none is chosen."""
        if self.spot is None:
            return ""
        name, sided = TARGETS[self.target].name, "left" in self.spot.sides
        if self.side in ("left", "right"):
            return f"{self.side} {name}"
        both = "both sides" if self.side == "both" else "one side, then the other"
        return f"{name}, {both}" if sided else name

    @property
    def spots(self) -> tuple[Place, ...]:
        """What is to be lit."""
        if self.spot is None:
            return ()
        return tuple(spot.place for spot in self.chart.of(self.target, self.side))

    @property
    def picture(self) -> Picture:
        """The chart with what is chosen lit."""
        return replace(self.chart.picture, spots=self.spots)

    def moved(self, way: str) -> "Pointer":
        """To the nearest place in the direction `way`, or over the edge to the next chart."""
        if self.spot is None:
            return self._to(self.chart, self._first)
        x, y = self.spot.place.point
        ahead = self.chart.ahead((x, y), way)
        if ahead is not None:
            return replace(self, spot=ahead)
        beyond = self.chart.beyond.get(way)
        if beyond is None:
            return self
        chart, (dx, dy) = CHARTS[beyond], WAYS[way]
        same = self._same(chart)
        # From the other edge inward: what is met first.
        return self._to(chart, same or chart.at(0.5 - dx if dx else x, 0.5 - dy if dy else y))

    def at(self, x: float, y: float) -> "Pointer":
        """To what (x, y) of the picture points at. Again there: that side alone, then both."""
        spot = self.chart.at(x, y)
        if spot != self.spot:
            return replace(self, spot=spot)
        return replace(self, one_sided=not self.one_sided and spot.side in spot.sides)

    def turned(self, name: str = "") -> "Pointer":
        """To the chart `name`, or to the next one; with the place, where it is seen there too."""
        order = list(CHARTS)
        after = order[(order.index(self.chart.name) + 1) % len(order)]
        chart = CHARTS[name or after]
        return self._to(chart, self._same(chart))

    def other_side(self) -> "Pointer":
        """From both sides to the left one, from there to the right one, from there to both."""
        if self.spot is None or "left" not in self.spot.sides:
            return self
        if self.side == "right":
            return replace(self, one_sided=False)
        side = "right" if self.side == "left" else "left"
        chart = self.chart
        if chart.picture.name == "side":  # where only one side is seen
            chart = CHARTS[side]
        spot = chart.of(self.target, side)[0]
        return Pointer(chart, spot, one_sided=True)

    def jumped(self, letter: str) -> "Pointer":
        """To a place whose name begins with `letter`: one on this chart; again, to the next."""
        named = [word for word in PLACES if TARGETS[word].name.startswith(letter.lower())]
        if self.target in named:
            here = named.index(self.target)
            order = [*named[here + 1 :], *named[: here + 1]]
        else:
            order = sorted(named, key=lambda word: word not in self.chart.targets)
        if not order:
            return self
        charts = (self.chart, *CHARTS.values())
        chart = next(chart for chart in charts if order[0] in chart.targets)
        side = self.spot.side if self.spot else "left"
        return self._to(chart, chart.of(order[0], side)[0])

    def listed(self, by: int) -> "Pointer":
        """So many places on in the order of the charts, for who sees no drawing."""
        if self.spot is None:
            return self._to(self.chart, self._first)
        words = list(PLACES)
        return pointing(words[(words.index(self.target) + by) % len(words)], self.side)

    def nowhere(self) -> "Pointer":
        """The same chart, and nothing chosen."""
        return Pointer(self.chart)

    @property
    def _first(self) -> Spot:
        """What is chosen first: the temple, where it is seen."""
        return next(iter(self.chart.of(DEFAULT_SPOT, "left")), self.chart.spots[0])

    def _same(self, chart: Chart) -> Spot | None:
        """The chosen place on `chart`, if possible on its side."""
        side = self.spot.side if self.spot else ""
        return next(iter(chart.of(self.target, side)), None)

    def _to(self, chart: Chart, spot: Spot | None) -> "Pointer":
        return replace(self, chart=chart, spot=spot)


NOWHERE = Pointer()


def pointing(target: str, side: str = "") -> Pointer:
    """At `target` on `side`, as they are named on a command line; nowhere where it is not drawn."""
    drawn = [(chart, spot) for chart in CHARTS.values() for spot in chart.spots]
    here = [one for one in drawn if one[1].target == target]
    chart, spot = min(here, key=lambda one: one[1].side != side, default=(FIRST, None))
    return Pointer(chart, spot, one_sided=side in ("left", "right"))
