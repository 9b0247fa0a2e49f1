"""What stands on leaflets and printouts: what was, the other side then, rules for all, bars."""

import pytest

from relax_coach.cli.reading import became
from relax_coach.core.handout import handout_of


def told_of(row: str) -> str:
    return became(handout_of(f"My neck plan\n{row}").lines[1], is_open_above=False)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            "Neck turns 10x (5x each side)",
            "each side, 5 times, at one's own pace; only to be read: 10x",
        ),
        ("Neck turns 10x (5x L, 5x R), hold 3 sec", "each side, 5 x 3s; only to be read: 10x"),
        ("Neck stretch 6x (3x each side), hold 20 s", "each side, 3 x 20s; only to be read: 6x"),
        ("Chin tucks 10x (was 5x)", "10 times, at one's own pace; only to be read: was 5x"),
        ("Shrugs 15x (5x if sore)", "15 times, at one's own pace; only to be read: 5x if sore"),
        ("Chin tuck 3 x (5 x 10 s)", "3 rounds, slow movement, chin tuck, 5 x 10s"),
    ],
)
def test_a_count_in_brackets_makes_no_rounds(row: str, told: str) -> None:
    assert told in told_of(row)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Stretch: right arm across chest, hold 20 sec, then left. 3 times", "(from then left)"),
        ("Tilt your head towards your left shoulder, hold 5 s, then to the right. 5 times.",
         "(from then to the right)"),
        ("Turn your head to look over your right shoulder, hold 5 seconds. Return and turn to the "
         "left. Repeat 5 times.", "(from return and turn to the left)"),
        ("Neck turn 5 x 5s, right side first, then left", "(from then left)"),
    ],
)  # fmt: skip
def test_a_side_that_comes_then_makes_both(row: str, told: str) -> None:
    assert ", each side, " in told_of(row) and told in told_of(row)


@pytest.mark.parametrize(
    "row",
    ["6 x 6 x 6: Each exercise 6 times, hold 6 sec, 6 times per day",
     "10 x 10: all exercises, 10 secs, 10 times", "Every stretch: 3 times, 20 seconds each",
     "For every exercise: 10 reps, 2 sets", "Hold stretches for 30 seconds, repeat 3x"],
)  # fmt: skip
def test_a_rule_for_all_is_no_exercise(row: str) -> None:
    assert handout_of(f"My neck plan\n{row}\nChin tuck x 10").lines[1].kind in ("other", "dose")


@pytest.mark.parametrize(
    "row",
    ["Gently roll your shoulders backwards in circles 10 times",
     "Shoulders: roll in big circles 10 times"],
)  # fmt: skip
def test_who_rolls_the_shoulders_presses_nothing(row: str) -> None:
    assert "slow movement, shoulders, 10 times" in told_of(row)


@pytest.mark.parametrize(
    "row",
    [
        "Rub the temples, then the jaw muscles, 1 min each",
        "Knead shoulders, neck and scalp 2 min each",
    ],
)
def test_each_of_several_places_is_no_side(row: str) -> None:
    told = told_of(row)
    assert "each side" not in told and told.endswith("each")


def test_a_printout_with_bars_is_of_the_name_above() -> None:
    sheet = handout_of(
        "CERVICAL RETRACTION\nReps 10 | Sets 2 | Hold 3 sec | Freq 3x/day\n"
        "UPPER TRAPEZIUS STRETCH - RIGHT\nReps 3 | Hold 30 sec | Freq 2x/day"
    )
    tuck, stretch = (one for one in sheet.steps)
    assert "2 rounds, slow movement, 10 x 3s; how often: 3x/day" in became(tuck, False)
    assert "right, 3 x 30s; how often: 2x/day" in became(stretch, False)


def test_a_rest_between_sets_of_a_single_set_is_to_be_read() -> None:
    sheet = handout_of("Neck stretch\nSets: 1\nReps: 3\nHold: 20 s\nRest between sets: 15 seconds")
    assert became(sheet.steps[0], False).endswith("3 x 20s; only to be read: rest between sets 15s")


def test_a_row_of_how_long_has_more_names() -> None:
    sheet = handout_of("Exercise 4: Levator stretch\nTime: 30 seconds x 2 each side")
    assert [one.kind for one in sheet.lines] == ["step", "more"]
    assert ", each side, 2 x 30s" in became(sheet.steps[0], False)
    assert "how often: tds" in told_of("Jaw circles 30 s/side, tds")
