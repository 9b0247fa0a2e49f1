"""How long a session is by its title: "3 minutes for the neck", "Quick 5 min"."""

import re
from collections.abc import Iterator

from relax_coach.core import duration
from relax_coach.core.routine import Ms
from relax_coach.core.totals import LONGEST_SESSION

MOST_WORDS = max(len(phrase.split()) for phrase in duration.PARTS)
_RANGE = re.compile(r"(?<=[0-9])\s*[-\u2013]\s*(?=[0-9])|\s+or\s+")
_MARKS = ".,:;()!?"
_ABOUT = frozenset({"who", "whose", "if", "when", "while"})
"""What follows is of people and their day: "who sit 2 hours"."""
_WHEN = frozenset(
    {"every", "each", "after", "before", "between", "during", "since", "from", "post", "pre"}
)
"""A time right after it says how often or when."""
_ARTICLES = frozenset({"a", "an", "the", "your", "my", "any", "long"})
_SESSIONS = frozenset({"break", "pause", "rest", "session", "routine", "massage", "reset"})
""" "For a 5 minute break" is the session, "for a 30 minute commute" is not."""
_DAY = re.compile(
    "(driv|commut|rid)(e|es|ing)|(meeting|lecture|flight|shift|call|class|exam|trip|journey)(e?s)?"
    "|runs?|running|sit(ting)?|stand(ing)?|typing|writing|reading|gaming|study(ing)?|work(ing)?"
)
""" "45-minute lecture break", "10 minutes of sitting": the day is so long, and not the session."""
_WAITED = frozenset({"last", "first", "final", "next", "over", "wait"})
""" "Last 10 minutes of the day", "wait 30 min": no time of the session."""
_MOMENT = frozenset({"after", "before", "into", "past", "until", "till"})
"""What follows a time that says when."""
_MOST = (("up", "to"), ("less", "than"), ("at", "most"), ("under",), ("within",), ("below",))
"""A time right after it is one that the session need not reach."""
_MINUTE_MARK = re.compile(r"^([^'\u2019\u2032]*\b[0-9]+)['\u2019\u2032](?=\s|$)")
""" "5' reset"; a mark before it would be a quote's."""
_PART = re.compile(
    "(hold|press|squeeze|stretch|breath|inhale|exhale|pause|rest|round|set|side|in|out|on|off|each"
    "|per)(e?s|ing)?"
)
"""Beside less than a minute: a part of the session is so long."""


def claims(title: str) -> Iterator[tuple[Ms, Ms]]:
    """The times that a title tells of its session, each from its least to its most.

    They differ in "5 to 10 minutes" and in "under 10 minutes". What tells of something else is
    none of them.
    """
    told = _MINUTE_MARK.sub(r"\1 min", _RANGE.sub(" to ", title.lower())).split()
    words = [word.strip(_MARKS) for word in told]
    at = begin = 0  # of the clause
    while at < len(words):
        for many in range(min(MOST_WORDS, len(words) - at), 0, -1):
            length = duration.said(" ".join(words[at : at + many]))
            if length is None:
                continue
            before = words[begin:at]
            after = [] if told[at + many - 1][-1] in _MARKS else words[at + many :]
            if _is_of_session(length, before, after):
                unit = words[at + many - 1].lstrip("0123456789")
                ranged = before[-1:] == ["to"] and before[1:]
                other = duration.said(f"{before[-2]} {unit}") if ranged else None
                least = 0 if _is_most(before) else min(other or length, length)
                yield least, length
            at += many - 1
            break
        if told[at][-1] in _MARKS or not words[at].strip("-\u2013\u2014"):
            begin = at + 1
        at += 1


def _is_most(before: list[str]) -> bool:
    return any(tuple(before[-len(words) :]) == words for words in _MOST)


def _is_of_session(length: Ms, before: list[str], after: list[str]) -> bool:
    """Whether a time between these words is the session's, and not of a part or of a day."""
    if length > LONGEST_SESSION or _ABOUT & set(before):
        return False
    leading = [word for word in before if word not in _ARTICLES][-2:]
    if leading[-1:] and leading[-1] in _WHEN | _WAITED:
        return False
    if _MOMENT & set(after[:1]):
        return False
    if leading[-1:] == ["for"] and before[-1] in _ARTICLES and not _SESSIONS & set(after[:3]):
        return False
    following = after[1:2] if after[:1] == ["of"] else after[:1]
    if any(map(_DAY.fullmatch, following)):
        return False
    beside = (*leading, *after[:1])
    return length >= duration.MINUTE or not any(map(_PART.fullmatch, beside))
