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
from relax_coach.ending import heeded
from relax_coach.store import library
from relax_coach.store.library import Entry
from relax_coach.store.working_copy import NotCopied, Taken, WorkingCopy, copied

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
    with heeded():  # a copy that was not changed goes also where the program is ended
        copy = _copy_of(entry)
        found, is_open = None, False
        try:
            found, is_open = _edited(copy.path if copy is not None else entry.path)
        except editor.NoEditor as reason:
            click.echo(f"Error: {shown(str(reason))}", err=True)
        finally:
            if copy is not None:
                click.echo(copy.settle(is_open), err=True)
    return Exit.DONE if found is not None and found.ok else Exit.FINDINGS


def _copy_of(entry: Entry) -> WorkingCopy | None:
    """Of a preset, however it was reached; what is one's own is edited itself."""
    preset = library.preset_at(entry.path)
    if preset is None:
        return None
    try:
        copy = copied(preset)
    except Taken as reason:
        raise click.UsageError(str(reason)) from None
    except NotCopied as reason:
        raise click.ClickException(str(reason)) from None
    click.echo(copy.made, err=True)
    return copy


def _edited(path: Path) -> tuple[Document, bool]:
    """What the file holds when the person is done with it, and whether it may be open still."""
    line, column = 1, 1
    while True:
        is_open = editor.edit(path, line, column)
        found = considered(library.read_file(path))
        for problem in found.problems:
            width, colour = width_of(sys.stderr), has_colour(sys.stderr)
            click.echo(describe(problem, str(path), found.text, width, colour), err=True)
        if found.routine is not None:
            click.echo(f"{shown(str(path))}: ok, {told_length(found.routine)}", err=True)
            return found, is_open
        if not _goes_on(first := _first_error(found)):
            click.echo(f"{shown(str(path))} has errors and cannot be played yet.", err=True)
            return found, is_open
        line, column = first.place.line, first.place.column


def _first_error(found: Document) -> Problem:
    return next(one for one in found.problems if one.severity == "error")


def _goes_on(problem: Problem) -> bool:
    """Whether the editor is to open again; nobody answers where there is no terminal."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    click.echo(f"Line {problem.place.line}. {AGAIN}", nl=False, err=True)
    answer = sys.stdin.readline()  # none at all at the end of input
    return answer != "" and answer.strip().lower() not in ("q", "quit", "n", "no")
