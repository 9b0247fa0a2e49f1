"""How loud a session is, and in it the voice, the tones and what sounds under them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from relax_coach.core.output import LOUDEST
from relax_coach.core.timeline import Timeline

USUAL_VOLUME = 8

NAMES: Mapping[str, str] = MappingProxyType(
    {"volume": "Volume", "voice": "Voice", "cues": "Tones", "ambience": "Ambience"}
)
"""What can be made louder and softer, in the order in which it is chosen."""


@dataclass(frozen=True, slots=True)
class Balance:
    """Each of NAMES in steps from 0 to LOUDEST."""

    volume: int = USUAL_VOLUME
    """Of all of it."""
    voice: int = LOUDEST
    cues: int = LOUDEST
    ambience: int = LOUDEST

    def level(self, part: str) -> int:
        """Of one of NAMES. AttributeError for another."""
        return int(getattr(self, part))

    def turned(self, part: str, by: int) -> "Balance":
        """With `part` louder by so many steps, softer by a negative number, as far as it goes."""
        return replace(self, **{part: max(0, min(LOUDEST, self.level(part) + by))})

    def told(self, part: str) -> str:
        """How loud `part` is, in a sentence."""
        return f"{NAMES[part]} {self.level(part)} of {LOUDEST}."


USUAL = Balance()


def parts_of(timeline: Timeline, spoken: bool) -> tuple[str, ...]:
    """Those of NAMES that can be heard in a session; `spoken`: whether someone speaks in it."""
    heard = {
        "volume": True,
        "voice": spoken,
        "cues": timeline.profile != "silent",
        "ambience": timeline.profile != "silent" and timeline.ambience != "none",
    }
    return tuple(part for part in NAMES if heard[part])
