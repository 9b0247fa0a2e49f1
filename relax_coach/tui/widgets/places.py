"""The drawing to point at: every place a dot, the chosen one lit; or where never to press."""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.message import Message
from textual.reactive import var

from relax_coach.bodymap.breath import OPAQUE
from relax_coach.bodymap.chart import WAYS
from relax_coach.bodymap.inks import blended
from relax_coach.bodymap.light import LitRows
from relax_coach.bodymap.motion import Mark, size
from relax_coach.bodymap.outline import holds
from relax_coach.bodymap.picture import Picture
from relax_coach.bodymap.pointer import Pointer
from relax_coach.bodymap.scene import Scene
from relax_coach.tui.cells import cells_kind
from relax_coach.tui.widgets.drawing import fitting
from relax_coach.tui.widgets.lines import Line, Lines, Piece
from relax_coach.tui.widgets.paint import Paint, joined, paint_on

PRESSURE = 4
"""As of a hand that is asked to be moderate: how far the light goes."""
DOT, NEVER = "•", "╱"
_INSIDE = (1 / 6, 1 / 2, 5 / 6)


class Places(Lines):
    """A function of the pointer; keys and clicks move it, and `Pointed` tells of that."""

    can_focus = True
    DEFAULT_CSS = """
    Places { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(way, f"move('{way}')", show=False) for way in WAYS
    ]

    pointer: var[Pointer] = var(Pointer())
    never: var[bool] = var(False)
    """Whether it is shown where never to press."""

    class Pointed(Message):
        """Another place, side or chart."""

    class Shown(Message):
        """It is on the screen, in another size than before."""

    @cached_property
    def _kind(self) -> str:
        return cells_kind(self.app.console.color_system)

    def on_resize(self, event: Resize) -> None:
        self.call_after_refresh(self.post_message, self.Shown())

    def notify_style_update(self) -> None:
        """The colours of another theme, as soon as all have them."""
        super().notify_style_update()
        self.call_later(self.draw)

    def watch_pointer(self) -> None:
        self.draw()
        self.post_message(self.Pointed())

    def watch_never(self) -> None:
        self.draw()

    def action_move(self, way: str) -> None:
        self.pointer = self.pointer.moved(way)

    def on_click(self, event: Click) -> None:
        across = fitting(*self.size)
        x, y = event.x - (self.size.width - across) // 2, event.y
        if 0 <= x < across and 0 <= y < across // 2:
            self.pointer = self.pointer.at((x + 0.5) / across, (y + 0.5) / (across // 2))

    def lines(self, width: int, height: int) -> list[Line]:
        across = fitting(width, height)
        if not across:
            return []
        seen = self.pointer.picture
        cores = tuple(Mark(*spot.point, size(PRESSURE)) for spot in seen.spots)
        shown = Scene(seen, PRESSURE if cores else 0, cores)
        rows, over = shown.base(across, self._kind), shown.over(across, self._kind)
        lit = tuple(
            tuple(over.get((x, y), cell) for x, cell in enumerate(row))
            for y, row in enumerate(rows)
        )
        paint = paint_on(self, seen.drawing, self._kind)
        signs = self._signs(paint, lit, across)
        margin = ((" " * ((width - across) // 2), ""),)
        return [
            (*margin, *joined([signs.get((x, y)) or paint.piece(cell) for x, cell in enumerate(r)]))
            for y, r in enumerate(lit)
        ]

    def _signs(self, paint: Paint, lit: LitRows, across: int) -> dict[tuple[int, int], Piece]:
        """The characters on the picture, by column and row."""
        signs: dict[tuple[int, int], Piece] = {}
        if self.pointer.chart.picture.name != "side":  # in profile there is only one side
            signs = {(1, 0): ("L", "dim"), (across - 2, 0): ("R", "dim")}
        if self.never:
            signs |= dict.fromkeys(_zones(self.pointer.chart.picture, across), (NEVER, "alarm"))
            return signs
        chosen = {spot.point for spot in self.pointer.spots}
        for spot in self.pointer.chart.spots:
            x, y = (int(share * cells) for share, cells in zip(
                spot.place.point, (across, across // 2), strict=True))  # fmt: skip
            if spot.place.point not in chosen:
                signs[x, y] = _dot(paint, lit, x, y)
        return signs


def _dot(paint: Paint, lit: LitRows, x: int, y: int) -> Piece:
    """A small mark in the colour of the light, on what is seen there."""
    if paint.kind == "braille":
        return DOT, "strong"
    _, ink, ground, on, off = lit[y][x]
    under = blended(paint.inks.colour(ink, on), paint.inks.colour(ground, off), 0.5)
    return DOT, paint.dot(paint.inks.scheme.point, under)


@lru_cache(maxsize=16)
def _zones(picture: Picture, across: int) -> frozenset[tuple[int, int]]:
    """The cells of the figure that are in a zone where nothing may press."""
    return frozenset(_cells(picture, across))


def _cells(picture: Picture, across: int) -> Iterator[tuple[int, int]]:
    palette = picture.drawing.schemes["dark"].palette
    rows = Scene(picture).base(across, "half")
    for y, row in enumerate(rows):
        for x, (_, ink, ground, _, _) in enumerate(row):
            if max(palette[ink][3], palette[ground][3]) < OPAQUE:
                continue
            points = [((x + u) / across, (y + v) / (across // 2)) for u in _INSIDE for v in _INSIDE]
            if any(holds(outline, *point) for outline in picture.no_go for point in points):
                yield x, y
