"""Sentences of a therapist's sheet that were broken over several rows, as a PDF is pasted."""

import re
from collections.abc import Sequence

from relax_coach.core.duration import NUMBERS
from relax_coach.core.line import LONGEST
from relax_coach.core.parts import is_rest, is_whole
from relax_coach.core.row import is_marked, plain, unmarked
from relax_coach.core.side import PAIRED
from relax_coach.core.wording import amount_of
from relax_coach.core.words import words_of

LEAST = 5
"""Words of a row that may be the beginning of a sentence; a name has fewer."""
Row = tuple[int, str]
"""Its number from 1, and what stands in it."""
_COLUMNS = re.compile(r"[\t|]|\S\s{2,}\S")
_LABEL = re.compile(r"[a-z]+(?: [a-z]+)?:")
"""Before what a line of a form says: hold: 5 s."""
_STOP = re.compile(r"[.!?:;]\s*$")
_HAS_STOP = re.compile(r"\w[.!?](?:\s|$)")
_WORD = re.compile(r"[^\W\d_]{2,}(?!\d)")
_OPEN = re.compile(
    r"\b(?:and(?: (?:do|hold|then|let))?|or|then|for|the|an?|your|of|to|with|at|from|by|until"
    r"|about|repeat|let|it|them|this|that|into|as|while|if|when|is|are|not|than)$",
    re.I,
)
"""At the end of a row whose sentence is not at its end."""
_FIGURE = re.compile(rf"(?:\d|\b(?:{'|'.join(NUMBERS)}))$", re.I)
_UNIT = re.compile(r"(?:seconds?|secs?|minutes?|mins?|times|reps?|repetitions?|breaths?)\b")
_LINKS = re.compile(
    r"(?:and|or|then|of|for|with|until|while|to|but|so|as|than|by|between|from|at|on|in|out|into"
    r"|over|under|through|per|each)\b"
)
"""At the beginning of a row that goes on with the one above."""
_COMPLETE = re.compile(
    r"(?:\d|\b(?:s|secs?|seconds?|m|mins?|minutes?|x|times|reps?|sets?|sides?|ways?|each|daily|day"
    r"|breaths?|left|right|l|r))\W*$",
    re.I,
)
"""At the end of a row that says all there is to say."""
_SIDE = re.compile(r"\b(?:the|your) (?:left|right)$", re.I)


def unwrapped(rows: Sequence[Row]) -> list[Row]:
    """`rows`, none of them empty; a sentence over several is one, with the number of its first.

    A row is only taken as the rest of the one above where that is plainly not at its end.
    """
    found: list[Row] = []
    last = 0
    for at, (number, row) in enumerate(rows):
        above = found[-1][1] if found and number == last + 1 else ""
        if above and _goes_on(above, [text for _, text in rows[at : at + 8]]):
            found[-1] = found[-1][0], f"{above.rstrip()} {row.strip()}"
        else:
            found.append((number, row))
        last = number
    return found


def _goes_on(above: str, rows: Sequence[str]) -> bool:
    """Whether the first of `rows` is the rest of what stands `above` it."""
    row, told = plain(rows[0]), plain(above)
    if (
        not (row and told)
        or is_marked(rows[0])
        or _LABEL.match(row)
        or _COLUMNS.search(above)
        or _COLUMNS.search(rows[0].strip())
    ):
        return False
    if _STOP.search(told) or len(told) + len(row) > LONGEST:
        return False
    if told.rfind("(") > told.rfind(")") and ")" in row:
        return True
    if row[0].islower() or row[0].isdigit():
        if _OPEN.search(told):
            return True
        if _UNIT.match(row) and _FIGURE.search(told):
            return True
    if not row[0].islower():
        return False
    if _SIDE.search(told) and re.match(PAIRED, row):
        return True
    if _COMPLETE.search(told) and _says(row):
        return False
    if _says(row) and not words_of(amount_of(row)[1]):  # figures of what is above are read anyway
        return False
    if _LINKS.match(row):
        return not is_whole(row) and not is_rest(row)
    is_begun = is_marked(above) or told[0].isupper()
    is_long = len(words_of(unmarked(above))) >= LEAST
    is_open = _WORD.match(row) is not None and not (_COMPLETE.search(told) or is_whole(row))
    return is_begun and is_long and is_open and _ends(rows)


def _says(row: str) -> bool:
    """Whether it says how long or how often."""
    amount, _ = amount_of(row)
    return bool(amount.hold or amount.length or amount.reps)


def _ends(rows: Sequence[str]) -> bool:
    """Whether the sentence that the first of `rows` goes on with comes to its stop."""
    for at, row in enumerate(rows):
        if at and (is_marked(row) or not re.match(r"[a-z\d(]", row.strip())):
            return False
        if _HAS_STOP.search(row):
            return True
    return False
