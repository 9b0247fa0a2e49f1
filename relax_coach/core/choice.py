"""One of several on a line of a therapist's sheet: boxes, or a side that is marked among others."""

import re
from collections.abc import Sequence

_TICKED = r"(?:[\[(] ?[x✓✔●] ?[\])]|[☑☒✓✔●◉⦿]|_+x_*(?!\w))"
_OPEN = r"(?:[\[(] ?[-_✗✘]? ?[\])]|[☐□✗✘○◯]|_+(?!\w))"
_SIDE = r"(?:left|right|both(?: sides)?|bilateral|[lrb])(?![\w'])"
_MARKED = rf"(?:\*\*?{_SIDE}\*\*?|[\[(] ?{_SIDE} ?[\])])"
_STRUCK = rf"~~? ?{_SIDE} ?~~?"
_TOKEN = re.compile(
    rf"(?P<ticked>{_TICKED})|(?P<open>{_OPEN})|(?P<marked>{_MARKED})|(?P<struck>{_STRUCK})"
    rf"|(?P<side>(?<!\w){_SIDE})"
)
_ONE = rf"(?:{_TICKED}|{_OPEN}|{_MARKED}|{_STRUCK}|(?<!\w){_SIDE})"
_SIDES = re.compile(rf"{_ONE}(?:[ ,/:|+&=-]*{_ONE})+")
_OTHERS = re.compile(rf"{_OPEN}(?:(?!{_TICKED}|{_OPEN})[^,;|])*")
"""What stands behind a box that is not ticked."""
_HAS_TICKED = re.compile(_TICKED)
_ENDS = re.compile(rf"(?:{_TICKED}|{_OPEN})\s*(?:[,;|]|$)")
"""A box behind what it is of: what that begins with is not known."""


def chosen(text: str) -> tuple[str, str, tuple[str, ...]]:
    """`text` without what is not chosen in it; the side that is, as a file has it; and what was
    taken out, as it was written.

    `text` is in lower case. Where no side among several is chosen, none is read.
    """
    side, told = "", list[str]()
    if (found := _SIDES.search(text)) and (said := _of_sides(found[0])) is not None:
        side = said
        told.append(found[0])
        text = f"{text[: found.start()]} | {text[found.end() :]}"
    if _HAS_TICKED.search(text) and not _ENDS.search(text):
        told += (one[0].strip() for one in _OTHERS.finditer(text))
        text = _OTHERS.sub(" | ", text)
    return text, side, tuple(told)


def _of_sides(told: str) -> str | None:
    """The side that is marked among those that are `told`: "" for none, None without marks."""
    tokens = [(one.lastgroup or "", one[0]) for one in _TOKEN.finditer(told)]
    kinds = {kind for kind, _ in tokens}
    sides = [name for kind, name in tokens if kind in ("side", "marked", "struck")]
    if len(sides) < 2 or kinds == {"marked"} or kinds == {"side"}:
        return None
    if kinds & {"ticked", "open"}:
        ticked, others = _boxed(tokens)
    else:
        ticked = [name for kind, name in tokens if kind == "marked"]
        others = [name for kind, name in tokens if kind == "side"]
    words = {_word(name) for name in ticked or others}
    return words.pop() if len(words) == 1 else "each" if words == {"left", "right"} else ""


def _boxed(tokens: Sequence[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """The sides with a tick, and those without a box; each box is before its side, or each behind
    it."""
    is_before = tokens[0][0] in ("ticked", "open")
    ticked, others = list[str](), list[str]()
    for at, (kind, name) in enumerate(tokens):
        if kind not in ("ticked", "open"):
            box = at - 1 if is_before else at + 1
            mark = tokens[box][0] if 0 <= box < len(tokens) else ""
            if mark == "ticked":
                ticked.append(name)
            elif mark != "open":
                others.append(name)
    return ticked, others


def _word(name: str) -> str:
    letter = re.sub(r"[^a-z]", "", name)[:1]
    return {"l": "left", "r": "right", "b": "each"}[letter]
