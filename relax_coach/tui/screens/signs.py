"""The danger signs: asked before the first press of a day, and what to do when there is one."""

from collections.abc import Collection
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relax_coach.core import keys, safety
from relax_coach.core.conditions import DO, SIGNS, as_held
from relax_coach.tui.screens.page import Page, Question
from relax_coach.tui.widgets.keys import KeyLine, bindings, foot
from relax_coach.tui.widgets.rows import Rows

WHICH = "Which of these? If more than one, the uppermost. What to do now stands below."
SILENCE = 0.5
"""Seconds without a key before the first answer counts: it must be one to what is read."""


class SignsPage(Page[bool | None]):
    """Is it True that there is a danger sign? None when the person turns back."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(keys.SIGN)

    def __init__(self, question: str) -> None:
        more = Content(f"\n\n{safety.ALSO} {safety.NOT_NOW} {safety.EVERYWHERE}").stylize(
            "$text-muted"
        )
        super().__init__(
            Content("Before the first press"),
            Content.assemble(question, more),
            foot(keys.SIGN),
        )

    def on_mount(self) -> None:
        self._listens = False
        self._silence = self.set_timer(SILENCE, self._listen)

    def on_key(self) -> None:
        """Keys that were on their way, or one held down, answer nothing: they wait for silence."""
        if not self._listens:
            self._silence.reset()

    def _listen(self) -> None:
        self._listens = True

    def action_answer(self, sign: bool) -> None:
        if self._listens:
            self.dismiss(sign)

    def action_turn_back(self) -> None:
        self.dismiss(None)


class SignsScreen(Question[str]):
    """Which sign it is, and what to do now. Answers its word, or "" for none after all."""

    CSS_PATH = "conditions.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (60, "-medium")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (20, "-low")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = bindings(keys.SIGNS)

    def __init__(self, held: Collection[str]) -> None:
        """`held`: what is known of the person, by which a sign may mean more."""
        super().__init__()
        self._held = held

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(
                Content(WHICH),
                id="title",
            )
            yield OptionList(*(Option(Rows(("· ", row.name))) for row in SIGNS), markup=False)
            yield Static(id="reason", markup=False)
            yield KeyLine(foot(keys.SIGNS), id="keys")

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = 0

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        row = as_held(SIGNS[event.option_index], self._held)
        told = Content.assemble((DO[row.do], "bold $error"), f" {row.reason}")
        self.query_one("#reason", Static).update(told)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(SIGNS[event.option_index].word)

    def action_answer(self, word: str) -> None:
        self.dismiss(word)
