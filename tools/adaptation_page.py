"""docs/adaptation.md: ten sessions before and after they adapt, and every preset in less time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from relax_coach import coach
from relax_coach.audio.voice import manifest
from relax_coach.audio.voice.spoken import Spoken
from relax_coach.core.adapt import adaptations, adapted
from relax_coach.core.compile import compile_routine
from relax_coach.core.fit import CannotFit
from relax_coach.core.options import Options
from relax_coach.core.phrases import clock
from relax_coach.core.record import UNSAID, Ratings
from relax_coach.core.routine import Ms, Routine
from relax_coach.core.speech import Speech
from relax_coach.core.timeline import WORK_KINDS, Timeline
from relax_coach.store import library

PAGE = Path(__file__).resolve().parents[1] / "docs" / "adaptation.md"
MINUTES = (2, 5, 10)


@dataclass(frozen=True, slots=True)
class Case:
    """A person before a session."""

    name: str
    told: str
    """What they said, or what is known of last time."""
    options: Options = field(default_factory=Options)
    felt: Ratings = UNSAID
    eased: Mapping[str, int] = field(default_factory=dict)
    twice: bool = False


CASES = (
    Case("shoulders", "The right side is sore.", Options(side="right")),
    Case("desk-break", "The left side is sore, and is wanted twice.", Options(side="left"), twice=True),
    Case("shoulders", "The right side is sore, and is wanted twice.", Options(side="right"), twice=True),
    Case("mini-massage", "It is the left side of the jaw, and it is wanted twice.",
         Options(side="left", spot="masseter"), twice=True),
    Case("jaw", "Tightness is 8 of 10.", felt=Ratings(tightness=8)),
    Case("suboccipital", "Last time the base of the skull was eased by two levels.",
         eased={"suboccipital": 2}),
    Case("self-points-daily", "The right side is sore, tightness is 7, and last time the shoulder was eased.",
         Options(side="right"), Ratings(tightness=7), {"upper_trapezius": 1, "levator_scapulae": 1}),
    Case("pressure-points", "Blood pressure is not under control, and tightness is 9.",
         Options(held=frozenset({"pressure"})), Ratings(tightness=9)),
    Case("trial-quinn", "For two: the receiver's right side is sore. What the giver feels says nothing.",
         Options(side="right"), Ratings(tightness=9), {"upper_trapezius": 2}),
    Case("shoulders", "The right side is sore and wanted twice, tightness is 7, and there are seven minutes.",
         Options(side="right", fit=420_000), Ratings(tightness=7), twice=True),
)  # fmt: skip


def page() -> str:
    """The whole page."""
    voice = Spoken(manifest.read(PAGE.parents[1] / "sounds" / "voice" / "en")).length
    return "\n".join([_INTRO, *_cases(voice), _FIT, *_fits(voice)]) + "\n"


_INTRO = """\
# How a session adapts

Made by `python tools/pages.py`. Before a session the program may propose up to four changes, each in one
sentence and each to be refused by itself:

- The side that is sore comes **first**. The other side has its whole time too.
- The sore side has **two** turns, if that is asked for. Where a limit would be broken (ten minutes on one
  side of one place, held breath, three hours in all) a step keeps its one turn; so do heat, cold and balls,
  and sides that alternate.
- With a tightness of 7 or more each place begins one level **lighter**, and goes on as it is written.
- A place that was **eased** last time begins so many levels lighter.

Nothing is ever pressed harder than written, a pressure is never taken below 1, and what a condition allows is
never exceeded. For two, ratings and what was eased are left out: they are the giver's own.

## Ten sessions, before and after

With the shipped voice. *4 of 10* is the pressure; steps that stay as they are have an empty last column."""

_FIT = """
## Every routine in 2, 5 and 10 minutes

With `--fit` and the shipped voice: the length that was reached, or why not, with the nearest that can be. Both
sides stay equal, single presses and pauses stay as they are written, and every limit is kept.

| routine | 2 min | 5 min | 10 min |
|---|---|---|---|"""


def _cases(voice: Speech) -> Iterator[str]:
    for number, case in enumerate(CASES, 1):
        routine = _routine(case.name)
        proposed = adaptations(routine, case.options, case.felt, case.eased, case.twice)
        session = adapted(case.options, proposed, case.eased)
        plain = replace(case.options, fit=None)
        before, after = (compile_routine("", routine, one, voice) for one in (plain, session))
        yield f"\n### {number}. {case.name}\n\n{case.told}\n"
        yield from (f"- {one.sentence}" for one in proposed)
        yield "\n| step | before | after |\n|---|---|---|"
        rows = zip(_rows(before), _rows(after), strict=True)
        yield from (
            f"| {title} | {was} | {now if now != was else ''} |" for (title, was), (_, now) in rows
        )
        yield f"| *whole* | {clock(before.total)} | {clock(after.total)} |"


def _routine(name: str) -> Routine:
    return coach.routine_of(library.find(name))


def _rows(timeline: Timeline) -> Iterator[tuple[str, str]]:
    """Of each step its title, and the time on each side in order with the pressure."""
    for step in range(1, timeline.steps + 1):
        spans = [span for span in timeline.spans if span.step == step]
        turns: list[tuple[str, Ms]] = []
        for before, span in zip([None, *spans], spans, strict=False):
            if span.kind not in WORK_KINDS:
                continue
            goes_on = turns and before and before.kind in WORK_KINDS and before.side == span.side
            length = turns.pop()[1] if goes_on else 0
            turns.append((span.side or "", length + span.length))
        told = ", ".join(f"{side} {round(length / 1000, 1):g} s".lstrip() for side, length in turns)
        pressure = next((span.pressure for span in spans if span.kind == "work"), None)
        yield spans[-1].title, f"{told}; {pressure} of 10" if pressure else told


def _fits(voice: Speech) -> Iterator[str]:
    for entry in library.entries():
        if entry.origin == "preset":
            routine = coach.routine_of(entry)
            cells = " | ".join(_fit(routine, minutes * 60_000, voice) for minutes in MINUTES)
            yield f"| {entry.name} | {cells} |"


def _fit(routine: Routine, wanted: Ms, voice: Speech) -> str:
    try:
        return clock(compile_routine("", routine, Options(fit=wanted), voice).total)
    except CannotFit as reason:
        which = "shortest" if reason.nearest > wanted else "longest"
        return f"no: the {which} is {clock(reason.nearest)}"
