"""What a voice is, and what it can read."""

import re
import unicodedata
from typing import Protocol

from relax_coach.audio.voice.speech import Speech

PACE = 0.8
"""Of the usual speed of a voice: who follows with closed eyes needs time."""
LONGEST = 400
"""Characters a voice is given at once."""
PAUSE = 0.15
"""Seconds between the parts of a sentence that is longer."""

_PART = re.compile(
    rf"\S.{{0,{LONGEST - 2}}}[,;:](?=\s|$)|\S.{{0,{LONGEST - 1}}}(?=\s|$)|\S{{1,{LONGEST}}}"
)


class CannotSpeak(ValueError):
    """Why a sentence is not spoken, in one plain sentence."""


class VoiceFailed(CannotSpeak):
    """It was not the sentence's fault: the next one may fail as well."""


class Voice(Protocol):
    """Something that speaks English. Cheap to make and to send to another process (pickle): what
    is slow waits for the first sentence."""

    @property
    def name(self) -> str:
        """As it is asked for in `open_voice`."""

    @property
    def version(self) -> str:
        """Changes whenever the same sentence may sound different."""

    @property
    def speed(self) -> float:
        """A factor; 1 is the voice's usual pace."""

    def speak(self, sentence: str) -> Speech:
        """`sentence`, of at most LONGEST characters, as `as_shipped` makes it. CannotSpeak."""


def readable(sentence: str) -> str:
    """`sentence` as an English voice can read it: on one line, without pictures and commands.

    CannotSpeak where nothing is left, or where a letter is of another script: it would be
    spelled out.
    """
    text = unicodedata.normalize("NFC", sentence)
    # A pair of brackets begins a command or phonemes, to both programs of the system's voice.
    text = re.sub(r"[\[\]{}<>|\\^~`]", " ", text)
    kept = "".join(
        c if unicodedata.category(c)[0] in "LNP" or c in "+=%$£€°" else " " for c in text
    )
    words = " ".join(kept.split())
    letters = [c for c in words if c.isalpha()]
    if not any(c.isalnum() for c in words):
        raise CannotSpeak("There is no word in it.")
    if not all(unicodedata.name(c, "").startswith("LATIN") for c in letters):
        raise CannotSpeak("It is written in letters an English voice cannot read.")
    return words


def parts(text: str) -> list[str]:
    """`text` in pieces of at most LONGEST characters, cut at commas, else between words."""
    return [text] if len(text) <= LONGEST else _PART.findall(text)
