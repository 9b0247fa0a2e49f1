"""`edit` and `preview` of a preset, however it is reached: a copy is edited, and it stays."""

import stat
from pathlib import Path

import pytest
from own_file import GOOD

from relax_coach.cli.program import run
from relax_coach.core.exits import Exit
from relax_coach.store import library, paths

Captured = pytest.CaptureFixture[str]
PRESET = GOOD.replace("Mine", "Jaw")


@pytest.fixture
def presets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of presets that may be spoilt, with one in it."""
    folder = tmp_path / "program" / "routines"
    folder.mkdir(parents=True)
    (folder / "jaw.yaml").write_text(PRESET)
    monkeypatch.setattr(paths, "bundled", lambda name: tmp_path / "program" / name)
    return folder


def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, does: str) -> None:
    program = tmp_path / name
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("VISUAL", str(program))


@pytest.mark.parametrize("named", ["{presets}/jaw.yaml", "routines/jaw.yaml", "linked", "jaw"])
def test_a_preset_is_copied_by_whatever_way_it_was_reached(
    named: str, presets: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir(parents=True)
    (folder / "linked.yaml").symlink_to(presets / "jaw.yaml")
    editor(tmp_path, monkeypatch, "vim", 'echo "# mine" >> "$1"')
    monkeypatch.chdir(presets.parent)
    assert run(["edit", named.format(presets=presets)]) == Exit.DONE
    assert (presets / "jaw.yaml").read_text() == PRESET
    assert (folder / "jaw.yaml").read_text() == f"{PRESET}# mine\n"


def test_preview_knows_a_preset_by_its_path(
    presets: Path, folder: Path, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir(parents=True)
    (folder / "linked.yaml").symlink_to(presets / "jaw.yaml")
    seen: list[str] = []
    monkeypatch.setattr("relax_coach.cli.preview.is_full_screen", lambda: True)
    monkeypatch.setattr(
        "relax_coach.tui.app.preview",
        lambda path, preset, settings: seen.append(preset.name if preset else "own") or 0,
    )
    for named in (str(presets / "jaw.yaml"), "linked", "jaw", str(mine)):
        assert run(["preview", named]) == Exit.DONE
    assert seen == ["jaw", "jaw", "jaw", "own"]
    (folder / "loop.yaml").symlink_to("loop.yaml")
    for path in (mine, folder / "loop.yaml", presets / "none.yaml"):
        assert library.preset_at(path) is None


@pytest.mark.parametrize(
    ("name", "at_once", "stays"),
    [("unknown", 1e9, True), ("unknown", 0, False), ("nano", 1e9, False)],
    ids=["it may be open", "it took its time", "it surely waits"],
)
def test_a_copy_stays_where_an_editor_that_came_back_at_once_may_have_it_open(
    name: str, at_once: float, stays: bool, presets: Path, folder: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: Captured,
) -> None:  # fmt: skip
    editor(tmp_path, monkeypatch, name, "exit 0")
    monkeypatch.setattr("relax_coach.editor.AT_ONCE", at_once)
    assert run(["edit", "jaw"]) == Exit.DONE
    told = capsys.readouterr().err
    assert (folder / "jaw.yaml").exists() is stays
    assert ("Nothing was changed" in told) is not stays
    assert ("yours stays" in told and "To take it away: relax-coach remove jaw" in told) is stays
