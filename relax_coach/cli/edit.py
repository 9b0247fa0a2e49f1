"""`edit`: a routine in the person's own editor, checked when they come back."""

import sys
from pathlib import Path

import click

from relax_coach import editor
from relax_coach.cli.chosen import told_length
from relax_coach.cli.options import routine_argument
from relax_coach.cli.terminal import has_colour, width_of
from relax_coach.core.document import Document
from relax_coach.core.exits import Exit
from relax_coach.core.problem import Problem, describe, shown
from relax_coach.core.sense import considered
from relax_coach.store import library, own
from relax_coach.store.library import Entry

AGAIN = "Enter opens it again there, q and Enter leaves it as it is: "


@click.command("edit", epilog="Example: relax-coach edit mini-massage")
@routine_argument
def command(name: str) -> int:
    """Open ROUTINE in your editor (VISUAL, EDITOR), and check it when you come back.

    Where it has errors the editor opens again at the first of them, as long as you want. A preset
    is copied into your library first, and stays as it is.
    """
    try:
        entry = library.find(name)
    except library.NotFound as reason:
        raise click.UsageError(f"{reason} A new one: relax-coach new") from None
    path, copied = _own_of(entry)
    try:
        found = _edited(path)
    except editor.NoEditor as reason:
        click.echo(f"Error: {shown(str(reason))}", err=True)
        found = None
    if copied and path.is_file() and path.read_bytes() == entry.document.text.encode():
        path.unlink()
        click.echo(f"Nothing was changed: {shown(entry.name)} is the preset, as before.", err=True)
    elif copied and path.is_file():
        said = f"It comes before the preset {shown(entry.name)} from now on; to undo that: "
        click.echo(f"{said}relax-coach remove {shown(entry.name)}", err=True)
    return Exit.DONE if found is not None and found.ok else Exit.FINDINGS


def _own_of(entry: Entry) -> tuple[Path, bool]:
    """The file to edit, and whether it was made for that from a preset."""
    if entry.origin != "preset":
        return entry.path, False
    try:
        path = own.add(entry.name, entry.document.text)
    except FileExistsError:
        raise click.UsageError(
            f"Your own {shown(entry.name)} is there already: relax-coach edit {shown(entry.name)}"
        ) from None
    except OSError as error:
        place, why = shown(str(library.own_path(entry.name))), error.strerror or str(error)
        raise click.ClickException(f"{place}: {shown(why)}. The preset stays as it is.") from None
    said = f"{shown(entry.name)} is a preset: it stays, and yours lies in {shown(str(path))}"
    click.echo(said, err=True)
    return path, True


def _edited(path: Path) -> Document:
    """What the file holds when the person is done with it."""
    line, column = 1, 1
    while True:
        editor.edit(path, line, column)
        found = considered(library.read_file(path))
        for problem in found.problems:
            width, colour = width_of(sys.stderr), has_colour(sys.stderr)
            click.echo(describe(problem, str(path), found.text, width, colour), err=True)
        if found.routine is not None:
            click.echo(f"{shown(str(path))}: ok, {told_length(found.routine)}", err=True)
            return found
        if not _goes_on(first := _first_error(found)):
            click.echo(f"{shown(str(path))} has errors and cannot be played yet.", err=True)
            return found
        line, column = first.place.line, first.place.column


def _first_error(found: Document) -> Problem:
    return next(one for one in found.problems if one.severity == "error")


def _goes_on(problem: Problem) -> bool:
    """Whether the editor is to open again; nobody answers where there is no terminal."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    click.echo(f"Line {problem.place.line}. {AGAIN}", nl=False, err=True)
    return sys.stdin.readline().strip().lower() not in ("q", "quit", "n", "no")
