"""Where is it tight? A drawing to point at, and beside it what fits there."""

import asyncio
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key, Resize
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relax_coach import intake
from relax_coach.bodymap.chart import CHARTS
from relax_coach.bodymap.pointer import Pointer
from relax_coach.core import keys
from relax_coach.core.duration import MINUTE
from relax_coach.core.past import Past
from relax_coach.core.suggestion import suggestion
from relax_coach.core.vocabulary import TARGETS
from relax_coach.core.wish import Wish
from relax_coach.store import favourites
from relax_coach.store.library import Entry
from relax_coach.tui.screens.help import explain
from relax_coach.tui.screens.library import LibraryScreen
from relax_coach.tui.screens.offer import OfferScreen, Shelf
from relax_coach.tui.screens.order import ordered, told
from relax_coach.tui.screens.request import Request
from relax_coach.tui.screens.row import Row, rows
from relax_coach.tui.screens.times import times
from relax_coach.tui.widgets.drawing import fitting
from relax_coach.tui.widgets.keys import KeyLine, bindings, foot, handle, line
from relax_coach.tui.widgets.places import NEVER, Places
from relax_coach.tui.widgets.text import plain

BESIDE, AROUND = 36, 8
"""Columns that the list needs beside the drawing, and rows of all that is above and below it."""
LEAST, TIGHT = 60, 76
"""In fewer columns there is no drawing; and not everything has its name."""
QUESTION = "Where is it tight?"
MIRROR = "Left here is your left."
NEVER_THERE = "Never press here: the front and the sides of the neck, the eyes, the spine."
NONE_HERE = "No place where never to press is on this picture."
NOT_KEPT = "It cannot be remembered: the data folder cannot be written."


def hour() -> int:
    """Of the person's own day."""
    return datetime.now().hour  # noqa: DTZ005


def room(width: int, height: int) -> int:
    """The width of the largest drawing beside which the list has room; 0 without one."""
    return fitting(width - BESIDE, height - AROUND) if width >= LEAST else 0


