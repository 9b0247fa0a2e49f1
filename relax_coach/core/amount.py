"""What a line of a therapist's sheet says of how long, how often and on which side."""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any

from relax_coach.core.duration import NUMBERS
from relax_coach.core.routine import Ms


@dataclass(frozen=True, slots=True)
class Amount:
    """Everything may be left open: 0 or "". Times in ms."""

    sets: int = 0
    reps: int = 0
    hold: Ms = 0
    release: Ms = 0
    between: Ms = 0
    """The rest between two sets."""
    pause: Ms = 0
    """A rest of which it is not said between what."""
    length: Ms = 0
    """A time of which it is not said what lasts so long."""
    side: str = ""
    pressure: int = 0
    breath: str = ""
    """As a file has it: 4-6."""
    dose: str = ""
    """How many times a day, for how many weeks: as it was written."""
    quoted: tuple[str, ...] = ()
    """What a step shows only a part of, as it was written: a range, each way, at most."""
    aside: tuple[str, ...] = ()
    """Times that are none of the exercise's own, to be read: what it comes after, when to stop."""

    @property
    def said(self) -> bool:
        """Whether anything is."""
        return not self.is_only()

    def is_only(self, *names: str) -> bool:
        """Whether nothing is said but what `names` has; what is aside says nothing of the line."""
        told = {*names, "aside"}
        return all(not getattr(self, one.name) for one in fields(self) if one.name not in told)


Match = re.Match[str]
Take = Callable[[Amount, Match], Amount | None]
LETTER = r"[^\W\d_]"
"""One of any alphabet: before an umlaut no letter is a side, and none a unit."""
_REPS = re.compile(r"\d ?(?:reps?|repetitions?)\b|\breps?:")
_COUNTED = re.compile(r"\bx ?\d|\b\d+ ?(?:x|reps?|times)\b")
HARDEST = 10
"""Of a pressure."""
MANY, LONG_FOR_MANY = 5, 60_000
"""So many are not done for a minute each: that is the time of all of them, or a limit."""
_OWN = re.compile(
    r"/$|\b(?!(?:for|of|each|every|ea|per|about|and|then|with|at|a|an|the|your|on|to|in|it|them"
    r"|sides?|both|left|right|l|r|way|hand|arm|leg|hold|held|stay|slow|slowly|gently|x|times?|reps?"
    r"|sets?|strokes|presses|squeezes|circles|turns|stretches|tucks|rolls|nods|movements)\b)[a-z]"
)
"""Words beside a time, behind a count, that are of something else: or, lasts, rest if needed."""
_MOST = r"(?:up to|at most|max(?:imum)?|(?:more|less|longer) than|within)"
_LIMIT = re.compile(rf"/$|\b(?:or|lasts?|ice|rest|stop|should|takes?|if|{_MOST})\b")
"""The same where the name stands behind the count."""
_AT_MOST = re.compile(rf"\b(?:{_MOST}|under|over)(?: of| about)? $")
"""Before a time that is only not to be passed."""
_IN_ALL = re.compile(r" ?\)?,? ?(?:each )?(?:(?:in )?total|in all|altogether|if|max)\b")
_LASTS = re.compile(r"\b(?:for|hold|held|stay|keep|rest):? $|\d ?x ?$")
_TIMES_MORE = re.compile(r" ?x ?\d")
_PAIN = re.compile(
    r"(?<!no )(?<!without )\b(?:pain|discomfort|soreness|tenderness|ach(?:es?|ing)|hurts?"
    r"|effort|rpe|vas|nrs|intensity)\b"
)
"""What is as often told of ten as the pressure of the hand."""
_CLAUSE = re.compile(r"[,;|.](?!\d)")


def _ms(figure: str, unit: str) -> Ms:
    per = 1000 if unit[0] in 's"' or unit == "''" else 3_600_000 if unit[0] == "h" else 60_000
    return round(number_of(figure) * per)


def number_of(figure: str) -> float:
    """The smaller of a range."""
    first = re.split(r" ?(?:-|to|or) ?", figure.strip())[0].replace(",", ".")
    if first in NUMBERS:
        return NUMBERS[first]
    if first in ("half a", "half an", "1/2"):
        return 0.5
    if first in ("once", "twice"):
        return ("once", "twice").index(first) + 1
    whole, _, half = first.partition(" ")
    return float(whole.removesuffix("1/2") or 0) + (0.5 if half or "1/2" in whole else 0)


def ranged(found: Amount, figure: str, told: str) -> Amount:
    """`found` with what was `told`, where its `figure` is a range."""
    is_range = re.search(r"\d ?(?:-|to|or) ?\d|\d\+", figure) is not None
    return replace(found, quoted=(*found.quoted, told.strip(" :,"))) if is_range else found


def time_as(name: str) -> Take:
    def take(found: Amount, match: Match) -> Amount | None:
        if getattr(found, name):
            return None  # a second one is for the reader of the sheet to judge
        figure, unit = match.group(1), match.group(2)
        told: dict[str, Any] = {name: _ms(figure, unit)}
        return replace(ranged(found, figure, f"{figure} {unit}"), **told)

    return take


def count_as(name: str) -> Take:
    def take(found: Amount, match: Match) -> Amount | None:
        if getattr(found, name):
            return None
        told: dict[str, Any] = {name: int(number_of(match.group(1)))}
        return replace(ranged(found, match[0], match[0]), **told)

    return take


