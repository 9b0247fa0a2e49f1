"""Another session is on: there is none here now."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from relax_coach.core import keys
from relax_coach.store.lock import Busy
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.keys import bindings, foot


class BusyPage(Page[None]):
    """Says why there is none, and where the other one is."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(keys.REFUSED)

    def __init__(self, reason: Busy) -> None:
        super().__init__(Content("One session at a time"), Content(str(reason)), foot(keys.REFUSED))

    def action_leave(self) -> None:
        self.dismiss(None)
