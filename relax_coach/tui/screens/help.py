"""The keys that work here. Any key leaves; a click on a row does what its key does."""

from collections.abc import Iterable
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.screen import Screen

from relax_coach.core import question_keys
from relax_coach.core.key import Key, Keys
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.keys import PRESSED, action_of, foot, press
from relax_coach.tui.widgets.rows import Rows
from relax_coach.tui.widgets.text import plain

GAP = "  "
"""Between two keys, and between them and what they do."""
TITLE = Content.assemble("Keys", ("  a click does it too", "not bold $text-muted"))


class HelpPage(Page[Key]):
    """Keys and what they do. Answers with the key that is to be done."""

    def __init__(self, explained: Keys, known: Iterable[str] = ()) -> None:
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
        self._explained = explained
        self._rows = Rows(*rows)
        super().__init__(TITLE, self._rows, foot(question_keys.HELP))

    def on_key(self, event: events.Key) -> None:
        if event.key in ("up", "down", "pageup", "pagedown"):
            return  # to read on where the page is small
        event.stop()
        # When something is wrong, not a second press is asked for.
        self.dismiss(self._explained.of("x") if event.key == "x" else None)

    def on_click(self, event: events.Click) -> None:
        self.dismiss(self._key_at(event))

    def _key_at(self, event: events.Click) -> Key | None:
        """What is clicked, if it does anything beyond this page."""
        clicked, _ = self.get_widget_at(*event.screen_offset)
        if clicked.id != "body":
            return None
        row = self._rows.at(event.y, clicked.size.width)
        key = next(iter(self._explained.all[row : row + 1]), None)
        leads_on = key and key.action != "help" and (key.action or key.first in PRESSED)
        return key if leads_on else None


def explain(screen: Screen[Any], explained: Keys, known: Iterable[str] = ()) -> None:
    """Open the help over `screen`, and do there what is clicked in it."""

    async def closed(key: Key | None) -> None:
        if key is not None:
            await press(screen, key.first, action_of(key))

    screen.app.push_screen(HelpPage(explained, known), closed)
