"""What to do now: the routines that answer a wish, the best first, each with its reasons.

Pure: the hour, the routines and the records come from outside.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from relax_coach.core.fit import CannotFit
from relax_coach.core.helped import Helped, helped
from relax_coach.core.options import Options, is_spot
from relax_coach.core.phrases import clock, spoken_time
from relax_coach.core.record import RATED, Record
from relax_coach.core.routine import Ms, Routine
from relax_coach.core.ruling import ALLOWED, REFUSED
from relax_coach.core.verdict import Verdict
from relax_coach.core.vocabulary import CHOOSABLE_SIDES, SORE_SPOT, TARGETS, TECHNIQUES, find, plain
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
FAR = 2.5
"""A routine so many times as long as is wished, or as short, is another kind of routine."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A routine that could be suggested."""

    name: str
    """As records name it, and `play` finds it."""
    routine: Routine
    total: Ms
    verdict: Verdict
    lasts: Callable[[Options], Ms]
    """How long it is with a spot, a side and a `fit`, in ms. Raises CannotFit."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A routine, how to play it, and why."""

    name: str
    options: Options
    """With side, spot and fit, where they are to be chosen."""
    total: Ms
    why: Mapping[str, str] = field(default_factory=dict)
    """What it is about (place, words, two, time, hour, gentler, past) → a short clause."""
    fits: bool = True
    """Whether it can be as short as was wished."""

    @property
    def reasons(self) -> tuple[str, ...]:
        return tuple(self.why.values())


@dataclass(frozen=True, slots=True)
class Past:
    """What the records say that counts for a suggestion."""

    helped: Mapping[str, Mapping[tuple[str, str], Helped]] = field(default_factory=dict)
    """One of RATED → its changes by routine and spot."""
    played: Mapping[str, datetime] = field(default_factory=dict)
    """Routine → when it was last begun."""
    spot: str = ""
    """Where it was sore last; "" where that was never said."""

    def of(self, name: str, spot: str) -> tuple[str, Helped]:
        """How it was after the routine `name` at `spot`, or anywhere for "": a rating, its changes.

        Of pain where that was rated there, else of tightness or stress. What was rated without a
        spot counts at each.
        """
        for rating, counts in self.helped.items():
            changes = tuple(
                change
                for (routine, where), found in counts.items()
                if routine == name and (not spot or where in (spot, ""))
                for change in found.changes
            )
            if changes:
                return rating, Helped(changes)
        return "", Helped()


def past(records: Iterable[Record]) -> Past:
    """What `records`, the oldest first, say."""
    told = tuple(records)
    return Past(
        {rating: helped(told, rating) for rating in RATED},
        {record.routine: record.started_at for record in told},
        next((record.spot for record in reversed(told) if record.spot), ""),
    )


def suggestions(wish: Wish, candidates: Iterable[Candidate], before: Past) -> Iterator[Suggestion]:
    """What answers `wish`, the best first; refused routines never do."""
    open_ones = [
        one for one in candidates if one.verdict.result != REFUSED and answers(one.routine, wish)
    ]
    for one in ranked(wish, open_ones, before):
        found = suggestion(wish, one, before)
        if found.fits:
            yield found


def answers(routine: Routine, wish: Wish) -> bool:
    """Whether `routine` is for the place or, without one, for one of the words, and for whom."""
    if wish.who not in ("", routine.who):
        return False
    if wish.target:
        return bool(_place(routine, wish))
    return not wish.words or any(_tag(routine, word) for word in wish.words)


def works_on(routine: Routine, target: str, side: str) -> bool:
    """Whether it works on `target` on that side; both, each and midline ask for no side."""
    works = (target, SORE_SPOT) if is_spot(target) else (target,)
    other = {"left": "right", "right": "left"}.get(side)
    return any(step.target in works and step.side != other for step in routine.massages)


def ranked(wish: Wish, candidates: Iterable[Candidate], before: Past) -> tuple[Candidate, ...]:
    """`candidates`, the best for `wish` first, refused ones last."""
    return tuple(sorted(candidates, key=lambda one: _rank(wish, one, before)))


def suggestion(wish: Wish, one: Candidate, before: Past) -> Suggestion:
    """How to play `one` for `wish`, and what speaks for it and against it."""
    routine, why = one.routine, {}
    options = chosen(routine, wish.target, wish.side)
    if wish.target:
        why["place"] = _place(routine, wish)
    if tags := [tag for word in wish.words if (tag := _tag(routine, word))]:
        why["words"] = f"tagged {', '.join(dict.fromkeys(tags))}"
    if routine.who == "partner":
        why["two"] = "for two"
    options, total, fits, why["time"] = _timed(wish, one, options)
    why["hour"] = _told_hour(wish, routine)
    if one.verdict.result != ALLOWED:
        why["gentler"] = "gentler for you, by what you answered"
    rating, changes = before.of(one.name, wish.target)
    why["past"] = changes.told(rating)
    return Suggestion(one.name, options, total, {k: v for k, v in why.items() if v}, fits)


