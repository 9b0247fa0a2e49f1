"""What a session says in lines: a timeline → (time, line) in order. Pure."""

from itertools import pairwise

from relax_coach.core import phrases
from relax_coach.core.phrases import clock, spoken_time
from relax_coach.core.routine import Ms
from relax_coach.core.timeline import WORK_KINDS, Span, Timeline

Line = tuple[Ms, str]
Turns = dict[Ms, str]

TEN_LEFT: Ms = 10_000
TELLS_TEN_LEFT: Ms = 30_000
"""Works shorter than this need no "ten seconds left"."""
COUNTED = 10
"""Up to so many presses each is told; more of them only at the half."""


GO_ON = "Press space to go on."


def lines(timeline: Timeline, attended: bool = False, partner: bool = False) -> list[Line]:
    """Every line of the session and its time, sorted: steps, words, milestones; never a tick.

    `attended`: someone can go on by a key where the session waits. `partner`: the sides are
    another person's.
    """
    turns = _turns(timeline)
    told = [(at, f"The {side} side.") for at, side in turns.items()]
    for index in range(len(timeline.spans)):
        told += _heading(timeline, index, turns, attended, partner)
    told += [(cue.at, _sentence(cue.text)) for cue in timeline.cues if cue.text and not cue.answers]
    leads = (span for span in timeline.spans if span.kind == "lead")
    told += [(span.start, span.show) for span in leads if span.show]
    told += [(cue.at, "Halfway.") for cue in timeline.cues if cue.kind == "half"]
    told += [(cue.at, "Begin.") for cue in timeline.cues if cue.kind == "begin"]
    waits = (span for span in timeline.spans if span.kind == "wait" and attended)
    told += [(span.start, GO_ON) for span in waits]
    told += _counts(timeline)
    told += _ten_left(timeline, turns, attended)
    return sorted(told, key=lambda line: line[0])


def place(timeline: Timeline, at: Ms, partner: bool) -> str:
    """Where a session that does not begin at its beginning stands, and where the hands go then."""
    here = timeline.at(at)
    parts = [f"From {clock(at)} on"]
    if here.step:
        parts[0] += f": step {here.step} of {here.steps}, {here.span.title}"
    if here.span.kind in WORK_KINDS:
        index = timeline.spans.index(here.span)
        alternates = _work_at(timeline, index, _turns(timeline))[2]
        parts += _touch(here.span, alternates, partner)
    return " ".join(_sentence(part) for part in parts)


def _heading(
    timeline: Timeline, index: int, turns: Turns, attended: bool, partner: bool
) -> list[Line]:
    """A step: number, title, how. A repeat: its title. The rest between two rounds: its time."""
    span = timeline.spans[index]
    if span.kind == "lead" and span.step is not None:
        parts = [f"Step {span.step} of {timeline.steps}: {span.title}"]
        parts += _how(timeline, index + 1, turns, attended, partner)
    elif span.kind == "lead" and index:
        parts = [span.title]
    elif span.kind == "rest" and span.step is None:
        parts = ["Between two rounds", spoken_time(span.length)]
    else:
        return []
    return [(span.start, ""), (span.start, " ".join(_sentence(part) for part in parts))]


def _how(timeline: Timeline, index: int, turns: Turns, attended: bool, partner: bool) -> list[str]:
    """The side, the pressure and the time of the work that begins with span `index`."""
    span = timeline.spans[index]
    start, end, alternates = _work_at(timeline, index, turns)
    parts = _touch(span, alternates, partner)
    if not (span.open and attended):
        most = "at most " if span.kind == "wait" and attended else ""
        parts.append(most + spoken_time(end - start))
    return parts


def _touch(span: Span, alternates: bool, partner: bool) -> list[str]:
    """The side and the pressure of the work `span`."""
    parts = []
    if alternates:
        parts.append("left and right in turn")
    elif span.side == "both":
        parts.append("both sides")
    elif span.side in ("left", "right"):
        parts.append(f"{'their ' if partner else ''}{span.side} side")
    if span.pressure:
        parts.append(f"pressure {phrases.felt(span.pressure)}")
    return parts


def _work_at(timeline: Timeline, index: int, turns: Turns) -> tuple[Ms, Ms, bool]:
    """Start and end of the work around span `index` on this side, or where they alternate both."""
    first, last = timeline.run_at(index)
    alternates = any(span.start in turns for span in timeline.spans[first + 1 : last + 1])
    if not alternates:
        first, last = timeline.group_at(index)
    return timeline.spans[first].start, timeline.spans[last].end, alternates


def _turns(timeline: Timeline) -> Turns:
    """Where the side changes for the first time in a step without a pause, and to which."""
    switches = {cue.at for cue in timeline.cues if cue.kind == "switch"}
    return {
        span.start: span.side or ""
        for before, span in pairwise(timeline.spans)
        if {before.kind, span.kind} <= WORK_KINDS
        and (before.step, before.cycle or 1) == (span.step, 1)
        and before.side != span.side
        and span.start not in switches
    }


def _counts(timeline: Timeline) -> list[Line]:
    """Which press this is, where nothing else is said; of many, and of breaths, only the half."""
    spoken = {cue.at for cue in timeline.cues if cue.text}
    told = []
    for before, span in pairwise(timeline.spans):
        cycle, cycles = span.cycle or 0, span.cycles or 0
        if cycle < 2 or before.cycle == cycle or span.start in spoken:
            continue
        if span.kind != "breath" and cycles <= COUNTED:
            told.append((span.start, f"{cycle} of {cycles}."))
        elif cycles > COUNTED // 2 and cycle == cycles // 2 + 1:
            told.append((span.start, f"Halfway: {cycles - cycle + 1} more."))
    return told


def _ten_left(timeline: Timeline, turns: Turns, attended: bool) -> list[Line]:
    """Ten seconds before long work ends by itself, where nothing else is said."""
    spoken = {cue.at for cue in timeline.cues if cue.text}
    told = []
    for index, span in enumerate(timeline.spans):
        if span.kind not in WORK_KINDS or (span.open and attended):
            continue
        start, end, _ = _work_at(timeline, index, turns)
        if span.start == start and end - start >= TELLS_TEN_LEFT and end - TEN_LEFT not in spoken:
            told.append((end - TEN_LEFT, "Ten seconds left."))
    return told


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…")) else text + "."
