"""Keeps a sum of sounds under -1 dBFS of true peak, by turning it down a little around its peaks.

What a converter makes between two samples may be louder than both: the true peak is measured as
ITU-R BS.1770-4, annex 2, says, at four times the rate.
"""

import numpy as np
import numpy.typing as npt

from relax_coach.audio.sound import Samples

Curve = npt.NDArray[np.float64]

LIMIT = 10 ** (-2.0 / 20)
"""What the limiter aims at: -1 dBFS, with room for the rounding to 16 bits, for what lies between
the places where it measures (0.15 dB were seen) and for what lossy files add (0.8 dB)."""

_TAPS = np.array(
    [
        [0.0017089843750, 0.0109863281250, -0.0196533203125, 0.0332031250000, -0.0594482421875,
         0.1373291015625, 0.9721679687500, -0.1022949218750, 0.0476074218750, -0.0266113281250,
         0.0148925781250, -0.0083007812500],
        [-0.0291748046875, 0.0292968750000, -0.0517578125000, 0.0891113281250, -0.1665039062500,
         0.4650878906250, 0.7797851562500, -0.2003173828125, 0.1015625000000, -0.0582275390625,
         0.0330810546875, -0.0189208984375],
        [-0.0189208984375, 0.0330810546875, -0.0582275390625, 0.1015625000000, -0.2003173828125,
         0.7797851562500, 0.4650878906250, -0.1665039062500, 0.0891113281250, -0.0517578125000,
         0.0292968750000, -0.0291748046875],
        [-0.0083007812500, 0.0148925781250, -0.0266113281250, 0.0476074218750, -0.1022949218750,
         0.9721679687500, 0.1373291015625, -0.0594482421875, 0.0332031250000, -0.0196533203125,
         0.0109863281250, 0.0017089843750],
    ]
)  # fmt: skip
"""The four phases of the interpolating filter in BS.1770-4, annex 2."""

_HALF = _TAPS.shape[1] // 2
WINDOW = 256
"""Samples (5.3 ms) over which the gain sinks before a peak, and again rises after it."""
REACH = WINDOW - 1 + _HALF
"""How many samples before and after a place its gain depends on."""
QUIET = LIMIT / float(np.abs(_TAPS).sum(axis=1).max())
"""Where no sample is above this, no true peak can be above LIMIT."""


def true_peak(samples: Samples) -> Curve:
    """The largest size at and around each sample, over both channels, shape (n,).

    What lies outside `samples` counts as silence.
    """
    return _true_peak(samples, np.arange(len(samples)))


def limit(samples: Samples) -> Samples:
    """The middle of `samples` (n + 2·REACH, 2), limited: shape (n, 2).

    A function of those samples alone, and of none further away. What is quiet is left alone to
    the last bit.
    """
    middle = samples[REACH : len(samples) - REACH]
    # Speech is loud in few places: looking at those alone is what keeps a render fast.
    loud = np.flatnonzero(np.abs(samples) > QUIET) // 2
    if not len(loud):
        return middle
    near = np.zeros(len(samples), np.bool_)
    for by in range(-_HALF, _HALF + 1):
        near[np.clip(loud + by, 0, len(samples) - 1)] = True
    near[:_HALF] = near[-_HALF:] = False
    too_much = np.zeros(len(samples))
    too_much[near] = 1 - LIMIT / np.maximum(_true_peak(samples, np.flatnonzero(near)), LIMIT)
    if not too_much.any():
        return middle
    # The gain holds for a window around each peak, and its mean over a window fades in and out.
    gain = 1 - _windows(_windows(too_much[_HALF:-_HALF], np.maximum), np.add) / WINDOW
    limited: Samples = (middle * gain[:, None]).astype(np.float32)
    return limited


def _true_peak(samples: Samples, at: npt.NDArray[np.intp]) -> Curve:
    """The true peak at these places alone, in their order."""
    padded = np.pad(samples, ((_HALF, _HALF), (0, 0)))
    around = [padded[at + tap].astype(np.float64) for tap in range(_TAPS.shape[1])]
    peak = np.abs(around[_HALF]).max(axis=1, initial=0.0)
    for taps in _TAPS:
        # Sums of whole arrays in one order: the same bits wherever a sample lies in its block.
        between = np.zeros((len(at), 2))
        for values, weight in zip(around, taps, strict=True):
            between += weight * values
        np.maximum(peak, np.abs(between).max(axis=1), out=peak)
    return np.asarray(peak)


def _windows(curve: Curve, join: np.ufunc) -> Curve:
    """`join` over WINDOW values from each on, shape (n - WINDOW + 1,), by pairs of pairs.

    Always in the same order, so to the same bits wherever a value lies in its block.
    """
    width = 1
    while width < WINDOW:
        curve = join(curve[:-width], curve[width:])
        width *= 2
    return curve
