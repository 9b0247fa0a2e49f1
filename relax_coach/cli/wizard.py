"""The questions of `new`: a line of the sheet, and then only what it does not say."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from relax_coach.cli.answer import (
    answered_with,
    completions,
    is_line,
    near_to,
    not_a_title,
    not_understood,
    routine_of,
    sentences,
    words_for,
)
from relax_coach.cli.answer import errors as errors_of
from relax_coach.core import vocabulary
from relax_coach.core.compile import compile_routine
from relax_coach.core.document import Document
from relax_coach.core.exercise import BREATHS, GUESS, HOW, LONG, WHERE, Exercise
from relax_coach.core.handout import Handout
from relax_coach.core.options import Options
from relax_coach.core.outline import Outline
from relax_coach.core.parts import parts
from relax_coach.core.phrases import clock
from relax_coach.core.problem import shown
from relax_coach.core.speech import Speech

MOST_QUESTIONS = 4
"""For one line of the sheet, the line itself among them."""
BEGINS = "Line by line, as on the sheet, such as: Chin tucks 3x10, hold 5s. An empty line ends it."
ASKS = {
    WHERE: "Where? Such as temple, neck, top of the shoulder. Empty: leave it out.",
    HOW: "How? Such as circles, knead, press, stroke, stretch, movement. Empty: leave it out.",
    LONG: "How long, or how often? Such as 30s, 2 min, 5 x 10s, 10 times. Empty: leave it out.",
    BREATHS: "How many seconds in and out? Such as 4-6. Empty: leave it out.",
}
TITLE = "What is it called?"
SOURCE = "Where does it come from? Such as: my physiotherapist, March 2026. Empty: not said."
CAUTIONS = "Who must take care? Such as pregnancy, migraine. Empty: nobody in particular."
CAUTION = "What is {}? Empty: it is kept as a comment."
SAY = "Anything to say before it? Empty: it is made from the rest."
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
    is_waiting: Callable[[], bool] = lambda: False
    """Whether more was pasted, so that an empty line is one within it."""

    def routine(self, title: str) -> Outline | None:
        """Ask for all of it; None where no line became a step. Raises EOFError without a title."""
        self.title = self._titled(title)
        self.lines()
        if all(line.is_open for line in self.sheet.steps):
            return None
        self.source = self.answer(SOURCE)
        cautions = self._cautions()
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
            if not again:
                self.sheet = self.sheet.with_comment(f"Caution: {one}")
                self.say(f"  kept as a comment: {shown(one)}")
            waiting[:0] = _listed(again)
        return found

    def lines(self) -> None:
        """Ask for line after line, until an empty one or the end of the input."""
        self.say(BEGINS)
        while True:
            told = self.waiting.pop(0) if self.waiting else self._line()
            if told is None or not (told.strip() or self.is_waiting()):
                return
            for part in parts(told) if told.strip() else ():
                self.under_way = [part]
                self._take(part)
                self.under_way = []

    def _line(self) -> str | None:
        """None at the end of the input."""
        try:
            return self.ask(f"{len(self.sheet.steps) + 1}. What is done?", words_for("technique"))
        except EOFError:
            return None

    def gaps(self) -> None:
        """Ask what the lines of a sheet that is there already do not say."""
        for line in self.sheet.open_lines:
            assert line.exercise is not None
            self.say(f"Line {line.number}: {shown(line.text.strip())}")
            answered, _ = self._filled(line.exercise)
            filled = self.sheet.filled(line, answered)
            before = {one.message for one in errors_of(routine_of(self.sheet))}
            errors = [one for one in errors_of(routine_of(filled)) if one.message not in before]
            if errors and not answered.gaps:
                self.say(sentences(errors))
                self.say("Left out, and kept as a comment: write it in another way.")
            else:
                self.sheet = filled

    def _take(self, row: str) -> None:
        """A line that was typed: its gaps asked, and taken where the checker has no error."""
        line, questions = self.sheet.next_line(row), 1
        answered = line.exercise
        if answered is not None:
            answered, more = self._filled(answered)
            questions += more
            may_say = not answered.gaps and not answered.rest and questions < MOST_QUESTIONS
            if may_say and not self.is_waiting():  # else what was pasted would answer
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
            self._tell(before, after)
            if answered is not None and answered.is_guess:
                self.say(f"  {GUESS}")
        elif answered is not None:
            self.say("  left out, and kept as a comment")
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
        if not is_line("", told):
            if told:
                self.say(f"  said before it: {shown(told)}")
            return told
        self._wait(told)
        return ""

    def _wait(self, told: str) -> None:
        """It was pasted: an answer it is not."""
        self.say(f"  taken as the next line: {shown(told)}")
        self.waiting.append(told)

    def _tell(self, before: Document, after: Document) -> None:
        """The new rows of the timeline, and its total."""
        assert after.routine is not None
        timeline = compile_routine("", after.routine, Options(), self.speech)
        known = compile_routine("", before.routine).steps if before.routine else 0
        known = min(known, timeline.steps - 1)  # the last one may only be longer now
        for step in range(known + 1, timeline.steps + 1):
            start = timeline.step_start(step)
            title = timeline.at(start).span.title
            self.say(f"  {clock(start):>6}  {shown(title)}")
        self.say(f"  {clock(timeline.total):>6}  in all")

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
                if self.under_way and is_line(gap, told):
                    self._wait(told)
                    return exercise, questions
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
