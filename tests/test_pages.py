"""The pages that are made from the program are what the program says."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).resolve().parents[1] / "tools"


def tool(name: str) -> ModuleType:
    """The script tools/NAME_page.py."""
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}_page.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["safety", "learn", "sentences"])
def test_a_page_is_what_the_program_says(name: str) -> None:
    made = tool(name)
    assert made.PAGE.read_text("utf-8") == made.page(), f"run python tools/{name}_page.py"


def test_every_preset_stands_against_every_condition() -> None:
    lines = tool("safety").page().splitlines()
    (row,) = [line for line in lines if line.startswith("| Pregnant |") and line.count("|") == 21]
    assert row.count("·") < 19
