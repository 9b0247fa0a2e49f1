"""The quiet page after a session."""

from textual.content import Content
from textual.events import Click, Key

from relax_coach.core import safety
from relax_coach.core.phrases import clock
from relax_coach.core.routine import Ms, Routine
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.text import keys

HURT = "y"


class DonePage(Page[bool]):
    """What was done, and what to watch for. Is it True that something is wrong now?

    Any key but that one leaves.
    """

    def __init__(self, routine: Routine, done: Ms, steps: int) -> None:
        parts: list[str | Content] = [
            f"{clock(done)}, {steps} step{'s' if steps != 1 else ''}.\n\n",
            "Stay as you are for a moment, if you like.\n\n",
            Content(safety.EXPECTED).stylize("$text-muted"),
        ]
        answers = [("any key", "goes on")]
        if routine.presses:
            parts += ["\n\n", safety.after(routine.touches_neck), "\n\n", safety.HURT_QUESTION]
            answers = [(HURT, "yes, something is wrong"), ("any other key", "goes on")]
        super().__init__(Content("Done"), Content.assemble(*parts), keys(*answers))
        self._asks = routine.presses

    def on_key(self, event: Key) -> None:
        event.stop()
        self.dismiss(self._asks and event.key == HURT)

    def on_click(self, event: Click) -> None:
        self.dismiss(False)
