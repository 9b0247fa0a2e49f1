"""What is kept of sessions in a real file: added to, read, noted, deleted."""

import sqlite3
import stat
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from relax_coach.core.day import Day
from relax_coach.core.record import Event, Ratings
from relax_coach.store import backups, migrations
from relax_coach.store import database as database_module
from relax_coach.store.database import Unusable
from relax_coach.store.journal import Journal

EVENING = datetime(2026, 3, 1, 20, 15, tzinfo=UTC)
TODAY = date(2026, 3, 1)
OLDER = Path(__file__).parent / "journals"


@pytest.fixture
def path(home: Path) -> Path:
    return home / "data" / "journal.db"


def session(name: str, start: datetime = EVENING, ends: bool = True) -> list[Event]:
    told = [
        ("begin", {"routine": "headband", "title": "Headband", "planned_ms": 240_000}),
        ("before", {"pain": 6}),
        ("at", {"position": 70_000, "done_ms": 60_000, "worked": {"temple/left": 9_000}}),
        ("end", {"ended": "finished", "done_ms": 240_000}),
    ]
    return [
        Event(name, number, kind, body, start + timedelta(seconds=number))
        for number, (kind, body) in enumerate(told[: None if ends else -1], 1)
    ]


def kept(*sessions: list[Event]) -> None:
    with Journal.write() as journal:
        for events in sessions:
            journal.append(events)


def test_what_was_added_is_there_for_the_next_program(path: Path) -> None:
    kept(session("a"), session("b", EVENING + timedelta(hours=1), ends=False))
    with Journal.read() as journal:
        first, second = journal.records()
    assert (first.id, first.ended, first.before) == ("a", "finished", Ratings(pain=6))
    assert (second.id, second.ended, second.done) == ("b", "interrupted", 60_000)


def test_an_event_that_is_written_twice_is_there_once(path: Path) -> None:
    kept(session("a"), session("a"))
    assert sqlite3.connect(path).execute("SELECT count(*) FROM event").fetchone() == (4,)


def test_nobody_else_may_read_it(path: Path) -> None:
    kept(session("a"))
    with Journal.write() as journal:
        journal.back_up(TODAY)
    modes = [stat.S_IMODE(one.stat().st_mode) for one in (path, *backups.backups(path.parent))]
    folders = [stat.S_IMODE(one.stat().st_mode) for one in (path.parent, path.parent / "backups")]
    assert (modes, folders) == ([0o600, 0o600], [0o700, 0o700])


def test_a_missing_journal_reads_as_an_empty_one_and_is_not_made(path: Path) -> None:
    with Journal.read() as journal:
        assert (journal.records(), journal.days(), journal.interrupted()) == ((), {}, None)
    assert not path.exists()


def test_the_last_session_can_be_gone_on_with_until_it_ends(path: Path) -> None:
    kept(session("a", ends=False))
    with Journal.write() as journal:
        found = journal.interrupted()
        assert found is not None
        assert (found.position, found.done, found.last_seq) == (
            70_000,
            {("temple", "left"): 9_000},
            3,
        )
        journal.leave("a", EVENING)
        assert journal.interrupted() is None


def test_a_day_keeps_what_was_said_and_the_session_shows_its_medicine(path: Path) -> None:
    kept(session("a"))
    with Journal.write() as journal:
        journal.mark(TODAY, EVENING, headache=True)
        journal.mark(TODAY, EVENING, medicine=True, note="rain")
        assert journal.days() == {TODAY: Day(headache=True, medicine=True, note="rain")}
        assert journal.records()[0].medicine is True


def test_what_was_said_of_a_day_can_be_taken_back(path: Path) -> None:
    with Journal.write() as journal:
        journal.mark(TODAY, EVENING, headache=True, medicine=False)
        journal.mark(TODAY, EVENING, unsaid=["medicine"])
        assert journal.days() == {TODAY: Day(headache=True)}
        journal.mark(TODAY, EVENING, unsaid=["headache"])
        assert journal.days() == {}


def test_a_note_can_be_changed_and_both_stay_as_events(path: Path) -> None:
    kept(session("a"))
    with Journal.write() as journal:
        journal.note("a", "tired", EVENING)
        journal.note("a", "very tired", EVENING)
        assert journal.records()[0].note == "very tired"
    notes = sqlite3.connect(path).execute("SELECT body FROM event WHERE kind = 'note'").fetchall()
    assert len(notes) == 2


def test_what_is_deleted_is_in_no_file_any_more(path: Path) -> None:
    kept(session("secret-one"), session("other"))
    with Journal.write() as journal:
        journal.back_up(TODAY)
        journal.delete(["secret-one"])
        assert [one.id for one in journal.records()] == ["other"]
    files = [one for one in path.parent.rglob("*") if one.is_file()]
    assert len(backups.backups(path.parent)) == 1
    assert not any(b"secret-one" in one.read_bytes() for one in files)


