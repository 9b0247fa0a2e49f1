"""How long still: the big countdown, the press or breath of now, and the two bars."""

from itertools import zip_longest

from textual.reactive import var

from relax_coach.core.phrases import clock
from relax_coach.core.timeline import WORK_KINDS, Moment, Timeline
from relax_coach.tui.widgets import words
from relax_coach.tui.widgets.breath import fullness
from relax_coach.tui.widgets.digits import HEIGHT, big
from relax_coach.tui.widgets.lines import Line, Lines, Piece, bar, shortened, spread, width_of

FULL_HEIGHT = 11
FULL_WIDTH = 56
GAP = 4
MOST_DOTS = 12
PACER = 24


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
        ahead = f"Next  {moment.next_title}" if moment.next_title else "Next  the end"
        if moment.span.kind == "end":
            ahead = ""
        air: list[Line] = [()] * max(0, (height - FULL_HEIGHT) // 2)
        return [
            self._label(moment),
            *((*row, (" " * GAP, ""), *told) for row, told in left_side),
            *(air or [()])[:2],
            bar(moment.share, width, self._look(moment)),
            (),
            *air[:1],
            shortened(((ahead, "dim"),), width),
            self._session(moment, width),
        ]

    def _small(self, moment: Moment, width: int) -> list[Line]:
        label = self._label(moment)
        head: Line = ((clock(moment.left), self._look(moment)), (" ", ""), *label)
        now = self._now(moment)
        return [
            spread(head, now, width) if now else shortened(head, width),
            bar(moment.share, width, self._look(moment)),
            self._session(moment, width),
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
        seconds = f" {words.seconds_left(moment)} "
        count = f"  {span.cycle}/{span.cycles}" if self.size.width < FULL_WIDTH else ""
        if span.kind == "work":
            return ((f" ● {action}{seconds}", "mark"), (count, "dim"))
        mark = {"in": "▲", "hold": "●", "out": "▽"}.get(span.phase or "", "○")
        return ((f" {mark} {action}{seconds}", "quiet"), (count, "dim"))

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
            gauge: Line = (("▮" * level, "accent"), ("▯" * (10 - level), "track"))
            lines += [(), ((f"Pressure {pressure}", ""),), gauge][: HEIGHT - len(lines)]
        return [shortened(line, width) for line in lines]

    def _dots(self, moment: Moment) -> tuple[Piece, ...]:
        cycle, cycles = moment.span.cycle or 0, moment.span.cycles or 0
        if not 1 < cycles <= MOST_DOTS:
            return ()
        look = "calm" if moment.span.kind == "breath" else "accent"
        return (("●" * cycle, look), ("○" * (cycles - cycle), "dim"), ("  ", ""))

    def _session(self, moment: Moment, width: int) -> Line:
        told = f"  {clock(moment.total - moment.position)} to go"
        return (*bar(moment.session_share, max(0, width - len(told)), "slate"), (told, "dim"))
