"""Lines put together from pieces whose sense is known are read in that sense.

The pieces are what stands on sheets; a new one belongs into these tables. Each test takes a few
hundred of the many thousand lines there are, the same ones each time.
"""

from collections.abc import Iterator
from itertools import product
from random import Random

import pytest

from relax_coach.core.exercise import Exercise
from relax_coach.core.handout import handout_of

NAMES = ("Chin tucks", "Neck side stretch", "Knead the shoulder", "Base of skull press")
HOLDS = {
    5: ("hold 5s", "5 sec hold", "hold for 5 seconds", 'hold 5"', "hold 5", "5s holds",
        "holding each for 5 secs", "hold: 5 sec"),
    0: ("",),
}  # fmt: skip
SETS = ("3 x 10", "3x10", "3 sets of 10", "3 rounds of 10", "10 reps, 3 sets", "10 reps x 3 sets",
        "sets: 3, reps: 10", "3 sets x 10 reps", "reps 10 sets 3", "10 x, 3 sets", "x10, 3 sets",
        "10 repetitions for 3 sets", "perform 3 sets of 10")  # fmt: skip
TIMES = ("30 s x 2", "2 x 30 s", "30 sec, 2 times", "hold 30 s, repeat 2 times", "2 reps of 30 s",
         "30s hold x2", "2 holds of 30 seconds", "x2, 30 sec", "2 times for 30 s", '30" x 2',
         "30 sec holds, 2 reps", "for 30 seconds, 2 times")  # fmt: skip
SIDES = {
    "each": ("each side", "both sides", "L+R", "per side", "b/l", "L/R", "left and right"),
    "left": ("L", "(L)", "left side only", "on the left", "Lt"),
    "": ("",),
}
DOSES = ("", "2x/day", "twice a day", "daily", "every 2 hours", "bid", "3 times a week")
RESTS = {0: ("",), 30: ("30 s rest between sets", "rest 30 sec", "30s rest")}


def told(pieces: dict[int, tuple[str, ...]]) -> list[tuple[int, str]]:
    return [(value, text) for value, texts in pieces.items() for text in texts]


def composed(seed: int, many: int) -> Iterator[tuple[str, tuple[object, ...]]]:
    """A line, and its sets, repetitions, seconds of a press, side, dose, seconds of rest."""
    chance = Random(seed)
    works = [((3, 10, hold), (text, held)) for (hold, held), text in product(told(HOLDS), SETS)]
    works += [((1, 2, 30), (text, "")) for text in TIMES]
    sides = [(side, text) for side, texts in SIDES.items() for text in texts]
    for _ in range(many):
        (sense, words), (side, where) = chance.choice(works), chance.choice(sides)
        dose, (rest, pause) = chance.choice(DOSES), chance.choice(told(RESTS))
        pieces = [one for one in (*words, where, dose, pause) if one]
        chance.shuffle(pieces)
        between, first = chance.choice((", ", "; ", " - ")), chance.choice((": ", " ", " - ", ", "))
        yield chance.choice(NAMES) + first + between.join(pieces), (*sense, side, dose, rest)


def sense_of(found: Exercise) -> tuple[object, ...]:
    one, (release, between) = found.amount, found._rests
    length = (one.hold or one.length) // 1000
    return one.sets or 1, one.reps, length, one.side, one.dose, (release or between) // 1000


@pytest.mark.parametrize("seed", range(6))
def test_a_line_of_known_pieces_is_read_so(seed: int) -> None:
    for line, sense in composed(seed, 60):
        (step,) = handout_of(f"My neck plan\n{line}").steps
        assert step.exercise and sense_of(step.exercise) == sense, line


ROWS = (
    ("Sets: 3", "Reps: 10", "Hold: 5 s", "Side: left", "Rest: 30 s"),
    ("3 sets", "10 reps", "hold 5 seconds", "left", "rest 30 s between sets"),
    ("- 3 sets", "- 10 repetitions", "- hold 5 s", "- left side", "- 30 s rest between sets"),
    ("Complete 3 Sets", "Repeat 10 Times", "Hold 5 Seconds", "Left", "Rest 30 s between sets"),
)


@pytest.mark.parametrize("seed", range(4))
def test_rows_below_a_name_are_read_so_in_any_order(seed: int) -> None:
    chance = Random(seed)
    for _ in range(15):
        sheet = ["My neck plan"]
        for name in ("Neck side stretch", "Knead the shoulder", "Levator stretch"):
            rows = list(chance.choice(ROWS))
            chance.shuffle(rows)
            sheet += [chance.choice(("", "1. ", "Exercise: ")) + name, *rows]
            sheet += [""] * chance.choice((0, 1))
        found = [one.exercise for one in handout_of("\n".join(sheet)).steps if one.exercise]
        assert [sense_of(one) for one in found] == [(3, 10, 5, "left", "", 30)] * 3, sheet


@pytest.mark.parametrize("sep", ["\t", " | "])
def test_columns_of_a_table_are_read_so_in_any_order(sep: str) -> None:
    chance = Random(1)
    columns = [("Sets", "3"), ("Reps", "10"), ("Hold", "5 s"), ("Side", "L"), ("Rest", "30 s")]
    for _ in range(20):
        chance.shuffle(columns)
        heads, cells = zip(*columns, strict=True)
        table = sep.join(("Exercise", *heads)) + "\n" + sep.join(("Neck stretch", *cells))
        (step,) = handout_of(table).steps
        assert step.exercise and sense_of(step.exercise) == (3, 10, 5, "left", "", 30), table
