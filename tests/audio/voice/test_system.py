"""The system's own voice: the real one, and programs that are missing, hang, crash or flood."""

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from relax_coach.audio.voice.speech import SILENT, SPEECH_RMS, loudness, speech_rms
from relax_coach.audio.voice.system import SystemVoice
from relax_coach.audio.voice.voice import CannotSpeak, VoiceFailed

RATE = 48_000


def test_a_short_sentence_is_as_loud_as_a_clip(espeak: str) -> None:
    speech = SystemVoice().speak("Left temple.")
    assert speech.dtype == np.float32 and 0.8 * RATE < len(speech) < 2 * RATE
    assert speech_rms(speech) == pytest.approx(SPEECH_RMS, abs=0.3)
    assert np.abs(speech).max() <= 0.8913  # -1 dBFS


def test_so_is_a_longer_one_and_it_begins_and_ends_at_once(espeak: str) -> None:
    speech = SystemVoice().speak("With both thumbs, press and stay still, and let it soften.")
    heard = np.flatnonzero(np.abs(speech) > np.abs(speech).max() * SILENT)
    assert len(speech) > 3 * RATE
    assert loudness(speech) == pytest.approx(-18, abs=0.3)
    assert heard[0] <= 0.06 * RATE and len(speech) - heard[-1] <= 0.06 * RATE


def test_text_is_never_an_option_and_never_a_command(
    espeak: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for text in ("--help; touch x $(touch x)", "`touch x`", "-w x", "-f /etc/passwd", "--version"):
        assert len(SystemVoice().speak(text)) > 0.5 * RATE
    assert list(tmp_path.iterdir()) == []


def test_its_version_names_no_folder(espeak: str) -> None:
    version = SystemVoice().version
    assert version.startswith("eSpeak") and "/" not in version and version.endswith("en-us+f3")


def test_without_a_program_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotSpeak, match="install espeak-ng"):
        SystemVoice()


def test_one_that_hangs_is_ended(stand_in: Callable[[str], None]) -> None:
    stand_in("exec sleep 60")
    begun = time.monotonic()
    with pytest.raises(VoiceFailed, match=r"espeak-ng gave no answer within 0\.2 seconds"):
        SystemVoice(within=0.2).speak("Rest.")
    assert time.monotonic() - begun < 3


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("exit 3", "espeak-ng ended with an error"),
        ("kill -SEGV $$", "espeak-ng ended with an error"),
        ("exec cat", "cannot be used: not a WAV"),
        ("exit 0", "cannot be used: not a WAV"),
        ("exec cat /dev/zero", "espeak-ng does not stop writing"),
    ],
)
def test_one_that_fails_is_told(script: str, told: str, stand_in: Callable[[str], None]) -> None:
    stand_in(script)
    with pytest.raises(VoiceFailed, match=told):
        SystemVoice().speak("Rest.")


def test_one_that_cannot_start_is_told(stand_in: Callable[[str], None], tmp_path: Path) -> None:
    stand_in("")
    (tmp_path / "bin" / "espeak-ng").write_text("#!/no/such/shell\n")
    with pytest.raises(VoiceFailed, match="cannot be started"):
        SystemVoice().speak("Rest.")
