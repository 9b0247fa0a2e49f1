"""What the records say that counts for what is done next: what helped, when, and where."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
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
    side: str = ""
    """On which side that was."""

    def of(self, name: str, spot: str) -> tuple[str, Helped]:
        """How it was after the routine `name` at `spot`, or anywhere for "": a rating, its changes.

        Of pain where that was rated, else of tightness or stress. Where nothing was rated at that
        very spot it is that of sessions without a spot, and Helped.anywhere says so.
        """
        everywhere = {where for counts in self.helped.values() for _, where in counts}
        at = self._of(name, {spot} if spot else everywhere)
        if at is not None or not spot:
            return at or ("", Helped())
        rating, found = self._of(name, {""}) or ("", Helped())
        return rating, replace(found, anywhere=bool(found.changes))

    def _of(self, name: str, spots: Collection[str]) -> tuple[str, Helped] | None:
        for rating, counts in self.helped.items():
            changes = tuple(
                change
                for (routine, where), found in counts.items()
                if routine == name and where in spots
                for change in found.changes
            )
            if changes:
                return rating, Helped(changes)
        return None


def past_of(records: Iterable[Record]) -> Past:
    """What `records`, the oldest first, say."""
    told = tuple(records)
    last = next((record for record in reversed(told) if record.spot), None)
    return Past(
        {rating: helped(told, rating) for rating in RATED},
        {record.routine: record.started_at for record in told},
        last.spot if last else "",
        last.side if last else "",
    )
