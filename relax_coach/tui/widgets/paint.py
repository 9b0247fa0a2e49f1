"""The cells of a picture in the colours of the theme."""

from dataclasses import dataclass, field
from functools import lru_cache

from rich.color import Color
from rich.style import Style
from textual.widget import Widget

from relax_coach.bodymap.cube import on_cube
from relax_coach.bodymap.drawing import Drawing
from relax_coach.bodymap.inks import SHADOW, Colour, Inks
from relax_coach.bodymap.light import Light, Lit
from relax_coach.bodymap.pixels import character, others
from relax_coach.tui.themes import CUBE
from relax_coach.tui.widgets.lines import Line, Piece


@dataclass(frozen=True, slots=True)
class Paint:
    """The kind of cells, and the colours on the ground that they lie on."""

    kind: str
    inks: Inks
    on_cube: bool
    """Whether there are 256 colours: each is one that the terminal has."""
    behind: Colour | None
    """The ground; None where it is the terminal's own, of which nothing is known."""
    _seen: dict[Lit, Piece] = field(default_factory=dict, repr=False, compare=False)

    def piece(self, cell: Lit) -> Piece:
        """One cell as it is shown. Few of the cells of a picture differ."""
        if cell not in self._seen:
            self._seen[cell] = self._painted(cell)
        return self._seen[cell]

    def _painted(self, cell: Lit) -> Piece:
        pattern, ink, ground, on, off = cell
        if self.kind == "braille":
            bright, warm = on[1], on[0]
            scheme = self.inks.scheme
            colour = scheme.point if bright else scheme.region if warm else None
            look = style(colour, self.behind, bold=bool(bright)) if colour else "slate"
            return character(self.kind, pattern), look
        above, below = self._colour(ink, on), self._colour(ground, off)
        if above == below or not pattern:
            return " ", style(None, below)
        if above is None:  # the ground shows through: the others are drawn
            return character(self.kind, others(self.kind, pattern)), style(below, None)
        return character(self.kind, pattern), style(above, below)

    def dot(self, ink: Colour, under: Colour) -> Style:
        """How a mark on the picture looks."""
        return style(*map(on_cube, (ink, under))) if self.on_cube else style(ink, under)

    def _colour(self, number: int, light: Light) -> Colour | None:
        colour: Colour | None = self.inks.colour(number, light)
        if self.behind is None:
            colour = self.inks.colour_on_unknown(number, light)
        if colour is None or colour == self.behind or not self.on_cube:
            return colour
        return on_cube(colour)


def paint_on(widget: Widget, drawing: Drawing, kind: str, calm: bool = False) -> Paint:
    """The colours of `drawing` on the ground of `widget`; `calm` where its light is a breath's."""
    theme = widget.app.current_theme
    name = "contrast" if "contrast" in theme.name else "dark" if theme.dark else "light"
    behind = None if theme.ansi else widget.background_colors[1].rgb
    inks = Inks(drawing.schemes[name], behind or SHADOW, calm)
    return Paint(kind, inks, widget.app.console.color_system == CUBE, behind)


def joined(pieces: list[Piece]) -> Line:
    """`pieces` with neighbours of one look in one."""
    found: list[Piece] = []
    for text, look in pieces:
        if found and found[-1][1] == look:
            found[-1] = (found[-1][0] + text, look)
        else:
            found.append((text, look))
    return tuple(found)


@lru_cache(maxsize=4096)
def style(ink: Colour | None, ground: Colour | None, bold: bool | None = None) -> Style:
    """A style of Rich for a cell; None leaves a colour as it is."""
    return Style(
        color=Color.from_rgb(*ink) if ink else None,
        bgcolor=Color.from_rgb(*ground) if ground else None,
        bold=bold,
    )
