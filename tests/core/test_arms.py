"""When the arms have been up for too long: what raises them, what rests them."""

import pytest
from made import file, read

RUB = "target: temple\ntechnique: circles\n"
SEATED = "cautions: []\nposition: seated"


def tired(*steps: str, top: str = SEATED) -> int:
    """The number of the step before which the arms want a rest; 0 where they need none."""
    found = read(file(*steps, top=top))
    assert found.routine is not None
    lines = [problem.place.line for problem in found.problems if problem.code == "over-cap"]
    places = [step.place.line for step in found.routine.written]
    return places.index(lines[0]) + 1 if lines else 0


def test_the_advice_names_the_time_and_the_rest() -> None:
    (problem,) = read(file(RUB + "for: 2m1s", top=SEATED)).problems
    assert problem.message == "the arms have been up for more than 120 s without a rest"
    assert problem.hint == "put `- rest: 10s` before this step"
    assert problem.severity == "warning"


def test_two_minutes_to_the_millisecond() -> None:
    assert tired(RUB + "for: 2m") == 0
    assert tired(RUB + "for: 120.001s") == 1


@pytest.mark.parametrize("rest", ["rest: 10s", "wait: yes\nfor: 10s", "breathe: 5-5\ntimes: 1"])
def test_after_a_rest_of_ten_seconds_the_count_begins_anew(rest: str) -> None:
    assert tired(RUB + "for: 2m", rest, RUB + "for: 2m") == 0
    assert tired(RUB + "for: 2m", rest, RUB + "for: 120.001s") == 3


@pytest.mark.parametrize(
    ("step", "raised"),
    [
        ("target: neck\ntechnique: knead\n", True),
        ("target: suboccipital\ntechnique: knead\n", True),
        ("target: forehead\ntechnique: stroke\nhand: fingertips\n", True),
        ("target: neck\ntechnique: knead\nhand: soft ball\n", False),
        ("target: neck\ntechnique: heat\nhand: none\n", False),
        ("target: neck side\nside: left\ntechnique: movement\n", False),
        ("target: shoulder\ntechnique: knead\n", False),
    ],
)
def test_only_hands_on_head_and_neck_hold_the_arms_up(step: str, raised: bool) -> None:
    assert tired(step + "for: 2m1s") == int(raised)


@pytest.mark.parametrize(
    ("side", "seconds"),
    [("left", 120), ("both", 120), ("each", 60), ("alternate", 60), ("sore", 60)],
)
def test_one_side_after_the_other_takes_twice_as_long(side: str, seconds: int) -> None:
    step = f"{RUB}side: {side}\nfor: "
    assert tired(f"{step}{seconds}s") == 0
    assert tired(f"{step}{seconds + 1}s") == 1


@pytest.mark.parametrize(
    ("position", "held"),
    [
        ("seated", True), ("seated_desk", True), ("standing", True),
        ("seated_supported", False), ("side_lying", False), ("any", False),
    ],
)  # fmt: skip
def test_a_table_or_a_bed_carries_the_arms(position: str, held: bool) -> None:
    top = f"cautions: []\nposition: {position}"
    assert tired(RUB + "for: 2m1s", top=top) == int(held)
    assert tired(f"{RUB}position: {position}\nfor: 2m1s", top="cautions: []") == int(held)


def test_between_rounds_ten_seconds_are_a_rest_and_nine_are_none() -> None:
    rounds = (
        "repeat: 2\nbetween: {}\nsteps:\n  - target: temple\n    technique: circles\n    for: {}"
    )
    assert tired(rounds.format("10s", "2m")) == 0
    assert tired(rounds.format("10s", "120.001s")) == 2
    assert tired(rounds.format("9s", "1m")) == 0
    assert tired(rounds.format("9s", "61s")) == 2
    assert tired(rounds.format("9s", "1m"), RUB + "for: 1s") == 3


def test_after_the_last_round_there_is_no_rest() -> None:
    rounds = "repeat: 2\nbetween: 10s\nsteps:\n  - target: temple\n    technique: circles\n"
    assert tired(rounds + "    for: 1m", RUB + "for: 1m") == 0
    assert tired(rounds + "    for: 1m", RUB + "for: 61s") == 3
