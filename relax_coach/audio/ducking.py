"""How loud the bed is along a score: it comes, it goes, and it makes room while somebody speaks."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from relax_coach.audio.sound import RATE, SAMPLES_PER_MS

Curve = npt.NDArray[np.float64]
Gains = npt.NDArray[np.float32]

COMES, GOES = 2 * RATE, 4 * RATE
"""Samples in which it comes at the start and goes before the end."""
DOWN = 0.25
"""What is left of it under the voice: -12 dB."""
BEFORE, AFTER = 300 * SAMPLES_PER_MS, 800 * SAMPLES_PER_MS
"""Samples in which it sinks before the first of the voice, and rises after the last."""
HOLD = 1_500 * SAMPLES_PER_MS
"""In a shorter pause between two words it stays down."""


@dataclass(frozen=True, slots=True, eq=False)
class Ducking:
    """The gain of a bed from 0 to `length`. `spoken` is the (start, end) of speech, by start."""

    length: int
    spoken: Iterable[tuple[int, int]]
    _at: Curve = field(init=False, repr=False)
    _depth: Curve = field(init=False, repr=False)

    def __post_init__(self) -> None:
        words: list[tuple[int, int]] = []
        for start, end in self.spoken:
            if words and start - words[-1][1] < HOLD:
                start, before = words.pop()
                end = max(end, before)
            words.append((start, end))
        corners = [at for start, end in words for at in (start - BEFORE, start, end, end + AFTER)]
        object.__setattr__(self, "_at", np.array(corners or [0], np.float64))
        object.__setattr__(self, "_depth", np.array([0, 1, 1, 0] * len(words) or [0], np.float64))

    def gains(self, start: int, n: int) -> Gains:
        """The factor of each of the n samples from `start` on: a function of the position alone."""
        at = np.arange(start, start + n, dtype=np.float64)
        gains = 1 - (1 - DOWN) * _eased(np.interp(at, self._at, self._depth))
        if start < COMES or start + n > self.length - GOES:
            gains *= _eased(np.clip(np.minimum(at / COMES, (self.length - at) / GOES), 0, 1))
        return gains.astype(np.float32)


def _eased(share: Curve) -> Curve:
    """0 to 1 without a corner at either end."""
    return share * share * (3 - 2 * share)
