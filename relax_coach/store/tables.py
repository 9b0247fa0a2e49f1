"""Whether the tables of a journal hold what they should, where every page is as it should be."""

import sqlite3

from relax_coach.core.record import ENDINGS
from relax_coach.store.migrations import (
    DAYS,
    EVENTS,
    RATINGS,
    SELECT_DAY,
    SELECT_SESSION,
    VERSION,
    version_of,
)

_STRANGE = " OR ".join((
    *(f"typeof({name}) <> 'integer'" for name in ("planned", "done")),
    *(f"({name} IS NOT NULL AND ({name} NOT BETWEEN 0 AND 10 OR typeof({name}) <> 'integer'))"
      for name in RATINGS),
    *(f"typeof({name}) = 'blob'" for name in ("routine", "title", "note", "spot", "side")),
    "planned NOT BETWEEN 0 AND 1000000000000", "done NOT BETWEEN 0 AND 1000000000000",
    f"ended NOT IN ({', '.join(map(repr, ENDINGS))})",
    "started_at NOT GLOB '????-??-??T*'",
    "(eased <> '{}' AND NOT (json_valid(eased) AND json_type(eased) = 'object'))",
))  # fmt: skip
"""Of sums by another hand, which would be counted as they are."""
_UNCOUNTED = (
    "WITH RECURSIVE known (name) AS (SELECT max(session) FROM event UNION ALL"
    # From one name to the next by the index: there are forty times as many events. All of them
    # would take as long as the rest of the look.
    " SELECT (SELECT session FROM event WHERE session < name ORDER BY session DESC LIMIT 1)"
    " FROM known WHERE name IS NOT NULL LIMIT 1000)"
    f" SELECT 1 FROM known WHERE name <> '{DAYS}'"
    " AND NOT EXISTS (SELECT 1 FROM session WHERE id = name) UNION ALL"
    f" SELECT 1 FROM event WHERE session = '{DAYS}' AND json_valid(body)"
    " AND json_type(body, '$.date') = 'text'"
    " AND json_extract(body, '$.date') NOT IN (SELECT date FROM day)"
)
"""Sessions and days that events tell of, and no sum, as when rows were deleted by hand.

Of the newest 1,000 sessions: their names begin with their time.
"""


def has_events(database: sqlite3.Connection) -> bool:
    """Whether it has the table of the events, where it is of a version that has one here.

    Raises sqlite3.Error.
    """
    return not 0 < version_of(database) <= VERSION or _can_be_asked(database, EVENTS)


def are_events_sound(database: sqlite3.Connection) -> bool:
    """Whether they agree with their index; if not, some may be missing. sqlite3.Error."""
    return bool(database.execute("PRAGMA integrity_check(event)").fetchone() == ("ok",))


def are_sums_whole(database: sqlite3.Connection) -> bool:
    """Whether the tables of the sums are there, agree with their indexes, and hold what can be.

    And what the events tell of. A page that an older one came back for, as of a disk that lost a
    write, is not seen by the quick check: there the events are asked again what they come to.
    Raises sqlite3.Error.
    """
    tables = {"session": SELECT_SESSION, "day": SELECT_DAY}
    are_there = all(
        _can_be_asked(database, query)
        and database.execute(f"PRAGMA integrity_check({table})").fetchone() == ("ok",)
        for table, query in tables.items()
    )
    strange = (
        f"SELECT 1 FROM session WHERE {_STRANGE} UNION ALL"
        " SELECT 1 FROM day WHERE typeof(note) <> 'text'"
    )
    return are_there and not any(
        database.execute(f"{query} LIMIT 1").fetchone() for query in (strange, _UNCOUNTED)
    )


def _can_be_asked(database: sqlite3.Connection, query: str) -> bool:
    try:
        database.execute(f"{query} LIMIT 0")
    except sqlite3.OperationalError as error:  # no such table, no such column
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        return False
    return True
