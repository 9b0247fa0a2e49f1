"""End here? Asked once, over a session that stands still."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from relax_coach.core.phrases import clock
from relax_coach.core.timeline import Moment
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.text import keys


class LeavePage(Page[bool | None]):
    """Is it True that the session ends here? None: something is wrong."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,q,enter", "answer(True)", "End here"),
        Binding("n,space,escape", "answer(False)", "Go on"),
        Binding("x", "answer(None)", "Something is wrong"),
    ]

    def __init__(self, moment: Moment) -> None:
        left = clock(moment.total - moment.position)
        super().__init__(
            Content("End here?"),
            Content(f"{left} are left."),
            keys(("y", "end here"), ("n", "go on")),
        )

    def action_answer(self, end: bool | None) -> None:
        self.dismiss(end)
