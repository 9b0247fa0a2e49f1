"""The work of one step on one side, laid onto a track: presses, breaths, and what is said over it.

In the first cycle words go with the sounds, then the sounds alone, then "last one". Lines of the
file stand in place of the program's own words.
"""

from dataclasses import replace
from itertools import pairwise

from relax_coach.core import phrases
from relax_coach.core.options import Answered
from relax_coach.core.routine import (
    Breath,
    Breathing,
    Continuous,
    Held,
    Massage,
    Ms,
    Paced,
    Pulsed,
    Rest,
    Wait,
)  # fmt: skip
from relax_coach.core.timeline import Span
from relax_coach.core.track import Track

LONG_WORK: Ms = 45_000
QUIET_EVERY: Ms = 30_000
QUIET_BEFORE_END: Ms = 10_000
LINES_APART: Ms = 10_000
"""Between two sentences over the work: closer ones are too many."""
EASED_AFTER = 3
"""The line to ease off comes after this part (a third) of the work."""


def lay_visit(track: Track, answered: Answered, side: str, first: bool) -> None:
    """Append the work of `answered` on `side`; `first` is the first of its visits."""
    step = answered.step
    if isinstance(step, Rest):
        track.unbroken(replace(answered.span(side), kind="rest"), step.length)
    elif isinstance(step, Wait):
        track.add(replace(answered.span(side), kind="wait", open=not step.limited), step.length)
    elif isinstance(step, Breathing | Massage):
        _Visit(track, answered, (side,), first).lay()


def lay_alternating(track: Track, answered: Answered) -> None:
    """Left, right, left …: `times` counts pairs, and no switch stands between."""
    _Visit(track, answered, answered.sides, first=True).lay()


