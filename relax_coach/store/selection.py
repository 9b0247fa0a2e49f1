"""Which sessions of the journal are asked for."""

from dataclasses import dataclass
from datetime import date

# A time zone that is none leaves the day in UTC: SQLite knows no day of it.
DAY = "coalesce(date(started_at, time_zone), date(started_at))"
"""The person's own day on which a session began, as Record.day."""

_LAST = "id IN (SELECT id FROM (SELECT id, max(started_at || id) FROM session GROUP BY routine))"


@dataclass(frozen=True, slots=True)
class Selection:
    """The sessions that fit all of these; None where it does not matter."""

    since: date | None = None
    """From this day on."""
    routine: str | None = None
    spot: str | None = None
    """A target word; "" for those without a place."""
    ended: str | None = None
    """One of ENDINGS."""
    session: str | None = None
    """Its name in the journal."""
    is_last: bool = False
    """Of each routine the last one alone."""

    @property
    def where(self) -> tuple[str, tuple[str, ...]]:
        """A condition in SQL, and the values in it."""
        asked = {
            f"{DAY} >= ?": None if self.since is None else self.since.isoformat(),
            "routine = ?": self.routine,
            "spot = ?": self.spot,
            "ended = ?": self.ended,
            "id = ?": self.session,
        }
        told = {name: value for name, value in asked.items() if value is not None}
        conditions = [*told, *([_LAST] if self.is_last else [])]
        return " AND ".join(conditions) or "1", tuple(told.values())


EVERY = Selection()