def test_all_of_it_can_be_deleted(path: Path) -> None:
    kept(session("a"))
    with Journal.write() as journal:
        journal.mark(TODAY, EVENING, headache=True)
        journal.back_up(TODAY)
        journal.delete(None)
        assert (journal.records(), journal.days()) == ((), {})
    assert backups.backups(path.parent) == []


@pytest.mark.parametrize("older", sorted(OLDER.glob("version-*.sql")), ids=lambda one: one.stem)
def test_a_file_of_an_older_version_is_brought_up_to_date(path: Path, older: Path) -> None:
    path.parent.mkdir(parents=True)
    with sqlite3.connect(path) as database:
        database.executescript(older.read_text())
    with Journal.write() as journal:
        first, second = journal.records()
        days = journal.days()
    assert (first.change("pain"), first.eased, first.medicine) == (-3, {"temple": 1}, True)
    assert (first.note, second.ended) == ("After a long day; it's better.", "interrupted")
    assert days == {date(2026, 11, 20): Day(headache=True, medicine=True)}
    with Journal.write() as journal:
        journal.append(session("new"))
        assert len(journal.records()) == 3


def test_every_older_version_has_a_file(path: Path) -> None:
    assert len(list(OLDER.glob("version-*.sql"))) == migrations.VERSION - 1


def test_a_file_of_a_newer_version_is_read_and_not_written(path: Path) -> None:
    kept(session("a"))
    with sqlite3.connect(path) as database:
        database.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    before = path.read_bytes()
    with Journal.write() as journal:
        assert len(journal.records()) == 1
        assert "newer version" in journal.notices[0]
        with pytest.raises(Unusable, match="newer version"):
            journal.append(session("b"))
    assert path.read_bytes() == before


def test_where_nothing_can_be_written_an_older_file_is_read_and_never_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir(parents=True)
    with sqlite3.connect(path) as database:
        database.executescript((OLDER / "version-1.sql").read_text())
    connect = database_module.connect

    def full(path: Path) -> sqlite3.Connection:
        opened = connect(path)
        (pages,) = opened.execute("PRAGMA page_count").fetchone()
        opened.execute(f"PRAGMA max_page_count = {pages}")  # what a full disk is to SQLite
        return opened

    monkeypatch.setattr(database_module, "connect", full)
    with Journal.read() as journal:
        assert len(journal.records()) == 2
    with pytest.raises(Unusable, match="the disk is full"):
        Journal.write()
    monkeypatch.setattr(database_module, "connect", connect)
    kept(session("new"))


def test_the_sums_can_be_made_again_from_the_events(path: Path) -> None:
    kept(session("a"), session("b"))
    with Journal.write() as journal:
        journal.mark(TODAY, EVENING, headache=True)
        before = journal.records(), journal.days()
    with sqlite3.connect(path, isolation_level=None) as database:
        migrations.add_up(database)
    with Journal.read() as journal:
        assert (journal.records(), journal.days()) == before


def test_nonsense_in_the_sums_is_put_right_from_the_events(path: Path) -> None:
    kept(session("a"))
    with sqlite3.connect(path) as database:
        database.execute("UPDATE session SET before_pain = 99, eased = '{'")
    with Journal.read() as journal:
        assert journal.records()[0].before == Ratings(pain=6)


def test_a_copy_is_made_once_a_week_and_three_are_kept(path: Path) -> None:
    kept(session("a"))
    with Journal.write() as journal:
        for day in range(40):
            journal.back_up(TODAY + timedelta(days=day))
    assert [one.stem for one in backups.backups(path.parent)] == [
        "journal-2026-04-05", "journal-2026-03-29", "journal-2026-03-22",
    ]  # fmt: skip


def test_the_last_session_is_the_one_written_last_whatever_the_clock_said(path: Path) -> None:
    kept(session("next year", EVENING + timedelta(days=365)), session("now", ends=False))
    with Journal.read() as journal:
        found = journal.interrupted()
    assert found is not None and found.record.id == "now"


def test_where_another_program_wrote_on_nothing_is_dropped_in_silence(path: Path) -> None:
    kept(session("a"))
    other = Event("a", 4, "note", {"text": "mine"}, EVENING)
    with Journal.write() as journal, pytest.raises(Unusable, match="another program has written"):
        journal.append([other])


def test_sums_that_are_missing_are_made_again(path: Path) -> None:
    kept(session("a"))
    with sqlite3.connect(path) as database:
        database.execute("DROP TABLE session")
    with Journal.read() as journal:
        assert [one.id for one in journal.records()] == ["a"]
