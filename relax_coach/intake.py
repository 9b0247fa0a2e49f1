"""Before and after a session: what is to be asked, what was answered, and what is kept of it."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from relax_coach.core import remembered, safety, vocabulary
from relax_coach.core.conditions import CONDITIONS, OF_RECEIVER, SIGN_WORDS, Condition
from relax_coach.core.options import Options
from relax_coach.core.past import Past
from relax_coach.core.plan import Plan
from relax_coach.core.problem import shown
from relax_coach.core.routine import Ms, Routine
from relax_coach.core.session import worked
from relax_coach.core.timeline import Timeline
from relax_coach.core.totals import Total, Work
from relax_coach.store import answers, favourites, recording
from relax_coach.store import worked as store_worked
from relax_coach.store.library import Entry

MOST_A_DAY: Ms = 20 * 60_000
"""On one place: more deserves a sentence, and no more than that (our own judgement)."""


@dataclass(frozen=True, slots=True)
class Asks:
    """What is to be asked before a routine. Nothing where it presses nobody."""

    conditions: tuple[Condition, ...] = ()
    signs: bool = False
    of_receiver: bool = False
    """Whether it is all about another person: asked anew each time, and never kept."""

    @property
    def anything(self) -> bool:
        return self.signs or bool(self.conditions)


def asks(routine: Routine, today: date) -> Asks:
    """What must be asked before `routine` on this day."""
    if not routine.presses:
        # Only where a sign was told: it may forbid even this, and it may be over.
        return Asks(signs=bool(answers.signs_on(today)))
    if routine.who == "partner":
        return Asks(OF_RECEIVER, signs=True, of_receiver=True)
    return Asks(answers.open_conditions(today), not answers.signs_clear_on(today))


def known(who: str, today: date) -> frozenset[str]:
    """Words of what is known without asking, for a routine for `who`: self or partner.

    Of a receiver, who may be someone else, nothing; of the giver, whether they may massage.
    """
    held = answers.held_conditions(today)
    signs = answers.signs_on(today)
    if who == "partner":
        stops = {one for one in signs if CONDITIONS[one].ends_all or one in ("fever", "drink")}
        return (held & {"hands"}) | stops
    hurt = {"hurt_today"} if answers.hurt_on(today) else set()
    return held | hurt | signs


def with_known(options: Options, routine: Routine, today: date) -> Options:
    """`options` with what is known: for a look at a routine before anything was asked."""
    return replace(options, held=options.held | known(routine.who, today))


def question(asked: Asks, held: frozenset[str]) -> str:
    """Today's line, for whoever it is about."""
    line = safety.question("age_50" in held)
    if asked.of_receiver:
        return f"{safety.ASK_THEM} {line}"
    told = "; ".join(row.name for row in CONDITIONS.values() if row.word in held & SIGN_WORDS)
    return f"Earlier today you said yes to this: {told}. {line}" if told else line


def keep_conditions(answered: Mapping[str, bool], today: date) -> None:
    """Keep the answers. A full disk costs only that they are asked again."""
    with suppress(OSError):
        answers.keep_conditions(answered, today)


def keep_signs(words: frozenset[str], today: date) -> None:
    """Keep the signs that were told until they are denied, or today's "no".

    A full disk costs that it is asked again.
    """
    with suppress(OSError):
        if words:
            answers.keep_signs(words, today)
        else:
            answers.keep_signs_clear(today)


def keep_stop(routine: Routine) -> None:
    """The stop rules were called for: today's signs are asked again before the next session."""
    if routine.who != "partner":
        with suppress(OSError):
            answers.forget_signs_clear()


def keep_unanswered(routine: Routine, stands: bool) -> None:
    """Whether the question stands open if something is wrong; a full disk costs that it is asked
    again, or is not."""
    if routine.who != "partner":
        with suppress(OSError):
            answers.keep_unanswered() if stands else answers.forget_unanswered()


def is_news(routine: Routine, held: frozenset[str]) -> bool:
    """Whether what `held` changes in `routine` was not shown before; of a receiver, always."""
    return routine.who == "partner" or answers.limits_seen(routine.title) != held