class _Visit:
    def __init__(
        self, track: Track, answered: Answered, sides: tuple[str, ...], first: bool
    ) -> None:
        assert isinstance(answered.step, Breathing | Massage)
        self.track = track
        self.step = answered.step
        self.spans = [answered.span(side) for side in sides]
        """One for each side of a cycle: two where they alternate."""
        self.who = answered.who
        filled = (answered.fill(line, sides[0]) for line in self.step.during)
        self.lines = tuple(filled)
        eases = isinstance(self.step, Massage) and self.step.until_eased
        self.eased = phrases.EASED if eases and first else ""

    def lay(self) -> None:
        track, step, start = self.track, self.step, self.track.now
        track.mark("begin")
        if isinstance(step, Breathing):
            self._breaths(step)
            self._say_over(start, step.times)
            return
        timing = step.timing
        if step.breath is not None and not isinstance(timing, Paced):
            length = timing.length * len(self.spans)
            track.pace(step.breath, length)
            if isinstance(timing, Continuous) and step.breath.length <= length:
                self._breath_words(step.breath)
        if isinstance(timing, Pulsed | Paced):
            self._pulses(timing)
            self._say_over(start, timing.times)
            return
        for turn, span in enumerate(self.spans):
            if turn:
                track.say(phrases.now(span.side or "", self.who, span.technique))
            if isinstance(timing, Held):
                track.add(replace(span, kind="wait"), timing.length)
            else:
                track.unbroken(replace(span, kind="work"), timing.length)
        self._say_over(start, 1)

    def _breath_words(self, breath: Breath) -> None:
        """With the first breath of a pacer."""
        at = self.track.now
        for phase, length in breath.phases:
            self.track.say(phrases.PHASE_WORDS[phase], at)
            at += length

    def _pulses(self, timing: Pulsed | Paced) -> None:
        for cycle in range(1, timing.times + 1):
            for turn, span in enumerate(self.spans):
                one = replace(span, cycle=cycle, cycles=timing.times)
                word = self._word(cycle, timing.times, turn)
                if isinstance(timing, Paced):
                    self._paced(timing, one, word)
                else:
                    self._pulse(timing, one, word)

    def _word(self, cycle: int, cycles: int, turn: int) -> str:
        """The same where sides alternate: the second is named once, and the last press is its."""
        line = self._line_of(cycle, cycles)
        if len(self.spans) == 1:
            return line
        if turn and cycle == 1:
            return phrases.now(self.spans[turn].side or "", self.who)
        return line if bool(turn) == (line == phrases.LAST) else ""

    def _pulse(self, timing: Pulsed, span: Span, line: str) -> None:
        """One press, stroke or movement, and its release."""
        track, first = self.track, span.cycle == 1
        track.mark("press")
        if line or first:
            track.say(line or phrases.press_word(span.technique))
        track.unbroken(replace(span, kind="work"), timing.hold)
        if timing.release:
            track.mark("release")
            if first:
                track.say(phrases.release_word(span.technique))
            track.unbroken(replace(span, kind="release"), timing.release)

    def _paced(self, timing: Paced, span: Span, line: str) -> None:
        """One breath: in is the release, out the press."""
        track, first = self.track, span.cycle == 1
        track.pace(timing.breath, timing.breath.length)
        track.mark("release")
        if line or first:
            track.say(line or phrases.PACED_RELEASE)
        track.add(replace(span, kind="release"), timing.release)
        track.mark("press")
        if first:
            track.say(phrases.paced_press(span.technique))
        track.add(replace(span, kind="work"), timing.hold)

    def _breaths(self, step: Breathing) -> None:
        track = self.track
        for breath in range(1, step.times + 1):
            line = self._line_of(breath, step.times)
            one = replace(self.spans[0], kind="breath", cycle=breath, cycles=step.times)
            for phase, length in step.breath.phases:
                track.mark(phase)
                if line:
                    track.say(line)
                elif breath == 1:
                    track.say(phrases.PHASE_WORDS[phase])
                line = ""
                track.add(replace(one, phase=phase), length)

    def _line_of(self, cycle: int, cycles: int) -> str:
        """What is said as a cycle begins; "" where the sounds alone tell it."""
        eases = max(2, cycles // EASED_AFTER + 1) if self.eased and cycles > 1 else 0
        if cycle == eases:
            return self.eased
        line = cycle - 1 - (0 < eases < cycle)
        if cycles > 1 and line < len(self.lines):
            return self.lines[line]
        if cycle == cycles > 2:
            return phrases.LAST_BREATH if isinstance(self.step, Breathing) else phrases.LAST
        return ""

    def _say_over(self, start: Ms, cycles: int) -> None:
        """What is said over the work that began at `start`, where no cycle carries it."""
        length = self.track.now - start
        if self.lines:
            if cycles == 1:
                self._spread(start, length)
            return
        eased = start
        if self.eased and cycles == 1:
            eased += length // EASED_AFTER
            self.track.say(self.eased, eased)
        if length > LONG_WORK:
            quiet = phrases.quiet_lines(isinstance(self.step, Breathing), self.who)
            for earliest in range(
                start + QUIET_EVERY, self.track.now - QUIET_BEFORE_END, QUIET_EVERY
            ):
                at = self._beginning(earliest) if cycles > 1 else earliest
                if abs(at - eased) >= LINES_APART:
                    self.track.say(next(quiet), at)

    def _beginning(self, earliest: Ms) -> Ms:
        """Where the first press or breath from `earliest` on begins: nothing is said into one."""
        spans = self.track.spans
        starts = (
            one.start
            for before, one in pairwise(spans)
            if one.start >= earliest and (one.cycle, one.side) != (before.cycle, before.side)
        )
        return next(starts, earliest)

    def _spread(self, start: Ms, length: Ms) -> None:
        """The lines evenly over an unbroken stretch; those that would crowd are left out."""
        lines = (self.eased, *self.lines) if self.eased else self.lines
        most = max(1, length // LINES_APART - 1)
        lines = lines[:most]
        for number, line in enumerate(lines, 1):
            self.track.say(line, start + length * number // (len(lines) + 1))
