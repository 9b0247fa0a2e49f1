"""The page of a day, and of a session, in the journal."""

from collections.abc import Mapping, Sequence
from datetime import date

from relax_coach.core import account
from relax_coach.core.day import Day
from relax_coach.core.diary import diary
from relax_coach.core.dumbbell import LABEL, legend, pair
from relax_coach.core.marks import DRAWN, Row, wrapped
from relax_coach.core.phrases import capital
from relax_coach.core.problem import shown
from relax_coach.core.record import RATED, Record

UNMARKED = "Nothing is marked of this day."


def of_session(record: Record, day: Day, width: int) -> tuple[Row, ...]:
    """Rows of at most `width` cells; `day` is what is marked of its day."""
    began = account.began(record)
    rows: list[Row] = [
        *wrapped(shown(record.title or record.routine), width, "strong"),
        *wrapped(capital(account.place(record.spot, record.side)), width, "slate"),
        *wrapped(f"{account.day(record.day)}, {began:%H:%M}", width, "dim"),
        *wrapped(capital(account.how(record)), width, "dim"),
    ]
    felt = _felt(record, width)
    if felt:
        rows += [(), *felt]
    if record.overall:
        rows += [*([] if felt else [()]), ((f"  {capital(record.overall)}", "accent"),)]
    if record.eased:
        rows += [(), *wrapped(f"Softer: {account.eased(record)}.", width)]
    if record.note:
        rows += [(), *wrapped(shown(record.note), width)]
    if marked := account.marked(day):
        rows += [(), *wrapped(f"That day: {marked}.", width, "dim")]
    return tuple(rows)


def of_day(
    day: date, sessions: Sequence[Record], days: Mapping[date, Day], today: date, width: int
) -> tuple[Row, ...]:
    """The marks of `day`, its sessions, and for today the days before. At most `width` cells."""
    mark = days.get(day, Day())
    told = capital(account.marked(mark)) or ("" if mark.note else UNMARKED)
    rows: list[Row] = [((account.day(day), "strong"),), *wrapped(told, width)]
    rows += wrapped(shown(mark.note), width)
    found = diary(days, today)
    if day == today:
        for sentence in found.advice:
            rows += [(), *wrapped(sentence, width, "accent")]
    for record in sessions:
        title = shown(record.title or record.routine)
        felt = ", ".join(account.felt(record)) or account.how(record)
        rows += [(), *wrapped(f"{account.began(record):%H:%M}  {title}", width, "slate")]
        rows += wrapped(felt, width, indent="  ")
        if record.eased:
            rows += wrapped(f"Softer: {account.eased(record)}.", width, "dim", "  ")
        rows += wrapped(shown(record.note), width, indent="  ")
    if day == today and found.marked:
        for sentence in found.sentences:
            rows += [(), *wrapped(sentence, width, "dim")]
    return tuple(rows)


def _felt(record: Record, width: int) -> list[Row]:
    """A line for each thing that was rated, with a picture where it was rated twice."""
    rows: list[Row] = []
    is_drawn = False
    for name in RATED:
        before, after = record.before.of(name), record.after.of(name)
        if before is not None and after is not None:
            rows.append(pair(name, before, after, width, DRAWN))
            is_drawn = True
        elif before is not None or after is not None:
            when, felt = ("before", before) if after is None else ("after", after)
            rows.append(((f"  {name:<{LABEL - 2}}", "slate"), (f"{felt} {when}", "strong")))
    return [legend(width, DRAWN), *rows] if is_drawn else rows
