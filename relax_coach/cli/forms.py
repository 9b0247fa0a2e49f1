"""Sessions and days of the journal in the forms in which they leave it: JSON, CSV, text."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import date

from relax_coach.core import account
from relax_coach.core.day import Day
from relax_coach.core.diary import diary
from relax_coach.core.marks import DRAWN, Row, text_of, wrapped
from relax_coach.core.problem import cells, shown
from relax_coach.core.record import RATED, Record
from relax_coach.core.statistics import Statistics
from relax_coach.core.summary import summary

COLUMNS = (
    "id", "started_at", "time_zone", "routine", "title", "planned_s", "done_s", "completed",
    "ended", "side", "spot", *(f"{when}_{name}" for when in ("before", "after") for name in RATED),
    "overall", "eased", "medicine", "note", "program_version",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is calculated by a spreadsheet."""
PAGE = 80
"""Cells of a row of a text that is printed or sent."""
SCALE = (
    "Pain, tightness and stress are from 0, none, to 10, the worst one can imagine, as they were "
    "rated just before a session and just after it. Days are marked by hand. Nothing here is a "
    "measurement or a diagnosis."
)


def as_json(records: Sequence[Record], days: Mapping[date, Day]) -> str:
    """The record of docs/journal.md, in one line: with indents 5,000 sessions take three times as
    long."""
    told = {
        "version": 1,
        "sessions": [record.as_json() for record in records],
        "days": {
            day.isoformat(): {
                "headache": one.headache, "medicine": one.medicine, "note": one.note,
            }
            for day, one in days.items()
        },
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False) + "\n"


def as_csv(records: Sequence[Record]) -> str:
    """A row for each session under COLUMNS; no cell is a formula for a spreadsheet."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(COLUMNS)
    for record in records:
        told = record.as_json()
        for when in ("before", "after"):
            told |= {f"{when}_{name}": felt for name, felt in told[when].items()}
        told |= {
            "overall": record.overall,
            "eased": " ".join(f"{target}:{by}" for target, by in record.eased.items()),
            "medicine": None if record.medicine is None else "yes" if record.medicine else "no",
        }
        table.writerow(_cell(told[name]) for name in COLUMNS)
    return written.getvalue()


def _cell(value: object) -> object:
    """`value` as a cell in one line: what a person wrote is never calculated."""
    if not isinstance(value, str):
        return value
    return f"'{shown(value)}" if value.startswith(_FORMULA) else shown(value)


def as_text(
    records: Sequence[Record], statistics: Statistics, days: Mapping[date, Day], today: date
) -> str:
    """All of it to read, as one would show it to a doctor."""
    found = diary(days, today)
    rows: list[Row] = [
        ((f"Relax Coach: the journal, {account.day(today)}", ""),), (),
        *wrapped(SCALE, PAGE), (),
        *summary(statistics, days, today, PAGE, DRAWN),
    ]  # fmt: skip
    if found.marked:
        rows += wrapped(found.band, PAGE)
    if days:
        rows += [(), (("Days", ""),)]
        for day, one in days.items():
            told = "; ".join(filter(None, (account.marked(one), shown(one.note))))
            rows += wrapped(f"{account.day(day)}: {told}", PAGE)
    if records:
        rows += [(), (("Sessions", ""),)]
        for record in records:
            rows += session(record, PAGE)
    return "\n".join(map(text_of, rows)) + "\n"


def session(record: Record, width: int) -> tuple[Row, ...]:
    """What was done and how much of it, its name in the journal, the ratings, the note."""
    began = account.began(record)
    head = f"{account.day(began.date())} {began:%H:%M}"
    where = account.place(record.spot, record.side)
    what = " · ".join(filter(None, (shown(record.title or record.routine), where)))
    told = "; ".join(filter(None, (account.how(record), ", ".join(account.felt(record)))))
    softer = account.eased(record)
    first = ((head, "strong"), (f"  {what}", ""))
    name = (f"  {shown(record.id)}", "dim")  # on its own where it would be broken in two
    fits = sum(cells(text) for text, _ in (*first, name)) <= width
    names: tuple[Row, ...] = ((*first, name),) if fits else (first, (name,))
    rows: tuple[Row, ...] = (*names, *wrapped(told, width, indent="  "))
    rows += wrapped(f"softer: {softer}", width, indent="  ") if softer else ()
    return rows + wrapped(shown(record.note), width, "dim", "  ")
