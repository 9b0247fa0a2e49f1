"""Sentences that a pasted sheet has broken over several rows are read as one."""

from typing import Any

import pytest

from relax_coach.core.handout import handout_of

PASTED = """\
Neck self-management
2. Place your fingertips on your temples
   and make small circles for one
   minute. Keep the pressure at 3 out
   of 10.
3. With the left hand, squeeze the right
   shoulder muscle for 10 seconds, relax
   for 5 seconds, 6 times. Swap
   sides.
4. Lie on your back with knees bent. Breathe
   in through the nose for 4 seconds and
   out for 6 seconds for 3 minutes."""


def steps_of(sheet: str) -> list[dict[str, Any]]:
    names = (
        "target",
        "technique",
        "side",
        "pressure",
        "for",
        "hold",
        "release",
        "times",
        "breathe",
    )
    steps = handout_of(sheet).outline("T")["steps"]
    return [{key: one[key] for key in names if key in one} for one in steps if len(one) > 1]


def test_a_sentence_over_several_rows_is_one() -> None:
    assert steps_of(PASTED) == [
        {"target": "temple", "technique": "small_circles", "pressure": 3, "for": "1m"},
        {"target": "upper_trapezius", "technique": "compression", "side": "each",
         "hold": "10s", "release": "5s", "times": 6},
        {"breathe": "4-6", "for": "3m"},
    ]  # fmt: skip
    assert [line.number for line in handout_of(PASTED).lines] == [1, 2, 6, 10]


def test_and_none_of_its_words_is_lost() -> None:
    assert " ".join(line.text for line in handout_of(PASTED).lines).split() == PASTED.split()


@pytest.mark.parametrize(
    "rows",
    [
        ("chin in, hold 3 s, x8", "shldr blades back 5 s x 10"),
        ("Please do these every single evening", "chin tucks x 10"),
        ("C) Temple press with two thumbs", "hold 7 s, repeat 5 times"),
        ("Chin tucks, slowly and with care, x 10", "then shoulder rolls x 10"),
        ("Chin tucks x 10 and", "", "shoulder rolls x 10"),
        ("Chin tucks x 10 and", "- neck turn x 5"),
        ("An ache under your fingers that stays sharp", "dose: Twice a day at most."),
    ],
)  # fmt: skip
def test_rows_that_stand_for_themselves_are_not_joined(rows: tuple[str, ...]) -> None:
    assert [line.text for line in handout_of("\n".join(rows)).lines] == list(filter(None, rows))


def test_a_second_set_is_no_second() -> None:
    sheet = (
        "Chin tucks, hold for 5 s. Repeat\n10 times, then rest for 30 seconds and do\na second set."
    )
    (step,) = handout_of(sheet).outline("T")["steps"]
    assert (step["repeat"], step["between"]) == (2, "30s")
    assert (step["steps"][0]["hold"], step["steps"][0]["times"]) == ("5s", 10)
    assert "second" in handout_of("Chin tucks x 10. Do a second set.").lines[0].left


def test_no_row_ends_with_what_another_is_to_be_let_do() -> None:
    (line,) = handout_of(
        "Lift the shoulders up, hold for 3 s and then let\nthem drop. 8 times."
    ).steps
    assert line.exercise is not None and line.exercise.amount.reps == 8
