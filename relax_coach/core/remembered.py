"""What sessions before tell the next one."""

from collections.abc import Mapping, Sequence

from relax_coach.core.record import Record


def eased_before(records: Sequence[Record]) -> Mapping[str, int]:
    """Target word → levels of pressure less, as it was had last; `records`: the oldest first.

    Where a later session of the same routine had it as written again, it is forgotten.
    """
    found: dict[str, int] = {}
    since: set[str] = set()
    for record in reversed(records):
        if record.routine not in since:
            for target, levels in record.eased.items():
                found.setdefault(target, levels)
        since.add(record.routine)
    return found
