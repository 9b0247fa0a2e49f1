"""A line of a therapist's sheet with one spelling for each sign, label and time."""

import re

from relax_coach.core.amount import Match
from relax_coach.core.duration import NUMBERS

_SIGNS = str.maketrans({"–": "-", "—": "-", "−": "-", "×": "x", "’": "'", "′": "'", "″": '"',
                        "”": '"', "½": " 1/2", "⁄": "/", "\u00a0": " ", "\t": " "})  # fmt: skip
_UNIT = r"(?:hours?|hrs?|minutes?|mins?|seconds?|secs?)\b"
_HALF = r"and[ -](?:a[ -])?half\b"
_AND_A_HALF = re.compile(
    rf"(?<!ty[ -])\b(\d+|{'|'.join(NUMBERS)})"
    rf"(?:[ -]{_HALF}(?=[ -](?:(?:to|or) \w+ )?{_UNIT})|( {_UNIT}) {_HALF})"
)
"""Two and a half minutes, a minute and a half."""
_MIXED = re.compile(
    r"\b(\d+) ?(?:m|mins?|minutes?)\.?(?:,? and)? ?(\d+) ?(?:s|secs?|seconds?)\b"
    r"(?! ?(?:apart|rest|pause|break|holds?)\b)"
    r"|\b(\d+)(?: ?(?:mins?|minutes?) ?|m)([0-5]\d)(?=\s*(?:[,.;)|]|$))"
    r"|\b(\d+)'([0-5]\d)(?:\"|'')"
    r"|(?<![\d:])(\d{1,2}):([0-5]\d)(?= ?(?:m|mins?|minutes?)\b)(?: ?(?:minutes?|mins?|m))"
    r"|(?<![\d:])(00?):([0-5]\d)(?![\d:])"
    r"|(?<=duration: )(\d{1,2}):([0-5]\d)\b"
)
"""Minutes and seconds: 1 min 30 s, 1:30 min, 0:45."""
_LABEL = re.compile(
    r"(?:^|(?<=[,;|] )|(?<=  ))(reps?|repetitions?|repeats?|sets?|rounds?|hold|rest|pause|break"
    r"|duration|time|pressure|sides?) ?[-=:] ?(?=\d|an?\b|half|[lr]\b|left|right|both|each)"
)
"""What a sheet has before a figure: reps - 10, hold = 5 s."""
_TURNS = re.compile(r"\b(?:circl|roll)")
"""What goes round has a way on each side."""
_NO_RANGE = re.compile(
    r"(?P<count>(?:x|\b(?:of|reps?:?|sets?:?|hold:?)) ?)?(?<!\d)(?P<low>\d+) - (?P<high>\d+)(?!\d)"
    r"(?=(?P<often> ?(?:/|x|times)\s?(?:a|per|each|d|w|/))?)(?=(?P<time> ?(?:s|m|\")))?"
)
"""8 reps - 30 s rest: a dash with air around it is as often a comma."""
_RESTATED = re.compile(
    r"\b(\d+) ?x ?(\d+) ?\((?:(?:\1 (?:reps?|times) (?:of|x) )?\2 ?)?"
    r"(s|secs?|seconds?|m|mins?|minutes?)\b"
)
"""3 x 30 (30 s each side), 10 x 5 (10 reps of 5 secs), 3 x 30 (secs): the unit is within."""
_SECS = r"(?: ?(?:s|secs?|seconds?)\b)?"
_PAIR = rf"(?:reps?|repetitions?|sets?|hold) \d+{_SECS}"
_UNSIGNED = re.compile(rf"(?<!\d )(?<!\d)\b{_PAIR}(?: ?[,|;/]? +{_PAIR})+(?!\w|,? ?(?:rep|set))")
"""Hold 5 s Reps 10 Sets 3: each label before its figure, as in a printed form."""


def evened(line: str) -> str:
    """`line` in lower case, with one sign each for a dash, a quote, a times and a label."""
    text = line.translate(_SIGNS).lower().replace("(s)", "s")
    text = re.sub(r" +(?=1/2)", " ", text)
    if _TURNS.search(text):
        text = re.sub(r"\beach (?=way\b)", "each-", text)  # which is no side
    text = _NO_RANGE.sub(_apart, text)
    text = _RESTATED.sub(r"\1 x \2 \3 (", text)
    text = re.sub(r"↔|<-+>|⇄|⇔", " both ways ", text)
    text = _LABEL.sub(r"\1: ", text)
    text = _UNSIGNED.sub(_with_signs, text)
    text = _MIXED.sub(_in_seconds, text)
    return _AND_A_HALF.sub(_with_half, text)


def _apart(found: Match) -> str:
    """A range goes up; that of a count is narrow."""
    low, high = int(found["low"]), int(found["high"])
    count = found["count"] or ""
    is_other = found["often"] or high >= 3 * low or (count[:3] in ("rep", "set") and found["time"])
    is_range = low < high and not (count and is_other)
    return found[0] if is_range else found[0].replace(" - ", ", ")


def _with_signs(found: Match) -> str:
    return re.sub(r"([a-z]{3,}) (?=\d)", r"\1: ", found[0])


def _in_seconds(found: Match) -> str:
    minutes, seconds = (int(one) for one in found.groups() if one is not None)
    return f"{60 * minutes + seconds} s"


def _with_half(found: Match) -> str:
    return f"{NUMBERS.get(found[1], found[1])}.5{found[2] or ''}"
