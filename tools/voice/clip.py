"""Raw speech → a clip: trimmed, as loud as all the others, its peaks held down."""

import numpy as np
import pyloudnorm
from kokoro import Mono
from scipy.signal import resample_poly

from relax_coach.audio.voice.neural import RATE

LOUDNESS = -18.0
"""LUFS of a clip of SHORT and more."""
SPEECH = -17.2
"""dBFS that the speech in a long clip has at that loudness, for those too short to measure it."""
SHORT = 3 * RATE
CEILING = -1.3
"""dBFS of true peak; banks.py lowers it where Vorbis adds more."""
SILENCE = 10 ** (-50 / 20)
"""Of the peak."""
PAD = int(0.030 * RATE)
FADE = int(0.008 * RATE)
REACH = int(0.004 * RATE)
"""How far from a peak it is turned down."""


def trimmed(samples: Mono) -> Mono:
    """At most 30 ms of silence at either end; the fade never reaches into the speech."""
    loud = np.flatnonzero(np.abs(samples) > np.abs(samples).max() * SILENCE)
    first, last = max(loud[0] - PAD, 0), min(loud[-1] + PAD, len(samples))
    rise = max(1, min(FADE, loud[0] - first))
    fall = max(1, min(FADE, last - loud[-1]))
    samples = samples[first:last].copy()
    samples[:rise] *= _rise(rise)
    samples[-fall:] *= _rise(fall)[::-1]
    return samples


def levelled(samples: Mono, ceiling: float = CEILING) -> Mono:
    """Brought to LOUDNESS, a short one to the same level of speech, with peaks under `ceiling`."""
    for _ in range(3):  # holding down the peaks takes a little away
        short = len(samples) < SHORT
        gain = SPEECH - speech(samples) if short else LOUDNESS - loudness(samples)
        samples = _held_down(samples * np.float32(10 ** (gain / 20)), ceiling)
    return samples


def loudness(samples: Mono) -> float:
    """Integrated loudness in LUFS (BS.1770-4)."""
    return float(pyloudnorm.Meter(RATE).integrated_loudness(samples.astype(np.float64)))


def speech(samples: Mono) -> float:
    """RMS in dBFS of the 20 ms frames within 30 dB of the loudest one."""
    size = RATE // 50
    frames = samples[: len(samples) // size * size].reshape(-1, size).astype(np.float64)
    power = (frames**2).mean(axis=1)
    return float(10 * np.log10(power[power > power.max() * 1e-3].mean()))


def true_peak(samples: Mono) -> float:
    """In dBFS, at four times the rate."""
    return float(20 * np.log10(np.abs(resample_poly(samples.astype(np.float64), 4, 1)).max()))


def _held_down(samples: Mono, ceiling: float) -> Mono:
    top = 10 ** (ceiling / 20)
    over = resample_poly(samples.astype(np.float64), 4, 1)
    peak = np.abs(over[: len(samples) * 4]).reshape(-1, 4).max(axis=1)
    if peak.max() <= top:
        return samples
    need = np.pad(np.minimum(1.0, top / np.maximum(peak, 1e-9)), REACH, constant_values=1.0)
    hold = np.lib.stride_tricks.sliding_window_view(need, 2 * REACH + 1).min(axis=1)
    shape = np.hanning(2 * REACH + 3)[1:-1]
    smooth = np.convolve(np.pad(hold, REACH, mode="edge"), shape / shape.sum(), "valid")
    return np.asarray(samples * smooth, np.float32)


def _rise(count: int) -> Mono:
    return (0.5 - 0.5 * np.cos(np.linspace(0, np.pi, count))).astype(np.float32)
