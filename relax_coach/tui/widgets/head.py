"""The top line of a session: which routine, and how far along."""

from textual.reactive import var

from relax_coach.core.phrases import clock
from relax_coach.core.timeline import Moment, Timeline
from relax_coach.tui.widgets.lines import Line, Lines, spread
from relax_coach.tui.widgets.words import changed


class Head(Lines):
    """A function of the timeline and the moment."""

    timeline: var[Timeline | None] = var(None)
    moment: var[Moment | None] = var(None)

    def watch_moment(self, before: Moment | None, now: Moment | None) -> None:
        if changed(before, now):
            self.draw()

    def lines(self, width: int, height: int) -> list[Line]:
        if self.timeline is None or self.moment is None:
            return []
        title: Line = ((self.timeline.title, "slate"),)
        return [spread(title, ((_where(self.moment), "dim"),), width)]


def _where(moment: Moment) -> str:
    if moment.span.kind == "end":
        return "the end"
    if moment.step == 0:
        steps = f"{moment.steps} step{'s' if moment.steps != 1 else ''}"
        return f"{steps} · {clock(moment.total)}"
    return f"step {moment.step} of {moment.steps}"
