"""The quiet page after a session."""

from collections.abc import Callable

from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from relax_coach.core import question_keys, safety
from relax_coach.core.phrases import clock, in_all
from relax_coach.core.routine import Routine
from relax_coach.tui.screens.outcome import Outcome
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.keys import KeyLine, foot

SCROLL = ("up", "down", "pageup", "pagedown", "home", "end")


class DonePage(Page[bool]):
    """What was done, and what to watch for. Is it True that something is wrong now?

    Any key but y and x leaves. Those mean harm, so they are never taken for the other answer.
    """

    def __init__(self, routine: Routine, outcome: Outcome, doubt: Callable[[bool], None]) -> None:
        """`doubt`: told whether a yes came so fast that it may have been meant for the page before.
        Until the other answer is given it counts, also where the window is closed over it."""
        told = safety.TOLD[routine.who]
        steps = f"{outcome.steps} step{'s' if outcome.steps != 1 else ''}"
        before = in_all(outcome.done, outcome.whole)
        parts: list[str | Content] = [f"{clock(outcome.done)}, {steps}. {before}".strip()]
        if outcome.how == "danger":
            parts += ["\n\n", Content(told.stop_do).stylize("bold")]
        else:
            expected = Content(safety.EXPECTED).stylize("$text-muted")
            parts += [f"\n\n{told.stay}\n\n", expected]
        answers = question_keys.DONE
        asks = outcome.steps > 0 or outcome.how == "danger"
        if asks:
            after = safety.after(outcome.places)
            parts += ["\n\n", after] * bool(after) + ["\n\n", told.hurt_question]
            answers = question_keys.DONE_ASKING
        title = "Done" if outcome.how == "finished" else "Ended"
        self._told = Content.assemble(*parts)
        super().__init__(Content(title), self._told, foot(answers))
        self._asks = asks
        self._doubt = doubt
        self._is_unsure = False

    def on_mount(self) -> None:
        self.watch(self.page, "scroll_y", self.show_keys, init=False)

    def on_key(self, event: Key) -> None:
        if event.key in SCROLL and self.page.max_scroll_y > 0:
            return
        event.stop()
        if event.key == "x" and self._asks:  # the session's own key for it, perhaps on its way
            self.dismiss(True)
        elif event.key == "y" and self._asks:
            self._take_yes()
        elif event.key == "n" or not self._is_unsure:
            self._take_no()
        else:
            self.show_keys()

    def on_click(self) -> None:
        if not self._is_unsure:
            self._take_no()

    def _take_yes(self) -> None:
        if self.is_hurried():
            self._is_unsure = True
            self._doubt(True)
            asked = Content(safety.UNSURE).stylize("bold")
            self.query_one("#body", Static).update(Content("\n\n").join([self._told, asked]))
            self.call_after_refresh(self.page.scroll_end, animate=False)
        elif not self.reads_on():
            self.dismiss(True)

    def _take_no(self) -> None:
        if not self.is_hurried() and not self.reads_on():
            self._doubt(False)
            self.dismiss(False)

    def show_keys(self) -> None:
        """No answer before the question was seen."""
        if not self.is_seen:
            self.query_one(KeyLine).update(foot(question_keys.DONE, {"any": "reads on"}))
        elif self._is_unsure:
            self.query_one(KeyLine).update(foot(question_keys.DONE_UNSURE))
        else:
            super().show_keys()
