"""`play`: straight into a session, full-screen or in plain lines."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

import click

from relax_coach.audio.outputs import NoSound
from relax_coach.cli.options import (
    ambience_option,
    choice_options,
    routine_argument,
    sound_options,
)
from relax_coach.cli.terminal import is_full_screen
from relax_coach.core.exits import Exit
from relax_coach.store import paths
from relax_coach.store.settings import Settings, load
from relax_coach.watchdog import Watchdog

if TYPE_CHECKING:  # loaded when something is to be seen: see Choose
    from relax_coach.core.interrupted import Interrupted
    from relax_coach.core.options import Options
    from relax_coach.store.library import Entry

Choose = Callable[[], "tuple[Entry | None, Options]"]
"""Reads what is to be played. In the full-screen program only after its first picture."""


@click.command("play", epilog="Example: relax-coach play mini-massage --spot jaw --side left")
@routine_argument
@choice_options
@ambience_option
@click.option("--mute", is_flag=True, help="Begin with the sound off; m turns it on.")
@sound_options
@click.option("--from", "from_step", type=int, metavar="STEP", help="Begin at this step.")
@click.option("--plain", is_flag=True, help="Lines only: for screen readers, logs, anywhere.")
@click.option("--width", type=click.IntRange(min=20), help="Width of the plain lines.")
@click.option("--yes", is_flag=True, help="Skip the choices (not today's danger signs).")
def command(
    name: str,
    side: str | None,
    twice: bool,
    spot: str | None,
    fit: str | None,
    voice: str | None,
    ambience: str | None,
    mute: bool,
    output: str | None,
    device: str | None,
    from_step: int | None,
    plain: bool,
    width: int | None,
    yes: bool,
) -> int:
    """Start ROUTINE: a preset, the name of your own file, or a path."""
    choose = cache(partial(_chosen, name, side, twice, spot, fit, voice, ambience, from_step))
    can_be_wrong = twice or spot or fit or from_step or not _is_preset(name)
    if can_be_wrong:  # told before a screen opens
        choose()
    settings = load().over(output, device, voice)
    return play(choose, settings, mute, from_step, yes, plain, width)


def play(
    choose: Choose,
    settings: Settings,
    mute: bool = False,
    from_step: int | None = None,
    yes: bool = False,
    plain: bool = False,
    width: int | None = None,
    left: "Interrupted | None" = None,
) -> int:
    """Play what is chosen where it can be played best, and return the exit code.

    `left`: the interrupted session that it goes on with.
    """
    try:
        if is_full_screen() and not plain and width is None:
            from relax_coach.tui.app import run

            return run(choose, settings, mute, from_step, yes, date.today, left)
        from relax_coach.plain.play import play as play_plain

        entry, options = choose()
        assert entry is not None
        columns = width or shutil.get_terminal_size().columns
        with Watchdog():
            return play_plain(
                entry, options, settings, mute, from_step, yes, width=columns, left=left
            )
    except NoSound as reason:
        click.echo(f"Error: {reason}", err=True)
        return Exit.FINDINGS


def open_program() -> int:
    """The full-screen program, from its first screen."""
    return play(_nothing, load())


def _nothing() -> "tuple[Entry | None, Options]":
    from relax_coach.core.options import Options

    return None, Options()


def _chosen(
    name: str,
    side: str | None,
    twice: bool,
    spot: str | None,
    fit: str | None,
    voice: str | None,
    ambience: str | None,
    from_step: int | None,
) -> "tuple[Entry, Options]":
    """The routine and what is to be done with it. Raises ClickException."""
    from relax_coach.cli.chosen import entry_of, options_of, timeline_of

    entry = entry_of(name)
    options = replace(options_of(side, spot, fit, ambience, twice), speaker=voice or "")
    steps = timeline_of(entry, options).steps
    if from_step is not None and not 1 <= from_step <= steps:
        raise click.UsageError(f"There is no step {from_step}: {entry.name} has 1 to {steps}.")
    return entry, options


def _is_preset(name: str) -> bool:
    return (paths.bundled("routines") / f"{name}.yaml").is_file()
