"""Warnings of sense: the file is right, but is it what its author meant?

They are no part of the format: another reader of it need not give them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from relax_coach.core import vocabulary
from relax_coach.core.claim import claims
from relax_coach.core.codes import Code
from relax_coach.core.compile import READING, compile_routine
from relax_coach.core.document import Document
from relax_coach.core.phrases import clock
from relax_coach.core.problem import Place, Problem
from relax_coach.core.routine import Massage, Ms, Paced, Pulsed, Repeat, Routine, Step
from relax_coach.core.speech import reading
from relax_coach.core.totals import visits_of

OFF = 0.25
"""The part of the time in a title by which the total may be off."""
JUMP = 3
"""Levels of pressure that one step may lie above the one before it, in the same region."""
UNRESTED: Ms = 600_000
"""Work on oneself without a pause, after which one is missed (all three: our own judgement)."""
PASSIVE = frozenset({"heat", "cold", "hold", "palming"})
"""In which the hands rest."""
PAUSE: Ms = 5_000
"""A shorter rest is none; so long a release after each press is one."""
ONE_SIDED = frozenset({"left", "right"})
_NO_SIDE = re.compile(
    r"\b(what is|what's|time) left\b|\bleft ?overs?\b|\b(all|just) right\b"
    r"|(?<!the )(?<!your )(?<!my )\bright (now|away|after|before|here|there|where|at)\b"
)
""" "What is left of the day", "all right": words of a side that name none."""

_PRESS = "- target: shoulder\n  technique: knead\n  for: 60s"
_SOURCES = "sources: [My physiotherapist]\n"
_TOP = f"format: 1\ntitle: Shoulders\ncautions: []\n{_SOURCES}steps:\n"

_CODES = (
    Code(
        "long-instruction",
        "The instruction takes longer to read than there is time before the work begins.",
        "Say less, write a longer `lead`, or put what is only to be read into `show`.",
        wrong=f"{_TOP}{_PRESS}\n  say: >-\n    {'Find the thick ridge of muscle. ' * 8}",
        right=f"{_TOP}{_PRESS}\n  say: Find the thick ridge of muscle.",
    ),
    Code(
        "far-total",
        "The title tells a time, and the session takes much longer or shorter.",
        "Correct the title, or the times of the steps.",
        wrong=_TOP.replace("Shoulders", "Ten minutes for the shoulders") + _PRESS,
        right=_TOP.replace("Shoulders", "1 minute 30 seconds for the shoulders") + _PRESS,
    ),
    Code(
        "one-side",
        "A place is worked on one side alone.",
        "Write `side: each`, or leave `side` out; where one side is meant, name it in the title.",
        wrong=f"{_TOP}{_PRESS}\n  side: left",
        right=f"{_TOP}{_PRESS}\n  side: each",
    ),
    Code(
        "pressure-jump",
        f"The pressure rises by more than {JUMP} from one step to the next in the same region.",
        "Put a step between them, or begin more firmly: a muscle wants to be warmed first.",
        wrong=f"{_TOP}{_PRESS}\n  pressure: 2\n{_PRESS}\n  pressure: 6",
        right=f"{_TOP}{_PRESS}\n  pressure: 2\n{_PRESS}\n  pressure: 4",
    ),
    Code(
        "no-source",
        "Nothing says where the content comes from.",
        "Add `sources` with a title at the top or on a step: the sheet, the book, the person.",
        wrong=_TOP.replace(_SOURCES, "") + _PRESS,
        right=_TOP + _PRESS,
    ),
    Code(
        "no-rest",
        f"More than {UNRESTED // 60_000} minutes of work without a rest, a breath or a wait.",
        "Put `- rest: 20s` between two steps.",
        wrong=f"{_TOP}- repeat: 3\n  steps:\n    - target: chest\n      technique: movement\n"
        "      side: each\n      for: 2m",
        right=f"{_TOP}- repeat: 3\n  between: 20s\n  steps:\n    - target: chest\n"
        "      technique: movement\n      side: each\n      for: 2m",
    ),
    Code(
        "same-title",
        "Two steps that do different things have the same title.",
        "Give each its own, or leave it out: it is made from the other keys.",
        wrong=f"{_TOP}{_PRESS}\n  title: Knead\n- rest: 20s\n  title: Knead",
        right=f"{_TOP}{_PRESS}\n  title: Knead\n- rest: 20s\n  title: Hands down",
    ),
)

SENSE: Mapping[str, Code] = {code.word: code for code in _CODES}


def considered(found: Document) -> Document:
    """`found` with the warnings of sense among its problems; as it is where it has errors."""
    if found.routine is None:
        return found
    warnings = sense(found.routine, found.title_place)
    problems = sorted(dict.fromkeys((*found.problems, *warnings)), key=lambda one: one.order)
    return replace(found, problems=tuple(problems))


def sense(routine: Routine, title: Place) -> Iterator[Problem]:
    """What an author should look at again. `title`: where that stands."""
    yield from _instructions(routine)
    yield from _total(routine, title)
    yield from _sides(routine)
    yield from _pressures(routine)
    if not routine.every_source:
        yield _warning("no-source", Place(), "nothing says where this comes from")
    tired = _Pauses().follow(routine.steps) if routine.who == "self" else None
    if tired is not None:
        minutes = UNRESTED // 60_000
        yield _warning("no-rest", tired, f"more than {minutes} minutes of work without a rest")
    yield from _titles(routine)


def _warning(code: str, place: Place, message: str) -> Problem:
    return Problem(code, place, message, SENSE[code].remedy, "warning")


def _instructions(routine: Routine) -> Iterator[Problem]:
    for step in routine.written:
        needed, there_is = reading(step.say, routine.language), max(step.lead, READING[1])
        if step.say and needed > there_is:
            said = (
                f"the instruction takes about {needed // 1000} s to read, and without a voice "
                f"there are {there_is // 1000} s"
            )
            yield _warning("long-instruction", step.place, said)


def _total(routine: Routine, place: Place) -> Iterator[Problem]:
    told = tuple(claims(routine.title))
    if not told:
        return
    timeline = compile_routine("", routine)
    lengths = (timeline.total, timeline.work)  # "30-second jaw" leaves out what leads into it
    if not any(
        least - OFF * least <= length <= most + OFF * most
        for least, most in told
        for length in lengths
    ):
        said = f"the title tells of {clock(told[0][1])}, and it takes {clock(timeline.total)}"
        yield _warning("far-total", place, said)


def _sides(routine: Routine) -> Iterator[Problem]:
    sides: dict[str, set[str]] = {}
    first: dict[str, Massage] = {}
    for step in routine.massages:
        side = step.side or vocabulary.TARGETS[step.target].default_side
        sides.setdefault(step.target, set()).add(side)
        first.setdefault(step.target, step)
    told = _words(" ".join((routine.title, routine.summary, *routine.tags)))
    for target, step in first.items():
        words = told | _words(step.title)
        if step.side in words or step.side[:1] in words:  # "The left shoulder": it is meant
            continue
        if len(sides[target]) == 1 and sides[target] <= ONE_SIDED:
            named = vocabulary.TARGETS[target].name
            said = f"the {named} is worked on the {step.side} side alone"
            yield _warning("one-side", step.place, said)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", _NO_SIDE.sub("", text.lower())))


def _pressures(routine: Routine) -> Iterator[Problem]:
    touching = (
        one for one in _played(routine.steps) if vocabulary.TECHNIQUES[one.technique].touches
    )
    for before, step in pairwise(touching):
        regions = {vocabulary.TARGETS[one.target].region for one in (before, step)}
        if len(regions) == 1 and step.pressure - before.pressure > JUMP:
            said = f"the pressure rises from {before.pressure} to {step.pressure} at once"
            again = step.place <= before.place
            told = f"{said}, from one round to the next" if again else said
            yield _warning("pressure-jump", step.place, told)


def _played(steps: Iterable[Step]) -> Iterator[Massage]:
    """As they are played, but of a repeat two rounds: the others are as the second."""
    for step in steps:
        if isinstance(step, Repeat):
            for _ in range(min(step.times, 2)):
                yield from _played(step.steps)
        elif isinstance(step, Massage):
            yield step


def _titles(routine: Routine) -> Iterator[Problem]:
    """A title that names two things; the same thing may come again."""
    seen: dict[str, tuple[object, ...]] = {}
    for step in routine.written:
        what = (type(step), getattr(step, "target", ""), getattr(step, "technique", ""))
        if isinstance(step, Repeat) and not step.say:  # it is not told
            continue
        title = " ".join(step.title.casefold().split())
        if title and seen.setdefault(title, what) != what:
            yield _warning("same-title", step.place, "another step before it has the same title")


@dataclass(slots=True)
class _Pauses:
    """How long there was no pause."""

    work: Ms = 0

    def follow(self, steps: Iterable[Step]) -> Place | None:
        """Where it became too long; None when nowhere."""
        for step in steps:
            tired = self._rounds(step) if isinstance(step, Repeat) else self._step(step)
            if tired is not None:
                return tired
        return None

    def _rounds(self, step: Repeat) -> Place | None:
        """A round that ends as the one before it brings nothing new."""
        for number in range(step.times):
            before = self.work
            if number and step.between >= PAUSE:
                self.work = 0
            tired = self.follow(step.steps)
            if tired is not None:
                return tired
            if number and self.work == before:
                return None
        return None

    def _step(self, step: Step) -> Place | None:
        if isinstance(step, Massage) and step.technique in PASSIVE:
            self.work = 0
        elif isinstance(step, Massage):
            timing = step.timing
            pulses = timing if isinstance(timing, Pulsed | Paced) else None
            if pulses is not None and pulses.release >= PAUSE:
                self.work = 0
                return None
            work = pulses.hold * pulses.times if pulses is not None else timing.length
            self.work += work * visits_of(step)
            if self.work > UNRESTED:
                return step.place
        elif getattr(step, "length", 0) >= PAUSE:
            self.work = 0
        return None
