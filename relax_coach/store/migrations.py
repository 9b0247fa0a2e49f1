"""The tables of the journal, and how the file of an older version is brought up to date.

`event` is the truth, and is only ever added to. `session` and `day` hold what the events come to,
so that 5,000 sessions are read at once; they are written in the same transaction, and can be made
again from the events.
"""

import json
import sqlite3
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any

from relax_coach.core.record import RATED, Event, Ratings, Record, with_event
from relax_coach.store.database import transaction
from relax_coach.store.selection import EVERY, Selection

NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
DAYS = "days"
"""The `session` of the events that tell of a day."""

INSERT = (
    "INSERT OR IGNORE INTO event (session, seq, boot_ms, wall_utc, kind, body)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)
RATINGS = [f"{when}_{name}" for when in ("before", "after") for name in RATED]
COLUMNS = (
    "id", "started_at", "time_zone", "routine", "title", "planned", "done", "ended", "side",
    "spot", *RATINGS, "overall", "eased", "note", "program_version",
)  # fmt: skip
_BY_START = itemgetter(COLUMNS.index("started_at"), COLUMNS.index("id"))
SELECT_DAY = "SELECT date, headache, medicine, note FROM day"
EVENTS = "SELECT session, seq, boot_ms, wall_utc, kind, body FROM event"
SELECT_SESSION = f"SELECT {', '.join(COLUMNS)} FROM session"
_UPSERT = (
    f"INSERT OR REPLACE INTO session ({', '.join(COLUMNS)})"
    f" VALUES ({', '.join('?' * len(COLUMNS))})"
)


def migrate(database: sqlite3.Connection) -> None:
    """Bring the tables up to VERSION, or make them; what was written stays. sqlite3.Error."""
    while version_of(database) < VERSION:
        with transaction(database):
            here = version_of(database)  # another program may have done it meanwhile
            if here < VERSION:
                _STEPS[here](database)
                database.execute(f"PRAGMA user_version = {here + 1}")


def version_of(database: sqlite3.Connection) -> int:
    """Of the tables; 0 where there are none, and where it is nonsense."""
    return max(0, int(database.execute("PRAGMA user_version").fetchone()[0]))


def _first(database: sqlite3.Connection) -> None:
    database.execute(
        "CREATE TABLE IF NOT EXISTS event (id INTEGER PRIMARY KEY, session TEXT NOT NULL,"
        " seq INTEGER NOT NULL, boot_ms INTEGER NOT NULL, wall_utc TEXT NOT NULL,"
        " kind TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (session, seq))"
    )


def _sums(database: sqlite3.Connection) -> None:
    ratings = "".join(f" {name} INTEGER," for name in RATINGS)
    database.execute(
        "CREATE TABLE IF NOT EXISTS session (id TEXT PRIMARY KEY, started_at TEXT NOT NULL,"
        " time_zone TEXT NOT NULL, routine TEXT NOT NULL, title TEXT NOT NULL,"
        " planned INTEGER NOT NULL, done INTEGER NOT NULL, ended TEXT NOT NULL,"
        f" side TEXT NOT NULL, spot TEXT NOT NULL,{ratings} overall TEXT, eased TEXT NOT NULL,"
        " note TEXT NOT NULL, program_version TEXT NOT NULL)"
    )
    database.execute("CREATE INDEX IF NOT EXISTS session_started ON session (started_at)")
    database.execute(
        "CREATE TABLE IF NOT EXISTS day (date TEXT PRIMARY KEY, headache INTEGER, medicine INTEGER,"
        " note TEXT NOT NULL DEFAULT '')"
    )
    add_up(database)


_STEPS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first, _sums)
"""What makes each version from the one before."""
VERSION = len(_STEPS)


def remake(database: sqlite3.Connection) -> None:
    """Make the tables of the sums anew, and the sums in them. sqlite3.Error."""
    database.execute("DROP TABLE IF EXISTS session")
    database.execute("DROP TABLE IF EXISTS day")
    _sums(database)


def add_up(database: sqlite3.Connection) -> None:
    """Make the sums again from all the events. sqlite3.Error."""
    database.execute("DELETE FROM session")
    database.execute("DELETE FROM day")
    known: dict[str, Record] = {}
    # Not through the index: an old page of it, as of a disk that lost a write, hides rows.
    for row in database.execute(f"{EVENTS} NOT INDEXED ORDER BY session, seq").fetchall():
        event = event_of(row)
        if event.session == DAYS:
            _mark(database, event)
        else:
            known[event.session] = grown(known.get(event.session), event)
    database.executemany(_UPSERT, map(_row_of, known.values()))


def grown(record: Record | None, event: Event) -> Record:
    """As with_event; an event with nonsense in it changes nothing."""
    try:
        return with_event(record, event)
    except (TypeError, ValueError):
        return record or Record(event.session, event.at)


