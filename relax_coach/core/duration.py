"""A length of time as people write it."""

import re
from collections.abc import Mapping

from relax_coach.core.routine import Ms

MINUTE: Ms = 60_000
HOUR: Ms = 3_600_000
DURATION = (
    r"(?P<h>[0-9]+)h|(?P<m>[0-9]+)m(?:(?P<ms>[0-5]?[0-9](?:\.[0-9]{1,3})?)s)?"
    r"|(?P<mm>[0-9]+):(?P<ss>[0-5][0-9])|(?P<s>[0-9]+(?:\.[0-9]{1,3})?)s?"
)
_DURATION = re.compile(DURATION)
LONGEST_FIGURE = 12
"""Digits read of a number: more is out of every range, and slow to convert."""


def milliseconds(value: str) -> Ms | None:
    """The length a duration's text means, in ms; None for a wrong shape."""
    match = _DURATION.fullmatch(value)
    if match is None:
        return None
    part = match.groupdict(default="0")
    if len(value) > LONGEST_FIGURE and any(
        len(figure.lstrip("0")) > LONGEST_FIGURE for figure in part.values()
    ):
        return HOUR * 1000
    seconds = float(part["s"]) + float(part["ms"]) + float(part["ss"])
    minutes = int(part["m"]) + int(part["mm"]) + 60 * int(part["h"])
    return round(seconds * 1000) + minutes * MINUTE


NUMBERS: Mapping[str, int] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip
PARTS: Mapping[str, str] = {
    "half an hour": "30 m", "half hour": "30 m", "a half hour": "30 m", "half a minute": "30 s",
    "quarter of an hour": "15 m", "a quarter of an hour": "15 m", "quarter hour": "15 m",
    "a quarter hour": "15 m", "three quarters of an hour": "45 m", "an hour and a half": "90 m",
    "a couple of minutes": "2 m", "couple of minutes": "2 m",
}  # fmt: skip
_TENS = "|".join(word for word, number in NUMBERS.items() if number >= 20)
_ONES = "|".join(word for word, number in NUMBERS.items() if number < 10 and len(word) > 2)
_COMPOUND = re.compile(rf"\b({_TENS}) ({_ONES})\b")
_FRACTIONS = str.maketrans({"\u00bd": ".5", "\u00bc": ".25", "\u00be": ".75"})
_FIGURE = r"([0-9]{1,9}(?:\.[0-9]{1,3})?) ?"
_SAID = re.compile(
    rf"(?:{_FIGURE}(?:h|hours?|hrs?))? ?(?:{_FIGURE}(?:m|mins?|minutes?))?"
    rf" ?(?:{_FIGURE}(?:s|secs?|seconds?))?"
)


def said(phrase: str) -> Ms | None:
    """The length that `phrase` says: "twenty-five minutes", "1 min 30 s", "half an hour".

    None where it is none, or no unit is named.
    """
    text = PARTS.get(phrase, phrase).replace("-", " ").translate(_FRACTIONS)
    text = _COMPOUND.sub(lambda found: str(NUMBERS[found[1]] + NUMBERS[found[2]]), text)
    words = (str(NUMBERS.get(word, word)) for word in text.split() if word != "and")
    match = _SAID.fullmatch(" ".join(words))
    if match is None or not any(match.groups()):
        return None
    hours, minutes, seconds = (float(figure or 0) for figure in match.groups())
    return round(hours * HOUR + minutes * MINUTE + seconds * 1000)


def written(length: Ms) -> str:
    """`length` as a file has it: 1m30s, 45s, 0.5s."""
    minutes, left = divmod(length, MINUTE)
    seconds = f"{left / 1000:g}s" if left or not minutes else ""
    return f"{minutes}m{seconds}" if minutes else seconds
