"""`journal rate`: what was rated before and after a session, put right later."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import click

from relax_coach import intake
from relax_coach.cli import forms, rows
from relax_coach.cli.opened import WRITTEN, found, opened
from relax_coach.cli.options import Choice
from relax_coach.core.check_out import CheckOut
from relax_coach.core.exits import Exit
from relax_coach.core.marks import wrapped
from relax_coach.core.record import MOST_FELT, OVERALL, RATED, Ratings, Record
from relax_coach.core.safety import hurt_said

UNSAID = "unsaid"
FELT = (*map(str, range(MOST_FELT + 1)), UNSAID)
MOMENTS = ("before", "after")
LIFTED = "The rest of today is lifted: nothing but these numbers had called for it."
STAYS = (
    "No more pressing today all the same: it is not known that these numbers alone called for it. "
    "Breathing stays open to you."
)


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    """One for each that is rated, before and after."""
    command = click.option(
        "--overall", type=Choice([*OVERALL, UNSAID]), help="How it was after, in words."
    )(command)
    for when in reversed(MOMENTS):
        for name in reversed(RATED):
            told = f"{name.capitalize()} {when} it, 0 to {MOST_FELT}, or {UNSAID}."
            option = click.option(
                f"--{name}-{when}", metavar=f"0-{MOST_FELT}", type=Choice(FELT), help=told
            )
            command = option(command)
    return command


@click.command("rate", epilog="Example: relax-coach journal rate last --pain-after 2")
@click.argument("session")
@_options
def rate(session: str, overall: str | None, **felt: str | None) -> int:
    """Put right what was rated before and after SESSION. What is not given stays."""
    if overall is None and not any(felt.values()):
        raise click.UsageError("Say what it was, such as --pain-after 2.")
    moment = now()
    with opened(WRITTEN) as journal:
        record = found(journal.records(), session)
        before, after = (
            _ratings(one, {name: felt[f"{name}_{when}"] for name in RATED})
            for one, when in zip((record.before, record.after), MOMENTS, strict=True)
        )
        said = {UNSAID: None, None: record.overall}.get(overall, overall)
        rated = replace(record, before=before, after=after, overall=said)
        journal.rate(rated, moment)
    width = rows.width()
    told = list(forms.session(rated, width))
    for sentence in _of_today(record, rated, moment.astimezone().date()):
        told += wrapped(sentence, width)
    rows.tell(told, rows.marks(asked_ascii=False))
    return Exit.DONE


def now() -> datetime:
    """In UTC."""
    return datetime.now(UTC)


def _of_today(record: Record, rated: Record, today: date) -> tuple[str, ...]:
    """What `rated` in place of `record` means for the rest of today, in sentences.

    As after the session: who has much more pain presses nothing that day.
    """
    if record.day != today:
        return ()
    was, why = (CheckOut(one.after, one.overall).worse_than(one.before) for one in (record, rated))
    if why:
        unkept = "" if was and intake.rests(today) else intake.keep_worse(today)
        return why, *hurt_said("self"), *([unkept] if unkept else ())
    if was and intake.rests(today):
        return (LIFTED if intake.take_back_worse(today) else STAYS,)
    return ()


def _ratings(before: Ratings, told: dict[str, str | None]) -> Ratings:
    """`before` with what is `told` of it."""
    said = {name: None if felt == UNSAID else int(felt) for name, felt in told.items() if felt}
    return replace(before, **said)


COMMANDS = (rate,)