def next_seq(database: sqlite3.Connection, session: str) -> int:
    """The number of an event after all that are there of `session`. sqlite3.Error."""
    query = "SELECT max(seq) FROM event WHERE session = ?"
    return int(database.execute(query, (session,)).fetchone()[0] or 0) + 1


def add(database: sqlite3.Connection, event: Event) -> None:
    """Add `event`, and what it changes in the sums; nothing where it is there already."""
    row = row_of(event)
    added = database.execute(INSERT, row)
    if not added.rowcount:
        there = database.execute(
            "SELECT kind, body, wall_utc FROM event WHERE session = ? AND seq = ?",
            (event.session, event.seq),
        ).fetchone()
        if there != (row[4], row[5], row[3]):
            raise sqlite3.IntegrityError("another program has written on")
        return
    if event.session == DAYS:
        _mark(database, event)
        return
    known = database.execute(f"{SELECT_SESSION} WHERE id = ?", (event.session,)).fetchone()
    before = record_of(known) if known else None
    after = grown(before, event)
    if after != before:
        database.execute(_UPSERT, _row_of(after))


def forget(database: sqlite3.Connection, sessions: Collection[str] | None) -> None:
    """Delete these sessions, or everything. sqlite3.Error."""
    if sessions is None:
        for table in ("event", "session", "day"):
            database.execute(f"DELETE FROM {table}")
        return
    for table, name in (("event", "session"), ("session", "id")):
        # Each row is looked at: an old page of an index would leave some of them.
        chosen = f"{name} IN (SELECT value FROM json_each(?))"
        database.execute(
            f"DELETE FROM {table} NOT INDEXED WHERE {chosen}", (json.dumps([*sessions]),)
        )


def records(database: sqlite3.Connection, asked: Selection = EVERY) -> list[Record]:
    """The sessions that are asked for, the oldest first. sqlite3.Error, and ValueError of a sum
    that is none."""
    condition, values = asked.where
    rows = database.execute(f"{SELECT_SESSION} WHERE {condition}", values).fetchall()
    rows.sort(key=_BY_START)  # through its index SQLite would look up each row alone: twice as long
    return [record_of(row) for row in rows]


def events(database: sqlite3.Connection, session: str) -> list[Event]:
    """All events of `session`, in their order."""
    rows = database.execute(f"{EVENTS} WHERE session = ? ORDER BY seq", (session,))
    return list(map(event_of, rows))


def row_of(event: Event) -> tuple[str, int, int, str, str, str]:
    """`event` as a row."""
    text = json.dumps(dict(event.body), ensure_ascii=False)
    return event.session, event.seq, event.boot, event.at.isoformat(), event.kind, text


def event_of(row: tuple[str, int, int, str, str, str]) -> Event:
    """The event in a row; its body is empty where it is none, and its time NO_TIME."""
    session, seq, boot, wall, kind, text = row
    try:
        body = json.loads(text)
    except (ValueError, TypeError, RecursionError):
        body = {}
    try:
        at = _time(wall)
    except ValueError:
        at = NO_TIME
    return Event(session, seq, kind, body if isinstance(body, dict) else {}, at, boot)


def record_of(row: tuple[Any, ...]) -> Record:
    """The record in a row of COLUMNS."""
    (name, started, zone, routine, title, planned, done, ended, side, spot, *felt,
     overall, eased, note, version) = row  # fmt: skip
    half = len(felt) // 2
    return Record(
        name, _time(started), routine, title, zone, planned, done, ended, side, spot,
        _ratings(*felt[:half]), _ratings(*felt[half:]), overall,
        json.loads(eased) if eased != "{}" else {}, None, note, version,
    )  # fmt: skip


def _row_of(record: Record) -> tuple[object, ...]:
    ratings = (one.of(name) for one in (record.before, record.after) for name in RATED)
    return (
        record.id, record.started_at.isoformat(), record.time_zone, record.routine, record.title,
        record.planned, record.done, record.ended, record.side, record.spot, *ratings,
        record.overall, json.dumps(dict(record.eased)), record.note, record.program_version,
    )  # fmt: skip


def _mark(database: sqlite3.Connection, event: Event) -> None:
    """What a day's event says of it; what it does not mention stays."""
    day = event.body.get("date")
    if not isinstance(day, str):
        return
    database.execute("INSERT OR IGNORE INTO day (date) VALUES (?)", (day,))
    for name in ("headache", "medicine"):
        if name in event.body:
            said = event.body[name]
            value = int(said) if isinstance(said, bool) else None
            database.execute(f"UPDATE day SET {name} = ? WHERE date = ?", (value, day))
    if isinstance(event.body.get("note"), str):
        database.execute("UPDATE day SET note = ? WHERE date = ?", (event.body["note"], day))


@lru_cache(maxsize=1024, typed=True)
def _ratings(*felt: int | None) -> Ratings:
    # Few differ, and each that is made anew is looked through.
    return Ratings(*felt)


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
