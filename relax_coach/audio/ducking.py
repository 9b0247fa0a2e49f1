"""How loud the bed is along a score: it comes, it goes, and it makes room while somebody speaks."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from relax_coach.audio.sound import RATE
from relax_coach.core.output import SAMPLES_PER_MS

Gains = npt.NDArray[np.float32]

COMES, GOES = 2 * RATE, 4 * RATE
"""Samples in which it comes at the start and goes before the end."""
DOWN = 0.25
"""What is left of it under the voice: -12 dB."""
BEFORE, AFTER = 300 * SAMPLES_PER_MS, 800 * SAMPLES_PER_MS
"""Samples in which it sinks before the first of the voice, and rises after the last."""
HOLD = 1_500 * SAMPLES_PER_MS
"""In a shorter pause between two words it stays down: longer than sinking and rising."""


def _rise(n: int, low: float = 0.0) -> Gains:
    """From `low` to 1 within n samples, without a corner at either end."""
    share = np.arange(n) / n
    return (low + (1 - low) * share * share * (3 - 2 * share)).astype(np.float32)


_COMING, _GOING = _rise(COMES), _rise(GOES)[::-1]
_SINKING, _RISING = _rise(BEFORE, DOWN)[::-1], _rise(AFTER, DOWN)


@dataclass(frozen=True, slots=True, eq=False)
class Ducking:
    """The gain of a bed from 0 to `length`. `spoken` is the (start, end) of speech, by start."""

    length: int
    spoken: Iterable[tuple[int, int]]
    _starts: list[int] = field(init=False, repr=False, default_factory=list)
    _ends: list[int] = field(init=False, repr=False, default_factory=list)

    def __post_init__(self) -> None:
        for start, end in self.spoken:
            if self._ends and start - self._ends[-1] < HOLD:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def gains(self, start: int, n: int) -> Gains:
        """The factor of each of the n samples from `start` on: a function of the position alone."""
        gains = np.ones(n, np.float32)

        def along(at: int, curve: Gains) -> None:
            first, last = max(at - start, 0), min(at - start + len(curve), n)
            if first < last:
                gains[first:last] *= curve[first + start - at : last + start - at]

        along(0, _COMING)
        along(self.length - GOES, _GOING)
        first = bisect_left(self._ends, start - AFTER)
        last = bisect_left(self._starts, start + n + BEFORE)
        for begun, ended in zip(self._starts[first:last], self._ends[first:last], strict=True):
            along(begun - BEFORE, _SINKING)
            gains[max(begun - start, 0) : max(ended - start, 0)] *= np.float32(DOWN)
            along(ended, _RISING)
        return gains
