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
    breaths: int = 0
    """How often where one breathes, else how long."""
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

    def quoting(self, words: str) -> "Amount":
        """The same with `words` that a step shows only a part of."""
        return replace(self, quoted=(*self.quoted, words.strip(" :,(")))

    def is_only(self, *names: str) -> bool:
        """Whether nothing is said but what `names` has; what is aside says nothing of the line."""
        told = {*names, "aside"}
        return all(not getattr(self, one.name) for one in fields(self) if one.name not in told)


Match = re.Match[str]
Take = Callable[[Amount, Match], Amount | None]
LETTER = r"[^\W\d_]"
"""One of any alphabet: before an umlaut no letter is a side, and none a unit."""
ONE_SIDE = re.compile(r"(?<![\w/&+-])(?:left|right|[lr])(?![\w/&+'-])")
_SEVERAL = re.compile(r"\w(?:,? and |,? then )(?:the |your )?[a-z]{3}")
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
_PAIN = re.compile(
    r"(?<!no )(?<!without )\b(?:pain|discomfort|soreness|tenderness|ach(?:es?|ing)|hurts?"
    r"|effort|rpe|vas|nrs|intensity)\b"
)
"""What is as often told of ten as the pressure of the hand."""
_CLAUSE = re.compile(r"[,;|.](?!\d)")


def ms(figure: str, unit: str) -> Ms:
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
    return found.quoting(told) if is_range else found


def time_as(name: str) -> Take:
    def take(found: Amount, match: Match) -> Amount | None:
        if getattr(found, name):
            return None  # a second one is for the reader of the sheet to judge
        figure, unit = match.group(1), match.group(2)
        told: dict[str, Any] = {name: ms(figure, unit)}
        return replace(ranged(found, figure, f"{figure} {unit}"), **told)

    return take


def pressure_as(found: Amount, match: Match) -> Amount | None:
    """Of ten: unless the same clause speaks of pain, whose figure it may be."""
    before = _CLAUSE.split(match.string[: match.start()])[-1]
    after = _CLAUSE.split(match.string[match.end() :])[0]
    figure = int(number_of(match[1]))
    is_pain = _PAIN.search(f"{before}{match[0]}{after}")
    if found.pressure or is_pain or not 1 <= figure <= HARDEST:
        return None
    return replace(ranged(found, match[0], match[0]), pressure=figure)


def times_of(name: str) -> Take:
    """3 x 30 seconds, 3 sets of 30 seconds: so many reps, or sets."""

    def take(found: Amount, match: Match) -> Amount | None:
        if getattr(found, name) or found.length:
            return None
        count, figure, unit = match.groups()
        counted = f"{count} {'x' if name == 'reps' else name}"
        taken = ranged(ranged(found, count, counted), figure, f"{figure} {unit}")
        told: dict[str, Any] = {name: int(number_of(count)), "length": ms(figure, unit)}
        return replace(taken, **told)

    return take


def counted(found: Amount, match: Match) -> Amount | None:
    """Who counts takes about a second for each: as it was written it is shown beside it."""
    if found.hold:
        return None
    return replace(found, hold=int(number_of(match[1])) * 1000).quoting(match[0])


def held(found: Amount, match: Match) -> Amount | None:
    """Hold 5 x 10: a hold without a unit is one of seconds, on every sheet."""
    figures = [int(figure) for figure in match.groups() if figure]
    if found.hold or (len(figures) > 1 and found.reps):
        return None
    taken = replace(found, hold=figures[0] * 1000).quoting(match[0])
    return replace(taken, reps=figures[1]) if len(figures) > 1 else taken


def on_off(found: Amount, match: Match) -> Amount | None:
    if found.hold or found.release:
        return None
    on, off = match.groups()[:2], match.groups()[2:]
    return replace(found, hold=ms(*on), release=ms(*off))


def breath_of(found: Amount, match: Match) -> Amount | None:
    figures = [figure for figure in match.groups() if figure]
    return None if found.breath else replace(found, breath="-".join(figures))


def breath_named(found: Amount, match: Match) -> Amount | None:
    """4-4-4-4 anywhere in a line that speaks of breathing."""
    return breath_of(found, match) if "breath" in match.string else None


def labelled_rest(found: Amount, match: Match) -> Amount | None:
    """Beside the number of sets it is the rest between them."""
    return time_as("between" if found.sets > 1 else "pause")(found, match)


def both_times(found: Amount, match: Match) -> Amount | None:
    """20 s left, 20 s right: only where they are the same."""
    figure, unit, *other = match.groups()
    if found.length or found.side or ms(figure, unit) != ms(*other):
        return None
    return replace(ranged(found, figure, f"{figure} {unit}"), length=ms(figure, unit), side="each")


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


def shared(found: Amount, match: Match) -> Amount | None:
    """2 minutes (1 each side): the half of it on each; or the same told twice."""
    figure, unit, share, its = match.groups()[:4]
    whole, part = ms(figure, unit), ms(share, its or unit)
    if found.length or found.side or whole not in (part, 2 * part):
        return None
    return replace(found, length=part, side="each").quoting(match[0])


def each_time(found: Amount, match: Match) -> Amount | None:
    """30 s each: of each press where they are counted, else of each side."""
    if found.reps and _AT_MOST.search(match.string[: match.start()]):
        return None
    if not found.reps and _SEVERAL.search(match.string[: match.start()].split("|")[0]):
        return None  # of each place
    taken = time_as("length")(found, match)
    if taken is not None and found.reps and not found.side:  # each time, or each side
        return taken.quoting(match[0])
    if taken is None or found.side or ONE_SIDE.search(match.string):
        return taken
    return replace(taken, side="each")


def aside_of(found: Amount, match: Match) -> Amount:
    return replace(found, aside=(*found.aside, match[0].strip(" ,.;:")))


def ignored(found: Amount, match: Match) -> Amount:
    return found
