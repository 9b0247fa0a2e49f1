"""What is asked before the first press, in lines; only what nobody has answered yet."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date

from relax_coach import alarm, intake
from relax_coach.core import safety, vocabulary
from relax_coach.core.conditions import DO, SIGN_WORDS, SIGNS, Condition, as_held
from relax_coach.core.danger import sign_in
from relax_coach.core.options import BOTH, Options, is_spot, sided
from relax_coach.core.routine import Routine
from relax_coach.core.ruling import REFUSED
from relax_coach.core.verdict import Verdict, judge
from relax_coach.haste import SETTLED, Haste
from relax_coach.plain.keyboard import Keyboard
from relax_coach.plain.numbers import words_of, wrong

NEVER = "That place must never be massaged: arteries, nerves or the eye lie open."


class Refused(Exception):
    """There is no session now: what was answered speaks against it, and that was said."""


class TurnedBack(Exception):
    """Who was to be massaged did not say yes."""


class Questions:
    """Asks on a terminal, and answers carefully where there is none."""

    def __init__(self, keyboard: Keyboard, say: Callable[[str], None]) -> None:
        self.keyboard = keyboard
        self.say = say
        self.told: tuple[str, ...] = ()
        """What was said already of how the session is changed."""
        self.side = ""
        """The side that was answered, as it is kept: left, right, both or each."""

    def answered(self, routine: Routine, options: Options, today: date, skip: bool) -> Options:
        """`options` with what the person answered. Raises Refused, and TurnedBack.

        Where nobody could answer, the touch is light and the neck left out. `skip` spares the
        choices; what is asked for safety is spared only once it was answered.
        """
        asked = intake.asks(routine, today)
        held = intake.known(routine.who, today)
        asks_again = asked.signs and not asked.of_receiver and self.keyboard.live
        sure = held - SIGN_WORDS if asks_again else held
        self._check(routine, replace(options, held=options.held | sure))
        if asked.anything and not self.keyboard.live:
            self.say(safety.SPOKEN_STOP + " " + safety.EVERYWHERE)
            held |= {"nobody"}
        elif asked.anything:
            held = self._safe(asked, held, today)
        options = replace(options, held=options.held | held)
        verdict = self._check(routine, options)
        if asked.anything and self.keyboard.live:  # what is new is told with its reason
            for row in verdict.why:
                self.say(f"- {row.name}: {row.reason}")
        for sentence in verdict.advice:
            self.say(sentence)
        if routine.who == "partner":
            self.told = verdict.sentences  # agreed on is what will be done
            for sentence in self.told:
                self.say(sentence)
            self._agree(intake.consent(routine, options, today))
        if self.keyboard.live and not skip:
            if routine.asks_spot and not options.spot:
                options = replace(options, spot=self._ask_spot())
                self._check(routine, options)
            if not options.side:
                self.side = self._ask_side(routine, options)
                options = replace(options, side="" if self.side == BOTH else self.side)
        return options

    def conditions(
        self, asked: tuple[Condition, ...], of_receiver: bool, known: Collection[str] = ()
    ) -> frozenset[str]:
        """Words of the conditions in `asked` that hold. Raises Refused where nobody answers.

        `known`: what was answered with yes before.
        """
        title = safety.THEIR_CONDITIONS_TITLE if of_receiver else safety.CONDITIONS_TITLE
        self.say(title)
        for number, row in enumerate(asked, 1):
            before = " (yes, as you said before)" if row.word in known else ""
            self.say(f"{number}. {row.name}?{before}")
        self.say(safety.THEIR_CONDITIONS_KEPT if of_receiver else safety.CONDITIONS_KEPT)
        while True:
            # Once more: on a small screen what was asked has gone by the time it is answered.
            answer = self._answer(
                f"{title} Type the numbers that hold, or n for none. A number with ? tells why."
            )
            words = words_of(answer.replace(" ?", "?"))
            if words == ["n"]:
                return frozenset()
            numbers = [word.strip("?") for word in words]
            if complaint := wrong(numbers, 1, len(asked)):
                self.say(complaint)
            if complaint or not words:
                continue
            rows = [asked[int(number) - 1] for number in numbers]
            if any("?" in word for word in words):
                for row in rows:
                    self.say(f"{row.name}: {row.explained}")
                continue
            return frozenset(row.word for row in rows)

    def _safe(self, asked: intake.Asks, held: frozenset[str], today: date) -> frozenset[str]:
        """Words of what holds: `held`, and what was said now."""
        if asked.conditions:
            said = self.conditions(asked.conditions, asked.of_receiver)
            if not asked.of_receiver:
                answered = {row.word: row.word in said for row in asked.conditions}
                intake.keep_conditions(answered, today)
            held |= said
        if asked.signs:
            told, held = held & SIGN_WORDS, held - SIGN_WORDS
            signs = self._signs(asked, held, told)
            if not asked.of_receiver:
                intake.keep_signs(signs, today)
            held |= signs
        return held

    def _signs(
        self, asked: intake.Asks, held: frozenset[str], told: frozenset[str]
    ) -> frozenset[str]:
        """Words of the signs of today that were named, or `told` before and not taken back."""
        question = intake.question(asked, held | told)
        also = f"{safety.ALSO} {safety.NOT_NOW} {safety.EVERYWHERE}"
        if not self._yes(question, also, "Type n for no, nothing of that; y for yes. Then Enter."):
            return frozenset()
        for number, row in enumerate(SIGNS, 1):
            before = " Yes, as you said before." if row.word in told else ""
            self.say(f"{number}. {row.name}.{before} {DO[as_held(row, held).do]}")
        asks = "Type its number or numbers, or n for none of these after all. Then Enter."
        if told:
            asks += " What you said before stays; -7, say, takes number 7 back."
        while True:
            numbers = words_of(self._answer(asks))
            if numbers == ["n"]:
                return frozenset()
            known = {f"-{number}": row.word for number, row in enumerate(SIGNS, 1)}
            over = {known[number] for number in numbers if known.get(number) in told}
            others = [number for number in numbers if known.get(number) not in told]
            if complaint := wrong(others, 1, len(SIGNS)):
                self.say(complaint)
            elif numbers:
                found = told - over | {SIGNS[int(number) - 1].word for number in others}
                return found or self._signs(asked, held, told=found)

    def _check(self, routine: Routine, options: Options) -> Verdict:
        """What holds makes of `routine`. Raises Refused, after it was told."""
        verdict = judge(routine, options)
        if verdict.result == REFUSED:
            self._refuse(verdict)
        return verdict

    def _refuse(self, verdict: Verdict) -> None:
        self.say("No massage now.")
        self.say(verdict.advice[0])
        for row in verdict.why:
            self.say(f"- {row.name}. {row.explained} {verdict.does(row)}".rstrip())
        for sentence in verdict.more:
            self.say(sentence)
        raise Refused

    def _agree(self, lines: tuple[str, ...]) -> None:
        """The receiver's yes, before any touch."""
        told = [f"{safety.CONSENT_TITLE}:", *(f"- {line}" for line in lines)]
        asks = "Type y when they said yes; n for not now. Then Enter."
        if not self.keyboard.live:
            for line in told:
                self.say(line)
        elif not self._yes(*told, asks):
            raise TurnedBack

    def _yes(self, *asks: str) -> bool:
        """Whether the answer is y; n is the other. Raises Refused where nobody answers."""
        answer = self._answer(*asks)
        while answer not in ("n", "no", "y", "yes"):  # "numbness" is no no
            answer = self._answer(asks[-1])
        return answer.startswith("y")

    def _answer(self, *asks: str) -> str:
        """The answer to what `asks` say, which is said again where it came too fast to be one.

        Raises Refused where nobody answers.
        """
        while True:
            for sentence in asks:
                self.say(sentence)
            haste = Haste()
            answer = self._line()
            if not haste.is_hurried():
                return answer
            self.say(safety.HURRIED)
            self.keyboard.calm(SETTLED)

    def _line(self) -> str:
        line = self.keyboard.line().strip().lower()
        if not line and self.keyboard.at_end:
            raise Refused
        return line

    def _ask_spot(self) -> str:
        default = vocabulary.DEFAULT_SPOT
        while True:
            self.say(f"Where is it sore? Enter for {default}, or a word: forehead, jaw, scalp …")
            answer = self.keyboard.line()
            word = vocabulary.find("target", answer) if answer else default
            if word and is_spot(word):
                return word
            if sign := sign_in(answer):
                self.say(alarm.heard(sign))
                raise Refused
            if vocabulary.is_unsafe(answer):
                self.say(NEVER)
            places = (t.name for t in vocabulary.TARGETS.values() if is_spot(t.word))
            self.say("These can be chosen: " + ", ".join(places) + ".")

    def _ask_side(self, routine: Routine, options: Options) -> str:
        open_side = sided(routine, options)
        if open_side is None:
            return ""
        self.say("Which side? l left, r right, Enter for both.")
        both = BOTH if open_side[1] else "each"
        return {"l": "left", "r": "right"}.get(self.keyboard.line().lower()[:1], both)
