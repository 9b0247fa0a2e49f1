"""A part of a therapist's sheet below a heading that names a side, which all in it is done on."""

import re
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from relax_coach.core.row import ROW, unmarked
from relax_coach.core.wording import amount_of
from relax_coach.core.words import words_of

_HEAD = re.compile(
    r"(?:(?:for|on|do|the|your) )*(?P<side>left|right|both|each|[lr]hs|l|r)\b(?:[ -]sides?)?"
    r"(?: only)? ?[-:–—]?",
    re.I,
)
_WORDS: Mapping[str, str] = MappingProxyType({"l": "left", "r": "right", "b": "each", "e": "each"})


def sections(
    rows: Sequence[tuple[int, str]], empty: Collection[int]
) -> tuple[Mapping[int, str], Mapping[int, str]]:
    """The headings among `rows`, and the rows below them: each by its index, with its side.

    `rows`: each with the number of its line; `empty`: the numbers of empty lines. A part that is
    not set off by empty lines within it ends with one.
    """
    named = {at: side for at, (_, row) in enumerate(rows) if (side := _side(row))}
    heads = {at: side for at, side in named.items() if _is_head(rows, at)}
    alone = [at for at in heads if not heading(rows[at][1])]
    forms = {(_form(rows[at][1]), heads[at]) for at in alone}
    for at in alone:  # without a colon the other side must have its own as well
        others = {side for form, side in forms if form == _form(rows[at][1]) or heads[at] == "each"}
        if not {"left", "right"} <= others:
            del heads[at]
    below: dict[int, str] = {}
    for head, side in heads.items():
        is_tight = rows[head][0] + 1 not in empty
        for at in range(head + 1, len(rows)):
            gap = range(rows[at - 1][0] + 1, rows[at][0])
            is_over = is_tight and any(number in empty for number in gap)
            if at in named or _is_heading(rows[at][1]) or is_over:
                break
            below[at] = side
    return heads, below


def heading(row: str) -> str:
    """The side that `row` by itself sets off for what comes below it; "" where it is none."""
    return _side(row) if unmarked(row).endswith(":") else ""


def _side(row: str) -> str:
    found = _HEAD.fullmatch(unmarked(row))
    return _WORDS[found["side"][0].lower()] if found else ""


def _form(row: str) -> str:
    """What a heading has beside its side, by which the one of the other side is known."""
    return re.sub(r"left|right|\b[lr](?=hs\b|\b)", "", unmarked(row), flags=re.I)


def _is_head(rows: Sequence[tuple[int, str]], at: int) -> bool:
    """Whether exercises stand below it, and it is no row of the one above."""
    if at + 1 == len(rows):
        return False
    below, above = unmarked(rows[at + 1][1]), unmarked(rows[at - 1][1]) if at else ""
    amount, rest = amount_of(below)
    names_one = bool(words_of(rest)) and not ROW.match(below)
    if heading(rows[at][1]):
        return names_one
    is_of_above = above and (not words_of(amount_of(above)[1]) or ROW.match(above))
    return names_one and amount.said and not is_of_above


def _is_heading(row: str) -> bool:
    told = unmarked(row)
    return told.endswith(":") and not re.search(r"\d", told)
