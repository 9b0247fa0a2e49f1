"""Where to press, drawn: the figure, the warm light on it, and how the hands move.

What moves lies in widgets of its own, as small as it is: a terminal is sent a changed row from
its widget's left edge on.
"""

from collections.abc import Iterator
from functools import cached_property

from rich.segment import Segment
from textual.app import ComposeResult
from textual.reactive import var
from textual.strip import Strip

from relax_coach.bodymap.drawing import SIZES
from relax_coach.bodymap.light import LitRows
from relax_coach.bodymap.moving import MOST, Box, boxes
from relax_coach.bodymap.scene import Scene, scene
from relax_coach.core.timeline import Moment, Span, Timeline
from relax_coach.tui.cells import cells_kind
from relax_coach.tui.widgets import words
from relax_coach.tui.widgets.caption import caption
from relax_coach.tui.widgets.lines import Line, Lines
from relax_coach.tui.widgets.paint import Paint, joined, paint_on

SECOND, FRAME = 1000, 250
"""Milliseconds for which a picture stays, at rest and moving: what a terminal can be sent."""


MOST_FRAMES = 64
"""Scenes that are kept as they were painted."""


class Moving(Lines):
    """A part of the drawing that is another one from look to look."""

    DEFAULT_CSS = """
    Moving { position: absolute; display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._now: tuple[Line, ...] = ()

    def show(self, lines: tuple[Line, ...]) -> None:
        self._now = lines
        self.draw()

    def lines(self, width: int, height: int) -> tuple[Line, ...]:
        return self._now

    def render_line(self, y: int) -> Strip:
        """As it was painted: it comes in whole rows, and no text of anybody is in it."""
        line = self._line(self._drawn, y)
        return Strip([Segment(text, self._style(look)) for text, look in line])


class Drawing(Lines):
    """A function of the timeline, the moment, the theme, and whether anything is to move."""

    DEFAULT_CSS = """
    Drawing { height: 1fr; }
    """

    timeline: var[Timeline | None] = var(None)
    moment: var[Moment | None] = var(None)
    partner: var[bool] = var(False)
    """Whether the sides are another person's."""
    at_rest: var[bool] = var(False)
    """Whether the picture stands still, and changes at most once a second."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._boxes: tuple[Box, ...] = ()
        self._planned: object = None
        """What the boxes were laid out for."""
        self._moved: Scene | None = None
        """What they show."""
        self._frames: dict[Scene, tuple[tuple[Line, ...], ...]] = {}
        """What each box shows in the scenes seen so far: a breath or a press comes again."""
        self._colours: Paint

        self._parts = tuple(Moving() for _ in range(MOST))

    def compose(self) -> ComposeResult:
        yield from self._parts

    @cached_property
    def _kind(self) -> str:
        return cells_kind(self.app.console.color_system)

    def watch_moment(self, before: Moment | None, now: Moment | None) -> None:
        if not _within(SECOND if self.at_rest else FRAME, before, now):
            self.draw()

    def watch_at_rest(self) -> None:
        self.draw()

    @property
    def moves(self) -> bool:
        """Whether it shows another picture every FRAME."""
        return bool(self._boxes) and not self.at_rest

    def draw(self) -> None:
        timeline, moment = self.timeline, self.moment
        width = fitting(self.size.width, self.size.height)
        if timeline is None or moment is None or not width:
            self._lay((), None)
            super().draw()
            return
        now = scene(timeline, moment, self.at_rest)
        span = moment.span
        # Not the span: each press is one of its own, and nothing that stands still is another.
        told = (moment.step, span.side, span.target, span.technique, span.hand, span.kind == "end")
        plan = (now.picture, now.pressure, told, moment.phase is None, self.size)
        if plan != self._planned:
            self._colours = self._paint(now)
            moves = bool(now.picture.ways)
            breathes = moment.phase is not None
            technique = span.technique or ""
            still = Scene(now.picture, now.pressure)
            self._lay(boxes(still, technique, moves, breathes, width, self._kind), plan)
            super().draw()
            self._moved = None
            self._frames.clear()
        if now != self._moved:
            self._moved = now
            if now not in self._frames:
                if len(self._frames) >= MOST_FRAMES:
                    self._frames.clear()
                self._frames[now] = tuple(self._frame(now, width))
            for part, lines in zip(self._parts, self._frames[now], strict=False):
                part.show(lines)

    def notify_style_update(self) -> None:
        """Another theme has other colours."""
        super().notify_style_update()
        self._planned = None
        if self.is_mounted:
            self.draw()

    def lines(self, width: int, height: int) -> list[Line]:
        """What does not move: the picture with its letters, and below it what it shows."""
        timeline, moment = self.timeline, self.moment
        across = fitting(width, height)
        if timeline is None or moment is None or not across:
            return []
        seen = scene(timeline, moment, True)
        still = Scene(seen.picture, seen.pressure)
        margin = ((" " * ((width - across) // 2), ""),)
        rows = still.base(across, self._kind)
        drawn = [(*margin, *line) for line in self._painted(rows, still, moment.span)]
        room = height - len(drawn) - 1
        below = caption(timeline, moment, self.partner, across, max(0, room))
        return [*drawn, (), *((*margin, *line) for line in below)]

    def _lay(self, found: tuple[Box, ...], plan: object) -> None:
        """Put the moving parts where `found` says."""
        self._boxes, self._planned = found, plan
        margin = (self.size.width - fitting(*self.size)) // 2
        for number, part in enumerate(self._parts):
            part.display = number < len(found)
            if part.display:
                box = found[number]
                part.styles.offset = (margin + box.left, box.top)
                part.styles.width, part.styles.height = box.right - box.left, box.bottom - box.top

    def _frame(self, now: Scene, width: int) -> Iterator[tuple[Line, ...]]:
        """What each box shows of the scene `now`."""
        assert self.moment is not None
        rows, over = now.base(width, self._kind), now.over(width, self._kind)
        for box in self._boxes:
            cut = tuple(
                tuple(over.get((x, y), rows[y][x]) for x in range(box.left, box.right))
                for y in range(box.top, box.bottom)
            )
            yield tuple(self._painted(cut, now, self.moment.span, box.left, box.top))

    def _painted(
        self, rows: LitRows, shown: Scene, span: Span, left: int = 0, top: int = 0
    ) -> Iterator[Line]:
        """`rows`, which begin at column `left` and row `top` of the picture, in colours."""
        letters = _letters(shown, span, fitting(*self.size)) if not top else {}
        for y, row in enumerate(rows):
            pieces = [self._colours.piece(cell) for cell in row]
            for column, letter in letters.items() if not y else ():
                if left <= column < left + len(row):
                    pieces[column - left] = (letter, "dim")
            yield joined(pieces)

    def _paint(self, shown: Scene) -> Paint:
        return paint_on(self, shown.picture.drawing, self._kind, shown.picture.breathes)


def _within(length: int, before: Moment | None, now: Moment | None) -> bool:
    """Whether nothing but the position is another, and that in the same `length` ms."""
    if before is None or now is None or words.changed(before, now):
        return False
    # By the countdown: a frame and a second that are over together are sent together.
    return before.left // length == now.left // length


def fitting(width: int, height: int) -> int:
    """The width in cells of the largest picture that fits; 0 where none does."""
    return max((one for one in SIZES if one <= width and one // 2 <= height), default=0)


def _letters(shown: Scene, span: Span, width: int) -> dict[int, str]:
    """Which side is which, by column: where a side is meant. In profile there is only one."""
    if span.side not in ("left", "right", "both") or not (
        shown.picture.spots or shown.picture.ways
    ):
        return {}
    found = {1: "L", width - 2: "R"}
    if shown.picture.name == "side":
        column = width - 2 if shown.picture.mirrored else 1
        return {column: found[column]}
    return found
