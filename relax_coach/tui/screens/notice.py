"""Something the person must have read before it goes on."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from relax_coach.core import question_keys
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.keys import bindings, foot
from relax_coach.tui.widgets.text import plain


class NoticePage(Page[None]):
    """A title and a sentence."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(question_keys.REFUSED)

    def __init__(self, title: str, told: str) -> None:
        super().__init__(
            Content(title), plain(told), foot(question_keys.REFUSED, {"enter": "go on"})
        )

    def action_leave(self) -> None:
        self.dismiss(None)
