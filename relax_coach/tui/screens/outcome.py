"""How a session ended, and what was done of it."""

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from relax_coach.core.record import FINISHED, INTERRUPTED, STOPPED, STOPPED_SAFETY
from relax_coach.core.routine import Ms
from relax_coach.core.timeline import WORK_KINDS, Moment
from relax_coach.core.totals import SESSION, Total

if TYPE_CHECKING:  # it loads numpy
    from relax_coach.player import Player

JUMP: Ms = 2_500
"""A longer way between two looks was a jump: its steps were not done."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a session."""

    how: str
    """finished, early, danger, or silent: the output asked for by name cannot be had."""
    done: Ms = 0
    steps: int = 0
    places: frozenset[str] = frozenset()
    """Targets that hands were on, or that were stretched."""
    why: str = ""
    """Why there is no sound, when it ended silent."""
    worked: Total = field(default_factory=Counter)
    """What was played of all that has a limit."""

    @property
    def whole(self) -> Ms:
        """How much of it was played, and before it was interrupted."""
        return self.worked[SESSION]

    @property
    def ended(self) -> str:
        """The same for the journal."""
        known = {"finished": FINISHED, "early": STOPPED, "danger": STOPPED_SAFETY}
        return known.get(self.how, INTERRUPTED)


@dataclass(slots=True)
class Tally:
    """What has been done so far: what was skipped does not count."""

    before: Total
    """What was played before it was interrupted."""
    steps: set[int] = field(default_factory=set)
    places: set[str] = field(default_factory=set)

    def count(self, before: Moment | None, now: Moment) -> None:
        """Take the way between two looks into account."""
        way = now.position - before.position if before else 0
        if 0 < way <= JUMP and now.span.step is not None and now.span.kind in WORK_KINDS:
            self.steps.add(now.span.step)
            self.places |= {now.span.place} - {""}

    def outcome(self, how: str, player: "Player | None") -> Outcome:
        worked: Total = player.done if player is not None else Counter()
        places = set(self.places)
        if how == "danger" and player is not None:  # hands may be there before the work begins
            places |= {player.moment.span.place} - {""}
        done = max(0, worked[SESSION] - self.before[SESSION])
        return Outcome(how, done, len(self.steps), frozenset(places), worked=worked)
