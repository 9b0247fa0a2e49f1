"""The program `relax-coach`: finds the command, and turns every ending into an exit code."""

import errno
import importlib
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from relax_coach import __version__
from relax_coach.cli.group import Group
from relax_coach.cli.terminal import is_full_screen
from relax_coach.core.exits import Exit
from relax_coach.ending import Ended
from relax_coach.store.paths import BrokenInstall

COMMANDS = (
    "demo", "play", "resume", "suggest", "list", "show", "journal", "learn", "conditions", "new",
    "edit", "preview", "add", "remove", "check", "schema", "render", "voices", "sounds", "doctor",
    "help",
)  # fmt: skip
"""Each is the command `NAME` in relax_coach/cli/NAME.py; loaded only when it is asked for."""

MODULES = {"list": "listing"}
"""Where the file has another name than the command."""


class Program(Group):
    """A group whose commands are loaded one at a time: `list` must not load the player."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # The reader has gone: say nothing more, also not when Python closes the stream.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(Exit.CLOSED_PIPE) from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"relax_coach.cli.{MODULES.get(cmd_name, cmd_name)}")
        command = module.command
        assert isinstance(command, click.Command)
        return command


@click.command(
    cls=Program,
    name="relax-coach",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 90},
    epilog="First time? Try: relax-coach demo, then relax-coach play mini-massage.",
)
@click.version_option(__version__, message="relax-coach %(version)s")
@click.pass_context
def program(context: click.Context) -> int:
    """Guided self-massage and relaxation in the terminal.

    Without a command the full-screen program opens.
    """
    if context.invoked_subcommand is not None:
        return Exit.DONE
    from relax_coach.cli.play import open_program

    if not is_full_screen():
        click.echo(context.get_help())
        return Exit.DONE
    return open_program()


def _tell_left() -> None:
    """What was found of the journal while nobody could be told."""
    opening = sys.modules.get("relax_coach.store.opening")  # not loaded: it found nothing
    for notice in opening.untold() if opening else ():
        from relax_coach.core.problem import shown

        with suppress(OSError):  # the terminal was closed
            click.echo(shown(notice), err=True)


def run(arguments: list[str] | None = None) -> int:
    """Run the program with `arguments` (default: the process's) and return its exit code."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed from the start: what is said goes nowhere
            setattr(sys, name, Path(os.devnull).open("w"))  # noqa: SIM115 - to the end
    try:
        code: Any = program.main(arguments, prog_name="relax-coach", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        code = done.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = Exit.INTERRUPTED
    except Ended as ended:
        code = ended.code
    except BrokenInstall as error:
        click.echo(f"Error: {error}", err=True)
        code = Exit.FINDINGS
    except OSError as error:
        if error.errno == errno.EIO:  # the terminal was closed, and nobody reads what is said
            return Exit.HUNG_UP
        click.echo(f"Error: {error.strerror or error}", err=True)
        code = Exit.FINDINGS
    _tell_left()
    return int(code or 0)
