"""The 256 colours of a terminal: 240 of them are the same on every one."""

from functools import lru_cache
from itertools import product

from relax_coach.bodymap.inks import Colour

HUE = 2.0
"""How much more or less than its lightness the hue of a colour counts."""
_LEVELS = (0, 95, 135, 175, 215, 255)
_FIXED: dict[int, Colour] = {
    **dict(enumerate(product(_LEVELS, _LEVELS, _LEVELS), 16)),
    **{232 + step: (8 + 10 * step,) * 3 for step in range(24)},
}


@lru_cache(maxsize=1024)
def nearest(colour: Colour) -> int:
    """The number of the nearest of them."""
    return min(_FIXED, key=lambda number: _apart(_FIXED[number], colour))


def on_cube(colour: Colour) -> Colour:
    """The nearest of them as red, green and blue: no library makes another one of it."""
    return _FIXED[nearest(colour)]


def _apart(one: Colour, other: Colour) -> float:
    """How far two colours are apart: a face may be a little too light, but not have patches."""
    red, green, blue = (a - b for a, b in zip(one, other, strict=True))
    light = 0.3 * red + 0.59 * green + 0.11 * blue
    return light**2 + HUE * ((red - light) ** 2 + (blue - light) ** 2)