def pressure_as(found: Amount, match: Match) -> Amount | None:
    """Of ten: unless the same clause speaks of pain, whose figure it may be."""
    before = _CLAUSE.split(match.string[: match.start()])[-1]
    after = _CLAUSE.split(match.string[match.end() :])[0]
    if _PAIN.search(f"{before}{match[0]}{after}"):
        return None
    is_pressure = 1 <= number_of(match[1]) <= HARDEST
    return count_as("pressure")(found, match) if is_pressure else None


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
    is_number = not match.string[: match.start()].strip() and _COUNTED.search(
        match.string[match.end() :]
    )
    return None if is_number else count_as("reps")(found, match)


def breaths_as(found: Amount, match: Match) -> Amount | None:
    """So many breaths: unless something else lasts for them."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    lasts = _LASTS.search(before) or _TIMES_MORE.match(after)
    return None if lasts and "breath" not in before else count_as("reps")(found, match)


def second_set(found: Amount, match: Match) -> Amount | None:
    """Rest for a minute and do a second set: two of them."""
    if found.sets or found.between:
        return None
    return replace(found, sets=2, between=_ms(match[1], match[2]))


def sets_of(found: Amount, match: Match) -> Amount | None:
    sets, reps = match.group(1), match.group(2)
    is_breath = match.string[match.end() :].startswith(" breath")
    if found.sets or found.reps or (is_breath and "breath" not in match.string[: match.start()]):
        return None
    is_named = "set" in match[0]
    if not is_named and match.string[: match.start()].rstrip().endswith("x"):
        return reps_of(found, match)  # hold 5 s x 10 x 2
    taken = ranged(found, match[0], match[0])
    if not is_named and number_of(sets) > number_of(reps):  # or the other way round
        taken = replace(taken, quoted=(*found.quoted, match[0].strip()))
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


def times_of(found: Amount, match: Match) -> Amount | None:
    """3 x 30 seconds: three holds."""
    if found.reps or found.length:
        return None
    count, figure, unit = match.groups()
    taken = ranged(ranged(found, count, f"{count} x"), figure, f"{figure} {unit}")
    return replace(taken, reps=int(number_of(count)), length=_ms(figure, unit))


def counted(found: Amount, match: Match) -> Amount | None:
    """Who counts takes about a second for each: as it was written it is shown beside it."""
    if found.hold:
        return None
    told = (*found.quoted, match[0].strip())
    return replace(found, hold=int(number_of(match[1])) * 1000, quoted=told)


def on_off(found: Amount, match: Match) -> Amount | None:
    if found.hold or found.release:
        return None
    on, off = match.groups()[:2], match.groups()[2:]
    return replace(found, hold=_ms(*on), release=_ms(*off))


def breath_of(found: Amount, match: Match) -> Amount | None:
    figures = [figure for figure in match.groups() if figure]
    return None if found.breath else replace(found, breath="-".join(figures))


def breath_named(found: Amount, match: Match) -> Amount | None:
    """4-4-4-4 anywhere in a line that speaks of breathing."""
    return breath_of(found, match) if "breath" in match.string else None


def sets_reps_hold(found: Amount, match: Match) -> Amount | None:
    """3 x 10 x 5s."""
    if found.sets or found.reps or found.hold:
        return None
    sets, reps, figure, unit = match.groups()
    taken = ranged(found, figure, f"{figure} {unit}")
    return replace(
        taken, sets=int(number_of(sets)), reps=int(number_of(reps)), hold=_ms(figure, unit)
    )


def labelled_rest(found: Amount, match: Match) -> Amount | None:
    """Beside the number of sets it is the rest between them."""
    return time_as("between" if found.sets > 1 else "pause")(found, match)


def both_times(found: Amount, match: Match) -> Amount | None:
    """20 s left, 20 s right: only where they are the same."""
    figure, unit, *other = match.groups()
    if found.length or found.side or _ms(figure, unit) != _ms(*other):
        return None
    return replace(ranged(found, figure, f"{figure} {unit}"), length=_ms(figure, unit), side="each")


def both_counts(found: Amount, match: Match) -> Amount | None:
    count, other = match.groups()
    if found.reps or found.side or number_of(count) != number_of(other):
        return None
    return replace(ranged(found, count, match[0]), reps=int(number_of(count)), side="each")


def length_of(found: Amount, match: Match) -> Amount | None:
    """A time of which it is not said what lasts so long. Beside a count it is that of each, unless
    it stands in words of its own, or is longer than anybody does each of so many."""
    taken = time_as("length")(found, match)
    if taken is None or not found.reps:
        return taken
    before, after = match.string[: match.start()], match.string[match.end() :]
    name, *read = before.split("|")
    clause = re.split(r"[,;.(]", read[-1])[-1] if read else ""  # else there is only the name
    words = _OWN if name.strip() else _LIMIT
    is_own = words.search(clause) or _IN_ALL.match(after)
    is_long = found.reps >= MANY and taken.length >= LONG_FOR_MANY
    return None if is_own or is_long else taken


def each_time(found: Amount, match: Match) -> Amount | None:
    """30 s each: of each press where they are counted, else of each side."""
    if found.reps and _AT_MOST.search(match.string[: match.start()]):
        return None
    taken = time_as("length")(found, match)
    if taken is None or found.reps or found.side:
        return taken
    return replace(taken, side="each")


def each_count(found: Amount, match: Match) -> Amount | None:
    """x 5 each: on each side."""
    taken = count_as("reps")(found, match)
    return taken if taken is None or found.side else replace(taken, side="each")


def aside_of(found: Amount, match: Match) -> Amount:
    return replace(found, aside=(*found.aside, match[0].strip(" ,.;:")))


def ignored(found: Amount, match: Match) -> Amount:
    return found
