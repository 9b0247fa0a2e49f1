"""Where to press, in large words; in a breath, the circle; where neither is, what is coming."""

from rich.style import Style
from textual.reactive import var

from relax_coach.core.phrases import clock
from relax_coach.core.timeline import Moment, Span, Timeline
from relax_coach.tui.widgets import words
from relax_coach.tui.widgets.breath import GLOW, circle, fullness
from relax_coach.tui.widgets.digits import big
from relax_coach.tui.widgets.lines import Line, Lines, centred, shortened
from relax_coach.tui.widgets.text import wrapped
from relax_coach.tui.widgets.words import changed

MARGIN = 3
LOW = 8
"""Rows below which the circle stands alone."""


class Place(Lines):
    """A function of the timeline and the moment; `partner`: the sides are another person's."""

    DEFAULT_CSS = """
    Place { background: $surface; }
    """

    timeline: var[Timeline | None] = var(None)
    moment: var[Moment | None] = var(None)
    partner: var[bool] = var(False)

    def watch_moment(self, before: Moment | None, now: Moment | None) -> None:
        breathes = (before and before.phase) or (now and now.phase)
        if changed(before, now) or breathes:
            self.draw()

    def lines(self, width: int, height: int) -> list[Line]:
        timeline, moment = self.timeline, self.moment
        if timeline is None or moment is None:
            return []
        if moment.phase is not None:
            return self._breath(moment, width, height)
        span = moment.span
        found = [] if span.technique or span.target else _path(timeline, moment, width, height)
        found = found or _place(span, self.partner, width)
        above = max(0, (height - len(found)) // 2)
        return [()] * above + found

    def _breath(self, moment: Moment, width: int, height: int) -> list[Line]:
        """The circle with the word of the breath; over it, in work, the side and the place."""
        head = _place_in_short(moment.span, self.partner, width) if height >= LOW else []
        height -= len(head)
        colour, ground = self.get_component_styles("lines--calm").color, self.background_colors[1]
        drawn = list(circle(fullness(moment), width, height, colour, ground))
        ink = Style(
            color=ground.rich_color,
            bgcolor=ground.blend(colour, GLOW).rich_color,
            bold=True,
        )
        text = f" {moment.phase.name if moment.phase else ''} "
        middle = height // 2
        drawn[middle] = _laid_over(drawn[middle], text, ink, (width - len(text)) // 2)
        return head + drawn


def _place(span: Span, partner: bool, width: int) -> list[Line]:
    room = width - 2 * MARGIN
    lines: list[Line] = []
    side = words.side(span)
    if side:
        look = "accent" if span.side in ("left", "right") else "slate"
        first, _, rest = side.partition(" ")
        whose = words.side(span, partner) if partner else rest
        lines += [centred(((row, look),), width) for row in big(first)]
        lines += [centred(((whose.lower(), look),), width), ()]
    name = words.target(span) or span.title
    lines += [centred(((row, "strong"),), width) for row in wrapped(name, room)]
    lines += [centred(((row, "dim"),), width) for row in wrapped(words.landmark(span), room)]
    for text in (words.hand(span), words.technique(span)):
        if text:
            lines += [(), *(centred(((row, ""),), width) for row in wrapped(text, room))]
    return lines


def _place_in_short(span: Span, partner: bool, width: int) -> list[Line]:
    """Side and place in one line with air around it; nothing in breathing alone."""
    if span.technique is None:
        return []
    side = words.side(span, partner)
    look = "mark" if span.side in ("left", "right") else "tag"
    tag: Line = ((f" {side} ", look), ("  ", "")) if side else ()
    name = ((words.target(span) or span.title, "strong"),)
    return [(), centred(shortened((*tag, *name), width - 2), width)]


def _path(timeline: Timeline, moment: Moment, width: int, height: int) -> list[Line]:
    """The steps that are coming, or at the end those that were; none where it is the last."""
    room = width - 2 * MARGIN
    pad = (" " * MARGIN, "")
    titles = {span.step: span.title for span in reversed(timeline.spans) if span.step}
    is_end = moment.span.kind == "end"
    begun = moment.span.start if moment.step else -1
    steps = [step for step in sorted(titles) if is_end or timeline.step_start(step) > begun]
    if not steps:
        return []
    head = "What was on the way" if is_end else "What is coming"
    lines: list[Line] = [(pad, (head, "slate")), ()]
    most = height - 5
    for step in steps[:most]:
        lines.append((pad, (f"{step:>2}  ", "dim"), *shortened(((titles[step], ""),), room - 4)))
    if len(steps) > most:
        lines.append((pad, (f"    and {len(steps) - most} more", "dim")))
    if is_end or not moment.step:
        lines += [(), (pad, (f"{clock(timeline.total)} in all", "dim"))]
    return lines


def _laid_over(line: Line, text: str, ink: Style, at: int) -> Line:
    """`text` written over `line` (of one-cell characters) from cell `at` on."""
    cells = [(char, look) for piece, look in line for char in piece]
    cells[at : at + len(text)] = [(char, ink) for char in text]
    return tuple(cells)
