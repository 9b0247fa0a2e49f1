"""The journal, opened by a command: what is to be told of it goes to standard error."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta

import click

from relax_coach.core.account import BY_HAND
from relax_coach.core.problem import shown
from relax_coach.core.record import Record
from relax_coach.store.database import Unusable
from relax_coach.store.journal import Journal
from relax_coach.store.lock import Busy, Lock

READ, WRITTEN, RESTORED = "read", "written", "restored"
LAST = "last"
DAYS = ("today", "yesterday")
_SPANS = {"d": 1, "w": 7}


@contextmanager
def opened(does: str = READ) -> Iterator[Journal]:
    """To be READ, WRITTEN or RESTORED. Ends with code 1 and the reason where it cannot be.

    It is written while no session is on: that counts its own events.
    """
    try:
        lock = None if does == READ else Lock.take()
    except Busy as reason:
        raise click.ClickException(BY_HAND.format(reason.told)) from None
    try:
        with Journal.read() if does == READ else Journal.write() as journal:
            for notice in journal.notices:
                click.echo(shown(notice), err=True)
            yield journal
    except Unusable as reason:
        raise click.ClickException(f"The journal cannot be {does}: {reason}.") from None
    finally:
        if lock is not None:
            lock.release()


def found(records: Sequence[Record], asked: str) -> Record:
    """The session `asked` names: its id, the beginning of one, or "last". Else a usage error."""
    if not records:
        raise click.UsageError("No session is in the journal yet.")
    if asked == LAST:
        return records[-1]
    fitting = [one for one in records if one.id.startswith(asked)] if asked else []
    exact = [one for one in fitting if one.id == asked]
    if len(exact or fitting) == 1:
        return (exact or fitting)[0]
    if fitting:
        raise click.UsageError(f"{len(fitting)} sessions begin with {shown(asked)!r}: write more.")
    raise click.UsageError(
        f"There is no session {shown(asked)!r}: `relax-coach journal` shows their names, and "
        f"`{LAST}` is the last one."
    )


def day_of(text: str, today: date) -> date:
    """2026-03-01, today, yesterday, or a time back from today as 7d or 4w. Else a usage error."""
    number, span = text[:-1], text[-1:]
    if text in DAYS:
        return today - timedelta(days=DAYS.index(text))
    try:
        if number.isdecimal() and span in _SPANS:
            return today - timedelta(days=int(number) * _SPANS[span])
        return date.fromisoformat(text)
    except (ValueError, OverflowError):
        raise click.UsageError(
            f"{shown(text)!r} is not a day: write 2026-03-01, yesterday, or 7d or 4w for the "
            "time until today."
        ) from None
