"""`demo`: forty seconds that prove picture, cues and lines on this machine."""

import click

from relax_coach.audio.outputs import OUTPUTS
from relax_coach.cli.play import play
from relax_coach.core.options import Options
from relax_coach.store import library


@click.command("demo", epilog="Example: relax-coach demo --plain")
@click.option("--output", type=click.Choice(OUTPUTS), default="auto", help="Where the sound goes.")
@click.option("--plain", is_flag=True, help="Lines only: for screen readers, logs, anywhere.")
def command(output: str, plain: bool) -> int:
    """Forty seconds to see and hear everything once. Needs no answer; nothing is pressed."""
    return play(library.demo(), Options(), output, yes=True, plain=plain)
