"""The danger signs: asked before the first press of a day, and what to do when there is one."""

from collections.abc import Collection
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relax_coach.core import question_keys, safety
from relax_coach.core.conditions import DO, SIGNS, Condition, as_held
from relax_coach.tui.screens.page import Page, Question
from relax_coach.tui.widgets.keys import KeyLine, bindings, foot
from relax_coach.tui.widgets.rows import Rows

WHICH = "Which of these? Space marks more than one. What to do now stands below."


class SignsPage(Page[bool | None]):
    """Is it True that there is a danger sign? None when the person turns back."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(question_keys.SIGN)

    def __init__(self, question: str) -> None:
        more = Content(f"\n\n{safety.ALSO} {safety.NOT_NOW} {safety.EVERYWHERE}").stylize(
            "$text-muted"
        )
        super().__init__(
            Content("Before the first press"),
            Content.assemble(question, more),
            foot(question_keys.SIGN),
        )

    def action_answer(self, sign: bool) -> None:
        if self.is_hurried():
            return
        if sign or not self.reads_on():
            self.dismiss(sign)

    def action_turn_back(self) -> None:
        self.dismiss(None)

    def on_mount(self) -> None:
        self.watch(self.page, "scroll_y", self.show_keys, init=False)

    def show_keys(self) -> None:
        """No sign is denied before all of them were on the screen."""
        if self.is_seen:
            super().show_keys()
        else:
            self.query_one(KeyLine).update(foot(question_keys.SIGN, {"n": "reads on"}))


class Marking(OptionList):
    """A click marks a row, as space does."""

    async def _on_click(self, event: Click) -> None:
        clicked = event.style.meta.get("option")
        if clicked is not None:
            self.highlighted = clicked
            await self.screen.run_action("mark")
        event.prevent_default()


class SignsScreen(Question[frozenset[str]]):
    """Which signs hold, and what to do now. Answers their words; none after all is empty."""

    CSS_PATH = "conditions.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (60, "-medium")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (20, "-low"), (32, "-high")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = bindings(question_keys.SIGNS)

    def __init__(self, held: Collection[str], told: frozenset[str] = frozenset()) -> None:
        """`held`: what is known of the person, by which a sign may mean more; `told`: the signs
        told earlier today, which hold until they are taken back."""
        super().__init__()
        self._held = held
        self._named = told
        self._taken_back: frozenset[str] = frozenset()
        """Those that the person took the mark from."""

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(
                Content(WHICH),
                id="title",
            )
            yield Marking(*(Option(self._prompt(row)) for row in SIGNS), markup=False)
            yield Static(id="reason", markup=False)
            yield KeyLine(id="keys")

    def on_mount(self) -> None:
        marked = (number for number, row in enumerate(SIGNS) if row.word in self._named)
        self.query_one(OptionList).highlighted = next(marked, 0)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        row = as_held(SIGNS[event.option_index], self._held)
        told = Content.assemble((DO[row.do], "bold $error"), f" {row.reason}")
        self.query_one("#reason", Static).update(told)
        self.show_keys()
        self.call_after_refresh(event.option_list.scroll_to_highlight)

    def on_resize(self) -> None:
        self.call_after_refresh(self.query_one(OptionList).scroll_to_highlight)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter: those that are marked, and the one that is read."""
        if not self.is_hurried():
            self.dismiss(self._taken(event.option_index))

    def action_mark(self) -> None:
        """This one too; or not, after all."""
        shelf = self.query_one(OptionList)
        index = shelf.highlighted or 0
        if self.is_hurried(f"row {index}"):
            return
        word = frozenset({SIGNS[index].word})
        # What was marked and taken back is no sign, also under the cursor.
        back = word <= self._named
        self._taken_back = self._taken_back | word if back else self._taken_back - word
        self._named ^= word
        shelf.replace_option_prompt_at_index(index, self._prompt(SIGNS[index]))
        self.show_keys()

    def action_none(self) -> None:
        if not self.is_hurried():
            self.dismiss(frozenset())

    def show_keys(self) -> None:
        """The keys, and which of the signs enter takes."""
        taken = self._taken(self.query_one(OptionList).highlighted or 0)
        told = [f"{len(self._named)} marked"] if self._named else []
        told += ["this one"] if taken != self._named else []
        self.query_one(KeyLine).update(
            foot(question_keys.SIGNS, {"enter": " and ".join(told) or "none of these"})
        )

    def _taken(self, index: int) -> frozenset[str]:
        """The words that enter takes, with the cursor on row `index`."""
        return self._named | (frozenset({SIGNS[index].word}) - self._taken_back)

    def _prompt(self, row: Condition) -> Rows:
        if row.word in self._named:
            return Rows((Content("yes ").stylize("bold $accent"), Content(row.name)))
        return Rows(("·   ", row.name))
