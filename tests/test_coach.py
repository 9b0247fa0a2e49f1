"""The joiner: which output a session comes back with."""

from typing import Any

import pytest

from relax_coach import coach
from relax_coach.audio import outputs
from relax_coach.core.options import Options
from relax_coach.store import library
from relax_coach.store.settings import Settings


@pytest.mark.parametrize(
    ("began_with", "comes_back"),
    [("miniaudio", "miniaudio"), ("none", "miniaudio"), ("simpleaudio", "simpleaudio")],
)
def test_a_session_comes_back_with_the_better_library(
    monkeypatch: pytest.MonkeyPatch, began_with: str, comes_back: str
) -> None:
    """Asked for none by name, it must not stay with the slower one because that won a race."""
    asked: list[str] = []
    opened = outputs.open_output

    def begins(name: str, mixer: Any, device: str = "") -> Any:
        output, note = opened("none", mixer)
        monkeypatch.setattr(type(output), "name", began_with)
        return output, note

    monkeypatch.setattr(outputs, "open_output", begins)
    monkeypatch.setattr(outputs, "available", lambda: True)
    monkeypatch.setattr(outputs, "open_sounding", lambda name, *_: asked.append(name))
    session = coach.ready(library.find("mini-massage"), Options(), Settings(speaker="off"))
    player, _ = coach.start(session, Settings(output="auto"))
    player._sound._tries._open()
    assert asked == [comes_back]
    player.close()
