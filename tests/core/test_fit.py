"""Stories of a routine scaled to a time: both sides equal, every cap kept."""

from dataclasses import replace
from pathlib import Path

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
from relax_coach.core.timeline import Timeline

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


def test_a_third_turn_counts_toward_three_hours() -> None:
    made = routine(KNEAD + "side: each\nhold: 40s", *["rest: 1m"] * 6)
    twice = Options(side="left", twice=True, fit=5 * 3_600_000)
    longest, _ = nearest(made, twice)
    assert longest.work + 7 * 2_000 + 2 * 5_000 == 3 * 3_600_000


def test_what_was_too_much_for_two_turns_as_written_is_not_had_twice_in_less_time() -> None:
    step = KNEAD + "side: each\nfor: 3m"
    twice = Options(side="left", twice=True, fit=2 * 60_000)
    session = compile_routine("t", routine(step, step), twice)
    assert [span.side for span in session.spans if span.kind == "work"] == [
        "left", "right", "left", "left", "right",
    ]  # fmt: skip


ADAPTED = {
    "as written": Options(),
    "left twice": Options(side="left", twice=True),
    "right first": Options(side="right", sore_first=True),
    "right first and twice": Options(side="right", sore_first=True, twice=True),
    "tight, and eased": Options(gentle=True, eased={"upper_trapezius": 1, "temple": 2}),
}
ONE_PRESS = 10_000
"""No press, stroke or breath of a preset, on both sides where it has them, lasts as long, in ms."""


@pytest.mark.parametrize("options", ADAPTED.values(), ids=ADAPTED)
@pytest.mark.parametrize("minutes", [2, 5, 10])
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_preset_fits_or_says_what_it_can_be(path: Path, minutes: int, options: Options) -> None:
    made = document.read(path.read_bytes()).routine
    assert made is not None
    wanted = minutes * 60_000
    timeline, refused = nearest(made, replace(options, fit=wanted))
    if refused:
        assert timeline.total == refused.nearest
        beyond = refused.nearest + (-1 if refused.nearest > wanted else ONE_PRESS)
        _, again = nearest(made, replace(options, fit=beyond))
        assert again is not None and again.nearest == refused.nearest
    else:
        assert wanted - ONE_PRESS < timeline.total <= wanted
    assert excess(worked(timeline, 0, 0), worked(timeline, 0, timeline.total)) == ""
    assert_sides_are_equal(timeline, options.side if options.twice else "")


def nearest(made: Routine, options: Options) -> tuple[Timeline, CannotFit | None]:
    """The session as long as wanted, or the nearest to it and why."""
    try:
        return compile_routine("t", made, options), None
    except CannotFit as reason:
        return compile_routine("t", made, replace(options, fit=reason.nearest)), reason


def assert_sides_are_equal(timeline: Timeline, twice: str) -> None:
    """In each step left and right have the same, but for one turn more of the side `twice`."""
    for step in range(1, timeline.steps + 1):
        work = [span for span in timeline.spans if span.step == step and span.kind == "work"]
        each = {
            side: sum(span.length for span in work if span.side == side)
            for side in ("left", "right")
        }
        other, sore = (each["left"], each["right"])[:: -1 if twice == "left" else 1]
        if other and sore:
            assert sore == (2 * other if twice else other)


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
