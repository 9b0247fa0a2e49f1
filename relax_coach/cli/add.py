"""`add`: routine files into one's own library, after they were checked."""

import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from relax_coach.cli.chosen import told_length
from relax_coach.cli.terminal import width_of
from relax_coach.core import document
from relax_coach.core.exits import Exit
from relax_coach.core.node import MOST_BYTES
from relax_coach.core.problem import describe, shown
from relax_coach.core.routine import Routine
from relax_coach.core.sense import considered
from relax_coach.core.vocabulary import CAUTIONS
from relax_coach.store import library, own
from relax_coach.store.beginning import read_beginning

NOT_SAID = "not said"


@click.command("add", epilog="Example: relax-coach add my-neck.yaml")
@click.argument("named", metavar="PATH…", nargs=-1, required=True)
@click.option("--name", help="What it is called in your library; for one file.")
@click.option("--replace", is_flag=True, help="One of that name goes into the trash.")
def command(named: tuple[str, ...], name: str | None, replace: bool) -> int:
    """Copy checked routine files into your own library.

    PATH is a file, or a folder with all in it. Told are title, author, licence, sources, cautions
    and every problem; a file with errors is not taken. `remove` takes one out again.
    """
    if "" in named:
        raise click.UsageError("A PATH is empty: name a file or a folder; . is the one you are in.")
    files = [path for one in named for path in _files(Path(one))]
    if name is not None and len(files) != 1:
        raise click.UsageError("--name is for one file.")
    if name is not None and library.looks_like_path(name):
        raise click.UsageError("--name is a name, and no path.")
    if name is not None and library.is_hidden(name):
        raise click.UsageError(library.HIDDEN.format(shown(name)))
    taken = [_add(path, path.stem if name is None else name, replace) for path in files]
    return Exit.DONE if all(taken) else Exit.FINDINGS


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    found = library.routines_in(path)
    if not found:
        raise click.UsageError(f"There is no .yaml or .yml file in '{shown(str(path))}'.")
    yield from found


def _add(path: Path, name: str, replace: bool) -> bool:
    """Whether it was taken."""
    told = shown(str(path))
    if library.looks_like_path(name) or library.is_hidden(name):
        why = library.HIDDEN.format(shown(name))
        click.echo(f"Error: {told} is not added: {why} Take --name NAME.", err=True)
        return False
    try:
        data = read_beginning(path, MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        click.echo(f"Error: {told}: {shown(why)}", err=True)
        return False
    found = considered(document.read(data))
    for problem in found.problems:
        click.echo(describe(problem, str(path), found.text, width_of(sys.stderr)), err=True)
    if found.routine is not None:
        click.echo("\n".join(_rows(found.routine)))
    elif not own.was_there(path) or len(data) > MOST_BYTES:
        click.echo(f"Error: {told} has errors and is not added.", err=True)
        return False
    there = own.in_library(name)
    if there is not None and not replace:
        said = f"Error: {shown(name)} is in your library already, and stays as it is."
        click.echo(f"{said} Take --name NAME, or --replace.", err=True)
        return False
    try:
        kept = own.replace(there, data) if there is not None else None
        added = there or own.add(name, data)
    except OSError as error:
        place, why = shown(str(library.own_path(name))), shown(error.strerror or str(error))
        click.echo(f"Error: {place}: {why}. {told} is not added.", err=True)
        return False
    click.echo(f"Added as {shown(name)}: {shown(str(added))}", err=True)
    if kept is not None:
        again = f"relax-coach add --replace {shlex.quote(str(kept))}"
        click.echo(f"The one before is in the trash; to undo that: {shown(again)}", err=True)
    for sentence in library.behind(name):
        click.echo(sentence, err=True)
    return True


def _rows(routine: Routine) -> Iterator[str]:
    """What is to be known before it is played."""
    yield f"{shown(routine.title)}, {told_length(routine)}"
    yield f"  author: {shown(routine.author or NOT_SAID)}"
    yield f"  licence: {shown(routine.license or NOT_SAID)}"
    sources = [str(source) for source in routine.every_source]
    for source in sources or [NOT_SAID]:
        yield f"  source: {shown(source)}"
    for caution in routine.every_caution:
        yield f"  caution: {CAUTIONS[caution].name}"
