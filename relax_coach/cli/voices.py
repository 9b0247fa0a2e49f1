"""`voices`: what can speak here, and how it sounds."""

import json
from pathlib import Path
from typing import Any

import click

from relax_coach.audio.voice.manifest import BadVoice, read
from relax_coach.cli.options import sound_options
from relax_coach.cli.sounds import hear
from relax_coach.core.exits import Exit
from relax_coach.core.phrases import REST
from relax_coach.core.problem import shown
from relax_coach.core.speech import sentences
from relax_coach.speaker import LANGUAGE
from relax_coach.store import paths
from relax_coach.store.settings import load

SENTENCE = "This is how I sound. Let your shoulders sink, and breathe out slowly."
SHIPPED = "heart"
"""The voice of the clips that come with the program."""
ABOUT = {
    "neural": "The speaker of the clips, for any English text; some seconds a sentence.",
    "system": "The voice of this system, for any English text.",
}


@click.command("voices", epilog="Example: relax-coach voices --play system")
@click.option("--play", "name", metavar="NAME", help="Hear how this one sounds.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@sound_options
def command(name: str | None, as_json: bool, output: str | None, device: str | None) -> int:
    """List the voices for texts of your own, and what they need."""
    sounds = paths.bundled("sounds")
    if name is not None:
        return _play(name, sounds, output, device)
    found = examine()
    if as_json:
        click.echo(json.dumps({"version": 1, "voices": found}, ensure_ascii=False, indent=2))
        return Exit.DONE
    for one in found:
        click.echo(f"{one['name']:<7} {'ready' if one['ready'] else 'not here':<9} {one['note']}")
    return Exit.DONE


def examine() -> list[dict[str, Any]]:
    """Name, whether it can speak, and a sentence about it, in the shape of `voices --json`."""
    try:
        sounds = paths.bundled("sounds")
    except paths.BrokenInstall:
        return []
    from relax_coach.audio.voice.voice import CannotSpeak
    from relax_coach.audio.voice.voices import VOICES, open_voice

    found: list[dict[str, Any]] = []
    if shipped := _shipped(sounds):
        note = f"Comes with the program: {shipped} sentences of its own routines."
        found.append({"name": SHIPPED, "ready": True, "version": "", "note": note})
    for name in VOICES:
        try:
            version, note = open_voice(name, sounds).version, ABOUT[name]
            found.append({"name": name, "ready": True, "version": shown(version), "note": note})
        except CannotSpeak as reason:
            found.append({"name": name, "ready": False, "version": "", "note": str(reason)})
    return found


def _play_clip(sounds: Path, output: str | None, device: str | None) -> int:
    """A line of the program, as every session has it."""
    from relax_coach.audio.voice.clips import Clip
    from relax_coach.audio.voice.speech import both_sides

    settings = load().over(output, device)
    sentence = sentences(REST)[-1]
    clip = Clip(read(sounds / "voice" / LANGUAGE).places[sentence])
    return hear(both_sides(clip[:][:, 0]), settings, "voice")


def _shipped(sounds: Path) -> int:
    """How many sentences have a clip."""
    try:
        return len(read(sounds / "voice" / LANGUAGE).places)
    except BadVoice:
        return 0


def _play(name: str, sounds: Path, output: str | None, device: str | None) -> int:
    from relax_coach.audio.voice.cache import Cache
    from relax_coach.audio.voice.prepare import prepare
    from relax_coach.audio.voice.speech import both_sides
    from relax_coach.audio.voice.voice import CannotSpeak
    from relax_coach.audio.voice.voices import VOICES, open_voice

    if name == SHIPPED:
        return _play_clip(sounds, output, device)
    if name not in VOICES:
        there = ", ".join((SHIPPED, *VOICES))
        raise click.UsageError(f"No voice is called {shown(name)!r}: there are {there}.")
    try:
        voice = open_voice(name, sounds)
    except CannotSpeak as reason:
        click.echo(str(reason), err=True)
        return Exit.FINDINGS
    settings = load().over(output, device)
    prepared = prepare([SENTENCE], [voice], Cache(paths.cache_dir() / "voice"))
    for note in prepared.notes:
        click.echo(note, err=True)
    if SENTENCE not in prepared.spoken:
        return Exit.FINDINGS
    return hear(both_sides(prepared.spoken[SENTENCE]), settings, "voice")
