"""What a session tells of itself: what was limited, left out, or chosen for nothing."""

from made import routine

from relax_coach.core.compile import compile_routine
from relax_coach.core.options import Options

NOBODY = frozenset({"nobody"})
SILENT = "cautions: []\ncues: silent"


def notes(*steps: str, top: str = "cautions: []", **chosen: object) -> tuple[str, ...]:
    options = Options(**chosen)  # type: ignore[arg-type]
    return compile_routine("t", routine(*steps, top=top), options).notes


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
    assert notes(PRESS.replace("left", "each") + "2", side="left") == (
        "Both sides have their turn here; the one chosen has two where it is wanted.",
    )


def test_an_ambience_asked_for_in_a_silent_routine_is_said_to_be_left_out() -> None:
    left_out = ("In this routine nothing sounds but speech: the ambience is left out.",)
    assert notes("rest: 5s", top=SILENT, ambience="rain") == left_out
    assert notes("rest: 5s", top=SILENT, ambience="none") == ()
    assert notes("rest: 5s", ambience="rain") == ()


def test_a_step_left_out_is_named_by_its_first_side() -> None:
    step = "target: {}\ntechnique: circles\nside: each\nfor: 9m\ntitle: The {{side}}"
    twice = (step.format("sore spot"), step.format("temple"))
    assert notes(*twice, spot="temple") == (
        "Ten minutes on the temple are enough: left out is The left.",
    )


def test_the_same_is_told_once() -> None:
    assert len(notes(PRESS + "6", PRESS + "5", held=NOBODY)) == 1
