"""What no step may ask for: caps on pressure and on single presses.

The rules hold for everyone's files; their sources stand in docs/routine-format.md ("Safety").
"""

from collections.abc import Mapping

from relax_coach.core import vocabulary
from relax_coach.core.problem import Place
from relax_coach.core.report import Report
from relax_coach.core.routine import Massage, Ms, Paced, Pulsed

STRONGEST = 7
PRESSES = frozenset({"static_press", "pincer", "compression"})
KNUCKLES = frozenset(
    {"upper_trapezius", "levator_scapulae", "gb21_jianjing", "between_shoulder_blades"}
)
THERMAL = ("heat", "cold")
LONGEST_THERMAL: Ms = 20 * 60_000
LONGEST_BALL_HOLD: Ms = 5 * 60_000
BALL_PRESSURE = 3
LONGEST_WAIT: Ms = 120_000
"""Of a massage that waits for the person."""

PARTNER_CAPS = {"shoulder": 6, "neck": 4, "head": 3}
"""The giver cannot feel it: the highest pressure by region (our own judgement)."""

Places = Mapping[str, Place]
"""Where a step's values stand, by key; "" is the step's first key."""


def cap(target: str, who: str = "self") -> int:
    """The highest pressure allowed on `target`, 0 to STRONGEST."""
    place = vocabulary.TARGETS[target]
    most = min(place.cap or 0, STRONGEST)
    return min(most, PARTNER_CAPS[place.region]) if who == "partner" else most


def longest(technique: str | None, target: str, hand: str | None) -> Ms | None:
    """The longest unbroken work in ms; None where there is no limit."""
    if technique in PRESSES:
        return vocabulary.LONGEST_PRESS[vocabulary.TARGETS[target].region]
    if technique in THERMAL:
        return LONGEST_THERMAL
    if technique == "hold" and hand == "soft_ball":
        return LONGEST_BALL_HOLD
    return None


def longest_wait(technique: str, target: str, hand: str) -> Ms:
    """How long a massage may wait for the person, in ms: a press no longer than a press may be."""
    return min(LONGEST_WAIT, longest(technique, target, hand) or LONGEST_WAIT)


def single(step: Massage) -> Ms:
    """The longest stretch of a step that is worked without a break, in ms."""
    timing = step.timing
    if isinstance(timing, Pulsed) and step.technique in THERMAL and not timing.release:
        return timing.length  # one lies on the other
    return timing.hold if isinstance(timing, Pulsed | Paced) else timing.length


def check_step(step: Massage, who: str, places: Places, report: Report) -> None:
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
    _check_pressure(step, who, places, report)
    _check_length(step, places, report)


def _check_pressure(step: Massage, who: str, places: Places, report: Report) -> None:
    most = cap(step.target, who)
    if step.technique in THERMAL:
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
    if most is not None and single(step) > most:
        key = next(key for key in ("hold", "for", "breath", "") if key in places)
        name = vocabulary.TECHNIQUES[step.technique].name
        said = f"{name} here lasts at most {most // 1000} s without a break"
        report.add("over-cap", places[key], said, "use hold, release and times")
