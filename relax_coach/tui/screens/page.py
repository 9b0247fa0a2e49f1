"""A calm page in the middle of the screen: a title, a text, and the keys that answer it."""

from typing import TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key, Resize
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.visual import Visual
from textual.widgets import Static

from relax_coach import haste
from relax_coach.core import question_keys as table
from relax_coach.core import safety
from relax_coach.haste import Haste
from relax_coach.tui.widgets.keys import KeyLine, foot

KEYS_HEIGHT = 2
READ_ON = (foot(table.READ_ON), Content("↑ ↓").stylize("$primary"))
"""Before the keys of a page that scrolls, as far as there is room beside them."""
Answer = TypeVar("Answer")


class Question(ModalScreen[Answer]):
    """Is answered once: keys that were already on their way find it gone."""

    def __init__(self, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.haste: Haste | None = None
        """From the moment that it is on the screen."""
        self._waiting: Timer | None = None

    def on_mount(self) -> None:
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.haste = Haste()

    def on_key(self, event: Key) -> None:
        """Who hammers on all keys answers nothing: those without a meaning here count too."""
        if self.haste is not None and event.key not in self.active_bindings:
            self.haste.is_hurried("another key")

    def is_hurried(self, mark: str = "") -> bool:
        """As Haste has it; then that is said, for a moment, in the place of the keys."""
        if self.haste is not None and not self.haste.is_hurried(mark):
            return False
        self._say_hurried()
        return True

    def _say_hurried(self) -> None:
        self.query_one("#keys", KeyLine).update(Content(safety.HURRIED).stylize("$text-muted"))
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(haste.SETTLED, self.show_keys)

    def is_left_over(self, key: str) -> bool:
        """The same."""
        if self.haste is not None and not self.haste.is_left_over(key):
            return False
        self._say_hurried()
        return True

    def show_keys(self) -> None:
        """The keys that answer."""
        raise NotImplementedError

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
        self.page.styles.max_height = max(1, event.size.height - KEYS_HEIGHT)
        self.call_after_refresh(self.show_keys)

    @property
    def page(self) -> VerticalScroll:
        return self.query_one("#page", VerticalScroll)

    @property
    def is_seen(self) -> bool:
        """Whether the end of the text is or was on the screen."""
        return self.page.scroll_y >= self.page.max_scroll_y

    def reads_on(self) -> bool:
        """Whether it goes on to the next part of the text: the end was not on the screen yet."""
        if self.is_seen:
            return False
        self.page.scroll_page_down(animate=False)
        return True

    def show_keys(self) -> None:
        """The keys that answer, and before them that there is more to read where there is."""
        shown, line = self._keys, self.query_one(KeyLine)
        if self.page.max_scroll_y > 0:
            ways = [Content("  ").join([read, shown]) for read in READ_ON]
            room = line.content_region.width
            shown = next((way for way in ways if way.cell_length <= room), shown)
        line.update(shown)
