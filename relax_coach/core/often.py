"""How often a day or a week, as a line of a therapist's sheet says it."""

import re
from dataclasses import replace

from relax_coach.core.amount import Amount, Match, number_of, ranged

MOST_OFTEN = 6
"""What is done more often a day is counted as repetitions."""
_PACE = re.compile(r"(?:/ ?|(?:per|a|each|every) )\w+$")
_MORE_BY = re.compile(r"\b(?:add|increase|progress|reduce|build up)\b[^.;|]*$")
_BARE = re.compile(r"^(?:/ ?|(?:per|a) )")
"""Before a day that has no number: 2 min/day."""
_COUNTED = re.compile(r"(x ?)?(\d+) ?(?:, )?$")


def dose_of(found: Amount, match: Match) -> Amount | None:
    if _PACE.match(match[0].strip()) and _MORE_BY.search(match.string[: match.start()]):
        return None  # add 1 kg each week
    return _with_dose(found, _BARE.sub("each ", match[0].strip(" .,;:()-")))


def often_of(found: Amount, match: Match) -> Amount | None:
    """x 3/day behind something else: few, and fewer than the count before or behind several."""
    before = _COUNTED.search(match.string[: match.start()])
    often = int(number_of(match[1]))
    is_after = before is not None and (before[1] or int(before[2]) > often)
    if often > MOST_OFTEN or not (is_after or (before is None and not match[0].endswith("ly"))):
        return None
    return _with_dose(found, match[0].lstrip("x "))


def reps_and_dose(found: Amount, match: Match) -> Amount | None:
    """10 x 3/day: ten, three times a day. 3 x 10 daily are three times ten; 3 x 5/day may be
    either, and is kept whole."""
    reps, often = int(number_of(match[1])), int(number_of(match[2]))
    if found.reps or found.dose:
        return None
    if often <= MOST_OFTEN and reps > often:
        told = match[0].partition("x")[2].strip()
        return replace(ranged(found, match[1], match[1]), reps=reps, dose=told)
    is_sets = match[0].endswith("ly") or reps <= MOST_OFTEN < often
    return None if is_sets else replace(found, dose=match[0])


def _with_dose(found: Amount, told: str) -> Amount:
    return replace(found, dose=f"{found.dose}, {told}" if found.dose else told)
