"""Which step of a session is another one than before."""

from collections.abc import Hashable

from relax_coach.core.timeline import Timeline


def changed_step(before: Timeline | None, now: Timeline) -> int:
    """The first step (from 1) that is not as it was; 0 where nothing is, or nothing was before.

    Where only steps at the end are gone it is the last there is.
    """
    if before is None:
        return 0
    old, new = _steps(before), _steps(now)
    for number, (one, other) in enumerate(zip(old, new, strict=False), 1):
        if one != other:
            return number
    if len(old) == len(new):
        return 0
    return min(len(old) + 1, len(new))


def _steps(timeline: Timeline) -> list[Hashable]:
    """Of each step all that is seen, heard and done of it."""
    found: list[list[Hashable]] = [[] for _ in range(timeline.steps)]
    for span in timeline.spans:
        if span.step is not None:
            told = (span.kind, span.end - span.start, span.side, span.target, span.technique)
            more = (span.pressure, span.hand, span.title, span.text)
            found[span.step - 1].append((*told, *more))
    return [tuple(one) for one in found]
