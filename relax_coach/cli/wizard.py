"""The questions of `new`: a line of the sheet, and then only what it does not say."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from relax_coach.core import vocabulary
from relax_coach.core.compile import compile_routine
from relax_coach.core.document import Document, read
from relax_coach.core.exercise import BREATHS, HOW, LONG, WHERE, Exercise
from relax_coach.core.handout import Handout
from relax_coach.core.naming import words_of
from relax_coach.core.options import Options
from relax_coach.core.outline import Outline
from relax_coach.core.parts import is_whole, parts
from relax_coach.core.phrases import clock
from relax_coach.core.problem import Problem, shown
from relax_coach.core.source import source
from relax_coach.core.speech import Speech
from relax_coach.core.wording import amount_of

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
SAY = "Anything to say before it? Empty: it is made from the rest."
YES = ("y", "yes")
_BREATH = re.compile(r"\s*(\d+(?:\.\d+)?)(?: ?[-,/ ] ?(\d+(?:\.\d+)?)){1,3}\s*")
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
    told: list[str] = field(default_factory=list)
    """Every line of the sheet, as it was typed."""
    waiting: list[str] = field(default_factory=list)
    """Lines that were typed as answers to another question."""

    def routine(self, title: str) -> Outline | None:
        """Ask for all of it; None where no line became a step. Raises EOFError without a title."""
        self.title = self._titled(title)
        self.lines()
        if all(line.is_open for line in self.sheet.steps):
            return None
        outline = self.sheet.outline(self.title)
        told = self.answer(SOURCE)
        outline["sources"] = [told] if told else []
        outline["cautions"] = self._cautions()
        return {key: one for key, one in outline.items() if one or key == "cautions"}

    def _titled(self, title: str) -> str:
        """Until it can be one in a file."""
        while not title.strip() or (why := _not_a_title(title)):
            if title.strip():
                self.say(why)
            title = self.ask(TITLE, ())
        return title.strip()

    def _cautions(self) -> list[str]:
        """Until all of them are understood."""
        words = tuple(word.replace("_", " ") for word in vocabulary.SPELLINGS["caution"])
        before = unknown = near = ""
        while True:
            told = self.answer(CAUTIONS, words)
            told = before.replace(unknown, near) if near and told.lower() in YES else told
            cautions = [one.strip() for one in told.split(",") if one.strip()]
            unknown = next((one for one in cautions if vocabulary.find("caution", one) is None), "")
            if not unknown:
                return cautions
            before, near = told, vocabulary.nearest(unknown, words).replace("_", " ")
            self.say(_not_understood(unknown, near))

    def lines(self) -> None:
        """Ask for line after line, until an empty one or the end of the input."""
        self.say(BEGINS)
        while True:
            told = self.waiting.pop(0) if self.waiting else self._line()
            if not told.strip():
                return
            self.told.append(told)
            for part in parts(told):
                self._take(part)

    def _line(self) -> str:
        try:
            return self.ask(f"{len(self.sheet.steps) + 1}. What is done?", _words("technique"))
        except EOFError:
            return ""

    def gaps(self) -> None:
        """Ask what the lines of a sheet that is there already do not say."""
        for line in self.sheet.open_lines:
            assert line.exercise is not None
            self.say(f"Line {line.number}: {shown(line.text.strip())}")
            answered, _ = self._filled(line.exercise)
            filled = self.sheet.filled(line, answered)
            before = {one.message for one in _errors(_read(self.sheet))}
            errors = [one for one in _errors(_read(filled)) if one.message not in before]
            if errors and not answered.gaps:
                self.say(_told(errors))
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
            if not answered.gaps and not answered.rest and questions < MOST_QUESTIONS:
                answered = replace(answered, say=self._to_say())
                questions += 1
        self.asked.append(questions)
        grown = self.sheet.with_line(row, answered)
        before, after = _read(self.sheet), _read(grown)
        errors = _errors(after)
        if grown.steps and not grown.steps[-1].is_open and errors:
            self.say(_told(errors))
            self.say("Kept as a comment alone: write it in another way, if you want to do it.")
            self.sheet = self.sheet.with_comment(row)
            return
        self.sheet = grown
        if line.kind == "more" or (answered is not None and not answered.gaps):
            self._tell(before, after)
        elif answered is not None:
            self.say("  left out, and kept as a comment")
        else:
            kept = "kept" if line.kind != "other" else "not understood, and kept as a comment"
            self.say(f"  {kept}: {shown(row.strip())}")

    def _to_say(self) -> str:
        """What to say before a step. A line that was pasted is the next one, and is no answer."""
        told = self.answer(SAY)
        if not is_whole(told):
            return told
        self.say(f"  an exercise, and so the next line: {shown(told)}")
        self.waiting.append(told)
        return ""

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
            near = ""
            while True:
                told = self.answer(ASKS[gap], _completions(gap))
                if not told:
                    return exercise, questions
                filled = _with(exercise, gap, near if near and told.lower() in YES else told)
                if filled is not None:
                    exercise = filled
                    break
                near = _near(gap, told)
                self.say(_not_understood(told, near))
        return exercise, questions

    def answer(self, question: str, words: Sequence[str] = ()) -> str:
        """One answer; "" also at the end of the input."""
        try:
            return self.ask(question, words).strip()
        except EOFError:
            return ""


def _with(exercise: Exercise, gap: str, told: str) -> Exercise | None:
    """`exercise` with what `told` says of its `gap`; None where it says nothing of it."""
    if gap == WHERE:
        target = vocabulary.find("target", told)
        if target is None and not vocabulary.is_unsafe(told):
            return None
        return replace(exercise, target=target or told)
    if gap == HOW:
        technique = vocabulary.find("technique", told)
        return None if technique is None else replace(exercise, technique=technique)
    if gap == BREATHS:
        match = _BREATH.fullmatch(told)
        breath = "-".join(re.findall(r"\d+(?:\.\d+)?", told))
        one = replace(exercise.amount, breath=breath)
        return None if match is None else replace(exercise, amount=one)
    amount, rest = amount_of(told)
    if words_of(rest) or not (amount.hold or amount.length or amount.reps):
        return None
    return exercise.with_amount(amount)


def _not_a_title(title: str) -> str:
    """Why `title` cannot be one; "" where it can."""
    problems = read(
        source({"title": title, "cautions": [], "steps": [{"rest": "5s"}]}).encode()
    ).problems
    return next((one.message for one in problems if one.severity == "error"), "")


def _near(gap: str, told: str) -> str:
    """The word of the vocabulary that may be meant; "" where none is near."""
    if gap not in (WHERE, HOW):
        return ""
    kind = "target" if gap == WHERE else "technique"
    return vocabulary.nearest(told, vocabulary.SPELLINGS[kind]).replace("_", " ")


def _not_understood(told: str, near: str) -> str:
    """What to say of an answer, with the word that may be meant."""
    hint = f" Did you mean '{near}'? y takes it." if near else ""
    return f"{shown(told)!r} is not understood.{hint}"


def _completions(gap: str) -> Sequence[str]:
    return _words({WHERE: "target", HOW: "technique"}.get(gap, "")) if gap in (WHERE, HOW) else ()


def _words(kind: str) -> Sequence[str]:
    kinds = (kind, "target", "side") if kind == "technique" else (kind,)
    spelled = (word for one in kinds for word in vocabulary.SPELLINGS[one])
    return tuple(dict.fromkeys(word.replace("_", " ") for word in spelled))


def _read(sheet: Handout) -> Document:
    return read(source(sheet.outline("T")).encode())


def _errors(found: Document) -> list[Problem]:
    return [one for one in found.problems if one.severity == "error"]


def _told(problems: Iterable[Problem]) -> str:
    rows = (f"{one.message}{f' ({one.hint})' if one.hint else ''}" for one in problems)
    return "\n".join(f"  {shown(row)} " for row in dict.fromkeys(rows)).rstrip()
