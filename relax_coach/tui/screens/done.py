"""The quiet page after a session."""

from textual.content import Content
from textual.events import Click, Key

from relax_coach.core import safety
from relax_coach.core.phrases import clock
from relax_coach.core.routine import Routine
from relax_coach.tui.screens.outcome import Outcome
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.text import keys

HURT = "y"
SCROLL = ("up", "down", "pageup", "pagedown", "home", "end")
PAUSE = 0.7
"""Seconds in which keys are not heeded: they were meant for the session."""


class DonePage(Page[bool]):
    """What was done, and what to watch for. Is it True that something is wrong now?

    Any key but that one leaves.
    """

    def __init__(self, routine: Routine, outcome: Outcome) -> None:
        told = safety.TOLD[routine.who]
        steps = f"{outcome.steps} step{'s' if outcome.steps != 1 else ''}"
        parts: list[str | Content] = [f"{clock(outcome.done)}, {steps}."]
        if outcome.how == "danger":
            parts += ["\n\n", Content(told.stop_do).stylize("bold")]
        else:
            expected = Content(safety.EXPECTED).stylize("$text-muted")
            parts += [f"\n\n{told.stay}\n\n", expected]
        answers = [("any key", "goes on")]
        asks = routine.presses and (outcome.steps > 0 or outcome.how == "danger")
        if asks:
            parts += ["\n\n", safety.after(routine.touches_neck), "\n\n", told.hurt_question]
            answers = [(HURT, "yes"), ("any other key", "goes on")]
        title = "Done" if outcome.how == "finished" else "Ended"
        super().__init__(Content(title), Content.assemble(*parts), keys(*answers))
        self._asks = asks
        self._open = False

    def on_mount(self) -> None:
        self.set_timer(PAUSE, self._listen)

    def _listen(self) -> None:
        self._open = True

    def on_key(self, event: Key) -> None:
        """Answers the question once it was on the screen; before that, any key reads on."""
        page = self.query_one("#page")
        is_whole = page.scroll_offset.y >= page.max_scroll_y
        if event.key in SCROLL and page.max_scroll_y > 0:
            return
        event.stop()
        if not self._open:
            return
        if event.key == HURT or is_whole:
            self.dismiss(self._asks and event.key == HURT)
        else:
            page.scroll_page_down(animate=False)

    def on_click(self, event: Click) -> None:
        if self._open:
            self.dismiss(False)
