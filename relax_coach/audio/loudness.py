"""How loud a whole session is to the ear: integrated loudness after ITU-R BS.1770-4."""

import math
from array import array

import numpy as np
import numpy.typing as npt

from relax_coach.audio.sound import RATE, Samples

STEP = RATE // 10
"""Samples from one gating block to the next; a block is four of them, 400 ms."""
SECOND = RATE
TAIL = RATE // 15
"""Samples after which what the filters ring on is below 1e-5; with a second it makes 2**11 * 5**2,
of which a spectrum is quick to have."""
ABSOLUTE_GATE = -70.0
RELATIVE_GATE = -10.0
OFFSET = -0.691
"""dB; makes a sine of 997 Hz at full scale on both sides read 0 LUFS."""


def _weighting() -> npt.NDArray[np.complex64]:
    """The response of the K weighting (both its filters at 48 kHz, tables 1 and 2)."""
    z = np.exp(-2j * np.pi * np.arange((SECOND + TAIL) // 2 + 1) / (SECOND + TAIL))
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z**2) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * z**2
    )
    high_pass = (1 - z) ** 2 / (1 - 1.99004745483398 * z + 0.99007225036621 * z**2)
    return np.asarray(shelf * high_pass, np.complex64)


class Loudness:
    """Takes a session second by second; memory grows by 80 bytes a second."""

    def __init__(self) -> None:
        self._weighting = _weighting()
        self._rings = np.zeros((2, TAIL), np.float32)
        """What the filters still ring on of the seconds before."""
        self._power = array("d")
        """Mean square of both channels together, one for each STEP."""

    def take(self, samples: Samples) -> None:
        """The next second; a shorter one must be the last. ValueError for a longer one."""
        n = len(samples)
        if n > SECOND:
            raise ValueError(f"at most {SECOND} samples at once, not {n}")
        if not samples.any() and not self._rings.any():
            self._power.extend([0.0] * (n // STEP))
            return
        # One side after the other: a sum over what lies side by side is the quick one.
        whole = np.zeros((2, SECOND + TAIL), np.float32)
        whole[:, :n] = samples.T
        # Without a factor of their own kind of number these would count in twice the width, and
        # take three times as long.
        spectrum = np.fft.rfft(whole, norm="ortho") * self._weighting
        heard = np.fft.irfft(spectrum, SECOND + TAIL, norm="ortho")
        heard[:, :TAIL] += self._rings
        self._rings = heard[:, SECOND:].astype(np.float32)
        self._rings[np.abs(self._rings) < 1e-9] = 0.0
        steps = n // STEP
        parts = heard[:, : steps * STEP].reshape(2, steps, STEP)
        self._power.extend(np.einsum("cst,cst->s", parts, parts) / STEP)

    @property
    def lufs(self) -> float | None:
        """Of all that was taken; None where nothing passes the gate."""
        steps = np.array(self._power)
        if len(steps) < 4:
            return None
        blocks = (steps[:-3] + steps[1:-2] + steps[2:-1] + steps[3:]) / 4
        blocks = blocks[blocks > _power_of(ABSOLUTE_GATE)]
        if not len(blocks):
            return None
        blocks = blocks[blocks > _power_of(_lufs_of(float(blocks.mean())) + RELATIVE_GATE)]
        return _lufs_of(float(blocks.mean()))


def _power_of(lufs: float) -> float:
    return float(10 ** ((lufs - OFFSET) / 10))


def _lufs_of(power: float) -> float:
    return OFFSET + 10 * math.log10(power)
