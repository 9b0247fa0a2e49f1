"""The journal is looked through once a day, and whenever its file is not as it was."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from relax_coach.core.record import Event
from relax_coach.store import database, opening, soundness
from relax_coach.store.database import Unusable
from relax_coach.store.journal import Journal
from relax_coach.store.stamp import YOUNG

NOW = datetime(2026, 3, 1, 20, 15, tzinfo=UTC)


class Tomorrow(date):
    @classmethod
    def today(cls) -> date:
        return super().today() + timedelta(days=1)


@pytest.fixture
def file(home: Path) -> Path:
    """Of a journal with one session."""
    with Journal.write() as journal:
        journal.append([Event("a", 1, "begin", {"routine": "headband"}, NOW)])
    return home / "data" / "journal.db"


@pytest.fixture
def looked(file: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Each time it is looked through, from three seconds after it was written on."""
    found: list[Path] = []
    is_sound = database.is_sound
    written = file.stat().st_ctime_ns
    monkeypatch.setattr(database, "is_sound", lambda it: found.append(file) or is_sound(it))
    monkeypatch.setattr(opening, "time_ns", lambda: written + YOUNG + 1)
    return found


def sessions_in_a_new_process() -> int:
    soundness._known.clear()
    with Journal.read() as journal:
        return journal.count()


def test_the_same_file_is_looked_through_once_a_day(
    looked: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (sessions_in_a_new_process(), len(looked)) == (1, 1)
    assert (sessions_in_a_new_process(), len(looked)) == (1, 1)
    monkeypatch.setattr(soundness, "date", Tomorrow)
    assert (sessions_in_a_new_process(), len(looked)) == (1, 2)


def test_what_was_written_since_is_looked_through(looked: list[Path]) -> None:
    sessions_in_a_new_process()
    with Journal.write() as journal:
        journal.append([Event("b", 1, "begin", {}, NOW)])
    assert (sessions_in_a_new_process(), len(looked)) == (2, 2)


def test_a_file_that_was_just_written_may_change_unseen_and_is_not_trusted(
    looked: list[Path], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "time_ns", lambda: file.stat().st_ctime_ns + YOUNG)
    sessions_in_a_new_process()
    assert (sessions_in_a_new_process(), len(looked)) == (1, 2)


def test_damage_is_seen_at_the_same_size_and_with_the_same_time(
    looked: list[Path], file: Path
) -> None:
    sessions_in_a_new_process()
    before = file.stat()
    with file.open("r+b") as open_file:
        open_file.seek(before.st_size - 4096)
        open_file.write(bytes(4096))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    soundness._known.clear()
    with Journal.read() as journal:
        assert "The journal was damaged." in journal.notices[0]


def test_where_nothing_can_be_kept_it_is_looked_through_each_time(
    looked: list[Path], home: Path
) -> None:
    (home / "cache").write_text("a file where the folder should be")
    assert (sessions_in_a_new_process(), len(looked)) == (1, 1)
    assert (sessions_in_a_new_process(), len(looked)) == (1, 2)


def lose_a_page(file: Path, at: int) -> None:
    """As a disk does, without a trace in its times."""
    with file.open("r+b") as open_file:
        open_file.seek(at)
        open_file.write(b"\xff" * 3_996)
    soundness.keep(file.stat(), file.stat().st_ctime_ns + YOUNG + 1)


def test_after_damage_that_was_met_it_is_looked_through(file: Path) -> None:
    lose_a_page(file, file.stat().st_size - 4096)
    with pytest.raises(Unusable, match="damaged"), Journal.read() as journal:
        (journal.records(), journal.days(), journal.interrupted())
    with Journal.read() as journal:
        assert "The journal was damaged." in journal.notices[0]


def test_damage_that_no_look_sees_is_mended_once_it_was_met(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "is_sound", lambda _: True)
    lose_a_page(file, file.stat().st_size - 4096)
    with pytest.raises(Unusable, match="damaged"), Journal.read() as journal:
        (journal.records(), journal.days(), journal.interrupted())
    with Journal.read() as journal:
        assert "The journal was damaged." in journal.notices[0]


def test_a_file_without_its_tables_is_mended_whatever_was_known(file: Path) -> None:
    lose_a_page(file, 100)
    with Journal.read() as journal:
        assert "The journal was damaged." in journal.notices[0]
