"""What the stories about voices share: programs that stand where espeak-ng would."""

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from relax_coach.audio.voice.cache import Cache

REAL = shutil.which("espeak-ng")


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a shell script before all others on PATH, as espeak-ng."""

    def put(script: str) -> None:
        path = tmp_path / "bin" / "espeak-ng"
        path.parent.mkdir(exist_ok=True)
        told = f'[ "$1" = --version ] && echo "stand-in 1.0  Data at: /x" && exit\n{script}\n'
        path.write_text(f"#!/bin/sh\n{told}", "utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{path.parent}{os.pathsep}{os.environ['PATH']}")

    return put


@pytest.fixture
def espeak() -> str:
    """The real one; without it the story is skipped, and says so."""
    if REAL is None:
        pytest.skip("NOT SPOKEN: espeak-ng is not installed")
    return REAL


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache" / "voice")
