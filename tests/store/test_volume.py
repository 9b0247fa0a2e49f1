"""How loud it was is how loud it will be."""

from pathlib import Path

import pytest

from relax_coach.store.volume import keep_volume, last_volume


def test_the_volume_is_remembered(home: Path) -> None:
    assert last_volume() is None
    for volume in (0, 10, 3):
        keep_volume(volume)
        assert last_volume() == volume
    assert [path.name for path in (home / "data").iterdir()] == ["volume.json"]


@pytest.mark.parametrize(
    "broken", ["", "[]", '{"volume": 11}', '{"volume": true}', '{"volume": "3"}']
)
def test_a_broken_file_remembers_nothing(home: Path, broken: str) -> None:
    (home / "data").mkdir(parents=True)
    (home / "data" / "volume.json").write_text(broken)
    assert last_volume() is None
