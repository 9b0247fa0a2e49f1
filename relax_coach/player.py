"""One session in progress. Its position is what the sound device took, or the silent clock."""

from collections import Counter
from collections.abc import Callable

from relax_coach.audio.arranger import Arranger
from relax_coach.audio.outputs import IN_SILENCE, NoSound, Output
from relax_coach.audio.outputs.tries import Tries
from relax_coach.audio.sound import gain
from relax_coach.clock import boot_time
from relax_coach.core import phrases
from relax_coach.core.balance import USUAL, Balance, parts_of
from relax_coach.core.cues import begun_at, reworded_at, said_now
from relax_coach.core.ease_off import ease_off
from relax_coach.core.other_side import other_side
from relax_coach.core.output import SAMPLES_PER_MS
from relax_coach.core.routine import Ms
from relax_coach.core.session import excess, worked
from relax_coach.core.stay import go_on_waiting, stay
from relax_coach.core.timeline import Moment, Timeline
from relax_coach.core.totals import Total

BACK_WITHIN: Ms = 3_000
"""This soon after a step's start, `previous` goes to the step before."""
AWAY = 1.5
"""Seconds that passed and were not played, from which on the machine slept, or stood."""
GOING_ON = "Going on."
SOUND_GONE = "The sound has stopped. The session goes on in silence until it is back."
SOUND_BACK = "Now there is sound."


