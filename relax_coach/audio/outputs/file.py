"""A session as a WAV file: the same pull as a device makes, without waiting."""

import math
import os
import wave
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np

from relax_coach.audio.mixer import Mixer
from relax_coach.audio.sound import FULL_SCALE, RATE


@dataclass(frozen=True, slots=True)
class Rendered:
    """What was written. `peak_dbfs` of silence is -90.3, the smallest step of 16 bits."""

    seconds: float
    peak_dbfs: float


def write_wav(
    path: Path, mixer: Mixer, progress: Callable[[float], None] | None = None
) -> Rendered:
    """Pull `mixer` from where it is to its end into a 16-bit stereo WAV of 48 kHz.

    `progress` is told the share done, 0 to 1, after every second of sound. The file appears
    whole or not at all: an OSError, an interrupt or an error of `progress` leaves what was at
    `path` before.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            rendered = _write(file, mixer, progress or (lambda share: None))
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return rendered


def _write(file: BinaryIO, mixer: Mixer, progress: Callable[[float], None]) -> Rendered:
    left = total = mixer.length - mixer.position
    peak = 1
    mixer.play()
    with wave.open(file, "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.setnframes(total)
        while left > 0:
            # A second at a time: memory stays flat however long the session is.
            n = min(RATE, left)
            block = mixer.read(n)
            out.writeframesraw(block)
            sizes = np.abs(np.frombuffer(block, "<i2").astype(np.int32))
            peak = max(peak, int(sizes.max()))
            left -= n
            progress(1 - left / total)
    return Rendered(total / RATE, 20 * math.log10(peak / FULL_SCALE))
