"""What the stories about sound share."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from relax_coach.audio.score import Event, Score
from relax_coach.audio.sound import Samples, load_cues

ROOT = Path(__file__).resolve().parents[2]


def script(path: str) -> ModuleType:
    """A script of this repository, as a module."""
    name = Path(path).stem
    spec = importlib.util.spec_from_file_location(name, ROOT / path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def cues() -> dict[str, Samples]:
    """The real ones."""
    return load_cues(ROOT / "sounds" / "cues")


@pytest.fixture(scope="session")
def recorder() -> ModuleType:
    return script("bench/record_session.py")


@pytest.fixture(scope="session")
def builder() -> ModuleType:
    return script("tools/build_cues.py")


@pytest.fixture
def score(cues: dict[str, Samples]) -> Score:
    """A second and a half in which cues overlap."""
    events = (
        Event(0, cues["press"]),
        Event(7_001, cues["switch"], gain=0.7),
        Event(20_000, cues["in"], bus="voice"),
        Event(40_000, cues["one"]),
    )
    return Score(events, 72_000)


@pytest.fixture
def tone() -> Score:
    """One second of 200 Hz at half of full scale: a break in it would be seen."""
    wave = 0.5 * np.sin(2 * np.pi * 200 * np.arange(48_000) / 48_000)
    both = np.stack([wave, wave], axis=1).astype(np.float32)
    return Score((Event(0, both),), 48_000)
