"""What the program knows, to read: questions on the left, answers with their sources beside."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relax_coach.core import keys
from relax_coach.core.learn import TOPICS, Topic
from relax_coach.core.reference import REFERENCES
from relax_coach.tui.screens.help import explain
from relax_coach.tui.widgets.keys import KeyLine, bindings, foot
from relax_coach.tui.widgets.text import plain

_TOPICS = tuple(TOPICS.values())


class LearnScreen(Screen[None]):
    """Dismissed when the person has read enough."""

    CSS_PATH = "learn.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (76, "-medium"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (20, "-low")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = bindings(keys.LEARN)

    def compose(self) -> ComposeResult:
        with Vertical(id="page"):
            yield Static(Content("Learn"), id="name", markup=False)
            with Horizontal(id="columns"):
                yield OptionList(*(Option(plain(one.title)) for one in _TOPICS), markup=False)
                with VerticalScroll(id="details"):
                    yield Static(id="text", markup=False)
        yield KeyLine(foot(keys.LEARN), id="keys")

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = 0

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one("#text", Static).update(_text(_TOPICS[event.option_index]))
        self.query_one("#details").scroll_home(animate=False)

    def on_option_list_option_selected(self) -> None:
        self.action_read()

    def action_read(self) -> None:
        """To the text, to read on; on a small screen it takes the place of the questions."""
        self.add_class("-reading")
        self.query_one("#details").focus()

    def action_help(self) -> None:
        explain(self, keys.LEARN)

    def action_back(self) -> None:
        """From the text to the questions, from the questions out."""
        if self.has_class("-reading"):
            self.remove_class("-reading")
            self.query_one(OptionList).focus()
        else:
            self.dismiss()


def _text(topic: Topic) -> Content:
    """The topic with small numbers behind what has a source, and the sources below."""
    numbers = {key: number for number, key in enumerate(topic.sources, 1)}
    parts: list[str | Content] = [plain(topic.title, "bold $strong"), "\n"]
    if topic.asks:
        parts += [plain(topic.asks, "$primary"), "\n"]
    for paragraph in topic.paragraphs:
        parts.append("\n")
        for sentence in paragraph:
            marks = ",".join(str(numbers[key]) for key in sentence.sources if key in numbers)
            parts += [plain(sentence.text), plain(f" [{marks}]" if marks else "", "$text-muted")]
            parts.append(" ")
        parts.append("\n")
    if numbers:
        parts += ["\n", Content("Sources").stylize("bold $primary"), "\n"]
        for key, number in numbers.items():
            parts += [plain(f"{number}  {REFERENCES[key]}", "$text-muted"), "\n"]
    return Content.assemble(*parts)
