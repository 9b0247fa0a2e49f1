"""A journal that was damaged: kept aside, saved as far as it can be read, and the copy offered."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from relax_coach.core.day import Day
from relax_coach.core.record import Event
from relax_coach.store import damage
from relax_coach.store.database import Unusable
from relax_coach.store.journal import Journal
from relax_coach.store.lock import Busy, Lock

NOW = datetime(2026, 3, 1, 20, 15, tzinfo=UTC)
PAGE = 4096


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a journal of 300 sessions, of which a copy has 200."""
    home = tmp_path_factory.mktemp("written") / "home"
    with pytest.MonkeyPatch.context() as here:
        here.setenv("RELAX_COACH_HOME", str(home))
        with Journal.write() as journal:
            for number in range(300):
                name = f"s{number:03}"
                begin = {"routine": "headband", "title": "Headband", "planned_ms": 240_000}
                both = [Event(name, 1, "begin", begin, NOW), Event(name, 2, "end", {}, NOW)]
                journal.append(both)
                if number == 199:
                    journal.back_up(date(2026, 3, 1))
    return home


@pytest.fixture
def path(home: Path, written: Path) -> Path:
    """That journal, in the home of this test."""
    shutil.copytree(written, home)
    return home / "data" / "journal.db"


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 20 * PAGE])


