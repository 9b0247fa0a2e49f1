"""A breath as a soft circle: it grows on the way in, holds, and shrinks on the way out."""

import math
from functools import lru_cache

from rich.style import Style
from textual.color import Color

from relax_coach.core.timeline import Moment
from relax_coach.tui.widgets.lines import Line, Piece

LEVELS = 16
"""Shades: more of them cost more to send than they please."""
SMALLEST = 0.28
"""Radius of the empty circle, as a share of the full one."""
GLOW = 0.85
"""How bright the middle is."""
STEPS = 1.0
"""Sizes of the circle for each pixel of its radius."""
RIM = 0.25
"""The shade at which the circle ends where it has only one."""
EDGE = 3.5
"""Pixels over which the rim fades out. A pixel is half a cell."""


def fullness(moment: Moment) -> float:
    """How full the breath is, 0 to 1, eased at both ends; 0 outside a breath."""
    phase = moment.phase
    if phase is None:
        return 0.0
    share = (moment.position - phase.start) / (phase.end - phase.start)
    eased = 0.5 - 0.5 * math.cos(math.pi * share)
    if phase.name == "hold":
        return float(phase.full)
    return eased if phase.name == "in" else 1.0 - eased


def circle(full: float, width: int, height: int, colour: Color, ground: Color) -> list[Line]:
    """A filled circle in half-block cells, in the middle of `width` times `height` cells."""
    most = min(width, height * 2) / 2 - 2
    steps = max(1, round(most * STEPS))
    return _circle(round(full * steps), steps, width, height, colour, ground)


@lru_cache(maxsize=256)
def _circle(
    step: int, steps: int, width: int, height: int, colour: Color, ground: Color
) -> list[Line]:
    most = min(width, height * 2) / 2 - 2
    radius = most * (SMALLEST + (1 - SMALLEST) * step / steps)
    shades = [_shade(ground, colour, level / LEVELS).rich_color for level in range(LEVELS + 1)]
    lines = []
    for row in range(height):
        levels = [
            (
                _level(x + 0.5 - width / 2, 2 * row + 0.5 - height, radius),
                _level(x + 0.5 - width / 2, 2 * row + 1.5 - height, radius),
            )
            for x in range(width)
        ]
        pieces: list[Piece] = []
        start = 0
        for x in range(1, width + 1):
            if x == width or levels[x] != levels[start]:
                upper, lower = levels[start]
                style = Style(color=shades[upper], bgcolor=shades[lower])
                pieces.append(("▀" * (x - start), style))
                start = x
        lines.append(tuple(pieces))
    return lines


def _shade(ground: Color, colour: Color, share: float) -> Color:
    """Between the two; of a terminal's own colours, which cannot be mixed, one or the other."""
    if colour.ansi is None:
        return ground.blend(colour, share)
    return colour if share > RIM else ground


def _level(x: float, y: float, radius: float) -> int:
    """The shade of a pixel: bright in the middle, softly fading into the ground at the rim."""
    distance = math.hypot(x, y)
    inside = min(1.0, max(0.0, (radius - distance) / EDGE + 0.5))
    return round(LEVELS * inside * (GLOW - 0.4 * (distance / max(radius, 1.0)) ** 2))
