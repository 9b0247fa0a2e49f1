"""WAV, 16 bits. It has neither a label nor chapters that players read."""

import wave
from contextlib import closing, suppress
from pathlib import Path

from relax_coach.audio.sound import RATE
from relax_coach.core.label import Label


class WavEncoder:
    def __init__(self, path: Path, _label: Label) -> None:
        self._file = path.open("wb")
        self._wave = wave.open(self._file, "wb")  # noqa: SIM115 - closed with the encoder
        self._wave.setnchannels(2)
        self._wave.setsampwidth(2)
        self._wave.setframerate(RATE)

    def write(self, block: bytes) -> None:
        self._wave.writeframes(block)

    def finish(self) -> None:
        self._wave.close()
        self._file.close()

    def close(self) -> None:
        with suppress(OSError), closing(self._file):
            self._wave.close()
