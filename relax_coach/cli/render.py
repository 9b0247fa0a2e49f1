"""`render`: the same session as a sound file."""

import sys
from pathlib import Path

import click

from relax_coach.cli.options import (
    choice_options,
    entry_of,
    options_of,
    routine_argument,
    timeline_of,
)
from relax_coach.core.exits import Exit
from relax_coach.core.problem import shown

SUFFIX = ".wav"
LATER = (".flac", ".ogg", ".mp3", ".m4a")


@click.command("render", epilog="Example: relax-coach render shoulders -o shoulders.wav")
@routine_argument
@choice_options
@click.option("-o", "--output", "target", metavar="FILE", required=True, help="A .wav file.")
def command(
    name: str,
    side: str | None,
    spot: str | None,
    fit: str | None,
    voice: str | None,
    target: str,
) -> int:
    """Write ROUTINE as sound to FILE, cue for cue what `play` plays."""
    path = Path(target)
    if path.suffix.lower() in LATER:
        raise click.UsageError(f"{path.suffix} does not work yet in this version: write a .wav.")
    if path.suffix.lower() != SUFFIX:
        raise click.UsageError(f"{shown(target)!r} is not a sound file: give it the ending .wav.")
    timeline = timeline_of(entry_of(name), options_of(side, spot, fit))
    for note in timeline.notes:
        click.echo(note, err=True)
    from relax_coach import coach

    try:
        rendered = coach.render(timeline, path, _progress if sys.stderr.isatty() else None)
    except OSError as error:
        click.echo(f"Error: {shown(target)}: {error.strerror or error}", err=True)
        return Exit.FINDINGS
    if sys.stderr.isatty():
        click.echo("\r", nl=False, err=True)
    seconds, peak = rendered.seconds, rendered.peak_dbfs
    click.echo(f"{shown(target)}: {seconds:.1f} s, loudest {peak:.1f} dBFS", err=True)
    return Exit.DONE


def _progress(share: float) -> None:
    click.echo(f"\r{share:4.0%}", nl=False, err=True)
