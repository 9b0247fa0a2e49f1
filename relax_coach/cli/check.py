"""`check`: every problem of routine files, like a compiler."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from relax_coach.cli.listing import problem_as_json
from relax_coach.core import document
from relax_coach.core.document import Document
from relax_coach.core.exits import Exit
from relax_coach.core.node import MOST_BYTES
from relax_coach.core.problem import describe, shown
from relax_coach.store import library

STDIN = "-"


@click.command("check", epilog="Example: relax-coach check my-neck.yaml")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for editors and scripts.")
def command(paths: tuple[str, ...], strict: bool, as_json: bool) -> int:
    """Check routine files and tell every problem with its place and a hint.

    PATH is a file, a folder of routine files, or - for standard input.
    """
    checked = [(path, found) for named in paths for path, found in _documents(named)]
    passed = [_passes(found, strict) for _, found in checked]
    if as_json:
        files = [
            {
                "path": path,
                "ok": ok,
                "problems": [problem_as_json(problem) for problem in found.problems],
            }
            for (path, found), ok in zip(checked, passed, strict=True)
        ]
        click.echo(json.dumps({"version": 1, "files": files}, ensure_ascii=False, indent=2))
    else:
        for (path, found), ok in zip(checked, passed, strict=True):
            for problem in found.problems:
                click.echo(describe(problem, path, found.text))
            if ok:
                click.echo(f"{shown(path)}: ok")
    return Exit.DONE if all(passed) else Exit.FINDINGS


def _passes(found: Document, strict: bool) -> bool:
    return found.ok and not (strict and found.problems)


def _documents(named: str) -> Iterator[tuple[str, Document]]:
    if named == STDIN:
        data = sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin else b""
        yield "<standard input>", document.read(data)
        return
    path = Path(named)
    if path.is_dir():
        files = sorted(one for one in path.iterdir() if one.suffix in library.SUFFIXES)
        if not files:
            raise click.UsageError(f"There is no .yaml file in {shown(named)!r}.")
        for file in files:
            yield str(file), library.read_file(file)
        return
    yield named, library.read_file(path)
