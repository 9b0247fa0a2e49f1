"""What the steps of a session add up to, found without writing repeats out.

A total is a Counter: work by target and side in ms, breaths held long, quick breathing in ms,
steps, and the length of the session in ms. A repeat counts its round as often as it is played.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from relax_coach.core import vocabulary
from relax_coach.core.problem import Place
from relax_coach.core.report import Report
from relax_coach.core.routine import (
    Breath,
    Breathing,
    Massage,
    Ms,
    Paced,
    Pulsed,
    Repeat,
    Rest,
    Step,
    Wait,
)  # fmt: skip

UNCOUNTED = frozenset(
    {
        "stretch_hold", "active_movement", "isometric", "post_isometric_relaxation",
        "hold", "palming", "heat", "cold",
    }
)  # fmt: skip
"""Techniques whose time does not count toward the most work on one target."""

LONG_HOLD: Ms = 5_000
MOST_HELD_BREATHS = 8
SHORT_BREATH: Ms = 3_000
MOST_SHORT_BREATHING: Ms = 30_000
MOST_STEPS = 2_000
LONGEST_SESSION: Ms = 3 * 3_600_000
LEAST_LEAD: Ms = 2_000


class Work(NamedTuple):
    """A key of a total: the work on one side of a target."""

    target: str
    side: str


HELD, SHORT, STEPS, SESSION = "held", "short", "steps", "session"
Key = Work | str
Total = Counter[Key]


def limit_of(key: Key) -> int:
    """The most a session may hold of `key`."""
    if isinstance(key, Work):
        return vocabulary.MOST_PER_TARGET
    return {
        HELD: MOST_HELD_BREATHS,
        SHORT: MOST_SHORT_BREATHING,
        STEPS: MOST_STEPS,
        SESSION: LONGEST_SESSION,
    }[key]


def check_totals(steps: tuple[Step, ...], report: Report) -> None:
    """Report what the steps together exceed, each at the step that exceeds it."""
    told = set()
    totals: dict[int, Total] = {}
    for key, amount in total_of(steps, totals).items():
        if amount <= limit_of(key):
            continue
        place = _exceeding(steps, key, 0, totals)
        code, said, remedy = _excess(key)
        if (place, said) not in told:  # both sides of one target are one problem
            told.add((place, said))
            report.add(code, place, said, remedy)


def total_of(steps: Iterable[Step], known: dict[int, Total] | None = None) -> Total:
    """What `steps` add up to. `known` keeps the totals of repeats, by the id of the step."""
    total: Total = Counter()
    for step in steps:
        total.update(_of(step, {} if known is None else known))
    return total


def counted(step: Massage) -> Ms:
    """The work of one side that counts toward the most on one target, in ms."""
    if step.technique in UNCOUNTED:
        return 0
    timing = step.timing
    return timing.hold * timing.times if isinstance(timing, Pulsed | Paced) else timing.length


def sides_of(side: str) -> tuple[str, ...]:
    """The sides on which work on `side` counts."""
    return (side,) if side in ("left", "right") else ("left", "right")


def breaths_of(step: Massage) -> int:
    """How many breaths the pacer of a massage step begins on one side."""
    if step.breath is None:
        return 0
    return step.timing.length // step.breath.length


def visits_of(step: Massage) -> int:
    """How often the work of a step is done: on one side after the other, or once."""
    side = step.side or vocabulary.TARGETS[step.target].default_side
    return 2 if side in ("each", "alternate", "sore") else 1


def add_breaths(total: Total, breath: Breath, times: int) -> None:
    """Count `times` breaths where their kind has a limit."""
    if max(breath.hold, breath.rest) >= LONG_HOLD:
        total[HELD] += times
    if breath.length < SHORT_BREATH:
        total[SHORT] += breath.length * times


def _of(step: Step, known: dict[int, Total]) -> Total:
    """What one step adds."""
    total: Total = Counter()
    if isinstance(step, Repeat):
        if id(step) not in known:
            for key, amount in total_of(step.steps, known).items():
                total[key] = amount * step.times
            total[SESSION] += step.between * (step.times - 1) + (LEAST_LEAD if step.say else 0)
            known[id(step)] = total
        return known[id(step)]
    total[STEPS] = 1
    total[SESSION] = LEAST_LEAD
    if isinstance(step, Rest | Wait):
        total[SESSION] += step.length
    elif isinstance(step, Breathing):
        total[SESSION] += step.length
        add_breaths(total, step.breath, step.times)
    elif isinstance(step, Massage):
        side = step.side or vocabulary.TARGETS[step.target].default_side
        visits = visits_of(step)
        # No switch stands between sides that alternate.
        switch = (step.switch or 0) if visits > 1 and side != "alternate" else 0
        total[SESSION] += step.length * visits + switch
        for one in sides_of(side):
            total[Work(step.target, one)] += counted(step)
        if step.breath is not None:
            add_breaths(total, step.breath, breaths_of(step) * visits)
    return total


def _exceeding(steps: tuple[Step, ...], key: Key, before: int, known: dict[int, Total]) -> Place:
    """Where the step stands with which `key` goes past its limit; `before` is there already.

    Of a repeat only the round in which it happens is looked at.
    """
    for step in steps:
        amount = _of(step, known)[key]
        if before + amount <= limit_of(key):
            before += amount
            continue
        if not isinstance(step, Repeat):
            return step.place
        one_round = sum(_of(inner, known)[key] for inner in step.steps)
        pause = step.between if key == SESSION else 0
        before += LEAST_LEAD if key == SESSION and step.say else 0
        before += (limit_of(key) - before) // (one_round + pause) * (one_round + pause)
        if before + one_round <= limit_of(key):  # it is the rest between two rounds
            return step.place
        return _exceeding(step.steps, key, before, known)
    raise ValueError(f"{key} is within its limit")


def _excess(key: Key) -> tuple[str, str, str]:
    """The code of a total that is too much, the sentence, and the remedy."""
    if isinstance(key, Work):
        name = vocabulary.TARGETS[key.target].name
        said = f"more than 10 min on the {name} in one session"
        return "over-cap", said, "shorten this step or one before it there, or repeat it less often"
    if key == HELD:
        said = f"breaths held for 5 s or more: at most {MOST_HELD_BREATHS} a session"
        return "over-cap", said, "hold shorter, or breathe so less often"
    if key == SHORT:
        said = "breaths under 3 s: at most 30 s a session"
        return "over-cap", said, "breathe slower, or so less often"
    if key == STEPS:
        said = "a session has at most 2,000 steps, repeats written out"
        return "too-long", said, "repeat less often, or make two routines of it"
    said = "a session has at most 3 hours, with 2 s for each lead"
    return "too-long", said, "shorten the steps, or make two routines of it"
