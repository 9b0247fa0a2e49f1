"""The play head: where in a score it is, and how loud what was touched is coming or going."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from relax_coach.audio.score import Score
from relax_coach.audio.sound import RATE, Samples

Gains = npt.NDArray[np.float32]

FADE = RATE // 50
"""Samples (20 ms) in which anything that was touched comes or goes: shorter would click."""

_RISE: Gains = (0.5 - 0.5 * np.cos(np.pi * np.arange(FADE) / FADE)).astype(np.float32)


@dataclass(frozen=True, slots=True)
class _Tail:
    """What sounded before something was touched, falling from `level`; `faded` samples are over."""

    score: Score
    at: int
    level: float
    faded: int = 0

    def moved(self, n: int) -> "_Tail":
        return _Tail(self.score, self.at + n, self.level, self.faded + n)

    def render(self, n: int) -> Samples:
        n_heard = max(0, min(n, FADE - self.faded))
        gains = np.float32(self.level) * (1 - _RISE[self.faded : self.faded + n_heard])
        out = np.zeros((n, 2), np.float32)
        out[:n_heard] = self.score.render(self.at, n_heard) * gains[:, None]
        return out


@dataclass(frozen=True, slots=True)
class _Volume:
    """A gain on its way: from `start` to `target` within FADE samples, without a corner."""

    start: float = 1.0
    target: float = 1.0
    moved_by: int = FADE

    def moved(self, n: int) -> "_Volume":
        return _Volume(self.start, self.target, min(self.moved_by + n, FADE))

    def gains(self, n: int) -> Gains:
        """The factor of each of the next n samples, shape (n,)."""
        gains = np.full(n, self.target, np.float32)
        rising = _RISE[self.moved_by : self.moved_by + n]
        gains[: len(rising)] = self.start + (self.target - self.start) * rising
        return gains

    @property
    def now(self) -> float:
        return float(self.gains(1)[0])


@dataclass(frozen=True, slots=True)
class Head:
    """A place in a score and what is on its way there. Starts paused at 0.

    While it stands, an `aside` can be heard, which moves nothing; `said` samples of it are over.
    The tails and what rises beside them never add up to more than one: so what is under the
    limit in the score stays under it here.
    """

    score: Score
    at: int = 0
    playing: bool = False
    risen: int = FADE
    volume: _Volume = _Volume()
    tails: tuple[_Tail, ...] = ()
    aside: Score | None = None
    said: int = 0

    @property
    def ended(self) -> bool:
        """Whether it is at the end of the score."""
        return self.at >= self.score.length

    @property
    def quiet(self) -> bool:
        """Whether nothing will sound until something is touched."""
        over = self.ended if self.playing else self.aside is None
        return over and not self.tails

    def played(self) -> "Head":
        """Going on; from the very start without a fade, so that nothing is lost."""
        if self.playing:
            return self
        return replace(self._hushed(), playing=True, risen=0 if self.at else FADE)

    def paused(self, aside: Score | None = None) -> "Head":
        """Standing here; what sounds fades out, and `aside` is heard, which begins in silence."""
        return replace(self._faded()._hushed(), playing=False, aside=aside, said=0)

    def moved_to(self, sample: int) -> "Head":
        """At `sample`, or at the end of the score it is nearest to; playing or not."""
        return replace(self._faded(), at=max(0, min(sample, self.score.length)))

    def loaded(self, score: Score) -> "Head":
        """In another score, at the same place or at its end where it is shorter."""
        return replace(self._faded(), score=score, at=min(self.at, score.length))

    def as_loud_as(self, gain: float) -> "Head":
        """Louder or softer by a factor of 0 to 1; at once where nothing sounds. ValueError."""
        if not 0 <= gain <= 1:
            raise ValueError(f"a volume is from 0 to 1, not {gain}")
        silent = not self.playing and self.quiet
        return replace(self, volume=_Volume(gain if silent else self.volume.now, gain, 0))

    def alone(self) -> "Head":
        """Begun here: without what still fades out beside it, and as loud as it is to be."""
        gain = self.volume.target
        risen = 0 if self.at else FADE
        return replace(self, risen=risen, tails=(), volume=_Volume(gain, gain))

    def moved(self, n: int) -> "Head":
        """After n more samples."""
        tails = tuple(tail.moved(n) for tail in self.tails if tail.faded + n < FADE)
        volume = self.volume.moved(n)
        if not self.playing:
            aside, said = self.aside, self.said + n
            if aside is None or said >= aside.length:
                aside, said = None, 0
            return replace(self, tails=tails, volume=volume, aside=aside, said=said)
        at, risen = min(self.at + n, self.score.length), min(self.risen + n, FADE)
        return replace(self, at=at, risen=risen, tails=tails, volume=volume)

    def render(self, n: int) -> Samples:
        """The next n samples, shape (n, 2). They depend on this head and their place alone."""
        out = np.zeros((n, 2), np.float32)
        if self.playing:
            out = self.score.render(self.at, n)
            rising = _RISE[self.risen : self.risen + n]
            if len(rising):
                out = out.copy()
                out[: len(rising)] *= rising[:, None]
        elif self.aside is not None:
            out = self.aside.render(self.said, n)
        for tail in self.tails:
            out = out + tail.render(n)
        if (self.volume.start, self.volume.target) != (1.0, 1.0):
            out = out * self.volume.gains(n)[:, None]
        return out

    def _faded(self) -> "Head":
        """What sounds now becomes a tail; what comes next rises beside it."""
        if not self.playing:
            return self
        level = 1.0 if self.risen >= FADE else float(_RISE[self.risen])
        tail = _Tail(self.score, self.at, level)
        return replace(self, tails=(*self.tails, tail) if level > 0 else self.tails, risen=0)

    def _hushed(self) -> "Head":
        """An aside that is still heard becomes a tail."""
        if self.aside is None:
            return self
        tail = _Tail(self.aside, self.said, 1.0)
        return replace(self, tails=(*self.tails, tail), aside=None, said=0)
