"""An SQLite file as the journal needs it: never half written, and nobody else may read it.

A rollback journal and not a write-ahead log: SQLite before 3.51.3 can damage the latter where two
connections write at once, and on a read-only disk it cannot even be read. `EXTRA` also makes sure
of the folder, so that a committed event outlives a cut of power.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

Answer = TypeVar("Answer")
PATIENCE = 5.0
"""Seconds that another writer is waited for."""
PRIVATE = 0o600


class Unusable(Exception):
    """A file cannot be written or read now. Its text says why, in a clause: "the disk is full"."""


_REASONS = {
    "SQLITE_FULL": "the disk is full",
    "SQLITE_READONLY": "it may not be written",
    "SQLITE_CANTOPEN": "it cannot be opened",
    "SQLITE_BUSY": "another program is writing it",
    "SQLITE_IOERR": "the disk does not answer",
    "SQLITE_CORRUPT": "it is damaged",
    "SQLITE_NOTADB": "it is damaged",
}
DAMAGED = frozenset({"SQLITE_CORRUPT", "SQLITE_NOTADB"})


def leniently(database: sqlite3.Connection, query: Callable[[], Answer]) -> Answer:
    """What `query` of it gives, with a mark for each byte of a text that is damaged.

    Raises sqlite3.Error.
    """
    try:
        return query()
    except sqlite3.OperationalError as error:
        if "decode" not in str(error):
            raise
        database.text_factory = lambda text: text.decode(errors="replace")
        return query()


def kind_of(error: sqlite3.Error) -> str:
    """The primary name of what went wrong, without what SQLite adds to it; "" for none."""
    name = getattr(error, "sqlite_errorname", None) or ""
    return "_".join(name.split("_")[:2])


def unusable(error: sqlite3.Error | OSError) -> Unusable:
    """`error` in words."""
    if isinstance(error, OSError):
        return Unusable(f"{error.strerror or error}".lower())
    if getattr(error, "sqlite_errorname", "") == "SQLITE_READONLY_DBMOVED":
        return Unusable("its file was moved or deleted")
    if "no such table" in str(error):
        return Unusable("its file was emptied or replaced")
    return Unusable(_REASONS.get(kind_of(error), str(error)))


def connect(path: Path) -> sqlite3.Connection:
    """Open the file at `path`, which exists: to read alone where it may not be written.

    `mode=rw` and not `ro`, for a session that was killed while it wrote is put right by whoever
    reads it next. Raises sqlite3.Error.
    """
    database = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=PATIENCE, isolation_level=None,
        check_same_thread=False,
    )  # fmt: skip
    try:
        database.execute("PRAGMA synchronous = EXTRA")
        database.execute("PRAGMA secure_delete = ON")
    except BaseException:
        database.close()
        raise
    return database


def create(path: Path) -> None:
    """Let there be a file at `path` that nobody else may read: SQLite keeps the mode it finds.

    Raises OSError.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(PRIVATE)


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing. It asks to write at once: who only turns to writing in the middle is
    refused where another writes, however patient. Raises sqlite3.Error."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            if database.in_transaction:
                database.execute("ROLLBACK")
        raise


def is_sound(database: sqlite3.Connection) -> bool:
    """Whether every page is as it should be: opening, and even writing, does not notice.

    Raises sqlite3.Error other than what tells of damage.
    """
    try:
        return bool(database.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError as error:
        if kind_of(error) in DAMAGED:
            return False
        raise
