"""What to do now: the routines that answer a wish, the best first, each with its reasons.

Pure: the hour, the routines and the records come from outside.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from relax_coach.core.compile import compile_routine
from relax_coach.core.duration import MINUTE
from relax_coach.core.fit import CannotFit
from relax_coach.core.options import Options
from relax_coach.core.past import Past
from relax_coach.core.phrases import clock, spoken_time
from relax_coach.core.relevance import BY_HAND, about, chosen, missing, nearness, place
from relax_coach.core.routine import Breathing, Ms, Routine
from relax_coach.core.ruling import ALLOWED, LIMITED, REFUSED
from relax_coach.core.speech import Speech
from relax_coach.core.verdict import Verdict
from relax_coach.core.wish import Wish, tags_for

# When which routine suits, and how near a time must be, is our own judgement.
LATE = frozenset({21, 22, 23, 0, 1, 2, 3, 4})
"""Hours of the day in which what is calm suits."""
WORKING = range(8, 18)
"""Hours in which what can be done at the desk suits, and what makes sleepy does not."""
CALM = frozenset({"sleep", "evening", "calm", "relaxation", "lying"})
SLEEPY = frozenset({"sleep", "evening"})
NEAR = 0.1
"""The part of the wished length by which a routine may be longer or shorter as it is written."""
NO_PLACE = 0.9
"""What a rating without a place counts beside one at the place."""
FAR = 2.5
"""A routine so many times as long as is wished, or as short, is another kind of routine."""
LONGEST: Ms = 30 * MINUTE
"""Nothing is drawn out beyond this: nobody is to be pressed for so long."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A routine that could be suggested."""

    name: str
    """As `play` finds it."""
    kept_as: str
    """As records name it."""
    routine: Routine
    total: Ms
    """How long it is as it is written, for this person."""
    verdict: Verdict
    """What the answers that are kept make of it."""
    held: frozenset[str] = frozenset()
    """The conditions in them, as in Options."""
    speech: Speech | None = None

    def lasts(self, options: Options) -> Ms:
        """How long it is with a spot, a side and a fit. Raises CannotFit."""
        if options == Options():
            return self.total
        chosen = replace(options, held=self.held)
        return compile_routine(self.name, self.routine, chosen, self.speech).total


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A routine, how to play it, and why."""

    name: str
    options: Options
    """With side, spot and fit, where they are to be chosen."""
    total: Ms
    why: Mapping[str, str] = field(default_factory=dict)
    """What it speaks of (rest, about, two, time, hour, gentler, past) → a short clause."""
    least: Ms | None = None
    """How short it can be, in whole seconds, where that is longer than was wished."""

    @property
    def fits(self) -> bool:
        """Whether it can be as short as was wished."""
        return self.least is None

    @property
    def reasons(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.why.values()))


def suggestions(wish: Wish, candidates: Iterable[Candidate], before: Past) -> Iterator[Suggestion]:
    """What answers `wish`, the best first; refused routines never do."""
    open_ones = [
        one for one in candidates if one.verdict.result != REFUSED and answers(one.routine, wish)
    ]
    for one in sorted(open_ones, key=lambda one: rank(wish, one, before)):
        found = suggestion(wish, one, before)
        if found.fits:
            yield found


def shortest(wish: Wish, candidates: Iterable[Candidate]) -> Suggestion | None:
    """Where nothing can be as short as was wished: what comes nearest, at its shortest."""
    found = [suggestion(wish, one, Past()) for one in candidates if one.verdict.result != REFUSED]
    least = [(one.least, one) for one in found if one.least is not None]
    if not least or len(least) < len(found):
        return None
    length, nearest = min(least, key=lambda one: one[0])
    return replace(nearest, options=replace(nearest.options, fit=length), total=length)


def answers(routine: Routine, wish: Wish) -> bool:
    """Whether `routine` is for the place or, without one, for one of the words, and for whom."""
    if wish.who not in ("", routine.who):
        return False
    if wish.target:
        return bool(place(routine, wish.target, wish.side))
    return not wish.words or any(about(routine, word) for word in wish.words)


def rank(wish: Wish, one: Candidate, before: Past) -> tuple[Any, ...]:
    """Smaller is better. Of two that are alike the one not played lately goes first."""
    routine, length = one.routine, wish.length
    off = abs(one.total - length) if length else 0
    near = nearness(routine, wish.target, wish.side) if wish.target else 0
    last = before.played.get(one.kept_as)
    return (
        one.verdict.result == REFUSED,
        worsens(wish, one, before),
        _is_far(wish, one),
        max(near, BY_HAND),
        sum(missing(routine, word) for word in wish.words),
        wish.hour in WORKING and _is_sleepy(routine) and not _is_for_sleep(wish),
        -helps(wish, one, before),
        4 * off // length if length else 0,
        near,
        -_suits(wish, routine),
        off,
        len(routine.targets) if wish.target else one.total,
        one.verdict.result != ALLOWED,
        last.timestamp() if last else 0,
        one.name,
    )


def worsens(wish: Wish, one: Candidate, before: Past) -> bool:
    """Whether it was worse after it, twice or more, and more often than better."""
    change = before.helped(one.kept_as, wish.target)
    return change is not None and change.worsens


def helps(wish: Wish, one: Candidate, before: Past) -> float:
    """How often it helped, as Change.share; 0 where it is much longer or shorter than wished.

    What was rated without a place counts a little less than what was rated at this one.
    """
    change = before.helped(one.kept_as, wish.target)
    if change is None or _is_far(wish, one):
        return 0.0
    return change.share * (1.0 if before.is_of(one.kept_as, wish.target) else NO_PLACE)


def suggestion(wish: Wish, one: Candidate, before: Past) -> Suggestion:
    """How to play `one` for `wish`, and what speaks for it and against it."""
    routine, why = one.routine, {}
    options = chosen(routine, wish.target, wish.side)
    if wish.rests and not routine.presses:
        why["rest"] = "presses nothing, so it is open to you today"
    told = [place(routine, wish.target, wish.side)] if wish.target else []
    told += [about(routine, word) for word in wish.words]
    why["about"] = ", ".join(clause for clause in dict.fromkeys(told) if clause)
    if why["about"] and wish.recalled:
        why["about"] += ", where it was sore last"
    if routine.who == "partner":
        why["two"] = "for two"
    options, total, least, why["time"] = _timed(wish, one, options)
    why["hour"] = _told_hour(wish, routine)
    if one.verdict.result == LIMITED:
        why["gentler"] = "gentler for you, by what you answered"
    why["past"] = before.told(one.kept_as, wish.target)
    return Suggestion(one.name, options, total, {k: v for k, v in why.items() if v}, least)


def _is_far(wish: Wish, one: Candidate) -> bool:
    """Whether it would be another kind of routine at the wished length."""
    ends = sorted((one.total, wish.length or one.total))
    return ends[1] > FAR * ends[0]


def _is_for_sleep(wish: Wish) -> bool:
    return any("sleep" in tags_for(word) for word in wish.words)


def _is_sleepy(routine: Routine) -> bool:
    return routine.cues == "sleep" or not SLEEPY.isdisjoint(routine.tags)


def _suits(wish: Wish, routine: Routine) -> int:
    """How well it suits the hour: 0 to 2."""
    if wish.hour in LATE:
        is_for_sleep = routine.cues == "sleep" or "sleep" in routine.tags
        return 2 if is_for_sleep else int(not CALM.isdisjoint(routine.tags))
    return int(wish.hour in WORKING and "desk" in routine.tags)


def _told_hour(wish: Wish, routine: Routine) -> str:
    if wish.hour in WORKING and _is_sleepy(routine):
        return "made for the evening"
    if not _suits(wish, routine):
        return ""
    return "calm enough for late evening" if wish.hour in LATE else "can be done at the desk"


def _is_held(routine: Routine) -> bool:
    """Whether all of it is breath, some of it held: its author says how many are enough."""
    breaths = [step.breath for step in routine.written if isinstance(step, Breathing)]
    return not routine.massages and any(one.hold or one.rest for one in breaths)


def _timed(wish: Wish, one: Candidate, options: Options) -> tuple[Options, Ms, Ms | None, str]:
    """`options` with a fit where it is needed, the length, how short it can be where that is too
    long, and a clause."""
    if one.verdict.result == REFUSED:  # to be read alone
        return options, one.total, None, f"{clock(one.total)} long"
    total, length = one.lasts(options), wish.length
    if length is None:
        return options, total, None, f"{clock(total)} long"
    if abs(total - length) <= NEAR * length:
        if clock(total) == clock(length):
            return options, total, None, f"{spoken_time(length)}, as you asked"
        return options, total, None, f"{clock(total)}, near the {spoken_time(length)} you asked for"
    only = options, total, None, f"only {clock(total)} long"
    if length > min(total * FAR, max(total, LONGEST)):  # it would be drawn out
        return only
    if length > total and _is_held(one.routine):
        return only
    try:
        fitted = one.lasts(replace(options, fit=length))
    except CannotFit as reason:
        if reason.nearest < length:
            return only
        least = -(-reason.nearest // 1000) * 1000
        return options, total, least, f"{clock(total)} long, and at least {clock(least)}"
    told = f"scaled from {clock(total)} to {clock(fitted)}"
    return replace(options, fit=length), fitted, None, told
