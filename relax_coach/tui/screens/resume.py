"""A session was interrupted: does it go on?"""

from datetime import datetime, timedelta
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from relax_coach.core import question_keys
from relax_coach.core.interrupted import Interrupted
from relax_coach.core.phrases import about, clock
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.keys import bindings, foot
from relax_coach.tui.widgets.text import plain

FRESH = timedelta(days=1)
"""Asked about without being asked for: later only `relax-coach resume` goes on."""


class ResumePage(Page[str]):
    """Dismissed with "on", "leave" (it is not asked again) or "later"."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(question_keys.RESUME)

    def __init__(self, left: Interrupted, now: datetime) -> None:
        record = left.record
        ago = about(max(0.0, (now - record.started_at).total_seconds()))
        body = Content.assemble(
            plain(record.title).stylize("bold"),
            f"\n\nIt began {ago} ago. {clock(record.done)} of {clock(record.planned)} were done.",
        )
        super().__init__(Content("A session was interrupted"), body, foot(question_keys.RESUME))

    def action_answer(self, how: str) -> None:
        self.dismiss(how)
