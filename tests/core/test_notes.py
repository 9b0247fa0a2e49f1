"""What a session tells of itself: what was limited, left out, or chosen for nothing."""

from made import routine

from relax_coach.core.compile import compile_routine
from relax_coach.core.options import Options

NOBODY = frozenset({"nobody"})


def notes(*steps: str, **chosen: object) -> tuple[str, ...]:
    return compile_routine("t", routine(*steps), Options(**chosen)).notes  # type: ignore[arg-type]


PRESS = "target: shoulder\ntechnique: press\nside: left\nfor: 9s\npressure: "


def test_a_light_press_needs_nobody_to_be_asked() -> None:
    assert notes(PRESS + "2", held=NOBODY) == ()
    assert notes(PRESS + "3", held=NOBODY) == (
        "Nobody could be asked: the touch stays light, at most 2 of 10.",
    )


def test_what_nobody_asked_for_is_said_to_change_nothing() -> None:
    nothing = "This routine asks for no {}: the one chosen changes nothing."
    assert notes("rest: 5s") == ()
    assert notes("rest: 5s", spot="temple") == (nothing.format("spot"),)
    assert notes("rest: 5s", side="left", spot="temple") == (
        nothing.format("spot"), nothing.format("side"),
    )  # fmt: skip
    spot = "target: sore spot\ntechnique: circles\nfor: 9s"
    assert notes(spot, side="left", spot="temple") == ()
    assert notes(f"{spot}\nside: right", side="left") == (nothing.format("side"),)


def test_a_step_left_out_is_named_by_its_first_side() -> None:
    step = "target: {}\ntechnique: circles\nside: each\nfor: 9m\ntitle: The {{side}}"
    twice = (step.format("sore spot"), step.format("temple"))
    assert notes(*twice, spot="temple") == (
        "Ten minutes on the temple are enough: left out is The left.",
    )


def test_the_same_is_told_once() -> None:
    assert len(notes(PRESS + "6", PRESS + "5", held=NOBODY)) == 1
