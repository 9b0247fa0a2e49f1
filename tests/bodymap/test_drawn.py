"""What ships is what was drawn last."""

import importlib
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "drawings").glob("*.svg"))


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(sys, "path", [str(ROOT / "tools"), *sys.path])
    return importlib.import_module("build_drawings")


def test_no_picture_is_older_than_its_drawing(build: ModuleType) -> None:
    assert build.stale() == [], "run python tools/build_drawings.py"


def test_a_changed_drawing_is_noticed(
    build: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for one in SOURCES[0].parent.iterdir():
        (tmp_path / one.name).write_bytes(one.read_bytes())
    monkeypatch.setattr(build, "SOURCES", tmp_path)
    assert build.stale() == []
    with (tmp_path / "back.svg").open("a") as file:
        file.write("\n")
    assert build.stale() == ["back"]


def test_all_drawings_are_shaded_alike() -> None:
    def of(path: Path, part: str) -> list[str]:
        return re.findall(rf"<{part}.*?</{part}>", path.read_text("utf-8"), re.DOTALL)

    for part in ("style", "filter"):
        assert len({tuple(of(path, part)) for path in SOURCES}) == 1
        assert of(SOURCES[0], part)
