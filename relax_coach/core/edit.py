"""Changes to a session in progress: each makes a new timeline, the same up to now."""

from dataclasses import replace

from relax_coach.core import limits, phrases, totals, vocabulary
from relax_coach.core.cues import countdown
from relax_coach.core.routine import Ms
from relax_coach.core.timeline import WORK_KINDS, Cue, Span, Timeline

STAY: Ms = 10_000
LONGEST_STRETCH: Ms = 60_000
"""A stretch is not lengthened past this (the upper end of the published 15 to 60 s)."""

_COUNTED = frozenset({"half", "three", "two", "one"})


def stay(timeline: Timeline, at: Ms) -> tuple[Timeline, str]:
    """At least 10 more seconds of what goes on at `at` ms, in whole presses and breaths.

    Returns the new timeline and one sentence; the same timeline where a cap forbids it.
    """
    index = timeline.index_at(at)
    first, last = _series_at(timeline, index)
    group = timeline.spans[first : last + 1]
    if _is_series(group):
        cycle = [span for span in group if span.cycle == group[-1].cycle]
        length = cycle[-1].end - cycle[0].start
        more = -(-STAY // length)
        why = _refused_again(timeline, cycle, more) or _breath_refused(timeline, cycle, more)
        if why:
            return timeline, why
        return _repeat(timeline, at, (first, last), cycle, more), _told(more * length)
    span = timeline.spans[index]
    why = _refused(timeline, span, STAY if span.kind == "work" else 0)
    why = why or _press_too_long(span)
    if why:
        return timeline, why
    return _lengthen(timeline, index, at), _told(STAY)


def _series_at(timeline: Timeline, index: int) -> tuple[int, int]:
    """First and last index of the work around span `index`, both sides where they alternate."""
    first, last = timeline.group_at(index)
    while first > 0 and _goes_on(timeline.spans[first - 1], timeline.spans[first]):
        first -= 1
    while last + 1 < len(timeline.spans) and _goes_on(*timeline.spans[last : last + 2]):
        last += 1
    return first, last


def _goes_on(span: Span, following: Span) -> bool:
    """Whether the cycles of one span are counted on in the next."""
    worked = {span.kind, following.kind} <= WORK_KINDS and span.step == following.step
    return worked and (span.cycle or 0) <= (following.cycle or 0)


def _is_series(group: tuple[Span, ...]) -> bool:
    """Whether these are presses, movements or breaths that can be had once more."""
    cycles = group[-1].cycles or 0
    return bool(cycles) and (cycles > 1 or len(group) > 1) and group[-1].cycle == cycles


def _told(length: Ms) -> str:
    return f"{length / 1000:g} more seconds here."


def _press_too_long(span: Span) -> str:
    if span.kind != "work" or span.target is None:
        return ""
    longest = limits.longest(span.technique, span.target, span.hand)
    if span.technique == "stretch_hold":
        longest = LONGEST_STRETCH
    if span.sore and span.technique in limits.PRESSES:
        longest = limits.longest(span.technique, vocabulary.SORE_SPOT, span.hand)
    if longest is None or span.length + STAY <= longest:
        return ""
    name = vocabulary.TARGETS[span.target].name
    what = "A press" if span.technique in limits.PRESSES else "This"
    return f"{what} on the {name} ends after {longest // 1000} seconds. Let it rest."


def _refused_again(timeline: Timeline, cycle: list[Span], more: int) -> str:
    """Why these presses, on one side or on both in turn, may not be had `more` times again."""
    worked: dict[str | None, Ms] = {}
    for span in cycle:
        if span.kind == "work":
            worked[span.side] = worked.get(span.side, 0) + more * span.length
    refused = (_refused(timeline, span, worked.get(span.side, 0)) for span in cycle)
    return next(filter(None, refused), "")


def _refused(timeline: Timeline, span: Span, more: Ms) -> str:
    """Why `more` ms of work may not be added on this target and side, or ""."""
    if not more or span.target is None or span.technique in totals.UNCOUNTED:
        return ""
    sides = {"left", "right"} & {span.side} or {"left", "right"}
    worked = {
        one: sum(
            other.length
            for other in timeline.spans
            if other.kind == "work"
            and other.target == span.target
            and other.technique not in totals.UNCOUNTED
            and (other.side not in ("left", "right") or other.side == one)
        )
        for one in sides
    }
    if max(worked.values()) + more <= vocabulary.MOST_PER_TARGET:
        return ""
    name = vocabulary.TARGETS[span.target].name
    return f"Ten minutes on the {name} is enough for one session."


def _breath_refused(timeline: Timeline, cycle: list[Span], more: int) -> str:
    """Why this breath may not be had `more` times again in this session, or ""."""
    breaths: dict[tuple[int | None, int | None], list[Span]] = {}
    for span in timeline.spans:
        if span.phase is not None:
            breaths.setdefault((span.step, span.cycle), []).append(span)
    if _is_held(cycle) and sum(map(_is_held, breaths.values())) + more > totals.MOST_HELD_BREATHS:
        return "That is enough of long-held breath for one session."
    short = [_length_of(breath) for breath in breaths.values() if _is_short(breath)]
    if _is_short(cycle) and sum(short) + more * _length_of(cycle) > totals.MOST_SHORT_BREATHING:
        return "That is enough of quick breath for one session."
    return ""


def _is_held(breath: list[Span]) -> bool:
    return any(span.phase == "hold" and span.length >= totals.LONG_HOLD for span in breath)


def _is_short(breath: list[Span]) -> bool:
    return breath[0].phase is not None and _length_of(breath) < totals.SHORT_BREATH


def _length_of(breath: list[Span]) -> Ms:
    return breath[-1].end - breath[0].start


def _lengthen(timeline: Timeline, index: int, at: Ms) -> Timeline:
    """Span `index` lasts STAY longer; what counts its time down moves with its end."""
    span = timeline.spans[index]
    spans = [
        *timeline.spans[:index],
        replace(span, end=span.end + STAY),
        *(_shifted(later, STAY) for later in timeline.spans[index + 1 :]),
    ]
    kept = [
        cue
        for cue in timeline.cues
        if not (cue.kind in _COUNTED and max(at, span.start) < cue.at < span.end)
    ]
    cues = [replace(cue, at=cue.at + STAY) if cue.at >= span.end else cue for cue in kept]
    if span.kind in WORK_KINDS and span.kind != "breath":
        sounded = {cue.kind for cue in kept if span.start < cue.at <= at and cue.kind == "half"}
        cues += [
            cue
            for cue in countdown(span.start, span.end + STAY)
            if cue.at > at and cue.kind not in sounded
        ]
    return _with(timeline, spans, cues)


def _repeat(
    timeline: Timeline, at: Ms, series: tuple[int, int], cycle: list[Span], more: int
) -> Timeline:
    """The last press or breath of a series (its first and last index), `more` times again."""
    start, end = cycle[0].start, cycle[-1].end
    length = end - start
    cycles = (cycle[0].cycles or 0) + more
    first, last = series
    spans = list(timeline.spans[:first])
    spans += [replace(span, cycles=cycles) for span in timeline.spans[first : last + 1]]
    pattern = [cue for cue in timeline.cues if start <= cue.at < end and cue.kind != "say"]
    cues = []
    for cue in timeline.cues:
        is_last_word = cue.text in (phrases.LAST, phrases.LAST_BREATH)
        moves = cue.at >= end or (is_last_word and max(at + 1, start) <= cue.at)
        cues.append(replace(cue, at=cue.at + more * length) if moves else cue)
    for turn in range(1, more + 1):
        number = (cycle[0].cycle or 0) + turn
        spans += [
            replace(_shifted(span, turn * length), cycle=number, cycles=cycles) for span in cycle
        ]
        cues += [replace(cue, at=cue.at + turn * length) for cue in pattern]
    spans += [_shifted(span, more * length) for span in timeline.spans[last + 1 :]]
    return _with(timeline, spans, cues)


def _shifted(span: Span, by: Ms) -> Span:
    return replace(span, start=span.start + by, end=span.end + by)


def _with(timeline: Timeline, spans: list[Span], cues: list[Cue]) -> Timeline:
    ordered = tuple(sorted(cues, key=lambda cue: (cue.at, cue.kind == "say")))
    return replace(timeline, spans=tuple(spans), cues=ordered)
