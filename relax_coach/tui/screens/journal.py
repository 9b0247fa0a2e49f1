"""What was done, day by day: the list, the page of a day or a session, and pictures of it all."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Any, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from relax_coach.core import account, entry, keys
from relax_coach.core.day import LONGEST_NOTE, Day
from relax_coach.core.marks import DRAWN, wrapped
from relax_coach.core.record import Record
from relax_coach.core.statistics import Statistics
from relax_coach.core.summary import summary
from relax_coach.store import recording
from relax_coach.store.database import Unusable
from relax_coach.store.journal import Journal
from relax_coach.store.lock import Busy, Lock
from relax_coach.tui.screens.help import explain
from relax_coach.tui.widgets.keys import KeyLine, bindings, foot
from relax_coach.tui.widgets.pieces import pieces
from relax_coach.tui.widgets.text import plain

AT_ONCE = 200
"""Rows that are listed at first, and each time the last one is reached."""
WIDEST, LEAST, ROOMY = 104, 34, 66
"""Cells of the pictures, and from which on the foot has room for all its keys."""
AROUND = 9
"""Columns beside the pictures."""
DRAWN_WORDS = {"tab": "list", "h": "headache today", "m": "medicine today", "e": ""}
NARROW = {"h": "", "m": "", "e": ""}
EMPTY = (
    "After a session it stands here: what was done, and how it was before and after. All of it "
    "stays on this machine. A day can be marked now: h for a headache, m for a medicine."
)
UNREADABLE = "The journal cannot be read: {}."
UNWRITABLE = "It cannot be kept: {}."


class Shown(NamedTuple):
    """A row of the list: a session, or for None the day itself."""

    day: date
    record: Record | None = None


class Details(VerticalScroll):
    """Tells when its size is known: the lines are broken by hand."""

    class Sized(Message):
        """It is so wide now."""

    def on_resize(self) -> None:
        self.post_message(self.Sized())


class JournalScreen(Screen[None]):
    """Dismissed when the person has seen enough."""

    CSS_PATH = "journal.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (76, "-medium"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (20, "-low")]  # noqa: RUF012
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = bindings(keys.JOURNAL)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._records: tuple[Record, ...] = ()
        self._days: Mapping[date, Day] = {}
        self._statistics = Statistics()
        self._shown: list[Shown] = []
        self._is_on = recording.is_on()

    def compose(self) -> ComposeResult:
        with Vertical(id="page"):
            yield Static(Content("Journal"), id="name", markup=False)
            with Horizontal(id="columns"):
                yield OptionList(markup=False)
                with Details(id="details"):
                    yield Static(id="text", markup=False)
            with VerticalScroll(id="pictures"):
                yield Static(id="drawn", markup=False)
            yield Input(id="note", max_length=LONGEST_NOTE)
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        try:
            with Journal.read() as journal:
                self._records, self._days = journal.told(), journal.days()
                self._statistics = journal.statistics()
                notices = journal.notices
        except Unusable as reason:
            notices = (UNREADABLE.format(reason),)
        for notice in notices:
            self.notify(notice, markup=False)
        self._shown = list(_rows(self._records, self._days, self._today))
        self._list_more()
        self.query_one(OptionList).highlighted = 0

    def on_resize(self) -> None:
        self._tell_keys()
        self._draw()

    def on_details_sized(self) -> None:
        self._show()

    def on_descendant_focus(self) -> None:
        self._tell_keys()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index == event.option_list.option_count - 1:
            self._list_more()
        self._show()
        self.query_one("#details").scroll_home(animate=False)

    def on_option_list_option_selected(self) -> None:
        self.action_read()

    def action_read(self) -> None:
        """To the page, to read on; on a small screen it takes the place of the list."""
        if not self.has_class("-drawn"):
            self.add_class("-reading")
            self.query_one("#details").focus()

    def action_pictures(self) -> None:
        """To the pictures, and back."""
        self._close_note()
        self.set_class(not self.has_class("-drawn"), "-drawn")
        self.remove_class("-reading")
        self._draw()
        self.query_one("#pictures" if self.has_class("-drawn") else "OptionList").focus()

    def action_note(self) -> None:
        """Write a note about what is shown."""
        if self.has_class("-drawn"):
            return
        day, record = self._chosen
        note = self.query_one(Input)
        note.value = record.note if record else self._days.get(day, Day()).note
        note.placeholder = f"A note about this {'session' if record else 'day'}"
        note.add_class("-open")
        note.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        day, record = self._chosen
        text = event.value.strip()
        if record is None:
            kept = self._mark(note=text)
        elif kept := self._write(lambda journal: journal.note(record.id, text, datetime.now(UTC))):
            self._shown[self._place] = Shown(day, replace(record, note=text))
            self._show()
        if kept:  # else it stays there, to be tried again
            self._close_note()

    def action_headache(self) -> None:
        self._turn("headache", self._marked.headache)

    def action_medicine(self) -> None:
        self._turn("medicine", self._marked.medicine)

    def action_help(self) -> None:
        explain(self, keys.JOURNAL)

    def action_back(self) -> None:
        """From the note, the pictures or the page to the list, from the list out."""
        if self.query_one(Input).has_class("-open"):
            self._close_note()
        elif self.has_class("-drawn"):
            self.action_pictures()
        elif self.has_class("-reading"):
            self.remove_class("-reading")
            self.query_one(OptionList).focus()
        else:
            self.dismiss()

    @property
    def _place(self) -> int:
        return self.query_one(OptionList).highlighted or 0

    @property
    def _chosen(self) -> Shown:
        """What is shown: of the pictures it is today."""
        return Shown(self._today) if self.has_class("-drawn") else self._shown[self._place]

    @property
    def _marked(self) -> Day:
        return self._days.get(self._chosen.day, Day())

    def _turn(self, name: str, said: bool | None) -> None:
        """From not said to yes, to no, and back to not said."""
        self._mark(**({"unsaid": [name]} if said is False else {name: said is None}))

    def _mark(self, **said: Any) -> bool:
        """Whether `said`, as in Journal.mark, could be kept."""
        day, now = self._chosen.day, datetime.now(UTC)
        if not self._write(lambda journal: journal.mark(day, now, **said)):
            return False
        shelf, number = self.query_one(OptionList), self._shown.index(Shown(day))
        if number < shelf.option_count:
            shelf.replace_option_prompt_at_index(number, self._prompt(Shown(day)))
        self._show()
        self._draw()
        return True

    def _write(self, does: Callable[[Journal], None]) -> bool:
        """Whether `does` could be kept; where not, it is told why.

        It is done while no session is on elsewhere: that counts its own events.
        """
        try:
            lock = Lock.take()
        except Busy as reason:
            self.notify(account.BY_HAND.format(reason.told), markup=False)
            return False
        try:
            with Journal.write() as journal:
                does(journal)
                self._days = journal.days()
        except Unusable as reason:
            self.notify(UNWRITABLE.format(reason), markup=False)
            return False
        finally:
            lock.release()
        return True

    def _close_note(self) -> None:
        note = self.query_one(Input)
        if note.has_class("-open"):
            note.remove_class("-open")
            self.query_one("#details" if self.has_class("-reading") else "OptionList").focus()

    def _list_more(self) -> None:
        shelf = self.query_one(OptionList)
        there = shelf.option_count
        shelf.add_options(Option(self._prompt(one)) for one in self._shown[there : there + AT_ONCE])

    def _prompt(self, shown: Shown) -> Content:
        day, record = shown
        if record is not None:
            time = Content(f"  {account.began(record):%H:%M}  ").stylize("$text-muted")
            return time + plain(record.title or record.routine)
        mark = self._days.get(day, Day())
        marks = ((DRAWN.headache, mark.headache), (DRAWN.medicine, mark.medicine))
        told = "".join(f" {one}" for one, said in marks if said)
        named = "Today" if day == self._today else account.day(day)
        return Content.assemble((named, "$primary"), (f" {told}" if told else "", "$accent"))

    def _show(self) -> None:
        """The page of what is chosen."""
        if not self._shown:
            return
        day, record = self._chosen
        width = max(LEAST, self.query_one("#details").scrollable_content_region.width)
        if record is not None:
            rows = entry.of_session(record, self._days.get(day, Day()), width)
        else:
            sessions = [one.record for one in self._shown if one.day == day and one.record]
            rows = entry.of_day(day, sessions, self._days, self._today, width)
        told = account.OFF if not self._is_on else "" if self._records else EMPTY
        if told:
            rows += ((), *wrapped(told, width, "dim"))
        self.query_one("#text", Static).update(pieces(rows))

    def _draw(self) -> None:
        """The pictures, where they are looked at, as wide as there is room."""
        if not self.has_class("-drawn"):
            return
        room = max(LEAST, min(WIDEST, self.size.width - AROUND))
        drawn = summary(self._statistics, self._days, self._today, room, DRAWN)
        self.query_one("#drawn", Static).update(pieces(drawn))

    def _tell_keys(self) -> None:
        """At the foot are the keys that are true: letters are none while one types."""
        words = NARROW if self.size.width < ROOMY else {}
        shown = foot(keys.JOURNAL, words)
        if isinstance(self.focused, Input):
            shown = foot(keys.JOURNAL_NOTE)
        elif self.has_class("-drawn"):
            shown = foot(keys.JOURNAL, DRAWN_WORDS | words)
        self.query_one(KeyLine).update(shown)


def _rows(records: Iterable[Record], days: Mapping[date, Day], today: date) -> Iterable[Shown]:
    """The newest first: each day with a session or a mark, today, and yesterday."""
    of_day = {day: tuple(some) for day, some in groupby(records, lambda one: one.day)}
    always = (today, today - timedelta(days=1))
    for day in sorted({*always, *of_day, *days}, reverse=True):
        yield Shown(day)
        for record in reversed(of_day.get(day, ())):
            yield Shown(day, record)
