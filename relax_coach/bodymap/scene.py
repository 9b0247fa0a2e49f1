"""What the drawing shows at a moment of a session: a function of the moment alone."""

from dataclasses import dataclass

from relax_coach.bodymap.breath import STEPS, breathed
from relax_coach.bodymap.light import Canvas, Lit, LitRows, core, still
from relax_coach.bodymap.motion import Beat, Mark, eased, frame, marks
from relax_coach.bodymap.picture import PAIR, PAIR_LYING, PERSON, Picture, picture
from relax_coach.core.timeline import Moment, Span, Timeline

HALF = 0.5
"""How full a still breath is shown: a whole one is half the picture, at once."""
Cells = dict[tuple[int, int], Lit]
"""Cells by column and row."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture, and what of it changes with the moment."""

    picture: Picture
    pressure: int = 0
    marks: tuple[Mark, ...] = ()
    frame: int = 0
    """How far the movement is, 0 to drawing.FRAMES."""
    full: int = 0
    """How full the breath is, 0 to breath.STEPS."""

    def base(self, width: int, kind: str) -> LitRows:
        """All that only changes with the movement and the breath."""
        canvas = Canvas(self.picture, width, kind)
        if self.full:
            return breathed(canvas, self.pressure, self.frame, self.full)
        return still(canvas, self.pressure, self.frame)

    def over(self, width: int, kind: str) -> Cells:
        """The cells that the bright core makes others."""
        return core(Canvas(self.picture, width, kind), self.base(width, kind), self.marks)


def seen(span: Span, who: str) -> Picture:
    """The picture of what `span` points at; where that is nothing, of who is there."""
    if span.kind == "breath":
        return picture("breath")
    found = picture(span.target or "", span.side or "", span.technique or "")
    if found is PERSON and who == "partner":
        return PAIR_LYING if span.lying else PAIR
    return found


def scene(timeline: Timeline, moment: Moment, at_rest: bool = False) -> Scene:
    """The scene of `moment`; `at_rest`: one still picture for each state of the work."""
    span = moment.span
    shown = seen(span, timeline.who)
    beat = _beat(timeline, moment, at_rest)
    full = _filling(moment) if at_rest else fullness(moment)
    return _scene(shown, span.technique or "", span.pressure or 0, beat, full)


def at_work(shown: Picture, technique: str, pressure: int) -> Scene:
    """The one still scene that stands for a whole step: pressed, stretched, or breathed in."""
    return _scene(shown, technique, pressure, Beat(0.0, still=True), float(shown.breathes))


def _scene(shown: Picture, technique: str, pressure: int, beat: Beat, full: float) -> Scene:
    cores = tuple(
        mark
        for spot in shown.spots
        if not shown.breathes
        for mark in marks(technique, spot, pressure, beat)
    )
    moved = frame(technique, beat) if shown.ways else 0
    return Scene(shown, pressure, cores, moved, round(STEPS * full))


def _beat(timeline: Timeline, moment: Moment, at_rest: bool) -> Beat:
    """Where the work of `moment` is: a press, or a movement, has a beginning of its own."""
    span = moment.span
    state = {"work": "press", "release": "release"}.get(span.kind, "before")
    start, left = span.start, float("inf")
    if span.cycle is None and state == "press":
        start = timeline.spans[timeline.group_at(timeline.index_at(moment.position))[0]].start
        left = moment.left / 1000
    return Beat((moment.position - start) / 1000, left, state, at_rest)


def _filling(moment: Moment) -> float:
    """HALF while a breath comes in or is held full, and 0 while it goes."""
    phase = moment.phase
    if phase is None:
        return 0.0
    return HALF * (phase.name == "in" or (phase.name == "hold" and phase.full))


def fullness(moment: Moment) -> float:
    """How full the breath is, 0 to 1, eased at both ends; 0 outside a breath."""
    phase = moment.phase
    if phase is None:
        return 0.0
    if phase.name == "hold":
        return float(phase.full)
    filled = eased((moment.position - phase.start) / (phase.end - phase.start))
    return filled if phase.name == "in" else 1.0 - filled
