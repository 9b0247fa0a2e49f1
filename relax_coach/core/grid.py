"""A table on a therapist's sheet: heads in one row, an exercise with its figures in each below."""

import re
from collections.abc import Mapping

_FIGURE = re.compile(r"\d+(?:[.,]\d+)?(?: ?[-–] ?\d+)?")
_PAIR = re.compile(r"(\d+(?: ?[-–] ?\d+)?) ?[x×/] ?(\d+(?: ?[-–] ?\d+)?)")
_OF_TEN = re.compile(r"\d{1,2}(?: ?[-–] ?\d{1,2})?(?: ?/ ?10)?")
_SCALE = re.compile(r" ?[(\[]?(?:[01] ?[-–] ?|/ ?|of |out of )10\b[)\]]?")
"""In the head of a column: pressure (1-10)."""
_EMPTY = frozenset({"", "-", "–", "—", "n/a", "na", "/", ".", "_", "☐", "□", "✗", "✘", "[ ]"})
_MARKS = frozenset({"x", "xx", "✓", "✔", "☑", "☒", "●", "•", "[x]", "(x)", "yes", "y"})
"""Of a cell that says only that its head holds."""
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)")
_UNIT = re.compile(r"\b(s|secs?|seconds?|m|mins?|minutes?)\b")
_KINDS: Mapping[str, re.Pattern[str]] = {
    "dose": re.compile(r"frequency|how often|(?:times|x)? ?(?:per|a|/) ?day|daily|dos(?:e|age)"),
    "sets": re.compile(r"(?:no\.? (?:of )?)?sets?|rounds"),
    "reps": re.compile(r"(?:no\.? (?:of )?)?(?:reps?|repetitions?|repeats?|times)|how many"),
    "hold": re.compile(r"hold(?: time| for)?"),
    "length": re.compile(r"time|duration|how long|length"),
    "side": re.compile(r"sides?|l ?/ ?r"),
    "left": re.compile(r"l(?:eft)?(?: side)?"),
    "right": re.compile(r"r(?:ight)?(?: side)?"),
    "rest": re.compile(r"(?:rest|break|pause)s?(?: between sets)?"),
    "both": re.compile(r"sets? ?(?:x|×|/|&|and) ?rep(?:s|etitions)?"),
    "turned": re.compile(r"rep(?:s|etitions)? ?(?:x|×|/|&|and) ?sets?"),
    "pressure": re.compile(r"pressure|force"),
    "number": re.compile(r"no\.?|nr\.?|#|numbers?"),
    "name": re.compile(r"exercises?|stretch(?:es)?|movements?|name|activity|what"),
    "note": re.compile(r"notes?|comments?|remarks?|instructions?|how"),
}
_AT_ONCE = re.compile(r"shrug|roll|squeez|retract|angel|raise|row|pull", re.I)
"""What is mostly done with both sides together."""
_REST = re.compile(r"rest|pause|break", re.I)
LEAST = 2
"""Heads of names and figures, without which a row is no row of heads."""
_SIDES = (
    (
        re.compile(r"both|each|bilateral|b/l|l ?[&/+,] ?r|r ?[&/+,] ?l|left (?:and|&|\+) right"),
        "each",
    ),
    (re.compile(r"l(?:eft)?"), "left"),
    (re.compile(r"r(?:ight)?"), "right"),
)


def heads(row: str) -> tuple[str, ...]:
    """The heads of a table's columns in `row`; none where it is another row."""
    found = tuple(cell.lower().strip(" :.") for cell in _cells(row))
    kinds = [kind for kind in map(_kind, found) if kind not in ("", "note")]
    return (
        found
        if len(kinds) >= LEAST
        and kinds != ["name"] * len(kinds)
        and (not re.search(r"\d", _SCALE.sub("", row)))
        else ()
    )


def sentence(row: str, heads: tuple[str, ...]) -> str:
    """What `row` says below `heads`, as a line would: "Chin tuck, 2 sets, 10 reps".

    "" where it is no row of that table.
    """
    if not 1 < len(_cells(row)) <= len(heads):
        return ""
    columns = [
        (cell, head)
        for cell, head in zip(_cells(row), heads, strict=False)
        if _kind(head) != "number"
    ]
    if _REST.fullmatch(columns[0][0]):  # a row for a rest: whatever column says how long
        return " ".join(cell for cell, _ in columns if cell.lower() not in _EMPTY)
    told = [_told(cell, head) for cell, head in columns]
    if _AT_ONCE.search(columns[0][0]):  # or each alone: what the sheet says is told beside it
        told += [f"({cell})" for cell, _ in columns if cell.lower() in ("both", "bilateral")]
    return ", ".join(part for part in told if part)


def _cells(row: str) -> list[str]:
    if "\t" in row:
        cells = row.rstrip("\n").split("\t")
    elif "|" in row:
        cells = row.strip().strip("|").split("|")
    else:
        cells = re.split(r"\s{2,}", row.strip())
    return [cell.strip() for cell in cells]


def _kind(head: str) -> str:
    plain = re.sub(r"\s*[(\[].*|\s*/? ?\b(?:secs?|seconds?|mins?|minutes?)\b", "", head).strip()
    return next((kind for kind, words in _KINDS.items() if words.fullmatch(plain)), "")


def _told(cell: str, head: str) -> str:
    """A cell as a sheet would say it in a line; as it is where it says so itself."""
    kind, plain = _kind(head), cell.lower()
    if plain in _EMPTY:
        return ""
    if plain in _MARKS:
        return head
    if clock := _CLOCK.fullmatch(plain):
        plain = cell = f"{60 * int(clock[1]) + int(clock[2])} s"
    if kind == "side":
        return next((f"{side} side" for words, side in _SIDES if words.fullmatch(plain)), cell)
    if kind in ("left", "right"):
        return f"{kind} {cell}"
    is_figure = _FIGURE.fullmatch(plain) is not None
    if kind in ("both", "turned"):  # one figure alone is that many times, whichever it is
        if pair := _PAIR.match(plain):
            first, last = (pair[2], pair[1]) if kind == "turned" else (pair[1], pair[2])
            return f"{first} x {last}{cell[pair.end() :]}"
        return f"x {cell}" if is_figure else cell
    if kind == "pressure" or (not kind and _OF_TEN.fullmatch(plain)):  # of what is a head to tell
        return f"{_SCALE.sub('', head)} {cell}" if is_figure or _OF_TEN.fullmatch(plain) else cell
    unit = found[1] if (found := _UNIT.search(head)) else ""
    if kind == "reps" and _PAIR.fullmatch(plain):
        return f"{head}: {cell}"
    if kind in ("sets", "reps"):
        figure = _FIGURE.match(cell)
        many = kind if figure and figure[0] != "1" else kind[:-1]
        return f"{figure[0]} {many}{cell[figure.end() :]}" if figure else cell
    if kind == "dose":
        often = "once" if cell == "1" else f"{cell} times"
        return f"{often} a day" if is_figure and "day" in head else cell
    if kind == "hold":  # without a unit these are seconds on every sheet
        return f"hold {cell} {unit or 's'}" if is_figure else f"hold {cell}"
    if kind in ("length", "rest"):
        length = f"{cell} {unit}" if is_figure and unit else cell
        if kind == "length":
            return length
        return f"rest {length} between sets" if "between" in head else f"rest: {length}"
    return cell
