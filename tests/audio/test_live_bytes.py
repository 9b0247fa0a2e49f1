"""What the sound card is handed, voice and rain and all, is byte for byte the session's file."""

import sys
import wave
from pathlib import Path
from threading import Event

import pytest

from relax_coach import coach
from relax_coach.audio.encoders.wav import WavEncoder
from relax_coach.audio.outputs import miniaudio
from relax_coach.core.label import Label
from relax_coach.core.options import Options
from relax_coach.store import library
from relax_coach.store.settings import Settings

HURRY = Path(__file__).with_name("hurry.py")
LOOK = Event()

pytest.importorskip("miniaudio", reason="NOT PLAYED: the library miniaudio is not installed")


@pytest.mark.parametrize(
    ("name", "frames"),
    [
        ("mini-massage", 100), ("mini-massage", 4_800), ("mini-massage", 48_000),
        ("desk-break", 4_800), ("shoulders", 48_000), ("breath-coherent", 4_800),
    ],
)  # fmt: skip
def test_live_is_the_file(
    name: str, frames: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = tmp_path / "taken"
    sizes = miniaudio.PROCESS[-2:]
    command = (sys.executable, str(HURRY), str(frames), str(taken), *sizes)
    monkeypatch.setattr(miniaudio, "PROCESS", command)
    settings = Settings(output="miniaudio", speaker="heart")
    session = coach.ready(library.find(name), Options(ambience="rain"), settings)
    assert session.voice is not None
    player, notes = coach.start(session, settings)
    player.louder(+10)  # a file is as loud as the sounds were made
    assert (notes, player.play()) == ((), "")
    label = Label("A session")
    coach.render(session, settings, tmp_path / "a.wav", WavEncoder, label)
    with wave.open(str(tmp_path / "a.wav")) as file:
        expected = file.readframes(file.getnframes())
    while not player.output.ended or taken.stat().st_size < len(expected):
        assert not player.output.lost
        LOOK.wait(0.02)  # to look without a pause would take the processor from what is looked at
    assert player.position == session.timeline.total
    player.close()
    live = taken.read_bytes()
    assert live[: len(expected)] == expected
    assert not any(live[len(expected) :])
