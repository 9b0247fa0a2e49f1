"""A calm page in the middle of the screen: a title, a text, and the keys that answer it."""

from typing import TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Static

KEYS_HEIGHT = 2
Answer = TypeVar("Answer")


class Question(ModalScreen[Answer]):
    """Is answered once: keys that were already on their way find it gone."""

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        if self.is_current:
            return super().dismiss(result)
        return AwaitComplete.nothing()  # type: ignore[no-any-return, no-untyped-call]


class Page(Question[Answer]):
    """Dismissed with an answer; the keys are the bindings of the page."""

    CSS_PATH = "page.tcss"
    AUTO_FOCUS = "#page"

    def __init__(self, title: Content, body: Content, keys: Content, alarm: bool = False) -> None:
        super().__init__(classes="-alarm" if alarm else "")
        self._title = title
        self._body = body
        self._keys = keys

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page"):
            yield Static(self._title, id="title", markup=False)
            yield Static(self._body, id="body", markup=False)
        yield Static(self._keys, id="keys", markup=False)

    def on_resize(self, event: Resize) -> None:
        """Whatever the size, the keys are seen."""
        self.query_one("#page").styles.max_height = max(1, event.size.height - KEYS_HEIGHT)
