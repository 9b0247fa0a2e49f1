"""What holds for the person who is massaged: plain questions, each with its reason."""

from collections.abc import Collection, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relax_coach.core import question_keys, safety
from relax_coach.core.conditions import Condition
from relax_coach.tui.screens.page import Question
from relax_coach.tui.widgets.keys import KeyLine, bindings, foot
from relax_coach.tui.widgets.rows import Rows

Answers = Mapping[str, bool]
"""Word of a condition → whether it holds."""


class ConditionsScreen(Question[Answers | None]):
    """Answers every question, or None when the person turns back.

    Who has nothing to tell presses one key. Who `changes` what was answered before turns back with
    what is other now: nothing that was told is lost.
    """

    CSS_PATH = "conditions.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (60, "-medium")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (20, "-low"), (32, "-high")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = bindings(question_keys.CONDITIONS)

    def __init__(
        self,
        asked: tuple[Condition, ...],
        of_receiver: bool = False,
        held: Collection[str] = (),
        changes: bool = False,
    ) -> None:
        super().__init__()
        self._asked = asked
        self._of_receiver = of_receiver
        self._changes = changes
        self._before = frozenset(row.word for row in asked if row.word in held)
        self._held = set(self._before)

    def compose(self) -> ComposeResult:
        title = safety.THEIR_CONDITIONS_TITLE if self._of_receiver else safety.CONDITIONS_TITLE
        told = safety.THEIR_CONDITIONS_KEPT if self._of_receiver else safety.CONDITIONS_KEPT
        with Vertical():
            yield Static(Content(title), id="title", markup=False)
            yield OptionList(*(Option(self._prompt(row)) for row in self._asked), markup=False)
            yield Static(id="reason", markup=False)
            yield Static(Content(told), id="kept", markup=False)
            yield KeyLine(id="keys")

    def on_mount(self) -> None:
        shelf = self.query_one(OptionList)
        shelf.highlighted = 0
        self.watch(shelf, "scroll_y", self.show_keys, init=False)
        self.call_after_refresh(self.show_keys)

    def on_resize(self) -> None:
        self.call_after_refresh(self.show_keys)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one("#reason", Static).update(Content(self._asked[event.option_index].explained))
        self.call_after_refresh(event.option_list.scroll_to_highlight)

    def action_turn_over(self) -> None:
        """Yes to the question under the cursor; its reason stays to be read."""
        self._turn_over(self.query_one(OptionList).highlighted or 0)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or a click."""
        self._turn_over(event.option_index)

    def action_finish(self) -> None:
        """That is all, once the last question was on the screen; before that, read on."""
        if self.is_hurried():
            return
        shelf = self.query_one(OptionList)
        if shelf.scroll_y < shelf.max_scroll_y:
            shelf.action_page_down()  # type: ignore[no-untyped-call]
            shelf.scroll_to_highlight(top=True)
            return
        self.dismiss({row.word: row.word in self._held for row in self._asked})

    def action_turn_back(self) -> None:
        changed = {word: word in self._held for word in self._before ^ self._held}
        self.dismiss(changed if self._changes else None)

    def _turn_over(self, index: int) -> None:
        if self.is_hurried(f"row {index}"):
            return
        row = self._asked[index]
        self._held ^= {row.word}
        self.query_one(OptionList).replace_option_prompt_at_index(index, self._prompt(row))
        self.show_keys()

    def _prompt(self, row: Condition) -> Rows:
        if row.word in self._held:
            yes, name = Content("yes  ").stylize("bold $accent"), Content(row.name)
            return Rows((yes, name.stylize("$strong")))
        return Rows((Content("no   ").stylize("$text-muted"), row.name))

    def show_keys(self) -> None:
        """The keys, how many questions were answered with yes, and whether there are more."""
        shelf, held = self.query_one(OptionList), len(self._held)
        done = f"no more: {held} yes" if held else "none of these"
        if shelf.scroll_y < shelf.max_scroll_y:
            done += ", read on"
        self.query_one(KeyLine).update(foot(question_keys.CONDITIONS, {"n": done}))
