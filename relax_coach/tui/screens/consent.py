"""Before hands are laid on someone: their yes, and the word that ends it."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from relax_coach.core import safety
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.rows import Rows
from relax_coach.tui.widgets.text import keys


class ConsentPage(Page[bool]):
    """Is it True that the receiver said yes?"""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "They said yes"),
        Binding("n,escape", "answer(False)", "Not now"),
    ]

    def __init__(self, agreed_on: tuple[str, ...]) -> None:
        body = Rows(*(("· ", line) for line in agreed_on))
        answers = keys(("y", "they said yes"), ("n", "not now"))
        super().__init__(Content(safety.CONSENT_TITLE), body, answers)

    def action_answer(self, agreed: bool) -> None:
        self.dismiss(agreed)
