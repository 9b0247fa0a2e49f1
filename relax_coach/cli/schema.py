"""`schema`: the JSON Schema of routine files, for editors."""

import json
from pathlib import Path

import click

from relax_coach.core.exits import Exit
from relax_coach.core.json_schema import FILE_NAME, routine_schema
from relax_coach.core.problem import shown


@click.command("schema", epilog="Example: relax-coach schema --write my-routines")
@click.option(
    "--write",
    "folder",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help=f"Put it into DIR, beside the files, as {FILE_NAME}.",
)
def command(folder: Path | None) -> int:
    """Print the JSON Schema (draft-07) of routine files.

    An editor that knows it completes keys and words, tells what a key means, and marks mistakes.
    A file names it in its first line:

      # yaml-language-server: $schema=routine.schema.json
    """
    schema = json.dumps(routine_schema(), ensure_ascii=False, indent=2)
    if folder is None:
        click.echo(schema)
        return Exit.DONE
    path = folder / FILE_NAME
    path.write_text(schema + "\n", encoding="utf-8", newline="\n")
    click.echo(f"{shown(str(path))}: written", err=True)
    return Exit.DONE
