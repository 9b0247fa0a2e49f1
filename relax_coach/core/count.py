"""How many times, as a line of a therapist's sheet words it: sets, repetitions, both."""

import re
from dataclasses import replace
from typing import Any

from relax_coach.core.amount import ONE_SIDE, Amount, Match, Take, ms, number_of, ranged

_REPS = re.compile(r"\d ?(?:reps?|repetitions?)\b|\breps?:")
_COUNTED = re.compile(r"\bx ?\d|\b\d+ ?(?:x|reps?|times)\b")


def count_as(name: str) -> Take:
    def take(found: Amount, match: Match) -> Amount | None:
        if getattr(found, name):
            return None
        told: dict[str, Any] = {name: int(number_of(match.group(1)))}
        return replace(ranged(found, match[0], match[0]), **told)

    return take


def repeat_as(found: Amount, match: Match) -> Amount | None:
    """Repeat 5 times: unless the line has its repetitions beside that."""
    if match[1] == "once":  # one time, or one time more
        return None
    others = f"{match.string[: match.start()]} | {match.string[match.end() :]}"
    return None if _REPS.search(others) else count_as("reps")(found, match)


def again(found: Amount, match: Match) -> Amount | None:
    """Repeat twice more: beside the first time."""
    taken = None if match[1] == "once" else repeat_as(found, match)
    return None if taken is None else replace(taken, reps=taken.reps + 1)


def moves_as(found: Amount, match: Match) -> Amount | None:
    """Ten rolls: unless it begins a line with another count, and is the number of that."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    if not before.strip() and _COUNTED.search(after):
        return None
    taken = count_as("reps")(found, match)
    if taken is None or before.strip() or not (found.hold or re.search(r"\d", after)):
        return taken
    return taken.quoting(match[0])  # or the number of the line


def second_set(found: Amount, match: Match) -> Amount | None:
    """Rest for a minute and do a second set: two of them."""
    if found.sets or found.between:
        return None
    return replace(found, sets=2, between=ms(match[1], match[2]))


def sets_of(found: Amount, match: Match) -> Amount | None:
    sets, reps = match.group(1), match.group(2)
    is_breath = match.string[match.end() :].startswith(" breath")
    if found.sets or found.reps or (is_breath and "breath" not in match.string[: match.start()]):
        return None
    is_named = "set" in match[0]
    if not is_named and match.string[: match.start()].rstrip().endswith("x"):
        return reps_of(found, match)  # hold 5 s x 10 x 2
    taken = ranged(found, match[0], match[0])
    if taken is found and not is_named and number_of(sets) > number_of(reps):
        taken = found.quoting(match[0])  # or the other way round
    return replace(taken, sets=int(number_of(sets)), reps=int(number_of(reps)))


def reps_of(found: Amount, match: Match) -> Amount | None:
    """The same the other way round. Where only reps are named there are fewer sets of them."""
    if found.sets or found.reps:
        return None
    reps, sets = match.group(1), match.group(2)
    if "set" not in match[0] and number_of(reps) < number_of(sets):
        reps, sets = sets, reps
    taken = ranged(found, match[0], match[0])
    return replace(taken, sets=int(number_of(sets)), reps=int(number_of(reps)))


def sets_reps_hold(found: Amount, match: Match) -> Amount | None:
    """3 x 10 x 5s."""
    if found.sets or found.reps or found.hold:
        return None
    sets, reps, figure, unit = match.groups()
    taken = ranged(found, figure, f"{figure} {unit}")
    return replace(
        taken, sets=int(number_of(sets)), reps=int(number_of(reps)), hold=ms(figure, unit)
    )


def both_counts(found: Amount, match: Match) -> Amount | None:
    count, other = match.groups()
    if found.reps or found.side or number_of(count) != number_of(other):
        return None
    return replace(ranged(found, count, match[0]), reps=int(number_of(count)), side="each")


def each_count(found: Amount, match: Match) -> Amount | None:
    """x 5 each: on each side."""
    taken = count_as("reps")(found, match)
    is_of_one = found.side or ONE_SIDE.search(match.string)  # each what?
    return taken if taken is None or is_of_one else replace(taken, side="each")
