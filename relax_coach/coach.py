"""The joiner: a routine and a person's choices → a session that plays, or a file of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from relax_coach.core.compile import compile_routine
from relax_coach.core.fit import CannotFit
from relax_coach.core.options import Options
from relax_coach.core.routine import Routine
from relax_coach.core.timeline import Timeline
from relax_coach.store import answers, paths
from relax_coach.store.library import Entry

if TYPE_CHECKING:  # a list or a check must never load the sound libraries
    from relax_coach.audio.mixer import Mixer
    from relax_coach.audio.outputs import Output
    from relax_coach.audio.outputs.file import Rendered
    from relax_coach.audio.score import Score
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
        return replace(timeline, notes=(*timeline.notes, str(reason)))


def must_ask_signs(routine: Routine, today: date) -> bool:
    """Whether today's danger signs are to be asked before this routine."""
    return routine.presses and not answers.signs_clear_on(today)


def keep_signs_clear(today: date) -> None:
    """Keep today's "no" so that it is asked once a day. A full disk costs only the next asking."""
    try:
        answers.keep_signs_clear(today)
    except OSError:
        return


def start(
    timeline: Timeline,
    output: str = "auto",
    muted: bool = False,
    attended: bool = True,
    device: str = "",
) -> "tuple[Player, str]":
    """A player for `timeline`, not yet playing, and why there is no sound ("" where there is).

    `attended`: someone can go on by a key where the session waits. `device`: a part of the name
    of the sound device to play on, "" for the usual one.
    Raises relax_coach.audio.outputs.NoSound when the named output cannot be had, and
    relax_coach.store.paths.BrokenInstall when the sounds are missing.
    """
    from relax_coach.audio.outputs import open_output, open_sounding
    from relax_coach.player import Player

    mixer = _mixer(timeline)
    opened, note = open_output(output, mixer, device)

    def silence() -> "Output":
        return open_output("none", mixer)[0]

    def reopen() -> "Output":
        return open_sounding(output, mixer, device)

    again = None if output == "none" else reopen
    return Player(timeline, opened, _arrange, silence, muted, attended, again), note


def render(
    timeline: Timeline, path: Path, progress: Callable[[float], None] | None = None
) -> "Rendered":
    """Write the session as a WAV file, whole or not at all. Raises OSError."""
    from relax_coach.audio.outputs.file import write_wav

    return write_wav(path, _mixer(timeline), progress)


def _mixer(timeline: Timeline) -> "Mixer":
    from relax_coach.audio.mixer import Mixer

    return Mixer(_arrange(timeline))


def _arrange(timeline: Timeline) -> "Score":
    from relax_coach.audio.score import arrange
    from relax_coach.audio.sound import BadSound, load_cues

    try:
        return arrange(timeline, load_cues(paths.bundled("sounds") / "cues"))
    except BadSound as error:
        raise paths.BrokenInstall(f"{error} Install Relax Coach again.") from error
