"""How a rating changed from before to after, counted over sessions."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import add

from relax_coach.core.record import RATED

POINTS, SHARE = 2.0, 1 / 3
"""Less by so much, or by such a share, was called "much better" by people with long-lasting pain
(Salaffi 2004, n = 825). It was found over weeks, not after one session: a rough guide."""
PAIN = RATED[0]
ENOUGH_FOR_MEAN = 3
"""Sessions below which a mean says less than it seems to."""


@dataclass(frozen=True, slots=True)
class Change:
    """How one thing that is rated went, in the sessions before and after which it was said.

    Two of one rating can be added.
    """

    rating: str
    """One of RATED."""
    lower: int = 0
    """Sessions after which it was lower, as `same` and `higher`."""
    same: int = 0
    higher: int = 0
    before: int = 0
    """The sum of all ratings before, as `after` of those after."""
    after: int = 0

    def __add__(self, other: "Change") -> "Change":
        return Change(
            self.rating, self.lower + other.lower, self.same + other.same,
            self.higher + other.higher, self.before + other.before, self.after + other.after,
        )  # fmt: skip

    @property
    def sessions(self) -> int:
        return self.lower + self.same + self.higher

    @property
    def means(self) -> tuple[float, float] | None:
        """The mean before and after, 0 to 10. None of too few sessions."""
        if self.sessions < ENOUGH_FOR_MEAN:
            return None
        return self.before / self.sessions, self.after / self.sessions

    @property
    def is_marked(self) -> bool:
        """Whether it is pain, and less by the rough guide; not where it rose more often."""
        if self.means is None or self.rating != PAIN or self.higher > self.lower:
            return False
        before, after = self.means
        return before - after >= min(POINTS, before * SHARE) > 0

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

    @property
    def brief(self) -> str:
        """In few words: "2 of 3 lower, 1 higher"."""
        told = f"{self.lower} of {self.sessions} lower"
        return f"{told}, {self.higher} higher" if self.higher else told

    @property
    def told(self) -> str:
        """In a clause, of one session or more: "2 of 3 times pain was lower after it"."""
        counts = {"lower": self.lower, "higher": self.higher, "the same": self.same}
        first, *others = sorted(
            ((count, word) for word, count in counts.items() if count), key=lambda one: -one[0]
        )
        if self.sessions == 1:
            return f"once, {self.rating} was {first[1]} after it"
        more = "".join(f", {word} {_times(count)}" for count, word in others if word != "the same")
        return f"{first[0]} of {self.sessions} times {self.rating} was {first[1]} after it{more}"


def added(changes: Iterable[Change]) -> tuple[Change, ...]:
    """What those of one rating come to, in the order of RATED; none of what was never said."""
    found: dict[str, list[Change]] = {name: [] for name in RATED}
    for change in changes:
        found[change.rating].append(change)
    return tuple(reduce(add, one) for one in found.values() if one)


def most_often(changes: Iterable[Change]) -> Change:
    """Of `changes`, one at least, those of the rating that was said most often, added up.

    Of two that were said as often the one that comes first in RATED; but pain that rose is not
    hidden by another.
    """
    return max(added(changes), key=lambda one: (one.rating == PAIN and one.worsens, one.sessions))


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
