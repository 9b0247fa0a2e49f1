"""How long still: the big countdown, the press and the breath of now, and the two bars."""

from itertools import zip_longest

from textual.reactive import var

from relax_coach.bodymap.scene import fullness
from relax_coach.core.phrases import PHASE_WORDS, clock
from relax_coach.core.timeline import WORK_KINDS, Moment
from relax_coach.tui.widgets import words
from relax_coach.tui.widgets.digits import HEIGHT, big
from relax_coach.tui.widgets.lines import Line, Lines, Piece, bar, shortened, spread, width_of

FULL_HEIGHT = 10
FULL_WIDTH = 56
"""Cells for what stands beside the big digits: beside a drawing they stand alone."""
GAP = 4
MOST_PRESSURE = 10
MOST_DOTS = 12
GAUGE = 20
PACER = 30
LEAST_TITLE = 10
"""Cells for what is next, in fewer it is not told: a letter or two tell nothing."""
TAG = 18
"""Cells of the press or breath of now: it may not jump."""
CALM = 12
"""Steps of a bar that moves on seldom."""
GOES_ON = "space goes on"

_MARKS = {"in": "▲", "hold": "●", "out": "▽"}
_WORD = max(map(len, PHASE_WORDS.values()))


class Clock(Lines):
    """A function of the moment and whether the session is paused."""

    moment: var[Moment | None] = var(None)
    paused: var[bool] = var(False)
    calm: bool = False
    """Whether the bars move on seldom, because little is to move."""

    def watch_moment(self) -> None:
        self.draw()

    def watch_paused(self) -> None:
        self.draw()

    def lines(self, width: int, height: int) -> list[Line]:
        moment = self.moment
        if moment is None:
            return []
        digits = big(_count(moment))
        if height < FULL_HEIGHT or width < len(digits[0]):
            return self._small(moment, width)
        rows: list[Line] = [((row, self._look(moment)),) for row in digits]
        if width < FULL_WIDTH:
            return [*[()] * (height > FULL_HEIGHT), *self._narrow(moment, rows, width)]
        beside = self._beside(moment, width - GAP - max(map(width_of, rows)))
        left_side = zip_longest(rows, beside[:HEIGHT], fillvalue=())
        air: list[Line] = [()] * (height - FULL_HEIGHT)
        return [
            self._label(moment),
            *((*row, (" " * GAP, ""), *told) for row, told in left_side),
            (),
            *air[1:2],
            bar(self._share(moment), width, self._look(moment)),
            *air[:1],
            _ahead(moment, width),
            bar(self._share(moment, whole=True), width, "slate"),
        ]

    def _narrow(self, moment: Moment, digits: list[Line], width: int) -> list[Line]:
        return [
            self._label(moment),
            *digits,
            shortened((*self._now(moment), ("  ", ""), *self._dots(moment)), width),
            bar(self._share(moment), width, self._look(moment)),
            _ahead(moment, width),
            bar(self._share(moment, whole=True), width, "slate"),
        ]

    def _small(self, moment: Moment, width: int) -> list[Line]:
        label = self._label(moment)
        left: Line = () if moment.span.open else ((clock(moment.left), self._look(moment)),)
        leads = moment.span.kind not in WORK_KINDS and not self.paused
        head: Line = (
            (*label, (" ", ""), *left) if leads else (*left, (" " * bool(left), ""), *label)
        )
        pressure = words.pressure(moment.span)
        if pressure and width >= FULL_WIDTH:  # narrower, it stands in the guide
            head = (*head, (f"   pressure {pressure}", "slate"))
        now = self._now(moment)
        if now and width_of(head) + width_of(now) + 2 > width:
            # Not both, one of them cut: that all stands still is told, else the time says enough.
            head, now = (head, ()) if self.paused else (left or head, now)
        told = f"  {_to_the_end(moment)}"
        breath = _breath(moment, width)
        return [
            spread(head, now, width) if now else shortened(head, width),
            breath or bar(self._share(moment), width, self._look(moment)),
            (*bar(self._share(moment, whole=True), width - len(told), "slate"), (told, "dim")),
        ]

    def _label(self, moment: Moment) -> Line:
        if self.paused:
            return ((" PAUSED ", "tag"), (f"  {GOES_ON}", "dim"))
        if moment.span.kind == "wait":
            ends = not moment.span.open and self.size.width >= FULL_WIDTH
            longest = f"at most {clock(moment.span.length)} · " if ends else ""
            return ((" WAITING ", "tag"), (f"  {longest}{GOES_ON}", "dim"))
        return ((words.countdown(moment), "dim"),)

    def _share(self, moment: Moment, whole: bool = False) -> float:
        """How much is done of this work, or of the whole session."""
        share = _session_share(moment) if whole else _step_share(moment)
        return int(share * CALM) / CALM if self.calm else share

    def _look(self, moment: Moment) -> str:
        if self.paused or moment.span.kind not in WORK_KINDS:
            return "slate"
        return "accent" if moment.span.technique else "calm"

    def _now(self, moment: Moment) -> Line:
        """The press or breath of this second: filled while pressing, hollow when letting go."""
        span = moment.span
        action = words.action(moment)
        if not action:
            return ()
        presses = span.kind == "work" and words.is_pulsed(span)
        breathes = _MARKS[moment.phase.name] if moment.phase else ""
        mark = "●" if presses else "○" if span.kind == "release" else breathes
        look = "mark" if presses else "quiet"
        seconds = str(words.seconds_left(moment))
        if self.size.width < FULL_WIDTH:
            count = f" {span.cycle}/{span.cycles}" if span.cycle else ""
            return ((f" {mark} {action} {seconds} ", look), (count, "dim"))
        return ((f" {mark} {action:<{TAG - 5 - len(seconds)}} {seconds} ", look),)

    def _beside(self, moment: Moment, width: int) -> list[Line]:
        """Press and count, the breath, the pressure: each always in the same row."""
        span = moment.span
        lines: list[Line] = [
            self._now(moment),
            (*self._dots(moment), (words.cycles(span), "dim")),
            _breath(moment, min(PACER, width)),
        ]
        pressure = words.pressure(span)
        if pressure:
            level = span.pressure or 0
            gauge = bar(level / MOST_PRESSURE, GAUGE, "accent")
            lines += [((f"Pressure {pressure}", ""),), gauge]
        return [shortened(line, width) for line in lines]

    def _dots(self, moment: Moment) -> tuple[Piece, ...]:
        cycle, cycles = moment.span.cycle or 0, moment.span.cycles or 0
        if not 1 < cycles <= MOST_DOTS:
            return ()
        look = "calm" if moment.span.kind == "breath" else "accent"
        return (("●" * cycle, look), ("○" * (cycles - cycle), "dim"), ("  ", ""))


