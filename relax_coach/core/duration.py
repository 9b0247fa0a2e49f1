"""A length of time as people write it."""

import re

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
