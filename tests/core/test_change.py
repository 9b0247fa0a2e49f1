"""Before and after: counted honestly, and nothing claimed of a few sessions."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from relax_coach.core.change import Change, by_place, by_routine, most_often
from relax_coach.core.record import Ratings, Record

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def session(
    before: int | None, after: int | None, routine: str = "headband", spot: str = "temple",
    side: str = "left", stress: tuple[int | None, int | None] = (None, None),
) -> Record:  # fmt: skip
    return Record(
        "s", NOON, routine, routine.title(), spot=spot, side=side,
        before=Ratings(pain=before, stress=stress[0]), after=Ratings(pain=after, stress=stress[1]),
    )  # fmt: skip


def test_of_two_sessions_no_mean_is_claimed() -> None:
    (one,) = by_routine([session(6, 2), session(5, 5)])
    assert one.change.means is None
    assert not one.change.is_marked
    assert one.change.brief == "1 of 2 lower"


def test_of_three_it_is_and_what_went_up_is_told_too() -> None:
    (one,) = by_routine([session(6, 2), session(5, 3), session(4, 7)])
    assert one.change.means == (5.0, 4.0)
    assert one.change.brief == "2 of 3 lower, 1 higher"


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [(6, 4, True), (6, 5, False), (3, 2, True), (9, 7, True), (5, 5, False), (2, 5, False)],
)
def test_the_rough_guide_is_two_points_or_a_third_less(
    before: int, after: int, marked: bool
) -> None:
    (one,) = by_routine([session(before, after)] * 3)
    assert one.change.is_marked == marked


def test_the_rough_guide_is_for_pain_alone() -> None:
    assert not Change.of("stress", [(8, 1)] * 3).is_marked


def test_what_was_not_said_is_not_counted() -> None:
    assert by_routine([session(6, None), session(None, 2), session(None, None)]) == ()


def test_each_side_of_a_spot_stands_alone_the_most_often_first() -> None:
    found = by_place([session(6, 2), session(3, 2, side="right"), session(5, 4, side="right")])
    assert [(one.spot, one.side, one.changes[0].sessions) for one in found] == [
        ("temple", "right", 2),
        ("temple", "left", 1),
    ]


def test_the_routine_with_the_largest_change_comes_first_and_the_few_last() -> None:
    records = [session(5, 4)] * 3 + [session(6, 2, "jaw", "masseter")] * 3
    records += [session(9, 0, "once")]
    assert [one.title for one in by_routine(records)] == ["Jaw", "Headband", "Once"]


def test_told_of_is_what_was_rated_most_often() -> None:
    records = [session(5, 4, stress=(6, 2)), session(None, None, stress=(6, 2))]
    (one,) = by_routine(records)
    assert (one.change.rating, one.change.brief) == ("stress", "2 of 2 lower")


def test_a_session_that_was_skipped_through_is_not_counted() -> None:
    skipped = replace(session(6, 2), planned=478_000, done=20_000)
    assert by_place([skipped]) == by_routine([skipped]) == ()
    assert by_place([skipped, session(6, 2)])[0].sessions == 1


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
    found = most_often([went(-1, 2), Change.of("stress", [(5, 1)] * 2), went(0)])
    assert found == went(-1, 2, 0)


def went(*changes: int) -> Change:
    """Pain, as it changed from 5 in each session."""
    return Change.of("pain", [(5, 5 + change) for change in changes])
