"""In which order home lists the routines, and what is told of the chosen one."""

from collections.abc import Iterable, Sequence
from typing import Any

from textual.content import Content

from relax_coach.core.past import Past
from relax_coach.core.suggestion import Suggestion, helps, rank, worsens
from relax_coach.core.wish import Wish
from relax_coach.tui.screens.row import Row
from relax_coach.tui.widgets.text import plain


def ordered(
    rows: Iterable[Row], wish: Wish, before: Past, liked: Sequence[str], lately: Sequence[str]
) -> list[Row]:
    """Those of `rows` that can be played and work on the place, the best first.

    Favourites come before what helped, and what was played lately before the rest; what is not
    for the person comes last, and before it what made it worse.
    """

    def place(row: Row) -> tuple[Any, ...]:
        one, name = row.candidate, row.entry.full_name
        return (
            row.is_refused,
            worsens(wish, one, before),
            _number(liked, name),
            -helps(wish, one, before),
            _number(lately, name),
            rank(wish, one, before),
        )

    fitting = (
        row
        for row in rows
        if row.timeline is not None and (not wish.target or row.fits(wish.target, wish.side))
    )
    return sorted(fitting, key=place)


def told(title: str, found: Suggestion) -> Content:
    """What is worth telling of the chosen one before a start: what the list does not show."""
    scaled = found.options.fit is not None or not found.fits
    words = ("rest", *(["time"] if scaled else []), "gentler", "past")
    clauses = [found.why[word] for word in words if word in found.why]
    if not clauses:
        return Content("")
    name = plain(title).stylize("bold")  # the list above it may show another one last
    return Content.assemble(name, plain(f": {'; '.join(clauses)}."))


def _number(names: Sequence[str], name: str) -> int:
    """Where `name` stands in `names`; after all of them where it does not."""
    return names.index(name) if name in names else len(names)
