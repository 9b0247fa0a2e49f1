"""A calm page in the middle of the screen: a title, a text, and the keys that answer it."""

from time import monotonic
from typing import TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.screen import ModalScreen
from textual.visual import Visual
from textual.widgets import Static

from relax_coach.core import keys as table
from relax_coach.tui.widgets.keys import KeyLine, foot

KEYS_HEIGHT = 2
SETTLED = 1.0
"""Seconds that a page stands before a key answers for somebody's safety: longer than a keyboard
waits until it repeats one that is held."""
REPEATED = 0.2
"""Seconds between two keys, from which on they are not one that is held."""
READ_ON = (foot(table.READ_ON), Content("↑ ↓").stylize("$primary"))
"""Before the keys of a page that scrolls, as far as there is room beside them."""
Answer = TypeVar("Answer")


class Question(ModalScreen[Answer]):
    """Is answered once: keys that were already on their way find it gone."""

    def __init__(self, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._opened = self._heard = monotonic()

    def is_hurried(self) -> bool:
        """Whether a key was meant for the page before, or is held down.

        To be asked once for each key that answers or turns a page.
        """
        before, self._heard = self._heard, monotonic()
        return self._heard - self._opened < SETTLED or self._heard - before < REPEATED

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        if self.is_current:
            return super().dismiss(result)
        return AwaitComplete.nothing()  # type: ignore[no-any-return, no-untyped-call]


class Page(Question[Answer]):
    """Dismissed with an answer; the keys are the bindings of the page."""

    CSS_PATH = "page.tcss"
    AUTO_FOCUS = "#page"

    def __init__(self, title: Content, body: Visual, keys: Content, alarm: bool = False) -> None:
        super().__init__(classes="-alarm" if alarm else "")
        self._title = title
        self._body = body
        self._keys = keys

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page"):
            yield Static(self._title, id="title", markup=False)
            yield Static(self._body, id="body", markup=False)
        yield KeyLine(self._keys, id="keys")

    def on_resize(self, event: Resize) -> None:
        """Whatever the size, the keys are seen."""
        self.query_one("#page").styles.max_height = max(1, event.size.height - KEYS_HEIGHT)
        self.call_after_refresh(self.show_keys)

    def show_keys(self) -> None:
        """The keys that answer, and before them that there is more to read where there is."""
        shown, line = self._keys, self.query_one(KeyLine)
        if self.query_one("#page").max_scroll_y > 0:
            ways = [Content("  ").join([read, shown]) for read in READ_ON]
            room = line.content_region.width
            shown = next((way for way in ways if way.cell_length <= room), shown)
        line.update(shown)
