"""Staying: at least ten more seconds of what goes on now. The timeline is the same up to now."""

from dataclasses import replace

from relax_coach.core import limits, phrases, vocabulary
from relax_coach.core.advice import STRETCH
from relax_coach.core.cues import APART, LEFT_OUT, RANK, countdown, settled
from relax_coach.core.duration import HOUR
from relax_coach.core.routine import Ms
from relax_coach.core.session import excess, worked
from relax_coach.core.timeline import WORK_KINDS, Cue, Span, Timeline
from relax_coach.core.totals import Total

STAY: Ms = 10_000

WAITS_AHEAD: Ms = 5_000
"""An open wait that would end this soon is made longer: the person has not gone on yet."""
LONGEST_OPEN: Ms = HOUR
"""Then the session stands until a key comes."""

_COUNTED = frozenset({"half", "three", "two", "one"})
_BREATHED = frozenset({"in", "hold", "out"})


def stay(timeline: Timeline, at: Ms, done: Total | None = None) -> tuple[Timeline, str]:
    """At least 10 more seconds of what goes on at `at` ms, in whole presses and breaths.

    `done` is what was played so far (default: the session up to `at`). Returns the new timeline
    and one sentence; the same timeline where a cap forbids it. For two it is the touch that comes
    that is made longer, and not the way there: who asks for more is who is massaged.
    """
    index = timeline.index_at(at)
    if timeline.who == "partner" and timeline.spans[index].kind in ("lead", "switch"):
        so_far = worked(timeline, 0, at) if done is None else done
        comes = next(
            (one.start for one in timeline.spans[index:] if one.kind not in ("lead", "switch")), at
        )
        if timeline.spans[timeline.index_at(comes)].kind in WORK_KINDS:
            return stay(timeline, comes, so_far + worked(timeline, at, comes))
    first, last = _series_at(timeline, index)
    group = timeline.spans[first : last + 1]
    if _is_series(group):
        cycle = [span for span in group if span.cycle == group[-1].cycle]
        length = cycle[-1].end - cycle[0].start
        more = -(-STAY // length)
        why, added = "", more * length
        changed = _repeat(timeline, at, (first, last), cycle, more)
    else:
        why, added = _press_too_long(timeline.spans[index]), STAY
        changed = _lengthen(timeline, index, at)
    so_far = worked(timeline, 0, at) if done is None else done
    before = so_far + worked(timeline, at, timeline.total)
    why = why or excess(before, so_far + worked(changed, at, changed.total))
    if why:
        return timeline, why
    return _apart(_repaced(changed, index, at), at), f"{added / 1000:g} more seconds here."


def _apart(timeline: Timeline, at: Ms) -> Timeline:
    """What was moved or repeated may stand too close to what it did not follow before."""
    past = [cue for cue in timeline.cues if cue.at <= at]
    return timeline.changed(timeline.spans, [*past, *settled(list(timeline.cues[len(past) :]))])


def go_on_waiting(timeline: Timeline, position: Ms) -> Timeline | None:
    """Ten more seconds of an open wait that would end soon; None where it has lasted an hour.

    The same timeline where nothing runs out.
    """
    index = timeline.index_at(position)
    span = timeline.spans[index]
    if not span.open or span.end - position > WAITS_AHEAD:
        return timeline
    return None if span.length >= LONGEST_OPEN else _lengthen(timeline, index, span.end)


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


def _press_too_long(span: Span) -> str:
    """Why this span may not last longer, or ""."""
    if span.kind not in ("work", "wait") or span.target is None or span.technique is None:
        return ""
    places = (span.target, vocabulary.SORE_SPOT) if span.sore else (span.target,)
    caps = [limits.longest(span.technique, place, span.hand) for place in places]
    if span.technique == "stretch_hold":
        caps.append(STRETCH[1])
    if span.kind == "wait":
        caps.append(limits.LONGEST_WAIT)
    longest = min((cap for cap in caps if cap is not None), default=None)
    if longest is None or span.length + STAY <= longest:
        return ""
    name = vocabulary.TARGETS[span.target].name
    what = "A press" if span.technique in limits.PRESSES else "This"
    return f"{what} on the {name} ends after {longest // 1000} seconds. Let it rest."


def _lengthen(timeline: Timeline, index: int, at: Ms) -> Timeline:
    """Span `index` lasts STAY longer; what counts its time down moves with its end."""
    span = timeline.spans[index]
    spans = [
        *timeline.spans[:index],
        replace(span, end=span.end + STAY),
        *(later.moved(STAY) for later in timeline.spans[index + 1 :]),
    ]
    kept = [
        cue
        for cue in timeline.cues
        if not (cue.kind in _COUNTED and max(at, span.start) < cue.at < span.end)
    ]
    cues = [cue.moved(STAY) if cue.at >= span.end else cue for cue in kept]
    if span.kind in WORK_KINDS - {"breath", "wait"} and span.breath is None:
        silent = LEFT_OUT.get(timeline.profile, frozenset())
        sounded = {cue.kind for cue in kept if span.start < cue.at <= at and cue.kind == "half"}
        cues += [
            cue
            for cue in countdown(span.start, span.end + STAY)
            if cue.at > at and cue.kind not in sounded | silent
        ]
    return timeline.changed(spans, cues)


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
        cues.append(cue.moved(more * length) if moves else cue)
    for turn in range(1, more + 1):
        number = (cycle[0].cycle or 0) + turn
        spans += [replace(span.moved(turn * length), cycle=number, cycles=cycles) for span in cycle]
        cues += [cue.moved(turn * length) for cue in pattern]
    spans += [span.moved(more * length) for span in timeline.spans[last + 1 :]]
    return timeline.changed(spans, cues)


def _repaced(timeline: Timeline, index: int, at: Ms) -> Timeline:
    """The cues of the pacer around span `index` laid anew after `at`: it runs on unbroken."""
    breath = timeline.spans[index].breath
    if breath is None or timeline.spans[index].kind == "breath":
        return timeline
    first, last = timeline.run_at(index)
    start, end = timeline.spans[first].start, timeline.spans[last].end
    kept = [
        cue
        for cue in timeline.cues
        if not (cue.kind in _BREATHED and max(at + 1, start) <= cue.at < end)
    ]
    louder = [cue for cue in kept if cue.kind in RANK]
    paced = []
    for begun in range(start, end - breath.length + 1, breath.length):
        begins = begun
        for phase, length in breath.phases:
            paced.append(Cue(begins, phase))
            begins += length
    cues = [
        cue
        for cue in paced
        if cue.at > at and all(abs(cue.at - other.at) >= APART for other in louder)
    ]
    return timeline.changed(timeline.spans, [*kept, *cues])
