"""The questions of `new`: a line of the sheet, and then only what it does not say."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from relax_coach.cli.answer import (
    because_of_words,
    errors_between,
    goes_on,
    not_a_title,
    routine_of,
    sentences,
    words_for,
)
from relax_coach.cli.answer import errors as errors_of
from relax_coach.cli.cautions import WORDS, cautions, is_nobody
from relax_coach.cli.inquiry import MOST_QUESTIONS, Inquiry
from relax_coach.cli.questions import BEGINS, CAUTIONS, LEFT_OUT, SOURCE, TITLE
from relax_coach.cli.reading import became, growth, reading
from relax_coach.core.handout import Handout
from relax_coach.core.line import Line
from relax_coach.core.outline import Outline
from relax_coach.core.parts import parts
from relax_coach.core.problem import shown
from relax_coach.core.row import is_marked
from relax_coach.core.speech import Speech

WIDE = 10_000
"""Cells: rows are broken where they are said."""


@dataclass(slots=True)
class Wizard(Inquiry):
    """Asks, and grows a sheet by what is answered."""

    sheet: Handout = field(default_factory=Handout)
    asked: list[int] = field(default_factory=list)
    """How many questions each line of the sheet took."""
    speech: Speech | None = None
    """How long the voice takes, for the times that are told."""
    title: str = ""
    source: str = ""

    def routine(self, title: str) -> Outline | None:
        """Ask for all of it; None where no line became a step. Raises EOFError without a title."""
        self.title = self._titled(title)
        if self.is_waiting():  # a whole sheet was pasted, and this is its first line
            self.waiting.append(self.title)
        self.lines()
        if all(line.is_open for line in self.sheet.steps):
            return None
        self.source = self._asked(SOURCE, is_marked)
        if is_nobody(self.source):
            self.source = ""
        told = self._asked(CAUTIONS, goes_on, WORDS)
        found, unknown = cautions(told, self.answer, self.say)
        for one in unknown:
            self.sheet = self.sheet.with_comment(f"Caution: {one}")
        for _ in self.ahead():
            if row := self.answer(""):
                self.sheet = self.sheet.with_comment(row)
                self.say(f"  behind the last answer, and kept as a comment: {shown(row)}")
        outline = {**self.so_far(), "cautions": found}
        return {key: one for key, one in outline.items() if one or key == "cautions"}

    def so_far(self) -> Outline:
        """What was told until now, also of a line that is not done."""
        sheet = self.sheet
        known = {"", *(line.text.strip() for line in sheet.open_lines)}
        rest = "\n".join([self._written, *self.unclear, *self.waiting])
        for row in rest.splitlines():
            if row not in known:
                sheet = sheet.with_comment(row)
        return {**sheet.outline(self.title), "sources": [self.source] if self.source else []}

    @property
    def _written(self) -> str:
        return " / ".join(self.under_way)

    def _titled(self, title: str) -> str:
        """Until it can be one in a file."""
        while not title.strip() or (why := not_a_title(title)):
            if title.strip():
                self.say(why)
            title = self.ask(TITLE, ())
        return title.strip()

    def lines(self) -> None:
        """Ask for line after line, until an empty one or the end of the input."""
        self.say(BEGINS)
        self.take_waiting()
        while True:
            number = len(self.sheet.steps) + 1
            try:
                told = self.ask(f"{number}. What is done?", words_for("technique"))
            except EOFError:
                return
            if told.strip() or self.is_waiting():
                self.waiting.append(told)
                self.take_waiting()
            elif not any(map(goes_on, self.ahead())):
                return

    def take_waiting(self) -> None:
        """Take what was typed as a line, or as an answer and is a line."""
        while self.waiting:
            told = self.waiting.pop(0)
            if "\n" in told or self.is_waiting():
                self._take_pasted(told)
                continue
            for part in parts(told):
                self.under_way = [part]
                self._take(part)
                self._done()

    def _done(self) -> None:
        """Keep what was answered and not understood: it may have been a line of the sheet."""
        for told in self.unclear:
            self.sheet = self.sheet.with_comment(told)
        self.under_way, self.unclear = [], []

    def _take_pasted(self, first: str) -> None:
        """What was pasted is a sheet, read as a whole: what a line leaves open the next may say."""
        pasted, known = self.with_pasted(first), len(self.sheet.lines)
        before = routine_of(self.sheet)
        self.under_way = [pasted]  # until it is in the sheet, should it be broken off
        is_in = bool(self.sheet.steps)
        for line in self.sheet.with_sheet(pasted, self.title).lines[known:]:
            is_in = self._add(line, is_in)
        self.under_way = []
        for row in reading(Handout(self.sheet.lines[known:]), WIDE):
            self.say(row)
        self.say("\n".join(growth(before, routine_of(self.sheet), self.speech)))
        self.gaps(known)

    def _add(self, line: Line, is_in: bool) -> bool:
        """A line as it was read; a comment where the checker has an error. `is_in`: whether the
        step above is in the sheet; whether the last one is."""
        if line.kind in ("more", "remark") and not is_in:
            line = replace(line, kind="other", told="with the line above")
        errors = errors_between(self.sheet, Handout((*self.sheet.lines, line)))
        if errors and line.exercise is not None and not line.is_open:
            self.say(f"Line {line.number}: {shown(line.text.strip())}\n{sentences(errors)}")
            self.say(LEFT_OUT)
            line, is_in = replace(line, kind="other", exercise=None, told=errors[0].message), False
        self.sheet = Handout((*self.sheet.lines, line))
        return is_in or line.kind == "step"

    def gaps(self, known: int = 0) -> None:
        """Ask what the lines of a sheet that is there already do not say, but the first `known`."""
        for line in Handout(self.sheet.lines[known:]).open_lines:
            assert line.exercise is not None
            self.under_way = [line.text.strip()]
            self.say(f"Line {line.number}: {shown(self._written)}")
            answered, _ = self.filled(line.exercise, is_there=True)
            filled = self.sheet.filled(line, answered, self._written)
            errors = errors_between(self.sheet, filled)
            if errors and not answered.gaps:
                self.say(f"{sentences(errors)}\n{LEFT_OUT}")
                filled = self.sheet.filled(line, line.exercise, self._written)
            elif not answered.gaps:
                self.say(f"  {became(replace(line, exercise=answered), is_open_above=False)}")
            self.sheet = filled
            self._done()

    def _take(self, row: str) -> None:
        """A line that was typed: its gaps asked, and taken where the checker has no error."""
        row, more = self.rested(row)
        line, questions = self.sheet.next_line(row), 1 + more
        answered, written = line.exercise, row
        if answered is not None and not answered.rest:
            known = len(self.waiting)
            answered, more = self.filled(answered)
            questions += more
            if answered.asks_side and not self.ahead() and questions < MOST_QUESTIONS:
                answered = self.sided(answered)
                questions += 1
            is_next = len(self.waiting) > known  # the answer was another line
            if not (answered.gaps or is_next) and questions < MOST_QUESTIONS:
                answered = self.told_before(answered)
                questions += 1
            written = self._written
        self.asked.append(questions)
        if answered is not None and (why := because_of_words(self.sheet, row, answered)):
            self.say(sentences(why))
            self.sheet = self.sheet.with_comment(f"To be said: {answered.say}")
            self.say("It cannot be said, and is kept as a comment.")
            answered = replace(answered, say="")
        grown = self.sheet.with_line(row, answered, written)
        before, after = routine_of(self.sheet), routine_of(grown)
        errors = errors_of(after)
        if grown.steps and not grown.steps[-1].is_open and errors:
            self.say(f"{sentences(errors)}\n{LEFT_OUT}")
            self.sheet = self.sheet.with_comment(written)
            if answered is not None and answered.say:
                self.sheet = self.sheet.with_comment(f"To be said: {answered.say}")
            return
        self.sheet = grown
        is_open_above = bool(grown.steps) and grown.steps[-1].is_open
        if answered is not None and answered.gaps and not self.waiting:
            self.say("  left out, and kept as a comment")
        elif answered is not None or (line.kind == "more" and not is_open_above):
            self.say(f"  {became(grown.steps[-1], is_open_above)}")
            self.say("\n".join(growth(before, after, self.speech)))
        else:
            self.say(f"  kept, {became(line, is_open_above)}")

    def _asked(
        self, question: str, is_more: Callable[[str], bool], words: Sequence[str] = ()
    ) -> str:
        """One answer; what was pasted instead, or `is_more`, goes on with the sheet."""
        told = self.answer(question, words)
        while self.is_waiting() or is_more(told):
            self.waiting.append(told)
            self.lines()
            told = self.answer(question, words)
        return told
