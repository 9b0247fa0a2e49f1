"""An output that may be lost: then it goes on in silence, and tries to get the sound back."""

from collections.abc import Callable

from relax_coach.audio.outputs import IN_SILENCE, NoSound, Output
from relax_coach.audio.outputs.tries import Tries

SOUND_GONE = "The sound has stopped. The session goes on in silence until it is back."
SOUND_BACK = "Now there is sound."


class Fallback:
    """What a session sounds on now. All that returns a sentence tells it to the person, or ""."""

    def __init__(
        self,
        output: Output,
        silence: Callable[[], Output],
        reopen: Callable[[], Output] | None,
        now: Callable[[], float],
    ) -> None:
        """`reopen` opens the device again, or raises NoSound; None where silence was chosen."""
        self.output = output
        self._silence = silence
        self._tries = Tries(reopen, now())
        self._now = now
        self._gain = 1.0
        self._back_from: int | None = None
        """The sample from which it was opened again, until more of it was played."""

    def play(self) -> str:
        try:
            self.output.play()
        except NoSound as reason:
            self._fall_silent(plays=True)
            return f"{reason} {IN_SILENCE}"
        return ""

    def volume(self, gain: float) -> None:
        self._gain = gain
        self.output.volume(gain)

    def look(self, plays: bool) -> str:
        """Notice what became of the device; `plays`: whether the session does not stand."""
        if not self.output.lost:
            return self._listen(plays)
        was_back = self._back_from is None
        self._fall_silent(plays)
        return SOUND_GONE if was_back else ""

    def close(self) -> None:
        """Let the device go."""
        self._tries.give_up()
        self.output.close()

    def _fall_silent(self, plays: bool) -> None:
        self.output.close()
        self.output = self._silence()
        self._back_from = None
        self._tries.begin(self._now())
        if plays:
            self.output.play()

    def _listen(self, plays: bool) -> str:
        """While it is silent without being asked to be: try to get the sound back."""
        if self._back_from is not None and self.output.position > self._back_from:
            self._back_from = None
            self._tries.succeeded()
            return SOUND_BACK
        opened = self._tries.look(self._now()) if self.output.name == "none" else None
        if opened is not None:
            self.output.close()
            self.output = opened
            self.volume(self._gain)
            self._back_from = self.output.position
            if plays:
                self.play()
        return ""
