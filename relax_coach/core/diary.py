"""Headache days and medicine days: how many there were, and what to know from a number on.

A headache day is a calendar day with any headache; of medicine, days are counted and never
tablets. Both are counted over 28 days, as in trials (docs/journal.md). None of it is a diagnosis.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from relax_coach.core.account import count
from relax_coach.core.day import Day

SPAN = 28
"""Days that are looked at."""
QUIET, FEW, MANY = 8, 10, 15
"""Medicine days: a note; too many of some kinds; too many of any (ICHD-3, 8.2: per month, over
more than three months). MANY is also the number of headache days from which they are a matter
for a doctor."""
MARKERS = (50, 30)
"""Per cent fewer headache days that trials take for a change that counts."""

ASK = "Talk to a doctor or a pharmacist about it. Do not stop a prescribed medicine on your own."
SOME_KINDS = (
    "From 10 days a month on, for some months, triptans, ergots, opioids, tablets that combine "
    "several painkillers, and a mix of kinds can themselves keep a headache going."
)
ANY_KIND = (
    "From 15 days a month on that also holds for paracetamol, aspirin, and ibuprofen and its like."
)
NOTE = (
    "This is only to know: from 10 days a month on, some painkillers can themselves keep a "
    "headache going."
)
OFTEN = "A headache on 15 days or more is a reason to see a doctor."
NO_DIAGNOSIS = "These are the days as they were marked, and no diagnosis."


@dataclass(frozen=True, slots=True)
class Diary:
    """What was marked of SPAN days."""

    headache: int
    """Days with a headache."""
    medicine: int
    """Days on which a painkiller was taken."""
    marked: int
    """Days of which any of the two was said, yes or no."""
    headache_before: int | None = None
    """Headache days in the SPAN before; None where nothing was marked in it."""

    @property
    def band(self) -> str:
        """The group in which trials put that number of headache days, as a sentence; "" of none."""
        if self.headache < 1:
            return ""
        group = f"{MANY} or more" if self.headache >= MANY else f"1 to {MANY - 1}"
        return f"Trials put {count(self.headache)} with a headache into the group of {group}."

    @property
    def fewer(self) -> int | None:
        """Per cent fewer headache days than before; None where that cannot be said."""
        if not self.headache_before or self.headache > self.headache_before:
            return None
        return round(100 * (1 - self.headache / self.headache_before))

    @property
    def sentences(self) -> tuple[str, ...]:
        """The numbers in words."""
        if not self.marked:
            return (f"Of the last {SPAN} days, none is marked.",)
        told = [
            f"In the last {SPAN} days: a headache on {count(self.headache)}, medicine on "
            f"{count(self.medicine)}. {count(self.marked).capitalize()} of {SPAN} "
            f"{'is' if self.marked == 1 else 'are'} marked."
        ]
        if self.headache_before is not None:
            told.append(f"In the {SPAN} before: a headache on {count(self.headache_before)}.")
        reached = next((one for one in MARKERS if self.fewer and self.fewer >= one), None)
        if reached:
            told.append(
                f"That is {self.fewer} % fewer. Trials take {reached} % for a change that counts: "
                "a rough guide."
            )
        return tuple(told)

    @property
    def advice(self) -> tuple[str, ...]:
        """What to know and to do at these numbers; nothing below them."""
        told = [OFTEN] if self.headache >= MANY else []
        if self.medicine >= FEW:
            told += [f"Medicine on {self.medicine} of {SPAN} days. {ASK}", SOME_KINDS]
            told += [ANY_KIND] if self.medicine >= MANY else []
        elif self.medicine >= QUIET:
            told.append(f"Medicine on {self.medicine} of {SPAN} days. {NOTE}")
        return tuple(told)


def diary(days: Mapping[date, Day], today: date) -> Diary:
    """What was marked of the SPAN days that end with `today`, beside the SPAN before."""
    now, before = _of(days, today), _of(days, today - timedelta(days=SPAN))
    headaches = [sum(day.headache is True for day in span) for span in (now, before)]
    was_said = any(day.headache is not None for day in before)
    return Diary(
        headaches[0],
        sum(day.medicine is True for day in now),
        sum((day.headache, day.medicine) != (None, None) for day in now),
        headaches[1] if was_said else None,
    )


def _of(days: Mapping[date, Day], last: date) -> list[Day]:
    """What was marked of the SPAN days up to `last`."""
    all_of_them = (last - timedelta(days=back) for back in range(SPAN))
    return [days[day] for day in all_of_them if day in days]
