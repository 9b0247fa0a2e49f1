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
        "Knead left shoulder 1 min; skip the right",
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
