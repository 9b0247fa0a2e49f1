"""The pages that are made from the program are what the program says."""

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).resolve().parents[1] / "tools"


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> tuple[ModuleType, ...]:
    """The modules that make a page each, as `python tools/pages.py` loads them."""
    monkeypatch.setattr(sys, "path", [str(TOOLS), *sys.path])
    return tuple(importlib.import_module("pages").PAGES)


def test_a_page_is_what_the_program_says(pages: tuple[ModuleType, ...]) -> None:
    old = [one.PAGE.name for one in pages if one.PAGE.read_text("utf-8") != one.page()]
    assert old == [], "run python tools/pages.py"


def test_every_preset_stands_against_every_condition(pages: tuple[ModuleType, ...]) -> None:
    lines = pages[0].page().splitlines()
    (row,) = [line for line in lines if line.startswith("| Pregnant |") and line.count("|") == 21]
    assert row.count("·") < 19
