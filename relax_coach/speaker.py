"""Who speaks in a session: the voice that comes with the program, and those of this machine."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from relax_coach.core.problem import shown
from relax_coach.store import paths
from relax_coach.store.settings import Settings
from relax_coach.store.stamp import stamp

if TYPE_CHECKING:  # a list or a check must never load the sound libraries
    from relax_coach.audio.score import Sounding
    from relax_coach.audio.voice.spoken import Spoken
    from relax_coach.audio.voice.voice import Voice

LANGUAGE = "en"
"""Of the shipped voice."""
ADD_ONE = "How to add a voice for your own words: relax-coach voices."
QUOTED = 32
"""Letters of a sentence that is named."""


def voice_of(settings: Settings) -> "tuple[Spoken | None, tuple[str, ...]]":
    """The voice that `settings` asks for, with its clips, and a sentence where it has none."""
    from relax_coach.audio.voice import manifest
    from relax_coach.audio.voice.spoken import Spoken

    if settings.speaker == "off":
        return None, ()
    if settings.speaker in ("neural", "system"):
        return Spoken(manifest.NOTHING), ()
    if not manifest.can_decode():
        return None, ("The voice needs the library miniaudio: the words are on the screen.",)
    try:
        return Spoken(manifest.read(_shipped())), ()
    except (manifest.BadVoice, paths.BrokenInstall) as problem:
        return None, (f"There is no voice: {problem}.",)


def state_of(settings: Settings) -> str:
    """What the lengths of `voice_of` follow from, for who keeps them: another text, other ones."""
    from relax_coach.audio.voice import manifest

    try:
        clips = stamp(_shipped() / manifest.FILE)
    except (OSError, paths.BrokenInstall):
        clips = "none"
    return f"{settings.speaker}, {manifest.can_decode()}, {clips}"


def missing_voice(settings: Settings) -> str:
    """Why the voice that `settings` ask for by name cannot speak here; "" where it can."""
    from relax_coach.audio.voice.voices import VOICES

    return "".join(voices(settings)[1]) if settings.speaker in VOICES else ""


def left_out(left: Sequence[str], exported: bool) -> Iterator[str]:
    """What to tell of sentences without a voice."""
    if not left:
        return
    first = shown(left[0] if len(left[0]) <= QUOTED else f"{left[0][:QUOTED]}…")
    where = "not in the recording" if exported else "on the screen"
    if len(left) == 1:
        yield f"One sentence has no voice here, it is {where}: “{first}”"
    else:
        yield f"{len(left)} sentences have no voice here, they are {where}: “{first}” …"


def made(
    sentences: tuple[str, ...],
    settings: Settings,
    progress: Callable[[int, int], None] | None,
) -> "tuple[Mapping[str, Sounding], tuple[str, ...]]":
    """What the voices of this machine make of `sentences`, and why not all of them."""
    from relax_coach.audio.voice.cache import Cache
    from relax_coach.audio.voice.prepare import prepare

    speaking, told = voices(settings)
    prepared = prepare(sentences, speaking, Cache(paths.cache_dir() / "voice"), progress)
    found = {sentence: speech[:, None] for sentence, speech in prepared.spoken.items()}
    return found, (*told, *prepared.notes)


def voices(settings: Settings) -> "tuple[tuple[Voice, ...], tuple[str, ...]]":
    """What can speak here of what `settings` allow, and a sentence where that is nothing."""
    from relax_coach.audio.voice.voice import CannotSpeak
    from relax_coach.audio.voice.voices import open_voice, voices_here

    sounds = paths.bundled("sounds")
    if settings.speaker == "heart":
        return (), ()
    try:
        here = (
            voices_here(sounds)
            if settings.speaker == "auto"
            else (open_voice(settings.speaker, sounds),)
        )
    except CannotSpeak as reason:
        return (), (str(reason),)
    return here, () if here else (ADD_ONE,)


def _shipped() -> Path:
    """The folder of the clips. Raises BrokenInstall."""
    return paths.bundled("sounds") / "voice" / LANGUAGE
