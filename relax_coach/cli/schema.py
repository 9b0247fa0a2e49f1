"""`schema`: the JSON Schema of routine files, for editors."""

from pathlib import Path

import click

from relax_coach.core.exits import Exit
from relax_coach.core.json_schema import FILE_NAME, is_schema, schema_text
from relax_coach.core.problem import shown
from relax_coach.store import whole


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
    if folder is None:
        click.echo(schema_text(), nl=False)
        return Exit.DONE
    path = folder / FILE_NAME
    try:
        whole.renew(path, schema_text(), is_schema)
    except FileExistsError:
        told = f"{shown(str(path))} is there already, and is no schema that Relax Coach wrote"
        raise click.ClickException(
            f"{told}: it stays as it is. Rename it, or give another DIR."
        ) from None
    except OSError as error:
        raise click.ClickException(f"{shown(str(path))}: {error.strerror or error}") from error
    click.echo(f"{shown(str(path))}: written", err=True)
    return Exit.DONE
