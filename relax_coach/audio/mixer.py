"""The play head: turns a score into the next samples, and obeys play, pause, seek and volume."""

from dataclasses import dataclass
from threading import Lock

import numpy as np
import numpy.typing as npt

from relax_coach.audio.score import Score
from relax_coach.audio.sound import FULL_SCALE, RATE, Samples

Gains = npt.NDArray[np.float32]

FADE = RATE // 50
"""Samples (20 ms) in which anything that was touched comes or goes: shorter would click."""
LIMIT = np.float32(29_204 / FULL_SCALE)
"""The largest 16-bit value under -1 dBFS. Nothing leaves the mixer above it."""
KNEE = np.float32(0.7)
"""Below this (-3 dBFS) the limiter changes nothing."""

_RISE: Gains = (0.5 - 0.5 * np.cos(np.pi * np.arange(FADE) / FADE)).astype(np.float32)


def limit(samples: Samples) -> Samples:
    """`samples` bent so that none exceeds LIMIT; each depends on itself alone.

    Only sums and quotients, which give the same bits wherever a sample lies in its block.
    """
    size = np.abs(samples)
    over = size - KNEE
    if not np.any(over > 0):
        return samples
    room = LIMIT - KNEE
    bent = np.minimum(KNEE + room * over / (room + np.abs(over)), LIMIT)
    return np.where(over > 0, np.copysign(bent, samples), samples)


@dataclass(frozen=True, slots=True)
class _Layer:
    """Something that sounds: a score from a position on, rising or falling.

    `faded` counts the samples its fade has behind it; a falling layer starts from `level`.
    """

    score: Score
    at: int
    faded: int
    falling: bool = False
    level: float = 1.0

    def moved(self, n: int) -> "_Layer":
        faded = min(self.faded + n, FADE)
        return _Layer(self.score, self.at + n, faded, self.falling, self.level)

    def gone(self) -> "_Layer":
        """The same, from here on falling from what its gain is now."""
        level = 1.0 if self.faded >= FADE else float(_RISE[self.faded])
        return _Layer(self.score, self.at, 0, falling=True, level=level)

    def render(self, n: int) -> Samples:
        """Shape (n, 2)."""
        if self.falling:
            n_heard = min(n, FADE - self.faded)
            gains = np.float32(self.level) * (1 - _RISE[self.faded : self.faded + n_heard])
            out = np.zeros((n, 2), np.float32)
            out[:n_heard] = self.score.render(self.at, n_heard) * gains[:, None]
            return out
        out = self.score.render(self.at, n)
        rising = _RISE[self.faded : self.faded + n]
        out[: len(rising)] *= rising[:, None]
        return out


@dataclass(frozen=True, slots=True)
class _Volume:
    """A gain on its way: linear from `start` to `target` within FADE samples."""

    start: float = 1.0
    target: float = 1.0
    moved_by: int = FADE

    def moved(self, n: int) -> "_Volume":
        return _Volume(self.start, self.target, min(self.moved_by + n, FADE))

    def gains(self, n: int) -> Gains:
        """The factor of each of the next n samples, shape (n,)."""
        share = np.minimum(np.arange(self.moved_by, self.moved_by + n), FADE) / FADE
        return (self.start + (self.target - self.start) * share).astype(np.float32)

    def now(self) -> float:
        return self.start + (self.target - self.start) * self.moved_by / FADE


class Mixer:
    """A score and a head that moves when someone pulls. Starts paused at 0.

    The one place where two threads meet: a device pulls in its own thread what the program
    touches from another. The lock is held to look and to set, never while samples are summed.
    What is touched sounds within the next pull; the head itself moves at once.
    """

    def __init__(self, score: Score) -> None:
        self._lock = Lock()
        self._score = score
        self._head = 0
        self._playing = False
        self._risen = FADE
        self._volume = _Volume()
        self._tails: tuple[_Layer, ...] = ()

    @property
    def position(self) -> int:
        """Where the head is: the next sample to be taken."""
        with self._lock:
            return self._head

    @property
    def length(self) -> int:
        """Of the score, in samples."""
        with self._lock:
            return self._score.length

    @property
    def playing(self) -> bool:
        """Whether a pull moves the head, as long as the score has not ended."""
        with self._lock:
            return self._playing

    @property
    def ended(self) -> bool:
        """Whether the head is at the end of the score."""
        with self._lock:
            return self._head >= self._score.length

    def play(self) -> None:
        """Go on from the head. From the very start without a fade, so that nothing is lost."""
        with self._lock:
            if not self._playing:
                self._playing = True
                self._risen = 0 if self._head else FADE

    def pause(self) -> None:
        """Stop the head here; what sounds fades out."""
        with self._lock:
            self._let_fade()
            self._playing = False

    def seek(self, sample: int) -> None:
        """Move the head to `sample`, at most to the ends of the score; playing or not."""
        with self._lock:
            self._let_fade()
            self._head = max(0, min(sample, self._score.length))

    def load(self, score: Score) -> None:
        """Go on in another score, at the same head or at its end where it is shorter."""
        with self._lock:
            self._let_fade()
            self._score = score
            self._head = min(self._head, score.length)

    def volume(self, gain: float) -> None:
        """Make everything louder or softer by a factor. ValueError below 0."""
        if not gain >= 0:
            raise ValueError(f"a volume is 0 or more, not {gain}")
        with self._lock:
            silent = not self._playing and not self._tails
            self._volume = _Volume(gain if silent else self._volume.now(), gain, 0)

    def read(self, n: int) -> Samples:
        """Take the next n frames, shape (n, 2); silence while paused and after the end.

        The samples depend on the position and on what was touched when, never on n.
        """
        with self._lock:
            layers = (*self._tails, self._live()) if self._playing else self._tails
            volume = self._volume
            self._advance(n)
        out = np.zeros((n, 2), np.float32)
        for layer in layers:
            out += layer.render(n)
        if (volume.start, volume.target) != (1.0, 1.0):
            out *= volume.gains(n)[:, None]
        return limit(out)

    def skip(self, n: int) -> None:
        """Move time as `read` does, without making the sound."""
        with self._lock:
            self._advance(n)

    def _live(self) -> _Layer:
        return _Layer(self._score, self._head, self._risen)

    def _let_fade(self) -> None:
        """What sounds now becomes a tail; what comes next rises beside it."""
        if self._playing:
            tail = self._live().gone()
            if tail.level > 0:
                self._tails = (*self._tails, tail)
            self._risen = 0

    def _advance(self, n: int) -> None:
        moved = (tail.moved(n) for tail in self._tails)
        self._tails = tuple(tail for tail in moved if tail.faded < FADE)
        self._volume = self._volume.moved(n)
        if self._playing:
            self._head = min(self._head + n, self._score.length)
            self._risen = min(self._risen + n, FADE)
