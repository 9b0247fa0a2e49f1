"""A routine and the session's options → one timeline."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from relax_coach.core import limits, phrases
from relax_coach.core.cues import Marks
from relax_coach.core.options import Answered, Options, answer, left_out
from relax_coach.core.routine import (
    Breathing,
    Continuous,
    Massage,
    Ms,
    Pulsed,
    Rest,
    Routine,
    Step,
)  # fmt: skip
from relax_coach.core.timeline import Span, Timeline
from relax_coach.core.vocabulary import MOST_PER_TARGET, SORE_SPOT, TARGETS

OPENING_SILENT: Ms = 5_000
OPENING_SPOKEN: tuple[Ms, Ms] = (15_000, 25_000)
READING: tuple[Ms, Ms] = (3_000, 12_000)
"""Shortest and longest lead without a voice, settling included."""
WORDS_A_SECOND = 3
CHARACTERS_A_SECOND = 5
UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my", "bo"})
SETTLE_SEARCH: Ms = 6_000
SETTLE_CHANGE: Ms = 3_000
SETTLE_SAME: Ms = 1_000
END_SILENT: Ms = 8_000
"""Long enough for the last bowl to ring out."""

LONG_WORK: Ms = 45_000
QUIET_EVERY: Ms = 30_000
QUIET_BEFORE_END: Ms = 10_000
QUIET_APART: Ms = 10_000
"""From the sentence of `until: eased`: two at once are too many."""

Speech = Callable[[str], Ms]
"""How long a sentence takes to say, in ms."""


def compile_routine(
    name: str, routine: Routine, options: Options | None = None, speech: Speech | None = None
) -> Timeline:
    """The timeline of `routine`; `speech` None is a session without a voice."""
    return _Compiler(name, routine, options or Options(), speech).timeline()


class _Compiler:
    def __init__(
        self, name: str, routine: Routine, options: Options, speech: Speech | None
    ) -> None:
        self.name = name
        self.routine = routine
        self.options = options
        self.speech = speech
        self.now: Ms = 0
        self.spans: list[Span] = []
        self.marks = Marks()
        self.notes: list[str] = _passed_over(routine, options)
        self.worked: limits.Worked = Counter()
        self.hands: tuple[str | None, ...] = ()
        """Target, side and hand of the step before: a change of them takes time to settle."""

    def timeline(self) -> Timeline:
        self._opening()
        number = 0
        for step in self.routine.steps:
            why = left_out(step, self.options)
            if why:
                self.notes.append(why)
                continue
            answered = answer(step, number + 1, self.options)
            if self._is_too_much(answered):
                name = TARGETS[answered.target].name
                title = answered.span(answered.sides[0]).title
                self.notes.append(f"Ten minutes on the {name} are enough: left out is {title}.")
                continue
            number += 1
            self.notes.extend(answered.notes)
            self._step(answered)
        self._end()
        return Timeline(
            self.name,
            self.routine.title,
            tuple(self.spans),
            self.marks.settled(),
            tuple(dict.fromkeys(self.notes)),
        )

    def _is_too_much(self, answered: Answered) -> bool:
        """Whether a chosen spot makes more work on one target than a session may hold."""
        if not isinstance(answered.step, Massage):
            return False
        length = limits.counted(answered.step)
        places = [(answered.target, side) for side in limits.sides_of(answered.side)]
        if any(self.worked[place] + length > MOST_PER_TARGET for place in places):
            return True
        self.worked.update(dict.fromkeys(places, length))
        return False

    def _opening(self) -> None:
        text = phrases.opening(self.routine)
        length = OPENING_SILENT
        if self.speech is not None:
            least, most = OPENING_SPOKEN
            spoken = self.speech(text)
            length = max(spoken, min(most, max(least, spoken + limits.LEAST_LEAD)))
        self._say(text)
        self._span(Span(0, 0, "lead", title=self.routine.title, text=text), length)

    def _end(self) -> None:
        length = END_SILENT
        if self.speech is not None:
            length = max(length, self.speech(phrases.END) + limits.LEAST_LEAD)
        self.marks.replace_last_step(self.now)
        self._say(phrases.END)
        self._span(Span(0, 0, "end", title=self.routine.title, text=phrases.END), length)

    def _step(self, answered: Answered) -> None:
        self._lead(answered)
        if answered.side == "alternate":
            self._alternate(answered)
        else:
            for visit, side in enumerate(answered.sides):
                if visit:
                    self._switch(answered, side)
                self._visit(answered, side, first=not visit)
        self.marks.add(self.now, "step")

    def _lead(self, answered: Answered) -> None:
        span = replace(answered.span(answered.sides[0]), kind="lead")
        step = answered.step
        hands = (span.target, span.side, span.hand)
        if isinstance(step, Massage) and step.target == SORE_SPOT:
            settle = SETTLE_SEARCH
        else:
            settle = SETTLE_SAME if hands == self.hands else SETTLE_CHANGE
        self.hands = (span.target, answered.sides[-1] or None, span.hand)
        if self.speech is None:
            length = _reading_time(span.text, self.routine.language)
        else:
            length = max(limits.LEAST_LEAD, self.speech(span.text) + settle)
        self._say(span.text)
        self._span(span, max(length, step.lead))

    def _switch(self, answered: Answered, side: str) -> None:
        step = answered.step
        chosen = step.switch if isinstance(step, Massage) else None
        length = self.routine.switch if chosen is None else chosen
        text = phrases.switch(side)
        if self.speech is not None:
            length = max(length, self.speech(text))
        self.marks.add(self.now, "switch")
        self._say(text)
        if not length:  # no span may be empty
            return
        self._span(replace(answered.span(side), kind="switch", text=text), length)

    def _visit(self, answered: Answered, side: str, first: bool) -> None:
        """The work of one step on one side."""
        step, start, span = answered.step, self.now, answered.span(side)
        if isinstance(step, Rest):
            self._unbroken(replace(span, kind="rest"), step.length)
            return
        self.marks.add(start, "begin")
        if isinstance(step, Breathing):
            self._breaths(step, span)
        elif isinstance(step, Massage) and isinstance(step.timing, Continuous):
            self._unbroken(replace(span, kind="work"), step.timing.length)
        elif isinstance(step, Massage) and isinstance(step.timing, Pulsed):
            for cycle in range(1, step.timing.times + 1):
                self._pulse(step, step.timing, span, cycle)
        self._say_over(step, start, first)

    def _say_over(self, step: Step, start: Ms, first: bool) -> None:
        """What is said over the work that began at `start`: to ease off, and quiet lines."""
        eased = start
        if isinstance(step, Massage) and step.until_eased and first:
            eased += (self.now - start) // 3
            self._say(phrases.EASED, eased)
        if self.now - start > LONG_WORK:
            lines = _quiet_lines(isinstance(step, Breathing))
            for at in range(start + QUIET_EVERY, self.now - QUIET_BEFORE_END, QUIET_EVERY):
                if abs(at - eased) >= QUIET_APART:
                    self._say(next(lines), at)

    def _alternate(self, answered: Answered) -> None:
        """Left, right, left …: `times` counts pairs, and no switch stands between."""
        step = answered.step
        assert isinstance(step, Massage)
        timing = step.timing if isinstance(step.timing, Pulsed) else Pulsed(step.timing.length)
        start = self.now
        for pair in range(1, timing.times + 1):
            for side in answered.sides:
                self._pulse(step, timing, answered.span(side), pair)
        self._say_over(step, start, first=True)

    def _pulse(self, step: Massage, timing: Pulsed, span: Span, cycle: int) -> None:
        """One press, stroke or movement, and its release. Words go with the first one's cues."""
        span = replace(span, cycle=cycle, cycles=timing.times)
        self.marks.add(self.now, "press")
        if cycle == 1:
            self._say(phrases.PRESS_WORDS.get(step.technique, "Press"))
        elif cycle == timing.times > 2:
            self._say(phrases.LAST)
        self._unbroken(replace(span, kind="work"), timing.hold)
        if timing.release:
            self.marks.add(self.now, "release")
            if cycle == 1:
                self._say(phrases.RELEASE_WORD)
            self._unbroken(replace(span, kind="release"), timing.release)

    def _breaths(self, step: Breathing, span: Span) -> None:
        for breath in range(1, step.times + 1):
            for phase, length in step.breath.phases:
                self.marks.add(self.now, phase)
                if breath == 1:
                    self._say(phrases.PHASE_WORDS[phase])
                elif breath == step.times > 2 and phase == "in":
                    self._say(phrases.LAST_BREATH)
                one = replace(span, kind="breath", cycle=breath, cycles=step.times, phase=phase)
                self._span(one, length)

    def _unbroken(self, span: Span, length: Ms) -> None:
        self.marks.count_down(self.now, self.now + length)
        self._span(span, length)

    def _say(self, text: str, at: Ms | None = None) -> None:
        self.marks.add(self.now if at is None else at, "say", text)

    def _span(self, span: Span, length: Ms) -> None:
        self.spans.append(replace(span, start=self.now, end=self.now + length))
        self.now += length


def _passed_over(routine: Routine, options: Options) -> list[str]:
    """What was chosen for nothing, in sentences."""
    notes = []
    if options.spot and not routine.asks_spot:
        notes.append("This routine asks for no spot: the one chosen changes nothing.")
    if options.side and not routine.asks_side:
        notes.append("This routine asks for no side: the one chosen changes nothing.")
    return notes


def _quiet_lines(breathing: bool) -> Iterator[str]:
    lines = phrases.QUIET_BREATH_LINES if breathing else phrases.QUIET_LINES
    while True:
        yield from lines


def _reading_time(text: str, language: str) -> Ms:
    """How long a lead without a voice lasts: the time to read it, within bounds."""
    least, most = READING
    if language.lower().split("-")[0] in UNSPACED:
        needed = len(text) * 1000 // CHARACTERS_A_SECOND
    else:
        needed = len(text.split()) * 1000 // WORDS_A_SECOND
    return max(least, min(most, -(-needed // 100) * 100))
