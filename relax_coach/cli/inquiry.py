"""What `new` asks about one line of a sheet, and which answers are none."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from relax_coach.cli.answer import YES, answered_with, asks, is_line, meant, near_to, not_understood
from relax_coach.cli.questions import SAY
from relax_coach.core.duration import written
from relax_coach.core.exercise import LONG, SIDE, WHERE, Exercise
from relax_coach.core.line import is_rest_named
from relax_coach.core.problem import shown

MOST_QUESTIONS = 4
"""For one line of the sheet, the line itself among them."""
Ask = Callable[[str, Sequence[str]], str]
"""A question and the words that may complete an answer → the answer. EOFError: no more."""


@dataclass(slots=True)
class Inquiry:
    """Asks what a line does not say."""

    ask: Ask
    say: Callable[[str], None]
    waiting: list[str] = field(default_factory=list, kw_only=True)
    """Lines that were typed as answers to another question."""
    under_way: list[str] = field(default_factory=list, kw_only=True)
    """The line that is asked about, and the answers that say more of it."""
    unclear: list[str] = field(default_factory=list, kw_only=True)
    """Answers about the line that is asked about which say nothing of it."""
    is_waiting: Callable[[], bool] = field(default=lambda: False, kw_only=True)
    """Whether more was pasted, which is read as a whole."""
    ahead: Callable[[], Sequence[str]] = field(default=lambda: (), kw_only=True)
    """The lines that come next, as far as they are there already: those of a pipe."""

    def filled(self, exercise: Exercise, is_there: bool = False) -> tuple[Exercise, int]:
        """`exercise` with its gaps answered as far as they were, and how many were asked.

        `is_there`: its line is in the sheet already; another one does not end what is asked of it.
        """
        questions = 0
        for gap in exercise.gaps:
            questions += 1
            answered = self._answered(exercise, gap, is_there)
            if answered is None:
                break
            exercise = answered
        return exercise, questions

    def sided(self, exercise: Exercise) -> Exercise:
        """The same with the side that is asked; without an answer it is left to the format."""
        return self._answered(exercise, SIDE, is_there=False) or exercise

    def rested(self, row: str) -> tuple[str, int]:
        """`row` with how long it is, where it names a rest alone, and how many were asked."""
        if not is_rest_named(row):
            return row, 0
        answered = self._answered(Exercise(row, name=row, rest=1), LONG, is_there=False)
        long = answered.amount.length or answered.amount.hold if answered is not None else 0
        return f"{row.rstrip(' .:')} {written(long)}" if long else row, 1

    def told_before(self, exercise: Exercise) -> Exercise:
        """`exercise` with what is to be said before it. A side alone is its side."""
        told = self.to_say()
        sided = answered_with(exercise, SIDE, told) if told and exercise.asks_side else None
        return sided or replace(exercise, say=told)

    def to_say(self) -> str:
        """What to say before a step. A line that was pasted is the next one, and is no answer."""
        told = self.answer(SAY)
        if told and (is_line("", told) or self.is_waiting()):
            self.wait(told)
            return ""
        if told:
            self.say(f"  said before it: {shown(told)}")
        return told

    def wait(self, told: str) -> None:
        """It was pasted: an answer it is not."""
        self.say(f"  taken as the next line: {shown(told)}")
        self.waiting.append(self.with_pasted(self.under_way.pop()))

    def with_pasted(self, first: str) -> str:
        """`first`, and the lines that were pasted with it."""
        rows = [first]
        with suppress(EOFError):
            while self.is_waiting():
                rows.append(self.ask("", ()))
        return "\n".join(rows)

    def answer(self, question: str, words: Sequence[str] = ()) -> str:
        """One answer; "" also at the end of the input."""
        try:
            told = self.ask(question, words).strip()
        except EOFError:
            return ""
        if self.under_way and told:
            self.under_way.append(told)
        return told

    def _answered(self, exercise: Exercise, gap: str, is_there: bool) -> Exercise | None:
        """`exercise` with what is answered about its `gap`; None without an answer."""
        near, misspelt = meant(exercise) if gap == WHERE else "", ""
        if near:
            self.say(f"Did you mean '{near}'? y takes it.")
        while told := self.answer(*asks(exercise, gap)):
            is_near = bool(near) and told.lower() in YES
            filled = answered_with(exercise, gap, near if is_near else told)
            if filled is not None:
                if is_near:
                    self.under_way[-1] = near
                    self.unclear = [one for one in self.unclear if one != misspelt]
                return filled
            near, misspelt = near_to(gap, told), told
            if self.is_waiting() or is_line(gap, told, is_more=bool(self.ahead())):
                self.wait(told)
                if is_there:
                    continue
                return None
            self.unclear.append(self.under_way.pop())
            self.say(not_understood(gap, told, near))
        return None
