"""`demo`: what proves picture, cues and voice on this machine, in 40 seconds."""

import click

from relax_coach.cli.options import ambience_option, sound_options
from relax_coach.cli.play import play
from relax_coach.core.options import Options
from relax_coach.store import library
from relax_coach.store.settings import load


@click.command("demo", epilog="Example: relax-coach demo --plain")
@ambience_option
@sound_options
@click.option("--plain", is_flag=True, help="Lines only: for screen readers, logs, anywhere.")
def command(ambience: str | None, output: str | None, device: str | None, plain: bool) -> int:
    """40 seconds to see and hear everything once. Needs no answer; nothing is pressed."""
    settings = load().over(output, device)
    options = Options(ambience=ambience or "", brief=True)
    return play(library.demo(), options, settings, yes=True, plain=plain)
