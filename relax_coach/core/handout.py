"""A therapist's sheet, as it was pasted: what each line of it is in a routine.

Nothing is invented: what the sheet does not say is a gap, or is left to the format. Nothing is
lost: each line is kept as a comment, also where it became a step.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from relax_coach.core import exercise, grid
from relax_coach.core.amount import Amount, amount_of
from relax_coach.core.exercise import LONG, Exercise
from relax_coach.core.node import bad_character
from relax_coach.core.outline import Outline
from relax_coach.core.source import COMMENT

SOURCE = "The sheet that this file was made from"
STEP = "step"
"""A mark, while an outline is made, of what came from an exercise."""
MOST_TITLE, SHORT = 80, 8
"""Characters of a title; words of a line that may be a name and is no sentence."""
MOST_BELOW = 8
"""Lines between the name of an exercise and how long it is done."""
_BULLET = re.compile(r"^\s*(?:[-*•·–—►▪●○◦✓☐□>]+\s*|\(?\d{1,2}[.)]\s+|[a-zA-Z][.)]\s+)+")
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
            return self.exercise.left
        return (self.text.strip(),) if self.kind == "other" else ()


@dataclass(frozen=True, slots=True)
class Handout:
    """All of a sheet."""

    lines: tuple[Line, ...] = field(default=())

    @property
    def title(self) -> str:
        """The heading; "" without one."""
        return next((line.told for line in self.lines if line.kind == "title"), "")

    @property
    def steps(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.kind == "step")

    @property
    def open_lines(self) -> tuple[Line, ...]:
        """The steps of which something must still be asked."""
        return tuple(line for line in self.steps if line.is_open)

    def with_line(self, row: str, answered: Exercise | None = None) -> "Handout":
        """The same and a line more, which is no heading; `answered`: the step that it is."""
        found, line = list(self.lines), self.next_line(row)
        _join(found, line if answered is None else replace(line, exercise=answered))
        return Handout(tuple(found))

    def with_comment(self, row: str) -> "Handout":
        """The same and a line more, which is a comment and nothing else."""
        return Handout((*self.lines, Line(len(self.lines) + 1, row, "other")))

    def next_line(self, row: str) -> Line:
        """What `row` would be as a line more."""
        heading = Line(0, "", "title")
        return _line(len(self.lines) + 1, row, [heading, *self.lines], is_named=True)

    def filled(self, number: int, answered: Exercise) -> "Handout":
        """The same with the step of line `number` as it was `answered`."""
        return Handout(
            tuple(
                replace(line, exercise=answered) if line.number == number else line
                for line in self.lines
            )
        )

    def outline(self, title: str) -> Outline:
        """The routine that comes of it. A step with a gap is a comment, with what is missing."""
        said: dict[str, list[str]] = {"stop_if": [], "needs": [], "dose": []}
        steps: list[dict[str, Any]] = []
        for line in self.lines:
            comment = f"Sheet, line {line.number}: {line.text.strip()}"
            if line.kind in said:
                said[line.kind].append(line.told)
            if line.kind in ("more", "remark"):
                last = max(at for at, one in enumerate(steps) if one.get(STEP))
                steps[last][COMMENT].append(comment)
            elif line.exercise is None:
                steps.append({COMMENT: [comment]})
            elif line.exercise.gaps:
                missing = ", ".join(line.exercise.gaps)
                steps.append({COMMENT: [f"Not said ({missing}). {comment}"], STEP: True})
            else:
                steps.append({COMMENT: [comment], STEP: True, **line.exercise.step()})
            if line.exercise is not None and line.exercise.amount.dose:
                said["dose"].append(f"{line.exercise.name}: {line.exercise.amount.dose}")
        told: Outline = {key: said[key] for key in ("stop_if", "needs") if said[key]}
        if said["dose"]:
            told["dose"] = "; ".join(said["dose"])
        for step in steps:
            step.pop(STEP, None)
        return {"title": title, "cautions": [], "sources": [SOURCE], **told, "steps": steps}


def handout_of(text: str) -> Handout:
    """The sheet in `text`. Its empty lines are left out."""
    return Handout(tuple(_lines(text)))


def _lines(text: str) -> list[Line]:
    rows = [(number, row) for number, row in enumerate(text.splitlines(), 1) if row.strip()]
    found: list[Line] = []
    for at, (number, row) in enumerate(rows):
        follow = [row for _, row in rows[at + 1 : at + 1 + MOST_BELOW]]
        _join(found, _line(number, row, found, _is_named(row, follow)))
    return found


def _is_named(row: str, follow: Sequence[str]) -> bool:
    """Whether the rows that `follow` say how long: at once, or below what is told of a name."""
    for below in follow:
        if _is_amount(below):
            return True
        if _is_sentence(row) or not _is_sentence(below) or amount_of(below)[0].said:
            return False
    return False


def _is_rest(row: str) -> bool:
    """Whether it is the name of a rest, and does not say how long."""
    return _plain(_BULLET.sub("", row)).lower().strip(" .:") in ("rest", "pause", "break")


def _is_sentence(row: str) -> bool:
    told = _plain(row)
    return told.endswith((".", "!", "?")) or len(exercise.words_of(told)) > SHORT


def _join(found: list[Line], line: Line) -> None:
    """Add `line`; what belongs to the step before is added to that as well."""
    if line.kind in ("more", "remark"):
        last = max(at for at, before in enumerate(found) if before.exercise)
        before = found[last].exercise
        assert before is not None
        if line.kind == "more":
            before = before.with_amount(amount_of(line.told)[0])
        else:
            before = before.with_remark(line.told)
        found[last] = replace(found[last], exercise=before)
    found.append(line)


def _plain(row: str) -> str:
    """`row` without what may not stand in a file; the comment keeps it."""
    row = _COLOUR.sub("", row)
    while (bad := bad_character(row)) is not None:
        row = f"{row[: bad[0]]} {row[bad[0] + 1 :]}"
    return " ".join(row.split())


def _is_amount(row: str) -> bool:
    """Whether it says how long or how often, and nothing else."""
    amount, rest = amount_of(_BULLET.sub("", row))
    return not exercise.words_of(rest) and amount != Amount(dose=amount.dose)


def _line(number: int, row: str, before: list[Line], is_named: bool) -> Line:
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
            return Line(number, row, key, told=told[match.end() :].strip() or told)
    if _PERSONAL.search(told):
        return Line(number, row, "other")
    if _FORBIDS.match(told):
        return Line(number, row, "other")
    if match := _STOPS.match(told):
        return Line(number, row, "stop_if", told=match[1] or match[2])
    amount, rest = amount_of(told)
    if not exercise.words_of(rest):
        return _figures(number, row, told, amount, last)
    found = exercise.exercise_of(told, amount, rest, is_named)
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
    if is_first and is_topic and not (is_named or amount.said or is_sentence):
        return Line(number, row, "title", told=told.rstrip(":")[:MOST_TITLE])
    if found is not None and (amount.said or is_named or (not is_sentence and found.technique)):
        return Line(number, row, "step", found)
    if last is not None and is_sentence and not last.rest:
        return Line(number, row, "remark", told=told)
    return Line(number, row, "other")


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
