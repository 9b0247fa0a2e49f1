"""How it is before a session, and what is suited to that: a line each."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from relax_coach import alarm, coach, intake
from relax_coach.core import vocabulary
from relax_coach.core.adapt import AS_WRITTEN, TWICE, Adaptation, adapted, can_be_twice, unasked
from relax_coach.core.check_in import QUESTION, CheckIn
from relax_coach.core.options import Options
from relax_coach.core.record import MOST_FELT, RATED, UNSAID, Ratings
from relax_coach.core.routine import Routine
from relax_coach.core.wish import DangerSign, NeverPressed, NotUnderstood, wish_of
from relax_coach.plain.keyboard import Keyboard
from relax_coach.plain.numbers import number_in, words_of, wrong
from relax_coach.plain.questions import NEVER, Questions, Refused
from relax_coach.store.settings import Settings

WHERE = (
    "Where is it tight? A place, with left or right where you like: temple, right neck … Enter to "
    "skip."
)
RATE = (
    f"{QUESTION} Pain, tightness, stress, 0 none to 10 the worst you can imagine: up to three "
    "numbers on one line, - for one you leave out, or Enter to skip."
)
ONLY_WHERE = "Only the place now: numbers, and whether a side comes twice, are asked after it."
LEFT_OUT = "-"
Say = Callable[[str], None]


def checked_in(
    questions: Questions, routine: Routine, options: Options, settings: Settings, asks: bool
) -> tuple[Options, CheckIn]:
    """The options with what is suited to the person and was not refused, and what was said.

    `asks`: whether anybody is asked. Raises Refused where a danger sign is said.
    """
    before, eased = UNSAID, intake.eased_before()
    keyboard, say = questions.keyboard, questions.say
    spot, side, beside = options.spot, options.side, ""
    if asks:
        if routine.massages and not (spot or side):
            spot, side = _place(keyboard, say)
            beside = side if side in vocabulary.CHOOSABLE_SIDES else ""
            options = replace(options, side=options.side or beside)
        before = _rated(keyboard, say)
        taken = _taken(keyboard, say, routine, options, before, eased, settings, bool(beside))
        questions.told += tuple(one.sentence for one in taken)
    else:
        taken = unasked(routine, options, eased)
    words = tuple(one.word for one in taken)
    return adapted(options, taken, eased), CheckIn(spot, side or questions.side, before, words)


def _place(keyboard: Keyboard, say: Say) -> tuple[str, str]:
    """A target word and a side, each "" where it was not said."""
    while True:
        say(WHERE)
        line = keyboard.line()
        if not line:
            return "", ""
        try:
            said = wish_of(line, ())
        except NeverPressed:
            say(NEVER)
            continue
        except DangerSign as danger:
            say(alarm.heard(danger.sign))
            raise Refused from None
        except NotUnderstood as reason:
            later = any(word == "twice" or word.isdigit() for word in line.lower().split())
            say(ONLY_WHERE if later else str(reason))
            continue
        if said.target:
            sides = vocabulary.TARGETS[said.target].sides
            return said.target, said.side if said.side in sides else ""


def _rated(keyboard: Keyboard, say: Say) -> Ratings:
    while True:
        say(RATE)
        words = words_of(keyboard.line())
        numbers = [word for word in words if word != LEFT_OUT]
        if complaint := wrong(numbers, 0, MOST_FELT):
            say(complaint)
        elif len(words) > len(RATED):
            say(f"These are {len(words)} numbers: three at most.")
        else:
            felt = (None if word == LEFT_OUT else number_in(word, 0, MOST_FELT) for word in words)
            return Ratings(**dict(zip(RATED, felt, strict=False)))


def _taken(
    keyboard: Keyboard,
    say: Say,
    routine: Routine,
    options: Options,
    before: Ratings,
    eased: Mapping[str, int],
    settings: Settings,
    said_side: bool,
) -> tuple[Adaptation, ...]:
    """What is proposed, without what was left out.

    `said_side`: the side was said just now, so that nobody could have asked to have it twice.
    """

    def proposed(twice: bool) -> tuple[Adaptation, ...]:
        return coach.proposed(routine, options, before, eased, settings, twice)

    found = proposed(twice=False)
    asks = "Enter takes them; numbers leave those out; n leaves all out."
    can_twice = TWICE in {one.word for one in proposed(twice=True)} and not options.twice
    if not found and not (said_side and can_twice and can_be_twice(routine, options)):
        return ()
    while True:
        say("For you today:" if found else f"For you today: {AS_WRITTEN.lower()}")
        for number, one in enumerate(found, 1):
            say(f"{number}. {one.told}")
        takes = asks if found else "Enter begins so."
        say(f"{takes} t has the sore side twice." if can_twice else takes)
        words = words_of(keyboard.line())
        if words == ["n"]:
            return ()
        if words == ["t"] and can_twice:
            found, can_twice = proposed(twice=True), False
        elif complaint := wrong(words, 1, len(found)):
            say(complaint if found else "Enter, or t.")
        else:
            return tuple(one for n, one in enumerate(found, 1) if str(n) not in words)
