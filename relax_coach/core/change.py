"""What changed from before to after: per spot and side, and per routine and spot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import NamedTuple

from relax_coach.core.record import RATED, Record

POINTS, SHARE = 2.0, 1 / 3
"""Less by so much, or by such a share, was called "much better" by people with long-lasting pain
(Salaffi 2004, n = 825). It was found over weeks, not after one session: a rough guide."""
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

    @classmethod
    def of(cls, rating: str, pairs: Sequence[tuple[int, int]]) -> "Change":
        """`pairs`: before and after of each session."""
        lower = sum(after < before for before, after in pairs)
        higher = sum(after > before for before, after in pairs)
        sums = map(sum, zip(*pairs, strict=True)) if pairs else (0, 0)
        return cls(rating, lower, len(pairs) - lower - higher, higher, *sums)

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
        """Whether it is pain, and less by the rough guide."""
        if self.means is None or self.rating != "pain":
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


@dataclass(frozen=True, slots=True)
class Place:
    """What changed at one spot on one side; both are "" where none was chosen."""

    spot: str
    side: str
    changes: tuple[Change, ...]

    @property
    def sessions(self) -> int:
        """Of what was rated most often."""
        return most_often(self.changes).sessions

    @property
    def has_means(self) -> bool:
        """Whether there are sessions enough for one."""
        return any(change.means for change in self.changes)


@dataclass(frozen=True, slots=True)
class Tried:
    """What changed with one routine at one spot: what went along with it, and no proof."""

    routine: str
    title: str
    spot: str
    change: Change
    """Of what was rated most often; pain before tightness before stress."""


def by_place(records: Iterable[Record]) -> tuple[Place, ...]:
    """Each spot and side of which something was rated before and after, the most often first.

    Sessions without a spot come last.
    """
    pairs: dict[tuple[str, str], _Pairs] = {}
    for record in records:
        _add(pairs.setdefault((record.spot, record.side), _Pairs([], [], [])), record)
    found = [Place(*key, changes) for key, one in pairs.items() if (changes := _changes(one))]
    return tuple(sorted(found, key=lambda one: (not one.spot, -one.sessions)))


def by_routine(records: Iterable[Record]) -> tuple[Tried, ...]:
    """Each routine and spot that was rated: the largest mean change down first, then the few."""
    pairs: dict[tuple[str, str], _Pairs] = {}
    titles: dict[str, str] = {}
    for record in records:
        _add(pairs.setdefault((record.routine, record.spot), _Pairs([], [], [])), record)
        titles[record.routine] = record.title or record.routine
    found = [
        Tried(routine, titles[routine], spot, most_often(changes))
        for (routine, spot), one in pairs.items()
        if (changes := _changes(one))
    ]
    return tuple(sorted(found, key=_order))


def most_often(changes: Iterable[Change]) -> Change:
    """Of `changes`, one at least, those of the rating that was said most often, added up.

    Of two that were said as often the one that comes first in RATED.
    """
    found: dict[str, list[Change]] = {name: [] for name in RATED}
    for change in changes:
        found[change.rating].append(change)
    return max((reduce(add, one) for one in found.values() if one), key=lambda one: one.sessions)


def _order(one: Tried) -> tuple[bool, float]:
    means = one.change.means
    return (True, -one.change.sessions) if means is None else (False, means[1] - means[0])


class _Pairs(NamedTuple):
    """Before and after of each of RATED, while they are gathered."""

    pain: list[tuple[int, int]]
    tightness: list[tuple[int, int]]
    stress: list[tuple[int, int]]


def left_out(records: Sequence[Record]) -> int:
    """How many were rated before and after, and say nothing: too little of them was done."""
    return sum(
        not one.is_evidence
        and any(None not in (one.before.of(name), one.after.of(name)) for name in RATED)
        for one in records
    )


def _add(pairs: _Pairs, record: Record) -> None:
    if not record.is_evidence:
        return
    before, after = record.before, record.after
    # Written out, for it is done 5,000 times.
    if before.pain is not None and after.pain is not None:
        pairs.pain.append((before.pain, after.pain))
    if before.tightness is not None and after.tightness is not None:
        pairs.tightness.append((before.tightness, after.tightness))
    if before.stress is not None and after.stress is not None:
        pairs.stress.append((before.stress, after.stress))


def _changes(pairs: _Pairs) -> tuple[Change, ...]:
    """In the order of RATED; none of what was never said."""
    return tuple(Change.of(name, one) for name, one in zip(RATED, pairs, strict=True) if one)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
