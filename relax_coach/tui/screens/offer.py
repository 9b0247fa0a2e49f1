"""What every screen does that has routines to start."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import ClassVar

from textual import work
from textual.command import Provider
from textual.events import Click
from textual.screen import Screen
from textual.widgets import OptionList

from relax_coach import intake, interruption
from relax_coach.core.conditions import LASTING
from relax_coach.store import answers
from relax_coach.store.library import Entry
from relax_coach.tui.screens.conditions import ConditionsScreen
from relax_coach.tui.screens.learn import LearnScreen
from relax_coach.tui.screens.questions import TurnedBack
from relax_coach.tui.screens.request import Request
from relax_coach.tui.screens.resume import FRESH, ResumePage
from relax_coach.tui.screens.row import Row, rows
from relax_coach.tui.screens.starts import Starts
from relax_coach.tui.screens.visit import visit


class Shelf(OptionList):
    """The list: a click shows a routine, a click on the one shown starts it."""

    async def _on_click(self, event: Click) -> None:
        clicked = event.style.meta.get("option")
        if clicked is not None and clicked != self.highlighted:
            self.highlighted = clicked
            event.prevent_default()


class OfferScreen(Screen[int]):
    """Dismissed with the exit code of the last session, 0 without one."""

    COMMANDS: ClassVar[set[type[Provider]]] = {Starts}  # type: ignore[assignment]

    def __init__(self, request: Request, read: tuple[Row, ...] = (), code: int = 0) -> None:
        """`read`: the routines, where they were read before."""
        super().__init__()
        self.request = request
        self.rows = read
        self.code = code
        self._visits = False

    def show_rows(self) -> None:
        """List them anew, after they were read."""
        raise NotImplementedError

    def read_rows(self) -> None:
        """Read them anew: what was answered may have changed what is open to the person."""
        self.rows = tuple(rows(self.request))
        self.show_rows()

    def starts(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """Title of each routine that can be played, and what starts it."""
        for row in self.rows:
            if row.timeline is not None:
                yield row.entry.title, partial(self.begin, row.entry)

    def begin(self, entry: Entry) -> None:
        """Start it, asking first what must be asked."""
        self._visit(entry, self.asked(entry))

    def asked(self, entry: Entry) -> Request:
        """What the person has chosen for `entry`."""
        return self.request

    def _visit(self, entry: Entry, request: Request) -> None:
        if not self._visits:  # the one before may still be writing its end
            self._visits = True
            self.run_worker(self._start(entry, request), group="visit")

    async def _start(self, entry: Entry, request: Request) -> None:
        try:
            with suppress(TurnedBack):
                self.code = await visit(self.app, entry, request, goes_back=True)
        finally:
            self._visits = False
        self.read_rows()

    @work(group="resume")
    async def ask_to_resume(self) -> None:
        """A session of today or yesterday that was interrupted: does it go on?"""
        left = await asyncio.to_thread(interruption.latest, datetime.now(UTC) - FRESH)
        if left is None or not self.is_current:
            return
        entry = interruption.entry_of(left)
        if entry is None:
            self.notify(interruption.gone(left), markup=False)
            return
        how = await self.app.push_screen_wait(ResumePage(left, datetime.now(UTC)))
        if how == "on":
            settings = self.request.settings.over(speaker=left.options.speaker)
            request = replace(self.request, options=left.options, settings=settings, left=left)
            self._visit(entry, request)
        elif how == "leave":
            await asyncio.to_thread(interruption.leave, left)

    @work(exclusive=True)
    async def action_conditions(self) -> None:
        """Change what was answered about oneself."""
        today = self.request.today()
        held = answers.held_conditions(today)
        asking = ConditionsScreen(LASTING, held=held, changes=True)
        answered = await self.app.push_screen_wait(asking)
        if answered is not None:
            intake.keep_conditions(answered, today)
            self.read_rows()

    def action_journal(self) -> None:
        from relax_coach.tui.screens.journal import JournalScreen  # it loads SQLite

        self.app.push_screen(JournalScreen(self.request.today()))

    def action_learn(self) -> None:
        self.app.push_screen(LearnScreen())

    def action_leave(self) -> None:
        self.dismiss(self.code)
