"""`render`: the same session as a sound file."""

import json
import signal
import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import FrameType

import click

from relax_coach import coach, speaker
from relax_coach.audio.encoders import HEAD, SUFFIXES, CannotEncode, encoder, is_sound
from relax_coach.cli.chosen import entry_of, known_to_hold, options_of, routine_in, timeline_of
from relax_coach.cli.options import ambience_option, choice_options, routine_argument
from relax_coach.core.exits import Exit
from relax_coach.core.label import chapters, label_of
from relax_coach.core.phrases import clock
from relax_coach.core.problem import shown
from relax_coach.core.ruling import REFUSED
from relax_coach.store.beginning import read_beginning
from relax_coach.store.settings import load
from relax_coach.watchdog import HEEDED


@click.command("render", epilog="Example: relax-coach render shoulders -o shoulders.mp3")
@routine_argument
@choice_options
@ambience_option
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    required=True,
    help="A .wav, .flac, .ogg, .mp3 or .m4a file.",
)
@click.option("--json", "as_json", is_flag=True, help="Tell what was written as one JSON object.")
def command(
    name: str,
    side: str | None,
    twice: bool,
    spot: str | None,
    fit: str | None,
    voice: str | None,
    ambience: str | None,
    target: str,
    as_json: bool,
) -> int:
    """Write ROUTINE as sound to FILE, cue for cue what `play` plays.

    The ending of FILE says of which kind: .wav always works, .flac, .ogg and .mp3 with the extra
    "export", .m4a where there is ffmpeg. All but .wav name their chapters.
    """
    path = Path(target)
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        kinds = f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"
        raise click.UsageError(
            f"{shown(target)!r} is not a sound file: give it the ending {kinds}."
        )
    if not _is_free(path):
        said = f"{shown(target)} is there already, is no sound file, and stays as it is"
        raise click.ClickException(f"{said}: give another FILE.")
    entry = entry_of(name)
    routine = routine_in(entry)
    chosen = replace(options_of(side, spot, fit, ambience, twice), exported=True)
    options, verdict = known_to_hold(routine, chosen)
    if verdict.result == REFUSED:
        for sentence in (*verdict.sentences, *verdict.advice):
            click.echo(sentence, err=True)
        return Exit.REFUSED
    try:
        begin = encoder(suffix)
    except CannotEncode as reason:
        click.echo(f"Error: {reason}", err=True)
        return Exit.FINDINGS
    settings = load().over(speaker=voice)
    if why := speaker.missing_voice(settings):  # nobody would notice before listening to the file
        click.echo(f"Error: {why}", err=True)
        return Exit.FINDINGS
    session = coach.ready(entry, options, settings)
    # A length that cannot be had is a usage error here, and no session that is nearly so long.
    timeline_of(entry, options, None if session.voice is None else session.voice.length)
    try:
        with _Signals() as signals:
            if session.unspoken:
                with _Bar("Speaking", signals) as bar:
                    session = coach.spoken(session, settings, lambda n, of: bar.show(n / of))
            timeline = session.timeline
            for note in (*timeline.notes, *verdict.advice):
                click.echo(note, err=True)
            label = label_of(routine, timeline)
            with _Bar("Rendering", signals) as bar:
                rendered, notes = coach.render(session, settings, path, begin, label, bar.show)
    except OSError as error:
        click.echo(f"Error: {shown(target)}: {shown(error.strerror or str(error))}", err=True)
        return Exit.FINDINGS
    for note in notes:
        click.echo(note, err=True)
    if as_json:
        told = {
            "version": 1,
            "file": target,
            "seconds": round(rendered.seconds, 3),
            "chapters": [
                {"start_s": chapter.start / 1000, "title": chapter.title}
                for chapter in chapters(timeline)
            ],
            "peak_dbfs": round(rendered.peak_dbfs, 2),
            "lufs": None if rendered.lufs is None else round(rendered.lufs, 1),
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return Exit.DONE
    loud = "silent" if rendered.lufs is None else f"{rendered.lufs:.1f} LUFS"
    peak = f"loudest {rendered.peak_dbfs:.1f} dBFS"
    click.echo(f"{shown(target)}: {clock(timeline.total)}, {peak}, {loud}", err=True)
    return Exit.DONE


def _is_free(path: Path) -> bool:
    """Whether nothing is there, or a sound file that a new one may take the place of."""
    try:
        head = read_beginning(path, HEAD)
    except (OSError, ValueError):  # why it cannot be written is told when it is tried
        return not path.exists()
    return not head or is_sound(head)


class _Signals:
    """A signal to end is heeded between two seconds of sound: what was begun is taken away.

    Not by an exception in the middle of anything, which can be lost there. One that was ignored
    from the start, as nohup does, stays so.
    """

    def __enter__(self) -> "_Signals":
        self._came = 0
        numbers = [getattr(signal, name) for name in HEEDED if hasattr(signal, name)]
        heeded = {number for number in numbers if signal.getsignal(number) != signal.SIG_IGN}
        self._before = {number: signal.signal(number, self._come) for number in heeded}
        return self

    def leave(self) -> None:
        """Leave, if a signal came. Raises click's Exit with its code."""
        if self._came:
            raise click.exceptions.Exit(128 + self._came)

    def __exit__(self, *error: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _come(self, number: int, _frame: FrameType | None) -> None:
        self._came = number


class _Bar:
    """How far it is, where somebody watches; nothing in a log. It leaves when a signal came."""

    def __init__(self, label: str, signals: _Signals) -> None:
        self._label = label
        self._signals = signals
        self._open = ExitStack()
        self._shown = 0

    def __enter__(self) -> "_Bar":
        if sys.stderr.isatty():
            bar = click.progressbar(length=100, label=self._label, file=sys.stderr)
            self._bar = self._open.enter_context(bar)
        return self

    def show(self, share: float) -> None:
        """Raises click's Exit where a signal came."""
        self._signals.leave()
        percent = int(100 * share)
        if percent > self._shown and sys.stderr.isatty():
            self._bar.update(percent - self._shown)
            self._shown = percent

    def __exit__(self, *error: object) -> None:
        self._open.close()
