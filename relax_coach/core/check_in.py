"""What a person says before a session: where it is tight, and how it is."""

from dataclasses import dataclass

from relax_coach.core.record import UNSAID, Ratings

QUESTION = "How is it now?"
ANCHORS = "0 none … 10 the worst you can imagine"
"""The same for all that is rated, each time (facts 4)."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Empty where nothing was said."""

    spot: str = ""
    """A target word."""
    side: str = ""
    """left, right, both, each or midline."""
    before: Ratings = UNSAID
    adapted: tuple[str, ...] = ()
    """Words of the adaptations that were not refused."""
