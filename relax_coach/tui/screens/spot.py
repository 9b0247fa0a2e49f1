"""Where is it sore? One key, or two."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relax_coach.core import question_keys, vocabulary
from relax_coach.core.options import is_spot
from relax_coach.core.phrases import capital
from relax_coach.tui.screens.page import Question
from relax_coach.tui.widgets.keys import KeyLine, bindings, foot

SPOTS = tuple(target for target in vocabulary.TARGETS.values() if is_spot(target.word))
_NAME = max(len(target.name) for target in SPOTS) + 2


class SpotScreen(Question[str]):
    """Answers with a target word, or "" when the person turns back."""

    CSS_PATH = "spot.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (60, "-medium")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = bindings(question_keys.SPOT)

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Content("Where is it sore?"), id="title", markup=False)
            yield OptionList(*(_option(target) for target in SPOTS), markup=False)
            yield Static(id="landmark", markup=False)
            yield KeyLine(foot(question_keys.SPOT), id="keys")

    def on_mount(self) -> None:
        words = [target.word for target in SPOTS]
        self.query_one(OptionList).highlighted = words.index(vocabulary.DEFAULT_SPOT)

    def on_key(self, event: Key) -> None:
        """A letter goes to the next spot that begins with it."""
        letter = event.character
        spots = self.query_one(OptionList)
        if not letter or not letter.isalpha():
            return
        here = spots.highlighted or 0
        order = [*range(here + 1, len(SPOTS)), *range(here + 1)]
        found = (index for index in order if SPOTS[index].name.startswith(letter.lower()))
        spots.highlighted = next(found, here)
        event.stop()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Where it is, whole: in the row its end may be cut, and that says where never to press."""
        landmark = SPOTS[event.option_index].landmark
        self.query_one("#landmark", Static).update(Content(capital(landmark) + "."))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(SPOTS[event.option_index].word)

    def action_turn_back(self) -> None:
        self.dismiss("")


def _option(target: vocabulary.Target) -> Option:
    name = target.name[:1].upper() + target.name[1:]
    landmark = Content(target.landmark).stylize("$text-muted")
    return Option(Content.assemble(f"{name:{_NAME}}", landmark))
