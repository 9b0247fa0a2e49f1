"""`check`: every problem of routine files, like a compiler."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from relax_coach.cli.listing import problem_as_json
from relax_coach.cli.terminal import has_colour, width_of
from relax_coach.core.document import Document
from relax_coach.core.exits import Exit
from relax_coach.core.problem import describe, shown
from relax_coach.core.sense import considered
from relax_coach.store import library

STDIN = "-"


@click.command("check", epilog="Example: relax-coach check my-neck.yaml")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for editors and scripts.")
def command(paths: tuple[str, ...], strict: bool, as_json: bool) -> int:
    """Check routine files and tell every problem with its place and a hint.

    PATH is a file, a folder (its .yaml and .yml files, and those of the folders in it), the name
    of a routine, or - for standard input.
    """
    names = [name for path in paths for name in _files(path)]
    files, counts, passed = [], [], []
    for name in names:
        found = _document(name)
        path = "<standard input>" if name == STDIN else name
        ok = found.ok and not (strict and found.problems)
        counts.append(len(found.problems))
        passed.append(ok)
        if as_json:
            problems = [problem_as_json(problem) for problem in found.problems]
            files.append({"path": path, "ok": ok, "problems": problems})
        else:
            _tell(path, found, ok)
    if as_json:
        # In ASCII, so that no name and no value reaches the terminal as it is.
        click.echo(json.dumps({"version": 1, "files": files}, indent=2))
    elif len(names) > 1:
        click.echo(_summary(counts), err=True)
    return Exit.DONE if all(passed) else Exit.FINDINGS


def _files(named: str) -> Iterator[str]:
    """The files that PATH stands for. Raises UsageError where it is none."""
    if not named:
        raise click.UsageError("An empty PATH is no file: name a file, a folder, or -.")
    path = Path(named)
    if named == STDIN or not _is_folder(path):
        yield _file_of(named)
        return
    found = library.routines_in(path)
    if not found:
        raise click.UsageError(f"There is no .yaml or .yml file in '{shown(named)}'.")
    yield from map(str, found)


def _file_of(named: str) -> str:
    """`named`, or where there is no such file the file of the routine that is called so."""
    if named == STDIN or os.path.lexists(named) or library.looks_like_path(named):
        return named
    try:
        return str(library.find(named).path)
    except library.NotFound:
        return named  # reading it says that there is none


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # it cannot be looked at: reading it says why
        return False


def _document(name: str) -> Document:
    if name == STDIN:
        return considered(library.read_stream(sys.stdin.buffer if sys.stdin else None))
    return considered(library.read_file(Path(name)))


def _tell(path: str, found: Document, ok: bool) -> None:
    width, colour = width_of(sys.stdout), has_colour(sys.stdout)
    for problem in found.problems:
        click.echo(describe(problem, path, found.text, width, colour))
    if ok:
        click.echo(f"{shown(path)}: ok")


def _summary(counts: list[int]) -> str:
    """Files and problems in one line, such as `3 files, 2 problems in 1`."""
    total, broken = sum(counts), sum(count > 0 for count in counts)
    if not total:
        return f"{len(counts)} files, no problems"
    return f"{len(counts)} files, {total} problem{'s' if total > 1 else ''} in {broken}"
