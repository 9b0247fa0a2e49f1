"""The voices that speak what has no clip, by their names, the better one first."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from relax_coach.audio.voice.neural import NeuralVoice
from relax_coach.audio.voice.system import SystemVoice
from relax_coach.audio.voice.voice import CannotSpeak, Voice

VOICES: dict[str, Callable[[Path], Voice]] = {
    "neural": NeuralVoice,
    "system": lambda _: SystemVoice(),
}
"""Name → what makes it, given the folder of sounds."""


def open_voice(name: str, sounds: Path) -> Voice:
    """The voice called `name`, at its usual pace. CannotSpeak with what it lacks; ValueError."""
    if name not in VOICES:
        raise ValueError(f"no voice is called {name!r}: there are {', '.join(VOICES)}")
    return VOICES[name](sounds)


def voices_here(sounds: Path) -> tuple[Voice, ...]:
    """Those that can speak on this machine; none where it has none."""
    found = []
    for name in VOICES:
        with suppress(CannotSpeak):
            found.append(open_voice(name, sounds))
    return tuple(found)
