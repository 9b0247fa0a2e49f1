"""`add` and `remove`: checked first, never written over, and undone."""

import errno
import os
import shlex
from pathlib import Path

import pytest
from own_file import BROKEN, GOOD

from relax_coach.cli.program import run
from relax_coach.core.exits import Exit
from relax_coach.core.json_schema import FILE_NAME
from relax_coach.store import library, own

Captured = pytest.CaptureFixture[str]


def test_what_it_is_is_told_and_then_it_is_there(
    folder: Path, mine: Path, capsys: Captured
) -> None:
    assert run(["add", str(mine)]) == Exit.DONE
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("Mine [bold], 0:") and out[1:4] == [
        "  author: Me", "  licence: not said", "  source: A sheet",
    ]  # fmt: skip
    assert out[4].startswith("  caution: Pregnant")
    assert (folder / "mine.yaml").read_text() == GOOD and (folder / FILE_NAME).is_file()
    assert library.find("mine").document.ok


def test_a_folder_is_added_and_what_is_broken_does_not_keep_the_others_out(
    folder: Path, mine: Path, capsys: Captured
) -> None:
    (mine.parent / "bad.yaml").write_text(BROKEN)
    assert run(["add", str(mine.parent)]) == Exit.FINDINGS
    assert "bad.yaml has errors and is not added" in capsys.readouterr().err
    assert sorted(path.name for path in folder.glob("*.yaml")) == ["mine.yaml"]


def test_nothing_is_replaced_in_silence_and_the_one_before_can_come_back(
    folder: Path, mine: Path, capsys: Captured
) -> None:
    assert run(["add", str(mine)]) == Exit.DONE
    mine.write_text(GOOD.replace("5s", "7s"))
    assert run(["add", str(mine)]) == Exit.FINDINGS
    assert "stays as it is. Take --name NAME, or --replace." in capsys.readouterr().err
    assert run(["add", str(mine), "--replace"]) == Exit.DONE
    assert "7s" in (folder / "mine.yaml").read_text()
    undo = capsys.readouterr().err.split("to undo that: relax-coach ")[1]
    assert run(shlex.split(undo)) == Exit.DONE
    assert (folder / "mine.yaml").read_text() == GOOD
    assert run(["add", str(mine), "--replace"]) == Exit.DONE
    assert run(["remove", "mine"]) == run(["remove", "--undo"]) == Exit.DONE
    assert "7s" in (folder / "mine.yaml").read_text()
    assert run(["add", str(mine), "--name", "other"]) == Exit.DONE
    assert library.find("other").document.ok


def test_what_was_removed_comes_back_also_after_another_was_replaced(
    folder: Path, mine: Path, capsys: Captured
) -> None:
    for words in (["add", str(mine)], ["add", str(mine), "--name", "b"], ["remove", "mine"]):
        assert run(words) == Exit.DONE
    assert run(["add", str(mine), "--name", "b", "--replace"]) == Exit.DONE
    assert run(["remove", "--undo"]) == Exit.DONE
    assert (folder / "mine.yaml").read_text() == GOOD


def test_what_was_removed_can_come_back_by_another_name(
    folder: Path, mine: Path, capsys: Captured
) -> None:
    assert run(["add", str(mine)]) == run(["remove", "mine"]) == run(["add", str(mine)]) == 0
    assert run(["remove", "--undo"]) == Exit.FINDINGS
    remedy = capsys.readouterr().err.split("By another name: relax-coach ")[1]
    assert run(shlex.split(remedy.replace("NAME", "old"))) == Exit.DONE
    assert (folder / "old.yaml").read_text() == GOOD


def test_a_replacement_that_fails_leaves_the_one_before_where_it_was(
    folder: Path, mine: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    assert run(["add", str(mine)]) == Exit.DONE
    there = folder / "mine.yaml"

    def full(path: Path, data: bytes, mode: int) -> None:
        assert path == there and there.read_text() == GOOD, "also when it is killed here"
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("relax_coach.store.whole.write", full)
    mine.write_text(GOOD.replace("5s", "7s"))
    assert run(["add", str(mine), "--replace"]) == Exit.FINDINGS
    assert f"{there}: No space left on device. {mine} is not added" in capsys.readouterr().err
    assert there.read_text() == GOOD and list(own.trash().iterdir()) == []


def test_one_that_ends_in_yml_has_its_name_too(folder: Path, mine: Path, capsys: Captured) -> None:
    folder.mkdir(parents=True)
    mine.rename(folder / "mine.yml")
    for words in (
        ["new", "mine", "--yes"],
        ["edit", "preset:mine"],
        ["new", "mine", "--copy", "jaw"],
    ):
        assert run(words) != Exit.DONE
    assert [path.name for path in folder.glob("mine.*")] == ["mine.yml"]


def test_a_link_that_was_replaced_can_be_put_back(
    folder: Path, mine: Path, capsys: Captured
) -> None:
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "real.yaml").write_text(GOOD.replace("5s", "8s"))
    (folder / "mine.yaml").symlink_to("sub/real.yaml")
    assert run(["add", str(mine), "--replace"]) == Exit.DONE
    undo = capsys.readouterr().err.split("to undo that: relax-coach ")[1]
    assert run(shlex.split(undo)) == Exit.DONE
    assert "8s" in (folder / "mine.yaml").read_text()


