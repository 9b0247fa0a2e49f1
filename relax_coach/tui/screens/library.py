"""The routines there are: find one, read about it, start it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from relax_coach.core import keys
from relax_coach.tui.screens.details import DetailsPage
from relax_coach.tui.screens.help import explain
from relax_coach.tui.screens.offer import OfferScreen, Shelf
from relax_coach.tui.screens.request import Request
from relax_coach.tui.screens.row import Row, rows
from relax_coach.tui.widgets.keys import KeyLine, bindings, foot


class LibraryScreen(OfferScreen):
    """Opened from home it takes the routines that were read there, and searches at once."""

    CSS_PATH = "library.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (76, "-medium"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (20, "-low"), (32, "-high")]  # noqa: RUF012
    AUTO_FOCUS = "Shelf"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(keys.LIBRARY),
        # They are the list's; while one types they come here.
        Binding("up", "choose('up')", show=False),
        Binding("down", "choose('down')", show=False),
    ]

    def __init__(
        self, request: Request, read: tuple[Row, ...] = (), code: int = 0, from_home: bool = False
    ) -> None:
        super().__init__(request, read or tuple(rows(request)), code)
        self.from_home = from_home
        self.found = list(self.rows)

    def compose(self) -> ComposeResult:
        with Vertical(id="shelf"):
            yield Static(Content("Relax Coach"), id="name", markup=False)
            with Horizontal(id="columns"):
                with Vertical(id="list"):
                    yield Input(placeholder="neck, quick, breath …", id="search")
                    yield Static(Content("Nothing fits."), id="none", markup=False)
                    yield Shelf(markup=False)
                with VerticalScroll(id="details"):
                    yield Static(id="text", markup=False)
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        self._show("")
        if self.from_home:
            self.action_search()

    def on_descendant_focus(self) -> None:
        """At the foot are the keys that are true: letters are none while one types."""
        shown = foot(keys.LIBRARY, {"q": "back"} if self.from_home else {})
        if isinstance(self.focused, Input):
            shown = foot(keys.SEARCH)
        self.query_one(KeyLine).update(shown)

    def _show(self, words: str) -> None:
        """List the routines that fit all of `words`."""
        wanted = words.lower().split()
        fitting = [row for row in self.rows if all(word in row.words for word in wanted)]
        # A routine that is called so comes before those in which it only occurs.
        self.found = sorted(fitting, key=lambda row: not row.entry.name.startswith(words.lower()))
        shelf = self.query_one(Shelf)
        shelf.clear_options()
        shelf.add_options(Option(row.prompt) for row in self.found)
        shelf.highlighted = 0 if self.found else None
        self.query_one("#none").set_class(not self.found, "-open")
        if not self.found:
            self.query_one("#text", Static).update(Content(""))

    def show_rows(self) -> None:
        shelf = self.query_one(Shelf)
        place = shelf.highlighted
        self._show(self.query_one(Input).value)
        shelf.highlighted = place

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index < len(self.found):
            self.query_one("#text", Static).update(self.found[event.option_index].details)
            self.query_one("#details").scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._begin_with(self.found[event.option_index])

    def _begin_with(self, row: Row) -> None:
        if row.timeline is not None:
            self.begin(row.entry)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._show(event.value)

    def on_input_submitted(self) -> None:
        if self.found:
            self.query_one(Shelf).focus()

    def action_search(self) -> None:
        search = self.query_one(Input)
        search.add_class("-open")
        search.focus()

    def action_all(self) -> None:
        search = self.query_one(Input)
        search.value = ""
        search.remove_class("-open")
        self.query_one(Shelf).focus()

    def action_choose(self, way: str) -> None:
        shelf = self.query_one(Shelf)
        (shelf.action_cursor_up if way == "up" else shelf.action_cursor_down)()

    def action_details(self) -> None:
        """To them and back, or, where they have no room beside the list, on a page of their own."""
        if not self.has_class("-small"):
            self.focus_next()
            return
        chosen = self.query_one(Shelf).highlighted
        if chosen is None:
            return
        row = self.found[chosen]

        def read(start: bool | None) -> None:
            if start:
                self._begin_with(row)

        self.app.push_screen(DetailsPage(row), read)

    def action_help(self) -> None:
        explain(self, keys.LIBRARY)
