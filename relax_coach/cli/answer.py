"""What an answer to a question of `new` says, and what the checker says of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from relax_coach.core import vocabulary
from relax_coach.core.amount import Amount
from relax_coach.core.document import Document, read
from relax_coach.core.exercise import BREATHS, HOW, WHERE, Exercise
from relax_coach.core.handout import Handout
from relax_coach.core.naming import words_of
from relax_coach.core.parts import is_whole
from relax_coach.core.problem import Problem, shown
from relax_coach.core.row import is_marked
from relax_coach.core.source import source
from relax_coach.core.wording import amount_of

FEW = 3
"""Words: an answer is shorter than that, unless it says how long."""
_BREATH = re.compile(r"\s*(\d+(?:\.\d+)?)(?: ?[-,/ ] ?(\d+(?:\.\d+)?)){1,3}\s*")


def answered_with(exercise: Exercise, gap: str, told: str) -> Exercise | None:
    """`exercise` with what `told` says of its `gap`; None where it says nothing of it."""
    if gap == WHERE:
        target = vocabulary.find("target", told)
        if target is None and not vocabulary.is_unsafe(told):
            return None
        return replace(exercise, target=target or told)
    if gap == HOW:
        technique = vocabulary.find("technique", told)
        return None if technique is None else replace(exercise, technique=technique)
    if gap == BREATHS:
        match = _BREATH.fullmatch(told)
        breath = "-".join(re.findall(r"\d+(?:\.\d+)?", told))
        one = replace(exercise.amount, breath=breath)
        return None if match is None else replace(exercise, amount=one)
    amount, rest = amount_of(told)
    if words_of(rest) or not (amount.hold or amount.length or amount.reps):
        return None
    return exercise.with_amount(amount)


def not_a_title(title: str) -> str:
    """Why `title` cannot be one; "" where it can."""
    problems = read(
        source({"title": title, "cautions": [], "steps": [{"rest": "5s"}]}).encode()
    ).problems
    return next((one.message for one in problems if one.severity == "error"), "")


def is_line(gap: str, told: str) -> bool:
    """Whether `told` is no answer about this `gap`, but a line of a sheet.

    `gap` "": what is to be said, of which no amount is a part.
    """
    if is_whole(told) or is_marked(told):
        return True
    has_amount = says_how_long(told)
    if not gap:
        return has_amount or "|" in told or "\t" in told
    return len(told.split()) >= FEW and (gap in (WHERE, HOW) or not has_amount)


def says_how_long(told: str) -> bool:
    """Whether it says how long, how many or how often anything is done."""
    return replace(amount_of(told)[0], side="", ranges=()) != Amount()


def near_to(gap: str, told: str) -> str:
    """The word of the vocabulary that may be meant; "" where none is near."""
    if gap not in (WHERE, HOW):
        return ""
    kind = "target" if gap == WHERE else "technique"
    return vocabulary.nearest(told, vocabulary.SPELLINGS[kind]).replace("_", " ")


def not_understood(told: str, near: str) -> str:
    """What to say of an answer, with the word that may be meant."""
    hint = f" Did you mean '{near}'? y takes it." if near else ""
    return f"{shown(told)!r} is not understood.{hint}"


def completions(gap: str) -> Sequence[str]:
    return (
        words_for({WHERE: "target", HOW: "technique"}.get(gap, "")) if gap in (WHERE, HOW) else ()
    )


def words_for(kind: str) -> Sequence[str]:
    kinds = (kind, "target", "side") if kind == "technique" else (kind,)
    spelled = (word for one in kinds for word in vocabulary.SPELLINGS[one])
    return tuple(dict.fromkeys(word.replace("_", " ") for word in spelled))


def routine_of(sheet: Handout) -> Document:
    return read(source(sheet.outline("T")).encode())


def errors(found: Document) -> list[Problem]:
    return [one for one in found.problems if one.severity == "error"]


def errors_between(before: Handout, after: Handout) -> list[Problem]:
    """The errors of the sheet `after` that the sheet `before` has not."""
    known = {one.message for one in errors(routine_of(before))}
    return [one for one in errors(routine_of(after)) if one.message not in known]


def sentences(problems: Iterable[Problem]) -> str:
    rows = (f"{one.message}{f' ({one.hint})' if one.hint else ''}" for one in problems)
    return "\n".join(f"  {shown(row)} " for row in dict.fromkeys(rows)).rstrip()
