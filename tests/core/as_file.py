"""A drawn routine written out as a file."""

from typing import Any

import yaml

from relax_coach.core.routine import (
    Breathing,
    Continuous,
    Held,
    Massage,
    Paced,
    Pulsed,
    Repeat,
    Rest,
    Routine,
    Step,
    Timing,
    Wait,
)  # fmt: skip


def as_file(routine: Routine) -> str:
    keys = {"format": 1, "title": routine.title, "language": routine.language, "who": routine.who}
    keys |= {"position": routine.position, "cues": routine.cues, "cautions": ["pregnancy"]}
    keys |= {"steps": [_step(step) for step in routine.steps]}
    return yaml.safe_dump(keys, sort_keys=False, allow_unicode=True)


def _step(step: Step) -> dict[str, Any]:
    """The keys of a step, without those that say nothing."""
    keys = {"say": step.say, "position": step.position, "lead": step.lead / 1000, **_own(step)}
    return {key: value for key, value in keys.items() if value not in ("", None, [], ())}


def _own(step: Step) -> dict[str, Any]:
    match step:
        case Massage():
            return {
                "target": step.target,
                "technique": step.technique,
                **_timing(step.timing),
                "breath": str(step.breath or ""),
                "side": step.side,
                "pressure": step.pressure,
                "hand": step.hand,
                "switch": None if step.switch is None else step.switch / 1000,
                "until": "eased" if step.until_eased else "",
                "during": list(step.during),
            }
        case Breathing():
            during = list(step.during)
            keys = {"breathe": str(step.breath), "times": step.times, "during": during}
            return keys | {"target": step.target, "side": step.side}
        case Rest():
            return {"rest": step.length / 1000, "target": step.target, "side": step.side}
        case Wait():
            return {"wait": "yes", "for": step.length / 1000 if step.limited else ""}
        case Repeat():
            steps = [_step(one) for one in step.steps]
            return {"repeat": step.times, "between": step.between / 1000, "steps": steps}
    raise TypeError(step)


def _timing(timing: Timing) -> dict[str, Any]:
    match timing:
        case Continuous(length):
            return {"for": f"{length / 1000}s"}
        case Pulsed(hold, release, times):
            return {"hold": hold / 1000, "release": release / 1000, "times": times}
        case Paced(_, times):
            return {"times": times}
        case Held(length):
            return {"wait": "yes", "for": length / 1000}
