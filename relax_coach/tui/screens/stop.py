"""Something is wrong: the stop rules, over a session that stands still."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from relax_coach.core import safety
from relax_coach.core.routine import Routine
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.rows import Rows
from relax_coach.tui.widgets.text import clean, keys


class StopPage(Page[bool]):
    """Is it True that the session ends here?"""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "answer(True)", "End the session"),
        Binding("space", "answer(False)", "Go on: it was a slip"),
    ]

    def __init__(self, routine: Routine) -> None:
        rules = (*safety.STOP_RULES, *(clean(rule) for rule in routine.stop_if))
        body = Rows(
            ("", Content(safety.TOLD[routine.who].stop_do).stylize("bold")),
            ("", f"\n{safety.STOP_WHEN}:"),
            *(("· ", rule) for rule in rules),
            ("", f"\n{safety.STOP_LATER}\n"),
            ("", Content(f"{safety.EXPECTED} {safety.SLIP}").stylize("$text-muted")),
        )
        super().__init__(
            Content(safety.STOP_TITLE),
            body,
            keys(("q", "end the session"), ("space", "go on")),
            alarm=True,
        )

    def action_answer(self, end: bool) -> None:
        self.dismiss(end)


class HurtPage(Page[None]):
    """Something is wrong after the end: what to do, and rest for today."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,q,escape", "leave", "Leave")]

    def __init__(self, routine: Routine) -> None:
        told = safety.TOLD[routine.who]
        body = Content.assemble(
            Content(told.stop_do).stylize("bold"),
            f"\n\n{safety.STOP_LATER}\n\n{told.hurt_rest}",
        )
        super().__init__(Content(safety.HURT_TITLE), body, keys(("enter", "goes on")), alarm=True)

    def action_leave(self) -> None:
        self.dismiss(None)