def chosen(routine: Routine, target: str, side: str) -> Options:
    """`target` and `side` where the routine leaves them to the person."""
    return Options(
        spot=target if routine.asks_spot and is_spot(target) else "",
        side=side if routine.asks_side and side in CHOOSABLE_SIDES else "",
    )


def _rank(wish: Wish, one: Candidate, before: Past) -> tuple[Any, ...]:
    """Smaller is better. Of two that are alike the one not played lately goes first."""
    routine, length = one.routine, wish.length
    _, changes = before.of(one.name, wish.target)
    missing = sum(_missing(routine, word) for word in wish.words)
    off = abs(one.total - length) if length else 0
    far = bool(length) and max(one.total, length or 0) > FAR * min(one.total, length or 0)
    is_sleepy = not wish.words and wish.hour in WORKING and _is_sleepy(routine)
    last = before.played.get(one.name)
    return (
        one.verdict.result == REFUSED,
        changes.worsens,
        missing,
        bool(wish.target) and not _is_about(routine, wish),
        is_sleepy,
        0.0 if far else -changes.share,
        4 * off // length if length else 0,
        -_suits(wish, routine),
        off,
        len(routine.targets) if wish.target else one.total,
        one.verdict.result != ALLOWED,
        last.timestamp() if last else 0,
        one.name,
    )


def _is_about(routine: Routine, wish: Wish) -> bool:
    """Whether it works on the place, or its first tag names it; another tag is less."""
    named = find("target", routine.tags[0]) if routine.tags else None
    return named == wish.target or works_on(routine, wish.target, wish.side)


def _place(routine: Routine, wish: Wish) -> str:
    """What it does for the place that is wished; "" for nothing."""
    if works_on(routine, wish.target, wish.side):
        target = TARGETS[wish.target]
        side = f"{wish.side} " if chosen(routine, wish.target, wish.side).side else ""
        at = (wish.target, SORE_SPOT)
        steps = [step for step in routine.massages if step.target in at]
        if not any(TECHNIQUES[step.technique].touches for step in steps):
            return f"moves or stretches: {target.name}"
        on = "works" if target.name.startswith("between") else f"works on the {side}".rstrip()
        return f"{on} {target.name}"
    tag = next((tag for tag in routine.tags if find("target", tag) == wish.target), "")
    return tag and f"tagged {tag}"


def _tag(routine: Routine, word: str) -> str:
    """The tag, or the place worked on, by which `routine` is for `word`; "" for none."""
    own = {plain(tag): tag for tag in routine.tags}
    for tag in tags_for(word):
        if tag in own:
            return own[tag]
    if word in TARGETS:
        if works_on(routine, word, ""):
            return TARGETS[word].name
        return next((tag for tag in routine.tags if find("target", tag) == word), "")
    return ""


def _missing(routine: Routine, word: str) -> int:
    """How far it is from `word`: 0 where it bears the best tag for it."""
    tag, tags = _tag(routine, word), tags_for(word)
    if not tag:
        return len(tags)
    return tags.index(plain(tag)) if plain(tag) in tags else 0


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


def _timed(wish: Wish, one: Candidate, options: Options) -> tuple[Options, Ms, bool, str]:
    """`options` with a fit where it is needed, the length, whether it fits, and a clause."""
    total, length = one.lasts(options), wish.length
    if length is None:
        return options, total, True, f"{clock(total)} long"
    if abs(total - length) <= NEAR * length:
        if clock(total) == clock(length):
            return options, total, True, f"{spoken_time(length)}, as you asked"
        return options, total, True, f"{clock(total)}, near the {spoken_time(length)} you asked for"
    if total * FAR < length:  # it would be drawn out
        return options, total, True, f"only {clock(total)} long"
    try:
        fitted = one.lasts(replace(options, fit=length))
    except CannotFit as reason:
        if reason.nearest < length:
            return options, total, True, f"only {clock(total)} long"
        least = f"{clock(total)} long, and at least {clock(reason.nearest)}"
        return options, total, False, least
    told = f"scaled from {clock(total)} to {clock(fitted)}"
    return replace(options, fit=length), fitted, True, told
