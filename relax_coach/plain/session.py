"""A session from its first question to its end, in lines."""

import sys
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import TextIO

from relax_coach import coach, intake
from relax_coach.awake import kept_awake
from relax_coach.core import keys, safety, vocabulary
from relax_coach.core.check_in import CheckIn
from relax_coach.core.exits import Exit
from relax_coach.core.options import Options
from relax_coach.core.phrases import clock
from relax_coach.core.routine import Ms, Routine
from relax_coach.core.timeline import WORK_KINDS, Timeline
from relax_coach.haste import Haste
from relax_coach.plain.check_in import checked_in
from relax_coach.plain.check_out import checked_out, is_hurt, rest
from relax_coach.plain.keyboard import LOOK, Keyboard, single_keys
from relax_coach.plain.questions import Questions, Refused, TurnedBack
from relax_coach.plain.script import Line, lines
from relax_coach.plain.writer import Writer
from relax_coach.player import Player
from relax_coach.store.library import Entry
from relax_coach.store.settings import Settings

A_JUMP: Ms = 2_000
"""A longer way between two looks was not played but passed over."""
AWAY_KEYS = "space goes on, a begins this step again, q ends."


def keys_of(routine: Routine) -> str:
    """The keys of a session in a word each; for two, first those of the receiver."""
    words = ", ".join(f"{key.first} {key.word}" for key in keys.SESSION.in_lines if key.word)
    if routine.who != "partner":
        return f"Keys: {words}."
    theirs = ", ".join(f"{key.first} {key.large}" for key in keys.PARTNER.foot if key.large)
    return f"The keys of who is massaged: {theirs}. Keys: {words}."


def play(
    entry: Entry,
    options: Options,
    settings: Settings,
    muted: bool = False,
    from_step: int | None = None,
    skip_questions: bool = False,
    today: date | None = None,
    eased: Mapping[str, int] | None = None,
    width: int = 80,
    out: TextIO | None = None,
) -> int:
    """Play `entry` to its end in lines and return the exit code (0, 3 or 4).

    Without a terminal to type on, the session needs no answer: it is played gently. `eased`: target
    word → levels of pressure less that it had last time.
    Raises coach.Broken for a file with errors, and NoSound when a named output is missing.
    """
    routine = coach.routine_of(entry)
    keyboard = Keyboard(sys.stdin)
    voice = Writer(out or sys.stdout, width)
    voice.say(f"{routine.title}. {routine.summary}".strip())
    if not keyboard.live:  # whoever can answer is asked about these
        for word in routine.every_caution:
            voice.say(vocabulary.CAUTIONS[word].name)
    questions = Questions(keyboard, voice.say)
    day = today or date.today()  # noqa: DTZ011 - the person's own day
    try:
        options = questions.answered(routine, options, day, skip_questions)
        check_in = CheckIn(options.spot, options.side)
        asks = not skip_questions and routine.who == "self"
        if asks and keyboard.live:
            options, check_in = checked_in(keyboard, voice.say, routine, options, eased or {})
    except Refused:
        return Exit.REFUSED
    except TurnedBack:
        voice.say("Not now, then.")
        return Exit.ENDED_EARLY
    ready = coach.ready(entry, options, settings)
    if ready.unspoken:
        voice.say("The voice is made ready: one moment.")
        ready = coach.spoken(ready, settings)
    timeline = ready.timeline.noted(intake.more_than_enough(routine, ready.timeline, day))
    for note in timeline.notes:
        if note not in questions.told:
            voice.say(note)
    player, notes = coach.start(ready, settings, muted, attended=keyboard.live)
    session = Session(player, keyboard, voice, routine)
    try:
        for note in notes:
            voice.say(note)
        steps = "1 step" if timeline.steps == 1 else f"{timeline.steps} steps"
        voice.say(f"{steps}, {clock(timeline.total)}.")
        if keyboard.live:
            voice.say(keys_of(routine))
        if from_step is not None and from_step <= timeline.steps:
            player.seek(timeline.step_start(from_step))
        elif from_step is not None:  # steps were left out: better all of it than the wrong part
            voice.say(f"There is no step {from_step} now, so it begins at the beginning.")
        with kept_awake(), single_keys(keyboard):
            code = session.run()
        intake.keep_end(routine, player.done, day, bool(session.hurt))
        intake.keep_played(entry)
        if asks and session.hurt is False and code != Exit.REFUSED:
            check_out = checked_out(keyboard, voice.say, check_in.before)
            if why := check_out.worse_than(check_in.before):
                intake.keep_end(routine, Counter(), day, hurt=True)
                voice.say(why)
                rest(voice.say, routine)
        return code
    finally:
        player.close()


