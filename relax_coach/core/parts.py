"""A row of a sheet that tells of more than one thing, one after the other."""

import re

from relax_coach.core.line import LONGEST, is_rest_alone, is_rule
from relax_coach.core.naming import exercise_of
from relax_coach.core.row import unmarked
from relax_coach.core.wording import amount_of

_CLAUSE = re.compile(r"(?<=[.!;])\s+|(?<=,)\s+(?=then\b)", re.I)
"""Between two sentences, or two things that are done one after the other."""
_ELLIPSIS = re.compile(r"(?:and |then )+(?:the|your)\b", re.I)
"""What leaves out what is done: the same as before."""


def parts(row: str) -> list[str]:
    """What `row` tells to do one after the other; it alone where that is one thing, or none."""
    if len(row) > LONGEST:
        return [row]
    found: list[str] = []
    wholes = 0
    for part in _CLAUSE.split(row):
        says = is_whole(part)
        wholes += says
        is_next = (says and wholes > 1) or is_rule(part)
        if found and not is_next:  # more of the one before
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return found if wholes > 1 or any(map(is_rule, found)) else [row]


def is_whole(part: str) -> bool:
    """Whether it says what is done and how long, or is a rest."""
    told = unmarked(part)
    amount, rest = amount_of(told)
    if is_rest_alone(amount, rest):
        return True
    one = exercise_of(told, amount, rest)
    is_told = one is not None and not one.is_unknown and not _ELLIPSIS.match(told)
    return is_told and bool(amount.hold or amount.length or amount.reps)
