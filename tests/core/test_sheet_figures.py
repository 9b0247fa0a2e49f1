"""Figures of a sheet: the pressure of the hand, how often a day, and what is neither."""

import pytest

from relax_coach.core.handout import handout_of
from relax_coach.core.wording import amount_of


@pytest.mark.parametrize(
    "row",
    [
        "Knead shoulders 2 min, stop at 7/10 pain",
        "Knead shoulders 2 min (pain 6/10 today)",
        "Knead shoulders 2 min, up to 6/10 discomfort",
        "Knead shoulder 1 min (was 8/10 last week)",
        "Press skull base 30 s until pain drops from 7/10 to 3/10",
        "Isometric neck side bend RPE 3/10, 6 s x 5",
        "Effort 6/10: isometric neck bend, 6 s x 5",
        "Knead shoulders (4/10) 1 min",
        "Press temples with 50% pressure 10 s",
        "Press temples, pressure 10 s x 3",
        "Press temples, pressure 2-3 s",
        "Press temples, pressure to 5/10 pain, 10 s",
        "Exercise\tTime\tPain\nKnead shoulder\t2 min\t5/10",
    ],
)
def test_only_what_is_called_pressure_is_the_pressure_of_the_hand(row: str) -> None:
    (step,) = handout_of(row).steps
    assert step.exercise is not None and step.exercise.amount.pressure == 0


@pytest.mark.parametrize(
    ("row", "pressure"),
    [
        ("Press temples 10 s, pressure 3", 3),
        ("Press temples 10 s, pressure: 2-3/10", 2),
        ("Press temples 10 s with 3/10 pressure", 3),
        ("Knead shoulders 2 min, firm (5/10)", 5),
        ("Exercise\tTime\tPressure\nJaw circles\t1 min\t2-3", 2),
    ],
)
def test_the_pressure_of_the_hand(row: str, pressure: int) -> None:
    (step,) = handout_of(row).steps
    assert step.exercise is not None and step.exercise.amount.pressure == pressure


@pytest.mark.parametrize(
    "told",
    [
        "pain 3/10, pressure light",
        "pain with pressure 3/10",
        "pain under pressure 4",
        "hurts 4/10 on pressure",
        "3/10 pressure pain",
        "moderate (4/10) soreness is fine",
        "pain moderate (4/10)",
        "pressure 4/5",
        "pressure 3 out of 5",
        "pressure 3 kg",
        "pressure 12/10",
    ],
)
def test_a_figure_in_one_clause_with_pain_or_of_another_scale_is_no_pressure(told: str) -> None:
    amount, rest = amount_of(f"Press temples, {told}")
    assert amount.pressure == 0 and any(map(str.isdigit, rest)), "told"


@pytest.mark.parametrize(
    "told",
    [
        "pressure 3, pain under 2/10",
        "pressure (3/10)",
        "pressure 3/10 without pain",
        "against pain, at 3/10 thumb pressure",
    ],
)
def test_pain_in_another_clause_takes_no_pressure_away(told: str) -> None:
    assert amount_of(f"Press the sore spot, {told}")[0].pressure == 3


def test_the_head_of_a_column_may_name_its_scale() -> None:
    table = "Exercise\tTime\tPressure (1-10)\tPain (0-10)\nPress temples\t10 s\t3\t5"
    (line,) = handout_of(table).steps
    assert line.exercise is not None and line.exercise.amount.pressure == 3
    assert line.left == ("pain", "5")


@pytest.mark.parametrize(
    ("row", "sets", "reps", "dose"),
    [
        ("Chin tucks 10 x 3/day", 0, 10, "3/day"),
        ("Chin tucks 10 x 2 daily", 0, 10, "2 daily"),
        ("Chin tucks 8-10 x 2/day", 0, 8, "2/day"),
        ("Chin tucks 3 x 10 x 2/day", 3, 10, "2/day"),
        ("Chin tucks 10 x 5 s x 2 sets x 3/day", 2, 10, "3/day"),
        ("Neck stretch 20 s each side x 2/day", 0, 0, "2/day"),
        ("Neck stretch: 20 s, 3x week", 0, 0, "3x week"),
        ("Shrugs x 10 x 2 x daily", 0, 10, "2 x daily"),
        ("Chin tucks 3 x 10 daily", 3, 10, "daily"),
        ("Chin tucks 3 x 10/day", 3, 10, "each day"),
        ("Neck stretch 30 s x 3 daily", 0, 3, "daily"),
        ("Circles temple 30 s x 2, 10 s b/w", 0, 2, ""),
    ],
)
def test_how_often_a_day_is_no_count(row: str, sets: int, reps: int, dose: str) -> None:
    amount, _ = amount_of(row)
    assert (amount.sets, amount.reps, amount.dose) == (sets, reps, dose)


@pytest.mark.parametrize(
    ("row", "length", "reps"),
    [
        ("Press temples 1\N{FRACTION SLASH}2 min", 30_000, 0),
        ("Press temples 1.5 min", 90_000, 0),
        ("Press temples 2.30 min", 0, 0),
        ("Chin tuck, do a second set", 0, 0),
        ("Neck stretch 3+ x 20 s", 20_000, 0),
        ("Neck stretch 20:10 x 3", 0, 3),
        ("Chin tuck, hold 3 breaths x 4", 0, 4),
        ("Neck rotation, sets/reps: 2/8", 0, 8),
    ],
)
def test_a_figure_that_is_not_sure_is_not_read(row: str, length: int, reps: int) -> None:
    amount, _ = amount_of(row)
    assert (amount.length, amount.hold, amount.reps) == (length, 0, reps)


NAMES = (
    "Chin tucks", "Neck turns", "Shoulder shrugs backwards", "Shoulder rolls forwards",
    "Neck side bends lying down", "Nods against the wall", "Neck turns lying on the back",
)  # fmt: skip
OFTEN = (
    "2 x a day", "every morning", "3 times a week", "5 times a week", "3 x daily",
    "2 times a week", "4 times a week",
)  # fmt: skip
TABLE = """\
No.\tExercise\tSets x Reps\tTime\tBreak
1\tChin tuck\t2 x 10\t5 s\t30 s
2\tPec stretch\t2\t45 s\t-
3\tRest\t\t1 min\t
"""


def test_a_number_is_no_part_of_a_name_and_one_figure_of_two_is_how_many_times() -> None:
    tuck, pec, rest = (line.exercise for line in handout_of(TABLE).steps)
    assert tuck is not None and pec is not None and rest is not None
    assert (tuck.name, tuck.amount.sets, tuck.amount.reps) == ("Chin tuck", 2, 10)
    assert tuck.summary().endswith("30s between the rounds")
    assert (pec.name, pec.summary()) == ("Pec stretch", "stretch, front of the shoulder, 2 x 45s")
    assert rest.rest == 60_000


def test_where_each_is_done_as_often_as_it_says_no_name_is_lost() -> None:
    rows = [f"{name} x 10, {often}" for name, often in zip(NAMES, OFTEN, strict=True)]
    outline = handout_of("\n".join(rows)).outline("Neck")
    assert outline["dose"] == "each exercise as often as stands with it"
    said = zip(outline["steps"], OFTEN, strict=True)
    assert all(step["show"].endswith(often) for step, often in said)
    two = handout_of("\n".join(rows[:2])).outline("Neck")
    assert two["dose"] == "Chin tucks: 2 x a day; Neck turns: every morning"
