"""How a sheet was read: what became of each of its lines, to be compared with the paper."""

import textwrap
from collections.abc import Iterator

from relax_coach.core import grid
from relax_coach.core.about import is_again
from relax_coach.core.compile import compile_routine
from relax_coach.core.document import Document
from relax_coach.core.exercise import GUESS
from relax_coach.core.handout import Handout
from relax_coach.core.line import Line
from relax_coach.core.options import Options
from relax_coach.core.phrases import clock
from relax_coach.core.problem import shown
from relax_coach.core.row import unmarked
from relax_coach.core.speech import Speech
from relax_coach.core.words import words_of

BECAME = {
    "heads": "heads and rules of a table",
    "title": "the title: {}",
    "more": "with the step above: {}",
    "remark": "to be read with the step above: {}",
    "stop_if": "when to stop: {}",
    "needs": "what is needed: {}",
    "dose": "how often: {}",
    "side": "the side of what stands below: {}",
    "other": "not understood: {}",
    "again": "to do again what is above, which is not done: {}",
}
"""Of a line that is no step, by its kind."""

TWICE = "no side is said: left, then right"
"""Told where that makes it twice as long as the sheet says."""


def reading(sheet: Handout, width: int) -> Iterator[str]:
    """Rows of at most `width` cells, as far as words allow."""
    done = len(sheet.steps) - len(sheet.open_lines)
    rows = len({line.number for line in sheet.lines})
    lines = f"{rows} line{'s' if rows > 1 else ''}"
    steps = "1 became a step" if done == 1 else f"{done} became steps"
    yield f"{lines}: {steps}. Every line is kept as a comment."
    is_open_above = False
    for line in sheet.lines:
        is_open_above = line.is_open if line.exercise else is_open_above
        told = f"  line {line.number}: {became(line, is_open_above)}"
        yield textwrap.fill(told, width, subsequent_indent=" " * 4)


def became(line: Line, is_open_above: bool) -> str:
    """What became of `line`; `is_open_above`: whether the exercise above is no step yet."""
    text, found = shown(line.text.strip()), line.exercise
    if is_open_above and line.kind in ("more", "remark"):
        return f"with the line above, which is no step yet: {text}"
    if found is None:
        is_mark = line.kind == "other" and (grid.heads(line.text) or not words_of(text))
        is_repeat = line.kind == "other" and is_again(unmarked(line.text))
        if line.kind == "other" and line.told:
            return f"left out, {shown(line.told)}: {text}"
        told = BECAME["heads" if is_mark else "again" if is_repeat else line.kind].format(text)
        is_part = line.kind == "more" and line.left
        return f"{told}; only to be read: {shown(', '.join(line.left))}" if is_part else told
    if found.gaps:
        told = f"no step yet, not said ({', '.join(found.gaps)}): {text}"
        return f"{told}; {found.limit}" if found.limit else told
    name = f"{shown(found.name)}: " if found.name and not found.rest else ""
    left = f"; only to be read: {shown(', '.join(line.left))}" if line.left else ""
    guess = f"; {GUESS}" if line.is_guess else ""
    taken = f" (from {shown(', '.join(found.amount.quoted))})" if found.amount.quoted else ""
    often = f"; how often: {shown(found.amount.dose)}" if found.amount.dose else ""
    sides = f"; {TWICE}" if found.is_twice else ""
    return f"{name}{found.summary()}{taken}{often}{sides}{left}{guess}"


def growth(before: Document, after: Document, speech: Speech | None) -> Iterator[str]:
    """The rows of the timeline that `after` has more, and its total; none where it is the same."""
    if after.routine is None or (before.routine and before.routine.steps == after.routine.steps):
        return
    timeline = compile_routine("", after.routine, Options(), speech)
    known = compile_routine("", before.routine).steps if before.routine else 0
    known = min(known, timeline.steps - 1)  # the last one may only be longer now
    for step in range(known + 1, timeline.steps + 1):
        start = timeline.step_start(step)
        yield f"  {clock(start):>6}  {shown(timeline.at(start).span.title)}"
    yield f"  {clock(timeline.total):>6}  in all"
