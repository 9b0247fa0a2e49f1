"""The questions of `new`: a line of the sheet, and then only what it does not say."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from relax_coach.cli.answer import (
    answered_with,
    completions,
    errors_between,
    is_line,
    near_to,
    not_a_title,
    not_understood,
    routine_of,
    says_how_long,
    sentences,
    words_for,
)
from relax_coach.cli.answer import errors as errors_of
from relax_coach.cli.questions import ASKS, BEGINS, CAUTION, CAUTIONS, SAY, SOURCE, TITLE
from relax_coach.cli.reading import became, growth, reading
from relax_coach.core import vocabulary
from relax_coach.core.document import Document
from relax_coach.core.exercise import WHERE, Exercise
from relax_coach.core.handout import Handout
from relax_coach.core.line import Line
from relax_coach.core.outline import Outline
from relax_coach.core.parts import parts
from relax_coach.core.problem import shown
from relax_coach.core.speech import Speech

WIDE = 10_000
"""Cells: rows are broken where they are said."""
MOST_QUESTIONS = 4
"""For one line of the sheet, the line itself among them."""
YES = ("y", "yes")
Ask = Callable[[str, Sequence[str]], str]
"""A question and the words that may complete an answer → the answer. EOFError: no more."""


@dataclass(slots=True)
class Wizard:
    """Asks, and grows a sheet by what is answered."""

    ask: Ask
    say: Callable[[str], None]
    sheet: Handout = field(default_factory=Handout)
    asked: list[int] = field(default_factory=list)
    """How many questions each line of the sheet took."""
    speech: Speech | None = None
    """How long the voice takes, for the times that are told."""
    title: str = ""
    waiting: list[str] = field(default_factory=list)
    """Lines that were typed as answers to another question."""
    source: str = ""
    under_way: list[str] = field(default_factory=list)
    """The line that is asked about, and what was answered about it."""
    unclear: list[str] = field(default_factory=list)
    """Answers about the line that is asked about which say nothing of it."""
    is_waiting: Callable[[], bool] = lambda: False
    """Whether more was pasted, which is read as a whole."""
    ahead: Callable[[], Sequence[str]] = lambda: ()
    """The lines that come next, where all of them are there already: those of a pipe."""

    def routine(self, title: str) -> Outline | None:
        """Ask for all of it; None where no line became a step. Raises EOFError without a title."""
        self.title = self._titled(title)
        self.lines()
        if all(line.is_open for line in self.sheet.steps):
            return None
        self.source = self.answer(SOURCE)
        cautions = self._cautions()
        for row in filter(str.strip, self.ahead()):
            self.sheet = self.sheet.with_comment(row)
            self.say(f"  behind the last answer, and kept as a comment: {shown(row.strip())}")
        outline = {**self.so_far(), "cautions": cautions}
        return {key: one for key, one in outline.items() if one or key == "cautions"}

    def so_far(self) -> Outline:
        """What was told until now, also of a line that is not done."""
        rest = " / ".join(self.under_way)
        sheet = self.sheet.with_comment(rest) if rest else self.sheet
        return {**sheet.outline(self.title), "sources": [self.source] if self.source else []}

    def _titled(self, title: str) -> str:
        """Until it can be one in a file."""
        while not title.strip() or (why := not_a_title(title)):
            if title.strip():
                self.say(why)
            title = self.ask(TITLE, ())
        return title.strip()

    def _cautions(self) -> list[str]:
        """Those that are understood; the others are asked again, one by one, and kept as a line."""
        words = tuple(word.replace("_", " ") for word in vocabulary.SPELLINGS["caution"])
        found, waiting = list[str](), _listed(self.answer(CAUTIONS, words))
        while waiting:
            one = waiting.pop(0)
            if vocabulary.find("caution", one) is not None:
                found.append(one)
                continue
            near = vocabulary.nearest(one, words).replace("_", " ")
            self.say(not_understood(one, near))
            again = self.answer(CAUTION.format(shown(one)), words)
            if near and again.lower() in YES:
                again = near
            if vocabulary.find("caution", again) is None:
                self.sheet = self.sheet.with_comment(f"Caution: {one}")
                self.say(f"  kept as a comment: {shown(one)}")
            waiting[:0] = _listed(again)
        return found

    def lines(self) -> None:
        """Ask for line after line, until an empty one or the end of the input."""
        self.say(BEGINS)
        while True:
            told = self.waiting.pop(0) if self.waiting else self._line()
            if told is None:
                return
            if self.is_waiting():
                self._take_pasted(told)
            elif told.strip():
                for part in parts(told):
                    self.under_way = [part]
                    self._take(part)
                    self.under_way = []
            elif not any(map(says_how_long, self.ahead())):
                return

    def _line(self) -> str | None:
        """None at the end of the input."""
        try:
            return self.ask(f"{len(self.sheet.steps) + 1}. What is done?", words_for("technique"))
        except EOFError:
            return None

    def _take_pasted(self, first: str) -> None:
        """What was pasted is a sheet, read as a whole: what a line leaves open the next may say."""
        rows, known = [first], len(self.sheet.lines)
        while self.is_waiting():
            with suppress(EOFError):
                rows.append(self.ask("", ()))
        before = routine_of(self.sheet)
        self.under_way = rows  # until it is in the sheet, should it be broken off
        for line in self.sheet.with_sheet("\n".join(rows)).lines[known:]:
            self._add(line)
        self.under_way = []
        for row in reading(Handout(self.sheet.lines[known:]), WIDE):
            self.say(row)
        self._tell_growth(before, routine_of(self.sheet))
        self.gaps(known)

    def _add(self, line: Line) -> None:
        """A line as it was read; a comment where the checker has an error."""
        refused = self.sheet.lines[-1:] and self.sheet.lines[-1].kind == "other"
        if line.kind in ("more", "remark") and (refused or not self.sheet.steps):
            line = replace(line, kind="other")
        errors = errors_between(self.sheet, Handout((*self.sheet.lines, line)))
        if errors and line.exercise is not None and not line.is_open:
            self.say(f"Line {line.number}: {shown(line.text.strip())}")
            self.say(sentences(errors))
            self.say("Kept as a comment alone: write it in another way, if you want to do it.")
            line = replace(line, kind="other", exercise=None)
        self.sheet = Handout((*self.sheet.lines, line))

    def gaps(self, known: int = 0) -> None:
        """Ask what the lines of a sheet that is there already do not say, but the first `known`."""
        for line in Handout(self.sheet.lines[known:]).open_lines:
            assert line.exercise is not None
            self.say(f"Line {line.number}: {shown(line.text.strip())}")
            answered, _ = self._filled(line.exercise)
            filled = self.sheet.filled(line, answered)
            errors = errors_between(self.sheet, filled)
            if errors and not answered.gaps:
                self.say(sentences(errors))
                self.say("Left out, and kept as a comment: write it in another way.")
            else:
                self.sheet = filled

    def _take(self, row: str) -> None:
        """A line that was typed: its gaps asked, and taken where the checker has no error."""
        line, questions, self.unclear = self.sheet.next_line(row), 1, []
        answered = line.exercise
        if answered is not None:
            answered, more = self._filled(answered)
            questions += more
            if not answered.gaps and not answered.rest and questions < MOST_QUESTIONS:
                answered = replace(answered, say=self._to_say())
                questions += 1
        self.asked.append(questions)
        if answered is not None and answered.say and self._cannot_be_said(row, answered):
            self.sheet = self.sheet.with_comment(f"To be said: {answered.say}")
            self.say("It cannot be said, and is kept as a comment.")
            answered = replace(answered, say="")
        grown = self.sheet.with_line(row, answered)
        before, after = routine_of(self.sheet), routine_of(grown)
        errors = errors_of(after)
        if grown.steps and not grown.steps[-1].is_open and errors:
            self.say(sentences(errors))
            self.say("Kept as a comment alone: write it in another way, if you want to do it.")
            self.sheet = self.sheet.with_comment(row)
            if answered is not None and answered.say:
                self.sheet = self.sheet.with_comment(f"To be said: {answered.say}")
            return
        self.sheet = grown
        if line.kind == "more" or (answered is not None and not answered.gaps):
            self.say(f"  {became(self.sheet.steps[-1], is_open_above=False)}")
            self._tell_growth(before, after)
        elif answered is not None:
            self.say("  left out, and kept as a comment")
            for told in self.unclear:  # it may have been a line of the sheet
                self.sheet = self.sheet.with_comment(told)
        else:
            kept = "kept" if line.kind != "other" else "not understood, and kept as a comment"
            self.say(f"  {kept}: {shown(row.strip())}")

    def _cannot_be_said(self, row: str, answered: Exercise) -> bool:
        """Whether the step is refused for its words alone."""
        with_it, without = (
            errors_of(routine_of(self.sheet.with_line(row, one)))
            for one in (answered, replace(answered, say=""))
        )
        if with_it and not without:
            self.say(sentences(with_it))
        return bool(with_it) and not without

    def _to_say(self) -> str:
        """What to say before a step. A line that was pasted is the next one, and is no answer."""
        told = self.answer(SAY)
        if not is_line("", told) and not (told and self.is_waiting()):
            if told:
                self.say(f"  said before it: {shown(told)}")
            return told
        self._wait(told)
        return ""

    def _wait(self, told: str) -> None:
        """It was pasted: an answer it is not."""
        self.say(f"  taken as the next line: {shown(told)}")
        self.waiting.append(told)

    def _tell_growth(self, before: Document, after: Document) -> None:
        for row in growth(before, after, self.speech):
            self.say(row)

    def _filled(self, exercise: Exercise) -> tuple[Exercise, int]:
        """`exercise` with its gaps answered as far as they were, and how many were asked."""
        questions = 0
        for gap in exercise.gaps:
            questions += 1
            near = self._meant(exercise) if gap == WHERE else ""
            while True:
                told = self.answer(ASKS[gap], completions(gap))
                if not told:
                    return exercise, questions
                filled = answered_with(
                    exercise, gap, near if near and told.lower() in YES else told
                )
                if filled is not None:
                    exercise = filled
                    break
                if self.under_way and (is_line(gap, told) or self.is_waiting()):
                    self._wait(told)
                    return exercise, questions
                self.unclear.append(told)
                near = near_to(gap, told)
                self.say(not_understood(told, near))
        return exercise, questions

    def _meant(self, exercise: Exercise) -> str:
        """The place that one of the words of its line may mean."""
        words = (word for word in exercise.left if len(word) > 3)
        near = next(filter(None, (near_to(WHERE, word) for word in words)), "")
        if near:
            self.say(f"Did you mean '{near}'? y takes it.")
        return near

    def answer(self, question: str, words: Sequence[str] = ()) -> str:
        """One answer; "" also at the end of the input."""
        try:
            told = self.ask(question, words).strip()
        except EOFError:
            return ""
        if self.under_way and told:
            self.under_way.append(told)
        return told


def _listed(told: str) -> list[str]:
    return [one for one in map(str.strip, re.split(r",|;|\band\b", told)) if one]
