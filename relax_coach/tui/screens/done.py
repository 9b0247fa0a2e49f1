"""The quiet page after a session."""

from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key

from relax_coach.core import keys, safety
from relax_coach.core.phrases import clock
from relax_coach.core.routine import Routine
from relax_coach.tui.screens.outcome import Outcome
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.keys import KeyLine, foot

HURT = ("y", "x")
"""Also the key that means so in the session: it may have been on its way."""
SCROLL = ("up", "down", "pageup", "pagedown", "home", "end")


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
        answers = keys.DONE
        asks = outcome.steps > 0 or outcome.how == "danger"
        if asks:
            after = safety.after(outcome.places)
            parts += ["\n\n", after] * bool(after) + ["\n\n", told.hurt_question]
            answers = keys.DONE_ASKING
        title = "Done" if outcome.how == "finished" else "Ended"
        super().__init__(Content(title), Content.assemble(*parts), foot(answers))
        self._asks = asks

    def on_mount(self) -> None:
        self.watch(self._page, "scroll_y", self.show_keys, init=False)

    def on_key(self, event: Key) -> None:
        if event.key in SCROLL and self._page.max_scroll_y > 0:
            return
        event.stop()
        self._take(event.key in HURT)

    def on_click(self) -> None:
        self._take(False)

    @property
    def _page(self) -> VerticalScroll:
        return self.query_one("#page", VerticalScroll)

    @property
    def _is_seen(self) -> bool:
        """Whether the question, which stands last, is or was on the screen."""
        return self._page.scroll_y >= self._page.max_scroll_y

    def _take(self, hurt: bool) -> None:
        """An answer, once the question was on the screen; before that, it reads on."""
        if self.is_hurried():
            return
        if self._is_seen:
            self.dismiss(self._asks and hurt)
        else:
            self._page.scroll_page_down(animate=False)

    def show_keys(self) -> None:
        """No answer before the question was seen."""
        if self._is_seen:
            super().show_keys()
        else:
            self.query_one(KeyLine).update(foot(keys.DONE, {"any": "reads on"}))
