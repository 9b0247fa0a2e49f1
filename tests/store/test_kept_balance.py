"""How loud it was is how loud it will be."""

from pathlib import Path

import pytest

from relax_coach.core.balance import Balance
from relax_coach.store.loudness import keep_balance, last_balance

SET = Balance(voice=9, cues=5)


def test_loudness_and_levels_are_remembered(home: Path) -> None:
    assert last_balance(SET) == SET
    for changed in (SET.turned("volume", -99), SET.turned("cues", 1), SET.turned("ambience", -7)):
        keep_balance(changed, SET)
        assert last_balance(SET) == changed
    assert [path.name for path in (home / "data").iterdir()] == ["volume.json"]


def test_a_level_that_is_set_anew_is_as_it_is_set(home: Path) -> None:
    keep_balance(Balance(volume=3, voice=4, cues=6), SET)
    assert last_balance(Balance(voice=8, cues=5)) == Balance(volume=3, voice=8, cues=6)


@pytest.mark.parametrize(
    "broken", ["", "[]", '{"volume": 11}', '{"volume": true}', '{"volume": "3", "set_to": 7}']
)
def test_a_broken_file_remembers_nothing(home: Path, broken: str) -> None:
    (home / "data").mkdir(parents=True)
    (home / "data" / "volume.json").write_text(broken)
    assert last_balance(SET) == SET


def test_what_an_older_program_kept_is_the_volume(home: Path) -> None:
    (home / "data").mkdir(parents=True)
    (home / "data" / "volume.json").write_text('{"version": 1, "volume": 2}')
    assert last_balance(SET) == Balance(volume=2, voice=9, cues=5)
