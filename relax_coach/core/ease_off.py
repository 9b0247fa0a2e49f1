"""Easing off: one level of pressure less on this spot, from here to the end of the session."""

from dataclasses import replace

from relax_coach.core import phrases
from relax_coach.core.routine import Ms
from relax_coach.core.timeline import Span, Timeline

LIGHTEST = 1


def ease_off(timeline: Timeline, at: Ms) -> tuple[Timeline, str]:
    """One level less wherever the target at `at` ms is still to be worked, and a sentence.

    The same timeline where nothing is pressed, or where it is as light as it can be.
    """
    index = timeline.index_at(at)
    span = timeline.spans[index]
    if not span.pressure or span.target is None:
        return timeline, "Nothing is pressed here."
    if span.pressure <= LIGHTEST:
        return timeline, "It is as light as it can be. Lift your hands if you like."
    spans = list(timeline.spans)
    cues = list(timeline.cues)
    for number, one in enumerate(spans[index:], index):
        if one.target != span.target or not one.pressure:
            continue
        spans[number] = eased = _eased(one)
        for place, cue in enumerate(cues):
            if cue.text and one.start <= cue.at < one.end and cue.at > at:
                cues[place] = replace(cue, text=_reworded(cue.text, one, eased))
    lighter = spans[index].pressure or 0
    return timeline.changed(spans, cues), f"Lighter: {phrases.felt(lighter)}."


def _eased(span: Span) -> Span:
    eased = replace(span, pressure=max(LIGHTEST, (span.pressure or 0) - 1))
    return replace(eased, text=_reworded(span.text, span, eased))


def _reworded(text: str, before: Span, after: Span) -> str:
    """`text` with the pressure it names, where it is a sentence made by the program."""
    was, now = phrases.felt(before.pressure or 0), phrases.felt(after.pressure or 0)
    return text.replace(f"Pressure {was}.", f"Pressure {now}.")
