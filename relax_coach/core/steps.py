"""The steps of a document: nodes → Steps, each judged alone and then all together."""

import re
from collections.abc import Iterator
from typing import Any

from relax_coach.core import advice, limits, vocabulary
from relax_coach.core.node import Listing, Mapping, Node, Scalar
from relax_coach.core.problem import Place, shown
from relax_coach.core.report import Report
from relax_coach.core.routine import (
    DEFAULT_SWITCH,
    Breathing,
    Continuous,
    Massage,
    Paced,
    Pulsed,
    Repeat,
    Rest,
    Step,
    Wait,
)  # fmt: skip
from relax_coach.core.schema import KEYS_OF, KIND_KEYS, KINDS, STEP_FIELDS, Values, read_mapping
from relax_coach.core.timing import DEFAULT_WAIT, read_timing
from relax_coach.core.totals import check_totals
from relax_coach.core.value import SHORTEST

MOST_STEPS = 500
DEEPEST_REPEAT = 4
PLACEHOLDERS = ("side", "other_side", "target", "times", "time")
NEEDS_PREGNANCY = frozenset({"li4_hegu", "gb21_jianjing"})
NO_TIMING = Continuous(SHORTEST)
"""Stands in where a timing could not be read, so that all the rest is judged all the same."""
_BRACES = re.compile(r"\{([^{}]*)\}")
_KIND_OF = {key: kind for kind, key in KINDS.items()}


class TooDeep(Exception):
    """Repeats nested too deeply, already reported: it ends the check."""


