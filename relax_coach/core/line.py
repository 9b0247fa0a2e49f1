"""A line of a therapist's sheet, and what it is among those before it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from relax_coach.core import grid
from relax_coach.core.amount import Amount
from relax_coach.core.exercise import LONG, Exercise
from relax_coach.core.naming import FILLING, exercise_of, words_of
from relax_coach.core.node import bad_character
from relax_coach.core.wording import amount_of

MOST_TITLE, SHORT = 80, 8
"""Characters of a title; words of a line that may be a name and is no sentence."""
_BULLET = re.compile(
    r"^\s*(?:[-*•·–—►▪●○◦✓✔✗✘☐□→>]+\s*|\(?\d{1,2}[.)]\s+|[a-zA-Z]\d?[.)]\s+"
    r"|(?:exercise|ex)\.? ?\d{1,2}\s*[:.)-]\s*)+",
    re.I,
)
_LETTER, _NUMBER = re.compile(r"^\s*[a-z][.)]\s"), re.compile(r"^\s*\(?\d{1,2}[.)]\s")
_PART = re.compile(
    r"(?:block|circuit|superset|part|phase|week|day|session)\s*(?:[a-z]|\d{1,2})\b"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.I,
)
"""What begins the heading of a part."""
_CLAUSE = re.compile(r"(?<=[.!;])\s+|(?<=,)\s+(?=then\b)", re.I)
"""Between two sentences, or two things that are done one after the other."""
_REST = re.compile(r"(?:rest|pause|break)\b", re.I)
_LINKING = frozenset({"after", "that", "then", "next", "finally", "this", "please", "afterwards"})
_LABELS: Mapping[str, re.Pattern[str]] = {
    "stop_if": re.compile(r"(?:please )?stop (?:if|when)\b[: ]*|do not continue if\b[: ]*", re.I),
    "needs": re.compile(
        r"(?:you(?:'ll| will)? need|equipment(?: needed)?|materials?)\b[: ]*", re.I
    ),
    "dose": re.compile(r"(?:frequency|how often|dosage|dose)\b[: ]*", re.I),
}
_STOPS = re.compile(
    r"if (.+?),? (?:please |then )?stop\b|(.+?) *(?:-+>|→|=) *(?:please )?stop\b", re.I
)
"""When to stop, and then what else to do: that is for the reader of the sheet."""
_COLOUR = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
"""What colours a text that was copied from a terminal."""
_BRACES = str.maketrans("{}", "()")
"""In a file they stand around words that are filled in."""
_FORBIDS = re.compile(r"(?:please )?(?:don't|do not|avoid|never|no)\b", re.I)
"""What is not to be done is no exercise."""
_PERSONAL = re.compile(
    r"^(?:patient|name|date|dob|d\.o\.b|clinic|phone|tel|therapist|physio(?:therapist)?|dr|e-?mail"
    r"|address|next (?:visit|appointment))\b\.?\s*:?|@|\d{3}[ -]?\d{3,}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,}",
    re.I,
)
_TOPIC = re.compile(r"neck|head|jaw|shoulder|relax|massage", re.I)
_SEVERAL = re.compile(r"exercises|stretches|program|plan\b|routine", re.I)
"""What headings speak of; a place alone may also be the name of a step."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sheet, and what it became."""

    number: int
    """From 1."""
    text: str
    """As it was written."""
    kind: str
    """step, more (of the step before), remark (on it), title, one of stop_if, needs and dose,
    or other: kept as a comment alone."""
    exercise: Exercise | None = None
    """Of a step."""
    told: str = ""
    """Of all other kinds: the text for its key."""
    heads: tuple[str, ...] = ()
    """Those of the table that it stands in."""

    @property
    def is_open(self) -> bool:
        """Whether it is a step of which something must still be asked."""
        return self.exercise is not None and bool(self.exercise.gaps)

    @property
    def left(self) -> tuple[str, ...]:
        """The words that were not understood; they are kept all the same."""
        if self.exercise is not None:
            return (*self.exercise.left, *self.exercise.unused)
        return (self.text.strip(),) if self.kind == "other" else ()


