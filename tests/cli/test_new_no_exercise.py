"""Lines of a sheet that are no exercise: none of them is done, and what may be none is told."""

import pytest

from relax_coach.cli.reading import reading
from relax_coach.core.handout import handout_of
from relax_coach.core.source import COMMENT


def told_of(line: str) -> str:
    """How the second line of a sheet was read."""
    return list(reading(handout_of(f"Chin tucks x 10\n{line}"), 200))[-1]


@pytest.mark.parametrize(
    "line",
    [
        "Repeat step 2 x 3", "Repeat 1-3 before bed", "Repeat no. 4 x 2",
        "Repeat steps 1 to 3, 2 x", "Then do number 2 again x 5", "Go back to 1 and repeat x 2",
        "Repeat whole set 2 x", "Repeat exercises 2 and 3 twice",
    ],
)  # fmt: skip
def test_what_is_to_be_done_again_is_told_as_not_done(line: str) -> None:
    assert told_of(line) == f"  line 2: to do again what is above, which is not done: {line}"


@pytest.mark.parametrize(
    "line",
    [
        "Wear collar 30 min", "Time needed 10 min", "Goal: 3 x 10", "Target 30 s hold",
        "Last week: 3 x 8", "Start with 30 seconds.", "Painkillers 30 min before if needed",
        "Paracetamol 1 g, 30 min before", "Progression: add 1 rep every 2 days up to 10",
        "STRETCHES (hold 30 seconds, repeat twice each side)", "STRENGTH (2 sets of 10)",
    ],
)  # fmt: skip
def test_what_is_told_about_exercises_is_none(line: str) -> None:
    assert told_of(line) == f"  line 2: not understood: {line}"


def test_figures_below_such_a_line_are_not_of_the_step_above_it() -> None:
    sheet = handout_of("Neck turn, hold 5 s\nRepeat steps 1 to 3\nRepeat 5")
    assert [line.kind for line in sheet.lines] == ["step", "other", "other"]


@pytest.mark.parametrize("line", ["Goldfish 6 x", "Walk 10 minutes", "Kiefer massieren 1,5 min"])
def test_a_step_of_which_no_word_is_known_is_a_guess(line: str) -> None:
    assert told_of(line).endswith("a guess: is this an exercise?")
    comment = handout_of(line).outline("T")["steps"][0][COMMENT]
    assert comment == [f"A guess: is this an exercise? Sheet, line 1: {line}"]


@pytest.mark.parametrize(
    "line", ["Wall slides 30 s", "Chin tucks x 10", "Calf raises 3 x 12", "Look up x 5",
             "Start with 10 chin tucks", "Do this neck stretch again 20 s"],
)  # fmt: skip
def test_an_exercise_is_no_guess(line: str) -> None:
    sheet = handout_of(line)
    assert len(sheet.steps) == 1 and "guess" not in str(sheet.outline("T"))


def test_nothing_of_a_sheet_in_another_language_is_silently_read() -> None:
    """What is neither understood nor told would be an invention."""
    sheet = handout_of(
        "Kinn zurückziehen 10x, 5 Sek halten\nSchulterkreisen 2x10 rückwärts\n"
        "Nackendehnung je Seite 30 Sek, 2 Wdh\nSchläfenmassage 1 Min\nNeck stretch 30 sek. li + re"
    )
    assert [line.is_guess or line.is_open or line.kind == "other" for line in sheet.lines] == (
        [True] * 5
    )
