"""Stories of a routine scaled to a time: both sides equal, every cap kept."""

from dataclasses import replace

import pytest
from drawn import assert_whole, options, routines
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from made import SHIPPED, routine

from relax_coach.core import document
from relax_coach.core.compile import compile_routine
from relax_coach.core.fit import CannotFit
from relax_coach.core.options import Options
from relax_coach.core.routine import Routine
from relax_coach.core.session import excess, worked

KNEAD = "target: shoulder\ntechnique: knead\nsay: Go.\n"


def lengths(*steps: str, fit: int) -> list[tuple[float, str | None]]:
    """Seconds of work and side, one span after the other, in a session of `fit` seconds."""
    timeline = compile_routine("t", routine(*steps), Options(fit=fit * 1000))
    return [(span.length / 1000, span.side) for span in timeline.spans if span.kind == "work"]


def test_both_sides_are_scaled_alike() -> None:
    assert lengths(KNEAD + "side: each\nfor: 1m", fit=61) == [(20, "left"), (20, "right")]
    left, right = (f"{KNEAD}side: {side}\nfor: 1m" for side in ("left", "right"))
    assert lengths(left, right, fit=59) == [(20, "left"), (20, "right")]


def test_presses_come_whole_and_the_time_is_not_exceeded() -> None:
    step = KNEAD + "side: left\nhold: 4s\nrelease: 1s\ntimes: 6"
    assert len(lengths(step, fit=16 + 24)) == 4
    assert len(lengths(step, fit=16 + 25)) == 5


def test_a_time_out_of_reach_names_the_nearest() -> None:
    with pytest.raises(CannotFit, match="the shortest it can be is 0:21"):
        lengths(KNEAD + "for: 1m", fit=20)
    with pytest.raises(CannotFit, match="the longest it can be is 10:16"):
        lengths(KNEAD + "for: 1m", fit=1200)
    with pytest.raises(CannotFit, match="the longest it can be is 0:36"):
        lengths(KNEAD + "hold: 20s", fit=60)


def test_no_session_grows_past_three_hours() -> None:
    rests = routine(*["rest: 1m"] * 6)
    assert compile_routine("t", rests, Options(fit=2 * 3_600_000)).total == 2 * 3_600_000
    with pytest.raises(CannotFit, match="the longest it can be is 180:19") as refused:
        compile_routine("t", rests, Options(fit=5 * 3_600_000))
    longest = compile_routine("t", rests, Options(fit=refused.value.nearest))
    assert longest.work + 6 * 2_000 == 3 * 3_600_000


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
@pytest.mark.parametrize("minutes", [2, 5, 10])
def test_a_preset_fits_or_says_how_short_it_can_be(path: object, minutes: int) -> None:
    made = document.read(path.read_bytes()).routine  # type: ignore[attr-defined]
    assert made is not None
    try:
        timeline = compile_routine("t", made, Options(fit=minutes * 60_000))
    except CannotFit as reason:
        timeline = compile_routine("t", made, Options(fit=reason.nearest))
    sides = [
        sum(span.length for span in timeline.spans if span.kind == "work" and span.side == side)
        for side in ("left", "right")
    ]
    assert sides[0] == sides[1]
    assert excess(worked(timeline, 0, 0), worked(timeline, 0, timeline.total)) == ""


@settings(max_examples=60, deadline=None)
@given(routines(), options(), st.integers(20, 900))
def test_a_fitted_session_is_whole_and_never_longer(
    routine: Routine, chosen: Options, seconds: int
) -> None:
    fit = replace(chosen, fit=seconds * 1000)
    try:
        timeline = compile_routine("t", routine, fit)
    except CannotFit as reason:
        assume(reason.nearest < seconds * 1000)
        return
    assert_whole(timeline)
    assert timeline.total <= seconds * 1000
