"""What is asked before the first press, in lines; only what nobody has answered yet."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from relax_coach import coach
from relax_coach.core import safety, vocabulary
from relax_coach.core.options import Options, is_spot, spot_of
from relax_coach.core.routine import Routine
from relax_coach.plain.keyboard import Keyboard


class Refused(Exception):
    """A danger sign was named: there is no session now."""


class Questions:
    """Asks on a terminal, and answers carefully where there is none."""

    def __init__(self, keyboard: Keyboard, say: Callable[[str], None]) -> None:
        self.keyboard = keyboard
        self.say = say

    def answered(self, routine: Routine, options: Options, today: date, skip: bool) -> Options:
        """`options` with what the person answered; unattended where nobody could. Raises Refused.

        `skip` spares the choices; the danger signs are spared only once they were answered.
        """
        if coach.must_ask_signs(routine, today):
            if not self.keyboard.live:
                self.say(safety.SPOKEN_STOP + " " + safety.EVERYWHERE)
                options = replace(options, unattended=True)
            else:
                self._ask_signs(today)
        if self.keyboard.live and not skip:
            if routine.asks_spot and not options.spot:
                options = replace(options, spot=self._ask_spot())
            if routine.asks_side and not options.side:
                options = replace(options, side=self._ask_side(routine, options))
        return options

    def _ask_signs(self, today: date) -> None:
        self.say(safety.QUESTION)
        answer = ""
        while answer[:1] not in ("n", "y"):
            self.say("Type n for no, nothing of that; y for yes. Then Enter.")
            answer = self.keyboard.line().lower()
            if self.keyboard.at_end:
                raise Refused
        if answer.startswith("n"):
            coach.keep_signs_clear(today)
            return
        for urgency, sentence in safety.WHAT_TO_DO.items():
            for sign in safety.SIGNS:
                if sign.urgency == urgency:
                    self.say(f"- {sign.text}")
            self.say(sentence)
        raise Refused

    def _ask_spot(self) -> str:
        default = vocabulary.DEFAULT_SPOT
        while True:
            self.say(f"Where is it sore? Enter for {default}, or a word: forehead, jaw, scalp …")
            answer = self.keyboard.line()
            word = vocabulary.find("target", answer) if answer else default
            if word and is_spot(word):
                return word
            if vocabulary.is_unsafe(answer):
                self.say("That place must never be massaged: arteries, nerves or the eye lie open.")
            places = (t.name for t in vocabulary.TARGETS.values() if is_spot(t.word))
            self.say("These can be chosen: " + ", ".join(places) + ".")

    def _ask_side(self, routine: Routine, options: Options) -> str:
        places = (
            spot_of(options) if step.target == vocabulary.SORE_SPOT else step.target
            for step in routine.massages
            if step.side == "sore" or (step.target == vocabulary.SORE_SPOT and not step.side)
        )
        if not any("left" in vocabulary.TARGETS[place].sides for place in places):
            return ""
        self.say("Which side? l left, r right, Enter for both.")
        return {"l": "left", "r": "right"}.get(self.keyboard.line().lower()[:1], "")
