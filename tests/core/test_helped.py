"""What helped, by routine and spot, and how honestly it is told."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from relax_coach.core.helped import Helped, helped
from relax_coach.core.record import Ratings, Record

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def session(routine: str, spot: str, before: int | None, after: int | None) -> Record:
    return Record(
        "s", NOON, routine=routine, spot=spot, before=Ratings(before, 8), after=Ratings(after, 8)
    )


def test_each_routine_and_spot_is_counted_by_itself() -> None:
    found = helped(
        [
            session("jaw", "masseter", 6, 3),
            session("jaw", "masseter", 4, 4),
            session("jaw", "temple", 4, 5),
            session("headband", "temple", 7, 2),
        ]
    )
    assert found == {
        ("jaw", "masseter"): Helped((-3, 0)),
        ("jaw", "temple"): Helped((1,)),
        ("headband", "temple"): Helped((-5,)),
    }
    jaw = found["jaw", "masseter"]
    assert (jaw.sessions, jaw.lower, jaw.same, jaw.higher) == (2, 1, 1, 0)


def test_what_was_not_said_before_and_after_does_not_count() -> None:
    unsaid = [session("jaw", "", 6, None), session("jaw", "", None, 3)]
    assert helped(unsaid) == {}
    assert helped(unsaid, "tightness") == {("jaw", ""): Helped((0, 0))}


def test_there_is_no_mean_of_two() -> None:
    assert Helped((-3, -1)).mean_change is None
    assert Helped((-3, -1, 1)).mean_change == -1


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ((), ""),
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
    assert Helped(changes).told("pain") == told


def test_once_counts_for_less_than_often_and_twice_worse_is_bad() -> None:
    once, often = Helped((-3,)), Helped((-1, -1, -1))
    assert 0 < once.share < often.share < 1
    assert not Helped((2,)).worsens and Helped((2, 1)).worsens
    assert not Helped((2, 1, -1, -1)).worsens


def test_a_session_that_was_skipped_through_says_nothing_of_what_helped() -> None:
    felt = session("jaw", "", 6, 3)
    skipped, enough = (replace(felt, planned=240_000, done=done) for done in (59_000, 60_000))
    assert helped([skipped]) == {}
    assert helped([skipped, enough, felt]) == {("jaw", ""): Helped((-3, -3))}
