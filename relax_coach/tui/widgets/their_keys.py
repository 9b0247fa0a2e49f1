"""The three keys of who is massaged, large enough to be found with one eye open."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from relax_coach.core import keys
from relax_coach.core.key import Key
from relax_coach.tui.widgets.keys import action_of, press

IN_A_ROW = ("e", "s", "x")
"""Softer, more, stop: what ends it stands last."""


class TheirKeys(Horizontal):
    """Softer, more, stop: each a field that can also be clicked."""

    DEFAULT_CSS = """
    TheirKeys { height: 3; }
    TheirKey { width: 1fr; height: 3; border: round $track; text-align: center; }
    TheirKey.-stop { border: round $error; color: $error; }
    """

    def compose(self) -> ComposeResult:
        for name in IN_A_ROW:
            if key := keys.SESSION.of(name):
                yield TheirKey(key)


class TheirKey(Static):
    """One of them."""

    def __init__(self, key: Key) -> None:
        label = Content.assemble((key.first, "bold $strong"), "  ", key.large)
        super().__init__(label, markup=False, classes="-stop" if key.action == "stop" else "")
        self.tooltip = Content(key.title)
        self._key = key

    async def on_click(self, event: Click) -> None:
        event.stop()  # a click anywhere else pauses
        await press(self.screen, self._key.first, action_of(self._key))
