"""`preview`: a routine file while it is written, beside the editor."""

import sys
from pathlib import Path

import click

from relax_coach.cli.chosen import speech_of
from relax_coach.cli.terminal import is_full_screen
from relax_coach.core.exits import Exit
from relax_coach.core.problem import shown
from relax_coach.plain.keyboard import Keyboard, single_keys
from relax_coach.store import library
from relax_coach.store.settings import load


@click.command("preview", epilog="Example: relax-coach preview my-neck.yaml")
@click.argument("named", metavar="PATH")
@click.option("--plain", is_flag=True, help="Lines only: for screen readers, logs, anywhere.")
def command(named: str, plain: bool) -> int:
    """Show the file PATH as it is written: its problems, or its session, anew at every save.

    A name stands for the file of that routine; of a preset a copy in your library is edited, never
    itself, by whatever path it is reached. In lines q ends it; without a keyboard it is shown once.
    """
    path = Path(named)
    if not library.looks_like_path(named):
        try:
            path = library.find(named).path
        except library.NotFound as reason:
            raise click.UsageError(str(reason)) from None
    if not path.exists():
        raise click.UsageError(
            f"There is no file {shown(str(named))!r}. A new one: relax-coach new"
        )
    if not plain and is_full_screen():
        from relax_coach.tui.app import preview

        return preview(path, library.preset_at(path), load())
    from relax_coach.plain.preview import Preview

    keyboard = Keyboard(sys.stdin)
    with single_keys(keyboard):
        ok = Preview(path, click.echo, speech_of(load())).follow(keyboard)
    return Exit.DONE if ok else Exit.FINDINGS