def parts(row: str) -> list[str]:
    """What `row` tells to do one after the other; it alone where that is one thing, or none."""
    found: list[str] = []
    wholes = 0
    for part in _CLAUSE.split(row):
        if is_whole := _is_whole(part):
            wholes += 1
        if found and not (is_whole and wholes > 1):  # what more is told of the one before
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return found if wholes > 1 else [row]


def _is_whole(part: str) -> bool:
    """Whether it says what is done and how long, or is a rest."""
    told = _plain(_BULLET.sub("", part))
    amount, rest = amount_of(told)
    if _is_rest_alone(amount, rest):
        return True
    one = exercise_of(told, amount, rest)
    is_told = one is not None and not one.is_unknown
    return is_told and bool(amount.hold or amount.length or amount.reps)


def _is_rest_alone(amount: Amount, rest: str) -> bool:
    words = set(words_of(rest)) - FILLING - _LINKING
    return (
        bool(amount.pause)
        and amount == Amount(pause=amount.pause, ranges=amount.ranges)
        and (not words)
    )


def _is_below(row: str, above: str) -> bool:
    """Whether `row` stands under `above`: further in, or as a letter under a number."""
    if _LETTER.match(row):
        return bool(_NUMBER.match(above))
    return _depth(row) > _depth(above)


def _depth(row: str) -> int:
    row = row.expandtabs(4)
    return len(row) - len(row.lstrip())


def is_named(row: str, follow: Sequence[str]) -> bool:
    """Whether the rows that `follow` say how long: at once, or below what is told of a name."""
    for below in follow:
        if _is_amount(below):
            return True
        if _is_below(below, row):
            if amount_of(below)[0].said:
                return True
            continue
        if _is_sentence(row) or not _is_sentence(below) or amount_of(below)[0].said:
            return False
    return False


def _is_rest(row: str) -> bool:
    """Whether it is the name of a rest, and does not say how long."""
    return _plain(_BULLET.sub("", row)).lower().strip(" .:") in ("rest", "pause", "break")


def _is_sentence(row: str) -> bool:
    told = _plain(row)
    return told.endswith((".", "!", "?")) or len(words_of(told)) > SHORT


def join(found: list[Line], line: Line) -> None:
    """Add `line`; what belongs to the step before is added to that as well."""
    if line.kind in ("more", "remark"):
        last = max(at for at, before in enumerate(found) if before.exercise)
        before = found[last].exercise
        assert before is not None
        if line.kind == "more":
            amount, rest = amount_of(line.told)
            before = before.with_amount(amount)
            if words_of(rest):
                before = before.with_remark(line.told)
        else:
            before = before.with_remark(line.told)
        found[last] = replace(found[last], exercise=before)
    found.append(line)


def _plain(row: str) -> str:
    """`row` without what may not stand in a file; the comment keeps it."""
    row = _COLOUR.sub("", row)
    while (bad := bad_character(row)) is not None:
        row = f"{row[: bad[0]]} {row[bad[0] + 1 :]}"
    return " ".join(row.translate(_BRACES).split())


def _is_amount(row: str) -> bool:
    """Whether it says how long or how often, and nothing else."""
    amount, rest = amount_of(_BULLET.sub("", row))
    return not words_of(rest) and amount != Amount(dose=amount.dose)


def line_of(number: int, row: str, before: list[Line], is_named: bool) -> Line:
    """What `row` is, after the lines `before`; `is_named`: the next one says how long."""
    if heads := grid.heads(row):
        return Line(number, row, "other", heads=heads)
    heads = before[-1].heads if before else ()
    below = grid.sentence(row, heads) if heads else ""
    told = _plain(_BULLET.sub("", below or row))
    if _is_rest(row):
        return Line(number, row, "other")
    if before and _is_rest(before[-1].text) and _is_amount(row):  # its name stands above it
        told = f"rest {told}"
    return replace(_read(number, row, told, before, is_named), heads=heads if below else ())


