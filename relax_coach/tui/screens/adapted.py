"""For you today: what of the session is suited to its person, to be taken or refused."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Click, Key
from textual.widgets import Static

from relax_coach.core import question_keys
from relax_coach.core.adapt import AS_WRITTEN, TWICE, Adaptation
from relax_coach.tui.screens.help import explain
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.keys import bindings, foot, handle
from relax_coach.tui.widgets.rows import Rows

DIGIT = question_keys.ADAPTED.all[1]


class AdaptedPage(Page[tuple[Adaptation, ...] | None]):
    """Answers with those that are taken, or None when the person turns back."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(question_keys.ADAPTED)

    def __init__(
        self, propose: Callable[[bool], tuple[Adaptation, ...]], twice: bool = False
    ) -> None:
        """`propose`: what is proposed, for who wants the sore side twice or once."""
        self._propose = propose
        self._twice = twice
        self._refused: set[str] = set()
        can_twice = TWICE in {one.word for one in propose(True)}
        super().__init__(
            Content("For you today"),
            self._rows(),
            foot(question_keys.ADAPTED, {} if can_twice else {"t": ""}),
        )

    def on_key(self, event: Key) -> None:
        digit = event.character or ""
        if digit in "123456789":
            self.action_turn_over(int(digit or 0))

    async def on_click(self, event: Click) -> None:
        action = event.style.meta.get("action")
        if action:
            await self.run_action(action)

    def action_turn_over(self, number: int) -> None:
        """The one of this number, counted from 1: not, or after all."""
        for one in self._propose(self._twice)[number - 1 : number]:
            self._refused ^= {one.word}
        self._show()

    def action_twice(self) -> None:
        self._twice = not self._twice
        self._refused -= {TWICE}
        self._show()

    def action_take(self) -> None:
        if not self.is_left_over("enter") and not self.reads_on():
            proposed = self._propose(self._twice)
            self.dismiss(tuple(one for one in proposed if one.word not in self._refused))

    def action_help(self) -> None:
        explain(self, question_keys.ADAPTED)

    def action_none(self) -> None:
        if not self.is_left_over("n"):
            self.dismiss(())

    def action_turn_back(self) -> None:
        self.dismiss(None)

    def _show(self) -> None:
        self.query_one("#body", Static).update(self._rows())

    def _rows(self) -> Rows:
        rows = []
        for number, one in enumerate(self._propose(self._twice), 1):
            refused = one.word in self._refused
            word, look = ("no   ", "$text-muted") if refused else ("yes  ", "bold $accent")
            mark = Content.assemble((f"{number} ", "$primary"), (word, look))
            told = Content(one.told).stylize("$text-muted" if refused else "$foreground")
            link = handle(DIGIT, f"turn_over({number})")
            rows.append((mark.stylize(link), told.stylize(link)))
        if not rows:
            rows.append((Content(), Content(AS_WRITTEN)))
        return Rows(*rows)
