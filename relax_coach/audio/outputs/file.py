"""A session as a file: the same pull as a device makes, without waiting."""

import math
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from relax_coach.audio.encoders import Begin, Encoder
from relax_coach.audio.loudness import Loudness
from relax_coach.audio.mixer import Mixer
from relax_coach.audio.score import Score
from relax_coach.audio.sound import FULL_SCALE, RATE
from relax_coach.core.label import Label


@dataclass(frozen=True, slots=True)
class Rendered:
    """What was written. `peak_dbfs` of silence is -90.3, the smallest step of 16 bits."""

    seconds: float
    peak_dbfs: float
    lufs: float | None
    """Integrated loudness; None for a silent one."""


class FileOutput:
    """A sound file that moves when `write` is called. OSError as it arises.

    It is begun, beside `path`, when it is first played, and appears there when it is closed at
    the end of the session, whole; closed before, it leaves what was there.
    """

    name = "file"
    lost = False

    def __init__(self, mixer: Mixer, path: Path, begin: Begin, label: Label) -> None:
        self._mixer = mixer
        self._path = path
        self._begin = begin
        self._label = label
        self._part = path.with_name(f".{path.name}.{os.getpid()}.part")
        self._encoder: Encoder | None = None
        self._failing = False
        """Whether a sound is missing in the file."""
        self._closed = False
        self._peak = 1
        self._loudness = Loudness()

    @property
    def position(self) -> int:
        return self._mixer.position

    @property
    def ended(self) -> bool:
        return self._mixer.ended

    @property
    def peak_dbfs(self) -> float:
        """Of the loudest sample written."""
        return 20 * math.log10(self._peak / FULL_SCALE)

    @property
    def lufs(self) -> float | None:
        """Integrated loudness of what was written; None where that is silent."""
        return self._loudness.lufs

    def write(self, n: int) -> int:
        """Take the next n samples, at most a second, or those that are left; how many."""
        if self._encoder is None or not self._mixer.playing:
            return 0
        n = min(n, self._mixer.length - self._mixer.position)
        block = self._mixer.read(n)
        self._failing = True
        self._encoder.write(block)
        self._failing = False
        values = np.frombuffer(block, "<i2")
        self._peak = max(self._peak, int(values.max(initial=0)), -int(values.min(initial=0)))
        self._loudness.take(values.reshape(-1, 2).astype(np.float32) / np.float32(FULL_SCALE))
        return n

    def play(self) -> None:
        if self._encoder is None:
            self._encoder = self._begin(self._part, self._label)
        self._mixer.play()

    def pause(self, aside: Score | None = None) -> None:
        self._mixer.pause(aside)

    def seek(self, sample: int) -> None:
        self._mixer.seek(sample)

    def load(self, score: Score) -> None:
        self._mixer.load(score)

    def volume(self, gain: float) -> None:
        self._mixer.volume(gain)

    def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        try:
            if self._encoder is not None and self.ended and not self._failing:
                self._encoder.finish()
                self._part.replace(self._path)
        finally:
            if self._encoder is not None:
                self._encoder.close()
            # Also where it was interrupted in the middle of `play`, before it is known here.
            self._part.unlink(missing_ok=True)


def write_file(
    path: Path,
    mixer: Mixer,
    begin: Begin,
    label: Label,
    progress: Callable[[float], None] | None = None,
) -> Rendered:
    """Pull `mixer` from where it is to its end into a file of the kind that `begin` begins.

    `progress` is told the share done, 0 to 1, after every second of sound. The file appears
    whole or not at all: an OSError, an interrupt or an error of `progress` leaves what was at
    `path` before.
    """
    total = mixer.length - mixer.position
    left = total
    output = FileOutput(mixer, path, begin, label)
    try:
        output.play()
        while left > 0:
            # A second at a time: memory stays flat however long the session is.
            left -= output.write(RATE)
            if progress is not None:
                progress(1 - left / total)
    finally:
        output.close()
    return Rendered(total / RATE, output.peak_dbfs, output.lufs)
