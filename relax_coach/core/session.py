"""What was done in a session, and whether a change of it stays within what a session may hold."""

from collections import Counter

from relax_coach.core import vocabulary
from relax_coach.core.routine import Ms
from relax_coach.core.timeline import Timeline
from relax_coach.core.totals import (
    HELD,
    SESSION,
    SHORT,
    UNCOUNTED,
    Key,
    Total,
    Work,
    add_breaths,
    limit_of,
    sides_of,
)  # fmt: skip


def worked(timeline: Timeline, start: Ms, end: Ms) -> Total:
    """What playing from `start` to `end` ms adds to the totals that have a limit."""
    total: Total = Counter()
    total[SESSION] = max(0, end - start)
    for index in range(timeline.index_at(start), len(timeline.spans)):
        span = timeline.spans[index]
        if span.start >= end:
            break
        part = min(end, span.end) - max(start, span.start)
        if span.kind in ("work", "wait") and span.target and span.technique not in UNCOUNTED:
            for side in sides_of(span.side or ""):
                total[Work(span.target, side)] += part
        if span.breath is not None:
            first, last = max(start, span.start), min(end, span.end)
            add_breaths(total, span.breath, _breaths_begun(timeline, index, first, last))
    return total


def _breaths_begun(timeline: Timeline, index: int, start: Ms, end: Ms) -> int:
    """How many breaths of span `index` begin from `start` to before `end` ms."""
    span = timeline.spans[index]
    assert span.breath is not None
    if span.phase is not None:
        return int(span.phase == "in" and start <= span.start)
    first, last = timeline.run_at(index)
    run = timeline.spans[first].start
    fits = timeline.spans[last].end - span.breath.length
    begun = -(-(start - run) // span.breath.length)
    until = min(end - 1, fits)
    return max(0, (until - run) // span.breath.length - begun + 1)


def excess(before: Total, after: Total) -> str:
    """Why a session that held `before` may not hold `after` instead, as a sentence, or ""."""
    for key, amount in after.items():
        if amount > limit_of(key) and amount > before[key]:
            return _sentence(key)
    return ""


def _sentence(key: Key) -> str:
    if isinstance(key, Work):
        name = vocabulary.TARGETS[key.target].name
        return f"Ten minutes on the {name} is enough for one session."
    if key == HELD:
        return "That is enough of long-held breath for one session."
    if key == SHORT:
        return "That is enough of quick breath for one session."
    return "Three hours is enough for one session."
