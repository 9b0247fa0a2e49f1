"""`demo`: what proves picture, cues and voice on this machine, in 40 seconds."""

from functools import partial
from typing import TYPE_CHECKING

import click

from relax_coach.cli.options import ambience_option, sound_options
from relax_coach.cli.play import play
from relax_coach.store.settings import load

if TYPE_CHECKING:
    from relax_coach.core.options import Options
    from relax_coach.store.library import Entry


@click.command("demo", epilog="Example: relax-coach demo --plain")
@ambience_option
@sound_options
@click.option("--plain", is_flag=True, help="Lines only: for screen readers, logs, anywhere.")
def command(ambience: str | None, output: str | None, device: str | None, plain: bool) -> int:
    """40 seconds to see and hear everything once. Needs no answer; nothing is pressed."""
    settings = load().over(output, device)
    return play(partial(_chosen, ambience or ""), settings, yes=True, plain=plain)


def _chosen(ambience: str) -> "tuple[Entry, Options]":
    from relax_coach.core.options import Options
    from relax_coach.store import library

    return library.demo(), Options(ambience=ambience, brief=True)