class StepReader:
    """Reads the `steps` of one document."""

    def __init__(self, report: Report, top: Values) -> None:
        self.report = report
        self.top = top
        self.count = 0

    def read(self, listed: Node) -> tuple[Step, ...]:
        """The steps without a problem. Raises TooDeep."""
        cautions: tuple[str, ...] = self.top.get("cautions", ())
        steps = self._list(listed, cautions, 0)
        check_totals(steps, self.report)
        if self._who == "self":
            advice.advise_arms(steps, self.top.get("position", "any"), self.report)
        return steps

    @property
    def _who(self) -> str:
        return str(self.top.get("who", "self"))

    def _list(self, listed: Node, cautions: tuple[str, ...], depth: int) -> tuple[Step, ...]:
        if not isinstance(listed, Listing):
            hint = "begin each step with `- `; `[]` is an empty list"
            is_empty = isinstance(listed, Scalar) and not listed.text
            said = "there is no step yet" if is_empty else "steps is a list"
            self.report.add("not-a-list", listed.place, said, hint)
            return ()
        if not listed.items and self.report.whole:
            self.report.add("out-of-range", listed.place, "there is at least one step")
        steps = []
        for item in listed.items:
            self.count += 1
            if self.count == MOST_STEPS + 1:
                self.report.add("out-of-range", item.place, f"at most {MOST_STEPS} steps a file")
            if self.count > MOST_STEPS:
                break
            step = self._step(item, cautions, depth)
            if step is not None:
                steps.append(step)
        return tuple(steps)

    def _step(self, item: Node, cautions: tuple[str, ...], depth: int) -> Step | None:
        """The step, or None where it has an error."""
        if not isinstance(item, Mapping) or not item.pairs:
            if self.report.whole or not isinstance(item, Mapping):
                hint = "for example `- rest: 10s`"
                self.report.add("not-a-mapping", item.place, "a step is a list of keys", hint)
            return None
        first = item.pairs[0][0].place
        before = len(self.report.problems)
        kind = self._kind(item, first)
        what = f"a {kind} step" if kind != "repeat" else "a repeat"
        values = read_mapping(
            item, STEP_FIELDS, KEYS_OF.get(kind, frozenset(STEP_FIELDS)), what, self.report
        )
        cautions = cautions + values.get("cautions", ())
        step = self._built(kind, values, first, cautions, depth)
        if isinstance(step, Breathing | Rest):
            self._check_drawn_side(step, values.places)
        new = self.report.problems[before:]
        sound = step is not None and all(problem.severity != "error" for problem in new)
        self._judge_texts(item, step if sound else None)
        return step if sound else None

    def _built(
        self, kind: str, values: Values, first: Place, cautions: tuple[str, ...], depth: int
    ) -> Step | None:
        if kind == "massage":
            return self._massage(values, first, cautions)
        if kind == "breathing":
            return self._breathing(values, first)
        if kind == "rest" and "rest" in values.values:
            return Rest(place=first, length=values.values["rest"], **_where(values))
        if kind == "wait" and "wait" in values.values:
            length = values.get("for", DEFAULT_WAIT)
            limited = "for" in values.written
            return Wait(place=first, length=length, limited=limited, **_common(values))
        return self._repeat(values, first, cautions, depth) if kind == "repeat" else None

    def _kind(self, item: Mapping, first: Place) -> str:
        """The step's kind by its key; "" where none can be told."""
        named = [(key.text, key.place) for key, _ in item.pairs if key.text in KIND_KEYS]
        keys = {key.text for key, _ in item.pairs}
        if "target" in keys or "technique" in keys:
            named = [(key, place) for key, place in named if key != "wait"]
        if len(named) > 1:
            (one, _), (two, place) = named[:2]
            said = f"a step is either `{one}` or `{two}`, not both"
            self.report.add("mixed-step", place, said, "write two steps")
            return ""
        if not named and "target" not in keys and self.report.whole:
            hint = "target and technique, or breathe, rest, wait or repeat"
            self.report.add("missing-key", first, "it is not said what this step does", hint)
        if named:
            return _KIND_OF[named[0][0]]
        return "massage" if "target" in keys else ""

    def _massage(self, values: Values, first: Place, cautions: tuple[str, ...]) -> Massage | None:
        for key in ("target", "technique"):
            if key not in values.written and self.report.whole:
                self.report.add("missing-key", first, f"the key `{key}` is missing")
        timing = read_timing(values, first, self.report)
        if "until" in values.written and timing and not {"for", "hold"} & values.written.keys():
            said = "`until` belongs to work with `for` or `hold`"
            self.report.add("mixed-step", values.written["until"], said)
        got = values.values
        if "target" not in got or "technique" not in got:
            return None
        target, technique = got["target"], got["technique"]
        if target == "other" and "title" not in values.written and self.report.whole:
            self.report.add("missing-key", first, "`other` needs a title", "title: Wall slides")
        if target in NEEDS_PREGNANCY and self.report.whole and "pregnancy" not in cautions:
            said = f"the {vocabulary.TARGETS[target].name} needs a caution"
            hint = "cautions: [pregnancy]"
            self.report.add("missing-caution", values.places["target"], said, hint)
        default = vocabulary.TECHNIQUES[technique].pressure
        step = Massage(
            place=first,
            target=target,
            technique=technique,
            timing=timing or NO_TIMING,
            side=got.get("side", ""),
            pressure=got.get("pressure", min(default, limits.cap(target, self._who))),
            hand=got.get("hand", ""),
            switch=got.get("switch", self.top.get("switch", DEFAULT_SWITCH)),
            until_eased="until" in got,
            breath=got.get("breath"),
            during=got.get("during", ()),
            **_common(values),
        )
        places = {**values.places, "": first}
        limits.check_step(step, self._who, places, self.report)
        if timing is not None:
            advice.advise_stretch(step, places, self.report)
        return step if timing is not None else None

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
        lines = got.get("during", ())
        return Breathing(place=first, breath=pattern, times=times, during=lines, **_where(values))

    def _repeat(
        self, values: Values, first: Place, cautions: tuple[str, ...], depth: int
    ) -> Repeat | None:
        if depth == DEEPEST_REPEAT:
            said = f"repeats stand at most {DEEPEST_REPEAT} deep in one another"
            self.report.add("too-deep", first, said)
            raise TooDeep
        if "steps" not in values.written and self.report.whole:
            hint = "put the steps of one round under `steps:`"
            self.report.add("missing-key", first, "the key `steps` is missing", hint)
        if "steps" not in values.written:
            return None
        steps = self._list(values.values["steps"], cautions, depth + 1)
        if "repeat" not in values.values:
            return None
        return Repeat(
            place=first,
            times=values.values["repeat"],
            steps=steps,
            between=values.get("between", 0),
            **_common(values),
        )

    def _check_drawn_side(self, step: Breathing | Rest, places: dict[str, Place]) -> None:
        """A side is one of the target that is drawn."""
        if not step.side:
            return
        target = vocabulary.TARGETS.get(step.target)
        if target is None or step.side not in target.sides:
            said = f"`{step.side}` is not a side here"
            hint = "" if target else "add the `target` that has this side"
            self.report.add("wrong-side", places["side"], said, hint)

    def _judge_texts(self, item: Mapping, step: Step | None) -> None:
        for value in _texts(item):
            advice.advise_text(value, self.report)
            if "{" not in value.text:
                continue
            known = placeholders_of(step) if step is not None else set(PLACEHOLDERS)
            for name in dict.fromkeys(_BRACES.findall(value.text)):
                if name not in known:
                    near = vocabulary.nearest(name, known)
                    hint = f"did you mean {{{near}}}?" if near else ""
                    hint = hint or "here: " + ", ".join(f"{{{one}}}" for one in sorted(known))
                    said = f"{{{shown(name[:40])}}} has no value here"
                    self.report.add("unknown-placeholder", value.place, said, hint)


def placeholders_of(step: Step) -> set[str]:
    """The names in braces that have a value on `step`."""
    if isinstance(step, Repeat):
        return {"times"}
    names = {"time"}
    target = getattr(step, "target", "")
    if target:
        names.add("target")
    if isinstance(step, Breathing) or (
        isinstance(step, Massage) and isinstance(step.timing, Pulsed | Paced)
    ):
        names.add("times")
    side = getattr(step, "side", "") or (vocabulary.TARGETS[target].default_side if target else "")
    if side and side != "midline":
        names.add("side")
    if side in ("left", "right", "each", "alternate", "sore"):
        names.add("other_side")
    return names


def _texts(item: Mapping) -> Iterator[Scalar]:
    """The texts of a step that are said or shown."""
    for key, value in item.pairs:
        if key.text in ("say", "show", "title") and isinstance(value, Scalar):
            yield value
        elif key.text == "during" and isinstance(value, Listing):
            yield from (line for line in value.items if isinstance(line, Scalar))


def _common(values: Values) -> dict[str, Any]:
    keys = ("title", "say", "show", "lead", "position", "cautions", "sources")
    return {key: values.values[key] for key in keys if key in values.values}


def _where(values: Values) -> dict[str, Any]:
    keys = ("target", "side", "hand")
    return _common(values) | {key: values.values[key] for key in keys if key in values.values}
