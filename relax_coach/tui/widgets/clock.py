"""How long still: the big countdown, the press or breath of now, and the two bars."""

from itertools import zip_longest

from textual.reactive import var

from relax_coach.core.phrases import clock
from relax_coach.core.timeline import WORK_KINDS, Moment, Timeline
from relax_coach.tui.widgets import words
from relax_coach.tui.widgets.breath import fullness
from relax_coach.tui.widgets.digits import HEIGHT, big
from relax_coach.tui.widgets.lines import Line, Lines, Piece, bar, shortened, spread, width_of

FULL_HEIGHT = 10
FULL_WIDTH = 56
GAP = 4
MOST_PRESSURE = 10
MOST_DOTS = 12
PACER = 20
TAG = 18
"""Cells of the press or breath of now: it may not jump."""

_MARKS = {"in": "▲", "hold": "●", "out": "▽"}


class Clock(Lines):
    """A function of the timeline, the moment and whether the session is paused."""

    timeline: var[Timeline | None] = var(None)
    moment: var[Moment | None] = var(None)
    paused: var[bool] = var(False)

    def watch_moment(self) -> None:
        self.draw()

    def watch_paused(self) -> None:
        self.draw()

    def lines(self, width: int, height: int) -> list[Line]:
        timeline, moment = self.timeline, self.moment
        if timeline is None or moment is None:
            return []
        if height < FULL_HEIGHT or width < FULL_WIDTH:
            return self._small(moment, width)
        rows = [((row, self._look(moment)),) for row in big(clock(moment.left))]
        beside = self._beside(timeline, moment, width - GAP - max(map(width_of, rows)))
        left_side = zip_longest(rows, beside[:HEIGHT], fillvalue=())
        ahead = f"Next  {moment.next_title or 'the end'}" if moment.span.kind != "end" else ""
        air: list[Line] = [()] * (height - FULL_HEIGHT)
        return [
            self._label(moment),
            *((*row, (" " * GAP, ""), *told) for row, told in left_side),
            (),
            *air[1:2],
            bar(moment.share, width, self._look(moment)),
            *air[:1],
            spread(((ahead, "dim"),), ((_to_the_end(moment), "dim"),), width),
            bar(moment.session_share, width, "slate"),
        ]

    def _small(self, moment: Moment, width: int) -> list[Line]:
        label = self._label(moment)
        left: Line = ((clock(moment.left), self._look(moment)),)
        leads = moment.span.kind not in WORK_KINDS and not self.paused
        head: Line = (*label, (" ", ""), *left) if leads else (*left, (" ", ""), *label)
        now = self._now(moment)
        told = f"  {_to_the_end(moment)}"
        return [
            spread(head, now, width) if now else shortened(head, width),
            bar(moment.share, width, self._look(moment)),
            (*bar(moment.session_share, width - len(told), "slate"), (told, "dim")),
        ]

    def _label(self, moment: Moment) -> Line:
        if self.paused:
            return ((" PAUSED ", "tag"), ("  space goes on", "dim"))
        return ((words.countdown(moment), "dim"),)

    def _look(self, moment: Moment) -> str:
        if self.paused or moment.span.kind not in WORK_KINDS:
            return "slate"
        return "calm" if moment.span.kind in ("breath", "rest") else "accent"

    def _now(self, moment: Moment) -> Line:
        """The press or breath of this second: filled while pressing, hollow when letting go."""
        span = moment.span
        action = words.action(span)
        if not action:
            return ()
        mark = "●" if span.kind == "work" else _MARKS.get(span.phase or "", "○")
        look = "mark" if span.kind == "work" else "quiet"
        seconds = str(words.seconds_left(moment))
        if self.size.width < FULL_WIDTH:
            return ((f" {mark} {action} {seconds} ", look), (f" {span.cycle}/{span.cycles}", "dim"))
        return ((f" {mark} {action:<{TAG - 5 - len(seconds)}} {seconds} ", look),)

    def _beside(self, timeline: Timeline, moment: Moment, width: int) -> list[Line]:
        span = moment.span
        lines: list[Line] = []
        if words.action(span):
            lines.append(self._now(moment))
            lines.append((*self._dots(moment), (words.cycles(span), "dim")))
        if span.kind == "breath":
            lines += [(), bar(fullness(timeline, moment), min(PACER, width), "calm")]
        pressure = words.pressure(span)
        if pressure:
            level = span.pressure or 0
            gauge = bar(level / MOST_PRESSURE, PACER, "accent")
            lines += [(), ((f"Pressure {pressure}", ""),), gauge][: HEIGHT - len(lines)]
        return [shortened(line, width) for line in lines]

    def _dots(self, moment: Moment) -> tuple[Piece, ...]:
        cycle, cycles = moment.span.cycle or 0, moment.span.cycles or 0
        if not 1 < cycles <= MOST_DOTS:
            return ()
        look = "calm" if moment.span.kind == "breath" else "accent"
        return (("●" * cycle, look), ("○" * (cycles - cycle), "dim"), ("  ", ""))


def _to_the_end(moment: Moment) -> str:
    return f"{clock(moment.total - moment.position)} to the end"
