"""`resume`: on with the session that was interrupted."""

import click

from relax_coach.cli.options import sound_options
from relax_coach.cli.play import play
from relax_coach.core.exits import Exit
from relax_coach.store.database import Unusable
from relax_coach.store.settings import load

OFF = "The journal is off, so there is nothing to go on with: relax-coach journal on."
NOTHING = "There is no interrupted session: relax-coach starts one."


@click.command("resume", epilog="Example: relax-coach resume")
@click.option("--mute", is_flag=True, help="Begin with the sound off; m turns it on.")
@sound_options
@click.option("--plain", is_flag=True, help="Lines only: for screen readers, logs, anywhere.")
@click.option("--width", type=click.IntRange(min=20), help="Width of the plain lines.")
def command(
    mute: bool, output: str | None, device: str | None, plain: bool, width: int | None
) -> int:
    """Go on with the session that was interrupted, where it was."""
    from relax_coach import interruption
    from relax_coach.store import recording
    from relax_coach.store.journal import Journal

    if not recording.is_on():
        click.echo(OFF, err=True)
        return Exit.FINDINGS
    try:
        with Journal.read() as journal:
            left = journal.interrupted()
            for notice in journal.notices:
                click.echo(notice, err=True)
    except Unusable as reason:
        click.echo(f"Error: The journal cannot be read: {reason}.", err=True)
        return Exit.FINDINGS
    if left is None:
        click.echo(NOTHING, err=True)
        return Exit.FINDINGS
    entry = interruption.entry_of(left)
    if entry is None:
        click.echo(interruption.gone(left), err=True)
        return Exit.FINDINGS
    settings = load().over(output, device, left.options.speaker)
    return play(lambda: (entry, left.options), settings, mute, plain=plain, width=width, left=left)
