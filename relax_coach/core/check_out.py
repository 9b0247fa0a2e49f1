"""What a person says after a session: how it is now, and what is to be kept of the day."""

from dataclasses import dataclass, replace

from relax_coach.core.record import OVERALL, UNSAID, Ratings

QUESTION = "And now?"
MUCH_WORSE = OVERALL[0]
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
        """A sentence where pain rose so far, or it is so much worse, that nothing more is pressed
        today; "" else."""
        was, now = before.pain, self.after.pain
        if was is not None and now is not None and now - was >= ROSE:
            return f"Pain went up from {was} to {now}."
        return "You said that it is much worse now." if self.overall == MUCH_WORSE else ""

    def without_harm(self) -> "CheckOut":
        """The same where what speaks of harm was a slip: that is asked again."""
        overall = None if self.overall == MUCH_WORSE else self.overall
        return replace(self, after=replace(self.after, pain=None), overall=overall)


NOTHING_SAID = CheckOut()
