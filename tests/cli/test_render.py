"""`render`: what is told of the file, and that there is never half of one."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import mutagen
import pytest

from relax_coach.cli.program import run
from relax_coach.core.exits import Exit

needs_ffmpeg = pytest.mark.skipif(
    shutil.which("ffmpeg") is None, reason="NOT WRITTEN: .m4a, there is no ffmpeg"
)
LONG = "format: 1\ntitle: Long\ncautions: []\nsteps: [{rest: 60m}, {rest: 59m}]\n"


def test_json_tells_what_was_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "a.wav"
    assert run(["render", "mini-massage", "-o", str(target), "--json"]) == Exit.DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["version"], told["file"]) == (1, str(target))
    assert told["seconds"] == pytest.approx((target.stat().st_size - 44) / 192_000, abs=0.001)
    assert [(one["start_s"], one["title"]) for one in told["chapters"]] == [
        (0.0, "Opening"), (5.0, "One slow breath"), (22.4, "The sore spot"), (95.4, "Hands down"),
    ]  # fmt: skip
    assert -20 < told["peak_dbfs"] < -1 and -60 < told["lufs"] < -10


def test_what_is_no_sound_file_stays_whatever_its_ending(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "own.wav"
    target.write_text("format: 1\n")
    assert run(["render", "mini-massage", "-o", str(target)]) == Exit.FINDINGS
    assert f"{target} is there already, is no sound file" in capsys.readouterr().err
    assert target.read_text() == "format: 1\n"
    for begins in (b"", b"RIFF\x00\x00\x00\x00WAVEfmt "):
        target.write_bytes(begins)
        assert run(["render", "mini-massage", "-o", str(target)]) == Exit.DONE
        assert target.stat().st_size > 100_000


def test_levels_and_own_sounds_are_in_the_file(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    peaks = []
    (home / "config").mkdir(parents=True)
    for text in ("", "[sound]\ncues = 5\n", "[sounds]\npress = 'none.wav'\n"):
        (home / "config" / "config.toml").write_text(text)
        assert run(["render", "mini-massage", "-o", str(tmp_path / "a.wav"), "--json"]) == 0
        out, err = capsys.readouterr()
        peaks.append(json.loads(out)["peak_dbfs"])
    assert peaks[1] - peaks[0] == pytest.approx(-12, abs=0.1)
    assert peaks[2] == peaks[0]
    assert "Your sound for `press` is left out:" in err and "none.wav: No such file" in err


def test_the_ambience_asked_for_is_in_the_file(tmp_path: Path) -> None:
    routine = tmp_path / "rest.yaml"
    routine.write_text(
        "format: 1\ntitle: Rest\ncautions: []\nambience: rain\nsteps: [{rest: 20s}]\n"
    )
    between_cues = {}
    for asked in ([], ["--ambience", "rain"], ["--ambience", "waves"], ["--ambience", "none"]):
        target = tmp_path / "a.wav"
        assert run(["render", str(routine), "-o", str(target), *asked]) == Exit.DONE
        between_cues[" ".join(asked[1:])] = target.read_bytes()[192_000 * 3 : 192_000 * 4]
    assert between_cues[""] == between_cues["rain"] != between_cues["waves"]
    assert any(between_cues["waves"]) and not any(between_cues["none"])
    assert run(["render", str(routine), "-o", "a.wav", "--ambience", "thunder"]) == Exit.WRONG_USE


def test_a_file_for_the_phone_names_the_routine_and_its_steps(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "a.MP3"
    assert run(["render", "mini-massage", "-o", str(target), "--json"]) == Exit.DONE
    told = json.loads(capsys.readouterr().out)["chapters"]
    tags = mutagen.File(target).tags
    assert (tags["TALB"].text, tags["TXXX:LICENSE"].text) == (["Relax Coach"], ["CC-BY-4.0"])
    assert tags["TIT2"].text != tags["TPE1"].text == ["Relax Coach maintainers"]
    found = sorted(tags.getall("CHAP"), key=lambda chapter: chapter.start_time)
    assert told == [
        {"start_s": one.start_time / 1000, "title": one.sub_frames["TIT2"].text[0]} for one in found
    ]


def test_what_is_missing_is_told_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "lameenc", None)
    monkeypatch.setenv("PATH", "")
    for suffix, remedy in (("mp3", ".[export]"), ("m4a", "apt install ffmpeg")):
        target = tmp_path / f"a.{suffix}"
        assert run(["render", "mini-massage", "-o", str(target)]) == Exit.FINDINGS
        told = capsys.readouterr().err
        assert told.startswith("Error: ") and remedy in told and told.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_a_voice_asked_for_by_name_that_is_not_there_writes_no_silent_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    target = tmp_path / "a.wav"
    code = run(["render", "mini-massage", "--voice", "system", "-o", str(target)])
    assert (code, target.exists()) == (Exit.FINDINGS, False)
    assert "install espeak-ng" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
@pytest.mark.parametrize(
    ("suffix", "number"),
    [
        ("wav", signal.SIGINT), ("wav", signal.SIGTERM), ("wav", signal.SIGHUP),
        ("wav", signal.SIGQUIT), ("flac", signal.SIGINT), ("ogg", signal.SIGTERM),
        ("mp3", signal.SIGINT),
        pytest.param("m4a", signal.SIGINT, marks=needs_ffmpeg),
        pytest.param("m4a", signal.SIGTERM, marks=needs_ffmpeg),
    ],
)  # fmt: skip
def test_a_cancelled_one_leaves_nothing(
    tmp_path: Path, suffix: str, number: signal.Signals
) -> None:
    (tmp_path / "long.yaml").write_text(LONG)
    command = ["render", str(tmp_path / "long.yaml"), "-o", str(tmp_path / f"long.{suffix}")]
    child = subprocess.Popen([sys.executable, "-m", "relax_coach", *command])
    while not list(tmp_path.glob(f".long.{suffix}.*.part")):
        assert child.poll() is None, "it ended before it began"
    child.send_signal(number)
    assert child.wait(timeout=20) == 128 + number
    assert [path.name for path in tmp_path.iterdir()] == ["long.yaml"]
