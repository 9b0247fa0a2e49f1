"""What a session says: which sentences have a sound, and when each of them begins.

Loads no numpy before the first sound is asked for: lengths are all that a first picture needs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from relax_coach.audio.voice.manifest import Manifest
from relax_coach.core import speech
from relax_coach.core.output import SAMPLES_PER_MS
from relax_coach.core.routine import Ms

if TYPE_CHECKING:
    from relax_coach.audio.score import Sounding


@dataclass(frozen=True, slots=True)
class Spoken:
    """The shipped clips, and what was made for this session: sentence → sound."""

    shipped: Manifest
    made: "Mapping[str, Sounding]" = field(default_factory=lambda: MappingProxyType({}))

    def length(self, text: str) -> Ms:
        """How long `text` takes; a sentence without a sound takes the time to read it."""
        return speech.length(text, self._length)

    def parts(self, text: str) -> "tuple[tuple[Ms, Sounding], ...]":
        """The sounds of `text`, each with the time after which it begins."""
        from relax_coach.audio.voice.clips import Clip

        found, at = [], 0
        for sentence in speech.sentences(text):
            place = self.shipped.places.get(sentence)
            if sentence in self.made:
                found.append((at, self.made[sentence]))
            elif place is not None:
                found.append((at, Clip(place)))
            at += self._length(sentence) + speech.PAUSE
        return tuple(found)

    def silent(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The sentences of `texts` that have no sound, each once."""
        parts = (part for text in texts for part in speech.sentences(text))
        known = self.shipped.places.keys() | self.made.keys()
        return tuple(dict.fromkeys(part for part in parts if part not in known))

    def _length(self, sentence: str) -> Ms:
        if sentence in self.made:
            return -(-len(self.made[sentence]) // SAMPLES_PER_MS)
        length = self.shipped.length(sentence)
        return speech.reading(sentence) if length is None else length
