"""`render`: what is told of the file, and that there is never half of one."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from relax_coach.cli.program import run
from relax_coach.core.exits import Exit

LONG = "format: 1\ntitle: Long\ncautions: []\nsteps: [{rest: 60m}, {rest: 59m}]\n"


def test_json_tells_what_was_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "a.wav"
    assert run(["render", "mini-massage", "-o", str(target), "--json"]) == Exit.DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["version"], told["file"]) == (1, str(target))
    assert told["seconds"] == pytest.approx((target.stat().st_size - 44) / 192_000, abs=0.001)
    assert [(one["start_s"], one["title"]) for one in told["chapters"]] == [
        (0.0, "Opening"), (5.0, "One slow breath"), (22.4, "The sore spot"), (94.4, "Hands down"),
    ]  # fmt: skip
    assert -20 < told["peak_dbfs"] < -1 and -60 < told["lufs"] < -10


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


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_cancelled_one_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "long.yaml").write_text(LONG)
    command = ["render", str(tmp_path / "long.yaml"), "-o", str(tmp_path / "long.wav")]
    child = subprocess.Popen([sys.executable, "-m", "relax_coach", *command])
    while not list(tmp_path.glob(".long.wav.*.part")):
        assert child.poll() is None, "it ended before it began"
    child.send_signal(number)
    assert child.wait(timeout=20) == 128 + number
    assert [path.name for path in tmp_path.iterdir()] == ["long.yaml"]
