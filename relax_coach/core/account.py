"""A session of the journal in words."""

from datetime import date, datetime

from relax_coach.core import vocabulary
from relax_coach.core.day import Day
from relax_coach.core.phrases import clock
from relax_coach.core.problem import shown
from relax_coach.core.record import (
    FINISHED,
    INTERRUPTED,
    RATED,
    STOPPED,
    STOPPED_SAFETY,
    Record,
    offset,
)  # fmt: skip

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
GOING_ON = "going on"
"""In place of one of ENDINGS, in words alone: it is on in another window."""
HOW = {
    FINISHED: "to the end",
    STOPPED: "ended early",
    STOPPED_SAFETY: "something was wrong",
    INTERRUPTED: "interrupted",
    GOING_ON: GOING_ON,
}
"""How it ended."""
SKIPPED, HALF = "skipped to the end", 0.5
"""How it ended where less than that share was done on the way there."""
BY_HAND = "{}: the journal is written by hand when it has ended."
OFF = "Sessions are not written down now: relax-coach journal on changes that."
SIDES = {"each": "both sides"}


def day(one: date) -> str:
    """As in "Tue 3 Mar 2026"."""
    return f"{WEEKDAYS[one.weekday()]} {one.day} {MONTHS[one.month - 1]} {one.year}"


def count(days: int) -> str:
    """As in "1 day"."""
    return f"{days} {'day' if days == 1 else 'days'}"


def sessions(number: int) -> str:
    """As in "1 session"."""
    return f"{number:,} {'session' if number == 1 else 'sessions'}"


def events_were(number: int) -> str:
    """As in "1 event was"."""
    return f"{number:,} {'event was' if number == 1 else 'events were'}"


def began(record: Record) -> datetime:
    """When it began, by the person's own clock at that time."""
    return record.started_at + offset(record.time_zone)


def place(spot: str, side: str) -> str:
    """As in "temple, left"; "" where nothing was chosen."""
    target = vocabulary.TARGETS.get(spot)
    name = target.name if target else shown(spot)
    return ", ".join(filter(None, (name, SIDES.get(side, shown(side)))))


def how(record: Record) -> str:
    """How much of it was done and how it ended, as in "2:00 of 4:00, ended early"."""
    is_skipped = record.ended == FINISHED and record.planned and record.completed < HALF
    ended = SKIPPED if is_skipped else HOW[record.ended]
    return f"{clock(record.done)} of {clock(record.planned)}, {ended}"


def felt(record: Record) -> tuple[str, ...]:
    """What was rated, each as in "pain 6 → 3"; and how it was after."""
    told = []
    for rating in RATED:
        before, after = record.before.of(rating), record.after.of(rating)
        if before is not None and after is not None:
            told.append(f"{rating} {before} → {after}")
        elif before is not None:
            told.append(f"{rating} {before} before")
        elif after is not None:
            told.append(f"{rating} {after} after")
    return (*told, record.overall) if record.overall else tuple(told)


def marked(one: Day) -> str:
    """What is marked of a day, as in "headache, no medicine"; "" where nothing is."""
    said = (("headache", one.headache), ("medicine", one.medicine))
    return ", ".join(what if yes else f"no {what}" for what, yes in said if yes is not None)


def eased(record: Record) -> str:
    """Where it was made softer; "" where it was not."""
    levels = (
        f"{place(target, '')} by {by} {'level' if by == 1 else 'levels'}"
        for target, by in record.eased.items()
    )
    return ", ".join(levels)
