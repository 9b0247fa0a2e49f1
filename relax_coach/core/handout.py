"""A therapist's sheet, as it was pasted: what each line of it is in a routine.

Nothing is invented: what the sheet does not say is a gap, or is left to the format. Nothing is
lost: each line is kept as a comment, also where it became a step.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from relax_coach.core.exercise import GUESS, Exercise
from relax_coach.core.line import Line, is_named, join, line_of
from relax_coach.core.outline import Outline
from relax_coach.core.parts import parts
from relax_coach.core.row import is_ticked, numbered, unmarked
from relax_coach.core.section import heading, sections
from relax_coach.core.source import COMMENT
from relax_coach.core.wrap import unwrapped

SOURCE = "The sheet that this file was made from"
STEP = "step"
"""A mark, while an outline is made, of what came from an exercise."""
INSIDE = ("step", "more", "remark")
"""Kinds of the lines of an exercise."""
_OF_ALL = re.compile(r"\b(?:these|them|all|exercises|routine|programme?|sheet)\b", re.I)
NOT_TICKED = "its box is not ticked as others are"
"""Why an exercise was left out."""
MOST_DOSE = 200
"""Characters."""
EACH_ITS_OWN = "each exercise as often as stands with it"
MOST_BELOW = 8
"""Lines between the name of an exercise and how long it is done."""


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

    def with_line(self, row: str, answered: Exercise | None = None, written: str = "") -> "Handout":
        """The same and a line more, which is no heading.

        `answered`: the step that it is; `written`: the line with the answers that made it one.
        """
        found, line = list(self.lines), self.next_line(row)
        if answered is not None:
            line = replace(line, exercise=answered, text=written or row)
        join(found, line)
        return Handout(tuple(found))

    def with_sheet(self, text: str, title: str = "") -> "Handout":
        """The same and the lines of `text`, read as a whole.

        The heading of a first sheet is the `title`, or a comment beside that; a second has none.
        """
        if self.lines:
            more = _lines(text, [Line(0, "", "title")])[1:]
        else:
            more = [_headed(line, title) for line in handout_of(text).lines]
        numbered = (replace(line, number=line.number + self._last) for line in more)
        return Handout((*self.lines, *numbered))

    def with_comment(self, row: str) -> "Handout":
        """The same and a line more, which is a comment and nothing else."""
        heads = self.lines[-1].heads if self.lines else ()  # a table goes on below it
        return Handout((*self.lines, Line(self._last + 1, row, "other", heads=heads)))

    def next_line(self, row: str) -> Line:
        """What `row` would be as a line more."""
        number, side = self._last + 1, heading(row)
        if side:
            return Line(number, row, "side", told=side)
        line = line_of(number, row, [Line(0, "", "title"), *self.lines], is_named=True)
        above = next((one.told for one in reversed(self.lines) if one.kind == "side"), "")
        if line.exercise is None or not above:
            return line
        return replace(line, exercise=line.exercise.on_side(above))

    def _is_inside(self, at: int) -> bool:
        """Whether the line is of the exercise right above it, others follow, and it is no guess."""
        line, above = self.lines[at], self.lines[at - 1]
        is_below = above.kind in INSIDE and line.number == above.number + 1
        step = next((one for one in reversed(self.lines[:at]) if one.kind == "step"), None)
        goes_on = any(one.kind == "step" for one in self.lines[at + 1 :])
        is_row = line.told != unmarked(line.text)  # of a form, and so of what it stands in
        is_of_it = is_below and step is not None and (is_row or not step.is_guess)
        return is_of_it and goes_on and not _OF_ALL.search(line.text)

    @property
    def _last(self) -> int:
        """The number of the last line."""
        return self.lines[-1].number if self.lines else 0

    def filled(self, line: Line, answered: Exercise, written: str) -> "Handout":
        """The same with the step of `line` as it was `answered`, which is `written` with it."""
        now = replace(line, exercise=answered, text=written)
        return Handout(tuple(now if one is line else one for one in self.lines))

    def outline(self, title: str) -> Outline:
        """The routine that comes of it. A step with a gap is a comment, with what is missing."""
        said: dict[str, list[str]] = {"stop_if": [], "needs": [], "dose": []}
        doses: dict[str, list[str]] = {}
        has_many = len([line for line in self.lines if line.kind == "dose"]) > 1
        name = ""
        steps: list[dict[str, Any]] = []
        own: list[tuple[dict[str, Any], str]] = []
        """How often a step is done, where that is its own."""
        for at, line in enumerate(self.lines):
            guess = f"{GUESS.capitalize()} " if line.is_guess else ""
            comment = f"{guess}Sheet, line {line.number}: {line.text.strip()}"
            name = line.exercise.name if line.exercise and not line.exercise.rest else name
            is_own = has_many and not _OF_ALL.search(line.text)
            if line.kind == "dose" and name and (is_own or self._is_inside(at)):
                # of the exercise above it
                doses.setdefault(line.told, []).append(name)
                own.append((next(one for one in reversed(steps) if one.get(STEP)), line.told))
            elif line.kind in said:
                said[line.kind].append(line.told)
            if line.kind in INSIDE[1:]:
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
                doses.setdefault(line.exercise.amount.dose, []).append(name)
                own.append((steps[-1], line.exercise.amount.dose))
        told: Outline = {key: said[key] for key in ("stop_if", "needs") if said[key]}
        if dose := _dose(said["dose"], doses, len(self.steps)):
            told["dose"] = dose
        if len(doses) > 1 and EACH_ITS_OWN in dose:
            for step, often in own:
                is_done = step.keys() - {COMMENT, STEP}  # else it is a comment alone
                if is_done and often not in step.get("show", ""):
                    step["show"] = f"{step.get('show', '')}\n{often}".strip()
        for step in steps:
            step.pop(STEP, None)
        return {"title": title, "cautions": [], "sources": [SOURCE], **told, "steps": steps}


def _dose(said: list[str], doses: Mapping[str, Sequence[str]], steps: int) -> str:
    """How often, in as many characters as there are for it: else each step says it."""
    named = [f"{', '.join(names)}: {dose}" for dose, names in doses.items()]
    is_of_all = len(doses) == 1 and 1 < steps == sum(map(len, doses.values()))
    told = "; ".join([*said, *(doses if is_of_all else named)])
    if len(told) > MOST_DOSE:
        told = "; ".join([*said, EACH_ITS_OWN])
    return told if len(told) <= MOST_DOSE else f"{told[: MOST_DOSE - 1]}…"


def handout_of(text: str) -> Handout:
    """The sheet in `text`. Its empty lines are left out."""
    return Handout(tuple(_lines(text, [])))


def _headed(line: Line, title: str) -> Line:
    """`line` of a sheet that is called `title`."""
    if line.kind not in ("title", "other"):
        return line
    is_title = line.text.strip() == title
    return replace(line, kind="title" if is_title else "other", told=title if is_title else "")


def _lines(text: str, found: list[Line]) -> list[Line]:
    """Those of `text`, added to what was `found` before."""
    written = [(number, row) for number, row in enumerate(text.splitlines(), 1) if row.strip()]
    rows = [(number, part) for number, row in unwrapped(written) for part in parts(row)]
    as_written = [row for _, row in rows]
    dotted = numbered(as_written)
    rows = [(number, dotted.get(at, row)) for at, (number, row) in enumerate(rows)]
    has_ticked = any(is_ticked(row) for _, row in rows)
    empty = {number for number, row in enumerate(text.splitlines(), 1) if not row.strip()}
    heads, sides = sections(rows, empty)
    known = len(found)
    for at, (number, row) in enumerate(rows):
        if at in heads:
            found.append(Line(number, row, "side", told=heads[at]))
            continue
        last = min([head for head in heads if head > at], default=len(rows))
        follow = [row for _, row in rows[at + 1 : min(last, at + 1 + MOST_BELOW)]]
        line = line_of(number, row, found, is_named(row, follow))
        if has_ticked and is_ticked(row) is False and line.exercise:  # others are to be done
            line = replace(line, kind="other", exercise=None, told=NOT_TICKED)
        join(found, line)
    for at, line in enumerate(found[known:]):  # at the end: a row of its own may name its side
        exercise = line.exercise
        if at in sides and exercise is not None:
            exercise = exercise.on_side(sides[at])
        found[known + at] = replace(line, text=as_written[at], exercise=exercise)
    return found
