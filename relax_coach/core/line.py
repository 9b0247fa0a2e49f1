"""A line of a therapist's sheet, and what it is among those before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from relax_coach.core import grid
from relax_coach.core.about import is_about, is_again, is_of_all, names_all
from relax_coach.core.amount import Amount
from relax_coach.core.caption import captioned
from relax_coach.core.exercise import LONG, Exercise
from relax_coach.core.naming import does, exercise_of
from relax_coach.core.row import (
    FORM,
    MANNER,
    NOTE,
    ROW,
    is_below,
    is_marked,
    is_marked_below,
    is_name,
    is_sentence,
    unmarked,
)
from relax_coach.core.side import names_other_side
from relax_coach.core.vocabulary import TECHNIQUES
from relax_coach.core.wording import amount_of
from relax_coach.core.words import FILLING, words_of

APART = ("other", "side")
"""Kinds of which nothing is said below: what stands there is of no exercise above them."""
UNKNOWN = "it is of a line that is not understood"
"""Why a row of a form was left out."""
MOST_TITLE, LONGEST = 80, 2_000
"""Characters: of a title; of a line that is looked at."""
_REST = re.compile(r"(?:rest|pause|break|wait)\b", re.I)
_HALF_A_BREATH = re.compile(
    r"(?:breathe )?(?:in|out|inhale|exhale)(?: for)?:? \d+ ?(?:s|secs?|seconds?|counts?)?\.?$", re.I
)
"""In and out in lines of their own: no exercise, but a half of one."""
_INSTRUCTS = re.compile(
    r"(?:use|keep|pull|place|put|sit|stand|lie|look|bring|lower|lift|let|relax|draw|gently|slowly"
    r"|breathe|with|your|make sure|imagine|feel|instructions?|description|notes?|tips?|position)\b",
    re.I,
)
"""What begins a line about how an exercise is done."""
_BETWEEN = re.compile(r"\b(?:between|btw|b/w)\b", re.I)
_NAMED = re.compile(r"^name ?: ?(?=\S)", re.I)
"""Before the name of an exercise, or of a patient."""
_LINKING = frozenset({"after", "that", "then", "next", "finally", "this", "please", "afterwards"})
_FORBIDS = re.compile(
    r"(?:nb:? |please )?(?:don't|do not|avoid|never|no|omit|skip|leave out|stopped|discontinued?"
    r"|instead of|n/a)\b",
    re.I,
)
"""What is not to be done is no exercise."""
_PERSONAL = re.compile(
    r"^(?:patient|name|date|dob|d\.o\.b|clinic|phone|tel|therapist|physio(?:therapist)?|dr|e-?mail"
    r"|address|next (?:visit|appointment))\b\.?\s*:?|@|\d{3}[ -]?\d{3,}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,}",
    re.I,
)
_TOPIC = re.compile(r"neck|head|jaw|shoulder|relax|massage", re.I)
_SEVERAL = re.compile(r"exercises|stretches|program|plan\b|routine|relaxation", re.I)
_TOTAL = re.compile(r"\b(?:total|in all|altogether)\b", re.I)
"""What headings speak of; a place alone may also be the name of a step."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sheet, and what it became."""

    number: int
    """From 1."""
    text: str
    """As it was written."""
    kind: str
    """step, more (of the step before), remark (on it), title, one of stop_if, needs and dose, side
    (of what stands below), or other: kept as a comment alone."""
    exercise: Exercise | None = None
    """Of a step."""
    told: str = ""
    """Of all other kinds: the text for its key; of one that was left out: why."""
    heads: tuple[str, ...] = ()
    """Those of the table that it stands in."""

    @property
    def is_open(self) -> bool:
        """Whether it is a step of which something must still be asked."""
        return self.exercise is not None and bool(self.exercise.gaps)

    @property
    def is_guess(self) -> bool:
        """Whether it is a step, and no word of it is one of an exercise."""
        return self.exercise is not None and self.exercise.is_guess and not self.is_open

    @property
    def left(self) -> tuple[str, ...]:
        """The words that were not understood; they are kept all the same."""
        if self.exercise is not None:
            return (*self.exercise.left, *self.exercise.unused)
        if self.kind == "more":  # a second figure of it has no place in the step
            words = words_of(amount_of(self.told)[1])
            return words if re.search(r"\d", " ".join(words)) else ()
        return (self.text.strip(),) if self.kind == "other" else ()


