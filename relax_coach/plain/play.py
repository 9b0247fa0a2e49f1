"""From a chosen routine to its end, in lines: what must be asked, the session, how it is now."""

import sys
from collections.abc import Callable
from datetime import date
from typing import TextIO

from relax_coach import coach, intake, interruption
from relax_coach.awake import kept_awake
from relax_coach.core import keys, vocabulary
from relax_coach.core.check_in import CheckIn
from relax_coach.core.exits import Exit
from relax_coach.core.interrupted import ELSEWHERE, Interrupted
from relax_coach.core.options import Options
from relax_coach.core.phrases import clock
from relax_coach.core.record import UNSAID
from relax_coach.core.routine import Routine
from relax_coach.logbook import Logbook
from relax_coach.plain import script
from relax_coach.plain.check_in import checked_in
from relax_coach.plain.check_out import NOBODY, checked_out, rest, was_slip
from relax_coach.plain.keyboard import Keyboard, single_keys
from relax_coach.plain.questions import Questions, Refused, TurnedBack
from relax_coach.plain.session import Session
from relax_coach.plain.writer import Writer
from relax_coach.store.library import Entry
from relax_coach.store.lock import Busy, Lock
from relax_coach.store.settings import Settings


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
    today: Callable[[], date] = date.today,
    width: int = 80,
    out: TextIO | None = None,
    left: Interrupted | None = None,
) -> int:
    """Play `entry` to its end in lines and return the exit code (0, 3 or 4; 1: one is on already).

    Without a terminal to type on, the session needs no answer: it is played gently. `left`: the
    interrupted session that it goes on with.
    Raises coach.Broken for a file with errors, and NoSound when a named output is missing.
    """
    routine = coach.routine_of(entry)
    keyboard = Keyboard(sys.stdin)
    voice = Writer(out or sys.stdout, width)
    questions = Questions(keyboard, voice.say)
    asks = keyboard.live and not skip_questions and routine.who == "self"
    try:
        with Lock.take():
            if left is not None and not interruption.is_still(left):
                voice.say(ELSEWHERE)
                return Exit.FINDINGS
            voice.say(f"{routine.title}. {routine.summary}".strip())
            if not keyboard.live:  # whoever can answer is asked about these
                for word in routine.every_caution:
                    voice.say(vocabulary.CAUTIONS[word].name)
            options = questions.answered(
                routine, options, today(), skip_questions or left is not None
            )
            if left is not None:
                record = left.record
                check_in = CheckIn(record.spot, record.side, record.before)
            else:
                options, check_in = checked_in(questions, routine, options, settings, asks)
            ready = coach.ready(entry, options, settings)
            if ready.unspoken:
                voice.say("The voice is made ready: one moment.")
                ready = coach.spoken(ready, settings)
            ready = coach.placed(ready, from_step, left)
            timeline = ready.timeline.noted(
                intake.more_than_enough(routine, ready.timeline, today())
            )
            for note in timeline.notes:
                if note not in questions.told:
                    voice.say(note)
            log = Logbook(ready, check_in, left, today)
            try:
                code, hurt = _played(ready, settings, muted, keyboard, voice, log)
                if asks and hurt is False and code != Exit.REFUSED:
                    _after(keyboard, voice, routine, check_in, log, today)
                elif asks and hurt is None and check_in.before != UNSAID:
                    voice.say(NOBODY)
            except BaseException:
                log.abandon()
                raise
            if untold := log.close():
                voice.say(untold)
            return code
    except Busy as reason:
        voice.say(str(reason))
        return Exit.FINDINGS
    except Refused:
        return Exit.REFUSED
    except TurnedBack:
        voice.say("Not now, then.")
        return Exit.ENDED_EARLY


def _played(
    ready: coach.Ready,
    settings: Settings,
    muted: bool,
    keyboard: Keyboard,
    voice: Writer,
    log: Logbook,
) -> tuple[Exit, bool | None]:
    """The exit code, and whether something is wrong after it; None where nobody said."""
    routine, timeline = coach.routine_of(ready.entry), ready.timeline
    player, notes = coach.start(ready, settings, muted, attended=keyboard.live)
    try:
        for note in notes:
            voice.say(note)
        steps = "1 step" if timeline.steps == 1 else f"{timeline.steps} steps"
        voice.say(f"{steps}, {clock(timeline.total)}.")
        if ready.start:
            voice.say(script.place(timeline, ready.start, routine.who == "partner"))
        if keyboard.live:
            voice.say(keys_of(routine))
        session = Session(player, keyboard, voice, routine, log)
        with kept_awake(), single_keys(keyboard):
            code = session.run()
            hurt = session.ask_after(code)
            unkept = log.over(hurt, player.done)
            if hurt:
                rest(voice.say, routine)
        if unkept:
            voice.say(unkept)
        intake.keep_played(ready.entry)
        return code, hurt
    finally:
        log.let_go()
        player.close()


def _after(
    keyboard: Keyboard,
    voice: Writer,
    routine: Routine,
    check_in: CheckIn,
    log: Logbook,
    today: Callable[[], date],
) -> None:
    """How it is now; where that is much worse, what to do."""
    while True:
        check_out = checked_out(keyboard, voice.say, check_in.before)
        why = check_out.worse_than(check_in.before)
        unkept = intake.keep_worse(today()) if why else ""
        if untold := log.check_out(check_out):
            voice.say(untold)
        for sentence in log.advice:
            voice.say(sentence)
        if not why:
            return
        voice.say(why)
        rest(voice.say, routine)
        if unkept:
            voice.say(unkept)
        if not was_slip(keyboard, voice.say):
            return
        log.take_back()
        intake.take_back_worse(today())