def keep_shown(routine: Routine, held: frozenset[str]) -> None:
    """Keep that it was shown, so that it is shown once; a full disk costs that it is again."""
    if routine.who != "partner":
        with suppress(OSError):
            answers.keep_limits_seen(routine.title, held)


def consent(routine: Routine, options: Options, today: date) -> tuple[str, ...]:
    """What is to be said and agreed on before a massage for two."""
    told = {safety.NOT_AGAIN: answers.hurt_two_on(today), safety.NOT_YOU: answers.hurt_on(today)}
    light = Plan(routine, options).light
    lightly = f"Agree that it stays light: at most {light} of ten."
    lines = (
        lightly if line == safety.HOW_HARD and light is not None else line
        for line in safety.CONSENT
    )
    return (*(line for line, holds in told.items() if holds), *lines)


def keep_end(routine: Routine, done: Total, today: date, hurt: bool) -> str:
    """Keep how long each place was worked on, and whether it ended with something wrong.

    For two only the latter, and without a name: that was another person. What is to be told where
    that could not be kept, or "".
    """
    if routine.who == "partner":
        return _keep_hurt(today, of_receiver=True) if hurt else ""
    places: dict[str, Ms] = {}
    for key, length in done.items():
        if isinstance(key, Work):
            places[key.target] = max(length, places.get(key.target, 0))
    with suppress(OSError):
        if places:
            store_worked.add_worked(today, places)
    return _keep_hurt(today) if hurt else ""


def rests(today: date) -> bool:
    """Whether a session of today ended with something wrong, so that nothing is pressed."""
    return answers.hurt_on(today)


def keep_worse(today: date) -> str:
    """Keep that the numbers of a session of today say so; what to tell as of keep_end."""
    return _keep_hurt(today, by_numbers=not rests(today))


def _keep_hurt(today: date, of_receiver: bool = False, by_numbers: bool = False) -> str:
    try:
        answers.keep_hurt(today, of_receiver, by_numbers)
    except OSError as reason:
        return safety.REST_UNKEPT.format(reason=shown(reason.strerror or str(reason)))
    return ""


def take_back_worse(today: date) -> bool:
    """The numbers that said so were a slip. Whether nothing is rested any more: something else may
    have said so too, and a full disk keeps the rest."""
    with suppress(OSError):
        if answers.is_hurt_by_numbers(today):
            answers.forget_hurt()
    return not rests(today)


def keep_played(entry: Entry) -> None:
    """Keep that it was played just now; a full disk costs only that it is not remembered.

    Not with the journal off.
    """
    with suppress(OSError):
        if recording.is_on():
            favourites.keep_played(entry.full_name)


def keep_favourite(entry: Entry, liked: bool) -> bool:
    """Keep whether it is a favourite; False where that cannot be kept."""
    try:
        favourites.keep_favourite(entry.full_name, liked)
    except OSError:
        return False
    return True


def more_than_enough(routine: Routine, timeline: Timeline, today: date) -> str:
    """A sentence where a place would be worked on for long in one day; "" else."""
    if routine.who == "partner":
        return ""
    before = store_worked.worked_on(today)
    ahead = worked(timeline, 0, timeline.total)
    for key, length in ahead.items():
        if isinstance(key, Work) and before.get(key.target) and (
            length + before[key.target] > MOST_A_DAY
        ):  # fmt: skip
            name = vocabulary.TARGETS[key.target].name
            return f"With what was done today this makes over 20 minutes on the {name}: easy there."
    return ""


def past() -> tuple[Past, tuple[str, ...]]:
    """What the journal says about what helped, and what is to be told of the journal itself.

    Nothing helped, and why, where it cannot be read.
    """
    from relax_coach.store.database import Unusable  # a list must not load SQLite
    from relax_coach.store.journal import Journal

    try:
        with Journal.read() as journal:
            return journal.past(), journal.notices
    except Unusable as reason:
        return Past(), (f"The journal cannot be read: {reason}.",)


def eased_before() -> Mapping[str, int]:
    """Target word → levels of pressure less than written, as it was had last time."""
    from relax_coach.store.database import Unusable
    from relax_coach.store.journal import Journal

    try:
        with Journal.read() as journal:
            return remembered.eased_before(journal.latest())
    except Unusable:  # told when the session is to be written
        return {}