def is_rest_alone(amount: Amount, rest: str) -> bool:
    words = set(words_of(rest)) - FILLING - _LINKING
    return (
        bool(amount.pause)
        and not amount.aside
        and amount.is_only("pause", "quoted")
        and (not words)
    )


def is_named(row: str, follow: Sequence[str]) -> bool:
    """Whether the rows that `follow` say how long: at once, or below what is told of a name."""
    for below in follow:
        if _is_amount(below):
            return is_below(below, row) or not is_rest_alone(*amount_of(unmarked(below)))
        if is_below(below, row):
            if is_marked(row) and amount_of(below)[0].said:
                return True
            continue
        if is_sentence(row) or not is_sentence(below) or amount_of(below)[0].said:
            return False
    return False


def is_rest_named(row: str) -> bool:
    """Whether it is the name of a rest, and does not say how long."""
    return unmarked(row).lower().strip(" .:") in ("rest", "pause", "break")


def join(found: list[Line], line: Line) -> None:
    """Add `line`; what belongs to the step before is added to that as well."""
    if line.kind in ("more", "remark"):
        last = max(at for at, before in enumerate(found) if before.exercise)
        before = found[last].exercise
        assert before is not None
        if line.kind == "more":
            amount, rest = amount_of(line.told)
            before = before.with_amount(amount)
            if words_of(rest) or amount.quoted:
                before = before.with_remark(line.told)
        else:
            before = before.with_remark(line.told)
        found[last] = replace(found[last], exercise=before)
    found.append(line)


def _is_amount(row: str) -> bool:
    """Whether it says how long or how often, and nothing else."""
    amount, rest = amount_of(unmarked(row))
    is_all = not words_of(rest) or FORM.match(unmarked(row)) is not None
    return is_all and not amount.is_only("dose")


def line_of(number: int, row: str, before: list[Line], is_named: bool) -> Line:
    """What `row` is, after the lines `before`; `is_named`: the next one says how long."""
    if heads := grid.heads(row):
        return Line(number, row, "other", heads=heads)
    heads = before[-1].heads if before else ()
    below = grid.sentence(row, heads) if heads else ""
    told = unmarked(below or row)
    if does(told):  # else it may be that of a person
        told = _NAMED.sub("", told, count=1)
    if len(told) > LONGEST:
        return Line(number, row, "other")
    if is_rest_named(row):
        return Line(number, row, "other")
    if before and is_rest_named(before[-1].text) and _is_amount(row):  # its name stands above it
        told = f"rest {told}"
    return replace(_read(number, row, told, before, is_named), heads=heads if below else ())


def _read(number: int, row: str, told: str, before: list[Line], is_named: bool) -> Line:
    """The same of what the row says."""
    if ROW.match(told) and _is_of_unknown(number, before):
        return Line(number, row, "other", told=UNKNOWN)
    step = _last_step(before)
    last = step.exercise if step else None
    if caption := captioned(told):
        return Line(number, row, caption[0], told=caption[1])
    if _PERSONAL.search(told) or _FORBIDS.match(told) or _HALF_A_BREATH.match(told):
        return Line(number, row, "other")
    amount, rest = amount_of(told)
    if last is not None and (NOTE.match(told) or (MANNER.match(told) and not amount.said)):
        return Line(number, row, "remark", told=told)
    if is_rest_alone(amount, rest) or not words_of(rest) or FORM.match(told):
        return _figures(number, row, told, amount, before)
    is_dose = bool(amount.dose) and amount.is_only("dose") and is_of_all(told, rest)
    found = exercise_of(told, amount, rest, is_named)
    is_place = found is not None and found.target not in ("", "other")
    if _REST.match(told) or is_about(told, is_place):
        is_dose = is_dose or (bool(amount.dose) and names_all(told))
        return Line(number, row, "dose" if is_dose else "other", told=told if is_dose else "")
    if below := _below(number, row, told, amount, found, before):
        return below
    if is_again(told) and found is not None and found.target == "other":
        return Line(number, row, "other")
    if names_other_side(amount, rest):  # in what way is for the reader of the sheet
        return Line(number, row, "other")
    if is_dose and (found is None or found.target in ("", "other")):
        return Line(number, row, "dose", told=told)
    is_prose = is_sentence(told)
    waits = last is not None and LONG in last.gaps and before[-1].kind in ("step", "remark")
    if waits and is_prose and amount.is_only("side"):  # where something moves to
        return Line(number, row, "remark", told=told)
    is_first = last is None and not any(one.kind == "title" for one in before)
    is_done = found is not None and LONG in found.gaps and len(found.gaps) == 1
    is_topic = _SEVERAL.search(told) or (_TOPIC.search(told) and not is_done)
    is_routine = _SEVERAL.search(told) and found is not None and found.is_unknown
    is_total = found is not None and found.is_guess and _TOTAL.search(told) is not None
    is_heading = not (is_named or is_prose) and (is_routine or is_total or not amount.said)
    if is_first and (is_topic or is_total) and is_heading:
        return Line(number, row, "title", told=told.rstrip(":")[:MOST_TITLE])
    if found is not None and (amount.said or is_named or (not is_prose and found.is_told)):
        return Line(number, row, "step", found)
    if last is not None and is_prose and not last.rest and before[-1].kind not in APART:
        if found is not None and _is_another(found, last):
            return Line(number, row, "step", found)
        return Line(number, row, "remark", told=told)
    return Line(number, row, "other")


