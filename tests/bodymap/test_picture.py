"""Where each target is drawn: in the right picture, on the right side, on the body."""

from itertools import product
from typing import Any

import pytest

from relax_coach.bodymap.drawing import SIZES, drawing
from relax_coach.bodymap.light import Canvas, is_allowed
from relax_coach.bodymap.outline import holds
from relax_coach.bodymap.picture import PAIR, PAIR_LYING, PERSON, Picture, picture
from relax_coach.core.vocabulary import TARGETS

NOWHERE = {"sore_spot", "other"}
SIDES = ("left", "right", "both", "midline")
ALL = [(word, side) for word in TARGETS if word not in NOWHERE for side in SIDES]


def is_body(seen: Picture, x: float, y: float) -> bool:
    """Whether the figure, and not the ground, is at (x, y)."""
    width = max(SIZES)
    _, above, below = Canvas(seen, width, "half").rows("")[int(y * width / 2)][int(x * width)]
    number = below if y * width / 2 % 1 >= 0.5 else above
    return seen.drawing.schemes["dark"].palette[number][3] > 128


@pytest.mark.parametrize(("word", "side"), ALL)
def test_every_target_has_its_point_in_its_region_on_the_body(word: str, side: str) -> None:
    seen = picture(word, side)
    found = seen.drawing.targets[word]
    for spot in seen.spots:
        assert holds(spot.region, *spot.point)
        assert is_body(seen, *spot.point)
        assert is_allowed(seen, *spot.point, 60) or found.lit is False
    assert bool(seen.spots) == found.lit


@pytest.mark.parametrize("word", [word for word in TARGETS if "left" in TARGETS[word].sides])
def test_left_is_left_in_every_picture_and_right_its_mirror_image(word: str) -> None:
    left, right = picture(word, "left"), picture(word, "right")
    for one, other in zip(left.spots, right.spots, strict=True):
        assert [(1 - x, y) for x, y in one.region] == list(other.region)
        assert left.name == "side" or one.point[0] < 0.5
    both = picture(word, "both")
    assert not both.spots or both.name == "side" or len(both.spots) == 2 or word in NOWHERE


def test_a_stretch_of_the_left_goes_to_the_right_and_a_turn_to_the_left_goes_left() -> None:
    for word, side, goes_left in [
        ("neck_side", "left", False),
        ("neck_side", "right", True),
        ("neck_diagonal", "left", False),
        ("neck_diagonal", "right", True),
        ("neck_turn", "left", True),
        ("neck_turn", "right", False),
    ]:
        seen = picture(word, side)
        (way,) = seen.ways
        assert all((x < 0.5) == goes_left for x, _ in way)
        assert seen.mirrored != goes_left


def test_a_target_without_a_place_shows_the_person() -> None:
    assert picture("") == picture("sore_spot", "left") == picture("other", "both") == PERSON


@pytest.mark.parametrize("pair", [PAIR, PAIR_LYING])
def test_the_two_are_pictures_in_which_nothing_is_lit(pair: Picture) -> None:
    assert (pair.spots, pair.ways, pair.drawing.targets) == ((), (), {})
    assert is_body(pair, 0.75, 0.5) and not is_body(pair, 0.1, 0.1)


def test_who_lies_has_the_face_up_and_nobody_where_the_other_sat() -> None:
    assert is_body(PAIR_LYING, 0.1, 0.7) and is_body(PAIR_LYING, 0.4, 0.6)
    assert not is_body(PAIR_LYING, 0.3, 0.4)


def test_palms_lie_over_the_eyes_and_nothing_is_lit() -> None:
    seen = picture("eyes", "both", "palming")
    assert (seen.pose, seen.spots) == ("palms", ())


def test_what_is_seen_from_the_side_is_turned_over_for_the_right() -> None:
    left, right = picture("temple", "left"), picture("temple", "right")
    assert (left.mirrored, right.mirrored) == (False, True)
    for kind in ("half", "sextant", "braille"):
        rows, turned = (Canvas(one, 20, kind).rows("") for one in (left, right))
        again: Any = Canvas(left, 20, kind)
        assert [len(row) for row in rows] == [20] * 10
        assert turned != rows == again.rows("")


def test_pictures_of_every_size_and_kind_can_be_shown() -> None:
    for name in ("front", "back", "side", "hands", "partner", "partner_lying"):
        one = drawing(name)
        views = {key.split()[0] for key in one._pictures}
        for view, width, kind in product(views, SIZES, ("half", "sextant", "braille")):
            rows = one.rows(view, "", width, kind)
            assert (len(rows), {len(row) for row in rows}) == (width // 2, {width})
