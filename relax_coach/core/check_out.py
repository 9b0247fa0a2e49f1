"""What a person says after a session: how it is now, and what is to be kept of the day."""

from dataclasses import dataclass

from relax_coach.core.record import UNSAID, Ratings

QUESTION = "And now?"
ROSE = 2
"""Points of pain more than before that stop all pressing for the day (facts 3d)."""


@dataclass(frozen=True, slots=True)
class CheckOut:
    """None where nothing was said."""

    after: Ratings = UNSAID
    overall: str | None = None
    """One of record.OVERALL."""
    headache: bool | None = None
    """Whether there was a headache today."""
    medicine: bool | None = None
    """Whether a painkiller was taken today."""
    note: str | None = None
    """What stands in place of the note that was kept; "" for none."""

    def worse_than(self, before: Ratings) -> str:
        """A sentence where pain rose so far that nothing more is pressed today; "" else."""
        was, now = before.pain, self.after.pain
        if was is None or now is None or now - was < ROSE:
            return ""
        return f"Pain went up from {was} to {now}."


NOTHING_SAID = CheckOut()