def _is_of_unknown(number: int, before: Sequence[Line]) -> bool:
    """Whether a row of a form stands right below the name of an exercise that is not known."""
    below = len(list(takewhile(lambda line: line.told == UNKNOWN, reversed(before))))
    above = before[: len(before) - below]
    if not above or above[-1].kind != "other" or above[-1].number != number - below - 1:
        return False
    row = above[-1].text
    is_heading = unmarked(row).endswith(":") or not (is_marked(row) or len(above) > 1)
    is_other = is_heading or is_about(unmarked(row)) or _FORBIDS.match(unmarked(row))
    return not is_other and is_name(row)


def _is_another(found: Exercise, last: Exercise) -> bool:
    """Whether a sentence names its own where and how, and not more of an open one above."""
    is_touched = found.technique in TECHNIQUES and TECHNIQUES[found.technique].touches
    is_place = found.target not in ("", "other", last.target)
    comes_after = any(told.startswith(("after", "following")) for told in found.amount.aside)
    return is_place and (comes_after or (bool(last.gaps) and is_touched))


def _last_step(before: Sequence[Line]) -> Line | None:
    return next((line for line in reversed(before) if line.exercise), None)


def _below(
    number: int, row: str, told: str, amount: Amount, found: Exercise | None, before: list[Line]
) -> Line | None:
    """The same of a row that stands under an exercise and tells more of it; None of another."""
    step = _last_step(before)
    if step is None or step.exercise is None or step.exercise.rest:
        return None
    if before[-1].kind not in ("step", "more", "remark"):
        return None
    waits = LONG in step.exercise.gaps
    is_told = waits and (is_marked_below(row, step.text) or _INSTRUCTS.match(told))
    if not (is_below(row, step.text) or is_told):
        return None
    is_item = is_marked(step.text)  # else it may be a heading, and what is below exercises
    if amount.is_only("side"):
        is_remark = is_item or (waits and not re.search(r"\d", told))
        return Line(number, row, "remark", told=told) if is_remark else None
    is_same = found is None or found.target == step.exercise.target
    is_same = is_same or (is_item and found is not None and found.target in ("", "other"))
    if is_same and step.exercise.takes(amount):
        return Line(number, row, "more", told=told)
    return None


def _figures(number: int, row: str, told: str, amount: Amount, before: list[Line]) -> Line:
    """A line of figures alone: a rest, how often a day, or more of the step before."""
    step = _last_step(before)
    last = step.exercise if step else None
    is_apart = bool(before) and before[-1].kind in APART
    is_apart = is_apart and bool(before[-1].told or is_about(unmarked(before[-1].text)))
    takes = last is not None and not is_apart and amount.said and last.takes(amount)
    if names_other_side(amount, amount_of(told)[1]):  # other figures on the other side
        return Line(number, row, "other")
    if amount.dose and amount.is_only("dose"):
        return Line(number, row, "dose", told=told)
    if amount.breath and (amount.reps or amount.breaths or amount.length):
        return Line(number, row, "step", Exercise(told, amount=amount, breathes=True))
    rest = amount.release or amount.pause
    if rest and not amount.aside and amount.is_only("release", "pause", "quoted"):
        is_more = step is not None and (is_below(row, step.text) or is_marked_below(row, step.text))
        is_row = before and (before[-1].kind == "more" or bool(last and LONG in last.gaps))
        is_more = is_more or bool(takes and is_row and FORM.match(told))
        if not (takes and (is_more or _BETWEEN.search(told))):
            return Line(
                number, row, "step", Exercise(told, rest=rest, amount=Amount(quoted=amount.quoted))
            )
    return Line(number, row, "more" if takes else "other", told=told if takes else "")
