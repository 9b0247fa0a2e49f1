"""Numbers are told with the right word."""

from relax_coach.core.account import count, events_were, sessions


def test_one_is_one_and_more_are_more() -> None:
    assert [count(1), sessions(1), events_were(1)] == ["1 day", "1 session", "1 event was"]
    assert [count(2), sessions(0), events_were(1200)] == [
        "2 days", "0 sessions", "1,200 events were",
    ]  # fmt: skip
