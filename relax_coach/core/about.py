"""Lines of a therapist's sheet that are about exercises, and are none themselves."""

import re

from relax_coach.core.words import FILLING

_PART = re.compile(
    r"(?:block|circuit|superset|part|phase|week|day|session)\s*(?:[a-z]|\d{1,2})\b"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.I,
)
"""What begins the heading of a part."""
_TELLS = re.compile(
    r"(?:increase|decrease|progress(?:ion|ing)?|work up|build up|add|after|before|within|total"
    r"|takes?|goals?|target|last (?:week|time|visit)|previous(?:ly)?|time (?:needed|taken|required)"
    r"|(?:start|begin) (?:with|at|from) \S+ ?(?:s|sec\w*|m|min\w*|x|reps?|times)(?=\W*$)"
    r"|you|your pain|pain|it|this|these|expect|if|when|aim|main set|limit|allow|set a timer|use for"
    r"|only|at (?:least|most)|up to|(?:no|not) more than|max(?:imum)?|the (?:whole|program)"
    r"|(?:please )?(?:do|perform|repeat|hold|try) (?:all|these|this|each|every|exercises?|circuit)"
    r"|(?:each|all) (?:exercise|stretch|movement)(?:e?s)?|exercises? \w+ times|level \d"
    r"|duration of|wear)\b",
    re.I,
)
"""What begins a line about exercises, which is none itself."""
_MEDICINE = re.compile(
    r"(?:(?:take|use|your|an?|the|one|two|\d+) )*(?:pain ?-?killers?|pain (?:reli\w+|meds?)"
    r"|medic(?:ation|ine)s?|meds|tablets?|pills?|paracetamol|acetaminophen|ibuprofen|aspirin"
    r"|naproxen|diclofenac)\b",
    re.I,
)
_HEAD = re.compile(
    r"(?:stretches|strength(?:ening)?|mobility|mobili[sz]ation|flexibility|posture|exercises"
    r"|movements)(?: exercises)?\s*(?:[(:,–—-]|\d|$)",
    re.I,
)
"""The name of many, with what holds for all that stand below."""
_LEAD = r"(?:(?:and|then|now|please|finally|next),? )*"
_AGAIN = re.compile(rf"{_LEAD}(?:repeat|redo|go (?:back|through))\b", re.I)
_DO = re.compile(rf"{_LEAD}(?:repeat|redo|do(?! not\b)|perform|go (?:back|through))\b", re.I)
_BY_NUMBER = re.compile(
    r"\b(?:steps?|nos?\.?|numbers?|items?|lines?|back to) ?\d|#\d"
    r"|\bexercises? \d+\b(?! ?(?:x|times|reps?|s|secs?|seconds?|mins?|minutes?)\b)"
    r"|\b\d+ ?(?:[-–,&]|to|and) ?\d+,? (?:at|before|after|in|with|when|again|every|on)\b",
    re.I,
)
"""Names other lines: steps 1 to 3, no. 4, 1-3 before bed."""
_BY_NAME = re.compile(
    r"\b(?:again|above|all|everything|whole|entire|circuit|last|previous|sequence|exercises?)\b",
    re.I,
)
_OF_EACH = re.compile(
    r"\b(?:each|every|all) (?:exercise|stretch|movement)(?:e?s)?\b"
    r"|^(?:hold|keep) (?:(?:all|the|these|your) )*stretches\b",
    re.I,
)
"""A rule for all of them: 6 x 6 x 6, each exercise 6 times."""
_OF_ALL = re.compile(
    r"\b(?:do|perform|repeat|practi[sc]e|complete|try|aim|continue|these|this|following|exercises?"
    r"|stretches|routine|programme?)\b",
    re.I,
)
"""Words of a line that says how often all is done."""


def names_all(told: str) -> bool:
    """Whether it is of all the exercises, and says so."""
    return _OF_EACH.search(told) is not None or re.search(r"\bthese\b", told, re.I) is not None


def is_about(told: str, is_place: bool = False) -> bool:
    """Whether it is no exercise. `is_place`: it names where, as an exercise does."""
    if _MEDICINE.match(told) or (_DO.match(told) and _BY_NUMBER.search(told)):
        return True
    begins = _OF_EACH.search(told) or _PART.match(told) or _TELLS.match(told) or _HEAD.match(told)
    return not is_place and bool(begins or (_DO.match(told) and _BY_NAME.search(told)))


def is_again(told: str) -> bool:
    """Whether it tells to do again what stands in other lines."""
    return bool(_AGAIN.match(told) or (_DO.match(told) and _BY_NUMBER.search(told)))


def is_of_all(told: str, rest: str) -> bool:
    """Whether a line `told`, which has `rest` beside how often, names nothing of its own: else it
    is how often that is done."""
    first = rest.split("|")[0].split()
    return not first or first[0] in FILLING or _OF_ALL.search(told) is not None
