"""Sides on a sheet: which one is worked, and where it is not plain, that nothing is guessed."""

from typing import Any

import pytest

from relax_coach.core.handout import handout_of


def step_of(sheet: str) -> dict[str, Any]:
    (step,) = [one for one in handout_of(sheet).outline("T")["steps"] if "target" in one]
    return dict(step)


@pytest.mark.parametrize("mark", ["R. ", "R) ", "1. R. ", "- R. ", "R: ", "r "])
def test_a_letter_of_a_side_is_no_mark_of_a_list(mark: str) -> None:
    found = step_of(f"{mark}UT stretch 20 s x 3")
    assert (found["side"], found["title"]) == ("right", "UT stretch, right")


@pytest.mark.parametrize(
    "line",
    [
        "Right upper trap stretch: tilt head to the left, 30 s",
        "UT stretch (right side): head to left 30 s",
        "Right side neck stretch, chin to the left 30 s",
        "Stretch the right side of neck by tilting to the left, 30 s",
    ],
)
def test_where_the_head_goes_is_not_the_side_that_is_stretched(line: str) -> None:
    assert step_of(line)["side"] == "right" and "left" in handout_of(line).lines[0].left


@pytest.mark.parametrize(
    "line",
    [
        "Upper trap stretch (L) 30 s (R sore - leave)",
        "Massage right temple with circles for 1 min, never the left one",
    ],
)
def test_a_line_that_names_both_in_its_own_way_is_left_to_its_reader(line: str) -> None:
    assert handout_of(line).steps == ()


@pytest.mark.parametrize(
    "line", ["Sore side: temple circles 1 min", "Affected side only: UT stretch 30 s"]
)
def test_the_sore_side_is_asked_for_when_it_is_played(line: str) -> None:
    assert step_of(line)["side"] == "sore"


def test_a_table_may_have_a_column_for_each_side() -> None:
    table = "Exercise | Right | Left\nTemple circles | 1 min | -\nJaw circles | 30 s | 20 s"
    assert (step_of(table)["target"], step_of(table)["side"]) == ("temple", "right")
    assert handout_of(table).lines[2].kind == "other", "two times for one step"


@pytest.mark.parametrize("line", ["Shoulder rolls 2x10 rückwärts", "Chin tucks x 10, länger"])
def test_the_first_letter_of_a_word_in_another_language_is_no_side(line: str) -> None:
    assert "side" not in str(handout_of(line).outline("T")["steps"][0])
    assert line.split()[-1] in handout_of(line).lines[0].left


def test_nor_is_it_a_unit() -> None:
    assert [one.kind for one in handout_of("10 Münzen").lines] == ["other"]


@pytest.mark.parametrize(
    "told",
    [
        "left side not today", "right side later", "non-affected side", "non-painful side",
        "opposite to the painful side", "contralateral to affected side", "less painful side",
        "away from the sore side", "left side first", "right side only if sore", "right away",
        "at a right angle", "right after waking", "whatever is left", "both sides except the left",
        "lying on your left side", "instead of left", "right side twice as often",
    ],
)  # fmt: skip
def test_a_side_that_is_denied_put_off_or_none_is_told_and_not_read(told: str) -> None:
    (line,) = handout_of(f"Neck stretch 20 s, {told}").steps
    assert "side" not in step_of(line.text)
    assert {"left", "right", "affected", "painful", "sore"} & set(" ".join(line.left).replace(
        "-", " ").split())  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["Stretch right up to the ceiling 10 s x 3", "Right then, shoulder rolls x 10",
     "Left-handed people: knead the shoulder 1 min"],
)  # fmt: skip
def test_right_may_be_a_word_of_speech(line: str) -> None:
    assert "side" not in step_of(line)


@pytest.mark.parametrize("first", ["start with the painful side", "begin with the left"])
def test_which_of_both_sides_comes_first_is_told(first: str) -> None:
    line = f"Jaw circles, both sides, {first}, 1 min"
    assert step_of(line)["side"] == "each" and first.split()[0] in handout_of(line).lines[0].left


@pytest.mark.parametrize(
    ("line", "side"),
    [
        ("Start with the right shoulder: knead 1 min", "right"), ("UT stretch R 20 s", "right"),
        ("Knead left shoulder 2 min, not too hard", "left"), ("Left only: UT stretch 20 s", "left"),
        ("UT stretch 20 s, left side except on bad days", "left"),
        ("UT stretch 20 s x 4, alternating", "alternate"),
    ],
)  # fmt: skip
def test_a_side_that_is_plain_is_read(line: str, side: str) -> None:
    assert step_of(line)["side"] == side


@pytest.mark.parametrize("days", ["on alternate days", "every other day"])
def test_days_in_turn_are_no_sides_in_turn(days: str) -> None:
    sheet = f"Neck turn x 10 {days}"
    assert "side" not in step_of(sheet)
    assert handout_of(sheet).outline("T")["dose"] == f"Neck turn: {days}"


@pytest.mark.parametrize(
    "line",
    ["Squeeze each shoulder 5 times for 5 sec", "Press each temple 5 s", "Rub each ear 20 s",
     "Massage each jaw muscle in circles, 30 sec", "Stretch each forearm 1 min"],
)  # fmt: skip
def test_each_of_a_pair_is_each_side(line: str) -> None:
    found = step_of(line)
    assert found["side"] == "each" and line.startswith(found["title"]) and "each" in found["title"]


def test_hands_on_both_are_both_at_once() -> None:
    line = "Place two fingers on each temple and make small circles for 1 minute"
    assert "side" not in step_of(line)


def test_each_direction_is_no_side_and_is_told() -> None:
    assert "side" not in step_of("Wrist circles 10 each direction")
    line = "Wrist circles 10 each direction each hand"
    assert step_of(line)["side"] == "each"
    assert handout_of(line).lines[0].left == ("direction",)


@pytest.mark.parametrize(("told", "side"), [("r. side", "right"), ("l. side", "left")])
def test_a_side_may_be_cut_short(told: str, side: str) -> None:
    found = step_of(f"Knead neck 1 min, {told}")
    assert (found["target"], found["side"]) == ("neck_back", side)
