"""`journal --stats` of some sessions; and a journal that is gone."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from relax_coach.cli.program import run
from relax_coach.core.record import Event
from relax_coach.store import opening
from relax_coach.store.journal import Journal

NOW = datetime.now(UTC)


def keep(spot: str, days_ago: int) -> None:
    at = NOW - timedelta(days=days_ago)
    with Journal.write() as journal:
        journal.append([
            Event(spot, 1, "begin", {"routine": "jaw", "spot": spot}, at),
            Event(spot, 2, "before", {"pain": 5}, at),
            Event(spot, 3, "after", {"pain": 4}, at),
        ])  # fmt: skip


def test_of_one_place_the_calendar_is_whole_all_the_same(capsys: Any) -> None:
    keep("temple", 0)
    keep("masseter", 1)
    run(["journal", "--stats", "--spot", "temple"])
    said = capsys.readouterr().out
    assert "Temple" in said and "Jaw muscle" not in said and "a session on 2 days" in said


def test_where_no_session_fits_that_is_told(capsys: Any) -> None:
    keep("temple", 9)
    run(["journal", "--stats", "--since", "7d"])
    assert capsys.readouterr() == ("", "No session fits. `relax-coach journal` shows them all.\n")


def test_a_journal_that_is_gone_is_no_damaged_one(home: Path, capsys: Any) -> None:
    keep("temple", 1)
    with Journal.write() as journal:
        journal.back_up(NOW.date())
    (home / "data" / "journal.db").unlink()
    run(["journal", "day", "--headache", "yes"])
    said = capsys.readouterr().err
    assert "There is a copy of" in said and "damaged" not in said
    assert [one.name for one in (home / "data").glob("*corrupt*")] == []


def test_what_was_found_while_nobody_could_be_told_is_told_at_the_end(capsys: Any) -> None:
    opening.leave(["The journal was damaged."])
    run(["voices", "--help"])
    assert "The journal was damaged." in capsys.readouterr().err
