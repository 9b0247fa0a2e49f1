"""What a damaged journal still knows, in its events and in its sums: nothing of it is lost."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from relax_coach.core.record import Event
from relax_coach.store.journal import Journal

NOW = datetime(2026, 3, 1, 20, 15, tzinfo=UTC)
PAGE = 4096
LEAVES = "FROM dbstat WHERE name = 'event' AND pagetype = 'leaf'"


def rich(home: Path) -> Path:
    """A journal of which a copy has the beginning: since then there were notes, ends and marks."""
    begin = {"routine": "jaw", "title": "Jaw", "planned_ms": 240_000}
    first = [("begin", begin), ("change", {"does": "ease_off", "target": "masseter"}),
             ("note", {"text": "old"}), ("resume", {})]  # fmt: skip
    then = [("at", {"position": 9_000, "done_ms": 9_000}), ("end", {"ended": "finished"}),
            ("after", {"pain": 2}), ("note", {"text": "new"})]  # fmt: skip
    events = [
        [Event(f"s{one:02}", seq, kind, body, NOW + timedelta(minutes=seq))
         for seq, (kind, body) in enumerate((*first, *then), 1)]
        for one in range(40)
    ]  # fmt: skip
    today = date(2026, 3, 1)
    with Journal.write() as journal:
        for session in events:
            journal.append(session[: len(first)])
        for days in range(30):
            journal.mark(today - timedelta(days=days), NOW, medicine=False, note="old")
        journal.back_up(today)
        for session in events:
            journal.append(session[len(first) :])
        for days in range(30):
            later = NOW + timedelta(hours=days)
            journal.mark(today - timedelta(days=days), later, medicine=True, note="")
    return home / "data" / "journal.db"


def leaves(path: Path) -> int:
    """How many pages hold events."""
    with sqlite3.connect(path) as database:
        return int(database.execute(f"SELECT count(*) {LEAVES}").fetchone()[0])


def lose_a_page(path: Path, number: int = 3) -> None:
    with sqlite3.connect(path) as database:
        query = f"SELECT pageno {LEAVES} ORDER BY path LIMIT 1 OFFSET {number}"
        (page,) = database.execute(query).fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(bytes(PAGE))


def lose_all_events(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("DROP TABLE event")


@pytest.mark.parametrize("harm", [lose_all_events, lose_a_page])
def test_what_the_sums_still_know_is_true_and_no_copy_undoes_it(
    home: Path, harm: Callable[[Path], None]
) -> None:
    """Nor does what is brought back count a second time."""
    path = rich(home)
    with Journal.read() as journal:
        before = journal.records(), journal.days()
    harm(path)
    with Journal.write() as journal:
        assert "damaged" in journal.notices[0]
        assert (journal.records(), journal.days()) == before
        assert journal.interrupted() is None
        journal.restore()
        assert (journal.records(), journal.days()) == before
        assert journal.interrupted() is None
        journal.note("s00", "newest", NOW + timedelta(days=9))
        assert journal.records()[0].note == "newest"


def test_each_page_of_the_events_may_be_lost(home: Path) -> None:
    path = rich(home)
    with Journal.read() as journal:
        before = journal.records(), journal.days()
    whole = path.read_bytes()
    assert leaves(path) > 5
    for number in range(leaves(path)):
        path.write_bytes(whole)
        lose_a_page(path, number)
        with Journal.write() as journal:
            assert "damaged" in journal.notices[0]
            assert (journal.records(), journal.days()) == before, number


@pytest.mark.parametrize(
    "table", ["session", "sqlite_autoindex_session_1", "day", "session_started"]
)
def test_a_page_of_the_sums_that_is_an_older_one_is_made_anew(home: Path, table: str) -> None:
    """As after a write that the disk lost."""
    path = rich(home)
    with sqlite3.connect(path) as database:
        query = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path DESC"
        (page,) = database.execute(query, (table,)).fetchone()
    at = (page - 1) * PAGE
    old = path.read_bytes()[at : at + PAGE]
    later = NOW + timedelta(days=1)
    begin = {"routine": "jaw", "title": "Jaw", "planned_ms": 240_000}
    with Journal.write() as journal:
        journal.append([Event("z", 1, "begin", begin, later), Event("z", 2, "end", {}, later)])
        journal.mark(date(2026, 4, 1), later, headache=True)
        before = journal.records(), journal.days()
    with path.open("r+b") as file:
        file.seek(at)
        assert file.read(PAGE) != old
        file.seek(at)
        file.write(old)
    with Journal.write() as journal:
        assert (journal.records(), journal.days()) == before
        journal.note("z", "newest", later)
        journal.delete(["z"])


def test_an_older_note_of_a_clock_that_was_ahead_does_not_come_back(home: Path) -> None:
    begin = Event("s", 1, "begin", {"routine": "jaw", "title": "Jaw", "planned_ms": 9}, NOW)
    with Journal.write() as journal:
        journal.append([begin])
        journal.note("s", "old", datetime(2999, 1, 1, tzinfo=UTC))
        journal.back_up(NOW.date())
    (home / "data" / "journal.db").unlink()
    with Journal.write() as journal:
        journal.append([begin])
        journal.note("s", "new", NOW)
        assert journal.restore() == 1
        assert journal.records()[0].note == "new"
