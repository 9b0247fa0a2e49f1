"""The tables of docs/routine-format.md are those of the program."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).resolve().parents[1] / "tools"


@pytest.fixture
def format_page(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, as `python tools/format_page.py` runs it."""
    monkeypatch.setattr(sys, "path", [str(TOOLS), *sys.path])
    spec = importlib.util.spec_from_file_location("format_page", TOOLS / "format_page.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_what_the_program_says(format_page: ModuleType) -> None:
    page = format_page.PAGE.read_text("utf-8")
    assert page == format_page.filled(page), "run python tools/format_page.py"


def test_what_is_typed_into_a_table_is_written_over(format_page: ModuleType) -> None:
    page = format_page.PAGE.read_text("utf-8")
    assert format_page.filled(page.replace("| `temple` |", "| `tempel` |")) == page


def test_a_table_without_its_marks_is_told(format_page: ModuleType) -> None:
    page = format_page.PAGE.read_text("utf-8").replace("<!-- table: hands -->", "")
    with pytest.raises(ValueError, match="hands"):
        format_page.filled(page)


def test_a_check_tells_of_a_stale_page_and_leaves_it(
    format_page: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = format_page.PAGE.read_text("utf-8")
    stale = page.replace("| `temple` |", "| `tempel` |")
    copy = tmp_path / "routine-format.md"
    copy.write_text(stale, "utf-8")
    monkeypatch.setattr(format_page, "PAGE", copy)
    monkeypatch.setattr(sys, "argv", ["format_page.py", "--check"])
    with pytest.raises(SystemExit, match="is not what the program says"):
        format_page.main()
    assert copy.read_text("utf-8") == stale
    monkeypatch.setattr(sys, "argv", ["format_page.py"])
    format_page.main()
    assert copy.read_text("utf-8") == page
