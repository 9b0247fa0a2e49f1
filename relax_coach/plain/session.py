"""A session in progress, in lines."""

from collections.abc import Callable

from relax_coach.core import keys, safety
from relax_coach.core.exits import Exit
from relax_coach.core.phrases import clock, in_all
from relax_coach.core.record import FINISHED, STOPPED, STOPPED_SAFETY
from relax_coach.core.routine import Ms, Routine
from relax_coach.core.timeline import WORK_KINDS, Timeline
from relax_coach.core.totals import SESSION
from relax_coach.haste import Haste
from relax_coach.logbook import Logbook
from relax_coach.plain.check_out import is_hurt
from relax_coach.plain.keyboard import LOOK, Keyboard
from relax_coach.plain.script import Line, lines
from relax_coach.plain.writer import Writer
from relax_coach.player import Player
from relax_coach.watchdog import Watched, watched

A_JUMP: Ms = 2_000
"""A longer way between two looks was not played but passed over."""
AWAY_KEYS = "space goes on, a begins this step again, q ends."
ENDED = {Exit.DONE: FINISHED, Exit.ENDED_EARLY: STOPPED, Exit.REFUSED: STOPPED_SAFETY}
"""How a session ended → the same for the journal."""


class Session:
    """Follows a player: says what its position passes, does what the keys ask."""

    def __init__(
        self,
        player: Player,
        keyboard: Keyboard,
        voice: Writer,
        routine: Routine,
        log: Logbook,
    ) -> None:
        self.player = player
        self.keyboard = keyboard
        self.say = voice.say
        self.routine = routine
        self.log = log
        self.watched: Watched | None = None
        self.told: Ms = -1
        """Lines up to here have been said."""
        self.script: list[Line] = []
        self.looked: Ms = player.position
        self.before: Ms = player.done[SESSION]
        """What was played before it was interrupted."""
        self.timeline: Timeline | None = None
        self.places: set[str] = set()
        """Targets that hands were on, or that were stretched."""

    def run(self) -> Exit:
        """Play it; how it ended."""
        with watched(self.log.leaving, self.log.stalled) as self.watched:
            self.log.begin(self.player)
            code = self._run()
            self.log.end(ENDED[code])
        return code

    def ask_after(self, code: Exit) -> bool | None:
        """What to watch for, and whether something is wrong now; None where nobody said."""
        if code == Exit.ENDED_EARLY and not self.played:
            return None
        if after := safety.after(self.places):
            self.say(after)
        if not self.keyboard.live:
            return None
        told = safety.TOLD[self.routine.who]
        self.say(f"{told.hurt_question} y yes, any other key: no.")
        self.log.asks()
        return is_hurt(self.keyboard, self.say, self.log.doubt)

    def _run(self) -> Exit:
        # Before it plays: a device may take the first moment before the next look.
        self.told = self.player.position - 1
        self._tell(self.player.play())
        while not self.player.ended:
            self._follow()
            code = self._obey(self._key())
            if code is not None:
                self.player.end()
                return code
            self.player.attended = self.keyboard.live
            self._look()
        self._follow()
        self.say("")
        self.say(f"Done: {clock(self.played)}. {self._in_all()}{safety.EXPECTED}")
        return Exit.DONE

    def _key(self) -> str:
        """The key that was pressed, if one was; who waits for keys does not stand still."""
        if self.watched is not None:
            self.watched.beat()
        return self.keyboard.key(LOOK)

    def _look(self) -> None:
        was_away = self.player.away
        self._tell(self.player.look() or self.log.told())
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
            span = timeline.at(now).span
            self.places |= {span.place} - {""} if span.kind in WORK_KINDS else set()
        self.told, self.looked = max(self.told, now), now

    def _obey(self, key: str) -> Exit | None:
        """Do what `key` asks; an exit code where it ends the session."""
        known = keys.SESSION.of(key)
        match known.action if known else "":
            case "":
                pass
            case _ if known and not known.lines:
                self.say(f"{key} is for the full screen.")
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

    def _stop(self) -> Exit | None:
        self.log.stop()
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
            key = self._key()
            if key == "q":
                return Exit.REFUSED
            if key in ("space", "k"):
                if haste.is_hurried():
                    self.say(safety.HURRIED)
                    continue
                self._tell(self.player.toggle())
                return None
        return Exit.REFUSED

    def _ask_end(self) -> Exit | None:
        if self.player.away:  # then the question stands already
            return self._ended()
        was_paused = self.player.paused
        self.player.pause()
        self.say("End here? y ends, any other key goes on.")
        while self.keyboard.live:
            key = self._key()
            if key in ("y", "q"):
                return self._ended()
            if key:
                self._tell("Still paused." if was_paused else self.player.toggle())
                return None
        return Exit.ENDED_EARLY

    def _ended(self) -> Exit:
        self.say(f"Ended after {clock(self.played)}. {self._in_all()}".strip())
        return Exit.ENDED_EARLY

    @property
    def played(self) -> Ms:
        """How long was played now, without what was passed over."""
        return self.player.done[SESSION] - self.before

    def _in_all(self) -> str:
        told = in_all(self.played, self.player.done[SESSION])
        return told and f"{told} "

    def _tell(self, text: str) -> None:
        if text:
            self.say(text)
