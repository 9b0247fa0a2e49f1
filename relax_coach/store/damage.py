"""A damaged journal: set aside and never deleted, and what can still be read of it taken over."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from relax_coach.core.record import Event, sum_of
from relax_coach.store import migrations, pages
from relax_coach.store.database import PRIVATE, connect, transaction

_ROW = "SELECT session, seq, boot_ms, wall_utc, kind, body FROM event"
Row = tuple[object, ...]
"""Of the table `event`, without its own number."""
_COLUMNS = 6
_MOST_ONE_BY_ONE = 1_000_000
SALVAGE = ".salvage"
"""The folder in which a damaged file is read."""
_LONGEST = 1 << 32
"""Bytes: a header that tells of more is damaged itself."""


def put_in_place(path: Path, sound: Path) -> Path:
    """Let the file `sound` be the one at `path`, and keep the damaged one; where that is now.

    There is never a moment without a file at `path`: whoever is broken off here finds the damaged
    one, and begins anew. Raises OSError.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside, number = path.with_name(f"journal.corrupt-{stamp}.db"), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"journal.corrupt-{stamp}-{number}.db")
    try:
        aside.hardlink_to(path)
    except OSError:  # a disk that knows no links
        shutil.copyfile(path, aside)
        aside.chmod(PRIVATE)
    for end in ("-journal", "-wal", "-shm"):  # they would be taken for those of the sound file
        with suppress(FileNotFoundError):
            os.replace(f"{path}{end}", f"{aside}{end}")  # noqa: PTH105 - names with an end
    sound.replace(path)
    return aside


def salvaged(database: sqlite3.Connection, source: Path) -> int:
    """Add what can be read of the damaged file `source`; how many events. sqlite3.Error.

    Nothing is newer than what it has, so what its sums know beside the events is true.
    """
    before = _count(database)
    with transaction(database), _opened(source) as (damaged, copy):
        _take(database, _events(damaged, copy))
        _settle(database, before)
        if damaged is not None:
            _sum(damaged, database, datetime.now(UTC))
    return _count(database) - before


def taken_over(database: sqlite3.Connection, sources: Iterable[Path]) -> int:
    """Add the events of the files `sources` that `database` has not; how many. sqlite3.Error.

    What cannot be read of them is passed over.
    """
    before = _count(database)
    with transaction(database):
        for source in sources:
            with _opened(source) as (damaged, copy):
                _take(database, _events(damaged, copy))
        _settle(database, before)
    return _count(database) - before


