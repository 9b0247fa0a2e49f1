"""A picture in the cells of a plain terminal: half blocks in colours, or Braille without any."""

from relax_coach.bodymap.cube import nearest
from relax_coach.bodymap.inks import SHADOW, Colour, Inks
from relax_coach.bodymap.light import Lit
from relax_coach.bodymap.pixels import character
from relax_coach.bodymap.scene import Scene

NONE, CUBE, TRUE = 0, 256, 1 << 24
"""How many colours: none is Braille, without an escape."""
_RESET = "\x1b[0m"


def mosaic(scene: Scene, width: int, colours: int) -> list[str]:
    """`scene` in rows of `width` cells (one of drawing.SIZES), half as many."""
    kind = "half" if colours else "braille"
    rows, over = scene.base(width, kind), scene.over(width, kind)
    lit = [[over.get((x, y), cell) for x, cell in enumerate(row)] for y, row in enumerate(rows)]
    if not colours:
        return ["".join(_dots(cell[0]) for cell in row) for row in lit]
    inks = Inks(scene.picture.drawing.schemes["dark"], SHADOW, scene.picture.breathes)
    return [_coloured([_halves(inks, cell) for cell in row], colours) for row in lit]


def _dots(pattern: int) -> str:
    return character("braille", pattern) if pattern else " "


def _halves(inks: Inks, cell: Lit) -> tuple[Colour | None, Colour | None]:
    """The colours of the upper and of the lower half; None for the terminal's ground."""
    _, upper, lower, on, off = cell
    return inks.colour_on_unknown(upper, on), inks.colour_on_unknown(lower, off)


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
