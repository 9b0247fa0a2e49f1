"""The quiet page after a session."""

from textual.content import Content
from textual.events import Click, Key

from relax_coach.core import safety
from relax_coach.core.phrases import clock
from relax_coach.core.routine import Ms
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.text import keys


class DonePage(Page[None]):
    """What was done. Any key leaves."""

    def __init__(self, done: Ms, steps: int) -> None:
        body = Content.assemble(
            f"{clock(done)}, {steps} step{'s' if steps != 1 else ''}.\n\n",
            "Stay as you are for a moment, if you like.\n\n",
            Content(safety.EXPECTED).stylize("$text-muted"),
        )
        super().__init__(Content("Done"), body, keys(("any key", "goes on")))

    def on_key(self, event: Key) -> None:
        event.stop()
        self.dismiss(None)

    def on_click(self, event: Click) -> None:
        self.dismiss(None)
