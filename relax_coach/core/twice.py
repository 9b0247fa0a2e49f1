"""The sore side once more: in which steps a session has room for it."""

from collections import Counter
from collections.abc import Iterable

from relax_coach.core.conditions import WARMTH
from relax_coach.core.options import Answered
from relax_coach.core.routine import Breathing, Massage, Ms, Routine
from relax_coach.core.totals import (
    SESSION,
    Total,
    Work,
    add_breaths,
    breaths_of,
    counted,
    limit_of,
    sides_of,
    total_of,
)  # fmt: skip

LEAST_PAUSE: Ms = 5_000
"""Between two turns of the same side: they are never one press that lasts twice as long."""


def could_be_twice(item: Answered, sore: str) -> bool:
    """Whether the side `sore` has a turn of its own in this step, and may have another.

    Heat, cold and a ball have a longest time on one place: it is not had twice.
    """
    step = item.step
    if not isinstance(step, Massage) or step.technique in WARMTH or step.hand == "soft_ball":
        return False
    return item.side in ("each", sore) and sore in ("left", "right")


def twice_within_limits(routine: Routine, items: Iterable[Answered], sore: str) -> frozenset[int]:
    """The steps in which the side `sore` can be worked twice, by their place in `routine.written`.

    `items` are all steps as they are played once. The earlier step comes first; where a limit is
    reached a step stays as it is, in every round of it.
    """
    total: Total = Counter({SESSION: total_of(routine.steps)[SESSION]})
    more: dict[int, Total] = {}
    for item in items:
        for side in item.sides:
            total += _visit(item, side)
        if could_be_twice(item, sore):
            added = more.setdefault(id(item.written), Counter())
            added += _visit(item, sore)
            added[SESSION] += more_time(routine, item)
    found = set()
    for step, added in more.items():
        if all(total[key] + amount <= limit_of(key) for key, amount in added.items()):
            total += added
            found.add(step)
    return frozenset(place for place, step in enumerate(routine.written) if id(step) in found)


def more_time(routine: Routine, item: Answered) -> Ms:
    """How much longer a session is when one side of this massage has another turn, in ms."""
    assert isinstance(item.step, Massage)
    switch = routine.switch if item.step.switch is None else item.step.switch
    return item.step.length + max(switch, LEAST_PAUSE)


def _visit(item: Answered, side: str) -> Total:
    """What one visit adds to the totals that have a limit, without its time."""
    step, total = item.step, Counter[Work | str]()
    if isinstance(step, Breathing):
        add_breaths(total, step.breath, step.times)
    elif isinstance(step, Massage):
        for one in sides_of(side):
            total[Work(item.target, one)] += counted(step)
        if step.breath is not None:
            add_breaths(total, step.breath, breaths_of(step))
    return total
