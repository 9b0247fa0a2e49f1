"""What a session says in lines: a timeline → (time, line) in order. Pure."""

from relax_coach.core import phrases
from relax_coach.core.phrases import spoken_time
from relax_coach.core.routine import Ms
from relax_coach.core.timeline import WORK_KINDS, Timeline

Line = tuple[Ms, str]

TEN_LEFT: Ms = 10_000
TELLS_TEN_LEFT: Ms = 30_000
"""Works shorter than this need no "ten seconds left"."""
COUNTED = 10
"""Up to so many presses each is told; more of them only at the half."""


def lines(timeline: Timeline) -> list[Line]:
    """Every line of the session and its time, sorted: steps, words, milestones; never a tick."""
    told = [line for index in range(len(timeline.spans)) for line in _lead(timeline, index)]
    told += [(cue.at, _sentence(cue.text)) for cue in timeline.cues if cue.text]
    leads = (span for span in timeline.spans if span.kind == "lead")
    told += [(span.start, span.show) for span in leads if span.show]
    told += [(cue.at, "Halfway.") for cue in timeline.cues if cue.kind == "half"]
    told += [(cue.at, "Begin.") for cue in timeline.cues if cue.kind == "begin"]
    told += _counts(timeline)
    told += _ten_left(timeline)
    return sorted(told, key=lambda line: line[0])


def _lead(timeline: Timeline, index: int) -> list[Line]:
    """The heading of a step: number, title, side, pressure, time on a side."""
    span = timeline.spans[index]
    if span.kind != "lead" or span.step is None:
        return []
    parts = [f"Step {span.step} of {timeline.steps}: {span.title}"]
    if span.side and span.side != "midline":
        parts.append("both sides" if span.side == "both" else f"{span.side} side")
    if span.pressure:
        parts.append(f"pressure {phrases.felt(span.pressure)}")
    first, last = timeline.group_at(index + 1)
    parts.append(spoken_time(timeline.spans[last].end - timeline.spans[first].start))
    told = ["", " ".join(_sentence(part) for part in parts)]
    return [(span.start, line) for line in told]


def _counts(timeline: Timeline) -> list[Line]:
    """Which press this is; of many, and of breaths, only the one at the half."""
    told = []
    for span in timeline.spans:
        cycle, cycles = span.cycle or 0, span.cycles or 0
        first_part = span.kind == "work" or (span.kind == "breath" and span.phase == "in")
        if not first_part or cycle in (0, 1) or (cycle == cycles and cycles > 2):
            continue
        if span.kind == "work" and cycles <= COUNTED:
            told.append((span.start, f"{cycle} of {cycles}."))
        elif cycles > COUNTED // 2 and cycle == cycles // 2 + 1:
            told.append((span.start, f"Halfway: {cycles - cycle + 1} more."))
    return told


def _ten_left(timeline: Timeline) -> list[Line]:
    """Ten seconds before long work ends."""
    told = []
    for index in range(len(timeline.spans)):
        first, last = timeline.group_at(index)
        end = timeline.spans[last].end
        is_work = timeline.spans[index].kind in WORK_KINDS
        if is_work and index == first and end - timeline.spans[first].start >= TELLS_TEN_LEFT:
            told.append((end - TEN_LEFT, "Ten seconds left."))
    return told


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…")) else text + "."
