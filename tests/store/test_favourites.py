"""What is liked and was played lately is there the next time."""

from pathlib import Path

import pytest

from relax_coach import intake
from relax_coach.store import favourites, library


def test_the_newest_stands_first_and_each_name_once(home: Path) -> None:
    for name in ("preset:jaw", "mine", "preset:jaw"):
        favourites.keep_played(name)
        favourites.keep_favourite(name, True)
    assert favourites.lately() == favourites.favourites() == ("preset:jaw", "mine")
    favourites.keep_favourite("preset:jaw", False)
    assert favourites.favourites() == ("mine",)
    assert favourites.lately() == ("preset:jaw", "mine")


def test_only_some_of_the_last_ones_are_kept(home: Path) -> None:
    for number in range(9):
        favourites.keep_played(str(number))
    assert favourites.lately() == ("8", "7", "6", "5", "4")


@pytest.mark.parametrize("broken", ["", "[]", '{"favourites": 3}', '{"favourites": [3, null]}'])
def test_a_broken_file_of_them_holds_none(home: Path, broken: str) -> None:
    (home / "data").mkdir(parents=True)
    (home / "data" / "favourites.json").write_text(broken)
    assert favourites.favourites() == favourites.lately() == ()


def test_where_nothing_can_be_written_it_is_only_not_remembered(home: Path) -> None:
    entry = library.find("jaw")
    assert entry.full_name == "preset:jaw" and library.find(entry.full_name).path == entry.path
    home.mkdir()
    (home / "data").write_text("a file in the way")
    intake.keep_played(entry)
    assert not intake.keep_favourite(entry, True)
    assert favourites.lately() == ()
