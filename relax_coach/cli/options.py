"""What several commands ask for: a routine, a side, a spot."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from relax_coach import coach, intake
from relax_coach.core import vocabulary
from relax_coach.core.compile import compile_routine
from relax_coach.core.duration import milliseconds
from relax_coach.core.exits import Exit
from relax_coach.core.fit import CannotFit
from relax_coach.core.options import CHOOSABLE_SIDES, Options, is_spot
from relax_coach.core.output import OUTPUTS, VOICES
from relax_coach.core.problem import describe, shown
from relax_coach.core.routine import Ms, Routine
from relax_coach.core.speech import Speech
from relax_coach.core.timeline import AMBIENCES, Timeline
from relax_coach.core.totals import LONGEST_SESSION
from relax_coach.core.verdict import Verdict, judge
from relax_coach.store import library
from relax_coach.store.library import Entry
from relax_coach.store.settings import Settings

if TYPE_CHECKING:  # a list or a check must never load the sound libraries
    from relax_coach.audio.sound import Samples


def routine_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    """ROUTINE: a preset, one's own, or a path."""
    return click.argument("name", metavar="ROUTINE")(command)


def choice_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--side, --spot, --fit and --voice: None where not given, so that the settings hold."""
    voice = click.option("--voice", type=click.Choice(VOICES), help="Who speaks; off: tones alone.")
    fit = click.option(
        "--fit", metavar="TIME", help="Scale to this length: 4m, 90s. Caps and pauses are kept."
    )
    spot = click.option(
        "--spot", metavar="TARGET", help="Where it is sore, for routines that ask: temple, jaw …"
    )
    side = click.option(
        "--side", type=click.Choice(CHOOSABLE_SIDES), help="Which side, for routines that ask."
    )
    return side(spot(fit(voice(command))))


def ambience_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """--ambience: None where not given, so that the routine's own holds."""
    return click.option(
        "--ambience", type=click.Choice(AMBIENCES), help="What sounds under the session."
    )(command)


def sound_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--output and --device: None where not given, so that the settings hold."""
    device = click.option(
        "--device", metavar="NAME", help="A sound device, by a part of its name; see doctor."
    )
    output = click.option("--output", type=click.Choice(OUTPUTS), help="Where the sound goes.")
    return output(device(command))


def hear(samples: "Samples", settings: Settings, part: str) -> int:
    """Play one sound as loud as a session would; the exit code. `part` of core.balance.NAMES."""
    from relax_coach.audio.outputs import NoSound
    from relax_coach.audio.outputs.once import play_once
    from relax_coach.audio.sound import gain

    balance = coach.balance_of(settings)
    loud = gain(balance.volume) * gain(balance.level(part))
    try:
        play_once(samples, settings.output, settings.device, loud)
    except NoSound as reason:
        click.echo(str(reason), err=True)
        return Exit.FINDINGS
    return Exit.DONE


def entry_of(name: str) -> Entry:
    """The routine called `name`, without errors; else a usage error, or its problems and an end."""
    try:
        entry = library.find(name)
    except library.NotFound as error:
        raise click.UsageError(str(error)) from None
    if entry.document.ok:
        return entry
    for problem in entry.document.problems:
        click.echo(describe(problem, str(entry.path), entry.document.text), err=True)
    click.echo(f"{shown(str(entry.path))} has errors and cannot be played.", err=True)
    raise click.exceptions.Exit(Exit.FINDINGS)


def routine_in(entry: Entry) -> Routine:
    """The routine of an entry from `entry_of`."""
    assert entry.document.routine is not None
    return entry.document.routine


def options_of(
    side: str | None, spot: str | None, fit: str | None, ambience: str | None = None
) -> Options:
    """The session's options. An unsafe spot ends with the code for safety."""
    return Options(side=side or "", spot=_spot(spot), fit=length_of(fit), ambience=ambience or "")


def known_to_hold(routine: Routine, options: Options) -> tuple[Options, Verdict]:
    """`options` with the conditions kept on this machine, and what they make of `routine`."""
    held = intake.with_known(options, routine, date.today())  # noqa: DTZ011 - the person's own day
    return held, judge(routine, held)


def speech_of(settings: Settings) -> Speech | None:
    """How long the voice of `settings` takes for a text; None where none speaks."""
    spoken, _ = coach.voice_of(settings)
    return None if spoken is None else spoken.length


def timeline_of(entry: Entry, options: Options, speech: Speech | None = None) -> Timeline:
    """The session of an entry; a usage error where it cannot have the length asked for."""
    try:
        return compile_routine(entry.name, routine_in(entry), options, speech)
    except CannotFit as reason:
        raise click.UsageError(str(reason)) from None


def length_of(text: str | None) -> Ms | None:
    """A length as people write it, in ms; a usage error for anything else."""
    if text is None:
        return None
    length = milliseconds(text.strip())
    if length is None or not 0 < length <= LONGEST_SESSION:
        raise click.UsageError(f"{shown(text)!r} is not a length: write 5m, 90s or 1m30s.")
    return length


def _spot(text: str | None) -> str:
    if not text:
        return ""
    if vocabulary.is_unsafe(text):
        click.echo(
            f"{shown(text)} must never be massaged: arteries, nerves or the eye lie open there.",
            err=True,
        )
        raise click.exceptions.Exit(Exit.REFUSED)
    word = vocabulary.find("target", text)
    if word is None:
        near = vocabulary.nearest(text, vocabulary.SPELLINGS["target"]).replace("_", " ")
        hint = f" Did you mean '{near}'?" if near else ""
        raise click.UsageError(f"{shown(text)!r} is not a place.{hint}")
    if not is_spot(word):
        name = vocabulary.TARGETS[word].name
        click.echo(f"The {name} is not a place to press: choose another spot.", err=True)
        raise click.exceptions.Exit(Exit.REFUSED)
    return word