class HomeScreen(OfferScreen):
    """The way in: a place, a side, a time, and one key to start."""

    CSS_PATH = "home.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (LEAST, "-tight"), (TIGHT, "-medium")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (20, "-low"), (26, "-middle"), (36, "-high")]  # noqa: RUF012
    AUTO_FOCUS = "Places"
    BINDINGS: ClassVar[list[BindingType]] = bindings(keys.HOME)

    def __init__(self, request: Request) -> None:
        super().__init__(request)
        self.minutes = 0
        self.reading = False
        self.found: list[Row] = []
        self.past = Past()
        self.rests = False
        """Whether something was wrong today, so that only what does not press is left."""
        self.noticed: tuple[str, ...] = ()
        """What was last told of the journal."""
        self.listed_for: Pointer | None = None
        """What the list was made for."""
        self.starts_when_read = False
        """Whether enter was pressed before there was a list."""

    def compose(self) -> ComposeResult:
        with Vertical(id="home"):
            with Horizontal(id="top"):
                yield Static(Content(QUESTION), id="name", markup=False)
                yield KeyLine(id="charts")
            with Horizontal(id="columns"):
                with Vertical(id="body"):
                    yield Places(id="places")
                    yield KeyLine(id="place")
                with Vertical(id="beside"):
                    yield KeyLine(id="times")
                    yield Shelf(markup=False)
                    yield Static(id="why", markup=False)
                    yield Static(id="summary", markup=False)
                    yield KeyLine(id="more")
        yield KeyLine(foot(keys.HOME), id="keys")

    def on_mount(self) -> None:
        self._tell()

    def on_places_shown(self) -> None:
        """Only now are the routines read: that takes longer than the drawing."""
        if not self.rows and not self.reading:
            self.read_rows()

    @property
    def pointer(self) -> Pointer:
        return self.query_one(Places).pointer

    @property
    def wish(self) -> Wish:
        """The hour counts as soon as there is something to go by."""
        place, length = self.pointer, self.minutes * MINUTE or None
        counts = hour() if self.past.played else None
        if self.rests:  # wherever it is: nothing is pressed today
            return Wish(length=length, who="self", hour=counts, rests=True)
        return Wish(place.target, place.side, length, hour=counts)

    def read_rows(self) -> None:
        self.reading = True
        self._read()

    @work(exclusive=True, group="rows")
    async def _read(self) -> None:
        read = []
        for row in rows(self.request):
            read.append(row)
            await asyncio.sleep(0)  # keys are heeded between two of them
        self.rests = intake.rests(self.request.today())
        self.past, noticed = await asyncio.to_thread(intake.past)
        for notice in noticed:
            if notice not in self.noticed:
                self.notify(notice, markup=False)
        self.rows, self.noticed, self.reading = tuple(read), noticed, False
        self.show_rows()
        if self.starts_when_read:
            self.action_start()

    def show_rows(self) -> None:
        liked, lately = favourites.favourites(), favourites.lately()
        marks = dict.fromkeys(lately, "lately") | dict.fromkeys(liked, "★ favourite")
        self.listed_for = self.pointer
        self.found = ordered(self.rows, self.wish, self.past, liked, lately)
        shelf = self.query_one(Shelf)
        shelf.clear_options()
        shelf.add_options(
            Option(row.marked(marks.get(row.entry.full_name, ""))) for row in self.found
        )
        shelf.highlighted = 0 if self.found else None
        if not self.found:
            self.remove_class("-told")

    def on_places_pointed(self) -> None:
        if self.pointer != self.listed_for:
            self._tell()
            self.show_rows()

    def _point(self, pointer: Pointer) -> None:
        """Point there, and list at once what fits: the next key may already start it."""
        self.query_one(Places).pointer = pointer
        self.on_places_pointed()

    def _tell(self) -> None:
        """All that is said around the drawing and above the list."""
        place, never = self.pointer, self.query_one(Places).never
        bare = self.has_class("-bare")  # there the place has no other line
        self.query_one("#name", Static).update(Content((bare and place.name) or QUESTION))
        self.query_one("#charts", KeyLine).update(_charts(place))
        self.query_one("#times", KeyLine).update(
            times(self.minutes, named=self.size.width >= TIGHT)
        )
        left_out = {} if self.size.width >= TIGHT else {"*": ""}
        self.query_one("#more", KeyLine).update(foot(keys.HOME_LIST, left_out))
        turn = keys.HOME.of("n")
        assert turn
        if never and not place.chart.picture.no_go:
            told = Content(NONE_HERE).stylize("$text-muted")
        elif never:
            told = Content.assemble((NEVER * 2, "$error"), (f" {NEVER_THERE}", "bold $error"))
        elif place.target:
            landmark = TARGETS[place.target].landmark
            told = Content.assemble((place.name, "bold $accent"), "\n", (landmark, "$text-muted"))
        else:
            never_there = line((turn, turn.word))
            told = Content.assemble((MIRROR, "$text-muted"), "\n", never_there)
        self.query_one("#place", KeyLine).update(told)

    def on_resize(self, event: Resize) -> None:
        across = room(event.size.width, event.size.height)
        self.set_class(not across, "-bare")
        self.query_one("#body").styles.width = across
        self._tell()
        if not across:
            self.query_one(Shelf).focus()
            self.on_places_shown()

    def on_key(self, event: Key) -> None:
        """A letter that is no key goes to the next place whose name begins with it."""
        letter = event.character
        if letter and letter.isalpha() and not keys.HOME.of(letter):
            self._point(self.pointer.jumped(letter))
            event.stop()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index < len(self.found):
            row = self.found[event.option_index]
            found = suggestion(self.wish, row.candidate, self.past)
            why = told(row.candidate.routine.title, found)
            self.query_one("#why", Static).update(why)
            self.set_class(bool(why), "-told")
            self.query_one("#summary", Static).update(plain(row.candidate.routine.summary))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.begin(self.found[event.option_index].entry)

    def asked(self, entry: Entry) -> Request:
        """With what is pointed at and the time, where they are chosen: they need not be asked."""
        chosen = next((row for row in self.rows if row.entry is entry and row.timeline), None)
        if chosen is None:
            return self.request
        fit = suggestion(self.wish, chosen.candidate, self.past).options.fit
        options = replace(self.request.options, fit=fit)
        return replace(self.request, options=options, pointer=self.pointer)

    def action_start(self) -> None:
        self.on_places_pointed()
        chosen = self.query_one(Shelf).highlighted
        self.starts_when_read = self.reading
        if chosen is not None and not self.reading:
            self.begin(self.found[chosen].entry)

    def action_turn(self, chart: str = "") -> None:
        self._point(self.pointer.turned(chart))

    def action_side(self) -> None:
        self._point(self.pointer.other_side())

    def action_nowhere(self) -> None:
        places = self.query_one(Places)
        places.never = False
        if not self.has_class("-bare"):
            places.focus()
        self._point(self.pointer.nowhere())
        self._tell()

    def action_never(self) -> None:
        places = self.query_one(Places)
        places.never = not places.never
        self._tell()

    def action_time(self, minutes: int) -> None:
        self.minutes = minutes
        self._tell()
        self.show_rows()

    def action_favourite(self) -> None:
        shelf = self.query_one(Shelf)
        if shelf.highlighted is None:
            return
        entry = self.found[shelf.highlighted].entry
        if not intake.keep_favourite(entry, entry.full_name not in favourites.favourites()):
            self.notify(NOT_KEPT, markup=False)
        self.show_rows()
        names = [row.entry.full_name for row in self.found]
        shelf.highlighted = names.index(entry.full_name)

    def action_library(self) -> None:
        """All routines, to be searched and read about."""
        library = LibraryScreen(self.request, self.rows, self.code, from_home=True)

        def back(code: int | None) -> None:
            self.code, self.rows = code or 0, library.rows
            self.show_rows()

        self.app.push_screen(library, back)

    def action_help(self) -> None:
        explain(self, keys.HOME)


def _charts(place: Pointer) -> Content:
    """The names of the pictures; a click turns to one."""
    named = []
    turn = keys.HOME.of("v")
    assert turn
    for name in CHARTS:
        look = "bold underline $strong" if name == place.chart.name else "$text-muted"
        named.append(Content(name).stylize(look).stylize(handle(turn, f"turn('{name}')")))
    return Content("  ").join(named)
