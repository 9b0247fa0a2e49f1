"""What of a routine is scaled to a time, how far, and what stays as it is written."""

import pytest
from made import routine

from relax_coach.core.compile import compile_routine
from relax_coach.core.fit import CannotFit
from relax_coach.core.options import Options
from relax_coach.core.timeline import WORK_KINDS, Timeline

KNEAD = "target: shoulder\ntechnique: knead\nsay: Go.\n"
FRAME = 5_000 + 8_000
"""The opening and the end of a session without a voice, in ms."""


def session(*steps: str, ms: int | None = None, spot: str = "") -> Timeline:
    return compile_routine("t", routine(*steps), Options(fit=ms, spot=spot))


def played(*steps: str, ms: int, spot: str = "") -> list[tuple[str, float]]:
    """Kind and seconds of what is done, one after the other, in a session of `ms`."""
    spans = session(*steps, ms=ms, spot=spot).spans[1:-1]
    return [(span.kind, span.length / 1000) for span in spans if span.kind in WORK_KINDS]


def nearest(*steps: str, ms: int, spot: str = "") -> int:
    with pytest.raises(CannotFit) as refused:
        session(*steps, ms=ms, spot=spot)
    return refused.value.nearest


@pytest.mark.parametrize("ms", [21_000, 29_999, 30_001, 45_678, 76_000, 600_123])
def test_what_has_no_beat_is_scaled_to_the_millisecond(ms: int) -> None:
    assert session(KNEAD + "for: 1m", ms=ms).total == ms
    assert session("rest: 1m\nsay: Go.", ms=ms).total == ms


def test_two_steps_shrink_and_grow_by_the_same_share() -> None:
    steps = (KNEAD + "for: 1m", "rest: 20s\nsay: Go.")
    frame = FRAME + 2 * 3_000
    assert played(*steps, ms=frame + 40_000) == [("work", 30), ("rest", 10)]
    assert played(*steps, ms=frame + 160_000) == [("work", 120), ("rest", 40)]


def test_its_own_length_changes_nothing_but_the_note() -> None:
    steps = (KNEAD + "for: 20.5s", "rest: 7.25s", KNEAD + "hold: 4s\ntimes: 3")
    plain = session(*steps)
    scaled = session(*steps, ms=plain.total)
    assert (scaled.spans, scaled.cues) == (plain.spans, plain.cues)
    assert plain.notes == ()
    assert scaled.notes == ("Scaled to 1:02: single presses and pauses are unchanged.",)


def test_left_and_right_written_apart_stay_equal_to_the_millisecond() -> None:
    left, right = (f"{KNEAD}side: {side}\nfor: 1m" for side in ("left", "right"))
    assert played(left, right, ms=60_000) == [("work", 20.5)] * 2
    assert played(left, right, ms=60_001) == [("work", 20.5)] * 2


def test_a_step_on_both_sides_costs_its_time_twice() -> None:
    step = KNEAD + "side: each\nfor: 1m"
    assert played(step, ms=FRAME + 8_000 + 31_000) == [("work", 15.5)] * 2
    turns = KNEAD + "side: alternate\nhold: 3s\nrelease: 1s\ntimes: 9"
    assert len(played(turns, ms=FRAME + 3_000 + 3 * 8_000 + 7_999)) == 3 * 4


def test_breaths_come_whole() -> None:
    step = "breathe: 4-6\ntimes: 6\nsay: Go."
    assert played(step, ms=16_000 + 39_999) == [("breath", 4), ("breath", 6)] * 3
    assert played(step, ms=16_000 + 100_000) == [("breath", 4), ("breath", 6)] * 10
    assert nearest(step, ms=16_000 + 9_999) == 26_000
    assert nearest(step, ms=16_000 + 2_010_000) == 16_000 + 2_000_000


def test_rounds_stay_and_the_rest_between_them_is_scaled() -> None:
    inner = KNEAD.replace("\n", "\n    ")
    rounds = f"repeat: 3\nbetween: 20s\nsteps:\n  - {inner}for: 20s"
    frame = FRAME + 3 * 3_000
    half = played(rounds, ms=frame + 50_000)
    assert half == [("work", 10), ("rest", 10), ("work", 10), ("rest", 10), ("work", 10)]
    least = [("work", 5), ("rest", 3), ("work", 5), ("rest", 3), ("work", 5)]
    assert played(rounds, ms=frame + 21_000) == least
    assert nearest(rounds, ms=frame + 20_999) == frame + 21_000


