"""A routine scaled to a total time: both sides equal, every cap kept.

Scaled are `for`, `times`, breaths and rests. Single holds, releases, switches, leads and rounds
stay as they are written.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from heapq import heapify, heappop, heappush

from relax_coach.core import limits, phrases
from relax_coach.core.advice import STRETCH
from relax_coach.core.duration import HOUR
from relax_coach.core.options import Answered
from relax_coach.core.plan import Intro, Plan
from relax_coach.core.routine import (
    Breath,
    Breathing,
    Continuous,
    Massage,
    Ms,
    Paced,
    Played,
    Pulsed,
    Repeat,
    Rest,
    Routine,
    Step,
)  # fmt: skip
from relax_coach.core.timeline import Timeline
from relax_coach.core.totals import (
    HELD,
    LONG_HOLD,
    SESSION,
    SHORT,
    SHORT_BREATH,
    Key,
    Total,
    Work,
    add_breaths,
    breaths_of,
    counted,
    limit_of,
    total_of,
)  # fmt: skip
from relax_coach.core.twice import more_time

SHORTEST_WORK: Ms = 5_000
SHORTEST_REST: Ms = 3_000
MOST_TIMES = 200
SECOND: Ms = 1_000
MOST_TRIES = 8
"""A lead that names its time lasts longer or shorter with it: then it is tried anew."""


class CannotFit(ValueError):
    """The time cannot be reached. `nearest` in ms is the shortest or the longest that can."""

    def __init__(self, wanted: Ms, nearest: Ms) -> None:
        self.nearest = nearest
        which = "shortest" if nearest > wanted else "longest"
        said = f"This routine cannot last {phrases.clock(wanted)}: "
        super().__init__(f"{said}the {which} it can be is {phrases.clock(nearest)}.")


@dataclass(slots=True)
class _Part:
    """A number of one step, or of its twins on the left and the right, that may be scaled."""

    written: int
    """As the author wrote it: ms, or a number of presses or breaths."""
    least: int
    most: int
    by: int
    """The smallest change: a second, or one press or breath."""
    steps: set[int] = field(default_factory=set)
    """The ids of the steps."""
    costs: int = 0
    """What one more of its unit (a ms, a press, a breath) adds to the session, in ms."""
    adds: Total = field(default_factory=Counter)
    """What one more of its unit adds to the totals that have a limit."""
    value: int = 0


def fitted(plan: Plan, compiled: Callable[[Routine], Timeline]) -> Routine:
    """The routine of `plan` scaled to its `options.fit`; `compiled` lays one out.

    Raises CannotFit.
    """
    assert plan.options.fit is not None
    wanted, routine = plan.options.fit, plan.routine
    parts = _parts(plan)
    grows = compiled(routine).total <= wanted
    slack = 0
    for _ in range(MOST_TRIES):
        for part in parts:
            part.value = part.written if grows else part.least
        start = compiled(_rebuilt(routine, parts)).total
        if start > wanted:
            raise CannotFit(wanted, start)
        left, limited = _fill(parts, wanted - slack - start, _worked(plan, parts))
        scaled = _rebuilt(routine, parts)
        total = compiled(scaled).total
        if total > wanted:
            slack += total - wanted
            continue
        press = min((part.costs * part.by for part in parts), default=SECOND)
        if limited and left >= press:
            raise CannotFit(wanted, total)
        return scaled
    raise CannotFit(wanted, start)


def _fill(parts: list[_Part], budget: Ms, worked: Total) -> tuple[Ms, bool]:
    """Raise every part evenly as far as `budget` ms and the caps allow.

    Returns what is left of the budget, and whether only caps kept it from being used.
    """
    limited = True
    waiting = [(_share(part, part.by), number) for number, part in enumerate(parts)]
    heapify(waiting)
    while waiting:
        _, number = heappop(waiting)
        part = parts[number]
        by = min(part.by, part.most - part.value)
        if by <= 0 or _exceeds(worked, part, by):
            continue
        if part.costs * by > budget:
            limited = False
            continue
        budget -= _raise(part, by, worked)
        heappush(waiting, (_share(part, part.by), number))
    for part in parts:
        if part.by == SECOND and part.costs:  # the rest of a second, to the millisecond
            by = min(budget // part.costs, part.most - part.value)
            if by > 0 and not _exceeds(worked, part, by):
                budget -= _raise(part, by, worked)
    return budget, limited


def _share(part: _Part, by: int) -> float:
    return (part.value + by) / part.written


def _raise(part: _Part, by: int, worked: Total) -> Ms:
    part.value += by
    for key, amount in part.adds.items():
        worked[key] += amount * by
    return part.costs * by


def _exceeds(worked: Total, part: _Part, by: int) -> bool:
    return any(worked[key] + amount * by > limit_of(key) for key, amount in part.adds.items())


def _parts(plan: Plan) -> list[_Part]:
    """What may be scaled, each part with what it costs in the session that is played."""
    parts: dict[object, _Part] = {}
    for item in plan.items:
        if isinstance(item, Intro):
            continue
        step = item.step
        written = item.written if isinstance(item, Answered) else step
        twin = _twin(written)
        if twin not in parts:
            part = _part(step, item.target if isinstance(item, Answered) else "")
            if part is None:
                continue
            parts[twin] = part
        part = parts[twin]
        part.steps.add(id(written))
        unit = _unit(step)
        visits = len(item.sides) if isinstance(item, Answered) else 1
        part.costs += unit * visits
        part.adds[SESSION] += unit * visits
        if isinstance(item, Answered):
            for key, amount in _adds(item, visits):
                part.adds[key] += amount
    return list(parts.values())


def _twin(step: Step) -> object:
    """The same for the left and the right half of a pair, so that both stay equal."""
    if isinstance(step, Massage) and step.side in ("left", "right"):
        return (step.target, step.technique, step.timing, step.hand)
    return id(step)


def _part(step: Played | Repeat, target: str) -> _Part | None:
    """What may be scaled of a step, as it is written; None where nothing may."""
    if isinstance(step, Rest):
        return _Part(step.length, min(step.length, SHORTEST_REST), HOUR, SECOND)
    if isinstance(step, Repeat):
        return _Part(step.between, min(step.between, SHORTEST_REST), HOUR, SECOND)
    if isinstance(step, Breathing):
        return _Part(step.times, 1, MOST_TIMES, 1)
    if not isinstance(step, Massage):
        return None
    timing = step.timing
    if isinstance(timing, Continuous):
        most = max(timing.length, _longest(step, target))
        return _Part(timing.length, min(timing.length, SHORTEST_WORK), most, SECOND)
    if isinstance(timing, Pulsed | Paced) and timing.times > 1:
        is_paced = isinstance(timing, Paced)
        most = MOST_TIMES if is_paced or not _is_strained(step.breath) else timing.times
        return _Part(timing.times, 1, most, 1)
    return None


def _longest(step: Massage, target: str) -> Ms:
    """How long the work of a step may be made, in ms."""
    if _is_strained(step.breath):
        return 0
    caps = [limits.longest(step.technique, place, step.hand) for place in (target, step.target)]
    most = min([HOUR, *(cap for cap in caps if cap is not None)])
    return min(most, STRETCH[1]) if step.technique == "stretch_hold" else most


def _is_strained(breath: Breath | None) -> bool:
    """Whether breaths of this pattern are counted: then there are never more than written."""
    if breath is None:
        return False
    return max(breath.hold, breath.rest) >= LONG_HOLD or breath.length < SHORT_BREATH


def _unit(step: Played | Repeat) -> Ms:
    """What one more press or breath takes on one side; 1 for what is counted in ms."""
    if isinstance(step, Breathing):
        return step.breath.length
    if isinstance(step, Massage) and isinstance(step.timing, Pulsed | Paced):
        return step.timing.hold + step.timing.release
    return 1


def _adds(item: Answered, visits: int) -> Iterator[tuple[Key, int]]:
    """What one more press, breath or ms of a step adds to the totals that have a limit."""
    step = item.step
    breath = None
    if isinstance(step, Breathing):
        breath = step.breath
    elif isinstance(step, Massage):
        timing = step.timing
        work = timing.hold if isinstance(timing, Pulsed | Paced) else 1
        if counted(step):
            yield from ((Work(item.target, side), work) for side in item.worked)
        breath = timing.breath if isinstance(timing, Paced) else None
    if breath is not None and max(breath.hold, breath.rest) >= LONG_HOLD:
        yield HELD, visits
    if breath is not None and breath.length < SHORT_BREATH:
        yield SHORT, breath.length * visits


def _worked(plan: Plan, parts: list[_Part]) -> Total:
    """The totals that have a limit, with the parts as they are now."""
    total: Total = Counter()
    for part in parts:
        for key, amount in part.adds.items():
            total[key] += amount * part.value
    scaled = Plan(_rebuilt(plan.routine, parts), plan.options, plan.twice)
    total[SESSION] = total_of(scaled.routine.steps)[SESSION]
    for item in scaled.items:
        if isinstance(item, Answered) and item.once_more:
            total[SESSION] += more_time(scaled.routine, item)
    known = {one for part in parts for one in part.steps}
    for item in plan.items:
        if not isinstance(item, Answered) or not isinstance(item.step, Massage):
            continue
        step = item.step
        if id(item.written) not in known:
            for side in item.worked:
                total[Work(item.target, side)] += counted(step)
        if step.breath is not None and not isinstance(step.timing, Paced):
            add_breaths(total, step.breath, breaths_of(step) * len(item.sides))
    return total


def _rebuilt(routine: Routine, parts: list[_Part]) -> Routine:
    values = {one: part.value for part in parts for one in part.steps}
    return replace(routine, steps=tuple(_scaled(step, values) for step in routine.steps))


def _scaled(step: Step, values: dict[int, int]) -> Step:
    value = values.get(id(step))
    if isinstance(step, Repeat):
        inner = tuple(_scaled(one, values) for one in step.steps)
        return replace(step, steps=inner, between=step.between if value is None else value)
    if value is None:
        return step
    if isinstance(step, Rest):
        return replace(step, length=value)
    if isinstance(step, Breathing):
        return replace(step, times=value)
    assert isinstance(step, Massage)
    if isinstance(step.timing, Continuous):
        return replace(step, timing=Continuous(value))
    assert isinstance(step.timing, Pulsed | Paced)
    return replace(step, timing=replace(step.timing, times=value))
