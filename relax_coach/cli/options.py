"""The options that several commands have. What they come to is in cli/chosen.py."""

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

import click

from relax_coach.core.output import AMBIENCES, OUTPUTS, VOICES
from relax_coach.core.vocabulary import CHOOSABLE_SIDES


class Choice(click.Choice[str]):
    """One of some words; who misspells one is told which is meant."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        is_number = str(value).lstrip("-").isdigit()  # no other number is meant by it
        near = [] if is_number else get_close_matches(str(value), self.choices, n=1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        return super().get_invalid_choice_message(value, ctx) + hint


def routine_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    """ROUTINE: a preset, one's own, or a path."""
    return click.argument("name", metavar="ROUTINE")(command)


def choice_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--side, --twice, --spot, --fit and --voice: what is not given leaves the settings alone."""
    voice = click.option("--voice", type=Choice(VOICES), help="Who speaks; off: tones alone.")
    fit = click.option(
        "--fit", metavar="TIME", help="Scale to this length: 4m, 90s. Caps and pauses are kept."
    )
    spot = click.option(
        "--spot", metavar="TARGET", help="Where it is sore, for routines that ask: temple, jaw …"
    )
    twice = click.option(
        "--twice", is_flag=True, help="That side (left or right) first, and once more at the end."
    )
    side = click.option(
        "--side", type=Choice(CHOOSABLE_SIDES), help="Which side, for routines that ask."
    )
    return side(twice(spot(fit(voice(command)))))


def ambience_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """--ambience: None where not given, so that the routine's own holds."""
    return click.option(
        "--ambience", type=Choice(AMBIENCES), help="What sounds under the session."
    )(command)


def sound_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--output and --device: None where not given, so that the settings hold."""
    device = click.option(
        "--device", metavar="NAME", help="A sound device, by a part of its name; see doctor."
    )
    output = click.option("--output", type=Choice(OUTPUTS), help="Where the sound goes.")
    return output(device(command))
