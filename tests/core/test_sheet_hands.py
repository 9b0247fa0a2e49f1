"""Hands on a sheet: what they do, and what is done to them."""

import pytest

from relax_coach.cli.reading import became
from relax_coach.core.exercise import HOW, Exercise
from relax_coach.core.handout import handout_of


def read(line: str) -> Exercise:
    (step,) = handout_of(line).steps
    assert step.exercise is not None
    return step.exercise


@pytest.mark.parametrize(
    "line",
    [
        "Massage your left forearm for 2 minutes", "Hand massage 2 min each", "STM forearm 2 min",
        "Massage both shoulders 3 min", "Face massage 2 min", "Massage temples 1 min, one movement",
    ],
)  # fmt: skip
def test_a_massage_is_no_movement_wherever_it_is(line: str) -> None:
    assert read(line).gaps == (HOW,)


@pytest.mark.parametrize("line", ["Chin tucks x 10 after massage", "Shrugs x 3 before massaging"])
def test_what_comes_before_or_after_a_massage_is_a_movement_as_ever(line: str) -> None:
    assert read(line).technique == "active_movement"


def test_why_a_place_is_not_massaged_is_told() -> None:
    (line,) = handout_of("Forearm massage 2 min").lines
    assert became(line, is_open_above=False) == (
        "no step yet, not said (how): Forearm massage 2 min; there is no massage of the hands and "
        "forearms here, only stretch, movement or tense"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Get comfortable, rest one hand on your tummy (30 seconds)", "Hands on hips, lean back 10x",
        "Lie down with your hands on your belly for 2 minutes", "Hands behind head, elbows back 5x",
    ],
)  # fmt: skip
def test_hands_that_lie_somewhere_are_not_moved(line: str) -> None:
    assert (read(line).target, "hand" in read(line).name.lower()) == ("other", True)


@pytest.mark.parametrize("line", ["Open and close your hands 10x", "Make fists, hold 5 s x 5"])
def test_hands_that_do_something_are(line: str) -> None:
    assert read(line).target == "hands_forearms"


@pytest.mark.parametrize(
    "line", ["Doorway stretch 30 s (one arm at a time) x2", "Wall push, 10 s, one arm at a time x2"]
)
def test_one_arm_at_a_time_is_both_and_no_place(line: str) -> None:
    one = read(line)
    assert (one.target, one.amount.side, one.amount.reps) == ("other", "each", 2)
    assert read("Tighten one arm at a time, 5 s").name == "Tighten one arm at a time"


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ("Circle your shoulders ten times backwards", "active_movement"),
        ("Circling both arms x 10", "active_movement"),
        ("Circle your shoulders with your fingertips 1 min", "small_circles"),
        ("Circle your temples 1 min", "small_circles"),
    ],
)
def test_who_circles_the_shoulders_moves_them(line: str, how: str) -> None:
    assert read(line).technique == how
