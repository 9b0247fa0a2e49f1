"""`conditions`: what was answered about oneself, to look at, to change and to forget."""

import json
import sys
import textwrap
from datetime import date

import click

from relax_coach.cli.terminal import width_of
from relax_coach.core.conditions import LASTING
from relax_coach.core.exits import Exit
from relax_coach.core.problem import NARROWEST
from relax_coach.store import answers


@click.command("conditions", epilog="Example: relax-coach conditions --ask")
@click.option("--ask", is_flag=True, help="Answer all questions anew, now.")
@click.option(
    "--forget",
    is_flag=True,
    help="Forget every answer, also today's; not that a session ended badly today.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for scripts.")
def command(ask: bool, forget: bool, as_json: bool) -> int:
    """Show what you answered about yourself, and until when it holds.

    Pregnancy, blood thinners and the like: asked once before the first session that presses, kept
    on this machine alone, for 30 or 90 days.
    """
    today = date.today()  # noqa: DTZ011 - the person's own day
    if ask and forget:
        raise click.UsageError("Either --ask or --forget.")
    if forget:
        answers.forget()
        click.echo("Forgotten. It is all asked again before the next session that presses.")
        return Exit.DONE
    if ask and not _asked(today):
        return Exit.ENDED_EARLY
    known = answers.asked_on(today)
    if as_json:
        told = {
            word: {"holds": holds, "until": until.isoformat()}
            for word, (holds, until) in known.items()
        }
        click.echo(json.dumps({"version": 1, "conditions": told}, indent=2))
        return Exit.DONE
    if not known:
        click.echo("Nothing was answered yet. It is asked before the first session that presses.")
        return Exit.DONE
    if answers.hurt_on(today):
        _say("Nothing is pressed today: a session ended with something wrong.")
    for row in sorted(LASTING, key=lambda row: not known.get(row.word, (False,))[0]):
        if row.word in known:
            holds, until = known[row.word]
            answer = f"{'yes' if holds else 'no':<5}until {until.isoformat()}  "
            _say(answer + row.name, " " * len(answer))
    return Exit.DONE


def _say(text: str, margin: str = "") -> None:
    """A sentence, wrapped to the terminal; `margin` stands before its later lines."""
    width = max(NARROWEST, width_of(sys.stdout))
    click.echo("\n".join(textwrap.wrap(text, width, subsequent_indent=margin)))


def _asked(today: date) -> bool:
    """Ask on the terminal and keep the answers; False where the person turned back."""
    from relax_coach.plain.keyboard import Keyboard
    from relax_coach.plain.questions import Questions, Refused

    keyboard = Keyboard(sys.stdin)
    if not keyboard.live:
        raise click.UsageError("--ask needs a terminal to answer on.")
    known = answers.held_conditions(today)
    try:
        held = Questions(keyboard, _say).conditions(LASTING, of_receiver=False, known=known)
    except Refused:
        click.echo("Nothing was changed.")
        return False
    answers.keep_conditions({row.word: row.word in held for row in LASTING}, today)
    return True
