"""`journal rate`: a number that was mistyped is put right, by a new event."""

from datetime import UTC, date, datetime, timedelta

import pytest

from relax_coach import intake
from relax_coach.cli import journal_rating
from relax_coach.cli.program import run
from relax_coach.core import safety
from relax_coach.core.exits import Exit
from relax_coach.core.record import Event, Ratings, Record
from relax_coach.store import answers
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


def test_no_other_number_is_proposed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["journal", "rate", "last", "--pain-after", "12"]) == Exit.WRONG_USE
    assert "Did you mean" not in capsys.readouterr().err


def test_what_is_given_is_put_right_and_the_rest_stays(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--pain-after", "2", "--stress-before", "unsaid", "--overall", "much better"]
    assert run(["journal", "rate", "last", *words]) == Exit.DONE
    assert "pain 6 → 2" in capsys.readouterr().out
    found = record()
    assert (found.before, found.after, found.overall) == (Ratings(6), Ratings(2), "much better")
    assert (found.ended, found.done) == ("finished", 240_000)


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> date:
    monkeypatch.setattr(journal_rating, "now", lambda: NOW)
    return NOW.astimezone().date()


def test_much_more_pain_rests_for_the_day_until_it_was_a_slip(
    today: date, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["journal", "rate", "last", "--pain-before", "2", "--pain-after", "6"])
    said = " ".join(capsys.readouterr().out.split())
    assert "Pain went up from 2 to 6." in said and " ".join(safety.hurt_said("self")) in said
    assert intake.rests(today)
    run(["journal", "rate", "last", "--pain-after", "2"])
    assert journal_rating.LIFTED in capsys.readouterr().out and not intake.rests(today)


def test_what_else_was_wrong_today_stays(today: date, capsys: pytest.CaptureFixture[str]) -> None:
    run(["journal", "rate", "last", "--pain-after", "8"])
    answers.keep_hurt(today)
    run(["journal", "rate", "last", "--pain-after", "2"])
    assert journal_rating.STAYS in " ".join(capsys.readouterr().out.split())
    assert intake.rests(today)


def test_what_is_rated_of_another_day_rests_nothing_today(monkeypatch: pytest.MonkeyPatch) -> None:
    later = NOW + timedelta(days=1)
    monkeypatch.setattr(journal_rating, "now", lambda: later)
    run(["journal", "rate", "last", "--pain-after", "10"])
    assert not intake.rests(later.astimezone().date())


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
