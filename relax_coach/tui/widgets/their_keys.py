"""The three keys of who is massaged, large enough to be found with one eye open."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click
from textual.widgets import Static


class TheirKeys(Horizontal):
    """Softer, more, stop: each a field that can also be clicked."""

    DEFAULT_CSS = """
    TheirKeys { height: 3; }
    TheirKey { width: 1fr; height: 3; border: round $track; text-align: center; }
    TheirKey.-stop { border: round $error; color: $error; }
    """

    def compose(self) -> ComposeResult:
        yield TheirKey("e", "softer", "player('ease_off')")
        yield TheirKey("s", "10 seconds more", "player('stay')")
        yield TheirKey("x", "stop", "stop", classes="-stop")


class TheirKey(Static):
    """One of them; `does` is the action of the screen."""

    def __init__(self, key: str, says: str, does: str, classes: str = "") -> None:
        label = Content.assemble((key, "bold $strong"), "  ", says)
        super().__init__(label, markup=False, classes=classes)
        self._does = does

    async def on_click(self, event: Click) -> None:
        event.stop()  # a click anywhere else pauses
        await self.run_action(f"screen.{self._does}")
