"""Before and after: counted honestly, and nothing claimed of a few sessions."""

import pytest
from rated import change

from relax_coach.core.change import Change, most_often


def test_of_two_sessions_no_mean_is_claimed() -> None:
    pain = change("pain", [(6, 2), (5, 5)])
    assert pain.means is None
    assert not pain.is_marked
    assert pain.brief == "1 of 2 lower"


def test_of_three_it_is_and_what_went_up_is_told_too() -> None:
    pain = change("pain", [(6, 2), (5, 3), (4, 7)])
    assert pain.means == (5.0, 4.0)
    assert pain.brief == "2 of 3 lower, 1 higher"


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [(6, 4, True), (6, 5, False), (3, 2, True), (9, 7, True), (5, 5, False), (2, 5, False)],
)
def test_the_rough_guide_is_two_points_or_a_third_less(
    before: int, after: int, marked: bool
) -> None:
    assert change("pain", [(before, after)] * 3).is_marked == marked


def test_the_rough_guide_is_for_pain_alone() -> None:
    assert not change("stress", [(8, 1)] * 3).is_marked


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ((-3,), "once, pain was lower after it"),
        ((2,), "once, pain was higher after it"),
        ((0,), "once, pain was the same after it"),
        ((-3, 0, -1), "2 of 3 times pain was lower after it"),
        ((2, 1), "2 of 2 times pain was higher after it"),
        ((-1, -2, -3, 2, 0), "3 of 5 times pain was lower after it, higher once"),
        ((0, 0, -1), "2 of 3 times pain was the same after it, lower once"),
        ((-1, 1), "1 of 2 times pain was lower after it, higher once"),
    ],
)
def test_it_is_told_with_its_number_of_times(changes: tuple[int, ...], told: str) -> None:
    assert went(*changes).told == told


def test_once_counts_for_less_than_often_and_twice_worse_is_bad() -> None:
    once, often = went(-3), went(-1, -1, -1)
    assert 0 < once.share < often.share < 1
    assert not went(2).worsens and went(2, 1).worsens
    assert not went(2, 1, -1, -1).worsens


def test_of_several_places_the_sums_count() -> None:
    found = most_often([went(-1, 2), change("stress", [(5, 1)] * 2), went(0)])
    assert found == went(-1, 2, 0)


def test_pain_that_rose_is_not_hidden_by_what_was_rated_more_often() -> None:
    rose, stress = went(2, 3), change("stress", [(5, 1)] * 3)
    assert most_often([rose, stress]) == rose
    assert most_often([went(2, -3), stress]) == stress


def went(*changes: int) -> Change:
    """Pain, as it changed from 5 in each session."""
    return change("pain", [(5, 5 + by) for by in changes])
