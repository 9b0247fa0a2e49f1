"""What the answers mean for the chosen routine: not now, or a part of it."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from relax_coach.core import question_keys
from relax_coach.core.verdict import Verdict
from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.keys import bindings, foot
from relax_coach.tui.widgets.rows import Rows
from relax_coach.tui.widgets.text import plain


class RefusedPage(Page[None]):
    """What to do now, and why. There is no session."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(question_keys.REFUSED)

    def __init__(self, verdict: Verdict, goes_back: bool) -> None:
        rows = [("", Content(verdict.advice[0]).stylize("bold")), ("", Content())]
        for row in verdict.why:
            does = plain(f" {verdict.does(row)}".rstrip())
            reason = plain(row.explained, "$text-muted")
            rows.append(("· ", Content.assemble(plain(row.name), ". ", reason, does)))
        rows += [("", Content(f"\n{text}")) for text in verdict.more]
        back = foot(question_keys.REFUSED, {"enter": "back"} if goes_back else {})
        super().__init__(Content("No massage now"), Rows(*rows), back, alarm=True)

    def action_leave(self) -> None:
        if not self.is_hurried():
            self.dismiss(None)


class LimitedPage(Page[bool]):
    """What is left out or done more gently. Is it True that the session begins?"""

    BINDINGS: ClassVar[list[BindingType]] = bindings(question_keys.LIMITED)

    def __init__(self, verdict: Verdict) -> None:
        rows = []
        for row, sentence in zip(verdict.why, verdict.sentences, strict=True):
            told = [plain(sentence)]
            if row.reason not in sentence:
                told.append(plain(row.reason, "$text-muted"))
            rows.append(("· ", Content("\n").join(told)))
        if verdict.advice:
            rows.append(("", Content("\n" + "\n".join(verdict.advice))))
        super().__init__(Content("A gentler session"), Rows(*rows), foot(question_keys.LIMITED))

    def action_answer(self, begin: bool) -> None:
        if not self.is_hurried():
            self.dismiss(begin)
