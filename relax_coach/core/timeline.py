"""A session laid out in time: spans that tile it, cues sorted by time, and `at(t)`."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from relax_coach.core.routine import Breath, Ms

SPAN_KINDS = ("lead", "work", "release", "switch", "rest", "breath", "wait", "end")
WORK_KINDS = frozenset({"work", "release", "rest", "breath", "wait"})
"""The kinds whose lengths make up `Timeline.work`."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in which one thing goes on. Times in ms from the start of the session."""

    start: Ms
    end: Ms
    kind: str
    step: int | None = None
    """Number of the step in playing order, from 1; None in the opening and the end."""
    side: str | None = None
    target: str | None = None
    technique: str | None = None
    pressure: int | None = None
    title: str = ""
    text: str = ""
    """The instruction, as spoken and shown."""
    show: str = ""
    """Longer text for the screen only."""
    hand: str | None = None
    cycle: int | None = None
    """Which press, movement or breath of `cycles` this is, from 1."""
    cycles: int | None = None
    sore: bool = False
    """Whether the target was chosen as the sore spot: its own, stricter limits hold."""
    phase: str | None = None
    """Of a breath: in, hold or out."""
    breath: Breath | None = None
    """Of breathing, or of a pacer, which begins with the work and runs on where sides alternate."""
    open: bool = False
    """Of a wait: whether it goes on until the person does."""
    lying: bool = False
    """Whether who is massaged lies; while they move, where they move to."""

    @property
    def place(self) -> str:
        """The target that hands are on or go to here, or that is stretched; "" for none."""
        moves = self.technique in (None, "active_movement")
        return "" if moves or self.target is None else self.target

    @property
    def length(self) -> Ms:
        return self.end - self.start

    @property
    def texts(self) -> tuple[str, ...]:
        """The instruction and the longer text, those there are."""
        return tuple(text for text in (self.text, self.show) if text)

    def moved(self, by: Ms) -> "Span":
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Cue:
    """A sound or a sentence at one moment. `text` is what a `say` says."""

    at: Ms
    kind: str
    text: str | None = None
    answers: bool = False
    """Whether it is said because a key was pressed: once, and not when it is done again."""

    def moved(self, by: Ms) -> "Cue":
        return replace(self, at=self.at + by)


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of a breath. Times in ms from the start of the session."""

    name: str
    """in, hold or out."""
    start: Ms
    end: Ms
    full: bool
    """Whether a hold follows an in-breath."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a session stands at one position: all a screen or a line needs to know."""

    position: Ms
    total: Ms
    span: Span
    step: int
    """The step being led into or worked on; 0 in the opening, `steps` at the end."""
    steps: int
    left: Ms
    """Until this work (all its cycles on this side) ends; outside work, until the span ends."""
    share: float
    """How much of that work is done, 0 to 1."""
    next_title: str
    """What comes after this step; empty at the last one."""
    phase: Phase | None = None
    """The part of the breath that is on, in breathing and in work with a pacer."""

    @property
    def session_share(self) -> float:
        return self.position / self.total


