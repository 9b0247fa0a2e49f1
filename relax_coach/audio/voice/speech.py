"""Speech as samples: trimmed and made as loud as the clips that come with the program."""

import io
import math
import wave

import numpy as np
import numpy.typing as npt

from relax_coach.audio.limiter import REACH, limit
from relax_coach.audio.loudness import Loudness
from relax_coach.audio.sound import FULL_SCALE, RATE, BadSound, Samples

Speech = npt.NDArray[np.float32]
"""One channel, shape (n,), full scale ±1, 48 kHz."""

LOUDNESS = -18.0
"""LUFS of the one channel, where it is long enough to be measured so."""
SHORT = 3 * RATE
SPEECH_RMS = -17.2
"""dBFS of a shorter one's speech: what the shipped voice has at LOUDNESS."""
SPOKEN = 1e-3
"""Of the power of the loudest frame (-30 dB): what is under it is a pause."""
FRAME = RATE // 50
SILENT = 10 ** (-50 / 20)
"""Of the peak: what is under it, at either end, is cut off."""
PAD = 30 * RATE // 1000
"""Samples left of it."""
FADE = 8 * RATE // 1000


def read_wav(data: bytes) -> tuple[Speech, int]:
    """The samples of a 16-bit WAV of one channel, and its rate. BadSound for anything else.

    A program that writes as it speaks cannot know its length: what the header says is not asked.
    """
    try:
        with wave.open(io.BytesIO(data)) as source:
            channels, width, rate = source.getparams()[:3]
            raw = source.readframes(len(data))
    except (wave.Error, EOFError) as problem:
        raise BadSound("not a WAV file of plain samples") from problem
    if (channels, width) != (1, 2) or not 8_000 <= rate <= RATE:
        raise BadSound(f"{channels} channel(s) of {8 * width} bits at {rate} Hz")
    pcm = np.frombuffer(raw[: len(raw) // 2 * 2], "<i2")
    return pcm.astype(np.float32) / np.float32(FULL_SCALE), rate


def as_shipped(samples: Speech, rate: int) -> Speech:
    """Speech of any rate up to ours: resampled, trimmed, levelled, its true peak limited.

    BadSound where nothing can be heard in it.
    """
    if not len(samples) or np.abs(samples).max() < SILENT:
        raise BadSound("nothing can be heard in it")
    return _levelled(_trimmed(_resampled(samples, rate)))


def both_sides(speech: Speech) -> Samples:
    """The same on both sides; a view."""
    return np.broadcast_to(speech[:, None], (len(speech), 2))


def _resampled(samples: Speech, rate: int) -> Speech:
    """At RATE, by its spectrum: exact up to the highest pitch it has."""
    if rate == RATE:
        return samples
    unit = rate // math.gcd(rate, RATE)
    n = -(-(len(samples) + PAD) // unit)  # in whole units, and silence for what rings
    spectrum = np.fft.rfft(samples, n * unit)
    longer = np.fft.irfft(spectrum, n * unit * RATE // rate) * (RATE / rate)
    return np.asarray(longer, np.float32)


def _trimmed(speech: Speech) -> Speech:
    """At most PAD of silence at either end, faded; the fade never reaches into the speech."""
    heard = np.flatnonzero(np.abs(speech) > np.abs(speech).max() * SILENT)
    first, last = max(heard[0] - PAD, 0), min(heard[-1] + PAD + 1, len(speech))
    rise, fall = min(heard[0] - first, FADE), min(last - heard[-1] - 1, FADE)
    speech = speech[first:last].copy()
    speech[:rise] *= np.linspace(0, 1, rise, dtype=np.float32)
    speech[len(speech) - fall :] *= np.linspace(1, 0, fall, dtype=np.float32)
    return speech


def _levelled(speech: Speech) -> Speech:
    """What the limiter takes away afterwards is a tenth of a dB at most."""
    short = len(speech) < SHORT
    change = SPEECH_RMS - speech_rms(speech) if short else LOUDNESS - loudness(speech)
    louder = np.pad(speech * np.float32(10 ** (change / 20)), REACH)
    return limit(both_sides(louder))[:, 0].copy()


def speech_rms(speech: Speech) -> float:
    """RMS in dBFS of the 20 ms frames that are speech, not pause."""
    frames = np.pad(speech, (0, -len(speech) % FRAME)).reshape(-1, FRAME).astype(np.float64)
    power = (frames**2).mean(axis=1)
    return float(10 * np.log10(power[power > power.max() * SPOKEN].mean()))


def loudness(speech: Speech) -> float:
    """Integrated loudness in LUFS of the one channel (BS.1770-4)."""
    heard = Loudness()
    one_side = np.zeros((len(speech), 2), np.float32)
    one_side[:, 0] = speech
    for start in range(0, len(speech), RATE):
        heard.take(one_side[start : start + RATE])
    return -70.0 if heard.lufs is None else heard.lufs
