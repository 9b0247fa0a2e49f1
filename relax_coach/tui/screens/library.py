"""The routines there are: find one, read about it, start it."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.command import Provider
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from relax_coach import coach, intake
from relax_coach.core import keys
from relax_coach.core.conditions import LASTING
from relax_coach.core.options import Options
from relax_coach.core.phrases import clock
from relax_coach.core.ruling import ALLOWED, LIMITED, REFUSED
from relax_coach.core.timeline import Timeline
from relax_coach.core.verdict import Verdict, judge
from relax_coach.store import answers, library
from relax_coach.store.library import Entry
from relax_coach.tui.screens.conditions import ConditionsScreen
from relax_coach.tui.screens.help import HelpPage
from relax_coach.tui.screens.learn import LearnScreen
from relax_coach.tui.screens.starts import Starts
from relax_coach.tui.screens.visit import Request, TurnedBack, visit
from relax_coach.tui.widgets.details import details, problems
from relax_coach.tui.widgets.keys import KeyLine, bindings, foot
from relax_coach.tui.widgets.text import plain

if TYPE_CHECKING:
    from relax_coach.audio.voice.spoken import Spoken

MARKS = {LIMITED: "gentler for you", REFUSED: "not for you now"}


@dataclass(frozen=True)
class Row:
    """A routine in the list; without a timeline it is broken."""

    entry: Entry
    timeline: Timeline | None
    verdict: Verdict | None = None
    """What the answers that are kept on this machine make of it."""

    @property
    def words(self) -> str:
        """What a search looks at."""
        routine = self.entry.document.routine
        more = (routine.summary, *routine.tags, *routine.targets) if routine else ()
        return " ".join((self.entry.name, self.entry.title, *more)).replace("_", " ").lower()

    @property
    def prompt(self) -> Content:
        name, routine = self.entry.name, self.entry.document.routine
        if self.timeline is None or routine is None:
            first = self.entry.document.problems[0]
            second = plain(f"        {name}: line {first.place.line}, {first.message}", "$error")
            return Content.assemble((" --    ", "$error"), plain(self.entry.title), "\n", second)
        tags = " · ".join((name, *routine.tags))
        result = self.verdict.result if self.verdict else ALLOWED
        if result != ALLOWED:
            tags = f"{MARKS[result]} · {tags}"
        faint = "$text-muted" if result == REFUSED else ""
        return Content.assemble(
            (f"{clock(self.timeline.total):>5}  ", faint or "$accent"),
            plain(routine.title).stylize(faint or "bold"),
            "\n",
            plain(f"       {tags}", "$text-muted"),
        )

    @property
    def details(self) -> Content:
        entry = self.entry
        if self.timeline is None or entry.document.routine is None:
            return problems(entry.title, str(entry.path), entry.document.problems)
        return details(entry.document.routine, self.timeline, self.verdict)


class Shelf(OptionList):
    """The list: a click shows a routine, a click on the one shown starts it."""

    async def _on_click(self, event: Click) -> None:
        clicked = event.style.meta.get("option")
        if clicked is not None and clicked != self.highlighted:
            self.highlighted = clicked
            event.prevent_default()


class LibraryScreen(Screen[int]):
    """Dismissed with the exit code of the last session, 0 without one."""

    CSS_PATH = "library.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (60, "-medium"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (20, "-low"), (32, "-high")]  # noqa: RUF012
    AUTO_FOCUS = "Shelf"
    COMMANDS: ClassVar[set[type[Provider]]] = {Starts}  # type: ignore[assignment]
    BINDINGS: ClassVar[list[BindingType]] = bindings(keys.LIBRARY)

    def __init__(self, request: Request) -> None:
        super().__init__()
        self.request = request
        self.rows = self._rows()
        self.found = list(self.rows)
        self.code = 0

    def _rows(self) -> list[Row]:
        voice, _ = coach.voice_of(self.request.settings)
        return [_row(entry, self.request.today, voice) for entry in library.entries()]

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
        yield KeyLine(foot(keys.LIBRARY), id="keys")

    def on_mount(self) -> None:
        self._show("")

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

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index < len(self.found):
            self.query_one("#text", Static).update(self.found[event.option_index].details)
            self.query_one("#details").scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        row = self.found[event.option_index]
        if row.timeline is not None:
            self._begin(row.entry)

    def starts(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """Title of each routine that can be played, and what starts it."""
        for row in self.rows:
            if row.timeline is not None:
                yield row.entry.title, partial(self._begin, row.entry)

    def _begin(self, entry: Entry) -> None:
        self.run_worker(self._start(entry), exclusive=True)

    async def _start(self, entry: Entry) -> None:
        with suppress(TurnedBack):
            self.code = await visit(self.app, entry, self.request, to_library=True)
        self._judge_anew()

    def _judge_anew(self) -> None:
        """What was answered may have changed what is open to the person."""
        shelf, search = self.query_one(Shelf), self.query_one(Input)
        place = shelf.highlighted
        self.rows = self._rows()
        self._show(search.value)
        shelf.highlighted = place

    @work(exclusive=True)
    async def action_conditions(self) -> None:
        """Change what was answered about oneself."""
        today = self.request.today
        held = answers.held_conditions(today)
        asking = ConditionsScreen(LASTING, held=held, changes=True)
        answered = await self.app.push_screen_wait(asking)
        if answered is not None:
            intake.keep_conditions(answered, today)
            self._judge_anew()

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

    def action_learn(self) -> None:
        self.app.push_screen(LearnScreen())

    def action_help(self) -> None:
        self.app.push_screen(HelpPage(keys.LIBRARY))

    def action_leave(self) -> None:
        self.dismiss(self.code)


def _row(entry: Entry, today: date, voice: "Spoken | None") -> Row:
    routine = entry.document.routine
    if routine is None:
        return Row(entry, None)
    options = intake.with_known(Options(), routine, today)
    verdict = judge(routine, options)
    shown = Options() if verdict.result == REFUSED else options  # to be read, whole
    return Row(entry, coach.timeline_of(entry, shown, voice), verdict)
