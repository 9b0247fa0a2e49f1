"""`help`: what a code of `check` means and what to do about it, or the help of a command."""

import click

from relax_coach.core.codes import CODES, Code
from relax_coach.core.exits import Exit
from relax_coach.core.problem import shown
from relax_coach.core.sense import SENSE
from relax_coach.core.vocabulary import nearest, plain

ALL = {**CODES, **SENSE}


@click.command("help", epilog="Example: relax-coach help unknown-word")
@click.argument("words", metavar="[CODE|COMMAND]", nargs=-1)
@click.pass_context
def command(context: click.Context, words: tuple[str, ...]) -> int:
    """Explain a code of `check`, or show the help of a command.

    A code may be written in any case, with spaces or underscores. Alone: the program's help.
    """
    root = context.find_root()
    program = root.command
    assert isinstance(program, click.Group)
    commands = program.list_commands(root)
    known = {plain(word): word for word in (*commands, *ALL)}
    asked = " ".join(words)
    word = known.get(plain(asked), "")
    if not words:
        click.echo(root.get_help())
    elif word in ALL:
        click.echo(_explained(ALL[word], root))
    elif word:
        found = program.get_command(root, word)
        assert found is not None
        click.echo(found.get_help(click.Context(found, info_name=word, parent=root)))
    else:
        near = known.get(nearest(asked, known), "")
        hint = f" Did you mean '{near}'?" if near else " `check` tells the codes of a file."
        raise click.UsageError(f"There is no code or command {shown(asked)!r}.{hint}")
    return Exit.DONE


def _explained(code: Code, context: click.Context) -> str:
    formatter = context.make_formatter()
    formatter.write_heading(code.word)
    with formatter.indentation():
        formatter.write_text(code.means)
        if code.warns:
            formatter.write_text(f"As a warning: {code.warns}")
        if code.ends:
            formatter.write_text(code.ends)
    with formatter.section("What to do"):
        formatter.write_text(code.remedy)
    for heading, example in (("Wrong", code.wrong), ("Right", code.right)):
        with formatter.section(heading):
            for line in example.splitlines():
                formatter.write(f"{'':>{formatter.current_indent}}{line}\n")
    return formatter.getvalue().rstrip()
