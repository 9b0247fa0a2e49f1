"""The joiner: a routine and a person's choices → a session that plays, or a file of it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from relax_coach import speaker
from relax_coach.core import safety
from relax_coach.core.adapt import TWICE, Adaptation, adaptations, adapted
from relax_coach.core.balance import Balance
from relax_coach.core.compile import compile_routine
from relax_coach.core.fit import CannotFit
from relax_coach.core.interrupted import Interrupted, going_on
from relax_coach.core.label import Label
from relax_coach.core.options import Options
from relax_coach.core.other_side import other_side
from relax_coach.core.phrases import UNVOICED, clock
from relax_coach.core.problem import shown
from relax_coach.core.record import Ratings
from relax_coach.core.routine import Ms, Routine
from relax_coach.core.timeline import Timeline
from relax_coach.core.totals import Total
from relax_coach.store import paths
from relax_coach.store.beginning import read_beginning
from relax_coach.store.library import Entry
from relax_coach.store.loudness import keep_balance, last_balance
from relax_coach.store.settings import Settings

if TYPE_CHECKING:  # a list or a check must never load the sound libraries
    from relax_coach.audio.arranger import Arranger
    from relax_coach.audio.encoders import Begin
    from relax_coach.audio.outputs import Output
    from relax_coach.audio.outputs.file import Rendered
    from relax_coach.audio.sound import Samples
    from relax_coach.audio.voice.spoken import Spoken
    from relax_coach.player import Player


NO_STEP = "There is no step {} now, so it begins at the beginning."


class Broken(Exception):
    """A routine file with errors is not played. `entry` holds its problems."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(f"{entry.path} has errors")
        self.entry = entry


def routine_of(entry: Entry) -> Routine:
    """The routine of `entry`. Raises Broken when its file has an error."""
    if entry.document.routine is None:
        raise Broken(entry)
    return entry.document.routine


@dataclass(frozen=True, slots=True)
class Ready:
    """A session that can be started: what it does, and who says it (None: nobody)."""

    entry: Entry
    options: Options
    timeline: Timeline
    voice: "Spoken | None" = None
    unspoken: tuple[str, ...] = ()
    """Sentences that have no sound yet: `spoken` lets them be spoken."""
    start: Ms = 0
    """Where it begins."""
    done: Total = field(default_factory=Counter)
    """What was played of it before, of all that has a limit."""
    told: str = ""
    """Why it does not begin quite where it was to, in a sentence."""


def timeline_of(entry: Entry, options: Options, voice: "Spoken | None" = None) -> Timeline:
    """The compiled session of `entry`, silent or spoken by `voice`. Raises Broken.

    Where `options.fit` cannot be reached, the session is as near to it as can be, and says so.
    """
    routine = routine_of(entry)
    speech = None if voice is None else voice.length
    try:
        return compile_routine(entry.name, routine, options, speech)
    except CannotFit as reason:
        nearest = replace(options, fit=reason.nearest)
        return compile_routine(entry.name, routine, nearest, speech).noted(str(reason))


def proposed(
    routine: Routine, options: Options, before: Ratings, eased: Mapping[str, int],
    settings: Settings, twice: bool = False,
) -> tuple[Adaptation, ...]:  # fmt: skip
    """The adaptations, that of `twice` with its cost where `options.fit` cannot be kept with it."""
    found = adaptations(routine, options, before, eased, twice)
    fit = options.fit
    if fit is None or TWICE not in {one.word for one in found}:
        return found
    voice, _ = speaker.voice_of(settings)
    speech = None if voice is None else voice.length
    try:
        compile_routine("", routine, adapted(options, found, eased), speech)
    except CannotFit as reason:
        lasts = clock(reason.nearest)
        cost = f"With that the session lasts {lasts}, and not the {clock(fit)} you asked for."
        return tuple(replace(one, cost=cost) if one.word == TWICE else one for one in found)
    return found


def ready(entry: Entry, options: Options, settings: Settings) -> Ready:
    """The session of `entry` with what can be said at once. Raises Broken."""
    voice, notes = speaker.voice_of(settings)
    timeline = timeline_of(entry, options, voice)
    unspoken: tuple[str, ...] = ()
    if voice is not None:
        said = [cue.text for one in _either_way(timeline) for cue in one.cues if cue.text]
        unspoken = voice.silent([*said, safety.stop_said("self", routine_of(entry).stop_if)])
        if unspoken and unspoken == _title(voice, timeline) and not speaker.voices(settings)[0]:
            unspoken = ()  # alone it is not missed: it stands on the screen
            options = replace(options, untitled=True)
            timeline = timeline_of(entry, options, voice)
    timeline = replace(timeline, notes=(*timeline.notes, *notes))
    return Ready(entry, options, timeline, voice, unspoken)


def _title(voice: "Spoken", timeline: Timeline) -> tuple[str, ...]:
    """What of the title has no sound."""
    return voice.silent([f"{timeline.title}."])


def _either_way(timeline: Timeline) -> Iterator[Timeline]:
    """The session, and what becomes of it where a step begins with its other side."""
    yield timeline
    for step in range(1, timeline.steps + 1):
        changed, _ = other_side(timeline, timeline.step_start(step))
        if changed is not timeline:
            yield changed


