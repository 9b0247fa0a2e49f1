"""A picture in the cells of a plain terminal: half blocks in colours, or Braille without any."""

from relax_coach.bodymap.cube import nearest
from relax_coach.bodymap.inks import Colour, Inks
from relax_coach.bodymap.light import NO_LIGHT, Light, Lit
from relax_coach.bodymap.pixels import character
from relax_coach.bodymap.scene import Scene

NONE, CUBE, TRUE = 0, 256, 1 << 24
"""How many colours: none is Braille, without an escape."""
HALF_SEEN = 128
"""Alpha from which on a pixel is the figure's; below it the terminal's own ground is left alone."""
FAINT = 3
"""Steps of warmth that are not shown on that ground."""
_SHADOW: Colour = (52, 59, 102)
"""What is taken to be behind the figure: its edge is right on dark terminals and on light ones."""
_RESET = "\x1b[0m"


def mosaic(scene: Scene, width: int, colours: int) -> list[str]:
    """`scene` in rows of `width` cells (one of drawing.SIZES), half as many."""
    kind = "half" if colours else "braille"
    rows, over = scene.base(width, kind), scene.over(width, kind)
    lit = [[over.get((x, y), cell) for x, cell in enumerate(row)] for y, row in enumerate(rows)]
    if not colours:
        return ["".join(_dots(cell[0]) for cell in row) for row in lit]
    inks = Inks(scene.picture.drawing.schemes["dark"], _SHADOW, scene.picture.breathes)
    return [_coloured([_halves(inks, cell) for cell in row], colours) for row in lit]


def _dots(pattern: int) -> str:
    return character("braille", pattern) if pattern else " "


def _halves(inks: Inks, cell: Lit) -> tuple[Colour | None, Colour | None]:
    """The colours of the upper and of the lower half; None for the terminal's ground."""
    _, upper, lower, on, off = cell
    return _colour(inks, upper, on), _colour(inks, lower, off)


def _colour(inks: Inks, number: int, light: Light) -> Colour | None:
    warm, bright, _ = light
    if inks.scheme.palette[number][3] < HALF_SEEN:
        return inks.colour(number, (warm, bright, 0)) if bright or warm > FAINT else None
    return inks.colour(number, (warm, bright, 0) if warm or bright else NO_LIGHT)


def _coloured(halves: list[tuple[Colour | None, Colour | None]], colours: int) -> str:
    parts: list[str] = []
    before: tuple[Colour | None, Colour | None] = (None, None)
    for upper, lower in halves:
        mark = " "
        ink, ground = upper, lower
        if upper != lower:
            mark = "▀" if upper else "▄"
            ink, ground = (upper, lower) if upper else (lower, None)
        else:
            ink = None
        if (ink, ground) != before:
            parts.append(_RESET if before != (None, None) else "")
            parts.append(_escape(38, ink, colours) + _escape(48, ground, colours))
            before = ink, ground
        parts.append(mark)
    return "".join(parts) + (_RESET if before != (None, None) else "")


def _escape(what: int, colour: Colour | None, colours: int) -> str:
    if colour is None:
        return ""
    if colours == TRUE:
        return "\x1b[{};2;{};{};{}m".format(what, *colour)
    return f"\x1b[{what};5;{nearest(colour)}m"
