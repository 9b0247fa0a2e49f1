"""Which side? One key."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from relax_coach.core import vocabulary
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.text import keys


class SidePage(Page[str]):
    """Answers left, right or each; "" when the person turns back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "answer('left')", "Left"),
        Binding("r", "answer('right')", "Right"),
        Binding("b,e,enter", "answer('each')", "Both, one after the other"),
        Binding("escape", "answer('')", "Back"),
    ]

    def __init__(self, target: str) -> None:
        name = vocabulary.TARGETS[target].name
        super().__init__(
            Content("Which side?"),
            Content(f"Where the {name} is more tense, or both, one after the other."),
            keys(("l", "left"), ("r", "right"), ("b", "both"), ("esc", "back")),
        )

    def action_answer(self, side: str) -> None:
        self.dismiss(side)
