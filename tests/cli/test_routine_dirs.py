"""Folders of own routines that the settings name."""

import os
from pathlib import Path

import pytest

from relax_coach.cli.program import run
from relax_coach.core.exits import Exit
from relax_coach.store import library
from relax_coach.store.settings import load, routine_dirs

FILE = "format: 1\ntitle: {}\ncautions: []\nsources: [me]\nsteps:\n  - rest: 20s\n"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RELAX_COACH_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("RELAX_COACH_ROUTINE_DIRS", raising=False)
    (folder := tmp_path / "home" / "config").mkdir(parents=True)
    return folder / "config.toml"


def test_a_second_folder_is_named_in_the_settings_or_the_variable(
    settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("two", "three"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.yaml").write_text(FILE.format(name))
    settings.write_text(f'routine_dirs = ["{tmp_path / "two"}"]\n')
    assert routine_dirs()[1:] == (tmp_path / "two",) and load().problems == ()
    assert library.find("two").title == "two"
    three = f"{tmp_path / 'three'}{os.pathsep}"
    monkeypatch.setenv("RELAX_COACH_ROUTINE_DIRS", three)
    assert routine_dirs()[1:] == (tmp_path / "three",), "the variable beats the file"


def test_what_is_no_list_of_folders_is_told(settings: Path) -> None:
    settings.write_text("routine_dirs = 7\n")
    assert load().problems == (
        'config.toml, line 1: `routine_dirs` is a list of folders: ["~/my-routines"].',
    )
    assert run(["list"]) == Exit.DONE
