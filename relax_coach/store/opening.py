"""The journal's file is opened: sound, of this version, and what was wrong with it told."""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from time import time_ns

from relax_coach.core import account
from relax_coach.store import backups, damage, database, migrations, soundness, tables
from relax_coach.store.database import Unusable, kind_of, transaction, unusable
from relax_coach.store.lock import Busy, Lock

NEWER = "it was made by a newer version of Relax Coach"
SAVED = ".journal.saved.db"
"""What is saved of a damaged file, until it takes its place."""
Opened = tuple[sqlite3.Connection, str]
"""A database, and why nothing can be written to it; "" where it can."""

_untold: list[str] = []
"""Of the process: who opens it without being able to tell leaves it to the next."""


def opened(path: Path) -> Opened:
    """The journal in the file `path`, sound and of this version, or as near to it as can be.

    Raises sqlite3.Error, OSError and Unusable.
    """
    with suppress(OSError):  # one that was put there by hand may be open to others
        if path.stat().st_mode & 0o077:
            path.chmod(database.PRIVATE)
    begun, file = time_ns(), path.stat()
    found = _if_sound(path, file)
    if found is None:
        return _mended(path), ""
    version = migrations.version_of(found)
    if version > migrations.VERSION:
        _untold.append(f"The journal can be read, but not added to: {NEWER}.")
        soundness.keep(file, begun)
        return found, NEWER
    is_current = version == migrations.VERSION
    if is_current and (soundness.is_known(file) or tables.are_sums_whole(found)):
        soundness.keep(file, begun)
        return found, ""
    if is_current and not tables.are_events_sound(found):
        found.close()  # what they come to may be all that is left of some
        return _mended(path), ""
    try:
        _brought_up(found)
    except sqlite3.OperationalError as error:
        # It may not be written: what it holds can be read all the same, from a copy in memory.
        copy = sqlite3.connect(":memory:", isolation_level=None)
        found.backup(copy)
        found.close()
        _brought_up(copy)
        return copy, str(unusable(error))
    return found, ""


def _brought_up(opened: sqlite3.Connection) -> None:
    """To this version, with all its tables. sqlite3.Error."""
    migrations.migrate(opened)
    if not tables.are_sums_whole(opened):
        with transaction(opened):
            migrations.remake(opened)


def made(path: Path) -> Opened:
    """A new one, where there is none. Where there are copies, that is told.

    Raises sqlite3.Error and OSError.
    """
    database.create(path)
    new = database.connect(path)
    migrations.migrate(new)
    _untold.extend(_offer(path))
    return new, ""


def none(path: Path) -> Opened:
    """A journal where there is none. Where there are copies, that is told."""
    _untold.extend(_offer(path))
    empty = sqlite3.connect(":memory:", isolation_level=None)
    migrations.migrate(empty)
    return empty, "there is none"


def untold() -> tuple[str, ...]:
    """What is to be told of the file, in sentences: each once, to whoever asks."""
    told = tuple(dict.fromkeys(_untold))
    _untold.clear()
    return told


def leave(notices: Sequence[str]) -> None:
    """To be told by the next who can: nobody was there to whom it could be."""
    _untold.extend(notices)


def _if_sound(path: Path, file: os.stat_result) -> sqlite3.Connection | None:
    """The open file, now in the state of `file`, or None where it is damaged.

    One of no length is a new one to SQLite; where there are copies, it has lost what it held.
    """
    if soundness.is_damaged(file):
        return None
    if not file.st_size and backups.backups(path.parent):
        return None
    try:
        opened = database.connect(path)
    except sqlite3.DatabaseError as error:
        if kind_of(error) in database.DAMAGED:
            return None
        raise
    is_sound = soundness.is_known(file) or database.is_sound(opened)
    if is_sound and tables.has_events(opened):
        return opened
    opened.close()
    return None


def _mended(path: Path) -> sqlite3.Connection:
    """The file that is now in the place of the damaged one, open. What was done is left to tell."""
    _untold.extend(_repaired_alone(path))
    return database.connect(path)


def _repaired_alone(path: Path) -> tuple[str, ...]:
    """The same as `_repaired`, while no other program has a session on: it writes that file."""
    if Lock.held:
        return _repaired(path)
    try:
        lock = Lock.take()
    except Busy as reason:
        told = f"it is damaged, and can be mended once no session is on. {reason.told}"
        raise Unusable(told) from reason
    try:
        return _repaired(path)
    finally:
        lock.release()


def _repaired(path: Path) -> tuple[str, ...]:
    """Put a sound file in the place of the damaged one; what to tell of it.

    What can be saved is saved beside it first. Raises sqlite3.Error and OSError.
    """
    sound = path.with_name(SAVED)
    try:
        sound.unlink(missing_ok=True)
        database.create(sound)
        saving = database.connect(sound)
        try:
            migrations.migrate(saving)
            saved = damage.salvaged(saving, path)
            (sessions,) = saving.execute("SELECT count(*) FROM session").fetchone()
        finally:
            saving.close()
        aside = damage.put_in_place(path, sound)
    finally:
        sound.unlink(missing_ok=True)
    told = f"The journal was damaged. The damaged file was kept: {aside}. "
    events = f"{saved:,} of its events could be saved, of {account.sessions(sessions)}."
    told += events if saved else "Nothing could be saved."
    return (told, *_offer(path))


def _offer(path: Path) -> tuple[str, ...]:
    copies = backups.whole(path.parent)
    if not copies:
        return ()
    day = copies[0].stem.removeprefix("journal-")
    return (
        f"There is a copy of {day}: where something is missing, relax-coach journal restore adds "
        "what the copy has of it.",
    )
