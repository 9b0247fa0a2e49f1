"""The steps of a document: nodes → Steps, each judged alone and then all together."""

import re
from typing import Any

from relax_coach.core import limits, vocabulary
from relax_coach.core.field import SHORTEST, Report
from relax_coach.core.node import Listing, Mapping, Node, Scalar
from relax_coach.core.problem import Place, shown
from relax_coach.core.routine import (
    DEFAULT_SWITCH,
    Breathing,
    Continuous,
    Massage,
    Ms,
    Pulsed,
    Rest,
    Step,
)  # fmt: skip
from relax_coach.core.schema import KEYS_OF, KIND_KEYS, STEP, STEP_LATER, Values, read_mapping

MOST_STEPS = 500
PLACEHOLDERS = ("side", "other_side", "target", "times", "time")
LATER = "later"
NO_TIMING = Continuous(SHORTEST)
"""Stands in where a timing could not be read, so that all the rest is judged all the same."""
_BRACES = re.compile(r"\{([^{}]*)\}")


class StepReader:
    """Reads the `steps` of one document."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def read(self, listed: Node, top: Values) -> list[tuple[Step, limits.Places]]:
        if not isinstance(listed, Listing):
            self.report.add("not-a-list", listed.place, "steps is a list: begin each with `- `")
            return []
        if not listed.items and self.report.whole:
            self.report.add("out-of-range", listed.place, "a routine has at least one step")
        if len(listed.items) > MOST_STEPS:
            said = f"{len(listed.items)} steps, at most {MOST_STEPS}"
            self.report.add("out-of-range", listed.place, said)
        steps = []
        for item in listed.items[:MOST_STEPS]:
            step = self._step(item, top.get("switch", DEFAULT_SWITCH))
            if step is not None:
                steps.append(step)
        limits.check_totals(steps, top.get("cautions", ()), self.report)
        return steps

    def _step(self, item: Node, switch: Ms) -> tuple[Step, limits.Places] | None:
        if not isinstance(item, Mapping) or not item.pairs:
            if self.report.whole:
                said = "a step is a list of keys"
                self.report.add("not-a-mapping", item.place, said, "for example `- rest: 10s`")
            return None
        first = item.pairs[0][0].place
        before = len(self.report.problems)
        kind = self._kind(item, first)
        if kind == LATER:
            return None
        keys = KEYS_OF.get(kind, frozenset(STEP))
        what = "a massage step" if kind == "massage" else f"a `{kind}` step"
        values = read_mapping(item, STEP, keys, STEP_LATER, what, self.report)
        places = {**values.places, "": first}
        step: Step | None
        if kind == "massage":
            step = self._massage(values, first, switch)
        elif kind == "breathe":
            step = self._breathing(values, first)
        else:
            step = self._rest(values, first) if kind == "rest" else None
        if isinstance(step, Breathing | Rest) and step.side:
            target = vocabulary.TARGETS.get(step.target)
            if target is None or step.side not in target.sides:
                said = f"`{step.side}` is not a side here"
                self.report.add("wrong-side", places["side"], said)
        sound = step is not None and len(self.report.problems) == before
        known = placeholders_of(step) if step is not None and sound else set(PLACEHOLDERS)
        self._placeholders(item, known)
        return (step, places) if step is not None and sound else None

    def _kind(self, item: Mapping, first: Place) -> str:
        """The step's kind by its key; "" where none can be told, LATER for one yet to come."""
        named = [(key.text, key.place) for key, _ in item.pairs if key.text in KIND_KEYS]
        keys = {key.text for key, _ in item.pairs}
        if "target" in keys or "technique" in keys:
            named = [(key, place) for key, place in named if key != "wait"]
        if len(named) > 1:
            (one, _), (two, place) = named[:2]
            said = f"a step is either `{one}` or `{two}`, not both"
            self.report.add("mixed-step", place, said, "write two steps")
            return ""
        kind = named[0][0] if named else ("massage" if "target" in keys else "")
        if kind in ("repeat", "wait"):
            hint = "it is part of the format and comes later; write the steps out for now"
            said = f"`{kind}` does not work yet in this version"
            self.report.add("unknown-key", named[0][1], said, hint)
            return LATER
        if not kind and self.report.whole:
            hint = "target and technique, or breathe, or rest"
            self.report.add("missing-key", first, "it is not said what this step does", hint)
        return "massage" if kind == "technique" else kind

    def _massage(self, values: Values, first: Place, switch: Ms) -> Massage | None:
        for key in ("target", "technique"):
            if key not in values.written and self.report.whole:
                self.report.add("missing-key", first, f"the key `{key}` is missing")
        timing = self._timing(values, first)
        got = values.values
        if "target" not in got or "technique" not in got:
            return None
        if got["target"] == "other" and "title" not in values.written and self.report.whole:
            self.report.add("missing-key", first, "`other` needs a title", "title: Wall slides")
        default = vocabulary.TECHNIQUES[got["technique"]].pressure
        step = Massage(
            place=first,
            target=got["target"],
            technique=got["technique"],
            timing=timing or NO_TIMING,
            side=got.get("side", ""),
            pressure=got.get("pressure", min(default, limits.cap(got["target"]))),
            hand=got.get("hand", ""),
            switch=got.get("switch", switch),
            until_eased="until" in got,
            **_common(values),
        )
        limits.check_step(step, {**values.places, "": first}, self.report)
        return step if timing is not None else None

    def _timing(self, values: Values, first: Place) -> Continuous | Pulsed | None:
        written = [key for key in values.written if key in ("for", "hold", "release", "times")]
        got = values.values
        if "for" in written and len(written) > 1:
            second = "for" if written[0] != "for" else written[1]
            hint = "either `for`, or `hold` with `release` and `times`"
            said = f"`{second}` is a second timing"
            self.report.add("two-timings", values.written[second], said, hint)
            return None
        if "for" not in written and "hold" not in written:
            timed_later = {"wait", "breath"} & set(values.written)  # said already
            if self.report.whole and not timed_later:
                hint = "add `for: 30s`, or `hold: 5s` with `release` and `times`"
                self.report.add("no-timing", first, "it is not said how long", hint)
            return None
        if "for" in written:
            return Continuous(got["for"]) if "for" in got else None
        if any(key not in got for key in written):
            return None
        return Pulsed(got["hold"], got.get("release", 0), got.get("times", 1))

    def _breathing(self, values: Values, first: Place) -> Breathing | None:
        written = [key for key in values.written if key in ("for", "times")]
        got = values.values
        if len(written) > 1:
            said = "either `for` or `times`"
            self.report.add("two-timings", values.written[written[1]], said)
            return None
        if not written and self.report.whole:
            hint = "add `times: 6` or `for: 1m`"
            self.report.add("no-timing", first, "it is not said how many breaths", hint)
        if "breathe" not in got or not any(key in got for key in written):
            return None
        pattern = got["breathe"]
        times = got.get("times") or -(-got["for"] // pattern.length)
        return Breathing(place=first, breath=pattern, times=times, **_where(values))

    def _rest(self, values: Values, first: Place) -> Rest | None:
        if "rest" not in values.values:
            return None
        return Rest(place=first, length=values.values["rest"], **_where(values))

    def _placeholders(self, item: Mapping, known: set[str]) -> None:
        for key, value in item.pairs:
            if key.text in ("say", "show", "title") and isinstance(value, Scalar):
                for name in _BRACES.findall(value.text):
                    if name not in known:
                        near = vocabulary.nearest(name, known)
                        hint = f"did you mean {{{near}}}?" if near else ""
                        hint = hint or "here: " + ", ".join(f"{{{one}}}" for one in sorted(known))
                        said = f"{{{shown(name[:40])}}} has no value here"
                        self.report.add("unknown-placeholder", value.place, said, hint)


def placeholders_of(step: Step) -> set[str]:
    """The names in braces that have a value on `step`."""
    names = {"time"}
    target = getattr(step, "target", "")
    if target:
        names.add("target")
    if isinstance(step, Breathing) or (
        isinstance(step, Massage) and isinstance(step.timing, Pulsed)
    ):
        names.add("times")
    side = getattr(step, "side", "") or (vocabulary.TARGETS[target].default_side if target else "")
    if side and side != "midline":
        names.add("side")
    if side in ("left", "right", "each", "alternate", "sore"):
        names.add("other_side")
    return names


def _common(values: Values) -> dict[str, Any]:
    keys = ("title", "say", "show", "lead", "cautions", "sources")
    return {key: values.values[key] for key in keys if key in values.values}


def _where(values: Values) -> dict[str, Any]:
    keys = ("target", "side", "hand")
    return _common(values) | {key: values.values[key] for key in keys if key in values.values}