def spoken(
    session: Ready, settings: Settings, progress: Callable[[int, int], None] | None = None
) -> Ready:
    """`session` with its unspoken sentences spoken now, in processes of their own.

    `progress` is told how many are done, and of how many; what it raises ends all. What nobody
    here can speak is told in a note, and at the beginning of the session.
    """
    if session.voice is None or not session.unspoken:
        return session
    made, notes = speaker.made(session.unspoken, settings, progress)
    voice = replace(session.voice, made=made)
    untitled = _title(voice, session.timeline)
    said = [cue.text for cue in session.timeline.cues if cue.text]
    left = [one for one in voice.silent(said) if one not in untitled]
    options = replace(
        session.options,
        untitled=bool(untitled),
        unvoiced=bool(left) and not session.options.exported and not voice.silent([UNVOICED]),
    )
    timeline = timeline_of(session.entry, options, voice)
    notes = (*timeline.notes, *speaker.left_out(left, options.exported), *notes)
    return Ready(session.entry, options, replace(timeline, notes=notes), voice)


def placed(session: Ready, from_step: int | None = None, left: Interrupted | None = None) -> Ready:
    """`session` from step `from_step` on, or from where it was interrupted."""
    timeline = session.timeline
    if left is not None:
        found = going_on(timeline, left)
        return replace(
            session, timeline=found.timeline, start=found.position, done=found.done, told=found.told
        )
    if from_step is None:
        return session
    if from_step <= timeline.steps:
        return replace(session, start=timeline.step_start(from_step))
    # Steps were left out: better all of it than the wrong part.
    return replace(session, told=NO_STEP.format(from_step))


def start(
    session: Ready, settings: Settings, muted: bool = False, attended: bool = True
) -> "tuple[Player, tuple[str, ...]]":
    """A player for `session`, not yet playing, and the sentences to be told of the sound.

    `attended`: someone can go on by a key where the session waits.
    Raises relax_coach.audio.outputs.NoSound when the output or device in `settings` cannot be
    had, and relax_coach.store.paths.BrokenInstall when the sounds are missing.
    """
    from relax_coach.audio.mixer import Mixer
    from relax_coach.audio.outputs import available, open_output, open_sounding
    from relax_coach.player import Player

    arranger, notes = _arranger(settings, session.voice)
    balance = balance_of(settings)
    mixer = Mixer(arranger.score(session.timeline, balance))
    opened, note = open_output(settings.output, mixer, settings.device)

    def silence() -> "Output":
        return open_output("none", mixer)[0]

    def reopen() -> "Output":
        name = settings.output
        if name == "auto" and available():
            # The slower library must not win a race for a sound server that just came back.
            name = "simpleaudio" if opened.name == "simpleaudio" else "miniaudio"
        return open_sounding(name, mixer, settings.device)

    def keep(changed: Balance) -> None:
        with suppress(OSError):  # a full disk costs only that the next one begins as usual
            keep_balance(changed, _set_to(settings))

    player = Player(
        session.timeline,
        opened,
        arranger,
        silence,
        muted,
        attended,
        None if settings.output == "none" else reopen,
        balance=balance,
        keep_balance=keep,
    )
    if session.start or session.done:
        player.restore(session.timeline, session.start, session.done)
    if balance.volume == 0:
        notes = ("The volume is 0, as you left it: + makes it louder.", *notes)
    return player, (note, *notes) if note else notes


def render(
    session: Ready,
    settings: Settings,
    path: Path,
    begin: "Begin",
    label: Label,
    progress: Callable[[float], None] | None = None,
) -> "tuple[Rendered, tuple[str, ...]]":
    """Write the session as a file, whole or not at all; what is to be told of the sound.

    `begin` is of relax_coach.audio.encoders. Raises OSError, and BrokenInstall as `start`.
    """
    from relax_coach.audio.mixer import Mixer
    from relax_coach.audio.outputs.file import write_file

    arranger, notes = _arranger(settings, session.voice)
    score = arranger.score(session.timeline, balance_of(settings))
    return write_file(path, Mixer(score), begin, label, progress), notes


def cues_of(settings: Settings) -> "tuple[dict[str, Samples], tuple[str, ...]]":
    """The sound of each kind of cue, the person's own where there is one.

    With it a sentence for each of those that cannot be used. Raises BrokenInstall.
    """
    from relax_coach.audio.own_sound import MOST_BYTES, own_sound
    from relax_coach.audio.sound import BadSound, load_cues

    try:
        cues = load_cues(paths.bundled("sounds") / "cues")
    except BadSound as error:
        raise paths.BrokenInstall(f"{error} Install Relax Coach again.") from error
    notes = []
    for kind, path in settings.own_sounds.items():
        try:
            cues[kind] = own_sound(read_beginning(path, MOST_BYTES + 1), like=cues[kind])
        except (OSError, BadSound) as error:
            why = getattr(error, "strerror", None) or str(error)
            notes.append(f"Your sound for `{kind}` is left out: {shown(str(path))}: {why}.")
    return cues, tuple(notes)


def _arranger(settings: Settings, voice: "Spoken | None") -> "tuple[Arranger, tuple[str, ...]]":
    """With it a sentence for everything that was set and cannot be used."""
    from relax_coach.audio.arranger import Arranger

    cues, notes = cues_of(settings)
    return Arranger(cues, voice), (*settings.problems, *notes)


def balance_of(settings: Settings) -> Balance:
    """How loud a session begins: as the person last had it, or as it is set."""
    return last_balance(_set_to(settings))


def _set_to(settings: Settings) -> Balance:
    return Balance(voice=settings.voice, cues=settings.cues, ambience=settings.ambience)
