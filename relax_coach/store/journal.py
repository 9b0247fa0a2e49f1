"""The journal: one SQLite file of events that are only ever added to.

Settings and reasons: docs/journal.md. A rollback journal and not a write-ahead log, because SQLite
before 3.51.3 can damage that with two writers, and on a read-only disk it cannot even be read.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from relax_coach.core.record import Event
from relax_coach.store import paths

FILE = "journal.db"
VERSION = 1
PATIENCE = 5.0
"""Seconds that another writer is waited for."""
PRIVATE = 0o600

_EVENTS = """
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    session TEXT NOT NULL,
    seq INTEGER NOT NULL,
    boot_ms INTEGER NOT NULL,
    wall_utc TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (session, seq)
)
"""


class Journal:
    """An open journal; close it, or use it in a `with`."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    @classmethod
    def write(cls) -> "Journal":
        path = paths.data_dir() / FILE
        path.parent.mkdir(mode=paths.PRIVATE, parents=True, exist_ok=True)
        path.touch(PRIVATE)
        database = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        database.execute("PRAGMA synchronous = EXTRA")
        database.execute("PRAGMA secure_delete = ON")
        journal = cls(database)
        with journal._transaction():
            if not database.execute("PRAGMA user_version").fetchone()[0]:
                database.execute(_EVENTS)
                database.execute(f"PRAGMA user_version = {VERSION}")
        return journal

    def append(self, event: Event) -> None:
        with self._transaction():
            self._database.execute(
                "INSERT OR IGNORE INTO event (session, seq, boot_ms, wall_utc, kind, body)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    event.session, event.seq, event.boot, event.at.isoformat(), event.kind,
                    json.dumps(dict(event.body), ensure_ascii=False),
                ),
            )  # fmt: skip

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._database.execute("COMMIT")
        except BaseException:
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            raise

    def __enter__(self) -> "Journal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._database.close()
