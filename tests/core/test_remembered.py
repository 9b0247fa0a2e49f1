"""What was eased off last time is known the next time, until it is had as written again."""

from datetime import UTC, datetime

import pytest

from relax_coach.core.record import Record
from relax_coach.core.remembered import eased_before

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def session(routine: str, **eased: int) -> Record:
    return Record("s", NOW, routine, eased=eased)


@pytest.mark.parametrize(
    ("sessions", "remembered"),
    [
        ([], {}),
        ([session("a", temple=1)], {"temple": 1}),
        ([session("a", temple=1), session("a", temple=2)], {"temple": 2}),
        ([session("a", temple=1), session("a")], {}),  # it was refused
        ([session("a", temple=1), session("b")], {"temple": 1}),  # that was another routine
        ([session("a", temple=1), session("b", jaw=1)], {"temple": 1, "jaw": 1}),
    ],
)
def test_the_last_time_counts(sessions: list[Record], remembered: dict[str, int]) -> None:
    assert eased_before(sessions) == remembered