@dataclass(frozen=True, slots=True)
class Timeline:
    """A compiled session.

    `spans` tile [0, total] without gap or overlap, none of zero length; `cues` are sorted by
    time and lie inside. `notes` tell what was limited or left out, and why.
    """

    name: str
    title: str
    spans: tuple[Span, ...]
    cues: tuple[Cue, ...]
    notes: tuple[str, ...] = ()
    profile: str = "full"
    """How much sounds: full, gentle, sleep or silent."""
    ambience: str = "none"
    """One of AMBIENCES. In a silent session it is not heard."""
    who: str = "self"
    """Whom it is for: self, or partner, which speaks to the giver of another's sides."""

    @property
    def total(self) -> Ms:
        return self.spans[-1].end

    @property
    def work(self) -> Ms:
        return sum(span.length for span in self.spans if span.kind in WORK_KINDS)

    @property
    def steps(self) -> int:
        return max((span.step or 0 for span in self.spans), default=0)

    def index_at(self, position: Ms) -> int:
        """Index of the span that covers `position`; the first or last one outside the session."""
        index = bisect_right(self.spans, position, key=lambda span: span.start) - 1
        return max(0, min(index, len(self.spans) - 1))

    def group_at(self, index: int) -> tuple[int, int]:
        """First and last index of the work around span `index`: its cycles on this side."""
        if self.spans[index].kind not in WORK_KINDS:
            return index, index
        first = last = index
        while first > 0 and self._same_work(first - 1, index):
            first -= 1
        while last + 1 < len(self.spans) and self._same_work(last + 1, index):
            last += 1
        return first, last

    def run_at(self, index: int) -> tuple[int, int]:
        """First and last index of the unbroken work of the step around span `index`."""
        first = last = index
        while first > 0 and self._same_step(first - 1, index):
            first -= 1
        while last + 1 < len(self.spans) and self._same_step(last + 1, index):
            last += 1
        return first, last

    def changed(self, spans: Iterable[Span], cues: Iterable[Cue]) -> "Timeline":
        """The same session with other spans and cues, these sorted; sounds before speech."""
        ordered = sorted(cues, key=lambda cue: (cue.at, cue.kind == "say"))
        return replace(self, spans=tuple(spans), cues=tuple(ordered))

    def unanswered(self, at: Ms) -> "Timeline":
        """The same session without what was said before `at` ms because a key was pressed."""
        kept = tuple(cue for cue in self.cues if cue.at >= at or not cue.answers)
        return self if len(kept) == len(self.cues) else replace(self, cues=kept)

    def noted(self, note: str) -> "Timeline":
        """The same session with one note more; "" adds none."""
        return replace(self, notes=(*self.notes, note)) if note else self

    def at(self, position: Ms) -> Moment:
        """The moment at `position` ms; defined for every number."""
        position = max(0, min(position, self.total))
        index = self.index_at(position)
        span = self.spans[index]
        first, last = self.group_at(index)
        start, end = self.spans[first].start, self.spans[last].end
        step = self._step_at(index)
        upcoming = (s.title for s in self.spans[index:] if s.step is not None and s.step > step)
        return Moment(
            position=position,
            total=self.total,
            span=span,
            step=step,
            steps=self.steps,
            left=end - position,
            share=(position - start) / (end - start),
            next_title=next(upcoming, ""),
            phase=self._phase_at(position, index),
        )

    def step_start(self, step: int) -> Ms:
        """Where step `step` (from 1) begins: its lead. The end span for a step past the last."""
        for span in self.spans:
            if span.step is not None and span.step >= step:
                return span.start
        return self.spans[-1].start

    def _step_at(self, index: int) -> int:
        """The step of span `index`; of one without: that of the one before, or after a lead."""
        span = self.spans[index]
        if span.step is not None or index == 0:
            return span.step or 0
        if span.kind == "lead":
            return next((one.step for one in self.spans[index:] if one.step is not None), 0)
        return next((one.step for one in self.spans[index::-1] if one.step is not None), 0)

    def _phase_at(self, position: Ms, index: int) -> Phase | None:
        """The phase of the breath at `position`, which lies in span `index`."""
        span = self.spans[index]
        if span.kind == "breath" and span.phase is not None:
            full = index > 0 and self.spans[index - 1].phase == "in"
            return Phase(span.phase, span.start, span.end, full)
        if span.breath is None:
            return None
        first, last = self.run_at(index)
        begun = self.spans[first].start
        start = position - (position - begun) % span.breath.length
        if start + span.breath.length > self.spans[last].end:
            return None  # a last breath that does not fit is not begun
        before = ""
        for name, length in span.breath.phases:
            if position < start + length:
                return Phase(name, start, start + length, before == "in")
            before, start = name, start + length
        return None

    def _same_step(self, index: int, other: int) -> bool:
        a, b = self.spans[index], self.spans[other]
        return a.kind in WORK_KINDS and a.step == b.step

    def _same_work(self, index: int, other: int) -> bool:
        a, b = self.spans[index], self.spans[other]
        return a.kind in WORK_KINDS and (a.step, a.side) == (b.step, b.side)
