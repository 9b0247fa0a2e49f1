"""What was chosen on the command line: the routine, the session's options, its timeline."""

from datetime import date

import click

from relax_coach import intake, speaker
from relax_coach.core import vocabulary
from relax_coach.core.compile import compile_routine
from relax_coach.core.duration import milliseconds
from relax_coach.core.exits import Exit
from relax_coach.core.fit import CannotFit
from relax_coach.core.options import Options, is_spot
from relax_coach.core.phrases import clock
from relax_coach.core.problem import describe, shown
from relax_coach.core.routine import Ms, Routine
from relax_coach.core.speech import Speech
from relax_coach.core.timeline import Timeline
from relax_coach.core.totals import LONGEST_SESSION
from relax_coach.core.verdict import Verdict, judge
from relax_coach.store import library
from relax_coach.store.library import Entry
from relax_coach.store.settings import Settings, load


class Broken(click.ClickException):
    """What was asked for has errors. Its text is told as it is."""

    exit_code = Exit.FINDINGS

    def show(self, file: object = None) -> None:
        click.echo(self.message, err=True)


class Unsafe(Broken):
    """What was asked for does harm."""

    exit_code = Exit.REFUSED

    @classmethod
    def at(cls, place: str) -> "Unsafe":
        """A massage of a place that must never be massaged."""
        never = "must never be massaged: arteries, nerves or the eye lie open there."
        return cls(f"{shown(place)} {never}")


def entry_of(name: str) -> Entry:
    """The routine called `name`, without errors; else a usage error, or its problems and an end."""
    try:
        entry = library.find(name)
    except library.NotFound as error:
        raise click.UsageError(str(error)) from None
    if entry.document.ok:
        return entry
    path, text = str(entry.path), entry.document.text
    told = [describe(problem, path, text) for problem in entry.document.problems]
    raise Broken("\n".join([*told, f"{shown(path)} has errors and cannot be played."]))


def routine_in(entry: Entry) -> Routine:
    """The routine of an entry from `entry_of`."""
    assert entry.document.routine is not None
    return entry.document.routine


def options_of(
    side: str | None,
    spot: str | None,
    fit: str | None,
    ambience: str | None = None,
    twice: bool = False,
) -> Options:
    """The session's options. An unsafe spot ends with the code for safety."""
    if twice and side not in ("left", "right"):
        raise click.UsageError("--twice needs the side: --side left or --side right.")
    return Options(
        side=side or "",
        spot=_spot(spot),
        fit=length_of(fit),
        ambience=ambience or "",
        sore_first=twice,
        twice=twice,
    )


def known_to_hold(routine: Routine, options: Options) -> tuple[Options, Verdict]:
    """`options` with the conditions kept on this machine, and what they make of `routine`."""
    held = intake.with_known(options, routine, date.today())  # noqa: DTZ011 - the person's own day
    return held, judge(routine, held)


def speech_of(settings: Settings) -> Speech | None:
    """How long the voice of `settings` takes for a text; None where none speaks."""
    spoken, _ = speaker.voice_of(settings)
    return None if spoken is None else spoken.length


def told_length(routine: Routine) -> str:
    """How long `routine` is with the voice of this machine, as a clock shows it."""
    return clock(compile_routine("", routine, Options(), speech_of(load())).total)


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
        raise Unsafe.at(text)
    word = vocabulary.find("target", text)
    if word is None:
        near = vocabulary.nearest(text, vocabulary.SPELLINGS["target"]).replace("_", " ")
        hint = f" Did you mean '{near}'?" if near else ""
        raise click.UsageError(f"{shown(text)!r} is not a place.{hint}")
    if not is_spot(word):
        name = vocabulary.TARGETS[word].name
        raise Unsafe(f"The {name} is not a place to press: choose another spot.")
    return word
