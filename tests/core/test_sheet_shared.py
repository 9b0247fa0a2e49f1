"""A time for both sides and its half, a hand that is changed, numbers of lines without a dot."""

import pytest

from relax_coach.cli.reading import became
from relax_coach.core.handout import handout_of


def told_of(row: str) -> str:
    return became(handout_of(f"My neck plan\n{row}").lines[1], is_open_above=False)


@pytest.mark.parametrize(
    ("row", "each"),
    [
        ("Knead neck 2 minutes (1 each side)", "1m"),
        ("Knead shoulders 6 min (3 each side)", "3m"),
        ("Temple circles 4 mins (2 left, 2 right)", "2m"),
        ("Press base of skull 30 s (15 each side)", "15s"),
        ("Knead shoulders 3 mins (90 secs each side)", "1m30s"),
        ("Knead shoulders 1 min (1 min each side)", "1m"),
    ],
)
def test_the_half_of_a_time_is_that_of_each_side(row: str, each: str) -> None:
    whole = row.partition(" (")[2]
    assert f", each side, {each} (from " in told_of(row) and whole.rstrip(")") in told_of(row)


def test_each_beside_a_count_may_be_another_and_is_told() -> None:
    assert told_of("Upper trap stretch 30s each x 3").endswith("3 x 30s (from 30s each)")


@pytest.mark.parametrize(
    "row",
    ["Scan the body for any tension left, 2 minutes", "Rub what tightness left there is, 1 min"],
)
def test_what_is_left_is_no_side(row: str) -> None:
    assert ", left, " not in told_of(row)


@pytest.mark.parametrize(
    "row",
    ["Knead your left shoulder for 1 minute, then swap hands",
     "Stretch the left side of the neck 20 s and repeat other side"],
)  # fmt: skip
def test_the_other_side_after_one_makes_both(row: str) -> None:
    assert ", each side, " in told_of(row)


def test_numbers_of_lines_without_a_dot_are_no_counts() -> None:
    rows = ("1 Chin tucks x 10", "2 Shoulder rolls", "3 Neck stretches 30 secs each side",
            "4 Rest 30 s", "5 Temple circles, light (2/10), 1 min")  # fmt: skip
    sheet = handout_of("\n".join(rows))
    assert tuple(one.text for one in sheet.lines) == rows, "as written"
    told = [became(one, is_open_above=False) for one in sheet.lines]
    assert told[1].startswith("no step yet, not said (how long)") and told[3] == "rest, 30s"
    assert told[2].endswith("each side, 30s") and "temple, 1m, pressure 2" in told[4]
    assert "(from 5)" in told_of("5 shoulder shrugs, hold 3 secs"), "alone it may be either"
    assert "(from" not in told_of("10 shoulder rolls, 3 times a day")


def test_stop_and_how_often_of_all_are_found() -> None:
    sheet = handout_of(
        "Chin tuck x 10\nStop and seek advice if your arm tingles.\n"
        "Do each exercise 10 times, 3 times a day."
    )
    assert [one.kind for one in sheet.lines] == ["step", "stop_if", "dose"]
    assert sheet.outline("T")["dose"] == "Do each exercise 10 times, 3 times a day."
    rows = handout_of("RETRACTION\nRepeat 10 Times\nComplete 2 Sets, Perform 1 Time a Day")
    assert rows.steps[0].exercise and rows.steps[0].exercise.amount.sets == 2


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Knead the shoulders 2 min after heat, both sides", "kneading, top of the shoulder, each"),
        ("Neck: heat 10 min prior to stretching", "warmth, back of the neck, 10m"),
        ("Look away at something 6 m away for 20 seconds", "slow movement, 20s"),
        ("Neck: squeeze & hold 5s, 4x", "Neck: squeeze: slow squeeze, back of the neck, 4 x 5s"),
        ("Bend your head forward until you feel a stretch. Hold 10 secs. Repeat x 5.",
         "stretch, back of the neck, 5 x 10s"),
        ("Squeeze your left trapezius 10 times, then swap", "each side, 10 times"),
        ("Turn your head to the right, hold 10 s; return; turn to the left and hold, 3 times",
         "neck turn, each side, 3 x 10s"),
        ("Change position every hour and knead the left shoulder 1 min", ", left, 1m"),
        ("Close your eyes and breathe slowly for 2 minutes", "how long in and out"),
    ],
)  # fmt: skip
def test_leaflet_sentences(row: str, told: str) -> None:
    assert told in told_of(row)


@pytest.mark.parametrize(
    "row",
    ["Neck stretch to the R (for L side) 30s x3", "Side bend to the right (left side) 30s",
     "Upper trap stretch, tilt to R (L side) 3 x 20s"],
)  # fmt: skip
def test_a_side_in_brackets_is_worked_and_the_other_is_where_it_goes_to(row: str) -> None:
    (line,) = handout_of(row).lines
    assert line.exercise and line.exercise.amount.side == "left"
    assert "r" in line.left or "right" in line.left
