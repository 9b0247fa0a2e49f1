"""Silence that keeps time: a clock pulls the mixer."""

import time
from collections.abc import Callable
from threading import Lock

from relax_coach.audio.mixer import Mixer
from relax_coach.audio.score import Score
from relax_coach.audio.sound import RATE

STALL = 1.5
"""Seconds. A longer gap between two looks counts as nothing: what passed while the machine slept
or the process was stopped was no massage."""


class NullOutput:
    """The output without sound. It moves when it is looked at, so look at least every STALL s.

    `clock` gives seconds; one that goes back counts as standing still.
    """

    name = "none"
    lost = False

    def __init__(self, mixer: Mixer, clock: Callable[[], float] = time.monotonic) -> None:
        self._mixer = mixer
        self._clock = clock
        self._looked_at = clock()
        self._owed = 0.0
        self._lock = Lock()  # the journal asks for the place too, in a thread of its own

    @property
    def position(self) -> int:
        self._catch_up()
        return self._mixer.position

    @property
    def ended(self) -> bool:
        self._catch_up()
        return self._mixer.ended

    def play(self) -> None:
        self._catch_up()
        self._mixer.play()

    def pause(self, aside: Score | None = None) -> None:
        self._catch_up()
        self._mixer.pause(aside)

    def seek(self, sample: int) -> None:
        self._catch_up()
        self._mixer.seek(sample)

    def load(self, score: Score) -> None:
        self._catch_up()
        self._mixer.load(score)

    def volume(self, gain: float) -> None:
        self._catch_up()
        self._mixer.volume(gain)

    def close(self) -> None:
        """Stop here."""
        self.pause()

    def _catch_up(self) -> None:
        """Pull what the clock went on since the last look; parts of a sample are kept."""
        with self._lock:
            now = self._clock()
            passed = now - self._looked_at
            self._owed += passed * RATE if 0 <= passed <= STALL else 0
            self._looked_at = now
            whole = int(self._owed)
            self._owed -= whole
            self._mixer.skip(whole)
