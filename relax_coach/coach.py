"""The joiner: a routine and a person's choices → a session that plays, or a file of it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from relax_coach.core.compile import compile_routine
from relax_coach.core.fit import CannotFit
from relax_coach.core.label import Label
from relax_coach.core.options import Options
from relax_coach.core.problem import shown
from relax_coach.core.routine import Routine
from relax_coach.core.timeline import Timeline
from relax_coach.store import paths, volume
from relax_coach.store.beginning import read_beginning
from relax_coach.store.library import Entry
from relax_coach.store.settings import Settings

if TYPE_CHECKING:  # a list or a check must never load the sound libraries
    from relax_coach.audio.encoders import Begin
    from relax_coach.audio.outputs import Output
    from relax_coach.audio.outputs.file import Rendered
    from relax_coach.audio.score import Bus, Score
    from relax_coach.player import Player


class Broken(Exception):
    """A routine file with errors is not played. `entry` holds its problems."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(f"{entry.path} has errors")
        self.entry = entry


def routine_of(entry: Entry) -> Routine:
    """The routine of `entry`. Raises Broken when its file has an error."""
    if entry.document.routine is None:
        raise Broken(entry)
    return entry.document.routine


def timeline_of(entry: Entry, options: Options) -> Timeline:
    """The compiled session of `entry`. Raises Broken.

    Where `options.fit` cannot be reached, the session is as near to it as can be, and says so.
    """
    routine = routine_of(entry)
    try:
        return compile_routine(entry.name, routine, options)
    except CannotFit as reason:
        timeline = compile_routine(entry.name, routine, replace(options, fit=reason.nearest))
        return timeline.noted(str(reason))


def start(
    timeline: Timeline, settings: Settings, muted: bool = False, attended: bool = True
) -> "tuple[Player, tuple[str, ...]]":
    """A player for `timeline`, not yet playing, and the sentences to be told of the sound.

    `attended`: someone can go on by a key where the session waits.
    Raises relax_coach.audio.outputs.NoSound when the output or device in `settings` cannot be
    had, and relax_coach.store.paths.BrokenInstall when the sounds are missing.
    """
    from relax_coach.audio.mixer import Mixer
    from relax_coach.audio.outputs import available, open_output, open_sounding
    from relax_coach.player import USUAL_VOLUME, Player

    arrange, notes = _arranger(settings)
    mixer = Mixer(arrange(timeline))
    opened, note = open_output(settings.output, mixer, settings.device)

    def silence() -> "Output":
        return open_output("none", mixer)[0]

    def reopen() -> "Output":
        name = settings.output
        if name == "auto" and available():
            # The slower library must not win a race for a sound server that just came back.
            name = "simpleaudio" if opened.name == "simpleaudio" else "miniaudio"
        return open_sounding(name, mixer, settings.device)

    kept = volume.last_volume()
    player = Player(
        timeline,
        opened,
        arrange,
        silence,
        muted,
        attended,
        None if settings.output == "none" else reopen,
        volume=USUAL_VOLUME if kept is None else kept,
        keep_volume=_keep_volume,
    )
    if kept == 0:
        notes = ("The volume is 0, as you left it: + makes it louder.", *notes)
    return player, (note, *notes) if note else notes


def render(
    timeline: Timeline,
    settings: Settings,
    path: Path,
    begin: "Begin",
    label: Label,
    progress: Callable[[float], None] | None = None,
) -> "tuple[Rendered, tuple[str, ...]]":
    """Write the session as a file, whole or not at all; what is to be told of the sound.

    `begin` is of relax_coach.audio.encoders. Raises OSError, and BrokenInstall as `start`.
    """
    from relax_coach.audio.mixer import Mixer
    from relax_coach.audio.outputs.file import write_file

    arrange, notes = _arranger(settings)
    return write_file(path, Mixer(arrange(timeline)), begin, label, progress), notes


def _arranger(settings: Settings) -> "tuple[Callable[[Timeline], Score], tuple[str, ...]]":
    """What turns a timeline into a score with the sounds and levels of `settings`.

    With it a sentence for everything that was set and cannot be used.
    """
    from relax_coach.audio.own_sound import MOST_BYTES, own_sound
    from relax_coach.audio.score import arrange
    from relax_coach.audio.sound import BadSound, gain, load_cues

    notes = list(settings.problems)
    try:
        cues = load_cues(paths.bundled("sounds") / "cues")
    except BadSound as error:
        raise paths.BrokenInstall(f"{error} Install Relax Coach again.") from error
    for kind, path in settings.own_sounds.items():
        try:
            cues[kind] = own_sound(read_beginning(path, MOST_BYTES + 1), like=cues[kind])
        except (OSError, BadSound) as error:
            why = getattr(error, "strerror", None) or str(error)
            notes.append(f"Your sound for `{kind}` is left out: {shown(str(path))}: {why}.")
    levels: dict[Bus, float] = {
        "cue": gain(settings.cues),
        "voice": gain(settings.voice),
        "bed": gain(settings.ambience),
    }
    return partial(arrange, cues=cues, levels=levels), tuple(notes)


def _keep_volume(step: int) -> None:
    """A full disk costs only that the next session begins as loud as usual."""
    with suppress(OSError):
        volume.keep_volume(step)
