"""Easing off: one level of pressure less on this spot, from here to the end of the session."""

from dataclasses import replace

from relax_coach.core import phrases
from relax_coach.core.routine import Ms
from relax_coach.core.timeline import Timeline

LIGHTEST = 1


def ease_off(timeline: Timeline, at: Ms) -> tuple[Timeline, str]:
    """One level less wherever the target at `at` ms is still to be worked, and a sentence.

    The same timeline where nothing is pressed, or where it is as light as it can be.
    """
    index = timeline.index_at(at)
    span = timeline.spans[index]
    if index and span.kind == "lead" and span.step is None:  # a question for two: of what comes
        span = next((one for one in timeline.spans[index:] if one.step is not None), span)
    if not span.pressure or span.target is None:
        return timeline, "Nothing is pressed here."
    if span.pressure <= LIGHTEST:
        return timeline, "It is as light as it can be. Lift your hands if you like."
    # From the beginning of this step on, for it may be gone back to.
    first = min(place for place, one in enumerate(timeline.spans) if one.step == span.step)
    pressures = {one.step: one.pressure for one in timeline.spans if one.pressure}
    spans, cues = list(timeline.spans), list(timeline.cues)
    for number, one in enumerate(spans[first:], first):
        pressure = pressures.get(one.step)
        if one.target != span.target or not pressure:
            continue
        lighter = max(LIGHTEST, pressure - 1)
        text = _reworded(one.text, pressure, lighter)
        spans[number] = replace(one, pressure=lighter if one.pressure else None, text=text)
        for place, cue in enumerate(cues):
            if cue.text and one.start <= cue.at < one.end:
                cues[place] = replace(cue, text=_reworded(cue.text, pressure, lighter))
    return timeline.changed(spans, cues), f"Lighter: {phrases.felt(span.pressure - 1)}."


def _reworded(text: str, before: int, after: int) -> str:
    """`text` with the pressure it names, where it is a sentence made by the program."""
    was, now = phrases.felt(before), phrases.felt(after)
    return text.replace(f"Pressure {was}.", f"Pressure {now}.")
