"""One session in progress. Its position is what the sound device took, or the silent clock."""

from collections import Counter
from collections.abc import Callable

from relax_coach.audio.arranger import Arranger
from relax_coach.audio.outputs import Output
from relax_coach.audio.outputs.fallback import Fallback
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
UNSEEN = 5.0
"""Seconds without a look, of a session that nobody hears: it was not followed."""
NEAR: Ms = 2_000
"""An interrupted session goes on near its place: words that began longer ago are not repeated."""
GOING_ON = "Going on."


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
        changed: Callable[[str, Ms], None] = lambda does, position: None,
    ) -> None:
        """`reopen` opens the device again, or raises NoSound; None where silence was chosen.

        `now` gives seconds, and counts the sleep of the machine. `changed` is told what changed the
        session (play, pause, seek, stay, other_side, ease_off, wait), and where it is then.
        """
        self.timeline, self.changed = timeline, changed
        self.muted, self.balance = muted, balance
        self.turns = "volume"  # what `louder` changes, of core.balance.NAMES
        self._keep_balance = keep_balance
        self.attended = attended  # someone can press a key: else a wait ends by itself
        self.paused, self.stopped = True, False
        self.away = False  # it stands because the machine slept, and nobody has answered that
        self._done: Total = Counter()
        self._since: Ms = 0  # where the last jump or change was; `_done` is from before it
        self._arranger, self.speaks = arranger, arranger.speech is not None
        self._sound = Fallback(output, silence, reopen, now)
        self._now, self._looked_at = now, now()
        self.seen: Ms = 0  # at the last look, or where it was put since; asking moves nothing
        self._most_back: Ms = timeline.total  # how far `play` may go back to begin a sentence
        self._set_gain()

    @property
    def output(self) -> Output:
        """What it sounds on now."""
        return self._sound.output

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
        alone that stood still over the sound is nothing: it was heard.
        """
        now = self._now()
        passed, self._looked_at = now - self._looked_at, now
        if not self.paused and not self.stopped and self._was_away(passed):
            told = self._come_back(passed)
        else:
            if not self.output.lost:
                self._keep_waiting()
            told = self._sound.look(not self.paused)
        self.seen = self.position
        # Once more: what a slow sound system took of the time here was not away.
        self._looked_at = self._now()
        return told

    def play(self) -> str:
        if self.ended:
            return ""
        if self.paused and self.speaks and self._arranger.speech is not None:
            begun = begun_at(self.timeline, self.position, self._arranger.speech)
            if 0 < self.position - begun <= self._most_back:
                self._go_to(begun, forgets=False)
        self._most_back = self.timeline.total
        stood, self.paused, self.away = self.paused, False, False
        self._looked_at, self.seen = self._now(), self.position
        told = self._sound.play()
        if stood:
            self.changed("play", self.position)
        return told

    def pause(self, aside: str = "") -> None:
        """Stand here, and say `aside` where there is a voice."""
        said = self._arranger.aside(aside, self.balance) if self.speaks else None
        self.output.pause(said)
        played, self.paused = not self.paused, True
        if played:
            self.changed("pause", self.position)

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

    def seek(self, position: Ms) -> None:
        self._go_to(position)
        self.changed("seek", self.position)

    def restore(self, timeline: Timeline, position: Ms, done: Total) -> None:
        """Be where a session that was interrupted was, with what was `done` of it before."""
        if timeline is not self.timeline:
            self.timeline = timeline
            self._load()
        self._go_to(position)
        self._done, self._most_back = done.copy(), NEAR

    def _go_to(self, position: Ms, forgets: bool = True) -> None:
        """What was said because a key was pressed is not said again, if it `forgets`."""
        before = self.timeline
        self.timeline = before.unanswered(self.position if forgets else 0)
        if before is not self.timeline:
            self._load()
        position = max(0, min(position, self.timeline.total))
        self._done, self._since = self.done, position
        self.seen, self.away = position, False
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
        changed = stay(self.timeline, self.position, self.done)
        return self._change("stay", changed, phrases.LONGER)

    def other_side(self) -> str:
        changed = other_side(self.timeline, self.position, self.done)
        return self._change("other_side", changed)

    def ease_off(self) -> str:
        return self._change("ease_off", ease_off(self.timeline, self.position))

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
        self._sound.close()

    def _back(self, start: Ms) -> str:
        """Go back to `start`, unless what would be done again is more than a session may hold."""
        timeline, done = self.timeline, self.done
        ahead = worked(timeline, self.position, timeline.total)
        why = excess(done + ahead, done + worked(timeline, start, timeline.total))
        if not why:
            self.seek(start)
        return why

    def _change(self, does: str, changed: tuple[Timeline, str], said: str = "") -> str:
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
            self._go_to(begins)
        if is_other:
            self.changed(does, self.position)
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
                self._change("wait", (longer, ""))

    def _was_away(self, passed: float) -> bool:
        """Whether nobody was there for what passed since the last look, in s."""
        if self.output.name == "none" and passed > UNSEEN:  # of which nobody heard anything
            return self.seen < self.timeline.total
        played = max(0, self.position - self.seen) / 1000
        return passed - played > AWAY and not self.ended

    def _come_back(self, passed: float) -> str:
        """After `passed` seconds that nobody was there: be where it was, and count nothing."""
        if self.attended:
            self.output.pause()  # nothing of the way is heard
        # Not by `seek`, which would count what the device took meanwhile as done.
        self.output.seek(self.seen * SAMPLES_PER_MS)
        if self.attended:
            self.pause()
            self.away = True
        going = "Paused at" if self.attended else "Going on from"
        return f"You were away for {phrases.about(passed)}. {going} the same place."

    def _set_gain(self) -> None:
        self._sound.volume(0.0 if self.muted else gain(self.balance.volume))
