"""What is deleted is gone everywhere, and nothing else is; copies, and what they bring back."""

import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from relax_coach.cli.program import run
from relax_coach.core.record import Event
from relax_coach.store import backups, damage
from relax_coach.store import journal as journal_module
from relax_coach.store.database import Unusable
from relax_coach.store.journal import Journal

EVENING = datetime(2026, 3, 1, 20, 15, tzinfo=UTC)
TODAY = date(2026, 3, 1)


@pytest.fixture
def path(home: Path) -> Path:
    return home / "data" / "journal.db"


def session(name: str, start: datetime = EVENING, ends: bool = True) -> list[Event]:
    told = [
        ("begin", {"routine": "headband", "title": "Headband", "planned_ms": 240_000}),
        ("at", {"position": 70_000, "done_ms": 60_000, "worked": {"temple/left": 9_000}}),
        ("note", {"text": "x"}),
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


def names(path: Path) -> set[str]:
    """The sessions in a file."""
    with sqlite3.connect(path) as database:
        return {name for (name,) in database.execute("SELECT DISTINCT session FROM event")}


def test_a_deletion_that_is_broken_off_leaves_no_copy_to_bring_it_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(session("a"), session("b"))
    with Journal.write() as journal:
        journal.back_up(TODAY)

        def broken_off(*_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr(damage, "forget", broken_off)
            with pytest.raises(KeyboardInterrupt):
                journal.delete(["a"])
        (copy,) = backups.backups(path.parent)
        assert (names(copy), names(path)) == ({"b"}, {"a", "b"})
        journal.delete(["a"])
        assert names(path) == {"b"}


def test_who_deletes_one_session_keeps_what_only_the_copies_and_a_damaged_file_have(
    path: Path,
) -> None:
    kept(session("lost"), session("secret"))
    with Journal.write() as journal:
        journal.back_up(TODAY)
    path.unlink()
    (aside := path.with_name("journal.corrupt-1.db")).write_bytes(b"... lost ...")
    (other := path.with_name("journal.corrupt-2.db")).write_bytes(b"... secret ...")
    kept(session("secret"))
    with Journal.write() as journal:
        assert journal.delete(["secret"]) == ((), (other.name,)), "which is told"
        assert aside.exists() and not other.exists()
        assert journal.restore() == 4 and [one.id for one in journal.records()] == ["lost"]


def test_what_cannot_be_deleted_is_not_deleted_from_the_copies_either(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(session("a"))
    with Journal.write() as journal:
        journal.back_up(TODAY)

        def may_not_be_written(*_: object) -> None:
            raise sqlite3.OperationalError("attempt to write a readonly database")

        monkeypatch.setattr(journal_module, "transaction", may_not_be_written)
        with pytest.raises(Unusable):
            journal.delete(["a"])
    (copy,) = backups.backups(path.parent)
    assert names(copy) == {"a"}


def test_a_session_can_be_gone_on_with_after_older_ones_were_brought_back(path: Path) -> None:
    kept(session("old"))
    with Journal.write() as journal:
        journal.back_up(TODAY)
    path.unlink()
    kept(session("new", EVENING + timedelta(days=1), ends=False))
    with Journal.write() as journal:
        assert journal.restore() == 4
        left = journal.interrupted()
    assert left is not None and left.record.id == "new"


def test_copies_of_a_clock_that_was_wrong_go_first(path: Path) -> None:
    kept(session("a"))
    with Journal.write() as journal:
        for days in (400, 408, 416, 0, 7):
            journal.back_up(TODAY + timedelta(days=days))
    assert [one.stem[-10:] for one in backups.backups(path.parent)] == [
        str(TODAY + timedelta(days=days)) for days in (416, 7, 0)
    ]


def test_a_journal_that_points_nowhere_is_told(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.symlink_to(path.with_name("gone.db"))
    with pytest.raises(Unusable, match="points to a file that is not there"):
        Journal.read()


def after_a_loss(path: Path) -> None:
    """A copy has two sessions that are in the journal no more; in that is one of a week later."""
    kept(session("old", EVENING - timedelta(days=400)), session("a"))
    with Journal.write() as journal:
        journal.back_up(TODAY)
    path.unlink()
    kept(session("new", EVENING + timedelta(days=7)))


def test_a_copy_that_has_what_was_lost_is_brought_back_though_a_newer_one_was_made(
    path: Path,
) -> None:
    after_a_loss(path)
    with Journal.write() as journal:
        for weeks in range(1, 6):
            journal.back_up(TODAY + timedelta(weeks=weeks))
        assert [one.stem[-5:] for one in backups.backups(path.parent)] == [
            "04-05", "03-29", "03-22", "03-01",
        ]  # fmt: skip
        assert journal.restore() == 8
        assert [one.id for one in journal.records()] == ["old", "a", "new"]
        journal.back_up(TODAY + timedelta(weeks=6))
        assert len(backups.backups(path.parent)) == backups.KEPT, "nothing goes with it any more"


@pytest.mark.parametrize("asked", [["old"], ["--before", "2026-01-01"]])
def test_a_command_deletes_what_only_a_copy_has(path: Path, asked: list[str]) -> None:
    after_a_loss(path)
    assert run(["journal", "delete", *asked, "--yes"]) == 0
    with Journal.write() as journal:
        assert [one.id for one in journal.records()] == ["new"]
        assert {one.id for one in journal.lost()} == {"a"}


def test_what_only_a_copy_has_can_be_deleted(path: Path) -> None:
    after_a_loss(path)
    with Journal.write() as journal:
        assert {one.id for one in journal.lost()} == {"old", "a"}
        journal.delete(["old"])
        assert {one.id for one in journal.lost()} == {"a"}
        assert journal.restore() == 4 and journal.lost() == ()


def test_a_damaged_copy_goes_with_what_is_deleted_and_that_is_told(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(session("a"), session("b"))
    with Journal.write() as journal:
        journal.back_up(TODAY)
    (copy,) = backups.backups(path.parent)
    copy.write_bytes(copy.read_bytes()[:-4096])
    assert run(["journal", "delete", "a", "--yes"]) == 0
    assert "The copy of 2026-03-01 is gone with it: it was damaged." in capsys.readouterr().err
    assert not copy.exists()


def test_copies_that_cannot_be_changed_are_named_and_nothing_is_deleted(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(session("a"))
    (path.parent / backups.FOLDER / "journal-2026-03-01.db").mkdir(parents=True)
    assert run(["journal", "delete", "a", "--yes"]) == 1
    assert "its copies cannot be changed" in capsys.readouterr().err
    assert names(path) == {"a"}


def test_a_session_of_a_clock_that_was_wrong_is_not_gone_on_with(path: Path) -> None:
    kept(session("future", datetime(2999, 1, 1, tzinfo=UTC), ends=False), session("a"))
    with Journal.write() as journal:
        journal.back_up(TODAY)
    path.unlink()
    kept(session("new", ends=False))
    with Journal.write() as journal:
        assert journal.restore() == 7
        left = journal.interrupted()
    assert left is not None and left.record.id == "new"
