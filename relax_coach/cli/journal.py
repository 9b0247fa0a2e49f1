"""`journal`: what was done, how it was before and after, and what is kept of it."""

from collections.abc import Mapping, Sequence
from datetime import date

import click

from relax_coach.cli import forms, journal_day, journal_file, journal_rating, rows
from relax_coach.cli.group import Group
from relax_coach.cli.opened import day_of, opened
from relax_coach.cli.options import Choice
from relax_coach.core import account, vocabulary
from relax_coach.core.day import Day
from relax_coach.core.exits import Exit
from relax_coach.core.problem import shown
from relax_coach.core.record import ENDINGS, Record
from relax_coach.core.summary import summary
from relax_coach.store import damage, paths, recording
from relax_coach.store.selection import Selection

EMPTY = (
    "Nothing is in the journal yet. A first session is two minutes: relax-coach play mini-massage"
)
LOST = (
    "Nothing is in the journal now. A damaged one was set aside: {}. Where there are copies, "
    "`relax-coach journal restore` adds what they have."
)
DAYS_ALONE = (
    "No session is in the journal yet, only marked days: `relax-coach journal --stats` shows them."
)
NONE_FITS = "No session fits. `relax-coach journal` shows them all."
ONE_FORM = "One of --json, --csv and --stats."


@click.group(
    "journal",
    cls=Group,
    invoke_without_command=True,
    epilog="Example: relax-coach journal --since 7d --stats",
)
@click.option("--since", metavar="DATE|7d", help="Only from this day on: 2026-03-01, 7d, 4w.")
@click.option("--routine", metavar="NAME", help="Only sessions of this routine.")
@click.option("--spot", metavar="TARGET", help="Only with this sore spot: temple, jaw …")
@click.option("--ended", type=Choice(ENDINGS), help="Only those that ended so.")
@click.option("--stats", is_flag=True, help="What changed, what helped, a calendar: in pictures.")
@click.option("--ascii", "asked_ascii", is_flag=True, help="Draw with letters alone.")
@click.option("--json", "to_json", is_flag=True, help="One JSON object, for scripts.")
@click.option("--csv", "to_csv", is_flag=True, help="A row for each session, for a spreadsheet.")
@click.pass_context
def command(
    context: click.Context, since: str | None, routine: str | None, spot: str | None,
    ended: str | None, stats: bool, asked_ascii: bool, to_json: bool, to_csv: bool,
) -> int:  # fmt: skip
    """List the sessions, the oldest first: what was done, and how it was before and after.

    All of it stays on this machine. SESSION in the commands below is a name from the list, its
    beginning, or `last`.
    """
    if context.invoked_subcommand is not None:
        if any((since, routine, spot, ended, stats, asked_ascii, to_json, to_csv)):
            raise click.UsageError("These options are for the list, without a command behind them.")
        return Exit.DONE
    if to_json + to_csv + stats > 1:
        raise click.UsageError(ONE_FORM)
    today = date.today()  # noqa: DTZ011 - the person's own day
    first = day_of(since, today) if since else None
    asked = Selection(first, routine, _spot(spot) if spot else None, ended)
    with opened() as journal:
        days, count = journal.days(), journal.count()
        if to_json:
            click.echo(forms.as_json(journal.records(asked), days), nl=False)
        elif to_csv:
            click.echo(forms.as_csv(journal.records(asked)), nl=False)
        elif not count and not (stats and days):
            click.echo(_empty(days), err=True)
        elif stats and (journal.count(asked) or not count):
            marks = rows.marks(asked_ascii)
            statistics = journal.statistics(asked)
            rows.tell(summary(statistics, days, today, rows.width(), marks), marks)
        elif records := journal.told(asked):
            _list(records, asked_ascii)
        else:
            near = _near(routine, journal.records()) if routine else ""
            click.echo(f"{NONE_FITS}{near}", err=True)
    return Exit.DONE


def _empty(days: Mapping[date, Day]) -> str:
    """Why there is no session."""
    if not recording.is_on():
        return account.OFF
    if days:
        return DAYS_ALONE
    damaged = damage.set_aside(paths.data_dir())
    return LOST.format(shown(str(damaged[-1]))) if damaged else EMPTY


def _list(records: Sequence[Record], asked_ascii: bool) -> None:
    width = rows.width()
    rows.tell(
        (row for record in records for row in forms.session(record, width)),
        rows.marks(asked_ascii),
    )


def _near(routine: str, records: Sequence[Record]) -> str:
    """Which routine of `records` may have been meant; "" where there are sessions of it."""
    names = {vocabulary.plain(one.routine): one.routine for one in records}
    near = names.get(vocabulary.nearest(routine, names), routine)
    return f" Did you mean {shown(near)!r}?" if near != routine else ""


def _spot(text: str) -> str:
    word = vocabulary.find("target", text)
    if word is None:
        near = vocabulary.nearest(text, vocabulary.SPELLINGS["target"]).replace("_", " ")
        hint = f" Did you mean '{near}'?" if near else ""
        raise click.UsageError(f"{shown(text)!r} is not a place.{hint}")
    return word


for one in (*journal_day.COMMANDS, *journal_rating.COMMANDS, *journal_file.COMMANDS):
    command.add_command(one)
