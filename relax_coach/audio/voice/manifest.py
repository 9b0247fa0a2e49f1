"""What clips there are, without their sound: loads no numpy, for a length is all a list needs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from relax_coach.core.routine import Ms

FILE = "manifest.json"


class BadVoice(ValueError):
    """The shipped voice is missing or not what this program reads, told in one sentence."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clip is: a file, and start and length in samples of its rate."""

    file: Path
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """Sentence → place of its clip, in banks of Ogg Vorbis of one channel."""

    voice: str
    rate: int
    places: Mapping[str, Place]

    def length(self, sentence: str) -> Ms | None:
        """How long the clip of `sentence` lasts, rounded up to a ms; None where there is none."""
        place = self.places.get(sentence)
        return None if place is None else -(-place.length * 1000 // self.rate)


NOTHING = Manifest("", 1, {})
"""No clip at all."""


def can_decode() -> bool:
    """Whether this machine has what plays the clips. Loads nothing."""
    return find_spec("miniaudio") is not None


def read(folder: Path) -> Manifest:
    """The manifest in `folder`. Raises BadVoice."""
    path = folder / FILE
    try:
        found = json.loads(path.read_text("utf-8"))
        if found["version"] != 1:
            raise BadVoice(f"{path}: made for another version of the program")
        places = {
            sentence: Place(folder / bank["file"], start, length)
            for bank in found["banks"].values()
            for sentence, (start, length) in bank["clips"].items()
        }
        return Manifest(found["voice"], found["rate"], places)
    except BadVoice:
        raise
    except OSError as error:
        raise BadVoice(f"{path}: cannot be read ({error.strerror})") from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise BadVoice(f"{path}: not a list of clips") from error
