"""What the journal says that counts for what is done next: what helped, when, and where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from relax_coach.core.change import Change, most_often


@dataclass(frozen=True, slots=True)
class Past:
    """What the journal says that counts for a suggestion."""

    changes: Mapping[tuple[str, str], tuple[Change, ...]] = field(default_factory=dict)
    """Routine and spot, as a record names them → what was rated there, before and after."""
    played: Mapping[str, datetime] = field(default_factory=dict)
    """Routine → when it was last begun."""
    spot: str = ""
    """Where it was sore last; "" where that was never said."""
    side: str = ""
    """On which side that was."""

    def helped(self, routine: str, spot: str) -> Change | None:
        """How it was after `routine` at `spot`, or anywhere for "", by what was rated most often.

        Where nothing was rated at that very spot it is that of sessions without a spot; None
        where there are none either.
        """
        found = self._at(routine, spot)
        return most_often(found) if found else None

    def told(self, routine: str, spot: str) -> str:
        """The same in a clause; "" for None."""
        found = self.helped(routine, spot)
        where = "" if self.is_of(routine, spot) else ", no place said"
        return found.told + where if found else ""

    def is_of(self, routine: str, spot: str) -> bool:
        """Whether that is of `spot`, which "" always is."""
        return not spot or (routine, spot) in self.changes

    def _at(self, routine: str, spot: str) -> tuple[Change, ...]:
        if spot:
            return self.changes.get((routine, spot)) or self.changes.get((routine, ""), ())
        return tuple(
            change
            for (name, _), found in self.changes.items()
            if name == routine
            for change in found
        )
