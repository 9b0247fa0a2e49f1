"""What a routine has for a place or a word of a wish: how near it comes, and as a clause."""

from collections.abc import Mapping

from relax_coach.core.options import Options, is_spot
from relax_coach.core.routine import Routine
from relax_coach.core.vocabulary import (
    CHOOSABLE_SIDES,
    SORE_SPOT,
    TARGETS,
    TECHNIQUES,
    find,
    plain,
)  # fmt: skip
from relax_coach.core.wish import tags_for

BESIDE = frozenset({"left", "right"})
MADE_FOR, BY_HAND, OTHERWISE, BY_TAG = range(4)
"""How near a routine comes to a place: its first tag, or its sore spot; hands on it; a movement, or
rest, of it; a further tag alone."""
ABOUT: Mapping[str, str] = {
    "no hands": "leaves the hands free", "desk": "can be done at the desk", "quick": "quick",
    "lying": "done lying down", "breathing": "with breathing", "long": "takes its time",
    "daily": "for every day", "partner": "for two", "points": "presses points",
    "acupressure": "presses points",
}  # fmt: skip
"""Tags that are not told as "for …" → how they are."""


def chosen(routine: Routine, target: str, side: str) -> Options:
    """`target` and `side` where the routine leaves them to the person."""
    return Options(
        spot=target if routine.asks_spot and is_spot(target) else "",
        side=side if routine.asks_side and side in CHOOSABLE_SIDES else "",
    )


def works_on(routine: Routine, target: str, side: str) -> bool:
    """Whether it works on `target` on that side; both, each and midline ask for no side."""
    return _sore_spot_is(routine, target, side) or _has_work_on(routine, target, side)


def nearness(routine: Routine, target: str, side: str) -> int:
    """MADE_FOR, BY_HAND, OTHERWISE or BY_TAG: smaller is nearer."""
    first = find("target", routine.tags[0]) if routine.tags else None
    if first == target or _sore_spot_is(routine, target, side):
        return MADE_FOR
    if _has_work_on(routine, target, side, by_hand=True):
        return BY_HAND
    return OTHERWISE if _has_work_on(routine, target, side) else BY_TAG


def missing(routine: Routine, word: str) -> int:
    """How far it is from a further `word`: 0 where it bears the best tag for it, or hands are on
    the place. A sore spot is at the first place that was named, and at no other."""
    if word in TARGETS:
        by_hand = _has_work_on(routine, word, "", by_hand=True)
        return 0 if by_hand else 2 - bool(about(routine, word))
    own, tags = {plain(tag) for tag in routine.tags}, tags_for(word)
    return next((number for number, tag in enumerate(tags) if tag in own), len(tags))


def place(routine: Routine, target: str, side: str) -> str:
    """What it does for a place, as a clause; "" for nothing."""
    if not works_on(routine, target, side):
        return _tagged(routine, target)
    if chosen(routine, target, side).side in BESIDE:
        return _work(target, f"{side} ")
    other = {"left": "right", "right": "left"}.get(side, "")
    both = other and all(_has_work_on(routine, target, one) for one in (side, other))
    return f"{_work(target)}, on both sides" if both else _work(target)


def about(routine: Routine, word: str) -> str:
    """What it has for a further word of the wish, as a clause; "" for nothing."""
    if word in TARGETS:
        return _work(word) if _has_work_on(routine, word, "") else _tagged(routine, word)
    own = {plain(tag): tag for tag in routine.tags}
    return next((_told_tag(own[tag]) for tag in tags_for(word) if tag in own), "")


def _sore_spot_is(routine: Routine, target: str, side: str) -> bool:
    """Whether the person can have its sore spot be at `target`."""
    return is_spot(target) and _has_work_on(routine, SORE_SPOT, side)


def _has_work_on(routine: Routine, target: str, side: str, by_hand: bool = False) -> bool:
    other = {"left": "right", "right": "left"}.get(side)
    return any(
        step.target == target
        and step.side != other
        and (TECHNIQUES[step.technique].touches or not by_hand)
        for step in routine.massages
    )


def _work(target: str, beside: str = "") -> str:
    found = TARGETS[target]
    if found.cap == 0:
        return f"rests the {found.name}"
    if found.cap is None:
        return f"in it: {found.name}" if found.region == "neck" else f"moves the {found.name}"
    return f"works {'' if found.name.startswith('between') else 'on the '}{beside}{found.name}"


def _tagged(routine: Routine, target: str) -> str:
    return _told_tag(next((tag for tag in routine.tags if find("target", tag) == target), ""))


def _told_tag(tag: str) -> str:
    """`tag` as a clause; "" of none."""
    target = find("target", tag)
    return ABOUT.get(tag) or (f"for the {TARGETS[target].name}" if target else tag and f"for {tag}")
