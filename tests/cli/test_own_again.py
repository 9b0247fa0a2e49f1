"""One's own library: what was there comes back, and what a name hides is told."""

import shlex
import stat
from pathlib import Path

import pytest
from own_file import BROKEN, GOOD

from relax_coach.cli.program import run
from relax_coach.core.exits import Exit
from relax_coach.store import library, own

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A second folder of one's own."""
    folder = tmp_path / "second"
    folder.mkdir()
    monkeypatch.setenv("RELAX_COACH_ROUTINE_DIRS", str(folder))
    return folder


def test_a_broken_one_that_was_replaced_comes_back_by_the_command_that_is_told(
    folder: Path, mine: Path, capsys: Captured
) -> None:
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text(BROKEN)
    assert run(["add", str(mine), "--replace"]) == Exit.DONE
    undo = capsys.readouterr().err.split("to undo that: relax-coach ")[1]
    assert run(shlex.split(undo)) == Exit.DONE
    assert "[bad-duration]" in capsys.readouterr().err, "its errors are told"
    assert (folder / "mine.yaml").read_text() == BROKEN


def test_what_would_be_hidden_by_the_other_ending_does_not_come_back(
    folder: Path, mine: Path, capsys: Captured
) -> None:
    folder.mkdir(parents=True)
    (folder / "mine.yml").write_text(GOOD)
    assert run(["remove", "mine"]) == run(["add", str(mine)]) == Exit.DONE
    assert run(["remove", "--undo"]) == Exit.FINDINGS
    assert "Another mine is in your library. By another name" in capsys.readouterr().err
    assert not (folder / "mine.yml").exists() and own.removed().name == "mine.yml"


def test_a_folder_in_the_trash_keeps_nothing_from_coming_back(folder: Path, mine: Path) -> None:
    assert run(["add", str(mine)]) == run(["remove", "mine"]) == Exit.DONE
    (own.trash() / "29991231T000000000000" / "q.yaml").mkdir(parents=True)
    assert run(["remove", "--undo"]) == Exit.DONE
    assert library.find("mine").document.ok


def test_what_is_replaced_stays_as_private_as_it_was(folder: Path, mine: Path) -> None:
    assert run(["add", str(mine)]) == Exit.DONE
    (folder / "mine.yaml").chmod(0o600)
    assert run(["add", str(mine), "--replace"]) == Exit.DONE
    assert stat.S_IMODE((folder / "mine.yaml").stat().st_mode) == 0o600


def test_another_own_one_that_is_left_is_told_and_not_the_preset(
    folder: Path, second: Path, mine: Path, capsys: Captured
) -> None:
    (second / "jaw.yaml").write_text(GOOD)
    assert run(["add", str(mine), "--name", "jaw"]) == Exit.DONE
    (folder / "jaw.yml").write_text(GOOD)
    for left in (folder / "jaw.yml", second / "jaw.yaml"):
        capsys.readouterr()
        assert run(["remove", "jaw"]) == Exit.DONE
        assert f"jaw is {left} now." in (told := capsys.readouterr().err)
        assert "preset" not in told


@pytest.mark.parametrize("words", [["add", "{mine}"], ["new", "mine", "--yes"]])
def test_an_own_one_in_a_second_folder_is_not_hidden_without_a_word(
    words: list[str], second: Path, mine: Path, capsys: Captured
) -> None:
    (second / "mine.yaml").write_text(GOOD)
    assert run([word.format(mine=mine) for word in words]) == Exit.DONE
    said = "It comes before your own of that name in another folder, which stays"
    assert f"{said} {second / 'mine.yaml'}" in capsys.readouterr().err


def test_a_path_comes_before_no_preset_and_is_edited_by_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["new", "./jaw", "--yes"]) == Exit.DONE
    assert "It comes before" not in capsys.readouterr().err
    for path in ("./jaw", "./jaw.yaml"):
        assert run(["new", path, "--yes"]) == Exit.FINDINGS
        assert "or: relax-coach edit jaw.yaml\n" in capsys.readouterr().err
    assert run(["new", "mine", "--yes"]) == run(["new", "./mine", "--yes"]) == Exit.DONE
