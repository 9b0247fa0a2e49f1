"""`journal export`, `delete`, `restore`, `off` and `on`: what becomes of what is kept."""

import sys
from datetime import date
from pathlib import Path

import click

from relax_coach.cli import forms
from relax_coach.cli.opened import RESTORED, WRITTEN, day_of, found, opened
from relax_coach.core import account
from relax_coach.core.exits import Exit
from relax_coach.core.problem import shown
from relax_coach.plain.keyboard import is_terminal
from relax_coach.store import favourites, recording, whole, worked

ENDINGS = (".json", ".csv", ".txt")


@click.command("export", epilog="Example: relax-coach journal export for-the-doctor.txt")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="In place of a file that is there.")
def export(path: Path, force: bool) -> int:
    """Write all of it to FILE: .json, .csv, or .txt to read and to show to a doctor.

    The file appears whole or not at all, and only you may read it.
    """
    if path.suffix.lower() not in ENDINGS:
        raise click.UsageError(f"{shown(path.name)!r} must end with {' or '.join(ENDINGS)}.")
    if path.exists() and not force:
        raise click.UsageError(f"There is a file {shown(str(path))!r}: --force replaces it.")
    today = date.today()  # noqa: DTZ011 - the person's own day
    form = path.suffix.lower()
    with opened() as journal:
        records = journal.told() if form == ".txt" else journal.records()
        days = journal.days()
        match form:
            case ".json":
                text = forms.as_json(records, days)
            case ".csv":
                text = forms.as_csv(records)
            case _:
                text = forms.as_text(records, journal.statistics(), days, today)
    try:
        whole.write(path, text, whole.PRIVATE)
    except OSError as error:
        raise click.ClickException(f"{shown(str(path))}: {error.strerror or error}") from error
    click.echo(f"{account.sessions(len(records))} in {shown(str(path))}", err=True)
    return Exit.DONE


@click.command("delete", epilog="Example: relax-coach journal delete last")
@click.argument("session", required=False)
@click.option("--all", "everything", is_flag=True, help="All sessions, days and notes.")
@click.option("--before", metavar="DATE", help="All sessions before this day: 2026-03-01, 30d.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def delete(session: str | None, everything: bool, before: str | None, yes: bool) -> int:
    """Delete SESSION, or more, for good: from the journal and from its copies.

    Files that were exported are yours, and stay.
    """
    if sum((session is not None, everything, before is not None)) != 1:
        raise click.UsageError("One of SESSION, --all and --before.")
    today = date.today()  # noqa: DTZ011 - the person's own day
    with opened() as journal:
        records, days = (*journal.lost(), *journal.records()), journal.days()
    if session is not None:
        gone = [found(records, session)]
        told = f"{shown(gone[0].title or gone[0].routine)} of {account.day(gone[0].day)}"
    elif before is not None:
        last = day_of(before, today)
        gone = [one for one in records if one.day < last]
        told = f"{account.sessions(len(gone))} before {account.day(last)}"
    else:
        gone = list(records)
        told = f"{account.sessions(len(gone))} and what is marked of {account.count(len(days))}"
    if not gone and not everything:
        click.echo("There is no such session: nothing was deleted.", err=True)
        return Exit.DONE
    if not yes and not _agreed(told):
        click.echo("Nothing was deleted.", err=True)
        return Exit.ENDED_EARLY
    with opened(WRITTEN) as journal:
        copies, aside = journal.delete(None if everything else [one.id for one in gone])
    if everything:  # these tell of sessions, too
        favourites.forget_lately()
        worked.forget()
    click.echo(f"Deleted, from the copies too: {told}.", err=True)
    for what in (*(f"copy of {day}" for day in copies), *(f"file {name}" for name in aside)):
        click.echo(f"The {what} is gone with it: it was damaged.", err=True)
    if before is not None and days:
        click.echo("What is marked of days stays; --all deletes that, too.", err=True)
    return Exit.DONE


@click.command("restore", epilog="Example: relax-coach journal restore")
def restore() -> int:
    """Add what the weekly copies have and the journal has not."""
    with opened(RESTORED) as journal:
        added = journal.restore()
    click.echo(f"{account.events_were(added)} added." if added else "It has all of them.", err=True)
    return Exit.DONE


@click.command("off", epilog="Example: relax-coach journal off")
def off() -> int:
    """Write nothing about sessions from now on. What was written stays."""
    _keep_on(False)
    click.echo(
        "Sessions are written down no more, and one that is interrupted cannot be resumed. What "
        "was written stays: `relax-coach journal delete --all` deletes it.",
        err=True,
    )
    return Exit.DONE


@click.command("on", epilog="Example: relax-coach journal on")
def on() -> int:
    """Write sessions down again."""
    _keep_on(True)
    click.echo("Sessions are written down, on this machine alone.", err=True)
    return Exit.DONE


COMMANDS = (export, delete, restore, off, on)


def _keep_on(on: bool) -> None:
    try:
        recording.keep_on(on)
    except OSError as error:
        stays = "are" if recording.is_on() else "are not"
        why = shown(error.strerror or str(error))
        said = f"That could not be kept in the data folder ({why}). Sessions {stays} written down."
        raise click.ClickException(said) from None


def _agreed(told: str) -> bool:
    """Whether the person says so, at a terminal."""
    if not is_terminal(sys.stdin):
        raise click.UsageError("Without a terminal to answer on, --yes is needed.")
    return click.confirm(f"Delete {told}, for good?", err=True)
