"""`sounds`: the sound of every cue, the person's own where they set one."""

import json
from typing import TYPE_CHECKING

import click

from relax_coach import coach
from relax_coach.cli.options import sound_options
from relax_coach.core.exits import Exit
from relax_coach.core.problem import shown
from relax_coach.store.settings import OWN_SOUNDS, Settings, load

if TYPE_CHECKING:  # the list must not load the sound libraries
    from relax_coach.audio.sound import Samples


@click.command("sounds", epilog="Example: relax-coach sounds --play press")
@click.option("--play", "kind", metavar="NAME", help="Hear this one.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@sound_options
def command(kind: str | None, as_json: bool, output: str | None, device: str | None) -> int:
    """List the sounds of a session: what comes with the program, and your own."""
    settings = load().over(output, device)
    for problem in settings.problems:
        click.echo(problem, err=True)
    if kind is not None:
        return _play(kind, settings)
    found = {one: str(settings.own_sounds.get(one, "")) for one in OWN_SOUNDS}
    if as_json:
        rows = [{"name": one, "own": own or None} for one, own in found.items()]
        click.echo(json.dumps({"version": 1, "sounds": rows}, ensure_ascii=False, indent=2))
        return Exit.DONE
    for one, own in found.items():
        click.echo(f"{one:<8} {shown(own) if own else 'comes with the program'}")
    return Exit.DONE


def _play(kind: str, settings: Settings) -> int:
    if kind not in OWN_SOUNDS:
        raise click.UsageError(
            f"No sound is called {shown(kind)!r}: there are {', '.join(OWN_SOUNDS)}."
        )
    cues, notes = coach.cues_of(settings)
    for note in notes:
        click.echo(note, err=True)
    return hear(cues[kind], settings, "cues")


def hear(samples: "Samples", settings: Settings, part: str) -> int:
    """Play one sound as loud as a session would; the exit code. `part` of core.balance.NAMES."""
    from relax_coach.audio.outputs import NoSound
    from relax_coach.audio.outputs.once import play_once
    from relax_coach.audio.sound import gain

    balance = coach.balance_of(settings)
    loud = gain(balance.volume) * gain(balance.level(part))
    try:
        play_once(samples, settings.output, settings.device, loud)
    except NoSound as reason:
        click.echo(str(reason), err=True)
        return Exit.FINDINGS
    return Exit.DONE