def zero_a_page(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(_leaf(path) * PAGE)
        file.write(bytes(PAGE))


def garbage_header(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"garbage " * 128)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def _leaf(path: Path) -> int:
    """The number, from 0, of a page in the middle of the events."""
    with sqlite3.connect(path) as database:
        pages = database.execute(
            "SELECT pageno FROM dbstat WHERE name = 'event' AND pagetype = 'leaf' ORDER BY path"
        ).fetchall()
    return int(pages[len(pages) // 2][0]) - 1


@pytest.mark.parametrize(
    ("harm", "saved"),
    [(truncate, 250), (zero_a_page, 500), (garbage_header, 600), (empty, 0)],
    ids=lambda one: getattr(one, "__name__", None),
)
def test_it_is_set_aside_saved_and_the_copy_brings_back_the_rest(
    path: Path, harm: Callable[[Path], None], saved: int
) -> None:
    harm(path)
    damaged = path.read_bytes()
    with Journal.write() as journal:
        told, offer = journal.notices
        assert path.parent.name in told and "damaged" in told and "2026-03-01" in offer
        assert journal.records() == () if not saved else len(journal.records()) * 2 >= saved
        journal.restore()
        assert len(journal.records()) >= 200
        journal.append([Event("after", 1, "begin", {}, NOW)])
    (aside,) = path.parent.glob("journal.corrupt-*.db")
    assert aside.read_bytes() == damaged
    with Journal.write() as journal:
        assert journal.notices == ()


@pytest.mark.parametrize("step", ["salvaged", "put_in_place"])
def test_a_repair_that_is_broken_off_begins_anew(
    path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    zero_a_page(path)

    def broken_off(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(damage, step, broken_off)
        with pytest.raises(KeyboardInterrupt):
            Journal.write()
    with Journal.write() as journal:
        assert "damaged" in journal.notices[0]
        assert len(journal.records()) >= 250


def test_without_room_for_what_can_be_saved_the_damaged_file_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zero_a_page(path)
    damaged = path.read_bytes()
    monkeypatch.setattr(damage, "salvaged", full_disk)
    with pytest.raises(Unusable, match="no space left"):
        Journal.read()
    assert path.read_bytes() == damaged
    assert [one.name for one in path.parent.iterdir() if "corrupt" in one.name] == []


def full_disk(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_copy_brings_back_days_that_were_marked_on_since(home: Path) -> None:
    first, second = date(2026, 3, 1), date(2026, 3, 2)
    with Journal.write() as journal:
        journal.mark(first, NOW, headache=True, note="rain")
        journal.back_up(first)
    empty(home / "data" / "journal.db")
    with Journal.write() as journal:
        journal.mark(second, NOW + timedelta(days=1), headache=True)
        assert journal.restore() == 1
        days = journal.days()
    assert (days[first], days[second]) == (Day(True, None, "rain"), Day(True))


def test_a_missing_file_of_which_there_are_copies_is_told(path: Path) -> None:
    path.unlink()
    with Journal.read() as journal:
        assert "There is a copy of 2026-03-01: where something is missing" in journal.notices[0]


def test_where_the_events_are_gone_what_they_had_come_to_is_saved(path: Path) -> None:
    with Journal.write() as journal:
        journal.mark(date(2026, 3, 1), NOW, headache=True, note="rain")
        before = journal.records(), journal.days()
    with sqlite3.connect(path) as database:
        (root,) = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'event'")
    with path.open("r+b") as file:
        file.seek((root[0] - 1) * PAGE)
        file.write(bytes(PAGE))
    with Journal.write() as journal:
        assert (journal.records(), journal.days()) == before
        assert journal.interrupted() is None


def test_an_empty_file_without_a_copy_is_a_new_one(home: Path) -> None:
    path = home / "data" / "journal.db"
    path.parent.mkdir(parents=True)
    path.touch()
    with Journal.write() as journal:
        assert (journal.notices, journal.records()) == ((), ())


def test_while_another_program_has_a_session_on_its_file_is_not_moved(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = Lock.take()
    monkeypatch.setattr(Lock, "held", False)  # as another process sees it
    garbage_header(path)
    with pytest.raises(
        Unusable,
        match=r"mended once no session is on. A session is on in another window .process [0-9]+.$",
    ):
        Journal.read()
    lock.release()
    assert not list(path.parent.glob("journal.corrupt-*"))


def test_one_session_at_a_time(home: Path) -> None:
    lock = Lock.take()
    with pytest.raises(Busy, match="in another window"):
        Lock.take()
    lock.release()
    Lock.take().release()


def cut_to_a_third(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 3 // PAGE * PAGE)


def test_of_a_file_cut_to_a_third_about_a_third_is_saved(home: Path) -> None:
    """The ways to what is left lay in the part that is gone."""
    with Journal.write() as journal:
        journal.append(
            Event(f"s{number:05}", seq, "at", {"position": number, "note": "x" * 60}, NOW)
            for number in range(3_000)
            for seq in (1, 2)
        )
    cut_to_a_third(home / "data" / "journal.db")
    with Journal.write() as journal:
        assert 600 <= (saved := len(journal.records())) < 3_000
        assert f"of its events could be saved, of {saved:,} sessions." in journal.notices[0]


@pytest.mark.parametrize("version", [0, -1])
def test_a_version_that_is_nonsense_is_put_right(path: Path, version: int) -> None:
    with sqlite3.connect(path) as database:
        database.execute(f"PRAGMA user_version = {version}")
    with Journal.write() as journal:
        assert len(journal.records()) == 300 and journal.notices == ()
        journal.note("s001", "still here", NOW)


@pytest.mark.parametrize("table", ["day", "session"])
def test_a_table_of_sums_that_is_gone_is_made_again(path: Path, table: str) -> None:
    with Journal.write() as journal:
        journal.mark(date(2026, 3, 1), NOW, headache=True)
    with sqlite3.connect(path) as database:
        database.execute(f"DROP TABLE {table}")
    with Journal.read() as journal:
        assert journal.days() == {date(2026, 3, 1): Day(headache=True)}
        assert len(journal.records()) == 300


@pytest.mark.parametrize("table", ["day", "session"])
def test_a_table_of_sums_without_a_column_is_made_again(path: Path, table: str) -> None:
    with sqlite3.connect(path) as database:
        database.execute(f"ALTER TABLE {table} DROP COLUMN note")
    with Journal.write() as journal:
        assert len(journal.records()) == 300 and journal.days() == {}
        journal.note("s001", "still here", NOW)


def test_without_the_table_of_events_it_is_damaged(path: Path) -> None:
    """Saved are the sums, which are rows of their own; the copy brings back the rest."""
    with sqlite3.connect(path) as database:
        database.execute("DROP TABLE event")
    with Journal.write() as journal:
        assert "damaged" in journal.notices[0]
        assert len(journal.records()) == 300
        journal.note("s299", "still here", NOW)


@pytest.mark.skipif(os.name == "nt", reason="there are no such modes")
def test_a_file_that_others_may_read_is_closed_to_them(path: Path) -> None:
    path.chmod(0o644)
    with Journal.read():
        assert path.stat().st_mode & 0o777 == 0o600
