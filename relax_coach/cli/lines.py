"""The sheet of a routine as lines, with a small picture beside each step where that is wanted."""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

from relax_coach.bodymap.picture import Picture
from relax_coach.bodymap.scene import at_work
from relax_coach.cli.mosaic import mosaic
from relax_coach.cli.sheet import READ_ONLY, Entry, Rounds, Sheet
from relax_coach.core import safety
from relax_coach.core.problem import cells

WIDEST = 88
INDENT = 3
GAP = 2
"""Between a picture and the words beside it."""
LARGE, SMALL = 24, 20
"""Widths of a picture in cells."""
ROOMY, BESIDE = 72, 56
"""From this width on a picture is large; from this one on it stands beside the words."""


def lines(sheet: Sheet, width: int, colours: int | None = None) -> str:
    """The sheet in lines of at most `width` cells, or 88.

    `colours`: with pictures, in so many colours (see mosaic.py); None for none.
    """
    width = min(WIDEST, width)
    routine = sheet.routine
    rows = [routine.title, "=" * min(width, cells(routine.title))]
    if routine.summary:
        rows += textwrap.wrap(routine.summary, width)
    rows += ["", *textwrap.wrap(f"Length: {sheet.length}.", width)]
    if sheet.is_for_two:
        rows += textwrap.wrap("For two: the sides are those of who is massaged.", width)
        rows += ["", safety.CONSENT_TITLE, *_bullets(safety.CONSENT[:-1], width), ""]
    if sheet.position:
        rows += textwrap.wrap(f"Position: {sheet.position}.", width)
    if sheet.verdict.needs:
        rows += textwrap.wrap(f"At hand: {', '.join(sheet.verdict.needs)}.", width)
    if routine.dose:
        rows += textwrap.wrap(f"How often: {routine.dose}", width)
    head, sentences = sheet.for_you
    rows += ["", *textwrap.wrap(head, width), *_bullets(sentences, width)] if head else []
    rows += textwrap.wrap(READ_ONLY, width) if sheet.is_refused else []
    for note in sheet.notes:
        rows += textwrap.wrap(f"Note: {note}", width)
    if colours is None or width < SMALL:
        rows += _plain(sheet, width)
    else:
        rows += _pictured(sheet, width, colours)
    if sheet.cautions:
        rows += ["", "Take care", *_bullets(sheet.cautions, width)]
    rows += ["", "Stop at once at any of these", *_bullets(sheet.stops, width)]
    if routine.sources:
        rows += ["", "Sources", *_bullets((str(source) for source in routine.sources), width)]
    rows += ["", *textwrap.wrap(safety.NOT_MEDICAL, width)]
    return "\n".join(rows + ([sheet.by] if sheet.by else []))


@dataclass(frozen=True, slots=True)
class _Block:
    """A step in words, or the head of its rounds."""

    words: tuple[str, ...]
    entry: Entry | None = None


def _blocks(entries: Iterable[Entry | Rounds], width: int, indent: int = 0) -> list[_Block]:
    blocks: list[_Block] = []
    for entry in entries:
        if isinstance(entry, Entry):
            blocks.append(_Block(tuple(_step(entry, width, indent)), entry))
        else:
            blocks.append(_Block(tuple(_rounds(entry, width, indent))))
            blocks += _blocks(entry.entries, width, indent + INDENT)
    return blocks


def _rounds(rounds: Rounds, width: int, indent: int) -> list[str]:
    head = f"{rounds.first} to {rounds.last}. {rounds.title}"
    head += f"  ({', '.join(rounds.facts)})" if rounds.facts else ""
    words = _wrapped(head, width, indent)
    for text in rounds.texts:
        words += _wrapped(text, width, indent + INDENT)
    return words


def _step(entry: Entry, width: int, indent: int) -> list[str]:
    facts = filter(None, (*entry.time, entry.side, entry.times, entry.pressure))
    head = f"{entry.number}. {entry.lead.title}  ({', '.join(facts)})"
    within = indent + INDENT
    source = f"Source: {'; '.join(entry.sources)}" if entry.sources else ""
    words = textwrap.wrap(head, width, initial_indent=" " * indent, subsequent_indent=" " * within)
    for text in (*entry.lead.texts, source):
        words += _wrapped(text, width, within)
    return words


def _plain(sheet: Sheet, width: int) -> list[str]:
    return [row for block in _blocks(sheet.entries, width) for row in ("", *block.words)]


def _pictured(sheet: Sheet, width: int, colours: int) -> list[str]:
    """The steps beside their pictures, or below them where there is no room for both."""
    across = LARGE if width >= ROOMY else SMALL
    beside = width >= BESIDE
    column = across + GAP if beside else 0
    whose = "the left of who is massaged" if sheet.is_for_two else "your left"
    rows = ["", *textwrap.wrap(f"Left in a picture is {whose}.", width)]
    before: Picture | None = None
    drawn: list[str] = []
    words: list[str] = []
    for block in _blocks(sheet.entries, width - column):
        picture = block.entry.picture if block.entry else None
        if picture is None or picture != before:
            rows += _beside(drawn, words, across, column)
            drawn = _drawn(block.entry, picture, across, colours) if block.entry and picture else []
            words = list(block.words)
        else:
            words += ["", *block.words]
        before = picture
    return rows + _beside(drawn, words, across, column)


def _drawn(entry: Entry, picture: Picture, across: int, colours: int) -> list[str]:
    lead = entry.lead
    return mosaic(at_work(picture, lead.technique or "", lead.pressure or 0), across, colours)


def _beside(drawn: list[str], words: list[str], across: int, column: int) -> list[str]:
    """A picture with its words to the right of it, or below it where there is no `column`."""
    if not words:
        return []
    if not column:
        return ["", *(row.rstrip() for row in drawn), *words]
    blank, gap = " " * across, " " * (column - across)
    rows = zip_longest(drawn, words)
    return ["", *(f"{left or blank}{gap}{right or ''}".rstrip() for left, right in rows)]


def _wrapped(text: str, width: int, indent: int) -> list[str]:
    margin = " " * indent
    return textwrap.wrap(text, width, initial_indent=margin, subsequent_indent=margin)


def _bullets(texts: Iterable[str], width: int) -> list[str]:
    return [
        line
        for text in texts
        for line in textwrap.wrap(text, width, initial_indent="- ", subsequent_indent="  ")
    ]
