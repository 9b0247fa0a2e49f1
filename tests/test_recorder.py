"""A session on its way into a real journal, whatever becomes of the disk."""

import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from relax_coach import recorder as module
from relax_coach.core.record import Event as Begun
from relax_coach.recorder import Recorder
from relax_coach.store import backups, database, recording
from relax_coach.store.journal import Journal

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def recorder(home: Path) -> Recorder:
    recorder = Recorder("s", dict)
    recorder.start()
    recorder.add("begin", {"routine": "headband", "planned_ms": 240_000})
    return recorder


def events(home: Path) -> list[tuple[int, str]]:
    database = sqlite3.connect(home / "data" / "journal.db")
    return database.execute("SELECT seq, kind FROM event ORDER BY seq").fetchall()


def test_what_happens_is_in_the_file_at_once(home: Path, recorder: Recorder) -> None:
    recorder.changed("stay")
    assert recorder.settle()
    assert events(home) == [(1, "begin"), (2, "change")]
    recorder.add("end", {"ended": "finished", "done_ms": 240_000})
    assert recorder.close() == ""
    with Journal.read() as journal:
        assert journal.records()[0].ended == "finished"
    (copy,) = backups.backups(home / "data")
    with sqlite3.connect(copy) as database:
        assert database.execute("SELECT count(*) FROM event").fetchone() == (3,)


def test_the_place_is_written_again_and_again_as_long_as_it_changes(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "EVERY", 0.001)
    places, over = iter([3_000, 3_000, 6_000]), Event()

    def place() -> dict[str, Any]:
        position = next(places, None)
        if position is None:
            over.set()
        return {"position": position or 6_000}

    recorder = Recorder("s", place)
    recorder.start()
    assert over.wait(5)
    recorder.close()
    assert events(home) == [(1, "at"), (2, "at")]


def test_who_has_to_leave_leaves_the_place(home: Path, recorder: Recorder) -> None:
    recorder.interrupted("SIGTERM")
    assert events(home)[-1] == (2, "at")


@pytest.mark.skipif(os.name == "nt", reason="a folder in the place of the file")
def test_a_file_that_cannot_be_written_costs_nothing_but_a_word(home: Path) -> None:
    path = home / "data" / "journal.db"
    path.mkdir(parents=True)
    recorder = Recorder("s", dict)
    recorder.start()
    recorder.add("begin", {})
    assert not recorder.settle()
    assert "cannot be written" in recorder.told() and recorder.told() == ""
    path.rmdir()
    assert recorder.settle()
    assert recorder.told() == "The journal is written again."
    assert events(home) == [(1, "begin")]
    assert recorder.close() == ""


@pytest.mark.skipif(os.name == "nt", reason="a folder in the place of the file")
def test_what_could_never_be_written_is_said_at_the_end(home: Path) -> None:
    (home / "data" / "journal.db").mkdir(parents=True)
    recorder = Recorder("s", dict)
    recorder.start()
    recorder.add("begin", {})
    assert recorder.close().startswith("This session could not be written into the journal")


def test_on_a_full_disk_it_goes_on_in_memory_and_writes_when_there_is_room(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, connect = [8], database.connect

    def opened(path: Path) -> sqlite3.Connection:
        found = connect(path)
        found.execute(f"PRAGMA max_page_count = {room[0]}")  # what a full disk is to SQLite
        return found

    monkeypatch.setattr(database, "connect", opened)
    recorder = Recorder("s", dict)
    recorder.start()
    recorder.add("begin", {})
    assert recorder.settle()
    recorder.add("note", {"text": "x" * 20_000})
    recorder.changed("stay")
    assert not recorder.settle()
    assert recorder.told() == (
        "The journal cannot be written: the disk is full. The session goes on, and is kept in "
        "memory until it can."
    )
    assert events(home) == [(1, "begin")]
    room[0] = 100
    assert recorder.settle()
    assert recorder.told() == "The journal is written again."
    assert events(home) == [(1, "begin"), (2, "note"), (3, "change")]


def test_a_file_that_was_removed_is_made_again_with_all_of_the_session(
    home: Path, recorder: Recorder
) -> None:
    assert recorder.settle()
    (home / "data" / "journal.db").unlink()
    recorder.changed("stay")
    assert not recorder.settle()
    assert "its file was moved or deleted" in recorder.told()
    assert recorder.close() == ""
    assert events(home) == [(1, "begin"), (2, "change")]


def test_turned_off_in_another_window_nothing_more_is_written(
    home: Path, recorder: Recorder
) -> None:
    assert recorder.settle()
    recording.keep_on(False)
    recorder.changed("stay")
    assert recorder.close() == ""
    assert events(home) == [(1, "begin")]


@pytest.mark.skipif(os.name == "nt", reason="a folder in the place of the file")
def test_where_there_is_room_again_after_it_was_told_all_is_written(home: Path) -> None:
    (home / "data" / "journal.db").mkdir(parents=True)
    recorder = Recorder("s", dict)
    recorder.start()
    recorder.add("begin", {"routine": "headband"})
    recorder.add("end", {"ended": "stopped"})
    assert recorder.close().startswith("This session could not be written")
    (home / "data" / "journal.db").rmdir()
    recorder.try_again()
    assert events(home) == [(1, "begin"), (2, "end")]


def test_who_goes_on_takes_the_beginning_into_a_file_that_lost_it(home: Path) -> None:
    with Journal.write() as journal:
        journal.append([Begun("s", 1, "begin", {"routine": "headband", "title": "Headband"}, NOON)])
        left = journal.interrupted()
    assert left is not None
    (home / "data" / "journal.db").unlink()
    recorder = Recorder("s", dict, left.events)
    recorder.start()
    recorder.add("resume", {})
    assert recorder.close() == ""
    assert events(home) == [(1, "begin"), (2, "resume")]
