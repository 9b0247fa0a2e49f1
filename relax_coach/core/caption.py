"""The caption of a line of a sheet: when to stop, what is needed, how often."""

import re
from collections.abc import Mapping

from relax_coach.core.row import unmarked

_CAPTIONS: Mapping[str, re.Pattern[str]] = {
    "stop_if": re.compile(
        r"(?:[a-z]+(?: [a-z]+)? ?: ?)?(?:please )?stop "
        r"(?:(?:everything|at once|immediately|exercising|and [a-z ,]{2,30}?) )?(?:if|when)\b[: ]*"
        r"|do not continue if\b[: ]*",
        re.I,
    ),
    "needs": re.compile(
        r"(?:you(?:'ll| will)? need|equipment(?: needed)?|materials?)\b[: ]*", re.I
    ),
    "dose": re.compile(r"(?:frequency|how often|dosage|dose)\b[: ]*", re.I),
}
_STOPS = re.compile(
    r"if (.+?),? (?:please |then )?stop\b"
    r"|(.+?) *(?:-+>|→|=|:) *(?:please )?stop\b(?! (?:if|when|at|doing|before)\b)",
    re.I,
)
"""When to stop, and then what else to do: that is for the reader of the sheet."""


def captioned(told: str) -> tuple[str, str] | None:
    """The key of a routine that `told`, a line without its mark, is for, and what it says for it.

    stop_if, needs or dose; None of any other line.
    """
    for key, pattern in _CAPTIONS.items():
        if match := pattern.match(told):
            return key, told[match.end() :].strip(" :-–—=") or told
    stops = _STOPS.match(told)
    return ("stop_if", stops[1] or stops[2]) if stops else None


def is_rule(part: str) -> bool:
    """Whether it says when to stop."""
    told = unmarked(part)
    return bool(_CAPTIONS["stop_if"].match(told) or _STOPS.match(told))
