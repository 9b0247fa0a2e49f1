"""What the records say that counts for what is done next: what helped, when, and where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from relax_coach.core.helped import Helped, helped
from relax_coach.core.record import RATED, Record


@dataclass(frozen=True, slots=True)
class Past:
    """What the records say that counts for a suggestion."""

    helped: Mapping[str, Mapping[tuple[str, str], Helped]] = field(default_factory=dict)
    """One of RATED → its changes by routine and spot."""
    played: Mapping[str, datetime] = field(default_factory=dict)
    """Routine → when it was last begun."""
    spot: str = ""
    """Where it was sore last; "" where that was never said."""

    def of(self, name: str, spot: str) -> tuple[str, Helped]:
        """How it was after the routine `name` at `spot`, or anywhere for "": a rating, its changes.

        Of pain where that was rated there, else of tightness or stress. What was rated without a
        spot counts at each.
        """
        for rating, counts in self.helped.items():
            changes = tuple(
                change
                for (routine, where), found in counts.items()
                if routine == name and (not spot or where in (spot, ""))
                for change in found.changes
            )
            if changes:
                return rating, Helped(changes)
        return "", Helped()


def past_of(records: Iterable[Record]) -> Past:
    """What `records`, the oldest first, say."""
    told = tuple(records)
    return Past(
        {rating: helped(told, rating) for rating in RATED},
        {record.routine: record.started_at for record in told},
        next((record.spot for record in reversed(told) if record.spot), ""),
    )
