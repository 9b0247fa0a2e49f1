"""How the hands move with each technique: where the bright core of the light is at which second.

All lengths are shares of the picture's width. A function of its arguments alone: no clock is read.
"""

import math
from dataclasses import dataclass

from relax_coach.bodymap.drawing import FRAMES, Place
from relax_coach.bodymap.outline import Point, along, bounds

CIRCLE, STROKE, GLIDE, SQUEEZE, SWELL, GLOW, TAP = 2.0, 4.0, 4.0, 3.0, 4.0, 6.0, 0.5
"""Seconds for one circle, one stroke, there and back, one squeeze, one press, one glow, one tap."""
REACH = 0.034
"""How far fingers go from the point in a circle or a squeeze."""
INTO = 4.0
"""Seconds into a stretch, and half of a movement there and back."""
LET_GO = 0.35
"""What is left of the light between two presses."""
_TAPS: tuple[Point, ...] = ((-0.5, -0.3), (0.6, 0.1), (-0.1, 0.7), (0.3, -0.7), (-0.7, 0.4))


@dataclass(frozen=True, slots=True)
class Mark:
    """One bright core."""

    x: float
    y: float
    radius: float
    glow: float = 1.0
    """0 (out) to 1."""


@dataclass(frozen=True, slots=True)
class Beat:
    """Where in its work a technique is."""

    seconds: float
    """Since this work, or this press of it, began."""
    left: float = math.inf
    """Seconds until it ends."""
    state: str = "press"
    """before (the work), press, or release (the pause after a press)."""
    still: bool = False
    """Whether nothing is to move: one picture for each state."""


def size(pressure: int) -> float:
    """The radius of the core: a feather is small, a firm press large."""
    return 0.020 + 0.0035 * max(1, min(pressure, 7))


def marks(technique: str, place: Place, pressure: int, beat: Beat) -> tuple[Mark, ...]:
    """The cores of the light on `place`."""
    radius = size(pressure)
    x, y = place.point
    if beat.state == "release":
        return (Mark(x, y, radius * 0.7, LET_GO),)
    if beat.still or beat.state == "before" or technique not in _MOVES:
        return (Mark(x, y, radius),)
    return _MOVES[technique](place, radius, beat.seconds)


def _circles(place: Place, radius: float, seconds: float) -> tuple[Mark, ...]:
    x, y = place.point
    reach, turn = _reach(place), math.tau * seconds / CIRCLE
    return (Mark(x + reach * math.sin(turn), y - reach * math.cos(turn), radius),)


def _press(place: Place, radius: float, seconds: float) -> tuple[Mark, ...]:
    """Sinks in slowly and swells, as a press does that is held."""
    x, y = place.point
    sunk = eased(min(1.0, seconds / 1.2))
    swell = 0.12 * math.sin(math.tau * seconds / SWELL)
    return (Mark(x, y, radius * (0.6 + 0.4 * sunk + swell), 0.5 + 0.5 * sunk),)


def _stroke(place: Place, radius: float, seconds: float) -> tuple[Mark, ...]:
    """One way, then fading out and beginning again."""
    share = seconds % STROKE / STROKE
    x, y = along(place.way or (place.point,), eased(min(1.0, share / 0.8)))
    return (Mark(x, y, radius, min(1.0, share / 0.1, (1 - share) / 0.2)),)


def _glide(place: Place, radius: float, seconds: float) -> tuple[Mark, ...]:
    """Short and slow, there and back, around the middle of the way."""
    share = 0.5 - 0.25 * math.cos(math.tau * seconds / GLIDE)
    x, y = along(place.way or (place.point,), share)
    return (Mark(x, y, radius * 1.15),)


def _two(place: Place, radius: float, apart: float, level: bool) -> tuple[Mark, ...]:
    """Two cores `apart` from the point, on a level or across the way."""
    x, y = place.point
    dx, dy = (1.0, 0.0) if level else _across(place)
    return tuple(Mark(x + way * apart * dx, y + way * apart * dy, radius * 0.8) for way in (-1, 1))


def _knead(place: Place, radius: float, seconds: float) -> tuple[Mark, ...]:
    return _two(place, radius, _wave(seconds, SQUEEZE, 0.5, 1.5) * REACH, level=False)


def _pinch(place: Place, radius: float, seconds: float) -> tuple[Mark, ...]:
    return _two(place, radius, _wave(seconds, SQUEEZE, 0.55, 0.85) * REACH, level=False)


def _squeeze(place: Place, radius: float, seconds: float) -> tuple[Mark, ...]:
    return _two(place, radius, _wave(seconds, GLIDE, 0.7, 1.6) * REACH, level=True)


def _tap(place: Place, radius: float, seconds: float) -> tuple[Mark, ...]:
    number, share = divmod(seconds / TAP, 1.0)
    dx, dy = _TAPS[int(number) % len(_TAPS)]
    x, y, reach = *place.point, _reach(place) * 1.3
    return (Mark(x + dx * reach, y + dy * reach, radius * 0.8, 1.0 - 0.8 * share),)


def _glow(place: Place, radius: float, seconds: float) -> tuple[Mark, ...]:
    x, y = place.point
    return (Mark(x, y, radius * 1.4, _wave(seconds, GLOW, 0.45, 0.8)),)


def _tense(place: Place, radius: float, seconds: float) -> tuple[Mark, ...]:
    """Gathers strength, then is held."""
    x, y = place.point
    return (Mark(x, y, radius * 1.3, 0.3 + 0.7 * eased(min(1.0, seconds / 1.5))),)


_MOVES = {
    "small_circles": _circles,
    "static_press": _press,
    "effleurage": _stroke,
    "scalp_glide": _glide,
    "petrissage": _knead,
    "pincer": _pinch,
    "compression": _squeeze,
    "tapotement": _tap,
    "hold": _glow,
    "heat": _glow,
    "cold": _glow,
    "isometric": _tense,
}


def frame(technique: str, beat: Beat) -> int:
    """How far the head or the shoulders are in their movement, 0 to FRAMES.

    Movements go there and back; a stretch goes in, stays, and is left before it ends.
    """
    if beat.state == "before":
        return 0
    if beat.still:
        return FRAMES * (beat.state == "press")
    if beat.state == "release":
        return round(FRAMES * (1 - eased(min(1.0, 2 * beat.seconds / INTO))))
    if technique == "active_movement":
        return round(FRAMES * _wave(beat.seconds, 2 * INTO, 0.0, 1.0))
    share = min(beat.seconds / INTO, beat.left / (INTO / 2), 1.0)
    return round(FRAMES * eased(max(0.0, share)))


def eased(share: float) -> float:
    """`share` of a way (0 to 1), slow at both ends."""
    return 0.5 - 0.5 * math.cos(math.pi * share)


def _wave(seconds: float, period: float, low: float, high: float) -> float:
    """From `low` to `high` and back in `period` seconds."""
    return low + (high - low) * (0.5 - 0.5 * math.cos(math.tau * seconds / period))


def _reach(place: Place) -> float:
    """How far the fingers may go without leaving the region."""
    left, top, right, bottom = bounds(place.region)
    return min(REACH, 0.4 * (right - left), 0.4 * (bottom - top))


def _across(place: Place) -> Point:
    """The direction across the way: two fingers grip a muscle from its sides."""
    if not place.way:
        return 1.0, 0.0
    (x1, y1), (x2, y2) = place.way[0], place.way[-1]
    long = math.hypot(x2 - x1, y2 - y1) or 1.0
    return -(y2 - y1) / long, (x2 - x1) / long
