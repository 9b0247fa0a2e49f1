"""What was spoken is kept; where it cannot be, that is a sentence and nothing more."""

import errno
import os
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from relax_coach.audio.voice.cache import Cache
from relax_coach.audio.voice.speech import Speech


@dataclass(frozen=True)
class Named:
    """A voice that only has a name; it speaks a tone."""

    name: str = "system"
    version: str = "1"
    speed: float = 0.8

    def speak(self, sentence: str) -> Speech:
        return np.sin(np.arange(4_800) / 50).astype(np.float32) / 2


VOICE = Named()
SPEECH = VOICE.speak("Rest.")


def test_what_was_kept_is_found_to_the_last_step_of_16_bits(cache: Cache, tmp_path: Path) -> None:
    assert cache.find(VOICE, "Rest.") is None
    cache.keep(VOICE, "Rest.", SPEECH)
    found = cache.find(VOICE, "Rest.")
    assert found is not None and found.shape == SPEECH.shape
    assert np.abs(found - SPEECH).max() < 1e-4
    (file,) = (tmp_path / "cache" / "voice").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("other", [{"name": "x"}, {"version": "2"}, {"speed": 1.0}])
def test_another_voice_version_or_speed_is_another_sound(
    cache: Cache, other: dict[str, object]
) -> None:
    cache.keep(VOICE, "Rest.", SPEECH)
    assert cache.find(replace(VOICE, **other), "Rest.") is None
    assert cache.find(VOICE, "rest.") is None


@pytest.mark.parametrize("damage", [b"", b"RIFF", b"\0" * 3_000])
def test_a_damaged_one_is_made_again(cache: Cache, tmp_path: Path, damage: bytes) -> None:
    cache.keep(VOICE, "Rest.", SPEECH)
    (file,) = (tmp_path / "cache" / "voice").iterdir()
    file.write_bytes(damage)
    assert cache.find(VOICE, "Rest.") is None
    cache.keep(VOICE, "Rest.", SPEECH)
    assert cache.find(VOICE, "Rest.") is not None


def test_a_broken_off_one_is_made_again(cache: Cache, tmp_path: Path) -> None:
    cache.keep(VOICE, "Rest.", SPEECH)
    (file,) = (tmp_path / "cache" / "voice").iterdir()
    file.write_bytes(file.read_bytes()[:2_000])
    assert cache.find(VOICE, "Rest.") is None


def test_what_was_longest_not_used_goes_first(tmp_path: Path) -> None:
    size = 2 * len(SPEECH) + 44
    cache = Cache(tmp_path, most=2 * size)
    for at, sentence in enumerate(("One.", "Two.", "Three.")):
        cache.keep(VOICE, sentence, SPEECH)
        for path in tmp_path.iterdir():  # as if it were long ago
            if path.stat().st_mtime > 1_000_000:
                os.utime(path, (at, at))
    assert cache.find(VOICE, "One.") is not None
    (tmp_path / "left-behind.part").touch()
    cache.trim()
    found = [cache.find(VOICE, one) is not None for one in ("One.", "Two.", "Three.")]
    assert found == [True, False, True]
    assert len(list(tmp_path.iterdir())) == 2


def test_on_a_full_disk_nothing_is_left_and_one_sentence_tells_it(
    cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("wave.Wave_write.writeframes", full)
    cache.keep(VOICE, "Rest.", SPEECH)
    cache.keep(VOICE, "Go on.", SPEECH)
    assert "cannot be kept in" in cache.note and "No space left on device" in cache.note
    assert list((tmp_path / "cache" / "voice").iterdir()) == []


def test_a_read_only_one_is_still_read(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.keep(VOICE, "Rest.", SPEECH)

    def read_only(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(tempfile, "mkstemp", read_only)
    monkeypatch.setattr(os, "utime", read_only)
    cache.keep(VOICE, "Go on.", SPEECH)
    assert "Read-only file system" in cache.note
    assert cache.find(VOICE, "Rest.") is not None


def test_where_a_file_stands_in_its_place_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "cache").touch()
    cache = Cache(tmp_path / "cache" / "voice")
    assert cache.find(VOICE, "Rest.") is None
    cache.keep(VOICE, "Rest.", SPEECH)
    cache.trim()
    assert cache.note
