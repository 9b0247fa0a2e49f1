"""What can be asked of a routine without playing it."""

import pytest
from made import file, read, routine

from relax_coach.core.routine import Breath, Source

KNEAD = "target: neck\ntechnique: knead\nfor: 9s"
MOVE = "target: neck turn\ntechnique: movement\nfor: 9s"
SORE = "target: sore spot\ntechnique: circles\nfor: 9s"


def test_every_step_is_written_once_however_often_it_is_played() -> None:
    one = routine(KNEAD, "repeat: 3\nsteps:\n  - rest: 5s\n  - target: jaw\n    technique: knead\n"
                  "    for: 9s\n  - repeat: 2\n    steps: [{rest: 6s}]", KNEAD)  # fmt: skip
    kinds = [type(step).__name__ for step in one.written]
    assert kinds == ["Massage", "Repeat", "Rest", "Massage", "Repeat", "Rest", "Massage"]
    assert one.targets == ("neck_back", "masseter")


def test_cautions_and_sources_are_gathered_from_the_top_and_the_steps() -> None:
    one = routine(
        f"{KNEAD}\ncautions: [pregnancy, migraine]\nsources: [A book, A page]",
        "rest: 5s\ncautions: [pregnancy]\nsources: [A page]",
        top="cautions: [migraine]\nsources: [{title: A talk, year: 2020, url: https://a.example}]",
    )
    assert one.every_caution == ("migraine", "pregnancy")
    assert [str(source) for source in one.every_source] == [
        "A talk, 2020 <https://a.example>", "A book", "A page",
    ]  # fmt: skip
    assert str(Source("A", "B", "2020")) == "A, B, 2020"


@pytest.mark.parametrize(
    ("steps", "presses"),
    [(("rest: 5s",), False), (("breathe: 5-5\ntimes: 2", MOVE), False), ((MOVE, KNEAD), True)],
)
def test_moving_and_breathing_press_nothing(steps: tuple[str, ...], presses: bool) -> None:
    assert routine(*steps).presses == presses


@pytest.mark.parametrize(
    ("step", "spot", "side"),
    [
        (KNEAD, False, False),
        (f"{KNEAD}\nside: each", False, False),
        (f"{KNEAD}\nside: sore", False, True),
        (SORE, True, True),
        (f"{SORE}\nside: left", True, False),
        (f"{SORE}\nside: sore", True, True),
    ],
)
def test_what_is_asked_before_the_start(step: str, spot: bool, side: bool) -> None:
    one = routine("rest: 5s", step)
    assert (one.asks_spot, one.asks_side) == (spot, side)


@pytest.mark.parametrize("text", ["5-5", "4-7-8", "4-4-4-4", "5.5-0-5-2"])
def test_a_breath_is_written_as_it_was_read(text: str) -> None:
    (step,) = routine(f"breathe: {text}\ntimes: 1").steps
    assert str(step.breath) == text  # type: ignore[attr-defined]


def test_the_phases_of_a_breath_are_those_that_take_time() -> None:
    assert Breath(4_000, 0, 6_000, 0).phases == (("in", 4_000), ("out", 6_000))
    assert Breath(4_000, 1_000, 6_000, 2_000).phases == (
        ("in", 4_000), ("hold", 1_000), ("out", 6_000), ("hold", 2_000),
    )  # fmt: skip


def test_what_the_author_leaves_out() -> None:
    plain = routine("rest: 5s")
    assert (plain.language, plain.who, plain.position) == ("en", "self", "any")
    assert (plain.cues, plain.ambience, plain.switch) == ("full", "none", 5_000)
    assert (plain.summary, plain.dose, plain.author, plain.license) == ("", "", "", "")
    (knead,) = routine(KNEAD).steps
    assert (knead.title, knead.say, knead.show, knead.lead, knead.position) == ("", "", "", 0, "")
    assert (knead.side, knead.hand, knead.pressure) == ("", "", 4)  # type: ignore[attr-defined]


def test_a_file_without_a_title_has_none_and_a_faulty_one_keeps_its_own() -> None:
    assert read("").title == read("cautions: []").title == ""
    faulty = read(file("rest: soon").replace("title: T", "title: Mine"))
    assert (faulty.routine, faulty.title, faulty.ok) == (None, "Mine", False)
