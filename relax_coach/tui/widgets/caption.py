"""What stands below the drawing: side, place and hand; where nothing is touched, what is coming."""

from relax_coach.core.phrases import clock
from relax_coach.core.timeline import Moment, Span, Timeline
from relax_coach.tui.widgets import words
from relax_coach.tui.widgets.lines import Line, centred, shortened
from relax_coach.tui.widgets.text import wrapped

LEAST = 3
"""Rows that the coming steps need: less of them tells nothing."""
NARROW = 40
"""In fewer cells nothing is told whole: what to do stands beside the drawing too."""


def caption(
    timeline: Timeline, moment: Moment, partner: bool, width: int, height: int
) -> list[Line]:
    """At most `height` lines."""
    span = moment.span
    if width < NARROW:
        return []
    if span.target or span.technique or moment.phase:
        return _place(span, partner, width)[:height]
    return _path(timeline, moment, width, height) if height >= LEAST else []


def _place(span: Span, partner: bool, width: int) -> list[Line]:
    """Side and place, and with what to do it."""
    side = words.side(span, partner)
    look = "mark" if span.side in ("left", "right") else "tag"
    tag: Line = ((f" {side} ", look), ("  ", "")) if side else ()
    name = words.target(span)
    how = " ".join(filter(None, (words.technique(span), words.hand(span))))
    lines: list[Line] = [(*tag, (name, "strong"))] if side or name else []
    lines += [((row, "dim"),) for row in wrapped(how, width) if row]
    return [centred(shortened(line, width), width) for line in lines]


def _path(timeline: Timeline, moment: Moment, width: int, height: int) -> list[Line]:
    """The steps that are coming, or at the end those that were; none where it is the last."""
    titles = {span.step: span.title for span in reversed(timeline.spans) if span.step}
    is_end = moment.span.kind == "end"
    begun = moment.span.start if moment.step else -1
    steps = [step for step in sorted(titles) if is_end or timeline.step_start(step) > begun]
    if not steps:
        return []
    head = "What was on the way" if is_end else "What is coming"
    lines: list[Line] = [((head, "slate"), (f"  {clock(timeline.total)} in all", "dim"))]
    shown = steps if len(steps) < height else steps[: height - 2]
    for step in shown:
        lines.append(((f"{step:>2}  ", "dim"), *shortened(((titles[step], ""),), width - 4)))
    if len(shown) < len(steps):
        lines.append(((f"    and {len(steps) - len(shown)} more", "dim"),))
    return lines
