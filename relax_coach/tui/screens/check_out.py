"""And now? The same numbers as before the session, or one key that skips them."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key, Resize
from textual.widgets import Input, Static

from relax_coach.core import question_keys
from relax_coach.core.check_in import ANCHORS
from relax_coach.core.check_out import NOTHING_SAID, QUESTION, CheckOut
from relax_coach.core.record import Ratings
from relax_coach.tui.screens.help import explain
from relax_coach.tui.screens.page import Question
from relax_coach.tui.widgets.keys import KeyLine, bindings, foot
from relax_coach.tui.widgets.scales import OVERALL_SCALE, Scales, number_of, rated
from relax_coach.tui.widgets.text import plain

DIGIT = question_keys.CHECK_OUT.all[1]
ROOM, WITH_ROOM, WITHOUT = 22, 9, 5
"""Rows from which on there is room, and what then, or else, stands above and below the numbers."""
ALL_KEYS = 64
"""Columns from which on all keys have room."""
LONGEST = 500
"""Characters of a note."""


class CheckOutScreen(Question[CheckOut]):
    """Answers with what was said; nothing has to be."""

    CSS_PATH = "check_out.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (ROOM, "-high")]  # noqa: RUF012
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings(question_keys.CHECK_OUT)

    def __init__(
        self,
        before: Ratings,
        saying: Callable[[CheckOut], None],
        note: str = "",
        said: CheckOut = NOTHING_SAID,
    ) -> None:
        """`before`: what was said of it then; only that is asked again. `saying`: told of each
        change, before it is confirmed. `note`: what is kept. `said`: what was said here, and stays.
        """
        super().__init__()
        self._saying = saying
        self._before = before
        self._said = said
        self._headache = said.headache
        self._medicine = said.medicine
        self._kept = self._note = note

    def compose(self) -> ComposeResult:
        scales = (*rated(self._before), OVERALL_SCALE)
        with Vertical(id="all"):
            yield Static(Content(QUESTION), id="title", markup=False)
            if len(scales) > 1:
                yield Static(Content(ANCHORS), id="anchors", markup=False)
            yield Scales(scales, DIGIT, id="scales")
            yield Static(id="marked", markup=False)
            yield Input(
                id="note",
                max_length=LONGEST,
                placeholder="a line to remember",
                select_on_focus=False,
            )
            yield KeyLine(id="keys")

    @property
    def scales(self) -> Scales:
        return self.query_one(Scales)

    def on_mount(self) -> None:
        self.scales.take(self._said.after, self._said.overall)
        self.tell()

    def on_resize(self, event: Resize) -> None:
        height = event.size.height
        self.scales.fit(height - (WITH_ROOM if height >= ROOM else WITHOUT))

    def tell(self) -> None:
        """What is marked of the day, and the keys."""
        marked = [
            *["A headache today."] * bool(self._headache),
            *["A painkiller taken today."] * bool(self._medicine),
        ]
        told = Content(" ".join(marked)).stylize("$primary")
        if self._note:
            told = Content(" ").join([told, plain(self._note)] if marked else [plain(self._note)])
        self.query_one("#marked", Static).update(told)
        self.show_keys()

    def show_keys(self) -> None:
        said = self._answer != CheckOut()
        words = {"enter": "go on"} if said else {}
        if self.size.width < ALL_KEYS:
            words |= dict.fromkeys("hmn", "")
        shown = foot(question_keys.CHECK_OUT, words)
        if isinstance(self.focused, Input):
            shown = foot(question_keys.NOTE)
        self.query_one("#keys", KeyLine).update(shown)

    @property
    def _answer(self) -> CheckOut:
        said = self.scales.said
        overall = said.get(OVERALL_SCALE.name)
        return CheckOut(
            self.scales.ratings,
            OVERALL_SCALE.said(overall) or None,
            self._headache,
            self._medicine,
            None if self._note == self._kept else self._note,
        )

    def _change(self) -> None:
        self._saying(self._answer)
        self.tell()

    def on_key(self, event: Key) -> None:
        number = number_of(event.character)
        if number is not None:
            event.stop()
            if not self.is_left_over(event.key):
                self.action_felt(number)

    def action_felt(self, number: int, row: int | None = None) -> None:
        """It is that much now."""
        self.scales.say(number, row)
        self._change()

    def action_help(self) -> None:
        explain(self, question_keys.CHECK_OUT)

    def action_row_back(self) -> None:
        self.scales.row_back()
        self._change()

    def action_headache(self) -> None:
        self._headache = None if self._headache else True
        self._change()

    def action_medicine(self) -> None:
        self._medicine = None if self._medicine else True
        self._change()

    def action_note(self) -> None:
        if not self.is_left_over("n"):
            line = self.query_one(Input)
            line.value = self._note
            line.cursor_position = len(self._note)
            line.add_class("-open")
            line.focus()

    def on_descendant_focus(self) -> None:
        self.show_keys()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self._note = " ".join(event.value.split())
        self._close_note()
        self._change()

    def _close_note(self) -> None:
        self.query_one(Input).remove_class("-open")
        self.set_focus(None)
        self.tell()

    def action_go_on(self) -> None:
        """Skip, or keep what was said; while a line is typed only that is left."""
        if isinstance(self.focused, Input):
            self._close_note()
        elif not self.is_left_over("enter"):
            self.dismiss(self._answer)
