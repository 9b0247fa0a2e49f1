"""The journal in pictures of characters: what changed, what helped, the days; also in words."""

from collections.abc import Mapping
from datetime import date

from relax_coach.core import account
from relax_coach.core.change import Change
from relax_coach.core.day import Day
from relax_coach.core.diary import NO_DIAGNOSIS, diary
from relax_coach.core.dumbbell import dumbbell
from relax_coach.core.dumbbell import legend as scale_legend
from relax_coach.core.marks import Marks, Row, wrapped
from relax_coach.core.phrases import capital
from relax_coach.core.problem import cells, shown
from relax_coach.core.statistics import Statistics
from relax_coach.core.weeks import counted, weeks
from relax_coach.core.weeks import legend as days_legend

NOWHERE = "no place chosen"
TOO_FEW = "too few for a mean"
UNRATED = (
    "Nothing was rated before and after yet. Where it is, what changed stands here, for each "
    "spot and side."
)
SKIPPED = "Not counted: {}, of which less than a quarter was done."
GUIDE = (
    "* Less by two points or by a third: people with long-lasting pain called that much better. "
    "A rough guide: it was found over weeks, not after one session."
)
NO_PROOF = "This is what went along with a routine. Pain also comes and goes by itself."


def summary(
    statistics: Statistics, days: Mapping[date, Day], today: date, width: int, marks: Marks
) -> tuple[Row, ...]:
    """Rows of at most `width` cells, 40 or more."""
    return (
        *_changed(statistics, width, marks), (),
        *_helped(statistics, width),
        *_calendar(statistics, days, today, width, marks), (),
        *_days(days, today, width),
    )  # fmt: skip


def _head(title: str) -> Row:
    return ((title, "strong"),)


def _changed(statistics: Statistics, width: int, marks: Marks) -> tuple[Row, ...]:
    found = statistics.places
    skipped: tuple[Row, ...] = ()
    if statistics.skipped:
        told = SKIPPED.format(account.sessions(statistics.skipped))
        skipped = tuple(wrapped(told, width, "dim"))
    if not found:
        return (_head("Before and after"), *wrapped(UNRATED, width, "dim"), *skipped)
    rows: list[Row] = [_head("Before and after, on average")]
    if any(place.has_means for place in found):
        rows.append(scale_legend(width, marks))
    for number, place in enumerate(found):
        named = capital(account.place(place.spot, place.side)) or capital(NOWHERE)
        rows += [()] * (number > 0)
        rows += _named(named, "" if place.has_means else TOO_FEW, width)
        for change in place.changes:
            rows += dumbbell(change, width, marks)
    return (*rows, *skipped)


def _named(name: str, told: str, width: int, look: str = "dim") -> tuple[Row, ...]:
    """A name, and what is told of all of it: beside it where there is room."""
    if told and cells(name) + cells(told) + 2 <= width:
        return (((name, "accent"), (f"  {told}", look)),)
    return (*wrapped(name, width, "accent"), *wrapped(told, width, look, "  "))


def _helped(statistics: Statistics, width: int) -> tuple[Row, ...]:
    found = statistics.tried
    if not found:
        return ()
    rows: list[Row] = [_head("What helped")]
    for one in found:
        named = " · ".join(filter(None, (shown(one.title), account.place(one.spot, ""))))
        rows += _named(named, _figures(one.change), width, "strong")
        told = capital(one.change.told)
        rows += wrapped(told if one.change.means else f"{told}; {TOO_FEW}", width, indent="  ")
    rows += wrapped(NO_PROOF, width, "dim")
    if any(one.change.is_marked for one in found):
        rows += wrapped(GUIDE, width, "dim")
    return (*rows, ())


def _figures(change: Change) -> str:
    """The means of what was rated, with a star by the rough guide; "" of too few sessions."""
    if change.means is None:
        return ""
    before, after = change.means
    return f"{change.rating} {before:.1f} → {after:.1f}{' *' if change.is_marked else ''}"


def _calendar(
    statistics: Statistics, days: Mapping[date, Day], today: date, width: int, marks: Marks
) -> tuple[Row, ...]:
    return (
        _head("The last weeks, all sessions"),
        *weeks(statistics.days, days, today, width, marks),
        days_legend(marks),
        *wrapped(counted(statistics.days, days, today, width), width),
    )


def _days(days: Mapping[date, Day], today: date, width: int) -> tuple[Row, ...]:
    found = diary(days, today)
    rows = [_head("Headache and medicine")]
    for sentence in found.sentences:
        rows += wrapped(sentence, width)
    for sentence in found.advice:
        rows += wrapped(sentence, width, "accent")
    if found.marked:
        rows += wrapped(NO_DIAGNOSIS, width, "dim")
    return tuple(rows)
