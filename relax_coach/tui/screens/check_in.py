"""How is it now? A place to point at and three numbers, or one key that skips them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key, Resize
from textual.widgets import Static

from relax_coach.bodymap.pointer import Pointer
from relax_coach.core import question_keys
from relax_coach.core.check_in import ANCHORS, QUESTION, CheckIn
from relax_coach.core.record import UNSAID, Ratings
from relax_coach.core.vocabulary import TARGETS
from relax_coach.tui.screens.help import explain
from relax_coach.tui.screens.page import Question
from relax_coach.tui.widgets.drawing import fitting
from relax_coach.tui.widgets.keys import KeyLine, bindings, foot
from relax_coach.tui.widgets.places import Places
from relax_coach.tui.widgets.scales import Scales, number_of, rated

BESIDE, AROUND = 43, 7
"""Columns of the numbers and the margins, and rows of all that is above and below the drawing."""
BESIDE_LINES = 14
"""Of the numbers, and of what is above and below them."""
ROOM, WITH_ROOM, WITHOUT = 17, 10, 5
"""Rows from which on there is room, and what then, or else, stands above and below the numbers."""
POINT = "Point where it is tight."
CHOOSE = "Where is it tight? ↑ ↓ choose."
DIGIT = question_keys.CHECK_IN.all[1]


class CheckInScreen(Question[CheckIn | None]):
    """Answers with what was said, or None when the person turns back."""

    CSS_PATH = "check_in.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (ROOM, "-high")]  # noqa: RUF012
    AUTO_FOCUS = "Places"
    BINDINGS: ClassVar[list[BindingType]] = bindings(question_keys.CHECK_IN)

    def __init__(self, pointer: Pointer, points: bool = True, felt: Ratings = UNSAID) -> None:
        """`pointer` and `felt`: what was said before; `points`: whether a place is asked for."""
        super().__init__()
        self._pointer = pointer
        self._points = points
        self._felt = felt

    def compose(self) -> ComposeResult:
        with Vertical(id="all"):
            yield Static(Content(QUESTION), id="title", markup=False)
            with Horizontal(id="columns"):
                yield Places(id="places")
                with Vertical(id="beside"):
                    yield Static(id="place", markup=False)
                    yield Scales(rated(), DIGIT, id="scales")
                    yield Static(Content(ANCHORS), id="anchors", markup=False)
            yield KeyLine(id="keys")

    def on_mount(self) -> None:
        self.places.pointer = self._pointer
        self.scales.take(self._felt)
        self.tell()

    @property
    def places(self) -> Places:
        return self.query_one(Places)

    @property
    def scales(self) -> Scales:
        return self.query_one(Scales)

    def tell(self) -> None:
        """The place that is pointed at, and the keys."""
        pointer = self.places.pointer
        self.set_class(not self._points, "-nowhere")
        told = Content(CHOOSE if self._is_bare else POINT).stylize("$text-muted")
        if pointer.target:
            landmark = "" if self._is_bare else f"\n{TARGETS[pointer.target].landmark}"
            told = Content.assemble((pointer.name, "bold $accent"), (landmark, "$text-muted"))
        self.query_one("#place", Static).update(told)
        self.show_keys()

    def show_keys(self) -> None:
        words = {"enter": "go on"} if self.scales.said else {}
        if not self._points:
            words |= {"up": "", "space": "", "v": ""}
        elif self._is_bare:
            words |= {"v": ""}
        self.query_one("#keys", KeyLine).update(foot(question_keys.CHECK_IN, words))

    def on_places_pointed(self) -> None:
        self.tell()

    def on_resize(self, event: Resize) -> None:
        width, height = event.size
        across = fitting(width - BESIDE, height - AROUND) if self._points else 0
        self.set_class(not across, "-bare")
        self.places.styles.width = across
        self.query_one("#columns").styles.min_height = across // 2
        self.query_one("#beside").styles.margin = (
            max(0, (across // 2 - BESIDE_LINES) // 2),
            0,
            0,
            0,
        )
        self.scales.fit(height - (WITH_ROOM if height >= ROOM else WITHOUT))
        self.tell()

    @property
    def _is_bare(self) -> bool:
        """Whether there is no room for the drawing: then the place is chosen by its name."""
        return self.has_class("-bare")

    def on_key(self, event: Key) -> None:
        if self._points and self._is_bare and event.key in ("up", "down"):
            event.stop()
            self.places.pointer = self.places.pointer.listed(1 if event.key == "down" else -1)
            return
        number = number_of(event.character)
        if number is not None:
            event.stop()
            if not self.is_left_over(event.key):
                self.action_felt(number)

    def action_felt(self, number: int, row: int | None = None) -> None:
        """It is that much; after the last of them all is said."""
        self.scales.say(number, row)
        self.show_keys()
        if self.scales.is_full:
            self._answer()

    def action_help(self) -> None:
        explain(self, question_keys.CHECK_IN)

    def action_row_back(self) -> None:
        self.scales.row_back()
        self.show_keys()

    def action_side(self) -> None:
        self.places.pointer = self.places.pointer.other_side()

    def action_turn(self) -> None:
        self.places.pointer = self.places.pointer.turned()

    def action_go_on(self) -> None:
        if not self.is_left_over("enter"):
            self._answer()

    def action_turn_back(self) -> None:
        self.dismiss(None)

    def _answer(self) -> None:
        pointer = self.places.pointer
        self.dismiss(CheckIn(pointer.target, pointer.side, self.scales.ratings))
