"""A row of a therapist's sheet as text: its mark, its depth, its plain words."""

import re
from collections.abc import Mapping, Sequence

from relax_coach.core.node import bad_character
from relax_coach.core.words import words_of

SHORT = 8
"""Words of a row that may be a name and is no sentence."""
_A_BOX = r"(?:[\[(] ?x? ?[\])]|[☐☑☒□])"
_BULLET = re.compile(
    rf"^\s*(?!{_A_BOX}\s*(?:\d|left|right|both|[lr]\b)[^☐☑☒□\[(]*{_A_BOX})(?:"  # of a choice
    r"[\[(] ?x? ?[\])]\s*|[-*•·–—►▪●○◦✓✔✗✘☐☑☒□→>①-⑳]+\s*"
    r"|#\d{1,2}:?\s+|0\d\s+(?=[^\W\d_])|\d{1,2} (?=(?:rest|pause|break)\b)"
    r"|\(?\d{1,2}(?:[.)/]| -(?! *\d))\s+|(?![lr][.)])[a-zA-Z]\d?[.)]\s+"
    r"|(?:exercise|ex)\.?:\s*|(?:exercise|ex|step)\.? ?\d{1,2}\s*[:.)–—-](?!\d)\s*)+",
    re.I,
)
_BOX = re.compile(
    r"^(?:\s|[-*•])*(?:\d{1,2}[.)]\s*)?"
    r"(?:(?P<ticked>[\[(] ?x ?[\])]|[☑☒✓✔])|[\[(] ?[\])]|[☐□✗✘])",
    re.I,
)
_AMOUNTS = r"sets?|rep(?:etition)?s?|hold|rest|duration|time|sides?"
_MANNERS = r"pressure|tempo|pace|load|weight|speed|resistance|band|sides?"
_NOTES = r"notes?|comments?|tips?|cues?|start(?:ing position)?|action|purpose|aim|benefits?"
FORM = re.compile(rf"(?:{_AMOUNTS}) ?[:=]", re.I)
"""What begins a row of a form that says how much: all of it is of the exercise above."""
MANNER = re.compile(rf"(?:{_MANNERS}) ?:", re.I)
NOTE = re.compile(rf"(?:{_NOTES}|instructions?|description) ?:", re.I)
ROW = re.compile(rf"(?:{_AMOUNTS}|{_MANNERS}|{_NOTES}|frequency|how often|dosage|dose) ?[:=]", re.I)
"""What begins a row of a form, whatever it says."""
_BARE_NUMBER = re.compile(r"^\s*(\d{1,2}) +(?=[^\W\d_]{2})")
LEAST_NUMBERED = 3
"""Rows, before their figures are taken for the numbers of a list."""
_LETTER, _NUMBER = re.compile(r"^\s*[a-z][.)]\s"), re.compile(r"^\s*\(?\d{1,2}[.)]\s")
_COLOUR = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
"""What colours a text that was copied from a terminal."""
_BRACES = str.maketrans("{}", "()")
"""In a file they stand around words that are filled in."""


def numbered(rows: Sequence[str]) -> Mapping[int, str]:
    """Those of `rows` that are numbered from 1 on without a dot, with one, by their index."""
    found: dict[int, str] = {}
    for at, row in enumerate(rows):
        number = _BARE_NUMBER.match(row)
        if number and int(number[1]) == len(found) + 1:
            found[at] = f"{number[0].rstrip()}. {row[number.end() :]}"
    return found if len(found) >= LEAST_NUMBERED else {}


def unmarked(row: str) -> str:
    """`row` without its bullet or number, and without what may not stand in a file."""
    return plain(_BULLET.sub("", row))


def plain(row: str) -> str:
    """`row` without what may not stand in a file; the comment keeps it."""
    row = _COLOUR.sub("", row)
    while (bad := bad_character(row)) is not None:
        row = f"{row[: bad[0]]} {row[bad[0] + 1 :]}"
    return " ".join(row.translate(_BRACES).split())


def is_below(row: str, above: str) -> bool:
    """Whether `row` stands under `above`: further in, or as a letter under a number."""
    if _LETTER.match(row):
        return bool(_NUMBER.match(above))
    return _depth(row) > _depth(above)


def marks(row: str) -> str:
    """Its depth and its bullet or number; "" without one."""
    found = _BULLET.match(row)
    return found[0] if found else ""


def is_marked(row: str) -> bool:
    """Whether it has a bullet or a number."""
    return bool(marks(row))


def is_ticked(row: str) -> bool | None:
    """Whether the box before it is ticked; None without a box."""
    found = _BOX.match(row)
    return None if found is None else found["ticked"] is not None


def is_marked_below(row: str, above: str) -> bool:
    """Whether `row` has a bullet, and `above` has none."""
    return is_marked(row) and not is_marked(above)


def _depth(row: str) -> int:
    row = row.expandtabs(4)
    return len(row) - len(row.lstrip())


def is_sentence(row: str) -> bool:
    told = plain(row)
    return told.endswith((".", "!", "?")) or len(words_of(told)) > SHORT


def is_name(row: str) -> bool:
    """Whether it may be a name: words, no figures, and no sentence."""
    told = unmarked(row)
    return bool(words_of(told)) and not (is_sentence(told) or re.search(r"\d", told))
