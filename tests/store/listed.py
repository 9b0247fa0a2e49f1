"""Three small files and a list of them, to see what is read for it."""

from pathlib import Path

import pytest

from relax_coach.store import catalogue
from relax_coach.store.catalogue import Catalogue, Row
from relax_coach.store.stamp import YOUNG

LATER = 10 * YOUNG


def own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three files of 3 bytes, one of them a link, which were not touched for long."""
    folder = tmp_path / "own"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / name).write_text(f"{name}-1")
    (tmp_path / "target").write_text("l-1")
    (folder / "link").symlink_to(tmp_path / "target")
    package = tmp_path / "package"  # in place of the program
    package.mkdir()
    (package / "rules.py").write_text("MOST = 1")
    monkeypatch.setattr(catalogue, "_PACKAGE", package)
    monkeypatch.setattr(catalogue, "time_ns", lambda: now(tmp_path) + LATER)
    return folder


def now(folder: Path) -> int:
    """The time of the file system, whose clock may tick slowly."""
    probe = folder / "probe"
    probe.write_text("")
    return probe.stat().st_ctime_ns


def wait_for_a_tick(folder: Path) -> None:
    begun = now(folder)
    while now(folder) == begun:
        pass


def file_of(folder: Path) -> Path:
    """Where the catalogue lies."""
    return folder.parent / "relax-coach-home" / "cache" / catalogue.FILE


def listed(folder: Path, voice: str = "heart") -> tuple[dict[str, str], list[str]]:
    """What a list says of each file, and which of them it read for that."""
    read = []

    def find_out(path: str) -> tuple[Row, bool]:
        read.append(Path(path).name)
        try:
            return row_of(Path(path).read_text()), True
        except OSError:
            return row_of("broken"), False

    names = names_in(folder)
    with Catalogue(voice) as kept:
        rows = kept.rows(str(folder), names, find_out)
    said = dict(zip(names, rows.lines, strict=True))
    assert rows.cards == [row_of(line).card for line in rows.lines], "each beside its line"
    wait_for_a_tick(folder.parent)
    return said, read


def row_of(text: str) -> Row:
    return Row(text, f"the card of {text}")


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


ALL = ["a", "b", "link"]
SAID = {"a": "a-1", "b": "b-1", "link": "l-1"}
