"""The routines in the palette: found by typing, so that the commands are not lost among them."""

from collections.abc import Callable, Iterator
from typing import Protocol, runtime_checkable

from textual.command import Hit, Hits, Provider

from relax_coach.tui.widgets.text import clean, plain


@runtime_checkable
class Startable(Protocol):
    """A screen from which routines can be started."""

    def starts(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """Title of each routine, and what starts it."""


class Starts(Provider):
    """ "Start: Desk break" for every routine of a screen that is Startable."""

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        if not isinstance(self.screen, Startable):
            return
        for title, start in self.screen.starts():
            told = f"Start: {clean(title)}"
            # Not matcher.highlight: that reads markup in the title.
            if (score := matcher.match(told)) > 0:
                yield Hit(score, plain(told), start, text=told)
