"""Rows of a form, and what stands behind a label."""

import pytest

from relax_coach.cli.reading import reading
from relax_coach.core.exercise import Exercise
from relax_coach.core.handout import Handout, handout_of


def only(sheet: Handout) -> Exercise:
    (step,) = sheet.steps
    assert step.exercise is not None
    return step.exercise


@pytest.mark.parametrize("label", ["", "Notes: ", "Important: ", "Heads up: "])
def test_when_to_stop_is_what_stands_behind_it(label: str) -> None:
    sheet = handout_of(f"Chin tucks x 10\n{label}stop if the arm tingles")
    assert sheet.outline("Neck")["stop_if"] == ["the arm tingles"]


def test_the_name_in_a_form_is_that_of_an_exercise_where_it_says_what_is_done() -> None:
    sheet = handout_of(
        "Name: Anna Smith\nName: Neck stretch\nReps: 2\nHold: 15 sec\nPressure: firm"
    )
    assert [line.kind for line in sheet.lines] == ["other", "step", "more", "more", "remark"]
    assert only(sheet).summary() == "stretch, back of the neck, 2 x 15s"


def test_figures_that_differ_by_side_are_no_figures_of_one() -> None:
    sheet = handout_of("Neck stretch\nReps: 3 left, 5 right\nHold: 20 sec")
    assert only(sheet).summary() == "stretch, back of the neck, 20s"
    assert "not understood: Reps: 3 left, 5 right" in " ".join(reading(sheet, 200))


@pytest.mark.parametrize(
    ("row", "reps"), [("Reps: 10 forwards, 5 backwards", 10), ("Reps: 8 am, 12 pm", 8)]
)
def test_a_second_figure_is_told(row: str, reps: int) -> None:
    sheet = handout_of(f"Shoulder rolls\n{row}")
    assert only(sheet).amount.reps == reps
    assert "only to be read: " in " ".join(reading(sheet, 200)).partition(row)[2]


def test_how_often_a_day_is_no_count_in_a_form_either() -> None:
    sheet = handout_of("Neck stretch\nHold: 20 sec\nReps: 2 a day")
    assert (only(sheet).amount.reps, sheet.outline("Neck")["dose"]) == (0, "Reps: 2 a day")
    assert only(handout_of("Shrugs\nReps: 10 x 2")).amount.sets == 2


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Neck stretch 3/7 30s x3", "3 x 30s; how often: 3/7"),
        ("Neck stretch 30s x3 5/7", "3 x 30s; how often: 5/7"),
        ("Neck stretch 30s x3 R>L", "each side, 3 x 30s (from r>l)"),
    ],
)
def test_days_of_seven_and_which_side_is_worse_are_told(row: str, told: str) -> None:
    assert " ".join(reading(handout_of(row), 200)).endswith(told)


def test_the_name_of_a_muscle_is_no_movement() -> None:
    assert only(handout_of("STM calf flexors 2 min")).gaps == ("where", "how")


@pytest.mark.parametrize("mark", ["Step 3 - ", "Step 3: ", "STEP 3. ", "Exercise 3 - ", "Ex 3: "])
def test_a_number_behind_a_word_is_a_mark(mark: str) -> None:
    assert only(handout_of(f"{mark}Pursed lip breathing 2-4, 10 breaths")).name.startswith("Pursed")


@pytest.mark.parametrize("line", ["Step up 10 x each leg", "Step 10-15 times", "Step forward x 5"])
def test_a_step_that_is_taken_is_no_mark(line: str) -> None:
    assert only(handout_of(line)).name.startswith("Step")
