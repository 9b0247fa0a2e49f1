"""The voices that speak what has no clip, by their names."""

from relax_coach.audio.voice.system import SystemVoice
from relax_coach.audio.voice.voice import Voice

NAMES = ("system",)


def open_voice(name: str) -> Voice:
    """The voice called `name`, at its usual pace. CannotSpeak with what it lacks; ValueError."""
    if name == "system":
        return SystemVoice()
    raise ValueError(f"no voice is called {name!r}: there are {', '.join(NAMES)}")
