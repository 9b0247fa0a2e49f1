"""Where the program and a sound device meet: one head, moved by whoever pulls."""

from collections.abc import Callable
from threading import Lock

import numpy as np

from relax_coach.audio.head import Head
from relax_coach.audio.score import Score
from relax_coach.audio.sound import FULL_SCALE, Samples
from relax_coach.audio.tape import FRAME


def pcm(samples: Samples) -> bytes:
    """Samples (n, 2) within full scale → 16-bit little-endian, left and right in turn."""
    return np.rint(samples * FULL_SCALE).astype("<i2").tobytes()


class Mixer:
    """A score and a head that moves when someone pulls. Starts paused at 0.

    The one place where two threads meet: the lock is held to look and to set, never while
    samples are summed.
    """

    def __init__(self, score: Score) -> None:
        self._lock = Lock()
        self._head = Head(score)

    @property
    def head(self) -> Head:
        """Where it is now, as a value that stays as it is."""
        return self._head

    @property
    def position(self) -> int:
        """Where the head is: the next sample to be taken."""
        return self._head.at

    @property
    def length(self) -> int:
        """Of the score, in samples."""
        return self._head.score.length

    @property
    def playing(self) -> bool:
        """Whether a pull moves the head, as long as the score has not ended."""
        return self._head.playing

    @property
    def ended(self) -> bool:
        """Whether the head is at the end of the score."""
        return self._head.ended

    def play(self) -> None:
        """Go on from the head. From the very start without a fade, so that nothing is lost."""
        self._touch(Head.played)

    def pause(self, aside: Score | None = None) -> None:
        """Stop the head here; what sounds fades out, and `aside` is heard meanwhile."""
        self._touch(lambda head: head.paused(aside))

    def seek(self, sample: int) -> None:
        """Move the head to `sample`, at most to the ends of the score; playing or not."""
        self._touch(lambda head: head.moved_to(sample))

    def load(self, score: Score) -> None:
        """Go on in another score, at the same head or at its end where it is shorter."""
        self._touch(lambda head: head.loaded(score))

    def volume(self, gain: float) -> None:
        """Make everything softer by a factor of 0 to 1. ValueError for another."""
        self._touch(lambda head: head.as_loud_as(gain))

    def read(self, n: int) -> bytes:
        """Take the next n samples as `pcm`; silence while paused and after the end.

        The bytes depend on the position and on what was touched when, never on n.
        """
        with self._lock:
            head, self._head = self._head, self._head.moved(n)
        return bytes(n * FRAME) if head.quiet else pcm(head.render(n))

    def skip(self, n: int) -> None:
        """Move time as `read` does, without making the sound."""
        self._touch(lambda head: head.moved(n))

    def put(self, head: Head) -> None:
        """Stand where `head` stands."""
        self._touch(lambda _: head)

    def _touch(self, change: Callable[[Head], Head]) -> None:
        with self._lock:
            self._head = change(self._head)
