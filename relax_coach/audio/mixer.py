"""Where the program and the sound device meet: one head, and what was rendered ahead of it."""

from collections import deque
from collections.abc import Callable
from threading import Lock

import numpy as np

from relax_coach.audio.head import Head
from relax_coach.audio.score import Score
from relax_coach.audio.sound import FULL_SCALE, RATE, Samples

BLOCK = RATE // 20
"""Samples (50 ms) that are rendered ahead at a time."""
AHEAD = 8 * BLOCK
"""How far (400 ms) is rendered ahead: longer than a busy program keeps a thread waiting."""
FRAME = 4
"""Bytes of a sample of both channels."""


def pcm(samples: Samples) -> bytes:
    """Samples (n, 2) within full scale → 16-bit little-endian, left and right in turn."""
    return np.rint(samples * FULL_SCALE).astype("<i2").tobytes()


class Mixer:
    """A score and a head that moves when someone pulls. Starts paused at 0.

    The one place where two threads meet: a device pulls in its own thread what the program
    touches from another. The lock is held to look and to set, never while samples are summed.
    What is touched drops all that was rendered ahead, so it sounds within the next pull.
    """

    def __init__(self, score: Score) -> None:
        self._lock = Lock()
        self._head = Head(score)
        """At what was pulled last."""
        self._ahead = self._head
        """Behind the last of the blocks."""
        self._blocks: deque[memoryview] = deque()
        self._n_ahead = 0

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

    def pause(self) -> None:
        """Stop the head here; what sounds fades out."""
        self._touch(Head.paused)

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

        The bytes depend on the position and on what was touched when, never on n, nor on how
        much of them was rendered ahead.
        """
        parts: list[bytes | memoryview] = []
        with self._lock:
            self._head = self._head.moved(n)
            left = n * FRAME
            while left and self._blocks:
                block = self._blocks.popleft()
                if len(block) > left:
                    self._blocks.appendleft(block[left:])
                    block = block[:left]
                parts.append(block)
                left -= len(block)
            self._n_ahead -= n - left // FRAME
            behind = self._ahead
            if left:
                self._ahead = self._head
        if left:
            missing = left // FRAME
            parts.append(bytes(left) if behind.quiet else pcm(behind.render(missing)))
        return b"".join(parts)

    def render_ahead(self) -> bool:
        """Render the next block ahead of the head; False when there is enough, or only silence."""
        with self._lock:
            begun = self._ahead
            if self._n_ahead >= AHEAD or begun.quiet:
                return False
        block, after = memoryview(pcm(begun.render(BLOCK))), begun.moved(BLOCK)
        with self._lock:
            if self._ahead is begun:  # else it was touched meanwhile, and this is not what comes
                self._blocks.append(block)
                self._n_ahead += BLOCK
                self._ahead = after
        return True

    def skip(self, n: int) -> None:
        """Move time as `read` does, without making the sound."""
        self._touch(lambda head: head.moved(n))

    def _touch(self, change: Callable[[Head], Head]) -> None:
        with self._lock:
            self._head = self._ahead = change(self._head)
            self._blocks.clear()
            self._n_ahead = 0
