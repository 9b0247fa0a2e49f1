"""The keys that work here. Any key leaves."""

from collections.abc import Iterable

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click, Key

from relax_coach.core import keys
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.keys import foot
from relax_coach.tui.widgets.rows import Rows
from relax_coach.tui.widgets.text import plain

GAP = "  "
"""Between two keys, and between them and what they do."""


class HelpPage(Page[bool]):
    """Keys and what they do. True when it was left with x: something is wrong."""

    def __init__(self, explained: keys.Keys, known: Iterable[str] = ()) -> None:
        """`known`: what is to be known about the session, below the keys."""
        marks = [GAP.join(key.written) for key in explained.all]
        column = max(map(cell_len, marks)) + len(GAP)
        rows: list[tuple[Content | str, Content]] = [
            (Content(mark.ljust(column)).stylize("$primary"), Content(key.does))
            for mark, key in zip(marks, explained.all, strict=True)
        ]
        told = [("· ", plain(sentence)) for sentence in known]
        if told:
            rows += [("", Content("\nGood to know here").stylize("bold")), *told]
        super().__init__(Content("Keys"), Rows(*rows), foot(keys.HELP))

    def on_key(self, event: Key) -> None:
        if event.key in ("up", "down", "pageup", "pagedown"):
            return  # to read on where the page is small
        event.stop()
        self.dismiss(event.key == "x")

    def on_click(self, event: Click) -> None:
        self.dismiss(False)
