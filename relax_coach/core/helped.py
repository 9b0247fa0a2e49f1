"""What helped: how it was after a routine at one place, each time that was said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from relax_coach.core.record import Record

ENOUGH_FOR_MEAN = 3
"""Sessions below which a mean says less than it seems to."""


@dataclass(frozen=True, slots=True)
class Helped:
    """The changes of one rating after sessions of one routine, at one place or at several."""

    changes: tuple[int, ...] = ()
    """After less before, the oldest first: negative is better."""
    anywhere: bool = False
    """Whether they are of sessions without a place, for there are none at the one asked for."""

    @property
    def sessions(self) -> int:
        return len(self.changes)

    @property
    def lower(self) -> int:
        return sum(change < 0 for change in self.changes)

    @property
    def same(self) -> int:
        return self.changes.count(0)

    @property
    def higher(self) -> int:
        return sum(change > 0 for change in self.changes)

    @property
    def mean_change(self) -> float | None:
        """None below ENOUGH_FOR_MEAN sessions."""
        return sum(self.changes) / self.sessions if self.sessions >= ENOUGH_FOR_MEAN else None

    @property
    def share(self) -> float:
        """From -1 (always higher) to 1 (always lower), and nearer to 0 the fewer sessions.

        As if two more sessions had changed nothing: once is little.
        """
        return (self.lower - self.higher) / (self.sessions + 2)

    @property
    def worsens(self) -> bool:
        """Whether it was higher twice or more, and more often than lower."""
        return self.higher >= 2 and self.higher > self.lower

    def told(self, rating: str) -> str:
        """In words, `rating` being one of RATED; "" where nothing is known."""
        if not self.changes:
            return ""
        counts = {"lower": self.lower, "higher": self.higher, "the same": self.same}
        first, *others = sorted(
            ((count, word) for word, count in counts.items() if count), key=lambda one: -one[0]
        )
        where = ", no place said" if self.anywhere else ""
        if self.sessions == 1:
            return f"once, {rating} was {first[1]} after it{where}"
        more = "".join(f", {word} {_times(count)}" for count, word in others if word != "the same")
        return f"{first[0]} of {self.sessions} times {rating} was {first[1]} after it{more}{where}"


def helped(records: Iterable[Record], rating: str = "pain") -> Mapping[tuple[str, str], Helped]:
    """The changes of `rating` (one of RATED) by routine and spot, as a record names them.

    Only sessions before and after which it was said count, and of which a part was done.
    """
    changes: dict[tuple[str, str], list[int]] = {}
    for record in records:
        change = record.change(rating)
        if change is not None and record.is_evidence:
            changes.setdefault((record.routine, record.spot), []).append(change)
    return {key: Helped(tuple(found)) for key, found in changes.items()}


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
