"""FLAC (nothing is lost) and Ogg Vorbis, by libsndfile."""

from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING

from relax_coach.audio.encoders import Begin, missing
from relax_coach.audio.encoders.vorbis_comment import label_flac, label_ogg, room
from relax_coach.audio.sound import RATE
from relax_coach.core.label import Label

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

KINDS = {
    ".flac": ("FLAC", "PCM_16", label_flac),
    ".ogg": ("OGG", "VORBIS", label_ogg),
}
"""The library's names for a format and what is in it, and what puts the label there."""


class SoundfileEncoder:
    def __init__(self, path: Path, label: Label, suffix: str) -> None:
        import soundfile

        kind, content, self._put_label = KINDS[suffix]
        self._label = label
        self._problems = (soundfile.SoundFileError, AssertionError)
        self._file = _File(path, "w+")
        self._sound = soundfile.SoundFile(self._file, "w", RATE, 2, content, format=kind)
        self._sound.comment = room(label)

    def write(self, block: bytes) -> None:
        self._do(lambda: self._sound.buffer_write(block, "int16"))

    def finish(self) -> None:
        self._do(self._sound.close)
        self._put_label(self._file, self._label)
        self._file.close()

    def close(self) -> None:
        with suppress(OSError), closing(self._file):
            self._do(self._sound.close)

    def _do(self, what: Callable[[], None]) -> None:
        """Raises what was wrong with the file, of which the library knows only that it was."""
        try:
            what()
        except self._problems as problem:
            raise self._file.problem or OSError(str(problem)) from problem
        if self._file.problem is not None:
            raise self._file.problem


class _File(FileIO):
    """Keeps its first problem: an exception would be lost in the library, which is written in C."""

    problem: OSError | None = None

    def write(self, data: "ReadableBuffer", /) -> int:
        left = memoryview(data)
        size = left.nbytes
        try:
            while left:
                left = left[super().write(left) :]
        except OSError as problem:
            self.problem = self.problem or problem
        return size - left.nbytes


def soundfile_encoder(suffix: str) -> Begin:
    """What writes one of KINDS. Raises CannotEncode where the library is missing."""
    try:
        import soundfile  # noqa: F401 - only whether it can be loaded
    except (ImportError, OSError) as problem:  # OSError: it is there, but not what is written in C
        raise missing("soundfile", suffix) from problem
    return partial(SoundfileEncoder, suffix=suffix)
