"""A row of a sheet that tells of more than one thing, one after the other."""

import re

from relax_coach.core.caption import is_rule
from relax_coach.core.line import LONGEST, is_rest_alone
from relax_coach.core.naming import exercise_of
from relax_coach.core.row import marks, unmarked
from relax_coach.core.wording import amount_of
from relax_coach.core.words import FILLING, words_of

_CLAUSE = re.compile(r"(?<=[.!;])\s+|(?<=,)\s+(?=then\b)", re.I)
"""Between two sentences, or two things that are done one after the other."""
_ELLIPSIS = re.compile(r"(?:and |then )+(?:the|your)\b|(?:and )?(?:repeat|do|hold)\b", re.I)
"""What leaves out what is done: it is that of before."""


def parts(row: str) -> list[str]:
    """What `row` tells to do one after the other; it alone where that is one thing, or none."""
    if len(row) > LONGEST:
        return [row]
    found: list[str] = []
    wholes = 0
    mark = marks(row)
    first, *others = _CLAUSE.split(row[len(mark) :])
    for part in (mark + first, *others):
        is_pause = bool(found) and found[-1].endswith(";") and is_rest(part)  # within what it ends
        says = is_whole(part) and not is_pause
        wholes += says
        is_next = (says and wholes > 1) or is_rule(part)
        if found and not is_next:  # more of the one before
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    if wholes > 1 and _is_of_all(found[-1]):
        return [row]
    return found if wholes > 1 or any(map(is_rule, found)) else [row]


def _is_of_all(part: str) -> bool:
    """Whether it ends with how often in a clause of its own: of both sides that stand before."""
    *before, last = re.split(r";\s*", part)
    amount, rest = amount_of(last)
    return bool(before) and amount.is_only("reps", "sets", "quoted") and not words_of(rest)


def is_whole(part: str) -> bool:
    """Whether it says what is done and how long, or is a rest."""
    if is_rest(part):
        return True
    told = unmarked(part)
    amount, rest = amount_of(told)
    one = exercise_of(told, amount, rest)
    is_named = part.endswith(".") and len(set(words_of(rest)) - FILLING) > 1
    is_told = one is not None and (not one.is_unknown or is_named) and not _ELLIPSIS.match(told)
    return is_told and bool(amount.hold or amount.length or amount.reps or amount.breaths)


def is_rest(part: str) -> bool:
    """Whether it is one, and nothing else."""
    return is_rest_alone(*amount_of(unmarked(part)))