def _read(number: int, row: str, told: str, before: list[Line], is_named: bool) -> Line:
    """The same of what the row says."""
    last = next((one.exercise for one in reversed(before) if one.exercise), None)
    for key, pattern in _LABELS.items():
        if match := pattern.match(told):
            return Line(number, row, key, told=told[match.end() :].strip(" :-–—=") or told)
    if _PERSONAL.search(told):
        return Line(number, row, "other")
    if _FORBIDS.match(told):
        return Line(number, row, "other")
    if match := _STOPS.match(told):
        return Line(number, row, "stop_if", told=match[1] or match[2])
    amount, rest = amount_of(told)
    if _is_rest_alone(amount, rest):
        return Line(number, row, "step", Exercise(told, rest=amount.pause))
    if not words_of(rest):
        return _figures(number, row, told, amount, last)
    found = exercise_of(told, amount, rest, is_named)
    if _REST.match(told) or (_PART.match(told) and (found is None or found.is_unknown)):
        return Line(number, row, "other")
    if below := _below(number, row, told, amount, found, before):
        return below
    if found is not None and found.differs_by_side:  # a step for one of them would be half of it
        return Line(number, row, "other")
    is_dose = bool(amount.dose) and amount == Amount(dose=amount.dose)
    if is_dose and (found is None or found.target in ("", "other")):
        return Line(number, row, "dose", told=told)
    is_sentence = _is_sentence(told)
    waits = last is not None and LONG in last.gaps and before[-1].kind in ("step", "remark")
    if waits and is_sentence and not amount.said:
        return Line(number, row, "remark", told=told)
    is_first = last is None and not any(one.kind == "title" for one in before)
    is_done = found is not None and LONG in found.gaps and len(found.gaps) == 1
    is_topic = _SEVERAL.search(told) or (_TOPIC.search(told) and not is_done)
    is_routine = _SEVERAL.search(told) and found is not None and found.is_unknown
    is_heading = not (is_named or is_sentence) and (is_routine or not amount.said)
    if is_first and is_topic and is_heading:
        return Line(number, row, "title", told=told.rstrip(":")[:MOST_TITLE])
    if found is not None and (amount.said or is_named or (not is_sentence and found.technique)):
        return Line(number, row, "step", found)
    if last is not None and is_sentence and not last.rest:
        return Line(number, row, "remark", told=told)
    return Line(number, row, "other")


def _below(
    number: int, row: str, told: str, amount: Amount, found: Exercise | None, before: list[Line]
) -> Line | None:
    """The same of a row that stands under an exercise and tells more of it; None of another."""
    step = next((one for one in reversed(before) if one.exercise), None)
    if step is None or step.exercise is None or step.exercise.rest:
        return None
    if before[-1].kind not in ("step", "more", "remark") or not _is_below(row, step.text):
        return None
    if not amount.said:
        return Line(number, row, "remark", told=told)
    is_same = found is None or found.target in ("", "other", step.exercise.target)
    if is_same and step.exercise.takes(amount):
        return Line(number, row, "more", told=told)
    return None


def _figures(number: int, row: str, told: str, amount: Amount, last: Exercise | None) -> Line:
    """A line of figures alone: a rest, how often a day, or more of the step before."""
    if amount.dose and amount == Amount(dose=amount.dose):
        return Line(number, row, "dose", told=told)
    if amount.release and amount == Amount(release=amount.release, ranges=amount.ranges):
        return Line(number, row, "step", Exercise(told, rest=amount.release))
    if amount.breath and (amount.reps or amount.length):
        return Line(number, row, "step", Exercise(told, amount=amount, breathes=True))
    if last is not None and amount.said and last.takes(amount):
        return Line(number, row, "more", told=told)
    return Line(number, row, "other")
