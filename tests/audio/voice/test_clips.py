"""Clips are decoded when they are first heard, and never stop a session."""

from pathlib import Path

import numpy as np
import pytest

from relax_coach.audio.score import Event, Score
from relax_coach.audio.voice import manifest
from relax_coach.audio.voice.clips import Clip, doubled
from relax_coach.audio.voice.manifest import BadVoice, Manifest, Place
from relax_coach.audio.voice.spoken import Spoken
from relax_coach.core.speech import PAUSE
from relax_coach.store import paths

SHIPPED = manifest.read(paths.bundled("sounds") / "voice" / "en")
HEARD = pytest.mark.skipif(not manifest.can_decode(), reason="NOT PLAYED: miniaudio is missing")


@pytest.mark.parametrize("pitch", [100, 3_000, 9_000])
def test_at_twice_the_rate_it_is_the_same_sound(pitch: int) -> None:
    at = np.arange(24_000) / 24_000
    twice = np.arange(48_000) / 48_000
    found = doubled(np.sin(2 * np.pi * pitch * at).astype(np.float32))
    wanted = np.sin(2 * np.pi * pitch * twice)
    assert np.abs(found - wanted)[100:-100].max() < 2e-4


@HEARD
def test_a_clip_is_the_same_however_it_is_cut() -> None:
    clip = Clip(SHIPPED.places["Let go"])
    whole = Score((Event(480, clip),), 48_000).render(0, 48_000)
    parts = [Score((Event(480, clip),), 48_000).render(at, 1_000) for at in range(0, 48_000, 1_000)]
    assert np.array_equal(np.concatenate(parts), whole)
    assert np.abs(whole).max() > 0.1
    assert not whole[:480].any() and not whole[480 + len(clip) :].any()


def test_a_file_that_is_gone_or_broken_is_silence(tmp_path: Path) -> None:
    broken = tmp_path / "a.ogg"
    broken.write_bytes(b"OggS" + bytes(200))
    for file in (tmp_path / "none.ogg", broken):
        found = Clip(Place(file, 0, 1_000))[:]
        assert found.shape == (2_000, 1) and not found.any()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 2}', '{"version": 1, "banks": 3}'])
def test_a_manifest_that_cannot_be_read_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(BadVoice, match="manifest"):
        manifest.read(tmp_path)


def test_a_text_is_spoken_sentence_by_sentence() -> None:
    places = {"Go.": Place(Path("a.ogg"), 0, 24_000), "Rest.": Place(Path("a.ogg"), 0, 12_001)}
    voice = Spoken(Manifest("test", 24_000, places))
    assert voice.length("Go. Rest.") == 1_000 + PAUSE + 501
    assert [at for at, _ in voice.parts("Go. Rest.")] == [0, 1_000 + PAUSE]
    assert voice.silent(["Go. And on we go, slowly.", "Rest."]) == ("And on we go, slowly.",)
    assert voice.length("And on we go, slowly.") == 1_700, "as long as it takes to read"


def test_what_was_made_for_a_session_is_spoken_too() -> None:
    made = {"Mine.": np.zeros((4_800, 1), np.float32)}
    voice = Spoken(manifest.NOTHING, made)
    assert (voice.length("Mine."), voice.silent(["Mine."])) == (100, ())
    assert len(voice.parts("Mine.")[0][1]) == 4_800
