"""A session that did not come to its end, and how it can go on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from relax_coach.core.record import Event, Record
from relax_coach.core.routine import Ms
from relax_coach.core.totals import Total, Work


@dataclass(frozen=True, slots=True)
class Interrupted:
    """What the events of an interrupted session tell."""

    record: Record
    begun: Mapping[str, Any]
    """What was chosen, as its first event holds it."""
    changes: tuple[Mapping[str, Any], ...] = ()
    """What keys changed in it, the first one first."""
    place: Mapping[str, Any] | None = None
    """Where it was last; None where it never played."""
    last_seq: int = 0

    @property
    def position(self) -> Ms:
        return int((self.place or {}).get("position", 0))

    @property
    def done(self) -> Total:
        """What was played of all that has a limit."""
        return total_from(((self.place or {}).get("worked")) or {})


def interrupted_of(record: Record, events: Iterable[Event]) -> Interrupted | None:
    """What `events` of `record` tell, in their order; None where it came to an end."""
    begun: Mapping[str, Any] = {}
    changes: list[Mapping[str, Any]] = []
    place, seq = None, 0
    for event in events:
        seq = event.seq
        if event.kind == "end":
            return None
        if event.kind == "begin":
            begun = event.body
        elif event.kind in ("at", "change"):
            place = event.body
            if event.kind == "change":
                changes.append(event.body)
    return Interrupted(record, begun, tuple(changes), place, seq)


def total_as_json(total: Total) -> dict[str, int]:
    """`total` under keys of text: "target/side", or the name of the sum."""
    return {
        f"{key.target}/{key.side}" if isinstance(key, Work) else key: amount
        for key, amount in total.items()
        if amount
    }


def total_from(told: Mapping[str, Any]) -> Total:
    """The other way round; what is no amount is left out."""
    total: Total = Total()
    for name, amount in told.items():
        if type(amount) is int:
            target, _, side = name.partition("/")
            total[Work(target, side) if side else name] += amount
    return total
