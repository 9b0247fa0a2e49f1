"""Rows of pieces (core/marks.py) as content of a widget."""

from collections.abc import Iterable

from textual.content import Content

from relax_coach.core.marks import Row
from relax_coach.tui.widgets.text import plain

STYLES = {
    "strong": "bold $strong",
    "slate": "$primary",
    "dim": "$text-muted",
    "track": "$track",
    "accent": "$accent",
    "calm": "$success",
}


def pieces(rows: Iterable[Row]) -> Content:
    """`rows`, one to a line; no markup in them has an effect."""
    lines = (
        Content.assemble(*(plain(text, STYLES.get(look, "")) for text, look in row)) for row in rows
    )
    return Content("\n").join(lines)
