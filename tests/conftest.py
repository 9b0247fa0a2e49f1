"""Every test has its own home and a plain environment: nothing of the person at the keyboard."""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import settings

from relax_coach import haste
from relax_coach.store import opening
from relax_coach.store.lock import Lock

# The same examples in every run: what passes here passes there. bench/fuzz.py draws new ones.
settings.register_profile("repeatable", derandomize=True)
settings.load_profile("repeatable")

# Screens make millions of small objects and few circles: to look for those so seldom takes a fifth
# of the time off, and they are still found.
gc.set_threshold(20_000, 20, 50)

_STEERING = ("NO_COLOR", "FORCE_COLOR", "ACCESSIBLE")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of RELAX_COACH_HOME for this test; it does not exist before something writes."""
    for name in list(os.environ):
        if name.startswith("RELAX_COACH_") or name in _STEERING:
            monkeypatch.delenv(name)
    folder = tmp_path / "relax-coach-home"
    monkeypatch.setenv("RELAX_COACH_HOME", str(folder))
    # Without a voice lengths are those of the format; what is about the voice turns it on.
    monkeypatch.setenv("RELAX_COACH_VOICE_NAME", "off")
    opening.untold()  # of the journal of another story
    monkeypatch.setattr(Lock, "held", False)  # one that plays another process gives back what was
    return folder


@pytest.fixture(autouse=True)
def quick_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Questions that wait until they can have been read take every answer."""
    monkeypatch.setattr(haste, "SETTLED", 0)
    monkeypatch.setattr(haste, "SEEN", 0)
