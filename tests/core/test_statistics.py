"""What the sessions of a journal add up to: per spot and side, and per routine and spot."""

from rated import change

from relax_coach.core.change import Change
from relax_coach.core.statistics import Statistics, What


def at(spot: str = "temple", side: str = "left", routine: str = "headband") -> What:
    return What(routine, spot, side)


def pain(*pairs: tuple[int, int]) -> tuple[Change, ...]:
    return (change("pain", pairs),)


def test_each_side_of_a_spot_stands_alone_the_most_often_first() -> None:
    found = Statistics({
        at(spot=""): pain((5, 4), (5, 4), (5, 4)),
        at(side="left"): pain((6, 2)),
        at(side="right"): pain((3, 2)),
        at(side="right", routine="jaw"): pain((5, 4)),
    })  # fmt: skip
    assert [(one.spot, one.side, one.sessions) for one in found.places] == [
        ("temple", "right", 2),
        ("temple", "left", 1),
        ("", "left", 3),
    ]


def test_the_routine_with_the_largest_change_comes_first_and_the_few_last() -> None:
    found = Statistics(
        {
            at(routine="once"): pain((9, 0)),
            at(): pain((5, 4), (5, 4)),
            at(side="right"): pain((5, 4)),
            at("masseter", routine="jaw"): pain((6, 2), (6, 2), (6, 2)),
            at("masseter", routine="rose"): pain((2, 4), (2, 4), (2, 4)),
        },
        {"headband": "Headband", "jaw": "Jaw", "once": "", "rose": "Rose"},
    )
    assert [one.title for one in found.tried] == ["Jaw", "Headband", "once", "Rose"]


def test_what_rose_more_often_than_it_fell_comes_last_and_has_no_star() -> None:
    found = Statistics({
        at(routine="large"): pain((9, 2), (5, 6), (5, 6)),
        at(routine="twice"): pain((2, 4), (2, 4)),
        at(routine="once"): pain((5, 4)),
    })  # fmt: skip
    assert found.tried[0].title == "once"
    assert not any(one.change.is_marked for one in found.tried)


def test_told_of_is_what_was_rated_most_often() -> None:
    (one,) = Statistics({at(): (*pain((5, 4)), change("stress", [(6, 2), (6, 2)]))}).tried
    assert (one.change.rating, one.change.brief) == ("stress", "2 of 2 lower")
