"""`journal rate`: a number that was mistyped is put right, by a new event."""

from datetime import UTC, datetime

import pytest

from relax_coach.cli.program import run
from relax_coach.core.exits import Exit
from relax_coach.core.record import Event, Ratings, Record
from relax_coach.store.journal import Journal

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def kept(home: object) -> None:
    told = [
        ("begin", {"routine": "jaw", "title": "Jaw", "planned_ms": 240_000}),
        ("before", {"pain": 6, "stress": 4}),
        ("end", {"ended": "finished", "done_ms": 240_000}),
        ("after", {"pain": 9, "overall": "worse"}),
    ]
    with Journal.write() as journal:
        journal.append(Event("s", seq, *one, NOW) for seq, one in enumerate(told, 1))


def record() -> Record:
    with Journal.read() as journal:
        return journal.records()[0]


def test_what_is_given_is_put_right_and_the_rest_stays(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--pain-after", "2", "--stress-before", "unsaid", "--overall", "much better"]
    assert run(["journal", "rate", "last", *words]) == Exit.DONE
    assert "pain 6 → 2" in capsys.readouterr().out
    found = record()
    assert (found.before, found.after, found.overall) == (Ratings(6), Ratings(2), "much better")
    assert (found.ended, found.done) == ("finished", 240_000)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Say what it was"),
        (["--pain-after", "11"], "'11' is not one of '0', '1'"),
        (["--overall", "beter"], "Did you mean 'better'?"),
    ],
)
def test_nothing_is_changed_by_what_is_no_rating(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = record()
    assert run(["journal", "rate", "last", *words]) == Exit.WRONG_USE
    assert said in capsys.readouterr().err and record() == before
