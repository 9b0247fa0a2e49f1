"""Where to press, in large words; in a breath, the circle to breathe with."""

from rich.style import Style
from textual.reactive import var

from relax_coach.core.phrases import clock
from relax_coach.core.timeline import Moment, Timeline
from relax_coach.tui.widgets import words
from relax_coach.tui.widgets.breath import GLOW, circle, fullness
from relax_coach.tui.widgets.digits import big
from relax_coach.tui.widgets.lines import Line, Lines, centred, shortened
from relax_coach.tui.widgets.text import wrapped
from relax_coach.tui.widgets.words import changed

MARGIN = 3


class Place(Lines):
    """A function of the timeline and the moment."""

    DEFAULT_CSS = """
    Place { background: $surface; }
    """

    timeline: var[Timeline | None] = var(None)
    moment: var[Moment | None] = var(None)

    def watch_moment(self, before: Moment | None, now: Moment | None) -> None:
        if changed(before, now) or (now and now.span.kind == "breath"):
            self.draw()

    def lines(self, width: int, height: int) -> list[Line]:
        timeline, moment = self.timeline, self.moment
        if timeline is None or moment is None:
            return []
        if moment.span.kind == "breath":
            return self._breath(timeline, moment, width, height)
        if moment.step == 0 or moment.span.kind == "end":
            found = _path(timeline, moment, width, height)
        else:
            found = _place(moment, width)
        above = max(0, (height - len(found)) // 2)
        return [()] * above + found

    def _breath(self, timeline: Timeline, moment: Moment, width: int, height: int) -> list[Line]:
        colour, ground = self.get_component_styles("lines--calm").color, self.background_colors[1]
        drawn = list(circle(fullness(timeline, moment), width, height, colour, ground))
        word = moment.span.phase or ""
        ink = Style(
            color=ground.rich_color,
            bgcolor=ground.blend(colour, GLOW).rich_color,
            bold=True,
        )
        text = f" {word} "
        middle = height // 2
        drawn[middle] = _laid_over(drawn[middle], text, ink, (width - len(text)) // 2)
        return drawn


def _place(moment: Moment, width: int) -> list[Line]:
    span, room = moment.span, width - 2 * MARGIN
    lines: list[Line] = []
    side = words.side(span)
    if side:
        look = "accent" if span.side in ("left", "right") else "slate"
        first, _, rest = side.partition(" ")
        lines += [centred(((row, look),), width) for row in big(first)]
        lines += [centred(((rest.lower(), look),), width), ()]
    name = words.target(span) or span.title
    lines += [centred(((row, "strong"),), width) for row in wrapped(name, room)]
    lines += [centred(((row, "dim"),), width) for row in wrapped(words.landmark(span), room)]
    for text in (words.hand(span), words.technique(span)):
        if text:
            lines += [(), *(centred(((row, ""),), width) for row in wrapped(text, room))]
    return lines


def _path(timeline: Timeline, moment: Moment, width: int, height: int) -> list[Line]:
    """The steps of the session, to see what is coming or what was done."""
    room = width - 2 * MARGIN
    pad = (" " * MARGIN, "")
    starts: dict[int, str] = {}
    for span in timeline.spans:
        if span.step is not None:
            starts.setdefault(span.step, span.title)
    head = "What is coming" if moment.step == 0 else "What was on the way"
    lines: list[Line] = [(pad, (head, "slate")), ()]
    most = height - 5
    for number, title in list(starts.items())[:most]:
        lines.append((pad, (f"{number:>2}  ", "dim"), *shortened(((title, ""),), room - 4)))
    if len(starts) > most:
        lines.append((pad, (f"    and {len(starts) - most} more", "dim")))
    return [*lines, (), (pad, (f"{clock(timeline.total)} in all", "dim"))]


def _laid_over(line: Line, text: str, ink: Style, at: int) -> Line:
    """`text` written over `line` (of one-cell characters) from cell `at` on."""
    cells = [(char, look) for piece, look in line for char in piece]
    cells[at : at + len(text)] = [(char, ink) for char in text]
    return tuple(cells)
