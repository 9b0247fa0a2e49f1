"""The clips that come with the program: decoded when they are first heard."""

from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from relax_coach.audio.sound import RATE
from relax_coach.audio.voice.manifest import Place

Column = npt.NDArray[np.float32]
"""One channel that goes to both sides, shape (n, 1), full scale ±1."""

RATE_OF_CLIPS = RATE // 2
KEPT = 64
"""Clips that stay decoded: a minute or two of what is said."""


_HALF = 16
"""Samples on either side that one between two of them is made from."""


def _between() -> npt.NDArray[np.float64]:
    """Weights of the samples around a new one: flat to 10.5 kHz, -40 dB from 13.5 kHz on."""
    at = np.arange(-_HALF, _HALF) + 0.5
    taps = np.sinc(at) * np.kaiser(4 * _HALF - 1, 8.0)[::2]
    return np.asarray(taps / taps.sum())


_TAPS = _between()


class Clip:
    """A clip as samples: `len` and slices of it, as of an array (n, 1) at 48 kHz."""

    __slots__ = ("_place",)

    def __init__(self, place: Place) -> None:
        self._place = place

    def __len__(self) -> int:
        return 2 * self._place.length

    def __getitem__(self, part: slice) -> Column:
        return _decoded(self._place)[part]


@lru_cache(KEPT)
def _decoded(place: Place) -> Column:
    """The whole clip. Silence where its file cannot be decoded: a session goes on without it."""
    samples = doubled(_read(place.file, place.start, place.length))[:, None]
    samples.flags.writeable = False
    return samples


def _read(file: Path, start: int, length: int) -> npt.NDArray[np.float32]:
    try:
        import miniaudio
    except ImportError:
        return np.zeros(length, np.float32)
    found = np.zeros(length, np.float32)
    try:
        stream = miniaudio.stream_file(
            str(file), miniaudio.SampleFormat.FLOAT32, 1, RATE_OF_CLIPS, length, seek_frame=start
        )
        block = np.frombuffer(next(stream), np.float32)[:length]
        found[: len(block)] = block
    except (OSError, miniaudio.MiniaudioError, StopIteration):
        pass  # the manifest names it, and it is gone: the rest of the session is there
    return found


def doubled(samples: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """The same sound at twice the rate: every other sample is as it was."""
    found = np.empty(2 * len(samples), np.float32)
    found[::2] = samples
    found[1::2] = np.convolve(samples, _TAPS)[_HALF : _HALF + len(samples)]
    return found
