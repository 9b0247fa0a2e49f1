"""What a session is written with: one file per library, one Protocol. Importing this loads none."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from relax_coach.audio import extra
from relax_coach.core.label import Label

SUFFIXES = (".wav", ".flac", ".ogg", ".mp3", ".m4a")
"""The kinds of files, by their endings."""

_SOUND = re.compile(
    rb"RIFF....WAVE|RF64|fLaC|OggS|ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb]|....ftyp", re.DOTALL
)
"""How the files of these kinds begin."""
HEAD = 12
"""Bytes in which that is seen."""


def is_sound(head: bytes) -> bool:
    """Whether a file with these first bytes is of one of the kinds, by whatever program."""
    return _SOUND.match(head) is not None


class CannotEncode(Exception):
    """Why this kind of file cannot be written here and what to do, in one plain sentence."""


class Encoder(Protocol):
    """A file that is being written. OSError as it arises."""

    def write(self, block: bytes) -> None:
        """The next samples, at most a second: 16 bits, left and right in turn, RATE a second."""

    def finish(self) -> None:
        """All was written: the file is whole after this, and let go."""

    def close(self) -> None:
        """Let the file go, whole or not, without an error; more than once does no harm."""


Begin = Callable[[Path, Label], Encoder]
"""Begins a file at a path, with a label, over what is there. OSError as it arises."""


def encoder(suffix: str) -> Begin:
    """What writes files that end in `suffix`, one of SUFFIXES. Raises CannotEncode."""
    match suffix:
        case ".wav":
            from relax_coach.audio.encoders.wav import WavEncoder

            return WavEncoder
        case ".flac" | ".ogg":
            from relax_coach.audio.encoders.soundfile import soundfile_encoder

            return soundfile_encoder(suffix)
        case ".mp3":
            from relax_coach.audio.encoders.lame import lame_encoder

            return lame_encoder()
        case ".m4a":
            from relax_coach.audio.encoders.ffmpeg import ffmpeg_encoder

            return ffmpeg_encoder()
    raise ValueError(f"no kind of file ends in {suffix!r}: there are {', '.join(SUFFIXES)}")


def missing(library: str, suffix: str) -> CannotEncode:
    """What to say where `library`, of the extra `export`, cannot be loaded."""
    return CannotEncode(
        f"{suffix} files need {library}: {extra.command('export')} adds it; .wav needs nothing."
    )
