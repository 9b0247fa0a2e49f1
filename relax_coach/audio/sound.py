"""Sounds as samples: what is read from a WAV, and nothing that plays."""

import wave
from pathlib import Path

import numpy as np
import numpy.typing as npt

from relax_coach.core.output import CUE_KINDS, LOUDEST, SAMPLES_PER_MS

RATE = 1000 * SAMPLES_PER_MS
"""Samples per second, of everything inside the program."""

Samples = npt.NDArray[np.float32]
"""Stereo, shape (n, 2), full scale ±1."""

FULL_SCALE = 32_768
"""What ±1 is in 16 bits."""


def gain(step: int) -> float:
    """The factor of a loudness step: it follows the square, even to the ear; LOUDEST is 1."""
    return (step / LOUDEST) ** 2


class BadSound(ValueError):
    """A sound file that is missing or is not what the program plays, told in one sentence."""


def load(path: Path) -> Samples:
    """Read a 16-bit WAV of 48 kHz; mono is put on both sides. The array is read-only.

    BadSound when there is no such file, or it is of another kind.
    """
    try:
        with path.open("rb") as file, wave.open(file) as source:
            channels, width, rate, frames = source.getparams()[:4]
            raw = source.readframes(frames)
    except OSError as problem:
        raise BadSound(f"{path}: cannot be read ({problem.strerror})") from problem
    except (wave.Error, EOFError) as problem:
        raise BadSound(f"{path}: not a WAV file of plain samples") from problem
    if (width, rate) != (2, RATE) or channels not in (1, 2):
        raise BadSound(
            f"{path}: must be 16-bit, {RATE} Hz, mono or stereo; "
            f"this is {8 * width}-bit, {rate} Hz, {channels} channel(s)"
        )
    if len(raw) != frames * width * channels:
        raise BadSound(f"{path}: breaks off before its end")
    mono_or_stereo = np.frombuffer(raw, "<i2").reshape(-1, channels)
    samples = np.empty((len(mono_or_stereo), 2), np.float32)
    samples[:] = mono_or_stereo / np.float32(FULL_SCALE)
    samples.flags.writeable = False
    return samples


def load_cues(folder: Path) -> dict[str, Samples]:
    """The sound of every cue kind but `say`, from `folder`/<kind>.wav. BadSound as in `load`."""
    return {kind: load(folder / f"{kind}.wav") for kind in CUE_KINDS if kind != "say"}