class Player:
    """Plays a timeline through an output and changes it on the way.

    What changes something returns the sentence to tell the person, or "".
    """

    def __init__(
        self,
        timeline: Timeline,
        output: Output,
        arranger: Arranger,
        silence: Callable[[], Output],
        muted: bool = False,
        attended: bool = True,
        reopen: Callable[[], Output] | None = None,
        now: Callable[[], float] = boot_time,
        balance: Balance = USUAL,
        keep_balance: Callable[[Balance], None] = lambda balance: None,
    ) -> None:
        """`reopen` opens the device again, or raises NoSound; None where silence was chosen.

        `now` gives seconds, and counts the sleep of the machine.
        """
        self.timeline = timeline
        self.output = output
        self.muted = muted
        self.balance = balance
        self.turns = "volume"  # what `louder` changes, of core.balance.NAMES
        self._keep_balance = keep_balance
        self.attended = attended  # someone can press a key: else a wait ends by itself
        self.paused, self.stopped = True, False
        self._done: Total = Counter()  # before the last jump or change, which was at `_since`
        self._since: Ms = 0
        self._arranger = arranger
        self.speaks = arranger.speech is not None
        self._silence = silence
        self._tries = Tries(reopen, now())
        self._back_from: Ms | None = None  # where it was opened again and nothing played yet
        self.away = False  # it stands because the machine slept, and nobody has answered that
        self._now, self._looked_at = now, now()
        self._seen: Ms = 0  # where it was at that look
        self._set_gain()

    @property
    def position(self) -> Ms:
        return min(self.output.position // SAMPLES_PER_MS, self.timeline.total)

    @property
    def moment(self) -> Moment:
        return self.timeline.at(self.position)

    @property
    def ended(self) -> bool:
        return self.stopped or self.output.ended

    @property
    def finished(self) -> bool:
        return not self.stopped and self.output.ended

    def look(self) -> str:
        """To be called a few times a second: keeps the session true, whatever happens to it.

        What passed while the machine slept or the program was stopped is not counted. A screen
        alone that stood still is nothing: it was heard. Without sound it goes on in silence.
        """
        now = self._now()
        passed, self._looked_at = now - self._looked_at, now
        played = max(0, self.position - self._seen) / 1000
        if passed - played > AWAY and not self.paused and not self.ended:
            told = self._come_back(passed)
        elif self.output.lost:
            was_back = self._back_from is None
            self._fall_silent()
            told = SOUND_GONE if was_back else ""
        else:
            self._keep_waiting()
            told = self._listen(now)
        self._seen = self.position
        # Once more: what a slow sound system took of the time here was not away.
        self._looked_at = self._now()
        return told

    def play(self) -> str:
        if self.ended:
            return ""
        if self.paused and self.speaks and self._arranger.speech is not None:
            begun = begun_at(self.timeline, self.position, self._arranger.speech)
            if begun != self.position:
                self.seek(begun, forgets=False)
        self.paused = self.away = False
        self._looked_at, self._seen = self._now(), self.position
        try:
            self.output.play()
        except NoSound as reason:
            self._fall_silent()
            return f"{reason} {IN_SILENCE}"
        return ""

    def pause(self, aside: str = "") -> None:
        """Stand here, and say `aside` where there is a voice."""
        said = self._arranger.aside(aside, self.balance) if self.speaks else None
        self.output.pause(said)
        self.paused = True

    def toggle(self) -> str:
        """Pause or go on; in a wait, go on to what comes after it."""
        if self.paused:
            return self.play() or GOING_ON
        span = self.moment.span
        if span.kind == "wait":
            self.seek(span.end)
            return GOING_ON
        self.pause(phrases.PAUSED)
        return phrases.PAUSED

    def seek(self, position: Ms, forgets: bool = True) -> None:
        """Go there. What was said because a key was pressed is not said again, if it `forgets`."""
        before = self.timeline
        self.timeline = before.unanswered(self.position if forgets else 0)
        if before is not self.timeline:
            self._load()
        position = max(0, min(position, self.timeline.total))
        self._done, self._since = self.done, position
        self._seen = position
        self.away = False
        self.output.seek(position * SAMPLES_PER_MS)

    @property
    def done(self) -> Total:
        """What was played so far of all that has a limit, whichever way it was reached."""
        return self._done + worked(self.timeline, self._since, self.position)

    def next(self) -> str:
        moment = self.moment
        over = moment.span is self.timeline.spans[-1]  # behind the last step comes only the end
        self.seek(self.timeline.total if over else self.timeline.step_start(moment.step + 1))
        return ""

    def previous(self) -> str:
        moment = self.moment
        start = self.timeline.step_start(moment.step) if moment.step else 0
        if moment.position - start < BACK_WITHIN:
            start = self.timeline.step_start(moment.step - 1) if moment.step > 1 else 0
        return self._back(start)

    def again(self) -> str:
        start = self.timeline.step_start(self.moment.step) if self.moment.step else 0
        return self._back(start) or "Once more, from the beginning of this step."

    def stay(self) -> str:
        return self._change(stay(self.timeline, self.position, self.done), phrases.LONGER)

    def other_side(self) -> str:
        return self._change(other_side(self.timeline, self.position, self.done))

    def ease_off(self) -> str:
        return self._change(ease_off(self.timeline, self.position))

    def mute(self) -> str:
        self.muted = not self.muted
        self._set_gain()
        return "Sound off." if self.muted else "Sound on."

    def voice(self) -> str:
        if self._arranger.speech is None:
            return "There is no voice in this session."
        self.speaks = not self.speaks
        self._load()
        return "Voice on." if self.speaks else "Voice off."

    def louder(self, by: int = 1) -> str:
        """Change what `turns` names by `by` steps, negative for softer."""
        self.balance = self.balance.turned(self.turns, by)
        self.muted = False
        self._set_gain()
        if self.turns != "volume":
            self._load()
        self._keep_balance(self.balance)
        return self.balance.told(self.turns)

    def turn_next(self) -> str:
        """Let `louder` change something else that is heard: the volume, the voice, the tones …"""
        parts = parts_of(self.timeline, self._arranger.speech is not None)
        self.turns = parts[(parts.index(self.turns) + 1) % len(parts)]
        return f"- and + now: {self.balance.told(self.turns)}"

    def end(self) -> None:
        """Stop here; what was done stays known."""
        self.pause()
        self.stopped = True

    def close(self) -> None:
        """Let the sound device go."""
        self._tries.give_up()
        self.output.close()

    def _back(self, start: Ms) -> str:
        """Go back to `start`, unless what would be done again is more than a session may hold."""
        timeline, done = self.timeline, self.done
        ahead = worked(timeline, self.position, timeline.total)
        why = excess(done + ahead, done + worked(timeline, start, timeline.total))
        if not why:
            self.seek(start)
        return why

    def _change(self, changed: tuple[Timeline, str], said: str = "") -> str:
        """Go on in another timeline, or say why not; `said` where what is told has no clip."""
        timeline, told = changed
        is_other, speech = timeline is not self.timeline, self._arranger.speech
        position = self.position
        begins = speech and reworded_at(self.timeline, timeline, position, speech)
        if speech is not None and told and begins is None and (is_other or not said):
            timeline = said_now(timeline, position, said or told, speech)  # else words answer
        if timeline is not self.timeline:
            self._done, self._since = self.done, position
            self.timeline = timeline
            self._load()
        if begins is not None and begins < position:
            self.seek(begins)
        return told

    def _load(self) -> None:
        self.output.load(self._arranger.score(self.timeline, self.balance, self.speaks))

    def _keep_waiting(self) -> None:
        """An open wait lasts until the person goes on."""
        if self.attended and not self.paused:
            longer = go_on_waiting(self.timeline, self.position)
            if longer is None:
                self.pause()
            else:
                self._change((longer, ""))

    def _come_back(self, passed: float) -> str:
        """After `passed` seconds that nobody was there: be where it was, and count nothing."""
        if self.attended:
            self.pause()
            self.away = True
        # Not by `seek`, which would count what the device took meanwhile as done.
        self.output.seek(self._seen * SAMPLES_PER_MS)
        going = "Paused at" if self.attended else "Going on from"
        return f"You were away for {phrases.about(passed)}. {going} the same place."

    def _fall_silent(self) -> None:
        self.output.close()
        self.output = self._silence()
        self._back_from = None
        self._tries.begin(self._now())
        if not self.paused:
            self.output.play()

    def _listen(self, now: float) -> str:
        """While it is silent without being asked to be: try to get the sound back."""
        if self._back_from is not None and self.position > self._back_from:
            self._back_from = None
            self._tries.succeeded()
            return SOUND_BACK
        opened = self._tries.look(now) if self.output.name == "none" else None
        if opened is not None:
            self.output.close()
            self.output = opened
            self._set_gain()
            self._back_from = self.position
            if not self.paused:
                self.play()
        return ""

    def _set_gain(self) -> None:
        self.output.volume(0.0 if self.muted else gain(self.balance.volume))
