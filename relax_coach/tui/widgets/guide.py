"""What to do: the step, the side, the instruction, and what is said over the work."""

from rich.cells import cell_len
from textual.reactive import var

from relax_coach.core.timeline import WORK_KINDS, Moment, Span, Timeline
from relax_coach.tui.widgets import words
from relax_coach.tui.widgets.lines import Line, Lines, shortened, width_of
from relax_coach.tui.widgets.text import clipped, listed, page, wrapped

NARROW = 56
"""A narrower guide stands on a screen that has no other room for the pressure."""
MOST_SAID = 3
"""Rows of a sentence said over the work."""


class Guide(Lines):
    """A function of the timeline, the moment, and of what is to be known before the start."""

    timeline: var[Timeline | None] = var(None)
    moment: var[Moment | None] = var(None)
    partner: var[bool] = var(False)
    """Whether the sides are another person's."""
    beforehand: var[tuple[str, ...]] = var(())
    """Sentences shown in the opening: why there is no sound, notes, cautions."""

    def watch_moment(self) -> None:
        self.draw()

    def watch_beforehand(self) -> None:
        self.draw()

    def lines(self, width: int, height: int) -> list[Line]:
        timeline, moment = self.timeline, self.moment
        if timeline is None or moment is None:
            return []
        lines: list[Line] = [shortened(((_title(moment), "strong"),), width)]
        facts = _facts(moment.span, self.partner, width)
        lines += [facts] * bool(facts)
        room = height - len(lines)
        if moment.step == 0 and moment.span.kind == "lead":
            return lines + _opening(moment, self.beforehand, width, room)
        return lines + _step(timeline, moment, width, room)


def _title(moment: Moment) -> str:
    if moment.span.kind == "end":
        return "And rest"
    return "Settle in" if moment.step == 0 else moment.span.title


def _facts(span: Span, partner: bool, width: int) -> Line:
    """Side, place, technique and hand, as far as they fit whole."""
    side = words.side(span, partner)
    look = "mark" if span.side in ("left", "right") else "tag"
    line: Line = ((f" {side} ", look), ("  ", "")) if side else ()
    pressure = f"pressure {span.pressure} of 10" if span.pressure and width < NARROW else ""
    told = ""
    for fact in (pressure, words.target(span), words.technique(span), words.hand(span)):
        longer = " · ".join(part for part in (told, fact) if part)
        told = longer if width_of(line) + cell_len(longer) <= width else told
    return (*line, (told, "slate")) if told else line


def _opening(moment: Moment, known: tuple[str, ...], width: int, room: int) -> list[Line]:
    """The opening's words, and what is to be known as far as it fits."""
    text = page(wrapped(moment.span.text, width), room - bool(known), moment.share)
    air = len(text) + 3 <= room
    below = listed(known, width, room - len(text) - 2 * air)
    return [*_rows(text, "", air), *_rows(below, "dim", air)]


def _step(timeline: Timeline, moment: Moment, width: int, room: int) -> list[Line]:
    """The instruction, where the place is, and at the bottom what is said over the work.

    The row for what is said is kept from the lead on, so that nothing jumps. Where not all of it
    fits, the lead shows the instruction alone, page by page; in the work the place comes first.
    """
    span = moment.span
    text = wrapped(span.text, width)
    landmark = words.landmark(span)
    told = landmark.lower() in span.text.lower()
    where = [] if told else wrapped(f"Where: {landmark}.", width)
    keeps = words.speaks(timeline, moment)
    spare = room - len(text) - len(where) - keeps
    if spare < 0 and span.kind == "lead":
        return _rows(page(text, room, moment.share), "")
    said = clipped(wrapped(words.said(timeline, moment), width), MOST_SAID, width)
    free = room - (max(len(said), 1) + (spare > 2)) * keeps
    look = "dim" if span.kind in WORK_KINDS - {"wait"} else ""
    blocks = [(text, look, spare > 0), (where, "dim", spare > 1)]
    if spare < 0:
        blocks.reverse()
    if span.show:
        blocks.append((wrapped(span.show, width), "dim", spare > 1))
    lines: list[Line] = []
    for rows, shade, air in blocks:
        lines += _rows(clipped(rows, free - len(lines) - air, width), shade, air)
    below: list[Line] = [()] * (free - len(lines))
    return [*lines, *below, *_rows(said, "calm")] if keeps else lines


def _rows(rows: list[str], look: str, air: bool = False) -> list[Line]:
    return [()] * (air and bool(rows)) + [((row, look),) for row in rows]
