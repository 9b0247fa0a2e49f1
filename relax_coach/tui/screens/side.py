"""Which side? One key."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from relax_coach.core import vocabulary
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.text import keys


class SidePage(Page[str]):
    """Answers left, right, both or each; "" when the person turns back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "answer('left')", "Left"),
        Binding("r", "answer('right')", "Right"),
        Binding("b,enter", "answer_both", "Both at once, where that goes"),
        Binding("e", "answer('each')", "Each, one after the other"),
        Binding("escape", "answer('')", "Back"),
    ]

    def __init__(self, target: str, together: bool) -> None:
        """`together`: both sides can be worked at the same time."""
        self.together = together
        name = vocabulary.TARGETS[target].name
        both = [("b", "both at once")] if together else []
        super().__init__(
            Content("Which side?"),
            Content(f"Choose the side where the {name} is more tense, or work on both."),
            keys(("l", "left"), ("r", "right"), *both, ("e", "each in turn"), ("esc", "back")),
        )

    def action_answer_both(self) -> None:
        self.dismiss("both" if self.together else "each")

    def action_answer(self, side: str) -> None:
        self.dismiss(side)
