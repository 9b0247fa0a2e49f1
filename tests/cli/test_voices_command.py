"""`voices` and `sounds`: what there is, and one of them heard."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from relax_coach.audio.mixer import Mixer
from relax_coach.audio.outputs import NoSound, once
from relax_coach.audio.outputs.null import NullOutput
from relax_coach.cli import sounds
from relax_coach.cli.program import run
from relax_coach.core.exits import Exit


def test_it_tells_what_each_voice_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run(["voices", "--json"]) == Exit.DONE
    rows = {one["name"]: one for one in json.loads(capsys.readouterr().out)["voices"]}
    assert not rows["system"]["ready"] and "install espeak-ng" in rows["system"]["note"]
    assert "neural" in rows


def test_playing_one_that_is_not_here_says_what_it_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run(["voices", "--play", "system"]) == Exit.FINDINGS
    assert "install espeak-ng" in capsys.readouterr().err


def test_playing_one_speaks_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("espeak-ng") is None:
        pytest.skip("NOT SPOKEN: espeak-ng is not installed")
    heard: list[int] = []
    monkeypatch.setattr(once, "play_once", lambda samples, *_: heard.append(len(samples)))
    assert run(["voices", "--play", "system"]) == Exit.DONE
    assert 3 < heard[0] / 48_000 < 10


def test_a_name_nobody_has_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["voices", "--play", "--help"]) == Exit.WRONG_USE
    assert run(["voices", "--play", "bjork"]) == Exit.WRONG_USE
    assert run(["sounds", "--play", "gong"]) == Exit.WRONG_USE
    assert "there are heart, neural, system" in capsys.readouterr().err


def test_sounds_are_the_program_s_or_one_s_own(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text('[sounds]\npress = "/tmp/gong.wav"\n')
    assert run(["sounds"]) == Exit.DONE
    out = capsys.readouterr().out
    assert "press    /tmp/gong.wav\n" in out and "release  comes with the program\n" in out


def test_one_sound_is_played_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[NullOutput] = []

    def silent(name: str, mixer: Mixer, device: str) -> NullOutput:
        opened.append(NullOutput(mixer))
        return opened[0]

    monkeypatch.setattr(once, "open_sounding", silent)
    assert sounds.hear(np.zeros((4_800, 2), np.float32), sounds.Settings(), "cues") == Exit.DONE
    assert opened[0].ended


def test_without_a_device_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def none(*_: object) -> None:
        raise NoSound("No sound device was found.")

    monkeypatch.setattr(once, "open_sounding", none)
    assert run(["sounds", "--play", "press"]) == Exit.FINDINGS
    assert run(["sounds", "--play", "press", "--output", "none"]) == Exit.FINDINGS
    told = capsys.readouterr().err.splitlines()
    assert told == ["No sound device was found.", "The output is set to none: nothing sounds."]
