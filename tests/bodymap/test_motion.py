"""How the light moves tells the technique."""

import math
from itertools import pairwise

from relax_coach.bodymap.drawing import FRAMES
from relax_coach.bodymap.motion import Beat, Mark, frame, marks
from relax_coach.bodymap.outline import along
from relax_coach.bodymap.picture import picture

SHOULDER = picture("upper_trapezius", "left").spots[0]


def at(technique: str, seconds: float, **beat: object) -> tuple[Mark, ...]:
    return marks(technique, SHOULDER, 4, Beat(seconds, **beat))  # type: ignore[arg-type]


def test_a_circle_comes_round_in_two_seconds() -> None:
    x, y = SHOULDER.point
    (first,), (half,), (again,) = (at("small_circles", second) for second in (0.0, 1.0, 2.0))
    assert math.dist((first.x, first.y), (again.x, again.y)) < 1e-9
    assert math.isclose(first.x + half.x, 2 * x) and math.isclose(first.y + half.y, 2 * y)


def test_a_press_sinks_in_and_stays() -> None:
    (first,), (later,) = at("static_press", 0.0), at("static_press", 3.0)
    assert (first.x, first.y) == (later.x, later.y) == SHOULDER.point
    assert first.radius < later.radius and first.glow < later.glow


def test_a_stroke_goes_one_way_and_fades() -> None:
    (start,), (end,) = at("effleurage", 0.2), at("effleurage", 3.2)
    assert math.dist((end.x, end.y), SHOULDER.way[-1]) < 1e-6
    assert math.dist((start.x, start.y), SHOULDER.way[0]) < 0.01
    assert at("effleurage", 3.99)[0].glow < 0.1


def test_a_glide_goes_there_and_back_around_the_middle() -> None:
    places = [at("scalp_glide", second)[0] for second in (0.0, 2.0, 4.0)]
    assert math.isclose(places[0].x, places[2].x) and not math.isclose(places[0].x, places[1].x)
    assert math.isclose(places[0].x, along(SHOULDER.way, 0.25)[0])


def test_kneading_and_pinching_are_two_that_come_together() -> None:
    for technique in ("petrissage", "pincer", "compression"):
        apart = [
            math.dist((one.x, one.y), (other.x, other.y))
            for one, other in (at(technique, second) for second in (0.0, 1.5, 2.0))
        ]
        assert min(apart) < 0.75 * max(apart), technique
    assert at("compression", 0.0)[0].y == at("compression", 0.0)[1].y


def test_taps_fall_here_and_there() -> None:
    assert len({(mark.x, mark.y) for n in range(5) for mark in at("tapotement", n * 0.5)}) == 5


def test_nothing_moves_at_rest_and_what_is_let_go_is_pale() -> None:
    for technique in ("small_circles", "effleurage", "petrissage"):
        assert at(technique, 0.3, still=True) == at(technique, 7.7, still=True)
    assert at("small_circles", 0.3, state="release")[0].glow < at("small_circles", 0.3)[0].glow


def test_a_stretch_goes_in_stays_and_is_left_in_time() -> None:
    steps = [frame("stretch_hold", Beat(second, 20 - second)) for second in range(21)]
    assert (steps[0], steps[10], steps[20]) == (0, FRAMES, 0)
    assert max(abs(a - b) for a, b in pairwise(steps)) <= 3


def test_a_movement_goes_there_and_back_over_and_over() -> None:
    steps = [frame("active_movement", Beat(second)) for second in range(9)]
    assert steps[0] == steps[8] == 0 and steps[4] == FRAMES
    assert frame("active_movement", Beat(0.0, state="release")) == FRAMES
