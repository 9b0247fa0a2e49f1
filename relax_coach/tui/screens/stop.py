"""Something is wrong: the stop rules, over a session that stands still."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from relax_coach.core import question_keys, safety
from relax_coach.core.routine import Routine
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.keys import bindings, foot
from relax_coach.tui.widgets.rows import Rows
from relax_coach.tui.widgets.text import clean


class StopPage(Page[bool]):
    """Is it True that the session ends here?"""

    BINDINGS: ClassVar[list[BindingType]] = bindings(question_keys.STOP)

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
            foot(question_keys.STOP),
            alarm=True,
        )

    def action_answer(self, end: bool) -> None:
        if end or not self.is_hurried():
            self.dismiss(end)


class HurtPage(Page[bool]):
    """Something is wrong after the end: what to do, and rest for today. True: it was a slip."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(question_keys.HURT_RATED)

    def __init__(self, routine: Routine, why: str = "") -> None:
        """`why`: a sentence of the numbers that say so, which may have been a slip."""
        self._rated = bool(why)
        told = safety.TOLD[routine.who]
        body = Content.assemble(
            f"{why}\n\n" if why else "",
            Content(told.stop_do).stylize("bold"),
            f"\n\n{safety.STOP_LATER}\n\n{told.hurt_rest}",
        )
        keys = foot(question_keys.HURT_RATED if why else question_keys.HURT)
        super().__init__(Content(safety.HURT_TITLE), body, keys, alarm=True)

    def action_leave(self) -> None:
        if not self.is_hurried():
            self.dismiss(False)

    def action_slip(self) -> None:
        if self._rated and not self.is_hurried():
            self.dismiss(True)
