"""Which picture shows a target and side, and where in it the hands are.

One rule for the sides: left in the picture is the person's left, in every picture. From the front
that is a mirror, from behind it is as seen, and from the side it is the side that is looked at.
"""

from dataclasses import dataclass
from functools import lru_cache

from relax_coach.bodymap.drawing import Drawing, Place, Target, drawing
from relax_coach.bodymap.outline import Outline, mirrored

_NAMES = ("front", "back", "hands")
"""Where a target is looked for when no single side is meant."""

_AWAY = {"neck_side", "neck_diagonal"}
"""Stretches are named by the side that is stretched: the head goes the other way."""
_OTHER = {"left": "right", "right": "left"}


@dataclass(frozen=True, slots=True)
class Picture:
    """One view of one drawing, and what is marked in it."""

    name: str
    """Of the drawing."""
    view: str
    pose: str = ""
    """What the movement goes into; "palms" is there all the time."""
    mirrored: bool = False
    """Whether the drawing itself is turned over: from the right, or moving to the right."""
    spots: tuple[Place, ...] = ()
    """Where the hands are, as seen in the picture; for both sides two."""
    ways: tuple[Outline, ...] = ()
    """Where a movement goes."""
    breathes: bool = False
    """Whether the spot is the breath's own."""

    @property
    def drawing(self) -> Drawing:
        return drawing(self.name)

    @property
    def no_go(self) -> tuple[Outline, ...]:
        """Where no light may ever be, as seen in the picture."""
        outlines = self.drawing.no_go[self.view]
        return tuple(map(mirrored, outlines)) if self.mirrored else outlines


PERSON, PAIR = Picture("front", "bust"), Picture("partner", "pair")
PAIR_LYING = Picture("partner_lying", "pair")
"""Where nothing is to be pointed at: one alone, or two, of whom the receiver sits or lies."""


@lru_cache(maxsize=128)
def picture(target: str, side: str = "", technique: str = "") -> Picture:
    """The picture of `target` (a word of the vocabulary); PERSON where no place is meant.

    `side` is left, right, both or midline; anything else is as both.
    """
    if technique == "palming":
        return Picture("front", "head", pose="palms")
    one_side = side in ("left", "right")
    goes = _OTHER.get(side, side) if target in _AWAY else side
    for name in ("side", *_NAMES) if one_side else (*_NAMES, "side"):
        seen = drawing(name).targets.get(target)
        if seen:
            return _marked(name, seen, goes, breathes=target in ("breath", "belly"))
    return PERSON


def _marked(name: str, target: Target, side: str, breathes: bool) -> Picture:
    """The picture of `target`, marked on `side`."""
    alone = name == "side" or not target.lit
    turned = alone and side == "right"
    if target.side is None or (side == "midline" and target.middle):
        assert target.middle
        places: tuple[Place, ...] = (target.middle,)
    else:
        left, right = target.side, _turned(target.side)
        places = {"left": (left,), "right": (right,)}.get(side, (left,) if alone else (left, right))
    return Picture(
        name,
        target.view,
        target.pose,
        turned,
        places if target.lit else (),
        tuple(place.way for place in places if target.pose and place.way),
        breathes,
    )


def _turned(place: Place) -> Place:
    (point,) = mirrored((place.point,))
    return Place(mirrored(place.region), point, mirrored(place.way))
