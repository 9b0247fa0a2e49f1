"""What stands on the sheet of a routine: its steps as they are written, each round once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from relax_coach.bodymap.picture import PERSON, Picture
from relax_coach.bodymap.scene import seen
from relax_coach.core import instruction, safety, vocabulary
from relax_coach.core.options import Answered, Options
from relax_coach.core.phrases import clock, felt, spoken_time
from relax_coach.core.plan import Plan
from relax_coach.core.routine import Repeat, Routine, Step
from relax_coach.core.ruling import REFUSED
from relax_coach.core.timeline import Span, Timeline
from relax_coach.core.verdict import Verdict

READ_ONLY = "What follows is to be read, not to be done now."
"""Said where the routine is refused."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One step, with the times and words of when it is played first."""

    lead: Span
    work: tuple[Span, ...]
    sources: tuple[str, ...]
    who: str
    """Whom the routine is for, as in Timeline."""

    @property
    def number(self) -> int:
        assert self.lead.step
        return self.lead.step

    @property
    def time(self) -> tuple[str, ...]:
        """How long it takes; of a wait that it ends when the person goes on."""
        whole = clock(sum(span.length for span in self.work))
        if self.work[0].kind != "wait":
            return (whole,)
        return (
            ("until you go on",) if self.work[0].open else ("until you go on", f"{whole} at most")
        )

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides visited, each once."""
        return tuple(dict.fromkeys(span.side for span in self.work if span.side))

    @property
    def side(self) -> str:
        """Which sides in which order; "" where there is none to name."""
        if self.sides in ((), ("midline",)):
            return ""
        pairs = list(pairwise(self.work))
        turns = [one.side or "" for before, one in pairs if before.end < one.start]
        if len(self.sides) > 1:
            if not turns and sum(one.side != other.side for one, other in pairs) > 1:
                return "left and right in turn"
            return " then ".join([self.sides[0], *(turns or self.sides[1:])])
        return f"{self.sides[0]}, twice" if turns else self.sides[0]

    @property
    def times(self) -> str:
        cycles = self.work[0].cycles
        return f"{cycles} times" if cycles and cycles > 1 else ""

    @property
    def hand(self) -> str:
        """With what it is done, or ""."""
        hand = self.lead.hand
        return vocabulary.HANDS[hand].name if hand and hand != "none" else ""

    @property
    def pressure(self) -> str:
        return f"pressure {felt(self.lead.pressure)}" if self.lead.pressure else ""

    @property
    def picture(self) -> Picture | None:
        """The one picture of it, both sides in it where both are visited; None where none is."""
        side = "both" if len(self.sides) > 1 else self.work[0].side
        return self._picture(side)

    @property
    def pictures(self) -> tuple[tuple[str, Picture], ...]:
        """A picture for each side, with that side ("" where there is only one)."""
        found = [(side, self._picture(side)) for side in self.sides or ("",)]
        return tuple((side, picture) for side, picture in found if picture)

    def _picture(self, side: str | None) -> Picture | None:
        found = seen(replace(self.work[0], side=side), self.who)
        return None if found is PERSON else found


@dataclass(frozen=True, slots=True)
class Rounds:
    """A repeat: what is said before it, and one round of it."""

    first: int
    last: int
    title: str
    facts: tuple[str, ...]
    texts: tuple[str, ...]
    entries: tuple["Entry | Rounds", ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A routine, its session, and what conditions make of it."""

    routine: Routine
    timeline: Timeline
    verdict: Verdict
    entries: tuple[Entry | Rounds, ...]

    @property
    def length(self) -> str:
        return f"{clock(self.timeline.total)}, of which {clock(self.timeline.work)} is work"

    @property
    def position(self) -> str:
        """The name of the one it begins in; "" where any will do."""
        return "" if self.routine.position == "any" else self.verdict.position

    @property
    def is_for_two(self) -> bool:
        return self.routine.who == "partner"

    @property
    def is_refused(self) -> bool:
        return self.verdict.result == REFUSED

    @property
    def for_you(self) -> tuple[str, tuple[str, ...]]:
        """What the answers that are kept on this machine make of it: a heading and sentences."""
        if not self.verdict.sentences:
            return "", ()
        head = "Not for you now" if self.is_refused else "For you"
        return f"{head}, by what you answered", (*self.verdict.sentences, *self.verdict.advice)

    @property
    def notes(self) -> tuple[str, ...]:
        known = self.verdict.sentences
        return tuple(note for note in self.timeline.notes if note not in known)

    @property
    def cautions(self) -> tuple[str, ...]:
        return tuple(vocabulary.CAUTIONS[word].name for word in self.routine.every_caution)

    @property
    def stops(self) -> tuple[str, ...]:
        """Any one of these ends a session."""
        return (*safety.STOP_RULES, *self.routine.stop_if)

    @property
    def by(self) -> str:
        """Author and licence."""
        return " · ".join(part for part in (self.routine.author, self.routine.license) if part)


def sheet(routine: Routine, options: Options, timeline: Timeline, verdict: Verdict) -> Sheet:
    """The sheet of `routine` with the times of `timeline`, its session with `options`."""
    steps = _Steps(Plan(routine, options), timeline)
    return Sheet(routine, timeline, verdict, tuple(steps.entries(routine.steps)))


class _Steps:
    """The steps of a sheet; their numbers are those of playing. What is left out is not there."""

    def __init__(self, plan: Plan, timeline: Timeline) -> None:
        self.spans: dict[int, list[Span]] = {}
        for span in timeline.spans:
            if span.step is not None:
                self.spans.setdefault(span.step, []).append(span)
        self.numbers: dict[int, int] = {}
        """When a step is played first, by the id of the step as it is written."""
        for item in plan.items:
            if isinstance(item, Answered):
                self.numbers.setdefault(id(item.written), item.number)
        self.number = 0
        self.who = timeline.who

    def entries(self, steps: Iterable[Step]) -> Iterator[Entry | Rounds]:
        for step in steps:
            if isinstance(step, Repeat):
                yield from self._rounds(step)
            elif id(step) in self.numbers:
                self.number += 1
                spans = self.spans[self.numbers[id(step)]]
                # With two, a question about the pressure comes before what leads into the step.
                *_, lead = (span for span in spans if span.kind == "lead")
                work = tuple(span for span in spans if span.kind not in ("lead", "switch"))
                sources = tuple(str(source) for source in step.sources)
                yield Entry(lead, work, sources, self.who)

    def _rounds(self, repeat: Repeat) -> Iterator[Rounds]:
        before = self.number
        inner = tuple(self.entries(repeat.steps))
        if self.number == before:
            return
        self.number = before + (self.number - before) * repeat.times
        facts = [f"{repeat.times} rounds"] if repeat.title else []
        if repeat.between:
            facts.append(f"{spoken_time(repeat.between)} of rest between")
        said = (instruction.fill(repeat.say, repeat, "", ""), repeat.show)
        yield Rounds(
            before + 1,
            self.number,
            instruction.title(repeat, "", ""),
            tuple(facts),
            tuple(text for text in said if text),
            inner,
        )
