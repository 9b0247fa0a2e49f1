"""What a line of a therapist's sheet says of how long, how often and on which side."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
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
    length: Ms = 0
    """A time of which it is not said what lasts so long."""
    side: str = ""
    pressure: int = 0
    breath: str = ""
    """As a file has it: 4-6."""
    dose: str = ""
    """How many times a day, for how many weeks: as it was written."""
    ranges: tuple[str, ...] = ()
    """Those of which the smaller figure was taken, as they were written."""

    @property
    def said(self) -> bool:
        """Whether anything is."""
        return self != Amount()


_SIGNS = str.maketrans({"–": "-", "—": "-", "−": "-", "×": "x", "’": "'", "′": "'", "″": '"',
                        "”": '"', "½": " 1/2", "\u00a0": " ", "\t": " "})  # fmt: skip
_WORD = "|".join(word for word in NUMBERS if word not in ("a", "an"))
_N = rf"(?:\d+(?:[.,]\d+)?(?: ?1/2)?|1/2|half a|(?:{_WORD})\b|an?(?= (?:min|sec|hour)))"
_FIGURE = rf"({_N}(?: ?(?:-|to|or) ?{_N})?)"
_UNIT = r"""(hours?|hrs?|h|minutes?|mins?|min\.|m|seconds?|secs?|sec\.|s|''|"|')(?![a-z])"""
_TIME = rf"{_FIGURE} ?-?{_UNIT}"
_COUNT = r"(\d+(?: ?(?:-|to|or) ?\d+)?|" + _WORD + r"|once|twice)"
_SEC = r"(?: ?s(?:ec(?:ond)?s?)?)?"
_AND_A_HALF = re.compile(r"\b(\d+|an?) (minute|hour)s? and a half\b")
_BETWEEN = r"(?:in )?(?:between|btw|b/w)(?: the)? ?"
_PER = r"(?:a|per|every|each|/) ?(?:day|week|hour|night|morning|evening)s?"


def amount_of(line: str) -> tuple[Amount, str]:
    """What `line` says, and the rest of it, in lower case. What was read is taken out of it."""
    text, found = evened(line), Amount()
    for pattern, take in _READERS:
        while (match := pattern.search(text)) is not None:
            taken = take(found, match)
            if taken is None:
                break
            found = taken
            text = f"{text[: match.start()]} | {text[match.end() :]}"
    return found, text


def evened(line: str) -> str:
    """`line` in lower case, with one sign each for a dash, a quote and a times."""
    text = line.translate(_SIGNS).lower().replace("(s)", "s")
    return _AND_A_HALF.sub(lambda found: f"{found[1].replace('a', '1')}.5 {found[2]}s", text)


def _ms(figure: str, unit: str) -> Ms:
    per = 1000 if unit[0] in 's"' or unit == "''" else 3_600_000 if unit[0] == "h" else 60_000
    return round(_number(figure) * per)


def _number(figure: str) -> float:
    """The smaller of a range."""
    first = re.split(r" ?(?:-|to|or) ?", figure.strip())[0].replace(",", ".")
    if first in NUMBERS:
        return NUMBERS[first]
    if first in ("half a", "1/2"):
        return 0.5
    if first in ("once", "twice"):
        return ("once", "twice").index(first) + 1
    whole, _, half = first.partition(" ")
    return float(whole.removesuffix("1/2") or 0) + (0.5 if half or "1/2" in whole else 0)


def _ranged(found: Amount, figure: str, told: str) -> Amount:
    is_range = re.search(r"\d ?(?:-|to|or) ?\d", figure) is not None
    return replace(found, ranges=(*found.ranges, told.strip(" :,"))) if is_range else found


Match = re.Match[str]
Take = Callable[[Amount, Match], Amount | None]


def _time(name: str) -> Take:
    def take(found: Amount, match: Match) -> Amount | None:
        if getattr(found, name):
            return None  # a second one is for the reader of the sheet to judge
        figure, unit = match.group(1), match.group(2)
        told: dict[str, Any] = {name: _ms(figure, unit)}
        return replace(_ranged(found, figure, f"{figure} {unit}"), **told)

    return take


def _count(name: str) -> Take:
    def take(found: Amount, match: Match) -> Amount | None:
        if getattr(found, name):
            return None
        told: dict[str, Any] = {name: int(_number(match.group(1)))}
        return replace(_ranged(found, match.group(1), match[0]), **told)

    return take


def _sets_of(found: Amount, match: Match) -> Amount | None:
    if found.sets or found.reps:
        return None
    sets, reps = match.group(1), match.group(2)
    taken = _ranged(found, reps, match[0])
    return replace(taken, sets=int(_number(sets)), reps=int(_number(reps)))


def _times_of(found: Amount, match: Match) -> Amount | None:
    """3 x 30 seconds: three holds."""
    if found.reps or found.length:
        return None
    count, figure, unit = match.groups()
    taken = _ranged(found, figure, f"{figure} {unit}")
    return replace(taken, reps=int(_number(count)), length=_ms(figure, unit))


def _counted(found: Amount, match: Match) -> Amount | None:
    """Who counts takes about a second for each: as it was written it is shown beside it."""
    if found.hold:
        return None
    told = (*found.ranges, match[0].strip())
    return replace(found, hold=int(_number(match[1])) * 1000, ranges=told)


def _on_off(found: Amount, match: Match) -> Amount | None:
    if found.hold or found.release:
        return None
    on, off = match.groups()[:2], match.groups()[2:]
    return replace(found, hold=_ms(*on), release=_ms(*off))


def _breath(found: Amount, match: Match) -> Amount | None:
    figures = [figure for figure in match.groups() if figure]
    return None if found.breath else replace(found, breath="-".join(figures))


def _dose(found: Amount, match: Match) -> Amount:
    told = match[0].strip(" .,;:()-")
    return replace(found, dose=f"{found.dose}, {told}" if found.dose else told)


def _side(word: str) -> Take:
    def take(found: Amount, match: Match) -> Amount | None:
        return None if found.side else replace(found, side=word)

    return take


def _ignored(found: Amount, match: Match) -> Amount:
    return found


def _one_side(word: str, letter: str) -> str:
    letter = rf"(?<![/&+-]){letter}(?![/&+'-])"
    return rf"(?:on |to )?(?:the |your )?(?:{word}|{letter})(?: side)?(?! hand| thumb| arm)"


_SIDES: Mapping[str, str] = {
    "alternate": r"alternat(?:e|ing)(?: sides?)?(?: left and right)?",
    "each": r"(?:on |to |for |per )?(?:each|ea\.?|both|either|every) (?:sides?|arms?|hands?)"
    r"|per side|/ ?side|b/l|ea(?= ?(?:\||$))"
    r"|(?:the same|repeat(?:ed)?) (?:to|on|with) the (?:other|right|left)(?: side)?"
    r"|(?:on |to )?(?:the )?(?:l ?[&/+] ?r|r ?[&/+] ?l|left (?:and|then|&) right"
    r"|right (?:and|then|&) left)(?: sides?)?|bilateral(?:ly)?",
    "left": _one_side("left", "l"),
    "right": _one_side("right", "r"),
}
_MOVES = (
    "presses|squeezes|stretches|rolls|circles|shrugs|nods|turns|tilts|strokes|holds|tucks"
    "|retractions|rotations"
)
_ROWS: tuple[tuple[str, Take], ...] = (
    (rf"(?:(?:perform|do) )?{_COUNT} ?(?:x|times)? ?{_PER}(?: for {_COUNT} (?:days|weeks))?",
     _dose),
    (r"\b(?:daily|every (?:other )?day|every \d+(?:-\d+)? hours|every hour|at bedtime)\b", _dose),
    (rf"\bfor {_COUNT} (?:days|weeks|months)\b", _dose),
    (rf"\b(?:in|inhale) (?:for )?(\d+){_SEC},? (?:(?:and )?hold (?:for )?(\d+){_SEC},? )?"
     rf"(?:and )?(?:out|exhale) (?:for )?(\d+){_SEC}", _breath),
    (r"(?<![\d-])(\d+)-(\d+)-(\d+)(?:-(\d+))?(?![\d-])(?= breath)", _breath),
    (r"(?<=breathing )(\d+)-(\d+)(?:-(\d+))?(?:-(\d+))?(?![\d-])"
     r"(?! ?(?:m|s|x|h|times|breath|round))", _breath),
    (rf"\brest(?:ing)? (?:for )?{_TIME}(?: rest)? {_BETWEEN}(?:sets?|rounds?)",
     _time("between")),
    (rf"{_TIME} rest {_BETWEEN}(?:sets?|rounds?)?", _time("between")),
    (rf"{_TIME} on ?[/,]? ?{_TIME} off\b", _on_off),
    (rf"\b(?:relax|release|let(?:ting)? go|pause|rest) (?:for )?{_TIME}"
     r"(?: (?:in )?between(?: reps?| repetitions?)?)?", _time("release")),
    (rf"\b(?:hold(?:ing|s)?|held|push|press|squeeze|keep|stay)(?: it)?:? ?(?:each )?(?:for )?:? ?"
     rf"{_TIME}(?: each)?(?: holds?)?", _time("hold")),
    (rf"{_TIME} holds?\b", _time("hold")),
    (rf"\b(?:hold(?: it)? )?(?:there )?(?:for|to) (?:a |the )?(?:slow )?count of {_COUNT}\b",
     _counted),
    (rf"\b(?:for )?{_COUNT} ?sets? (?:of|x) {_COUNT}(?: ?(?:reps?|repetitions?|times))?", _sets_of),
    (rf"\b{_COUNT} ?x ?{_TIME}", _times_of),
    (rf"\b{_COUNT} ?x ?{_COUNT}\b(?: ?(?:reps?|repetitions?|times))?", _sets_of),
    (rf"\b(?:sets?|rounds?): ?{_COUNT}", _count("sets")),
    (rf"\b(?:complete |perform )?{_COUNT} (?:sets?|rounds?)\b", _count("sets")),
    (rf"\b(?:reps?|repetitions?|repeats?): ?{_COUNT}", _count("reps")),
    (rf"\b(?:repeat(?:ed)?|do(?: this| it)?) ?x? ?{_COUNT} ?(?:x|times)?\b", _count("reps")),
    (rf"\b{_COUNT} (?=(?:slow |gentle )?(?:shoulder |head |neck |chin )?(?:{_MOVES})\b)",
     _count("reps")),
    (rf"\b{_COUNT} ?(?:reps?|repetitions?|repeats?|times|breaths?|x)(?![a-z\d])", _count("reps")),
    (rf"(?<![a-z])x ?{_COUNT}\b", _count("reps")),
    (r"\b(?:pressure|force):? (?:of )?(\d+)(?: ?(?:/|of|out of) ?10)?", _count("pressure")),
    (r"\b(?:about |at )?(\d{1,2}) ?(?:/|out of) ?10(?![\d/])", _count("pressure")),
    (rf"\b(?:for |about |approx\.? )?{_TIME}", _time("length")),
    *((rf"(?<![a-z])(?:{words})(?![a-z])", _side(word)) for word, words in _SIDES.items()),
    (r"\b(?:with|take|and) (?:a )?(?=\|)", _ignored),
)  # fmt: skip
_READERS = tuple((re.compile(pattern), take) for pattern, take in _ROWS)
