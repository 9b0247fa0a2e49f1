"""One session in progress. Its position is what the sound device took, or the silent clock."""

from collections.abc import Callable

from relax_coach.audio.outputs import NoSound, Output
from relax_coach.audio.score import Score
from relax_coach.audio.sound import SAMPLES_PER_MS
from relax_coach.core import edit
from relax_coach.core.routine import Ms
from relax_coach.core.timeline import Moment, Timeline

BACK_WITHIN: Ms = 3_000
"""This soon after a step's start, `previous` goes to the step before."""

SOUND_GONE = "The sound device is gone. The session goes on in silence."
LOUDEST = 10
USUAL_VOLUME = 8


class Player:
    """Plays a timeline through an output and changes it on the way.

    A method that changes something returns the sentence to tell the person, or "".
    """

    def __init__(
        self,
        timeline: Timeline,
        output: Output,
        arrange: Callable[[Timeline], Score],
        silence: Callable[[], Output],
        muted: bool = False,
    ) -> None:
        self.timeline = timeline
        self.output = output
        self.muted = muted
        self.volume = USUAL_VOLUME
        """0 to LOUDEST."""
        self.paused = True
        self.stopped = False
        self._arrange = arrange
        self._silence = silence
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
        """Whether it was played to its end."""
        return not self.stopped and self.output.ended

    def look(self) -> str:
        """To be called a few times a second: keeps the session going when the sound goes away."""
        if self.output.lost:
            self._fall_silent()
            return SOUND_GONE
        return ""

    def play(self) -> str:
        if self.ended:
            return ""
        self.paused = False
        try:
            self.output.play()
        except NoSound as reason:
            self._fall_silent()
            return str(reason)
        return ""

    def pause(self) -> None:
        self.output.pause()
        self.paused = True

    def toggle(self) -> str:
        if self.paused:
            return self.play() or "Going on."
        self.pause()
        return "Paused. Take your time."

    def seek(self, position: Ms) -> None:
        self.output.seek(max(0, min(position, self.timeline.total)) * SAMPLES_PER_MS)

    def next(self) -> str:
        moment = self.moment
        over = moment.span is self.timeline.spans[-1]  # behind the last step comes only the end
        self.seek(self.timeline.total if over else self.timeline.step_start(moment.step + 1))
        return ""

    def previous(self) -> str:
        moment = self.moment
        start = self.timeline.step_start(moment.step) if moment.step else 0
        if moment.position - start < BACK_WITHIN and moment.step > 1:
            start = self.timeline.step_start(moment.step - 1)
        elif moment.position - start < BACK_WITHIN:
            start = 0
        self.seek(start)
        return ""

    def again(self) -> str:
        moment = self.moment
        self.seek(self.timeline.step_start(moment.step) if moment.step else 0)
        return "Once more, from the beginning of this step."

    def stay(self) -> str:
        changed, told = edit.stay(self.timeline, self.position)
        if changed is not self.timeline:
            self.timeline = changed
            self.output.load(self._arrange(changed))
        return told

    def mute(self) -> str:
        self.muted = not self.muted
        self._set_gain()
        return "Sound off." if self.muted else "Sound on."

    def louder(self, by: int = 1) -> str:
        """Change the volume by `by` steps, negative for softer."""
        self.volume = max(0, min(LOUDEST, self.volume + by))
        self.muted = False
        self._set_gain()
        return f"Volume {self.volume} of {LOUDEST}."

    def end(self) -> None:
        """Stop here; what was done stays known."""
        self.pause()
        self.stopped = True

    def close(self) -> None:
        """Let the sound device go."""
        self.output.close()

    def _fall_silent(self) -> None:
        self.output.close()
        self.output = self._silence()
        if not self.paused:
            self.output.play()

    def _set_gain(self) -> None:
        # Loudness follows the square of the steps: even to the ear, and 10 is the sound as made.
        self.output.volume(0.0 if self.muted else (self.volume / LOUDEST) ** 2)
