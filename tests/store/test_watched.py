"""A file that somebody writes meanwhile: every save is seen, however the editor saves."""

import os
from pathlib import Path

import pytest

from relax_coach.store.watched import Watched

GOOD = "format: 1\ntitle: One\ncautions: []\nsources: [me]\nsteps: [{rest: 5s}]\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (found := tmp_path / "a.yaml").write_text(GOOD)
    return found


def titles(watched: Watched) -> str | None:
    found = watched.look()
    return None if found is None else found.title


def test_it_is_read_once_and_then_at_every_save(path: Path) -> None:
    watched = Watched(path)
    assert (titles(watched), titles(watched)) == ("One", None)
    path.write_text(GOOD.replace("One", "Two"))
    assert (titles(watched), titles(watched)) == ("Two", None)


def test_an_editor_that_renames_is_seen_too(path: Path) -> None:
    watched = Watched(path)
    watched.look()
    (other := path.with_name("b")).write_text(GOOD.replace("One", "Two"))
    os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    other.replace(path)
    assert titles(watched) == "Two", "of the same size and time"


def test_while_an_editor_renames_it_is_not_gone_and_then_it_is(path: Path) -> None:
    watched = Watched(path)
    watched.look()
    path.rename(path.with_name("away"))
    assert watched.look() is None
    path.with_name("away").rename(path)
    assert titles(watched) == "One"
    path.unlink()
    assert watched.look() is None
    gone = watched.look()
    assert gone is not None and [one.code for one in gone.problems] == ["not-a-file"]
    assert watched.look() is None
