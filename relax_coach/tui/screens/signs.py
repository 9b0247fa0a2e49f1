"""The danger signs: asked before the first press of a day, and what to do when there is one."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from relax_coach.core import safety, vocabulary
from relax_coach.core.routine import Routine
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.text import keys, plain


class SignsPage(Page[bool | None]):
    """Is it True that there is a danger sign? None when the person turns back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "answer(False)", "No danger sign today"),
        Binding("y", "answer(True)", "Yes"),
        Binding("escape", "turn_back", "Back"),
    ]

    def __init__(self, routine: Routine) -> None:
        cautions = "\n".join(
            f"· {vocabulary.CAUTIONS[word].name}" for word in routine.every_caution
        )
        note = f"\n\nNot part of the question, but good to know here:\n{cautions}"
        heed = plain(note, "$text-muted") if cautions else ""
        super().__init__(
            Content("Before the first press"),
            Content.assemble(safety.QUESTION, heed),
            keys(("n", "no danger sign today"), ("y", "yes"), ("esc", "back")),
        )

    def action_answer(self, sign: bool) -> None:
        self.dismiss(sign)

    def action_turn_back(self) -> None:
        self.dismiss(None)


class RefusedPage(Page[None]):
    """What to do about a danger sign. There is no session now."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,q,escape", "leave", "Leave")]

    def __init__(self, to_library: bool) -> None:
        parts: list[str | Content] = []
        for urgency, what in safety.WHAT_TO_DO.items():
            parts.append(Content(f"{what}\n").stylize("bold"))
            texts = (sign.text for sign in safety.SIGNS if sign.urgency == urgency)
            parts.append("".join(f"· {text}\n" for text in texts) + "\n")
        back = keys(("enter", "back to the library" if to_library else "end"))
        super().__init__(
            Content("No massage now"), Content.assemble(*parts).rstrip(), back, alarm=True
        )

    def action_leave(self) -> None:
        self.dismiss(None)
