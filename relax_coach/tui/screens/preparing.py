"""The voice is made ready: texts that have no clip are spoken before the session begins."""

from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from relax_coach import coach
from relax_coach.core import question_keys
from relax_coach.store.settings import Settings
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.keys import bindings, foot


class _TurnedBack(Exception):
    """The person does not wait for the voice."""


class PreparingPage(Page[coach.Ready]):
    """Dismissed with the session; without its own texts spoken where the person does not wait."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(question_keys.PREPARING)

    def __init__(self, session: coach.Ready, settings: Settings) -> None:
        title, body = Content("The voice is made ready"), Content("One moment …")
        super().__init__(title, body, foot(question_keys.PREPARING))
        self._session = session
        self._settings = settings
        self._waits = True

    def on_mount(self) -> None:
        self._prepare()

    @work(thread=True)
    def _prepare(self) -> None:
        try:
            session = coach.spoken(self._session, self._settings, self._progress)
        except _TurnedBack:
            session = coach.spoken(self._session, self._settings.over(speaker="heart"))
        self.app.call_from_thread(self.dismiss, session)

    def _progress(self, done: int, of: int) -> None:
        if not self._waits:
            raise _TurnedBack
        self.app.call_from_thread(self._show, f"Sentence {done} of {of}.")

    def _show(self, text: str) -> None:
        self.query_one("#body", Static).update(Content(text))

    def action_go_on(self) -> None:
        self._waits = False
        self._show("A moment more …")
