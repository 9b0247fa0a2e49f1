"""MP3 at 128 kbit/s by LAME, with its label before the sound."""

from contextlib import suppress
from pathlib import Path

from relax_coach.audio.encoders import Begin, missing
from relax_coach.audio.encoders.id3 import tag
from relax_coach.audio.sound import RATE
from relax_coach.core.label import Label

KBITS = 128
QUALITY = 5
"""Of LAME, from 2 (best) to 7 (fastest): 100 times real time, and no worse to hear at KBITS."""


class LameEncoder:
    def __init__(self, path: Path, label: Label) -> None:
        import lameenc

        self._encoder = lameenc.Encoder()
        self._encoder.silence()
        self._encoder.set_channels(2)
        self._encoder.set_in_sample_rate(RATE)
        self._encoder.set_bit_rate(KBITS)
        self._encoder.set_quality(QUALITY)
        self._file = path.open("wb")
        self._file.write(tag(label))
        self._any = False

    def write(self, block: bytes) -> None:
        self._any = True
        self._file.write(self._encoder.encode(block))

    def finish(self) -> None:
        if self._any:  # the library cannot end what never began
            self._file.write(self._encoder.flush())
        self._file.close()

    def close(self) -> None:
        with suppress(OSError):
            self._file.close()


def lame_encoder() -> Begin:
    """Raises CannotEncode where the library is missing."""
    try:
        import lameenc  # noqa: F401 - only whether it can be loaded
    except ImportError as problem:
        raise missing("lameenc", ".mp3") from problem
    return LameEncoder
