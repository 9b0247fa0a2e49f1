"""What the journal's sessions add up to: counted where they lie.

Of 5,000 sessions records are made in the time of many such sums.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from relax_coach.core.change import Change
from relax_coach.core.past import Past
from relax_coach.core.record import EVIDENCE, RATED
from relax_coach.core.statistics import Statistics, What
from relax_coach.store.selection import DAY, EVERY, Selection

_ENOUGH = f"(planned = 0 OR done >= planned * {EVIDENCE})"
"""As Record.is_evidence."""
_PAIR = "before_{0} + after_{0} IS NOT NULL"
_CHANGES = (
    "SELECT {1}, sum(after_{0} < before_{0}), sum(after_{0} = before_{0}),"
    " sum(after_{0} > before_{0}), sum(before_{0}), sum(after_{0})"
    f" FROM session WHERE {_PAIR} AND {_ENOUGH} AND {{2}} GROUP BY {{1}} ORDER BY {{1}}"
)
_RATED = " OR ".join(map(_PAIR.format, RATED))
_PLAYED = "SELECT routine, max(started_at) FROM session GROUP BY routine"
_LAST = "SELECT spot, side FROM session WHERE spot <> '' ORDER BY started_at DESC, id DESC LIMIT 1"
_TITLES = "SELECT routine, title, max(started_at) FROM session WHERE {} GROUP BY routine"
_SKIPPED = f"SELECT count(*) FROM session WHERE NOT {_ENOUGH} AND ({_RATED}) AND {{}}"
_DAYS = f"SELECT DISTINCT {DAY} FROM session"


def count(database: sqlite3.Connection, asked: Selection) -> int:
    """Of the sessions that are asked for. Raises sqlite3.Error."""
    condition, values = asked.where
    query = f"SELECT count(*) FROM session WHERE {condition}"
    return int(database.execute(query, values).fetchone()[0])


def past_of(database: sqlite3.Connection) -> Past:
    """What all sessions say. Raises sqlite3.Error, and ValueError of a time that is none."""
    changes = _changes(database, ("routine", "spot"), EVERY)
    played = {routine: datetime.fromisoformat(last) for routine, last in database.execute(_PLAYED)}
    return Past(changes, played, *(database.execute(_LAST).fetchone() or ("", "")))


def statistics_of(database: sqlite3.Connection, asked: Selection) -> Statistics:
    """Of the sessions that are asked for. sqlite3.Error, and ValueError of a day that is none."""
    condition, values = asked.where
    changes = {What(*key): some for key, some in _changes(database, What._fields, asked).items()}
    titles = database.execute(_TITLES.format(condition), values)
    (skipped,) = database.execute(_SKIPPED.format(condition), values).fetchone()
    days = database.execute(_DAYS)
    return Statistics(
        changes, {routine: title for routine, title, _ in titles}, skipped,
        frozenset(date.fromisoformat(day) for (day,) in days),
    )  # fmt: skip


def _changes(
    database: sqlite3.Connection, columns: Sequence[str], asked: Selection
) -> Mapping[Any, tuple[Change, ...]]:
    """What was rated with each value of `columns`, in the order of RATED."""
    condition, values = asked.where
    found: dict[Any, tuple[Change, ...]] = {}
    for rating in RATED:
        query = _CHANGES.format(rating, ", ".join(columns), condition)
        for row in database.execute(query, values):
            key, sums = row[: len(columns)], row[len(columns) :]
            found[key] = (*found.get(key, ()), Change(rating, *sums))
    return found
