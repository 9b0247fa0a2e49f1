"""Before hands are laid on someone: their yes, and the word that ends it."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from relax_coach.core import question_keys, safety
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.keys import bindings, foot
from relax_coach.tui.widgets.rows import Rows


class ConsentPage(Page[bool]):
    """Is it True that the receiver said yes?"""

    BINDINGS: ClassVar[list[BindingType]] = bindings(question_keys.CONSENT)

    def __init__(self, agreed_on: tuple[str, ...]) -> None:
        body = Rows(*(("· ", line) for line in agreed_on))
        super().__init__(Content(safety.CONSENT_TITLE), body, foot(question_keys.CONSENT))

    def action_answer(self, agreed: bool) -> None:
        if not self.is_hurried():
            self.dismiss(agreed)
