"""What a sheet says of a name that is not known, of "each", and of what is not to be done."""

import pytest

from relax_coach.core.handout import handout_of
from relax_coach.core.line import UNKNOWN

FORM = """\
Neck plan
Exercise 1: Chin tucks
Reps: 10
Exercise 2: {}
Frequency: weekly
Pressure: 5/10
Side: left
Exercise 3: Temple circles 1 min
"""


def test_rows_below_a_name_that_is_not_known_are_of_no_other_exercise() -> None:
    found = handout_of(FORM.format("Shake it"))
    assert [line.told for line in found.lines[4:7]] == [UNKNOWN] * 3
    told = found.outline("A sheet")
    assert "dose" not in told
    assert not any({"side", "pressure"} & step.keys() for step in told["steps"])


@pytest.mark.parametrize("row", ["Do this:", "Every exercise", "Avoid pain"])
def test_below_what_is_no_name_how_often_is_of_all(row: str) -> None:
    sheet = f"Chin tucks 10x\nTemple circles 1 min\n{row}\nFrequency: weekly"
    assert handout_of(sheet).outline("A sheet")["dose"] == "weekly"


@pytest.mark.parametrize(
    ("row", "side", "left"),
    [
        ("Temple circles 30 s, each", "each", ()),
        ("Temple circles 30 s (each)", "each", ()),
        ("Upper trap squeeze 10 reps each", "", ("each",)),
        ("Upper trap press 90 s, each", "", ("each",)),
    ],
)
def test_each_is_each_side_or_told(row: str, side: str, left: tuple[str, ...]) -> None:
    (line,) = handout_of(row).steps
    assert line.exercise is not None
    assert (line.exercise.amount.side, line.left) == (side, left)


@pytest.mark.parametrize(
    ("row", "technique"),
    [
        ("Upper trapezius 1 min, no kneading, just press", "static_press"),
        ("Forehead 1 min; never press", ""),
        ("Temple massage 1 min, do not press hard", ""),
        ("Neck stretch 30 s, do not stretch into pain", "stretch_hold"),
    ],
)
def test_what_is_not_to_be_done_is_not_how_it_is_done(row: str, technique: str) -> None:
    (line,) = handout_of(row).steps
    assert line.exercise is not None and line.exercise.technique == technique


@pytest.mark.parametrize("row", [
    "[ ] Chin tuck   Reps 10  Sets 3  Hold 5s",
    "[x] Chin tuck, sets 3, reps 10, hold 5 s",
    "Chin tuck 3 sets 10 reps 5 s",
])  # fmt: skip
def test_a_row_of_a_printed_form_has_its_labels_before_its_figures(row: str) -> None:
    (line,) = handout_of(row).steps
    assert line.exercise is not None and line.exercise.name.lower() == "chin tuck"
    assert line.exercise.summary() == "3 rounds, slow movement, chin tuck, 10 x 5s"


@pytest.mark.parametrize("row", ["Shoulder rolls: 10 each way", "Temple circles 30 s each way"])
def test_each_way_of_what_goes_round_is_told_and_is_no_side(row: str) -> None:
    (line,) = handout_of(row).steps
    assert line.exercise is not None
    assert (line.exercise.amount.side, line.left) == ("", ("each-way",))


def test_a_pair_behind_reps_has_fewer_sets_and_ranges_of_all_rows_are_to_be_read() -> None:
    (line,) = handout_of("Chin tuck\nReps: 2 x 10\nHold: 5-8 s\nRest: 10-15 s").steps
    assert line.exercise is not None
    told = "2 rounds, slow movement, chin tuck, 10 x 5s, 10s after each"
    assert line.exercise.summary().startswith(told)
    assert line.exercise.amount.quoted == ("5-8 s", "10-15 s")
    assert "Hold: 5-8 s\nRest: 10-15 s" in line.exercise.remark


@pytest.mark.parametrize("row", [
    "Omit neck rotation 5 x each side until pain settles", "Skip the chin tucks 10 x 5 s for now",
    "DISCONTINUE upper trap stretch 3 x 30 s", "N/A Neck turns 5 x", "Stopped: neck turns 5 x",
])  # fmt: skip
def test_what_is_left_out_is_no_exercise(row: str) -> None:
    assert not handout_of(f"Temple circles 1 min\n{row}").steps[1:]
