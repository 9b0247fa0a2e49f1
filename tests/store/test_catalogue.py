"""The catalogue never lies: a file that may be another than last time is read again."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from listed import ALL, LATER, SAID, file_of, listed, names_in, own_files, row_of

from relax_coach.store import catalogue
from relax_coach.store.catalogue import Catalogue, Row
from relax_coach.store.stamp import YOUNG


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return own_files(tmp_path, monkeypatch)


def test_what_did_not_change_is_not_read_again(folder: Path) -> None:
    assert listed(folder) == (SAID, ALL)
    kept = file_of(folder)
    assert kept.stat().st_mode & 0o777 == 0o600
    before = kept.stat().st_ino
    assert listed(folder) == (SAID, [])
    assert kept.stat().st_ino == before, "nothing to keep, nothing written"


def put_in_place(path: Path, text: str) -> None:
    """As editors save: another file, with the times of the old one, gets its name."""
    new, old = path.with_name("new"), path.stat()
    new.write_text(text)
    os.utime(new, ns=(old.st_atime_ns, old.st_mtime_ns))
    new.replace(path)


def set_back(path: Path, text: str) -> None:
    """Another text of the same size, and the time of the file as if nothing had been."""
    old = path.stat()
    path.write_text(text)
    os.utime(path, ns=(old.st_atime_ns, old.st_mtime_ns))


def point_elsewhere(link: Path) -> None:
    other = link.parent.parent / "other"
    set_back(other, "l-2") if other.exists() else other.write_text("l-2")
    link.unlink()
    link.symlink_to(other)


CHANGES: dict[str, tuple[Callable[[Path], object], dict[str, str | None], list[str]]] = {
    "same size": (lambda own: (own / "a").write_text("a-2"), {"a": "a-2"}, ["a"]),
    "same size and time": (lambda own: set_back(own / "a", "a-2"), {"a": "a-2"}, ["a"]),
    "another in its place": (lambda own: put_in_place(own / "a", "a-2"), {"a": "a-2"}, ["a"]),
    "longer": (lambda own: (own / "a").write_text("longer"), {"a": "longer"}, ["a"]),
    "removed": (lambda own: (own / "a").unlink(), {"a": None}, []),
    "new": (lambda own: (own / "c").write_text("c-1"), {"c": "c-1"}, ["c"]),
    "renamed": (lambda own: (own / "a").rename(own / "c"), {"a": None, "c": "a-1"}, ["c"]),
    "two swapped": (
        lambda own: [(own / x).rename(own / y) for x, y in ("at", "ba", "tb")],
        {"a": "b-1", "b": "a-1"},
        ["a", "b"],
    ),
    "the target of a link": (
        lambda own: set_back(own.parent / "target", "l-2"),
        {"link": "l-2"},
        ["link"],
    ),
    "a link elsewhere": (lambda own: point_elsewhere(own / "link"), {"link": "l-2"}, ["link"]),
    "a link to nowhere": (
        lambda own: (own.parent / "target").unlink(),
        {"link": "broken"},
        ["link"],
    ),
    "now a folder": (
        lambda own: [(own / "a").unlink(), (own / "a").mkdir()],
        {"a": "broken"},
        ["a"],
    ),
    "other permissions": (lambda own: (own / "a").chmod(0o444), {}, ["a"]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changed_is_read_again_and_nothing_else(folder: Path, change: str) -> None:
    listed(folder)
    do, differs, read = CHANGES[change]
    do(folder)
    said = {name: line for name, line in (SAID | differs).items() if line is not None}
    assert listed(folder) == (said, read)
    assert listed(folder)[0] == said


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_what_may_not_be_read_any_more_is_told(folder: Path) -> None:
    listed(folder)
    (folder / "a").chmod(0)
    assert listed(folder) == (SAID | {"a": "broken"}, ["a"])


@pytest.mark.parametrize(("age", "trusted"), [(YOUNG, False), (YOUNG + 1, True), (-LATER, False)])
def test_a_file_as_young_as_a_tick_of_its_clock_is_read_again(
    folder: Path, age: int, trusted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last one is from the future: a clock was set back, and may count the same time again."""
    changed = (folder / "b").stat()
    (folder / "a").unlink()
    (folder / "link").unlink()
    monkeypatch.setattr(
        catalogue, "time_ns", lambda: max(changed.st_ctime_ns, changed.st_mtime_ns) + age
    )
    assert listed(folder)[1] == ["b"]
    assert listed(folder)[1] == ([] if trusted else ["b"])


def test_a_link_that_led_elsewhere_while_it_was_read_is_read_again(folder: Path) -> None:
    link, target, other = folder / "link", folder.parent / "target", folder.parent / "other"
    other.write_text("l-2")

    def read_the_other(path: str) -> tuple[Row, bool]:
        link.unlink()
        link.symlink_to(other)
        return row_of(Path(path).read_text()), True

    with Catalogue("heart") as kept:
        assert kept.rows(str(folder), ["link"], read_the_other).lines == ["l-2"]
    link.unlink()
    link.symlink_to(target)
    assert listed(folder) == (SAID, ALL)


def test_what_could_not_be_read_once_is_tried_again(folder: Path) -> None:
    """Too many open files, a drive that was busy, another person's rights: nothing of the file."""
    with Catalogue("heart") as kept:
        kept.rows(str(folder), names_in(folder), lambda path: (row_of("broken"), False))
    assert listed(folder) == (SAID, ALL)


def test_names_that_no_line_can_hold_are_read_each_time(folder: Path) -> None:
    for name in (b"a\nb", b"\xff", b"a\tb"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text("odd")
    assert listed(folder)[1] == ["a", "a\tb", "a\nb", "b", "link", "\udcff"]
    assert listed(folder)[1] == ["a\tb", "a\nb", "\udcff"]


def test_an_empty_folder_has_no_rows(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    assert listed(folder) == listed(folder) == ({}, [])


def test_folders_are_kept_side_by_side(folder: Path, tmp_path: Path) -> None:
    """The same name in both, and each with its own text."""
    other = tmp_path / "theirs"
    other.mkdir()
    (other / "a").write_text("other")
    for read in (["a", "b", "link", "a"], []):
        found: list[str] = []

        def find_out(path: str, found: list[str] = found) -> tuple[Row, bool]:
            found.append(Path(path).name)
            return row_of(Path(path).read_text()), True

        with Catalogue("heart") as kept:
            ours = kept.rows(str(folder), ["a", "b", "link"], find_out).lines
            theirs = kept.rows(str(other), ["a"], find_out).lines
        assert (ours, theirs, found) == (["a-1", "b-1", "l-1"], ["other"], read)


def test_a_folder_that_is_gone_leaves_nothing(folder: Path) -> None:
    listed(folder)
    shutil.rmtree(folder)
    folder.mkdir()
    assert listed(folder) == ({}, [])
    assert str(folder) not in file_of(folder).read_text()
