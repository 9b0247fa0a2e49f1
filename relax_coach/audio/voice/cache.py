"""Sentences that were spoken once, kept on disk. Never needed: what is not there is made again."""

import hashlib
import json
import os
import tempfile
import wave
from contextlib import suppress
from pathlib import Path

import numpy as np

from relax_coach.audio.sound import FULL_SCALE, RATE, BadSound, load
from relax_coach.audio.voice.speech import Speech
from relax_coach.audio.voice.voice import Voice
from relax_coach.core.problem import shown

MOST_BYTES = 100 * 1024**2
"""A quarter of an hour of speech is 86 MB; a session has a minute or two of its own."""
PRIVATE = 0o700
SUFFIX = ".wav"
PART = ".part"


class Cache:
    """A folder of 16-bit WAVs of one channel; it and its files are for the person alone.

    `most` is in bytes: `trim` takes away what was longest not used. Nothing here raises OSError:
    `note` tells why nothing could be kept.
    """

    def __init__(self, folder: Path, most: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most = most
        self.note = ""
        """A sentence for the person, or ""."""

    def find(self, voice: Voice, sentence: str) -> Speech | None:
        """What `voice` said before; None where that is not there, or damaged."""
        path = self._path(voice, sentence)
        try:
            if path.stat().st_size > self._most:
                return None
            speech = load(path)[:, 0].copy()
        except (OSError, BadSound):
            return None
        with suppress(OSError):  # read-only: then it looks older than it is
            os.utime(path)
        return speech if len(speech) else None

    def keep(self, voice: Voice, sentence: str, speech: Speech) -> None:
        """Whole or not at all; after one failure nothing more is tried."""
        if self.note:
            return
        try:
            self._folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(dir=self._folder, suffix=PART)  # mode 0600
            part = Path(name)
            try:
                with os.fdopen(descriptor, "wb") as file, wave.open(file, "wb") as target:
                    target.setnchannels(1)
                    target.setsampwidth(2)
                    target.setframerate(RATE)
                    target.writeframes(np.rint(speech * (FULL_SCALE - 1)).astype("<i2").tobytes())
                part.replace(self._path(voice, sentence))
            finally:
                part.unlink(missing_ok=True)
        except OSError as problem:
            self.note = (
                f"What is spoken cannot be kept in {shown(str(self._folder))} "
                f"({problem.strerror}): it is made again each time."
            )

    def trim(self) -> None:
        """Back to its size, and without what an end in the middle of `keep` left behind."""
        with suppress(OSError):
            for part in self._folder.glob(f"*{PART}"):
                part.unlink(missing_ok=True)
            kept = [(path.stat(), path) for path in self._folder.glob(f"*{SUFFIX}")]
            size = sum(stat.st_size for stat, _ in kept)
            for stat, path in sorted(kept, key=lambda one: one[0].st_mtime_ns):
                if size <= self._most:
                    return
                path.unlink(missing_ok=True)
                size -= stat.st_size

    def _path(self, voice: Voice, sentence: str) -> Path:
        key = json.dumps([voice.name, voice.version, voice.speed, sentence])
        return self._folder / f"{hashlib.sha256(key.encode()).hexdigest()}{SUFFIX}"