def _take(database: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Add `rows`. Where both have written on since they were one, all of a session is counted anew.

    By the time of its events, then.
    """
    divided: dict[object, list[Row]] = {}
    for row in rows:
        if not _added(database, row):
            divided.setdefault(row[0], []).append(row)
    for session, parted in divided.items():
        _merge(database, session, parted)


def _settle(database: sqlite3.Connection, before: int) -> None:
    """What more events than there were `before` come to."""
    if _count(database) > before:
        _in_order(database)
    migrations.add_up(database)


def _in_order(database: sqlite3.Connection) -> None:
    """Number the events by their time: the last is where a session may go on."""
    rows = sorted(database.execute(_ROW).fetchall(), key=_by_time())
    database.execute("DELETE FROM event")
    database.executemany(migrations.INSERT, rows)


def _by_time() -> Callable[[Row], tuple[object, ...]]:
    """The order of rows by their time; for `sorted`.

    One of a time to come was written by a clock that was wrong, some time before.
    """
    now = datetime.now(UTC).isoformat()

    def key(row: Row) -> tuple[object, ...]:
        session, seq, _, wall, *_ = row
        return str(wall) <= now, wall, session, seq

    return key


def _added(database: sqlite3.Connection, row: Row) -> bool:
    """Whether `row` is there now; False where another event has its number."""
    if database.execute(migrations.INSERT, row).rowcount:
        return True
    there = database.execute(f"{_ROW} WHERE session = ? AND seq = ?", row[:2]).fetchone()
    return bool(there[3:] == row[3:])


def _merge(database: sqlite3.Connection, session: object, rows: list[Row]) -> None:
    """Add `rows`, whose numbers are taken: all of the session in the order of their time."""
    there = database.execute(f"{_ROW} WHERE session = ?", (session,)).fetchall()
    both = {row[3:]: row for row in (*rows, *there)}
    database.execute("DELETE FROM event WHERE session = ?", (session,))
    for seq, row in enumerate(sorted(both.values(), key=_by_time()), 1):
        database.execute(migrations.INSERT, (session, seq, *row[2:]))


def _count(database: sqlite3.Connection) -> int:
    return int(database.execute("SELECT count(*) FROM event").fetchone()[0])


def set_aside(data: Path) -> list[Path]:
    """The damaged files in the data folder `data`, the newest last."""
    return sorted(data.glob("journal.corrupt-*.db"))


def forget(data: Path, sessions: Collection[str] | None) -> tuple[str, ...]:
    """Delete what was set aside in the data folder and holds one of `sessions`, or anything.

    A damaged file cannot be changed, but others in it may be nowhere else. The names of those that
    are gone. Raises OSError.
    """
    gone = []
    for path in data.glob("journal.corrupt-*"):
        if sessions is None or _holds(path, sessions):
            path.unlink()
            gone.append(path.name)
    for path in data.glob(".journal.saved*"):
        path.unlink()
    shutil.rmtree(data / SALVAGE, ignore_errors=True)
    return tuple(gone)


def _holds(path: Path, sessions: Collection[str]) -> bool:
    """Whether the name of one of `sessions` is in the file: it is in each of their rows."""
    content = path.read_bytes()
    return any(one.encode() in content for one in sessions)


@contextmanager
def _opened(source: Path) -> Iterator[tuple[sqlite3.Connection | None, Path]]:
    """A copy of the damaged file, and open, to be read as far as it goes; None: not by SQLite."""
    folder = source.parent / SALVAGE  # one name: what was broken off is cleared away next time
    shutil.rmtree(folder, ignore_errors=True)
    try:
        folder.mkdir(mode=0o700)
        copy = folder / source.name  # reading may change a file, and the source never changes
        shutil.copyfile(source, copy)
        with suppress(FileNotFoundError):
            shutil.copyfile(f"{source}-journal", f"{copy}-journal")
        _lengthen(copy)
        try:
            damaged = connect(copy)
        except sqlite3.Error:
            yield None, copy
            return
        damaged.text_factory = lambda raw: raw.decode("utf-8", "replace")
        try:
            yield damaged, copy
        finally:
            damaged.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _events(damaged: sqlite3.Connection | None, copy: Path) -> Iterator[Row]:
    """The events of a damaged file, by SQLite as far as it goes, and then page by page."""
    seen: set[object] = set()
    if damaged is not None:
        yield from _queried(damaged, seen)
    for _, *values in filter(None, pages.rows(copy)):
        row = tuple(values)
        if len(row) == _COLUMNS and row[:2] not in seen and _is_event(row):
            seen.add(row[:2])
            yield row


def _queried(damaged: sqlite3.Connection, seen: set[object]) -> Iterator[Row]:
    """From both ends towards the damage, and by what an index has."""
    for order in ("id", "id DESC", "session, seq", "session DESC, seq DESC"):
        yield from _until_damage(damaged, f"{_ROW} ORDER BY {order}", seen)
    # Between two damaged pages: one by one, as far as there is an end to be known.
    for number in _numbers(damaged):
        yield from _until_damage(damaged, f"{_ROW} WHERE id = {number:d}", seen)


def _sum(damaged: sqlite3.Connection, database: sqlite3.Connection, now: datetime) -> None:
    """Where sessions and days had come to something else than what their events come to now."""
    for row in _both_ways(damaged, migrations.SELECT_SESSION):
        with suppress(TypeError, ValueError):  # a row of nonsense
            record = migrations.record_of(row)
            query = f"{migrations.SELECT_SESSION} WHERE id = ?"
            known = database.execute(query, (record.id,)).fetchone()
            if known is None or migrations.record_of(known) != record:
                seq = migrations.next_seq(database, record.id)
                migrations.add(database, sum_of(record, seq, now))
    for day, *said, note in _both_ways(damaged, migrations.SELECT_DAY):
        query = f"{migrations.SELECT_DAY} WHERE date = ?"
        if database.execute(query, (day,)).fetchone() != (day, *said, note):
            marks = {
                name: None if one is None else bool(one)
                for name, one in zip(("headache", "medicine"), said, strict=True)
            }
            body = {"date": day, **marks, "note": str(note)}
            seq = migrations.next_seq(database, migrations.DAYS)
            migrations.add(database, Event(migrations.DAYS, seq, "day", body, now))


def _both_ways(damaged: sqlite3.Connection, query: str) -> Iterator[tuple[Any, ...]]:
    """The rows from both ends towards the damage."""
    seen = set()
    for order in ("rowid", "rowid DESC"):
        with suppress(sqlite3.Error):
            for row in damaged.execute(f"{query} ORDER BY {order}"):
                if row not in seen:
                    seen.add(row)
                    yield row


def _lengthen(copy: Path) -> None:
    """Give a file that was cut its length again: else SQLite reads nothing of it at all.

    Where the header (www.sqlite.org/fileformat.html, 1.3) has the size and the number of pages.
    """
    with copy.open("r+b") as file:
        header = file.read(100)
        if header[:6] != b"SQLite" or len(header) < 100:
            return
        size = int.from_bytes(header[16:18])
        length = 65_536 if size == 1 else size
        pages = int.from_bytes(header[28:32])
        if copy.stat().st_size < length * pages <= _LONGEST:
            file.truncate(length * pages)


def _until_damage(damaged: sqlite3.Connection, query: str, seen: set[object]) -> Iterator[Row]:
    with suppress(sqlite3.Error):
        for row in damaged.execute(query):
            if row[:2] not in seen and _is_event(row):
                seen.add(row[:2])
                yield row


def _numbers(damaged: sqlite3.Connection) -> range:
    try:
        (most,) = damaged.execute("SELECT max(id) FROM event").fetchone()
    except sqlite3.Error:
        return range(0)
    return range(1, min(int(most or 0), _MOST_ONE_BY_ONE) + 1)


def _is_event(row: Row) -> bool:
    """Whether it can be one: a page of another's bytes gives rows of nonsense."""
    session, seq, boot, wall, kind, body = row
    if not all(isinstance(text, str) for text in (session, wall, kind, body)):
        return False
    if not (isinstance(seq, int) and isinstance(boot, int)):
        return False
    try:
        datetime.fromisoformat(str(wall))
    except ValueError:
        return False
    event = migrations.event_of((str(session), seq, boot, str(wall), str(kind), str(body)))
    return bool(event.body) or body == "{}"
