"""End here? Asked once, over a session that stands still."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from relax_coach.core import question_keys
from relax_coach.core.phrases import clock
from relax_coach.core.timeline import Moment
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.keys import bindings, foot


class LeavePage(Page[bool | None]):
    """Is it True that the session ends here? None: something is wrong."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(question_keys.LEAVE)

    def __init__(self, moment: Moment) -> None:
        left = clock(moment.total - moment.position)
        super().__init__(
            Content("End here?"),
            Content(f"{left} are left."),
            foot(question_keys.LEAVE),
        )

    def action_answer(self, end: bool | None) -> None:
        self.dismiss(end)
