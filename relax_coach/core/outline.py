"""A routine as the plain keys and values of its file: for JSON, and to write a file from.

An outline is a mapping of the format's keys in their order: texts, numbers, lists of them, and
`steps` of further outlines. What the format would add by itself is left out. Read again it is the
same routine.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from relax_coach.core import limits, vocabulary
from relax_coach.core.duration import written
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
    Source,
    Step,
    Timing,
    Wait,
)  # fmt: skip

Outline = dict[str, Any]

TOP_KEYS = (
    "format", "title", "summary", "language", "who", "position", "needs", "tags", "cautions",
    "stop_if", "dose", "sources", "author", "license", "switch", "cues", "ambience", "steps",
)  # fmt: skip
STEP_KEYS = (
    "title", "repeat", "between", "target", "technique", "breathe", "rest", "wait", "position",
    "side", "pressure", "hand", "for", "hold", "release", "times", "until", "breath", "lead",
    "switch", "cautions", "say", "during", "show", "sources", "steps",
)  # fmt: skip
"""In the order in which they are written."""
REQUIRED = ("format", "title", "cautions", "steps")
_PLAIN = ("title", "summary", "language", "who", "position", "dose", "author", "license", "cues",
          "ambience")  # fmt: skip
_USUAL = Routine("", ())


def outline_of(routine: Routine) -> Outline:
    """The outline of a whole file."""
    found: Outline = {"format": 1, "title": routine.title, "cautions": list(routine.cautions)}
    for key in _PLAIN:
        if getattr(routine, key) != getattr(_USUAL, key):
            found[key] = getattr(routine, key)
    for key in ("needs", "tags", "stop_if"):
        if getattr(routine, key):
            found[key] = list(getattr(routine, key))
    if routine.sources:
        found["sources"] = list(map(_source, routine.sources))
    if routine.switch != _USUAL.switch:
        found["switch"] = written(routine.switch)
    found["steps"] = [_step(step, routine) for step in routine.steps]
    return in_order(found, TOP_KEYS)


def in_order(found: Mapping[str, Any], keys: Iterable[str]) -> Outline:
    """`found` in the order of `keys`; what is none of them comes last."""
    rest = [key for key in found if key not in keys]
    return {key: found[key] for key in (*keys, *rest) if key in found}


def _source(source: Source) -> str | dict[str, str]:
    told = {"title": source.title, "publisher": source.publisher, "year": source.year,
            "url": source.url}  # fmt: skip
    kept = {key: text for key, text in told.items() if text}
    return source.title if list(kept) == ["title"] else kept


def _step(step: Step, routine: Routine) -> Outline:
    found = dict(_common(step))
    match step:
        case Massage():
            found |= _massage(step, routine)
        case Breathing():
            found |= {"breathe": str(step.breath), "times": step.times, **_where(step)}
        case Rest():
            found |= {"rest": written(step.length), **_where(step)}
        case Wait():
            found |= {"wait": "yes"} | ({"for": written(step.length)} if step.limited else {})
        case Repeat():
            found |= {"repeat": step.times} | _unless(0, between=step.between)
            found["steps"] = [_step(one, routine) for one in step.steps]
    return in_order(found, STEP_KEYS)


def _common(step: Step) -> Iterator[tuple[str, Any]]:
    for key in ("title", "say", "show", "position"):
        if getattr(step, key):
            yield key, getattr(step, key)
    if step.lead:
        yield "lead", written(step.lead)
    if step.cautions:
        yield "cautions", list(step.cautions)
    if step.sources:
        yield "sources", list(map(_source, step.sources))
    if getattr(step, "during", ()):
        yield "during", list(step.during)  # type: ignore[attr-defined]


def _where(step: Massage | Breathing | Rest) -> Outline:
    told = {"target": step.target, "side": step.side, "hand": step.hand}
    return {key: word for key, word in told.items() if word}


def _massage(step: Massage, routine: Routine) -> Outline:
    found = {**_where(step), "technique": step.technique, **_timing(step.timing)}
    usual = vocabulary.TECHNIQUES[step.technique].pressure
    if step.pressure != min(usual, limits.cap(step.target, routine.who)):
        found["pressure"] = step.pressure
    if step.switch is not None:
        found |= _unless(routine.switch, switch=step.switch)
    if step.until_eased:
        found["until"] = "eased"
    if step.breath is not None:
        found["breath"] = str(step.breath)
    return found


def _timing(timing: Timing) -> Outline:
    match timing:
        case Continuous():
            return {"for": written(timing.length)}
        case Pulsed():
            once = {} if timing.times == 1 else {"times": timing.times}
            return {"hold": written(timing.hold), **_unless(0, release=timing.release), **once}
        case Paced():
            return {"breath": str(timing.breath), "times": timing.times}
        case Held():
            return {"wait": "yes", "for": written(timing.length)}


def _unless(usual: int, **length: int) -> Outline:
    return {key: written(one) for key, one in length.items() if one != usual}
