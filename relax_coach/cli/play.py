"""`play`: straight into a session, full-screen or in plain lines."""

import shutil
from datetime import date

import click

from relax_coach.audio.outputs import NoSound
from relax_coach.cli.options import (
    ambience_option,
    choice_options,
    entry_of,
    options_of,
    routine_argument,
    sound_options,
    timeline_of,
)
from relax_coach.cli.terminal import is_full_screen
from relax_coach.core.exits import Exit
from relax_coach.core.options import Options
from relax_coach.store.library import Entry
from relax_coach.store.settings import Settings, load


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
    entry = entry_of(name)
    options = options_of(side, spot, fit, ambience)
    settings = load().over(output, device, voice)
    return play(entry, options, settings, mute, from_step, yes, plain, width)


def play(
    entry: Entry,
    options: Options,
    settings: Settings,
    mute: bool = False,
    from_step: int | None = None,
    yes: bool = False,
    plain: bool = False,
    width: int | None = None,
) -> int:
    """Play `entry` where it can be played best, and return the exit code."""
    steps = timeline_of(entry, options).steps
    if from_step is not None and not 1 <= from_step <= steps:
        raise click.UsageError(f"There is no step {from_step}: {entry.name} has 1 to {steps}.")
    try:
        if is_full_screen() and not plain and width is None:
            from relax_coach.tui.app import run

            return run(
                entry=entry,
                options=options,
                settings=settings,
                muted=mute,
                from_step=from_step,
                yes=yes,
                today=date.today(),  # noqa: DTZ011 - the person's own day
            )
        from relax_coach.plain.session import play as play_plain

        columns = width or shutil.get_terminal_size().columns
        return play_plain(entry, options, settings, mute, from_step, yes, width=columns)
    except NoSound as reason:
        click.echo(f"Error: {reason}", err=True)
        return Exit.FINDINGS


def open_program() -> int:
    """The full-screen program, from its library."""
    from relax_coach.tui.app import run

    return run(
        entry=None,
        options=Options(),
        settings=load(),
        muted=False,
        from_step=None,
        yes=False,
        today=date.today(),  # noqa: DTZ011 - the person's own day
    )
