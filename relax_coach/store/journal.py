"""The journal: one SQLite file of events that are only ever added to, and what they add up to."""

import secrets
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from relax_coach.core.account import GOING_ON
from relax_coach.core.day import Day
from relax_coach.core.interrupted import Interrupted, interrupted_of
from relax_coach.core.past import Past
from relax_coach.core.record import Event, Record
from relax_coach.core.statistics import Statistics
from relax_coach.store import (
    backups,
    damage,
    migrations,
    opening,
    paths,
    recording,
    soundness,
    tally,
)
from relax_coach.store.database import DAMAGED, Unusable, kind_of, leniently, transaction, unusable
from relax_coach.store.lock import Lock
from relax_coach.store.migrations import DAYS
from relax_coach.store.selection import EVERY, Selection

FILE = "journal.db"
Read = TypeVar("Read")


def new_id(now: datetime) -> str:
    """A name for a session that begins at `now`: those of one day stand in their order."""
    return f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(2)}"


class Journal:
    """An open journal; close it, or use it in a `with`. Every method may raise Unusable."""

    def __init__(self, opened: sqlite3.Connection, no_writing: str = "") -> None:
        self._database = opened
        self._no_writing = no_writing
        """Why nothing can be written; "" where it can."""

    @classmethod
    def write(cls) -> "Journal":
        """Open it to write, and make it where there is none.

        A damaged file is set aside, and what can be read of it is taken over. Raises Unusable.
        """
        path = _path()
        try:
            opened = opening.opened(path) if path.exists() else opening.made(path)
            journal = cls(*opened)
        except (sqlite3.Error, OSError) as error:
            raise _refused(error) from error
        if journal._no_writing not in ("", opening.NEWER):  # it may be written again later
            journal.close()
            raise Unusable(journal._no_writing)
        return journal

    @classmethod
    def read(cls) -> "Journal":
        """Open it to read: an empty one where there is none. Raises Unusable."""
        path = _path()
        if path.is_symlink() and not path.exists():
            raise Unusable("it points to a file that is not there")
        try:
            return cls(*(opening.opened(path) if path.exists() else opening.none(path)))
        except (sqlite3.Error, OSError) as error:
            raise _refused(error) from error

    @property
    def notices(self) -> tuple[str, ...]:
        """What the person must be told of the file, in sentences: each once, to whoever asks."""
        return opening.untold()

    def append(self, events: Iterable[Event]) -> None:
        """Add `events`, all or none; those that are there already are left as they are.

        Where another event has the number of one of them, another program wrote on: Unusable.
        """
        with self._writing():
            for event in events:
                migrations.add(self._database, event)

    def _add(self, session: str, kind: str, body: Mapping[str, Any], now: datetime) -> None:
        """Add an event after all that are there of its session."""
        with self._writing():
            seq = migrations.next_seq(self._database, session)
            migrations.add(self._database, Event(session, seq, kind, body, now))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self._no_writing:
            raise Unusable(self._no_writing)
        try:
            with transaction(self._database):
                yield
        except sqlite3.Error as error:
            raise _refused(error) from error

    def records(self, asked: Selection = EVERY) -> tuple[Record, ...]:
        """The sessions that are asked for, the oldest first, with the medicine of their day."""
        days = self.days()
        return tuple(
            replace(one, medicine=days[one.day].medicine) if one.day in days else one
            for one in self._summed(lambda opened: migrations.records(opened, asked))
        )

    def latest(self) -> tuple[Record, ...]:
        """The last session of each routine, the oldest first."""
        return self.records(Selection(is_last=True))

    def count(self, asked: Selection = EVERY) -> int:
        """How many sessions there are of those that are asked for."""
        return self._summed(lambda opened: tally.count(opened, asked))

    def past(self) -> Past:
        """What they all say of what helped, and when and where it was."""
        return self._summed(tally.past_of)

    def statistics(self, asked: Selection = EVERY) -> Statistics:
        """What the sessions that are asked for add up to."""
        return self._summed(lambda opened: tally.statistics_of(opened, asked))

    def told(self, asked: Selection = EVERY) -> tuple[Record, ...]:
        """As records, to be told in words: one that another process plays is GOING_ON."""
        records, left = self.records(asked), self.interrupted()
        if left is None or not recording.is_on() or not Lock.is_elsewhere():
            return records
        told = (
            replace(one, ended=GOING_ON) if one.id == left.record.id else one for one in records
        )
        return tuple(one for one in told if asked.ended in (None, one.ended))

    def days(self) -> Mapping[date, Day]:
        """What was marked of each day."""
        return self._read(self._days)

    def interrupted(self) -> Interrupted | None:
        """The last session, where it did not come to an end."""
        return self._read(self._interrupted)

    def note(self, session: str, text: str, now: datetime) -> None:
        """Keep `text` about `session`, in place of what was kept before."""
        self._add(session, "note", {"text": text}, now)

    def rate(self, record: Record, now: datetime) -> None:
        """Keep the ratings of `record`, in place of those that were kept before."""
        after = {**record.after.as_json(), "overall": record.overall}
        with self._writing():
            seq = migrations.next_seq(self._database, record.id)
            for kind, body in (("before", record.before.as_json()), ("after", after)):
                migrations.add(self._database, Event(record.id, seq, kind, body, now))
                seq += 1

    def mark(
        self, day: date, now: datetime, headache: bool | None = None,
        medicine: bool | None = None, note: str | None = None, unsaid: Collection[str] = (),
    ) -> None:  # fmt: skip
        """Keep what is said of `day`; None leaves what was said before.

        `unsaid`: "headache" and "medicine", where what was said of them is taken back.
        """
        told = {"headache": headache, "medicine": medicine, "note": note}
        body = {"date": day.isoformat(), **{k: v for k, v in told.items() if v is not None}}
        self._add(DAYS, "day", body | dict.fromkeys(unsaid), now)

    def leave(self, session: str, now: datetime) -> None:
        """Let the interrupted `session` be: it will not be gone on with."""
        self._add(session, "end", {"ended": "interrupted"}, now)

    def delete(self, sessions: Collection[str] | None) -> tuple[tuple[date, ...], tuple[str, ...]]:
        """Delete these sessions, or everything, from the file and from its copies, for good.

        The days of copies that were not whole, and the names of damaged files: they went with it.
        """
        copies: tuple[date, ...] = ()
        if self._no_writing:
            raise Unusable(self._no_writing)
        data = _path().parent
        try:
            with transaction(self._database):  # who may not write here leaves the copies as well
                migrations.forget(self._database, sessions)
                # The copies before it is done: broken off here, it is all there and deleted again.
                if sessions is None:
                    backups.forget(data)
                else:
                    copies = backups.leave_out(data, sessions)
                aside = damage.forget(data, sessions)
            self._database.execute("VACUUM")
            return copies, aside
        except (sqlite3.Error, OSError) as error:
            raise _refused(error) from error

    def back_up(self, today: date) -> None:
        """Make the weekly copy where it is time."""
        if not self._no_writing:
            backups.back_up(self._database, _path().parent, today)

    def restore(self) -> int:
        """Add what the copies have and this one has not; how many events. Unusable: no copy."""
        copies = backups.whole(_path().parent)
        if not copies or self._no_writing:
            raise Unusable(self._no_writing or "there is no copy")
        try:
            return damage.taken_over(self._database, copies)
        except sqlite3.Error as error:
            raise _refused(error) from error

    def lost(self) -> tuple[Record, ...]:
        """The sessions that only its copies have."""
        try:
            there = {one.id for one in self.records()}
            return tuple(one for one in backups.records(_path().parent) if one.id not in there)
        except (sqlite3.Error, OSError) as error:
            raise _refused(error) from error

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> "Journal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.close()

    def _read(self, query: Callable[[], Read]) -> Read:
        try:
            return leniently(self._database, query)
        except sqlite3.Error as error:
            raise _refused(error) from error

    def _summed(self, query: Callable[[sqlite3.Connection], Read]) -> Read:
        try:
            return query(self._database)
        except (TypeError, ValueError, sqlite3.OperationalError):
            # Nonsense in the sums, or none: the events are the truth.
            return self._read(partial(self._remade, query))
        except sqlite3.Error as error:
            raise _refused(error) from error

    def _remade(self, query: Callable[[sqlite3.Connection], Read]) -> Read:
        if not self._no_writing:
            with transaction(self._database):
                migrations.remake(self._database)
            return query(self._database)
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
            self._database.backup(copy)  # a newer version's sums are its own
            migrations.remake(copy)
            return query(copy)

    def _days(self) -> Mapping[date, Day]:
        found = {}
        for day, headache, medicine, note in self._database.execute(
            f"{migrations.SELECT_DAY} ORDER BY date"
        ):
            with suppress(ValueError):  # a date by another hand
                found[date.fromisoformat(day)] = Day(_said(headache), _said(medicine), note)
        return {day: one for day, one in found.items() if one != Day()}  # all was taken back

    def _interrupted(self) -> Interrupted | None:
        # The last that was written, whatever the clock said then.
        last = self._database.execute(
            "SELECT session FROM event WHERE kind IN ('begin', 'resume') ORDER BY id DESC LIMIT 1"
        ).fetchone()
        found = [] if last is None else migrations.events(self._database, last[0])
        record = None
        for event in found:
            record = migrations.grown(record, event)
        return None if record is None else interrupted_of(record, found)


def _path() -> Path:
    return paths.data_dir() / FILE


def _refused(error: sqlite3.Error | OSError) -> Unusable:
    """`error` in words; what met damage has the file mended at the next opening."""
    if isinstance(error, sqlite3.Error) and kind_of(error) in DAMAGED:
        soundness.doubt(_path())
    return unusable(error)


def _said(cell: int | None) -> bool | None:
    return None if cell is None else bool(cell)
