"""How long, how often, on which side: as clinics write it."""

import pytest

from relax_coach.core.amount import Amount
from relax_coach.core.wording import amount_of

S, MIN = 1_000, 60_000


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("3x10, hold 5s", Amount(sets=3, reps=10, hold=5 * S)),
        ("30 s each side x 2", Amount(reps=2, length=30 * S, side="each")),
        ("L & R 3 x 30 sec", Amount(reps=3, length=30 * S, side="each")),
        ("Sets: 3  Reps: 10  Hold: 5 sec", Amount(sets=3, reps=10, hold=5 * S)),
        ("2 sets of 8", Amount(sets=2, reps=8)),
        ("ten times", Amount(reps=10)),
        ("x10", Amount(reps=10)),
        ("half a minute", Amount(length=30 * S)),
        ("2,5 min", Amount(length=150 * S)),
        ("1½ minutes on the left", Amount(length=90 * S, side="left")),
        ("30''", Amount(length=30 * S)),
        ("2'", Amount(length=2 * MIN)),
        ("45″", Amount(length=45 * S)),
        ("Hold 10 seconds, relax 5 seconds, 6 times", Amount(reps=6, hold=10 * S, release=5 * S)),
        ("3 sets of 12, rest 30 sec between sets", Amount(sets=3, reps=12, between=30 * S)),
        ("in for 4, hold 2, out for 6, 10 breaths", Amount(breaths=10, breath="4-2-6")),
        ("4-7-8 breathing", Amount(breath="4-7-8")),
        ("alternating sides, pressure 2/10", Amount(side="alternate", pressure=2)),
        ("twice a day for 6 weeks", Amount(dose="twice a day for 6 weeks")),
        ("2x/day", Amount(dose="2x/day")),
        ("L only", Amount(side="left")),
        ("(R) 3x20s", Amount(reps=3, length=20 * S, side="right")),
        ("45s/side", Amount(length=45 * S, side="each")),
        ("10s on / 10s off, 6 reps", Amount(reps=6, hold=10 * S, release=10 * S)),
        ("a minute and a half", Amount(length=90 * S)),
        ("one minute and a half", Amount(length=90 * S)),
        ("an hour and a half", Amount(length=90 * MIN)),
        ("for one and a half minutes", Amount(length=90 * S)),
        ("two-and-a-half mins", Amount(length=150 * S)),
        ("one and a half to two minutes", Amount(length=90 * S)),
        ("pressure about 4/10, 30 s", Amount(length=30 * S, pressure=4)),
        ("to the left, then repeat to the right", Amount(side="each")),
        ("three presses of ten seconds", Amount(reps=3, length=10 * S)),
        ("five slow shoulder shrugs", Amount(reps=5)),
        ("inhale 4s, exhale 6s, 5 min", Amount(length=5 * MIN, breath="4-6")),
        ("Complete 2 Set(s), Repeat 10 Time(s)", Amount(sets=2, reps=10)),
        ("Perform 3 Time(s) a Day", Amount(dose="perform 3 times a day")),
        ("2 x 30s b/l", Amount(reps=2, length=30 * S, side="each")),
        ("20s ea", Amount(length=20 * S, side="each")),
        ("to the left, the same to the right", Amount(side="each")),
        ("3x8, 1min rest btw sets", Amount(sets=3, reps=8, between=MIN)),
        ("hold for a count of ten", Amount(hold=10 * S, quoted=("hold for a count of ten",))),
    ],
)
def test_it_is_read_and_nothing_is_left(line: str, amount: Amount) -> None:
    found, rest = amount_of(line)
    assert found == amount
    assert not any(one.isdigit() for one in rest)


def test_of_a_range_the_smaller_is_taken_and_the_range_is_told() -> None:
    assert amount_of("20–30 seconds")[0] == Amount(length=20 * S, quoted=("20-30 seconds",))
    assert amount_of("8 to 10 reps")[0] == Amount(reps=8, quoted=("8 to 10 reps",))


@pytest.mark.parametrize("line", ["Sit tall", "Neck", "10", "a hand on each knee"])
def test_what_has_no_unit_says_nothing(line: str) -> None:
    assert amount_of(line) == (Amount(), line.lower())


def test_a_second_time_stays_in_the_line_to_be_asked_about() -> None:
    found, rest = amount_of("30 s, then 20 s")
    assert found == Amount(length=30 * S) and "20 s" in rest
