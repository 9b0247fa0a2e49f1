"""How often a day on a sheet, in its many words, and counts that were taken for others."""

import pytest

from relax_coach.core.amount import Amount
from relax_coach.core.handout import handout_of
from relax_coach.core.wording import amount_of


@pytest.mark.parametrize(
    ("told", "dose"),
    [
        ("10 x twice daily", "twice daily"),
        ("10 x three times a week", "three times a week"),
        ("10 x 3 days a week", "3 days a week"),
        ("10 x, 3 d/wk", "3 d/wk"),
        ("10 x 3 weekly", "3 weekly"),
        ("3x weekly, 10 reps", "3x weekly"),
        ("10 reps x 3 sessions/day", "3 sessions/day"),
        ("x 10, x 2 daily", "2 daily"),
        ("10 reps, 2 daily", "2 daily"),
        ("10 x 2 hourly", "2 hourly"),
        ("10 reps per day", "each day"),
    ],
)
def test_how_often_has_many_words_and_is_kept_whole(told: str, dose: str) -> None:
    assert amount_of(f"Neck turn {told}")[0] == Amount(reps=10, dose=dose)


def test_the_last_of_several_counts_is_how_often() -> None:
    found = amount_of("Stretch neck 20 s x 2 x 3/day")[0]
    assert (found.length, found.reps, found.sets, found.dose) == (20_000, 2, 0, "3/day")


@pytest.mark.parametrize("told", ["3 x 5/day", "5 x 5 a day", "10 x 8/day"])
def test_what_may_be_sets_or_how_often_is_kept_whole_and_asked_for(told: str) -> None:
    (line,) = handout_of(f"Chin tucks {told}").steps
    assert line.exercise is not None and line.exercise.gaps == ("how long",)
    assert line.exercise.amount == Amount(dose=told)


@pytest.mark.parametrize(
    ("told", "amount"),
    [
        ("reps x sets: 8 x 2", Amount(sets=2, reps=8)),
        ("sets x reps 2 x 8", Amount(sets=2, reps=8)),
        ("3 sets/10 reps/5 s hold", Amount(sets=3, reps=10, hold=5000)),
        ("10 x 2/7", Amount(reps=10)),
        ("4 x 3 breaths", Amount(reps=4, breaths=3)),
        ("3 breaths x 4", Amount(reps=4, breaths=3)),
        ("2-3 x 8", Amount(sets=2, reps=8, quoted=("2-3 x 8",))),
        ("x 3+", Amount(reps=3, quoted=("x 3+",))),
        ("3/4 min", Amount()),
        ("1\N{FRACTION SLASH}3 min", Amount()),
        ("2'30\"", Amount(length=150_000)),
    ],
)
def test_counts_and_times_that_were_taken_for_others(told: str, amount: Amount) -> None:
    assert amount_of(f"Neck turn {told}")[0] == amount


def test_a_pair_in_a_table_may_be_turned_and_once_a_day_is_said_so() -> None:
    table = "Exercise\tReps x Sets\tTimes per day\nPress temples\t10-12 x 2\t1"
    (line,) = handout_of(table).steps
    assert line.exercise is not None
    found = line.exercise.amount
    assert (found.sets, found.reps, found.dose) == (2, 10, "once a day")


FORM = """\
Exercise 1: Chin tuck
Reps: 10
Exercise 2: Neck stretch
Hold: 20 s
{}
Exercise 3: Jaw stretch
Hold: 20 s
"""


@pytest.mark.parametrize(("row", "dose"), [
    ("Frequency: once a week", "Neck stretch: once a week"),
    ("Repeat twice a day", "Neck stretch: Repeat twice a day"),
    ("\nFrequency: once a week", "once a week"),
    ("Do these exercises twice a day", "Do these exercises twice a day"),
])  # fmt: skip
def test_how_often_right_below_one_of_several_exercises_is_of_that_one(row: str, dose: str) -> None:
    assert handout_of(FORM.format(row)).outline("A sheet")["dose"] == dose
    assert handout_of("Neck stretch 20 s\nOnce a day").outline("A sheet")["dose"] == "Once a day"