@pytest.mark.parametrize("name", ["../../outside", "{}/outside", "sub/mine", ".", "..", "folder"])
def test_what_lies_elsewhere_is_not_removed(
    folder: Path, mine: Path, tmp_path: Path, name: str, capsys: Captured
) -> None:
    (folder / "folder.yaml").mkdir(parents=True)
    (folder / "sub").mkdir()
    others = [tmp_path / "outside.yaml", folder / "sub" / "mine.yaml", folder.parent / "a.yaml"]
    for one in (*others, folder.parent.parent / "outside.yaml"):
        one.write_text(GOOD)
    assert run(["remove", name.format(tmp_path)]) == Exit.WRONG_USE
    assert all(one.exists() for one in others) and (folder / "folder.yaml").is_dir()
    assert (folder.parent.parent / "outside.yaml").exists()
    assert run(["remove", "--undo"]) == Exit.FINDINGS, "the trash is empty"


def test_a_link_comes_back_as_a_link(folder: Path, mine: Path) -> None:
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "real.yaml").write_text(GOOD)
    (folder / "link.yaml").symlink_to("sub/real.yaml")
    assert run(["remove", "link"]) == run(["remove", "--undo"]) == Exit.DONE
    assert (folder / "link.yaml").is_symlink() and library.find("link").document.ok


def test_a_removal_that_was_broken_off_hides_no_older_one(folder: Path, mine: Path) -> None:
    assert run(["add", str(mine)]) == run(["remove", "mine"]) == Exit.DONE
    (own.trash() / "29991231T000000000000").mkdir()
    (kept,) = own.trash().glob("*/mine.yaml")
    (kept.parent / ".DS_Store").touch()
    assert run(["remove", "--undo"]) == Exit.DONE
    assert library.find("mine").document.ok


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes all")
def test_what_cannot_be_removed_leaves_nothing_in_the_trash(
    folder: Path, mine: Path, capsys: Captured
) -> None:
    assert run(["add", str(mine)]) == Exit.DONE
    folder.chmod(0o500)
    assert run(["remove", "mine"]) == Exit.FINDINGS
    folder.chmod(0o700)
    assert f"{folder / 'mine.yaml'}: Permission denied" in capsys.readouterr().err
    assert list(own.trash().iterdir()) == []


def test_ones_own_comes_before_the_preset_which_stays_and_comes_back(
    mine: Path, capsys: Captured
) -> None:
    assert run(["add", str(mine), "--name", "jaw"]) == Exit.DONE
    assert "It comes before the preset of that name, which stays preset:jaw." in (
        capsys.readouterr().err
    )
    assert library.find("jaw").title == "Mine [bold]"
    assert library.find("preset:jaw").title == "Jaw release"
    assert run(["remove", "jaw"]) == Exit.DONE
    assert library.find("jaw").title == "Jaw release"
    capsys.readouterr()
    assert run(["remove", "--undo"]) == Exit.DONE
    assert "It comes before the preset of that name" in capsys.readouterr().err


def test_a_file_whose_name_could_not_be_found_again_needs_another(
    folder: Path, mine: Path, capsys: Captured
) -> None:
    hidden = mine.rename(mine.with_name(".mine.yaml"))
    assert run(["add", str(hidden)]) == Exit.FINDINGS
    assert "'.mine' is no name for a routine" in capsys.readouterr().err and not folder.exists()
    assert run(["add", str(hidden), "--name", "mine"]) == Exit.DONE


@pytest.mark.parametrize("called", ["a.yaml.yaml", "-x.yaml"])
def test_a_file_whose_name_would_be_a_path_or_an_option_needs_another(
    called: str, folder: Path, mine: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(mine.parent)
    mine.rename(called)
    assert run(["add", f"./{called}"]) == Exit.FINDINGS
    assert "is no name for a routine" in (told := capsys.readouterr().err)
    assert "Take --name NAME." in told and [one.name for one in Path().iterdir()] == [called]


@pytest.mark.parametrize("path", ["./", "/", "./.", "../", "{}/", ".yaml", "./-x.yaml", "{}/.x"])
def test_a_path_without_a_name_is_no_place_for_a_new_one(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert run(["new", path.format(tmp_path), "--yes"]) == Exit.WRONG_USE
    assert "is no name for a routine: take one" in capsys.readouterr().err
    assert [one.name for one in tmp_path.rglob("*")] == ["here"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["remove", "jaw"], 2, "jaw is a preset, and stays."),
        (["remove", "jaww"], 2, "Did you mean jaw?"),
        (["remove"], 2, "Give a NAME, or --undo."),
        (["remove", "--undo"], 1, "Nothing that was removed is in the trash."),
        (["add", "none.yaml"], 1, "No such file"),
        (["add", "a.yaml", "b.yaml", "--name", "x"], 2, "--name is for one file."),
        (["add", "a.yaml", "--name", "../x"], 2, "--name is a name, and no path."),
        (["add", "a.yaml", "--name", ".x"], 2, "'.x' is no name for a routine"),
        (["add", "a.yaml", "--name", ""], 2, "'' is no name for a routine: take one"),
        (["add", "a.yaml", "--name", "a\nb"], 2, "no line break or other control"),
        (["new", "a\x1bb", "--yes"], 2, "no line break or other control"),
        (["add", "a.yaml", "--name", "preset:x"], 2, "'preset:x' is no name"),
        (["add", "a.yaml", "--name", "-x"], 2, "begins neither with a dot or a dash"),
        (["add", ""], 2, "A PATH is empty: name a file or a folder"),
        (["edit", "nothing-like-it"], 2, "A new one: relax-coach new"),
    ],
)
def test_wrong_use_is_told_with_a_remedy(
    words: list[str], code: int, said: str, home: Path, capsys: Captured
) -> None:
    assert run(words) == code
    assert said in capsys.readouterr().err
