"""`remove`: a routine of one's own into the trash, and back."""

import shlex
from contextlib import suppress

import click

from relax_coach.core.exits import Exit
from relax_coach.core.problem import shown
from relax_coach.store import library, own

UNDO = "relax-coach remove --undo brings it back."


@click.command("remove", epilog="Example: relax-coach remove my-neck")
@click.argument("name", required=False)
@click.option("--undo", is_flag=True, help="Bring back what was removed last.")
def command(name: str | None, undo: bool) -> int:
    """Move the routine NAME of your own library into the trash.

    Presets stay, and so do files that are not in your library.
    """
    if undo == (name is not None):
        raise click.UsageError("Give a NAME, or --undo.")
    return _bring_back() if name is None else _remove(name)


def _bring_back() -> int:
    try:
        kept = own.removed()
    except LookupError:
        raise click.ClickException("Nothing that was removed is in the trash.") from None
    try:
        path = own.bring_back(kept)
    except FileExistsError:
        again = f"relax-coach add --name NAME {shlex.quote(str(kept))}"
        raise click.ClickException(
            f"Another {shown(kept.stem)} is in your library. By another name: {shown(again)}"
        ) from None
    except OSError as error:
        raise click.ClickException(f"{shown(str(kept))}: {error.strerror or error}") from error
    click.echo(f"{shown(path.stem)} is back: {shown(str(path))}", err=True)
    for sentence in library.behind(path.stem):
        click.echo(sentence, err=True)
    return Exit.DONE


def _remove(name: str) -> int:
    path = own.in_library(name)
    if path is None:
        raise click.UsageError(_why_not(name))
    try:
        kept = own.remove(path)
    except OSError as error:
        raise click.ClickException(f"{shown(str(path))}: {error.strerror or error}") from error
    click.echo(f"{shown(name)} is in the trash: {shown(str(kept))}. {UNDO}", err=True)
    with suppress(library.NotFound):
        left = library.find(name)
        now = "the preset again." if left.origin == "preset" else f"{left.path} now."
        click.echo(shown(f"{name} is {now}"), err=True)
    return Exit.DONE


def _why_not(name: str) -> str:
    """Why there is nothing to remove, with a remedy."""
    try:
        entry = library.find(name)
    except library.NotFound as reason:
        return str(reason)
    if entry.origin == "preset":
        return f"{shown(name)} is a preset, and stays."
    return f"{shown(str(entry.path))} is no file of your library: delete it there."
