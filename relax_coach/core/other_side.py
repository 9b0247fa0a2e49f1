"""The other side too, or first: the work of a step, mirrored."""

import re
from dataclasses import replace

from relax_coach.core import phrases, vocabulary
from relax_coach.core.routine import DEFAULT_SWITCH, Ms
from relax_coach.core.session import excess, worked
from relax_coach.core.timeline import WORK_KINDS, Cue, Span, Timeline
from relax_coach.core.totals import Total

OTHER = {"left": "right", "right": "left"}
BOTH = "Here both sides have their turn."
_SIDE = re.compile(
    r"(?<!\ball )\b(?:right|Right)\b(?! (?:after|angles?|at|away|behind|below|beneath|beside|by"
    r"|down|here|in|into|next|now|on|over|there|through|under|up|where)\b)"
    r"|(?<!\bis )(?<!\bare )\b(?:left|Left)\b"
)
"""A side, and not what is all right, right behind, or left over."""


def other_side(timeline: Timeline, at: Ms, done: Total | None = None) -> tuple[Timeline, str]:
    """The step at `at` ms on its other side too; where it has both, the other one first.

    `done` is what was played so far (default: the session up to `at`). Returns the new timeline
    and one sentence; the same timeline where nothing can be changed or a cap forbids it.
    """
    span = timeline.spans[timeline.index_at(at)]
    step = [one for one in timeline.spans if one.step == span.step and one.step is not None]
    work = [one for one in step if one.kind in WORK_KINDS]
    sides = list(dict.fromkeys(one.side for one in work))
    if span.technique is None or not sides or not set(sides) <= set(OTHER):
        return timeline, "There is no other side here."
    if len(sides) == 2:
        if at >= work[0].start:
            return timeline, BOTH
        return _swapped(timeline, step), f"The {sides[1]} side first."
    first, last = timeline.run_at(timeline.spans.index(work[-1]))
    work = list(timeline.spans[first : last + 1])  # of two turns the second: one turn is mirrored
    wanted = OTHER[sides[0] or ""]
    target = vocabulary.TARGETS[span.target or ""]
    if wanted not in target.sides:
        return timeline, f"The {target.name} has no {wanted} side."
    changed = _with_other(timeline, work, wanted)
    so_far = worked(timeline, 0, at) if done is None else done
    before = so_far + worked(timeline, at, timeline.total)
    why = excess(before, so_far + worked(changed, at, changed.total))
    return (timeline, why) if why else (changed, f"Then the {wanted} side too.")


def _swapped(timeline: Timeline, step: list[Span]) -> Timeline:
    """The same step with left and right exchanged."""
    first, last = step[0], step[-1]
    spans = [_mirrored(span) if span.step == first.step else span for span in timeline.spans]
    cues = [
        replace(cue, text=_exchanged(cue.text)) if first.start <= cue.at < last.end else cue
        for cue in timeline.cues
    ]
    return timeline.changed(spans, cues)


def _with_other(timeline: Timeline, work: list[Span], side: str) -> Timeline:
    """After the work a switch, and the work once more on `side`."""
    start, end = work[0].start, work[-1].end
    more = end - start + DEFAULT_SWITCH
    text = phrases.switch(side, timeline.who, work[0].technique)
    switch = replace(
        _mirrored(work[0]),
        start=end,
        end=end + DEFAULT_SWITCH,
        kind="switch",
        text=text,
        breath=None,
        cycle=None,
        cycles=None,
    )
    after = timeline.spans.index(work[-1]) + 1
    spans = [
        *timeline.spans[:after],
        switch,
        *(_mirrored(span).moved(more) for span in work),
        *(span.moved(more) for span in timeline.spans[after:]),
    ]
    again = [
        replace(cue.moved(more), text=_exchanged(cue.text))
        for cue in timeline.cues
        if start <= cue.at < end and not cue.answers
    ]
    cues = [cue.moved(more) if cue.at >= end else cue for cue in timeline.cues]
    return timeline.changed(spans, [*cues, Cue(end, "switch"), Cue(end, "say", text), *again])


def _mirrored(span: Span) -> Span:
    text = _exchanged(span.text) or ""
    title = _exchanged(span.title) or ""
    return replace(span, side=OTHER.get(span.side or "", span.side), text=text, title=title)


def _exchanged(text: str | None) -> str | None:
    """`text` with the sides left and right exchanged, in either case of the first letter."""
    return None if text is None else _SIDE.sub(_other_word, text)


def _other_word(side: re.Match[str]) -> str:
    other = OTHER[side[0].lower()]
    return other.capitalize() if side[0][0].isupper() else other
