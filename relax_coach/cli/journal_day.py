"""`journal day` and `journal note`: a day's page, and what a person says of a day or a session."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

import click

from relax_coach.cli import forms, rows
from relax_coach.cli.opened import READ, WRITTEN, day_of, found, opened
from relax_coach.cli.options import Choice
from relax_coach.core import account
from relax_coach.core.day import LONGEST_NOTE, Day
from relax_coach.core.diary import diary
from relax_coach.core.exits import Exit
from relax_coach.core.marks import Row, wrapped
from relax_coach.core.problem import shown
from relax_coach.core.record import Record

UNSAID = "unsaid"
SAID = {"yes": True, "no": False, UNSAID: None, None: None}


@click.command("day", epilog="Example: relax-coach journal day --headache yes --medicine no")
@click.argument("when", metavar="[DATE]", required=False)
@click.option(
    "--headache", type=Choice(["yes", "no", UNSAID]), help="Was there any headache on it?"
)
@click.option(
    "--medicine", type=Choice(["yes", "no", UNSAID]), help="Was a painkiller taken on it?"
)
@click.option("--note", metavar="TEXT", help='A word about it; "" takes it away.')
def day(when: str | None, headache: str | None, medicine: str | None, note: str | None) -> int:
    """Show a day: its sessions, headache, medicine and note. The options mark it; `unsaid`
    takes back what was said.

    DATE is 2026-03-01, or 1d for yesterday; without it, today. Days with medicine are counted,
    never tablets.
    """
    today = date.today()  # noqa: DTZ011 - the person's own day
    asked = day_of(when, today) if when else today
    if asked > today:
        raise click.UsageError("That day is still to come.")
    marks = (SAID[headache], SAID[medicine], None if note is None else _clean(note))
    said = {"headache": headache, "medicine": medicine}
    unsaid = [name for name, one in said.items() if one == UNSAID]
    is_marked = bool(unsaid) or any(one is not None for one in marks)
    with opened(WRITTEN if is_marked else READ) as journal:
        if is_marked:
            journal.mark(asked, datetime.now(UTC), *marks, unsaid)
        records, days = journal.told(), journal.days()
    rows.tell(_page(asked, records, days, today, rows.width()), rows.marks(asked_ascii=False))
    return Exit.DONE


@click.command("note", epilog="Example: relax-coach journal note last 'After a long day'")
@click.argument("session")
@click.argument("text")
def note(session: str, text: str) -> int:
    """Keep TEXT about SESSION, in place of what was kept before; "" takes it away."""
    kept = _clean(text)
    with opened(WRITTEN) as journal:
        record = found(journal.records(), session)
        journal.note(record.id, kept, datetime.now(UTC))
    named = shown(record.title or record.routine)
    about = f"{named}, {account.day(record.day)}"
    gone = f"No note stands any more beside {about}. The words are gone with the session alone: "
    gone += f"relax-coach journal delete {shown(record.id)}."
    click.echo(f"Kept about {about}." if kept else gone, err=True)
    return Exit.DONE


COMMANDS = (day, note)


def _page(
    asked: date, records: Sequence[Record], days: Mapping[date, Day], today: date, width: int
) -> list[Row]:
    mark = days.get(asked, Day())
    said = {True: "yes", False: "no", None: "not said"}
    told: list[Row] = [
        ((account.day(asked), "strong"),),
        ((f"  headache: {said[mark.headache]}", ""),),
        ((f"  medicine: {said[mark.medicine]}", ""),),
        *wrapped(shown(mark.note), width, indent="  "),
    ]
    for record in records:
        if record.day == asked:
            told += [(), *forms.session(record, width)]
    for sentence in diary(days, today).advice:
        told += [(), *wrapped(sentence, width, "accent")]
    return told


def _clean(text: str) -> str:
    """A note as it can be kept: what is no text on the command line is left out."""
    note = text.encode("utf-8", "ignore").decode("utf-8").strip()
    if len(note) > LONGEST_NOTE:
        raise click.UsageError(
            f"A note has at most {LONGEST_NOTE:,} characters, and this one {len(note):,}."
        )
    return note
