"""The system's own voice: espeak-ng or espeak on PATH, on macOS `say`; each a program beside ours.

`say` is written after its manual page and was never run by us.
"""

import shutil
import sys
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from relax_coach.audio.sound import RATE, BadSound
from relax_coach.audio.voice.program import answer
from relax_coach.audio.voice.speech import Speech, as_shipped, read_wav
from relax_coach.audio.voice.voice import PACE, CannotSpeak, VoiceFailed

WORDS_A_MINUTE = 175
"""The usual pace of these programs: 140 at PACE."""
VARIANT = "en-us+f3"
"""The best understood one of espeak-ng by far."""
WITHIN = 6.0
"""Seconds for a sentence; it takes a twentieth of one."""
VERSION_WITHIN = 3.0
MOST_BYTES = 2 * RATE * 120
"""Two minutes of sound: 400 characters take half a minute."""

MISSING = "This system has no voice of its own: install espeak-ng (apt install espeak-ng)."


def program() -> str:
    """Path of the program that speaks here. CannotSpeak where there is none."""
    for name in (*(["say"] if sys.platform == "darwin" else []), "espeak-ng", "espeak"):
        found = shutil.which(name)
        if found:
            return found
    raise CannotSpeak(MISSING)


class SystemVoice:
    """The voice of `program`. CannotSpeak where there is none.

    What is to be said goes to its standard input: it can be neither an option nor a command.
    `within` is in seconds for each sentence.
    """

    name = "system"

    def __init__(self, speed: float = PACE, within: float = WITHIN) -> None:
        self.speed = speed
        self.program = program()
        self._within = within

    @cached_property
    def version(self) -> str:
        """Of the program and the variant. VoiceFailed where it does not tell."""
        if self._says:
            return "say"  # it has none: it changes with the system, as its voice may
        told = answer([self.program, "--version"], "", VERSION_WITHIN, 4_096, leads=True)
        # What stands behind it is a folder of this machine.
        return f"{told.decode('utf-8', 'replace').split('  ')[0].strip()} {VARIANT}"

    def speak(self, sentence: str) -> Speech:
        pace = str(round(WORDS_A_MINUTE * self.speed))
        try:
            return as_shipped(*read_wav(self._wav(sentence, pace)))
        except BadSound as problem:
            raise VoiceFailed(
                f"What {Path(self.program).name} said cannot be used: {problem}."
            ) from problem

    def _wav(self, sentence: str, pace: str) -> bytes:
        if not self._says:
            options = ["-v", VARIANT, "-s", pace, "--stdin", "--stdout"]
            return answer([self.program, *options], sentence, self._within, MOST_BYTES)
        with TemporaryDirectory() as folder:
            path = Path(folder) / "said.wav"
            options = ["-r", pace, "-f", "-", "-o", str(path)]
            form = ["--file-format=WAVE", "--data-format=LEI16@22050"]
            answer([self.program, *options, *form], sentence, self._within, 4_096)
            try:
                with path.open("rb") as file:
                    return file.read(MOST_BYTES)
            except OSError as problem:
                raise VoiceFailed(f"say wrote nothing: {problem.strerror}.") from problem

    @property
    def _says(self) -> bool:
        return Path(self.program).name == "say"
