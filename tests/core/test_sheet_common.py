"""What stands on many sheets: sets of seconds, holds without a unit, breaths, a worse side."""

import pytest

from relax_coach.cli.reading import became
from relax_coach.core.handout import handout_of


def told_of(row: str) -> str:
    return became(handout_of(f"My neck plan\n{row}").lines[1], is_open_above=False)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Pec stretch, 3 sets of 30 secs", "3 rounds, stretch, front of the shoulder, 30s"),
        ("Neck stretch 3 sets of 20 s each side", "3 rounds, stretch, back of the neck, each side"),
        ("Chin tucks hold for 5 x 10 reps", "chin tuck, 10 x 5s (from hold for 5 x 10 reps)"),
        ("Neck stretch hold 20 x 3 each side", "each side, 3 x 20s (from hold 20 x 3)"),
        ("Chin tucks 3 x 10 (hold 5)", "3 rounds, slow movement, chin tuck, 10 x 5s"),
        ("Neck stretch 3 x 30 (30 s each side)", "each side, 3 x 30s"),
        ("Chin tuck 10 x 5 (10 reps of 5 secs)", "slow movement, chin tuck, 10 x 5s"),
        ("Neck stretch 3 x 30 (secs) each side", "each side, 3 x 30s"),
        ("Neck stretch 30 s x 3 <->", "each side, 3 x 30s (from both ways)"),
        ("Neck stretch 3 x 5 breaths", "3 times, at one's own pace; only to be read: 5 breaths"),
        ("Chest stretch 30 s, no more than 3 per day", "how often: no more than 3 per day"),
        ("Warm flannel on cheeks 5 min", "warmth, jaw muscle, 5m"),
        ("Turn head 10/side", "each side, 10 times"),
    ],
)
def test_it_is_read_as_it_is_meant(row: str, told: str) -> None:
    assert told in told_of(row)


@pytest.mark.parametrize(
    "row",
    ["Neck stretch 5 breaths each side", "Jaw press with fingertips 3 breaths",
     "Neck stretch 3 x 30", "Neck stretch hold for 3 slow breaths"],
)  # fmt: skip
def test_what_is_no_length_here_is_left_open(row: str) -> None:
    assert told_of(row).startswith("no step yet, not said (how long)")


def test_breaths_are_how_often_where_one_breathes() -> None:
    (step,) = handout_of("Belly breathing, 10 breaths, in 4, out 6").outline("T")["steps"]
    assert step["times"] == 10
    stroke = handout_of("Stroke the forehead with each breath out, 10 breaths")
    assert "10 times" in became(stroke.lines[0], is_open_above=False)
    rows = handout_of("Wrist circles x 10\nBreathing\nIn 4 s\nOut 6 s\n10 breaths")
    assert rows.lines[-1].kind == "other", "not of the circles"
    press = told_of("Press the temples 30 s; breathe 5-5")
    assert press.endswith("only to be read: breathe, 5-5")


@pytest.mark.parametrize(
    "row",
    [
        "Temple circles 2 min, a little firmer on the right",
        "Knead the shoulders for 2 minutes, paying more attention to the right",
        "Neck stretch 20 s x 3, and a fourth time on the right",
        "Neck stretch 20 s x 3, go easy on the right",
        "Knead the shoulders 2 min, twice as many on the right",
        "Neck stretch 20 s x 3; tighter on right",
        "Knead the shoulders 2 min, focusing on the right",
    ],
)
def test_a_side_that_has_more_of_it_is_not_the_only_one(row: str) -> None:
    told = told_of(row)
    assert "right" in told.partition("only to be read: ")[2]
    assert "side" not in handout_of(f"T neck plan\n{row}").outline("T")["steps"][-1]


def test_the_worse_side_that_is_named_is_that_side() -> None:
    assert ", left, " in told_of("Neck stretch, worse side (L), 20 s")


@pytest.mark.parametrize(
    "row",
    ["Temple circles 30s/temple", "Shoulder stretch 30 s/shoulder", "Upper arm stretch 20s an arm",
     "Biceps stretch 2 x 20s / arm", "Wrist stretch 3 x 20s/hand"],
)  # fmt: skip
def test_a_time_for_each_of_a_pair_is_each_side(row: str) -> None:
    assert ", each side, " in told_of(row)


def test_behind_a_stroke_may_be_another_exercise() -> None:
    assert "each side" not in told_of("Superset: chin tuck x 10 / shoulder shrug x 10")


@pytest.mark.parametrize(
    "row", ["Press the shoulder R, 10 s each", "Knead neck L side, 3 pts, 20 s ea"]
)
def test_each_beside_one_side_is_of_each_press(row: str) -> None:
    side = "right" if " R" in row else "left"
    assert f", {side}, " in told_of(row) and "each side" not in told_of(row)


@pytest.mark.parametrize(
    "row",
    ["Jaw circles - R for 1 min, L for 30 s", "Turn head L, hold 10; turn head R, hold 10; x3"],
)
def test_sides_that_differ_are_lines_of_their_own(row: str) -> None:
    assert told_of(row).startswith("not understood: ")


def test_rows_of_how_it_begins_are_to_be_read() -> None:
    sheet = handout_of(
        "Exercise 2 - Upper trap stretch\nStart: sitting\nAction: tilt the head\nHold: 20 s\n"
        "Repeat: 3 each side"
    )
    assert [one.kind for one in sheet.lines] == ["step", "remark", "remark", "more", "more"]
    (step,) = sheet.outline("T")["steps"]
    assert (step["hold"], step["times"], step["side"]) == ("20s", 3, "each")
