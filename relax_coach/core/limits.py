"""What no routine may ask for: caps on pressure, on single presses, on breath and on totals.

The rules hold for everyone's files; their sources stand in docs/routine-format.md ("Safety").
"""

from collections import Counter
from collections.abc import Mapping

from relax_coach.core import vocabulary
from relax_coach.core.field import Report
from relax_coach.core.problem import Place
from relax_coach.core.routine import Breathing, Continuous, Massage, Ms, Rest, Step

STRONGEST = 7
PRESSES = frozenset({"static_press", "pincer", "compression"})
UNCOUNTED = frozenset(
    {
        "stretch_hold", "active_movement", "isometric", "post_isometric_relaxation",
        "hold", "palming", "heat", "cold",
    }
)  # fmt: skip
"""Techniques whose time does not count toward the most work on one target."""

KNUCKLES = frozenset(
    {"upper_trapezius", "levator_scapulae", "gb21_jianjing", "between_shoulder_blades"}
)
NEEDS_PREGNANCY = frozenset({"li4_hegu", "gb21_jianjing"})
LONGEST_THERMAL: Ms = 20 * 60_000
LONGEST_BALL_HOLD: Ms = 5 * 60_000
BALL_PRESSURE = 3
LONG_HOLD: Ms = 5_000
MOST_HELD_BREATHS = 8
SHORT_BREATH: Ms = 3_000
MOST_SHORT_BREATHING: Ms = 30_000
MOST_STEPS = 2_000
LONGEST_SESSION: Ms = 3 * 3_600_000
LEAST_LEAD: Ms = 2_000

Worked = Counter[tuple[str, str]]
"""Work in ms by target and side."""

Places = Mapping[str, Place]
"""Where a step's values stand, by key; "" is the step's first key."""


def cap(target: str) -> int:
    """The highest pressure allowed on `target`, 0 to STRONGEST."""
    return min(vocabulary.TARGETS[target].cap or 0, STRONGEST)


def longest(technique: str | None, target: str, hand: str | None) -> Ms | None:
    """The longest unbroken work in ms; None where there is no limit."""
    if technique in PRESSES:
        return vocabulary.LONGEST_PRESS[vocabulary.TARGETS[target].region]
    if technique in ("heat", "cold"):
        return LONGEST_THERMAL
    if technique == "hold" and hand == "soft_ball":
        return LONGEST_BALL_HOLD
    return None


def check_step(step: Massage, places: Places, report: Report) -> None:
    """Report what this massage step may not ask for."""
    target = vocabulary.TARGETS[step.target]
    technique = vocabulary.TECHNIQUES[step.technique]
    fault = vocabulary.fault_of_pair(target, technique)
    if fault:
        said = f"{technique.name} is not for the {target.name}"
        hint = "here: stretch, movement, tense or press and soften" if target.cap is None else ""
        report.add(fault, places["technique"], said, hint)
        return
    if step.side and step.side not in target.sides:
        said = f"`{step.side}` is not a side of the {target.name}"
        hint = "one of " + ", ".join(s for s in vocabulary.SIDES if s in target.sides)
        report.add("wrong-side", places["side"], said, hint)
    if step.hand == "knuckles" and step.target not in KNUCKLES:
        report.add("wrong-technique", places["hand"], "knuckles are for shoulders and upper back")
    _check_pressure(step, places, report)
    _check_length(step, places, report)


def _check_pressure(step: Massage, places: Places, report: Report) -> None:
    most = cap(step.target)
    if step.technique in ("heat", "cold"):
        most = 0
    elif step.technique == "hold" and step.hand == "soft_ball":
        most = min(most, BALL_PRESSURE)
    if step.target == vocabulary.SORE_SPOT:
        most = STRONGEST  # limited, and said, when the spot is chosen
    if "pressure" in places and step.pressure > most:
        name = vocabulary.TARGETS[step.target].name
        said = f"pressure {step.pressure} is too much: at most {most} on the {name}"
        report.add("over-cap", places["pressure"], said, f"pressure: {most}")


def _check_length(step: Massage, places: Places, report: Report) -> None:
    most = longest(step.technique, step.target, step.hand)
    single = step.timing.length if isinstance(step.timing, Continuous) else step.timing.hold
    if most is not None and single > most:
        key = "for" if isinstance(step.timing, Continuous) else "hold"
        name = vocabulary.TECHNIQUES[step.technique].name
        said = f"{name} here lasts at most {most // 1000} s without a break"
        report.add("over-cap", places[key], said, "use hold, release and times")


def check_totals(steps: list[tuple[Step, Places]], cautions: tuple[str, ...], rep: Report) -> None:
    """Report what the steps together exceed, each at the step that exceeds it."""
    worked: Worked = Counter()
    held = short = 0
    session: Ms = 0
    for number, (step, places) in enumerate(steps, 1):
        if isinstance(step, Massage):
            needed = step.target in NEEDS_PREGNANCY and rep.whole
            if needed and "pregnancy" not in cautions + step.cautions:
                said = f"the {vocabulary.TARGETS[step.target].name} needs a caution"
                rep.add("missing-caution", places["target"], said, "cautions: [pregnancy]")
            _count_work(step, places, worked, rep)
        elif isinstance(step, Breathing):
            if max(step.breath.hold, step.breath.rest) >= LONG_HOLD:
                held += step.times
                if held > MOST_HELD_BREATHS >= held - step.times:
                    said = f"breaths held for 5 s or more: at most {MOST_HELD_BREATHS} a session"
                    rep.add("over-cap", places[""], said)
            if step.breath.length < SHORT_BREATH:
                short += step.breath.length * step.times
                if short > MOST_SHORT_BREATHING >= short - step.breath.length * step.times:
                    rep.add("over-cap", places[""], "breaths under 3 s: at most 30 s a session")
        before = session
        session += work_of(step) + LEAST_LEAD
        if session > LONGEST_SESSION >= before or number == MOST_STEPS + 1:
            rep.add("too-long", places[""], "a session has at most 2,000 steps and 3 hours")


def _count_work(
    step: Massage, places: Places, worked: Counter[tuple[str, str]], rep: Report
) -> None:
    length = counted(step)
    side = step.side or vocabulary.TARGETS[step.target].default_side
    for one in sides_of(side):
        before = worked[step.target, one]
        worked[step.target, one] += length
        if worked[step.target, one] > vocabulary.MOST_PER_TARGET >= before:
            name = vocabulary.TARGETS[step.target].name
            rep.add("over-cap", places[""], f"more than 10 min on the {name} in one session")
            return


def counted(step: Massage) -> Ms:
    """The work of one side that counts toward the most on one target, in ms."""
    if step.technique in UNCOUNTED:
        return 0
    timing = step.timing
    return timing.length if isinstance(timing, Continuous) else timing.hold * timing.times


def sides_of(side: str) -> tuple[str, ...]:
    """The sides on which work on `side` counts."""
    return (side,) if side in ("left", "right") else ("left", "right")


def work_of(step: Step) -> Ms:
    """Work and switches of one step in ms, both sides counted where it is done on each."""
    if isinstance(step, Rest):
        return step.length
    if isinstance(step, Breathing):
        return step.breath.length * step.times
    assert isinstance(step, Massage)
    length = step.timing.length
    side = step.side or vocabulary.TARGETS[step.target].default_side
    if side == "alternate":  # no switch stands between its sides
        return length * 2
    return length * 2 + (step.switch or 0) if side in ("each", "sore") else length
