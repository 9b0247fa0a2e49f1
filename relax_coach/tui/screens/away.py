"""Back again: the machine slept or stood, and the session with it. How does it go on?"""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from relax_coach.core import question_keys
from relax_coach.core.phrases import clock
from relax_coach.core.timeline import Moment
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.keys import bindings, foot
from relax_coach.tui.widgets.text import plain


class AwayPage(Page[str]):
    """Dismissed with "on", "again" (this step from its beginning), "end" or "wrong"."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(question_keys.AWAY)

    def __init__(self, told: str, moment: Moment) -> None:
        """`told`: how long, in a sentence; `moment`: where the session stands."""
        left = clock(moment.total - moment.position)
        body = Content.assemble(
            "Nothing of that time counts as done.\n",
            *(("Now: ", plain(moment.span.title), "\n") if moment.span.title else ()),
            f"{left} are left.",
        )
        super().__init__(Content(told), body, foot(question_keys.AWAY))

    def action_answer(self, how: str) -> None:
        self.dismiss(how)

    def on_click(self) -> None:
        self.dismiss("on")
