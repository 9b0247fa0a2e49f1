"""A calendar of the last weeks: which days had a session, a headache, a medicine."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from relax_coach.core.account import MONTHS, WEEKDAYS, count
from relax_coach.core.day import Day
from relax_coach.core.marks import Marks, Piece, Row

MOST = 13
"""Weeks that are shown where there is room: a quarter of a year."""
LABEL, CELL = 4, 3
"""Cells of the name of a weekday, and of a day: one for each mark."""
WEEK = timedelta(days=7)


def shown(width: int) -> int:
    """The weeks that have room in `width` cells."""
    return max(1, min(MOST, (width - LABEL) // (CELL + 1)))


def weeks(
    sessions: Collection[date], days: Mapping[date, Day], today: date, width: int, marks: Marks
) -> tuple[Row, ...]:
    """Seven rows, Monday to Sunday, under the months; the week of `today` is the last."""
    number = shown(width)
    wide = CELL + (2 if width >= LABEL + number * (CELL + 2) else 1)
    this = today - timedelta(days=today.weekday())
    mondays = [this - back * WEEK for back in reversed(range(number))]
    rows: list[Row] = [_months(mondays, wide)]
    for weekday, name in enumerate(WEEKDAYS):
        row: list[Piece] = [(f"{name:<{LABEL}}", "dim")]
        for monday in mondays:
            day = monday + timedelta(days=weekday)
            row += _day(day in sessions, days.get(day, Day()), day > today, marks)
            row.append((" " * (wide - CELL), ""))
        rows.append(tuple(row))
    return tuple(rows)


def legend(marks: Marks) -> Row:
    return (
        (" " * LABEL, ""),
        (marks.session, "slate"), (" session   ", "dim"),
        (marks.headache, "accent"), (" headache   ", "dim"),
        (marks.medicine, "strong"), (" medicine", "dim"),
    )  # fmt: skip


def counted(sessions: Collection[date], days: Mapping[date, Day], today: date, width: int) -> str:
    """What the calendar shows, in words."""
    number = shown(width)
    first = today - timedelta(days=today.weekday()) - (number - 1) * WEEK
    seen = {day: one for day, one in days.items() if first <= day <= today}
    figures = {
        "a session": sum(first <= day <= today for day in set(sessions)),
        "a headache": sum(one.headache is True for one in seen.values()),
        "medicine": sum(one.medicine is True for one in seen.values()),
    }
    told = [f"{what} on {count(many)}" for what, many in figures.items()]
    return f"In {number} weeks: {', '.join(told)}."


def _day(had_session: bool, day: Day, is_ahead: bool, marks: Marks) -> Row:
    if is_ahead:
        return ((" " * CELL, ""),)
    if not (had_session or day.headache or day.medicine):
        return ((f"{marks.nothing:<{CELL}}", "track"),)
    return (
        (marks.session if had_session else " ", "slate"),
        (marks.headache if day.headache else " ", "accent"),
        (marks.medicine if day.medicine else " ", "strong"),
    )


def _months(mondays: list[date], wide: int) -> Row:
    """The name of each month above its first week here."""
    names = [""] * len(mondays)
    for number, monday in enumerate(mondays):
        if number == 0 or monday.month != mondays[number - 1].month:
            names[number] = MONTHS[monday.month - 1]
    return ((" " * LABEL + "".join(name.ljust(wide) for name in names), "dim"),)
