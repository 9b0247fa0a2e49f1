"""`schema`: the JSON Schema of routine files, for editors."""

from pathlib import Path

import click

from relax_coach.core.exits import Exit
from relax_coach.core.json_schema import FILE_NAME, schema_text
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
@click.option("--force", is_flag=True, help="With --write: in place of a file that is there.")
def command(folder: Path | None, force: bool) -> int:
    """Print the JSON Schema (draft-07) of routine files.

    An editor that knows it completes keys and words, tells what a key means, and marks mistakes.
    A file names it in its first line:

      # yaml-language-server: $schema=routine.schema.json
    """
    if folder is None:
        if force:
            raise click.UsageError("--force goes with --write DIR.")
        click.echo(schema_text(), nl=False)
        return Exit.DONE
    path, text = folder / FILE_NAME, schema_text()
    try:
        if path.is_file() and path.read_bytes() == text.encode():
            click.echo(f"{shown(str(path))}: there already", err=True)
            return Exit.DONE
        (whole.write if force else whole.create)(path, text)
    except FileExistsError:
        told = f"{shown(str(path))} is there already, another one, and stays as it is"
        raise click.ClickException(f"{told}: give another DIR, or --force to replace it.") from None
    except OSError as error:
        raise click.ClickException(f"{shown(str(path))}: {error.strerror or error}") from error
    click.echo(f"{shown(str(path))}: written", err=True)
    return Exit.DONE
