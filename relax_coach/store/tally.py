"""What the journal's sessions say of what helped: counted where they lie.

`core/change.py` counts the same of records; but 5,000 of them would be made at every start, for
the thirty rows that these sums are.
"""

import sqlite3
from datetime import datetime

from relax_coach.core.change import Change
from relax_coach.core.past import Past
from relax_coach.core.record import EVIDENCE, RATED

_SUMS = ", ".join(
    f"total(after_{name} < before_{name}), total(after_{name} = before_{name}),"
    f" total(after_{name} > before_{name}),"
    # each of those ratings alone that stand in a pair
    f" total(before_{name} + 0 * after_{name}), total(after_{name} + 0 * before_{name})"
    for name in RATED
)
_EACH = 5
"""Sums of one rating: what Change holds beside its name."""
_CHANGES = (
    f"SELECT routine, spot, {_SUMS} FROM session"
    " WHERE planned = 0 OR done >= planned * ? GROUP BY routine, spot ORDER BY routine, spot"
)
_PLAYED = "SELECT routine, max(started_at) FROM session GROUP BY routine"
_LAST = "SELECT spot, side FROM session WHERE spot <> '' ORDER BY started_at DESC, id DESC LIMIT 1"


def past_of(database: sqlite3.Connection) -> Past:
    """What all sessions say. Raises sqlite3.Error, and ValueError of a time that is none."""
    found = {}
    for routine, spot, *sums in database.execute(_CHANGES, (EVIDENCE,)):
        each = (map(int, sums[at : at + _EACH]) for at in range(0, len(sums), _EACH))
        rated = (Change(name, *of) for name, of in zip(RATED, each, strict=True))
        if changes := tuple(change for change in rated if change.sessions):
            found[routine, spot] = changes
    played = {routine: datetime.fromisoformat(last) for routine, last in database.execute(_PLAYED)}
    return Past(found, played, *(database.execute(_LAST).fetchone() or ("", "")))
