"""Pointing at a place: keys and clicks reach all of them, and left stays left."""

import pytest

from relax_coach.bodymap.chart import CHARTS, PLACES, WAYS, Chart, Spot
from relax_coach.bodymap.light import is_allowed
from relax_coach.bodymap.outline import holds
from relax_coach.bodymap.pointer import FIRST, Pointer, pointing
from relax_coach.core.options import is_spot
from relax_coach.core.vocabulary import TARGETS

SPOTS = [(chart, spot) for chart in CHARTS.values() for spot in chart.spots]


def test_the_arrows_reach_every_spot_of_every_chart() -> None:
    seen: set[tuple[str, Spot | None]] = set()
    waiting = [Pointer().moved("down")]
    while waiting:
        pointer = waiting.pop()
        if (pointer.chart.name, pointer.spot) not in seen:
            seen.add((pointer.chart.name, pointer.spot))
            waiting += [pointer.moved(way) for way in WAYS]
    assert seen == {(chart.name, spot) for chart, spot in SPOTS}


@pytest.mark.parametrize(("chart", "spot"), SPOTS, ids=lambda one: getattr(one, "target", ""))
def test_a_click_on_its_point_chooses_it_and_it_may_be_lit(chart: Chart, spot: Spot) -> None:
    x, y = spot.place.point
    pointer = Pointer(chart).at(x, y)
    assert pointer.spot == spot and holds(spot.place.region, x, y)
    assert is_allowed(chart.picture, x, y, 60)
    assert spot.place in pointer.spots
    if spot.side and chart.picture.name != "side":
        assert (x < 0.5) == (spot.side == "left")


def test_every_place_that_may_be_a_sore_spot_can_be_chosen() -> None:
    assert {word for word in TARGETS if is_spot(word)} <= set(PLACES)
    assert all(TARGETS[word].cap for word in PLACES)


def test_both_sides_then_left_then_right_then_both_and_the_head_turns_for_it() -> None:
    pointer = Pointer().jumped("t")
    assert pointer.name == "temple, both sides" and len(pointer.spots) == 2
    sides = []
    for _ in range(3):
        pointer = pointer.other_side()
        sides.append((pointer.side, pointer.name, len(pointer.spots)))
    assert sides == [
        ("left", "left temple", 1),
        ("right", "right temple", 1),
        ("both", "temple, both sides", 2),
    ]
    profile = pointer.turned("left").other_side().other_side()
    assert (profile.chart.name, profile.name) == ("right", "right temple")
    assert pointer.jumped("f").other_side().side == "both", "the forehead has one side only"


def test_one_side_follows_the_arrows_over_the_middle() -> None:
    pointer = Pointer().jumped("e").other_side()
    assert pointer.name == "left eyebrow"
    while pointer.spot and pointer.spot.side == "left":
        pointer = pointer.moved("right")
    assert pointer.name == "between the brows"
    assert pointer.moved("right").name == "right eyebrow"


def test_a_letter_goes_to_a_place_in_sight_first_and_again_to_the_next() -> None:
    neck = Pointer(CHARTS["neck"])
    assert neck.jumped("b").chart.name == "neck"
    found = [pointer := Pointer().jumped("t")]
    for _ in range(3):
        found.append(pointer := pointer.jumped("t"))
    assert [one.target for one in found] == [
        "temple", "scalp_top", "upper_trapezius", "temple"
    ]  # fmt: skip
    assert found[2].chart.name == "shoulders"
    assert Pointer().jumped("z") == Pointer()


def test_turning_goes_through_all_charts_and_keeps_a_place_that_is_seen_there() -> None:
    pointer = Pointer().jumped("o")
    seen = []
    for _ in CHARTS:
        seen.append((pointer.chart.name, pointer.target))
        pointer = pointer.turned()
    assert [name for name, _ in seen] == list(CHARTS)
    assert seen[:3] == [("face", "ear"), ("left", "ear"), ("neck", "")]


@pytest.mark.parametrize("side", ["left", "right", "each", ""])
@pytest.mark.parametrize("target", PLACES)
def test_what_is_named_is_pointed_at(target: str, side: str) -> None:
    pointer = pointing(target, side)
    assert pointer.target == target
    if side in ("left", "right") and "left" in TARGETS[target].sides:
        assert pointer.side == side and pointer.spot and pointer.spot.side == side
    else:
        assert pointer.side not in ("left", "right")


def test_what_is_not_drawn_is_nowhere() -> None:
    assert pointing("") == Pointer(FIRST) and pointing("head_whole").target == ""
