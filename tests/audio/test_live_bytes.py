"""What the sound card is handed is, byte for byte, the file of the same session."""

import hashlib
import wave
from collections.abc import Generator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from relax_coach import coach
from relax_coach.core.options import Options
from relax_coach.store import library
from relax_coach.store.settings import Settings

PRESETS = ("mini-massage", "desk-break", "shoulders", "breath-coherent")


class Hurry:
    """A sound card that takes `frames` samples at a time, as quickly as it gets them."""

    backend = "Hurry"
    frames = 0

    def __init__(self, **_: Any) -> None:
        self.asked: Generator[bytes, int, None]

    def start(self, asked: Generator[bytes, int, None]) -> None:
        self.asked = asked

    def take(self) -> bytes:
        return self.asked.send(self.frames)

    def close(self) -> None:
        self.asked.close()


@pytest.fixture
def library_of_sound(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """miniaudio with that card in it."""
    miniaudio = pytest.importorskip("miniaudio")
    monkeypatch.setattr(miniaudio, "PlaybackDevice", Hurry)
    assert isinstance(miniaudio, ModuleType)
    return miniaudio


@pytest.mark.usefixtures("library_of_sound")
@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("frames", [100, 4_800, 48_000])
def test_live_is_the_file(
    name: str, frames: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Hurry, "frames", frames)
    timeline = coach.timeline_of(library.find(name), Options())
    player, note = coach.start(timeline, Settings(output="miniaudio"))
    player.louder(+10)  # a file is as loud as the sounds were made
    assert (note, player.play()) == ("", "")
    live, n = hashlib.sha256(), 0
    device = player.output._device  # type: ignore[attr-defined]
    while not player.output.ended:
        taken = device.take()
        live.update(taken)
        n += len(taken)
    player.close()
    coach.render(timeline, Settings(), tmp_path / "a.wav")
    with wave.open(str(tmp_path / "a.wav")) as file:
        data = file.readframes(file.getnframes())
    silence = bytes(n - len(data))
    assert live.hexdigest() == hashlib.sha256(data + silence).hexdigest()