@pytest.mark.parametrize(
    ("step", "least"),
    [
        (KNEAD + "for: 1m", 5_000),
        (KNEAD + "for: 4s", 4_000),
        (KNEAD + "hold: 4s\nrelease: 1s\ntimes: 9", 5_000),
        (KNEAD + "breath: 4-6\ntimes: 9", 10_000),
        ("rest: 1m\nsay: Go.", 3_000),
        ("rest: 2s\nsay: Go.", 2_000),
        (KNEAD + "hold: 40s", 40_000),
        (KNEAD + "wait: yes\nfor: 40s", 40_000),
        ("wait: yes\nsay: Go.", 30_000),
    ],
)
def test_how_short_a_step_can_be(step: str, least: int) -> None:
    assert nearest(step, ms=14_000) == FRAME + 3_000 + least


@pytest.mark.parametrize(
    ("step", "most"),
    [
        ("target: neck side\ntechnique: stretch\nfor: 20s", 60_000),
        ("target: neck side\ntechnique: movement\nfor: 20s", 3_600_000),
        ("target: temple\ntechnique: press\nfor: 20s", 60_000),
        ("target: shoulder\ntechnique: press\nfor: 20s", 120_000),
        ("target: sore spot\ntechnique: press\nfor: 20s", 60_000),
        ("target: shoulder\ntechnique: knead\nfor: 20s", 600_000),
        ("target: shoulder\ntechnique: hold\nhand: ball\nfor: 20s", 300_000),
        ("target: shoulder\ntechnique: knead\nbreath: 4-7-8\nfor: 20s", 20_000),
        ("target: shoulder\ntechnique: knead\nbreath: 4-6\nfor: 20s", 600_000),
        ("target: shoulder\ntechnique: knead\nbreath: 4-5-4\nhold: 5s\ntimes: 3", 15_000),
        ("target: shoulder\ntechnique: knead\nbreath: 1-1\nhold: 5s\ntimes: 3", 15_000),
        ("target: neck side\ntechnique: movement\nbreath: 4-5-4\ntimes: 3", 8 * 13_000),
        ("target: neck side\ntechnique: movement\nhold: 5s\ntimes: 3", 200 * 5_000),
    ],
)
def test_how_long_a_step_can_be(step: str, most: int) -> None:
    made = f"{step}\nside: left\nsay: Go."
    assert nearest(made, ms=10_000_000, spot="upper_trapezius") == FRAME + 3_000 + most


@pytest.mark.parametrize(
    ("step", "most"),
    [
        ("breathe: 4-5-4\ntimes: 3", 8 * 13_000),
        ("breathe: 4-4-4-4\ntimes: 3", 200 * 16_000),
        ("breathe: 1-1\ntimes: 3", 15 * 2_000),
        ("rest: 20s", 3_600_000),
    ],
)
def test_how_long_a_breathing_or_a_rest_can_be(step: str, most: int) -> None:
    assert nearest(f"{step}\nsay: Go.", ms=10_000_000) == FRAME + 3_000 + most


def test_what_cannot_be_scaled_counts_toward_ten_minutes() -> None:
    left = "target: shoulder\ntechnique: knead\nside: left\nsay: Go.\n"
    single, grown = left + "hold: 100s", left + "for: 1m"
    assert nearest(single, grown, ms=2_000_000) == FRAME + 6_000 + 600_000
    other = grown.replace("left", "right")
    assert nearest(single, other, ms=2_000_000) == FRAME + 6_000 + 700_000


def test_a_lead_that_tells_the_time_lasts_with_it_and_still_fits() -> None:
    say = "say: Knead here in your own good time for all of {time} now.\n"
    step = KNEAD.replace("say: Go.\n", say) + "for: 50s"
    for ms in range(60_000, 90_000, 500):
        timeline = session(step, ms=ms)
        assert ms - 1_000 < timeline.total <= ms
