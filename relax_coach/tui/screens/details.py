"""What there is to know about a routine, where it has no room beside the list."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from relax_coach.core import question_keys
from relax_coach.tui.screens.page import Page
from relax_coach.tui.screens.row import Row
from relax_coach.tui.widgets.keys import bindings, foot


class DetailsPage(Page[bool]):
    """Steps, cautions and sources of `row`. Is it True that it is to start?"""

    BINDINGS: ClassVar[list[BindingType]] = bindings(question_keys.DETAILS)

    def __init__(self, row: Row) -> None:
        title, *rest = row.details.split("\n")
        words = {} if row.timeline is not None else {"enter": ""}  # a broken one cannot start
        super().__init__(title, Content("\n").join(rest), foot(question_keys.DETAILS, words))

    def action_answer(self, start: bool) -> None:
        self.dismiss(start)
