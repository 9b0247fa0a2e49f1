"""Whatever becomes of the catalogue, a list says what is true; at worst it reads every file."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from listed import ALL, SAID, file_of, listed, names_in, own_files, row_of

from relax_coach.store import catalogue, whole
from relax_coach.store.catalogue import Catalogue, Row


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return own_files(tmp_path, monkeypatch)


def change_a_letter(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data.replace(b"\na-1", b"\na-2"))
    assert path.read_bytes() != data


SPOILT: dict[str, Callable[[Path], object]] = {
    "removed": lambda path: path.unlink(),
    "removed with its folder": lambda path: shutil.rmtree(path.parent),
    "empty": lambda path: path.write_bytes(b""),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:-9]),
    "cut after its head": lambda path: path.write_bytes(path.read_bytes().split(b"\n")[0]),
    "one letter": change_a_letter,
    "more behind it": lambda path: path.write_bytes(path.read_bytes() + b"x\n"),
    "no text": lambda path: path.write_bytes(bytes(range(256))),
    "of another program": lambda path: path.write_bytes(
        path.read_bytes().replace(b"catalogue ", b"catalogue 2 ", 1)
    ),
}


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_spoilt_catalogue_is_made_anew(folder: Path, spoil: str) -> None:
    listed(folder)
    SPOILT[spoil](file_of(folder))
    assert listed(folder) == (SAID, ALL)
    assert listed(folder) == (SAID, [])


def test_a_folder_in_its_place_means_reading_each_time(folder: Path) -> None:
    file_of(folder).mkdir(parents=True)
    assert listed(folder) == listed(folder) == (SAID, ALL)


def test_a_file_in_place_of_the_cache_folder_means_reading_each_time(folder: Path) -> None:
    file_of(folder).parent.parent.mkdir()
    file_of(folder).parent.write_text("")
    assert listed(folder) == listed(folder) == (SAID, ALL)


@pytest.mark.parametrize("why", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT])
def test_where_it_cannot_be_written_there_is_none(
    folder: Path, why: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(why, os.strerror(why))

    monkeypatch.setattr(whole, "write", refuse)
    assert listed(folder) == listed(folder) == (SAID, ALL)


def test_one_too_large_is_not_looked_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed(folder)
    monkeypatch.setattr(catalogue, "MOST_BYTES", file_of(folder).stat().st_size)
    assert listed(folder) == (SAID, [])
    monkeypatch.setattr(catalogue, "MOST_BYTES", file_of(folder).stat().st_size - 1)
    assert listed(folder) == (SAID, ALL)


def change_a_source(monkeypatch: pytest.MonkeyPatch, package: Path) -> None:
    """Under the same version, at the same size: as who writes the program does."""
    (package / "rules.py").write_text("MOST = 2")


def be_the_next_version(monkeypatch: pytest.MonkeyPatch, package: Path) -> None:
    monkeypatch.setattr(catalogue, "__version__", "999")


@pytest.mark.parametrize("change", [change_a_source, be_the_next_version])
def test_another_program_judges_for_itself(
    folder: Path,
    change: Callable[[pytest.MonkeyPatch, Path], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    listed(folder)
    change(monkeypatch, folder.parent / "package")
    assert listed(folder) == (SAID, ALL)
    assert listed(folder) == (SAID, [])


def test_another_voice_takes_other_times(folder: Path) -> None:
    listed(folder)
    assert listed(folder, voice="off") == (SAID, ALL)


def test_two_at_once_leave_the_whole_one_of_the_last(folder: Path) -> None:
    first, second = Catalogue("heart"), Catalogue("heart")
    for kept, text in (first, "of the first"), (second, "of the second"):
        kept.rows(str(folder), names_in(folder), lambda _, text=text: (row_of(text), True))
    with first, second:
        pass
    said, read = listed(folder)
    assert (set(said.values()), read) == ({"of the first"}, [])
    assert [path.name for path in file_of(folder).parent.iterdir()] == [catalogue.FILE]


def test_what_was_read_before_it_was_broken_off_is_not_read_again(folder: Path) -> None:
    listed(folder)
    (folder / "a").write_text("a-2")
    (folder / "b").write_text("b-2")

    def break_off(path: str) -> tuple[Row, bool]:
        if path.endswith("b"):
            raise KeyboardInterrupt
        return row_of("a-2"), True

    with pytest.raises(KeyboardInterrupt), Catalogue("heart") as kept:
        kept.rows(str(folder), names_in(folder), break_off)
    assert listed(folder) == (SAID | {"a": "a-2", "b": "b-2"}, ["b"])


def test_a_folder_whose_name_no_line_can_hold_spoils_nothing(folder: Path) -> None:
    odd = folder.rename(folder.with_name("o\nwn"))
    with pytest.raises(KeyboardInterrupt), Catalogue("heart") as kept:
        kept.rows(str(odd), names_in(odd), lambda path: (row_of("a-1"), True))
        raise KeyboardInterrupt
    assert listed(odd) == listed(odd) == (SAID, ALL)