def _count(moment: Moment) -> str:
    """What stands big: the time left, and no time where only the person ends it."""
    return "READY?" if moment.span.open else clock(moment.left)


def _breath(moment: Moment, width: int) -> Line:
    """How full the breath is, as a bar; with its word where that is not the action itself."""
    if moment.phase is None:
        return ()
    word = words.breath(moment)
    if words.action(moment) == word:
        return bar(fullness(moment), width, "calm")
    told = f"{_MARKS[moment.phase.name]} {word.lower():<{_WORD}}  "
    return ((told, "calm"), *bar(fullness(moment), width - len(told), "calm"))


def _step_share(moment: Moment) -> float:
    return 0.0 if moment.span.open else moment.share


def _session_share(moment: Moment) -> float:
    """As if an open wait took no time: it grows until the person goes on."""
    span = moment.span
    return span.start / (moment.total - span.length) if span.open else moment.session_share


def _ahead(moment: Moment, width: int) -> Line:
    """How long still, and what is next: what changes by the second stands first in its row."""
    ahead = f"Next  {moment.next_title or 'the end'}" if moment.span.kind != "end" else ""
    left = ((_to_the_end(moment), "dim"),)
    room = width - width_of(left) - GAP
    return spread(left, shortened(((ahead, "dim"),), room) if room >= LEAST_TITLE else (), width)


def _to_the_end(moment: Moment) -> str:
    if moment.span.open:
        return f"{clock(moment.total - moment.span.end)} after this"
    return f"{clock(moment.total - moment.position)} to the end"
