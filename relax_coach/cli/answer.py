"""What an answer to a question of `new` says, and what the checker says of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from relax_coach.cli.questions import ASKS, FIGURE, LIMITED, USUAL
from relax_coach.core import vocabulary
from relax_coach.core.document import Document, read
from relax_coach.core.duration import NUMBERS
from relax_coach.core.exercise import BREATHS, HOW, LONG, SIDE, WHERE, Exercise
from relax_coach.core.handout import Handout
from relax_coach.core.naming import exercise_of
from relax_coach.core.parts import is_whole
from relax_coach.core.phrases import capital
from relax_coach.core.problem import Problem, shown
from relax_coach.core.row import is_marked
from relax_coach.core.source import source
from relax_coach.core.wording import amount_of
from relax_coach.core.words import words_of

FEW = 3
"""Words: an answer about where or how is shorter than that where it says how long."""
YES = ("y", "yes")
_AT = re.compile(r"\b(?:on|over|with|along|around|at|in|into|across|down|up|from|towards?)\b", re.I)
"""Before a place in an answer about how; the name of an exercise begins with the place."""
_PLACES = frozenset(
    {
        "palm", "sole", "foot", "feet", "toe", "heel", "arch", "calf", "shin", "thigh", "buttock",
        "hip", "knee", "ankle", "elbow", "wrist", "hand", "finger", "thumb", "arm", "forearm",
        "leg", "rib", "chin", "nose", "lip", "gum", "tooth", "teeth", "eye", "ear", "cheek", "jaw",
        "head", "face", "neck", "shoulder", "blade", "chest", "tummy", "belly", "muscle", "joint",
        "bone", "back", "front", "side", "top", "bottom", "middle", "base", "inside", "outside",
        "part", "upper", "lower", "inner", "outer", "left", "right", "both", "sore", "of", "the",
        "my", "your", "on", "at", "in", "to", "under", "above", "behind", "below", "between",
        "near", "and",
    }
)  # fmt: skip
"""Words, in the singular, that are places and where at them; an exercise has others."""
_OF_LENGTHS = (*NUMBERS, "seconds", "minutes", "times", "each", "half")
_NO_PLACES = frozenset({"first", "then", "side", "under", "with", "pack", "glide", "slide"})
"""Words that are near the name of a place, and mean none."""
_BREATH = re.compile(r"\s*(\d+(?:\.\d+)?)(?: ?[-,/ ] ?(\d+(?:\.\d+)?)){1,3}\s*")


def asks(exercise: Exercise, gap: str) -> tuple[str, Sequence[str]]:
    """The question about this `gap`, and the words that may complete an answer."""
    if gap == SIDE:
        where = vocabulary.TARGETS[exercise.target]
        words = [side for side in vocabulary.SIDES if side in where.sides]
        return ASKS[gap].format(USUAL[where.default_side]), words
    limit = exercise.limit if gap == HOW else ""
    kind = {WHERE: "target", HOW: "technique"}.get(gap)
    question = LIMITED.format(capital(limit)) if limit else ASKS[gap]
    return question, words_for(kind) if kind else ()


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
    if gap == SIDE:
        amount, rest = amount_of(told)
        side = vocabulary.find("side", told.lower()) or ("" if words_of(rest) else amount.side)
        where = vocabulary.TARGETS[exercise.target]
        one = replace(exercise.amount, side=side)
        return replace(exercise, amount=one) if side in where.sides else None
    if gap == BREATHS:
        match = _BREATH.fullmatch(told)
        breath = "-".join(re.findall(r"\d+(?:\.\d+)?", told))
        one = replace(exercise.amount, breath=breath)
        return None if match is None else replace(exercise, amount=one)
    amount, rest = amount_of(told)
    breaths = amount.breaths if exercise.breathes else 0
    if words_of(rest) or not (amount.hold or amount.length or amount.reps or breaths):
        return None
    return exercise.with_amount(amount)


def not_a_title(title: str) -> str:
    """Why `title` cannot be one; "" where it can."""
    problems = read(
        source({"title": title, "cautions": [], "steps": [{"rest": "5s"}]}).encode()
    ).problems
    return next((one.message for one in problems if one.severity == "error"), "")


def is_line(gap: str, told: str, is_more: bool = False) -> bool:
    """Whether `told` is no answer about this `gap`, but a line of a sheet.

    `gap` "": what is to be said, of which no amount is a part. `is_more`: others came with it.
    """
    if is_whole(told) or is_marked(told):
        return True
    has_amount = says_how_long(told)
    if gap in (LONG, SIDE) and _is_try(told):
        return False
    if gap in ("", SIDE) and (has_amount or "|" in told or "\t" in told):
        return True
    if not gap:
        return False
    if is_more and not (near_to(gap, told) or (gap == WHERE and _is_place(told))):
        return True
    if gap in (HOW, LONG, SIDE) and _names_a_place(told):
        return gap != HOW or not _AT.search(told)
    return len(told.split()) >= FEW and gap in (WHERE, HOW) and has_amount


def _is_try(told: str) -> bool:
    """Whether it names nothing that could be done: a figure, a side, a length that is misspelt."""
    _, rest = amount_of(told)
    is_bare = not any(word.isalpha() for word in words_of(rest))
    is_side = vocabulary.find("side", told.lower()) is not None
    return is_bare or is_side or bool(_near_length(told))


def _is_place(told: str) -> bool:
    """Whether it is one and nothing else, be it one that is not known."""
    return _PLACES.issuperset(word.removesuffix("s") for word in words_of(told.lower()))


def _names_a_place(told: str) -> bool:
    """Whether it names one and more, as the name of an exercise does."""
    amount, rest = amount_of(told)
    one = exercise_of(told, amount, rest)
    return one is not None and one.target not in ("", "other") and len(words_of(rest)) > 1


def goes_on(told: str) -> bool:
    """Whether `told`, behind an empty line, is a line of the sheet, and not who wrote it."""
    return is_line("", told) or Handout().next_line(told).kind in ("stop_if", "needs", "dose")


def says_how_long(told: str) -> bool:
    """Whether it says how long, how many or how often anything is done."""
    return not amount_of(told)[0].is_only("side", "quoted")


def near_to(gap: str, told: str) -> str:
    """The word of the vocabulary that may be meant; "" where none is near."""
    if gap == LONG:
        return _near_length(told)
    kind = {WHERE: "target", HOW: "technique", SIDE: "side"}.get(gap)
    if kind is None:
        return ""
    return vocabulary.nearest(told, vocabulary.SPELLINGS[kind]).replace("_", " ")


def _near_length(told: str) -> str:
    """`told` with its words spelled as those of a length; "" where it is none then."""
    spelled = [
        word if re.search(r"\d", word) else vocabulary.nearest(word, _OF_LENGTHS) or word
        for word in told.lower().split()
    ]
    text = " ".join(spelled)
    amount, rest = amount_of(text)
    is_length = not words_of(rest) and bool(amount.hold or amount.length or amount.reps)
    return text if is_length and text != told.lower() else ""


def meant(exercise: Exercise) -> str:
    """The place that a word of its line may mean; "" where none is near."""
    words = (word for word in exercise.left if len(word) > 3 and word not in _NO_PLACES)
    return next(filter(None, (near_to(WHERE, word) for word in words)), "")


def not_understood(gap: str, told: str, near: str) -> str:
    """What to say of an answer about this `gap`, with the word that may be meant."""
    hint = f" Did you mean '{near}'? y takes it." if near else ""
    if gap == LONG and told.isdigit():
        hint = FIGURE.format(told)
    return f"{shown(told)!r} is not understood.{hint}"


def words_for(kind: str) -> Sequence[str]:
    kinds = (kind, "target", "side") if kind == "technique" else (kind,)
    spelled = (word for one in kinds for word in vocabulary.SPELLINGS[one])
    return tuple(dict.fromkeys(word.replace("_", " ") for word in spelled))


def routine_of(sheet: Handout) -> Document:
    return read(source(sheet.outline("T")).encode())


def errors(found: Document) -> list[Problem]:
    return [one for one in found.problems if one.severity == "error"]


def because_of_words(sheet: Handout, row: str, answered: Exercise) -> list[Problem]:
    """The errors of `row` as it was `answered` that are there for what is to be said alone."""
    with_it, without = (
        errors(routine_of(sheet.with_line(row, one)))
        for one in (answered, replace(answered, say=""))
    )
    return [] if without else with_it


def errors_between(before: Handout, after: Handout) -> list[Problem]:
    """The errors of the sheet `after` that the sheet `before` has not."""
    known = {one.message for one in errors(routine_of(before))}
    return [one for one in errors(routine_of(after)) if one.message not in known]


def sentences(problems: Iterable[Problem]) -> str:
    rows = (f"{one.message}{f' ({one.hint})' if one.hint else ''}" for one in problems)
    return "\n".join(f"  {shown(row)} " for row in dict.fromkeys(rows)).rstrip()
