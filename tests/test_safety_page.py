"""docs/safety.md is what the program says."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

TOOL = Path(__file__).resolve().parents[1] / "tools" / "safety_page.py"


@pytest.fixture
def safety_page() -> ModuleType:
    """The script, as `python tools/safety_page.py` runs it."""
    spec = importlib.util.spec_from_file_location("safety_page", TOOL)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_what_the_program_says(safety_page: ModuleType) -> None:
    written = safety_page.PAGE.read_text("utf-8")
    assert written == safety_page.page(), "run python tools/safety_page.py"


def test_every_preset_stands_against_every_condition(safety_page: ModuleType) -> None:
    rows = [line for line in safety_page.page().splitlines() if line.startswith("| Pregnant |")]
    (row,) = [row for row in rows if row.count("|") == 21]
    assert row.count("·") < 19
