"""Copies of the journal: one a week, of which three are kept.

One that holds what the journal has lost is kept until that was brought back, or deleted.
They are for a damaged file. A broken disk takes them with it: `journal export` is for that.
"""

import os
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, timedelta
from pathlib import Path

from relax_coach.core.record import Record
from relax_coach.store import database as file
from relax_coach.store import migrations
from relax_coach.store.database import Unusable, connect, is_sound, unusable

FOLDER = "backups"
EVERY = timedelta(days=7)
KEPT = 3


def backups(data: Path) -> list[Path]:
    """The copies in the data folder `data`, the newest first."""
    return sorted((data / FOLDER).glob("journal-????-??-??.db"), reverse=True)


def back_up(database: sqlite3.Connection, data: Path, today: date) -> None:
    """Make a copy where the newest is a week old; the oldest of four goes, if nothing goes with it.

    Raises Unusable.
    """
    there = [path for path in backups(data) if _day(path) <= today]  # the clock may have been wrong
    if there and today - _day(there[0]) < EVERY:
        return
    path = data / FOLDER / f"journal-{today.isoformat()}.db"
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in path.parent.glob(".journal-*.part*"):  # of one that was broken off
            left.unlink()
        file.create(part)
        database.execute("VACUUM INTO ?", (str(part),))
        _sync(part)
        part.replace(path)
        _sync(path.parent)
        # Of those of a clock that was wrong first: they are newer than any to come.
        for old in sorted(backups(data), key=lambda one: (_day(one) <= today, _day(one)))[:-KEPT]:
            if not _has_more(old, database):
                old.unlink()
    except (sqlite3.Error, OSError) as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise unusable(error) from error


def whole(data: Path) -> list[Path]:
    """The copies that are whole, the newest first."""
    return [path for path in backups(data) if _is_whole(path)]


def records(data: Path) -> list[Record]:
    """Every session in a copy that is whole. sqlite3.Error, OSError."""
    found: dict[str, Record] = {}
    for path in reversed(whole(data)):
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as read:
            with closing(connect(path)) as copy:
                copy.backup(read)
            migrations.migrate(read)  # it may be of an older version
            found |= {one.id: one for one in migrations.records(read)}
    return list(found.values())


def _has_more(path: Path, database: sqlite3.Connection) -> bool:
    """Whether the copy at `path` has events that `database` has not."""
    query = "SELECT session, seq FROM event"
    try:
        with closing(connect(path)) as copy:
            return not set(copy.execute(query)) <= set(database.execute(query))
    except sqlite3.Error:  # not whole
        return False


@contextmanager
def _changing() -> Iterator[None]:
    """What cannot be done to a copy is not said of the journal."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise Unusable(f"its copies cannot be changed, {unusable(error)}") from error


@_changing()
def leave_out(data: Path, sessions: Collection[str]) -> tuple[date, ...]:
    """Delete these sessions from every copy. Raises Unusable.

    The copies stay: they may hold what this journal has lost. But one that is not whole goes,
    for nobody knows what is in it: the days of those.
    """
    gone = []
    for part in (data / FOLDER).glob(".journal-*.part*"):
        part.unlink()
    for path in backups(data):
        if not _is_whole(path):
            path.unlink()
            gone.append(_day(path))
            continue
        with closing(connect(path)) as copy:
            migrations.migrate(copy)
            with file.transaction(copy):
                migrations.forget(copy, sessions)
            copy.execute("VACUUM")
    return tuple(gone)


@_changing()
def forget(data: Path) -> None:
    """Delete every copy. Raises Unusable."""
    for path in (data / FOLDER).glob("*journal-*.db*"):
        path.unlink()


def _is_whole(path: Path) -> bool:
    try:
        copy = connect(path)
    except sqlite3.Error:
        return False
    try:
        return is_sound(copy)
    except sqlite3.Error:
        return False
    finally:
        copy.close()


def _day(path: Path) -> date:
    try:
        return date.fromisoformat(path.stem.removeprefix("journal-"))
    except ValueError:
        return date.max


def _sync(path: Path) -> None:
    """Let what was written there reach the disk, as far as the system can."""
    with suppress(OSError):  # a folder cannot be opened so on Windows
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
