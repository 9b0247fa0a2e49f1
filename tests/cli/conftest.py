"""One's own library, and a file that lies elsewhere."""

from pathlib import Path

import pytest
from own_file import GOOD


@pytest.fixture
def folder(home: Path) -> Path:
    """One's own library."""
    return home / "config" / "routines"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(GOOD)
    return path
