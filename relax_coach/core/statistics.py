"""What the sessions of the journal add up to: per spot and side, and per routine and spot."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeVar

from relax_coach.core.change import Change, added, most_often

Key = TypeVar("Key")


class What(NamedTuple):
    """What was done where; a spot and a side are "" where none was chosen."""

    routine: str
    spot: str
    side: str


@dataclass(frozen=True, slots=True)
class Place:
    """What changed at one spot on one side."""

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

    title: str
    spot: str
    change: Change
    """Of what was rated most often; pain before tightness before stress."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """The sums of the sessions that are asked for."""

    changes: Mapping[What, tuple[Change, ...]] = field(default_factory=dict)
    """Of each rating that was said before and after, where enough was done to say something."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Routine → as it was called last."""
    skipped: int = 0
    """Sessions that were rated before and after, and of which too little was done."""
    days: frozenset[date] = frozenset()
    """On which there was any session, whichever were asked for."""

    @property
    def places(self) -> tuple[Place, ...]:
        """Each spot and side that was rated: the most often first, those without a spot last."""
        found = _sums(((one.spot, one.side), some) for one, some in self.changes.items())
        places = (Place(*key, some) for key, some in found.items())
        return tuple(sorted(places, key=lambda one: (not one.spot, -one.sessions)))

    @property
    def tried(self) -> tuple[Tried, ...]:
        """Each routine and spot that was rated: the largest mean change down first, then the few,
        and last what went with more, on average or more often than with less."""
        found = _sums(((one.routine, one.spot), some) for one, some in self.changes.items())
        tried = (
            Tried(self.titles.get(routine) or routine, spot, most_often(some))
            for (routine, spot), some in found.items()
        )
        return tuple(sorted(tried, key=_order))


def _sums(
    changes: Iterable[tuple[Key, tuple[Change, ...]]],
) -> Mapping[Key, tuple[Change, ...]]:
    """What those of one key come to."""
    found: dict[Key, list[Change]] = {}
    for key, some in changes:
        found.setdefault(key, []).extend(some)
    return {key: added(some) for key, some in found.items()}


def _order(one: Tried) -> tuple[int, float]:
    means, rises = one.change.means, one.change.higher > one.change.lower
    if means is None:
        return (2 if rises else 1), -one.change.sessions
    return (2 if rises or means[1] >= means[0] else 0), means[1] - means[0]
