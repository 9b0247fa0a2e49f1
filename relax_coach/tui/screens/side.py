"""Which side? One key."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from relax_coach.core import question_keys, vocabulary
from relax_coach.core.options import BOTH
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.keys import bindings, foot


class SidePage(Page[str]):
    """Answers left, right, both or each; "" when the person turns back."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(question_keys.SIDE)

    def __init__(self, target: str, together: bool) -> None:
        """`together`: both sides can be worked at the same time."""
        self.together = together
        name = vocabulary.TARGETS[target].name
        super().__init__(
            Content("Which side?"),
            Content(f"Choose the side where the {name} is more tense, or work on both."),
            foot(question_keys.SIDE, {} if together else {"b": ""}),
        )

    def action_answer_both(self) -> None:
        self.dismiss(BOTH if self.together else "each")

    def action_answer(self, side: str) -> None:
        self.dismiss(side)
