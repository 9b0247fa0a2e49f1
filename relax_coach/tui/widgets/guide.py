"""What to do: the step, the side, the instruction, and what is said over the work."""

from itertools import chain

from rich.cells import cell_len
from textual.reactive import var

from relax_coach.core.timeline import WORK_KINDS, Cue, Moment, Span, Timeline
from relax_coach.tui.widgets import words
from relax_coach.tui.widgets.lines import Line, Lines, shortened, width_of
from relax_coach.tui.widgets.text import listed, wrapped

NARROW = 56
"""A narrower guide stands on a screen that has no other room for the pressure."""
MOST_SAID = 3
"""Rows of a sentence said over the work; a longer one is shown in pages."""
LEAST = 3
"""Rows a page needs, so that what is above it may stay."""
AIRY = 8
"""Rows that have room for air between the blocks also where pages are turned."""
MORE = " ▾"
"""Behind the last row of a page: it goes on."""


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
    text = _page(_rows(moment.span.text, "", width), room - bool(known), moment.share)
    air: list[Line] = [()] * (len(text) + 3 <= room)
    below = listed(known, width, room - len(text) - 2 * len(air))
    return [*air, *text, *(air if below else ()), *(((row, "dim"),) for row in below)]


def _step(timeline: Timeline, moment: Moment, width: int, room: int) -> list[Line]:
    """The instruction, where the place is, and at the bottom what is said over the work.

    The rows for what is said are kept from the lead on, so that nothing jumps. Where not all of
    it fits, the lead shows the instruction alone, page by page; the work begins with it again.
    """
    span = moment.span
    working = span.kind in WORK_KINDS
    text = _rows(span.text, "dim" if working and span.kind != "wait" else "", width)
    landmark = words.landmark(span)
    told = landmark.lower() in span.text.lower()
    where = [] if told else _rows(f"Where: {landmark}.", "dim", width)
    sayings = words.sayings(timeline, moment)
    kept = max((len(_rows(cue.text or "", "", width)) for cue in sayings), default=0)
    kept = min(kept, MOST_SAID)
    spare = room - len(text) - len(where) - kept
    if spare < 0 and span.kind == "lead":
        return _page(text, room, moment.share)
    free = room - kept - (spare > 2) * bool(kept)
    blocks = [text, where, _rows(span.show, "dim", width) if span.show else []]
    # A page that the lead turned would turn back as the work begins.
    share = words.share_of_work(timeline, moment) if working else 0
    lines = _laid([one for one in blocks if one], free, share)
    said = _said(sayings, moment, width) if working else []
    below: list[Line] = [()] * (room - kept - len(lines))
    return [*lines, *below, *said]


def _laid(blocks: list[list[Line]], room: int, share: float) -> list[Line]:
    """The blocks one below the other; from the one that does not fit on, page by page."""
    whole = sum(map(len, blocks))
    fits = whole <= room
    gaps = room - whole if fits else len(blocks) * (room >= AIRY)
    lines: list[Line] = []
    for number, block in enumerate(blocks):
        air: list[Line] = [()] * (number < gaps)
        others = list(chain(*blocks[number + 1 :]))
        left = room - len(lines) - len(air)
        if not fits and len(block) + min(len(others), LEAST + len(air)) > left:
            return [*lines, *air, *_page([*block, *others], left, share)]
        lines += [*air, *block]
    return lines


def _said(sayings: list[Cue], moment: Moment, width: int) -> list[Line]:
    """The sentence last said over this work, until the next one; none before the first."""
    told = [cue for cue in sayings if cue.at <= moment.position]
    if not told:
        return []
    ends = [cue.at for cue in sayings[len(told) :]] or [moment.position + moment.left]
    share = (moment.position - told[-1].at) / max(1, ends[0] - told[-1].at)
    return _page(_rows(told[-1].text or "", "calm", width), MOST_SAID, share)


def _page(rows: list[Line], most: int, share: float) -> list[Line]:
    """Of `rows` the `most` to be read now: one page after the other as `share` goes from 0 to 1."""
    most = max(1, most)
    pages = -(-len(rows) // most)
    number = min(int(share * pages), pages - 1)
    shown = rows[number * most : (number + 1) * most]
    if number < pages - 1:
        shown[-1] = (*shown[-1], (MORE, "slate"))
    return shown


def _rows(text: str, look: str, width: int) -> list[Line]:
    """`text` in lines that leave room for the mark of a page that goes on."""
    return [((row, look),) for row in wrapped(text, width - len(MORE))]
