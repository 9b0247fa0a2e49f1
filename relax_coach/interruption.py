"""The session that was interrupted: whether there is one, and what is to become of it."""

from contextlib import suppress
from datetime import UTC, date, datetime

from relax_coach import intake
from relax_coach.core.interrupted import Interrupted
from relax_coach.core.problem import shown
from relax_coach.core.routine import Routine
from relax_coach.store import library, recording
from relax_coach.store.library import Entry
from relax_coach.store.lock import Busy, Lock


def latest(since: datetime) -> Interrupted | None:
    """The last session, if it began after `since`, something of it was done, and it did not end.

    None with the journal off, and where another program is in the middle of it.
    """
    try:
        with Lock.take():
            left = _last() if recording.is_on() else None
    except Busy:
        return None
    return left if left is not None and left.position and left.record.started_at > since else None


def is_still(left: Interrupted) -> bool:
    """Whether nobody went on with `left`, or deleted it, since it was read. Under the lock."""
    now = _last()
    return now is not None and (now.record.id, now.last_seq) == (left.record.id, left.last_seq)


def _last() -> Interrupted | None:
    from relax_coach.store.database import Unusable
    from relax_coach.store.journal import Journal

    try:
        with Journal.read() as journal:
            return journal.interrupted()
    except Unusable:
        return None


def entry_of(left: Interrupted) -> Entry | None:
    """The routine of an interrupted session; None where it is gone or has errors."""
    try:
        entry = library.find(str(left.begun.get("find", "")))
    except library.NotFound:
        return None
    return entry if entry.document.ok else None


def gone(left: Interrupted) -> str:
    """What is said where there is no `entry_of`."""
    name = shown(str(left.begun.get("find", "")))
    return (
        f"The routine of the interrupted session is gone or has errors ({name}); the session stays "
        "in the journal."
    )


def keep_worked(left: Interrupted, routine: Routine, today: date) -> None:
    """Keep how long each place was worked on in it, where it was today: it had no moment for it."""
    if left.last_at is not None and left.last_at.astimezone().date() == today:
        intake.keep_end(routine, left.uncounted, today, hurt=False)


def leave(left: Interrupted) -> None:
    """Let an interrupted session be; where that cannot be kept it is asked again."""
    from relax_coach.store.database import Unusable
    from relax_coach.store.journal import Journal

    with suppress(Unusable, Busy), Lock.take():
        if is_still(left):
            with Journal.write() as journal:
                journal.leave(left.record.id, datetime.now(UTC))
            entry = entry_of(left)
            if entry is not None and entry.document.routine is not None:
                keep_worked(left, entry.document.routine, date.today())  # noqa: DTZ011