class Session:
    """Follows a player: says what its position passes, does what the keys ask."""

    def __init__(
        self,
        player: Player,
        keyboard: Keyboard,
        voice: Writer,
        routine: Routine,
    ) -> None:
        self.player = player
        self.keyboard = keyboard
        self.say = voice.say
        self.routine = routine
        self.told: Ms = -1
        """Lines up to here have been said."""
        self.script: list[Line] = []
        self.looked: Ms = player.position
        self.done: Ms = 0
        """How long was played, without what was passed over."""
        self.timeline: Timeline | None = None
        self.places: set[str] = set()
        """Targets that hands were on, or that were stretched."""
        self.hurt: bool | None = None
        """Whether something was wrong after the end; None where nobody said."""

    def run(self) -> int:
        # Before it plays: a device may take the first moment before the next look.
        self.told = self.player.position - 1
        self._tell(self.player.play())
        while not self.player.ended:
            self._follow()
            code = self._obey(self.keyboard.key(LOOK))
            if code is not None:
                self.player.end()
                if self.done or code == Exit.REFUSED:
                    self._ask_after()
                return code
            self.player.attended = self.keyboard.live
            self._look()
        self._follow()
        self.say("")
        self.say(f"Done: {clock(self.done)}. {safety.EXPECTED}")
        self._ask_after()
        return Exit.DONE

    def _ask_after(self) -> None:
        """What to watch for, and whether something is wrong now."""
        if after := safety.after(self.places):
            self.say(after)
        if not self.keyboard.live:
            return
        told = safety.TOLD[self.routine.who]
        self.say(f"{told.hurt_question} y yes, any other key ends.")
        self.hurt = is_hurt(self.keyboard, self.say)
        if self.hurt:
            rest(self.say, self.routine)

    def _look(self) -> None:
        was_away = self.player.away
        self._tell(self.player.look())
        if self.player.away and not was_away:
            self.say(AWAY_KEYS)

    def _follow(self) -> None:
        """Say what lies between the last look and now."""
        timeline, now = self.player.timeline, self.player.position
        if timeline is not self.timeline:
            partner = self.routine.who == "partner"
            self.timeline = timeline
            self.script = lines(timeline, self.player.attended, partner)
        for at, text in self.script:
            if self.told < at <= now:
                self.say(text)
        if 0 < now - self.looked <= A_JUMP:
            self.done += now - self.looked
            span = timeline.at(now).span
            self.places |= {span.place} - {""} if span.kind in WORK_KINDS else set()
        self.told, self.looked = max(self.told, now), now

    def _obey(self, key: str) -> int | None:
        """Do what `key` asks; an exit code where it ends the session."""
        known = keys.SESSION.of(key)
        match known.action if known else "":
            case "":
                pass
            case "pause":
                self._toggle()
            case "next":
                self._move(self.player.next)
            case "previous":
                self._move(self.player.previous)
            case "again":
                self._move(self.player.again, go_on=self.player.away)
            case "help":
                for one in keys.SESSION.in_lines:
                    self.say(f"{', '.join(one.written)}: {one.does}.")
            case "stop":
                return self._stop()
            case "leave":
                return self._ask_end()
            case action if known:
                self._tell(getattr(self.player, action)(*known.by))
        return None

    def _toggle(self) -> None:
        """Pause or go on; what a wait would still have said is passed over with it."""
        player, span = self.player, self.player.moment.span
        waits = span.kind == "wait" and not player.paused
        self._tell(player.toggle())
        if waits:
            self.told = span.end - 1

    def _move(self, move: Callable[[], str], go_on: bool = False) -> None:
        """Go elsewhere, and tell from there on what was not or was already told.

        Where the session stood it stands again, unless it is to `go_on`.
        """
        was_paused = self.player.paused
        self.player.pause()  # so that the device takes nothing before the place is known
        told = move()
        self.told = self.player.position - 1
        if go_on or not was_paused:
            self._tell(self.player.play())
        self._tell(told)

    def _stop(self) -> int | None:
        intake.keep_stop(self.routine)
        # Hands may be there before the work begins.
        self.places |= {self.player.moment.span.place} - {""}
        self.player.pause(safety.stop_said(self.routine.who, self.routine.stop_if))
        self.say(safety.STOP_TITLE)
        self.say(safety.TOLD[self.routine.who].stop_do)
        self.say(f"{safety.STOP_WHEN}:")
        for rule in (*safety.STOP_RULES, *self.routine.stop_if):
            self.say(f"- {rule}")
        self.say(safety.STOP_LATER)
        self.say(safety.SLIP + " q ends the session.")
        haste = Haste()
        while self.keyboard.live:
            key = self.keyboard.key(LOOK)
            if key == "q":
                return Exit.REFUSED
            if key in ("space", "k"):
                if haste.is_hurried():
                    self.say(safety.HURRIED)
                    continue
                self._tell(self.player.toggle())
                return None
        return Exit.REFUSED

    def _ask_end(self) -> int | None:
        if self.player.away:  # then the question stands already
            return self._ended()
        was_paused = self.player.paused
        self.player.pause()
        self.say("End here? y ends, any other key goes on.")
        while self.keyboard.live:
            key = self.keyboard.key(LOOK)
            if key in ("y", "q"):
                return self._ended()
            if key:
                self._tell("Still paused." if was_paused else self.player.toggle())
                return None
        return Exit.ENDED_EARLY

    def _ended(self) -> int:
        self.say(f"Ended after {clock(self.done)}.")
        return Exit.ENDED_EARLY

    def _tell(self, text: str) -> None:
        if text:
            self.say(text)
