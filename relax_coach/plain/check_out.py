"""After a session, in lines: whether something is wrong, and how it is now."""

from collections.abc import Callable

from relax_coach import haste
from relax_coach.core import safety
from relax_coach.core.check_out import QUESTION, CheckOut
from relax_coach.core.record import MOST_FELT, OVERALL, RATED, Ratings
from relax_coach.core.routine import Routine
from relax_coach.haste import Haste
from relax_coach.plain.keyboard import LOOK, Keyboard
from relax_coach.plain.numbers import number_in, words_of, wrong

ASKED_FOR = 60.0
"""Seconds for which the question after the end waits for a key: hands may still be resting."""
SLIP = "Were the numbers a slip? s and Enter says them again; Enter ends."
NOBODY = (
    "Nobody answered, so nothing more is asked. How it is now can be said later: relax-coach "
    "journal rate last."
)
MARKS = "h beside them: a headache today; m: a painkiller taken today."
Say = Callable[[str], None]


def is_hurt(keyboard: Keyboard, say: Say, doubt: Callable[[bool], None]) -> bool | None:
    """Whether something is wrong; None where nobody answered.

    A yes that came too fast is never taken for the other answer: of it `doubt` is told, until it is
    said again or taken back.
    """
    pace, unsure, silent = Haste(), False, 0
    while keyboard.live and silent * LOOK < ASKED_FOR:
        key = keyboard.key(LOOK)
        silent += not key
        if key == "x" or (key == "y" and not pace.is_hurried()):
            return True
        if key == "y" and not unsure:
            unsure = True
            doubt(True)
            say(safety.UNSURE)
        elif key and (key == "n" or (key != "y" and not unsure)) and not pace.is_hurried():
            doubt(False)
            return False
    return True if unsure else None  # who lay down after it has answered


def rest(say: Say, routine: Routine) -> None:
    """What to do when something is wrong after the end, and that it is enough for today."""
    for sentence in safety.hurt_said(routine.who):
        say(sentence)


def was_slip(keyboard: Keyboard, say: Say) -> bool:
    """Whether the numbers that said so are to be said again."""
    if not keyboard.live:
        return False
    say(SLIP)
    return keyboard.line() == "s"


def checked_out(keyboard: Keyboard, say: Say, before: Ratings) -> CheckOut:
    """How it is now: what was said `before`, and all in all."""
    keyboard.calm(haste.SEEN)  # the end of a line that answered the question before
    names = [name for name in RATED if before.of(name) is not None]
    told = ", ".join(f"{name} (it was {before.of(name)})" for name in names)
    rows = f"{told} from 0 to {MOST_FELT}, then overall" if names else "Overall"
    many = f"{len(names) + 1} numbers" if names else "one number"
    asks = (
        f"{QUESTION} {rows[:1].upper()}{rows[1:]} from 1 {OVERALL[0]} to {len(OVERALL)} "
        f"{OVERALL[-1]}: {many}, or Enter to skip. {MARKS}"
    )
    while True:
        say(asks)
        words = words_of(keyboard.line())
        marks = {letter for word in words if not set(word) - set("hm") for letter in word}
        numbers = [word for word in words if set(word) - set("hm")]
        felt, overall = numbers[: len(names)], numbers[len(names) :]
        complaint = wrong(felt, 0, MOST_FELT) or wrong(overall, 1, len(OVERALL))
        if complaint:
            say(complaint)
        elif len(numbers) not in (0, len(names) + 1):
            say(f"{many[:1].upper()}{many[1:]} are asked for, and {len(numbers)} came.")
        else:
            said = [number_in(word, 0, MOST_FELT) for word in felt]
            return CheckOut(
                Ratings(**dict(zip(names, said, strict=False))),
                OVERALL[int(overall[0]) - 1] if overall else None,
                True if "h" in marks else None,
                True if "m" in marks else None,
            )
