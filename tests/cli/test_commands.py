"""The commands, run in this process as a shell would run them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from relax_coach.cli.program import run
from relax_coach.core.exits import Exit

GOOD = """\
format: 1
title: Two presses
cautions: []
tags: [mine]
steps:
  - target: temple
    technique: press
    hold: 3s
    times: 2
    sources: [me]
"""
BROKEN = GOOD.replace("hold: 3s", "hold: soon")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for one's own routines."""
    folder = tmp_path / "routines"
    folder.mkdir()
    monkeypatch.setenv("RELAX_COACH_ROUTINE_DIRS", str(folder))
    return folder


def test_list_tells_name_length_title_and_tags(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "sore"]) == Exit.DONE
    assert capsys.readouterr().out == (
        "mini-massage   1:55  Targeted mini-massage  [head, quick, sore spot]\n"
    )


def test_list_keeps_a_broken_file_with_its_first_problem(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own / "bad.yaml").write_text(BROKEN)
    assert run(["list"]) == Exit.DONE
    assert "(broken: line 8: `soon` is not a duration)" in capsys.readouterr().out


def test_list_filters_by_length_and_tag(capsys: pytest.CaptureFixture[str]) -> None:
    run(["list", "--max", "3m", "--json"])
    names = [row["name"] for row in json.loads(capsys.readouterr().out)["routines"]]
    assert names == ["breath-478", "breath-box", "mini-massage"]
    run(["list", "--tag", "breathing", "--json"])
    rows = json.loads(capsys.readouterr().out)["routines"]
    assert [(row["name"], row["work_s"], row["origin"]) for row in rows] == [
        ("bedtime", 825.0, "preset"),
        ("breath-478", 83.0, "preset"),
        ("breath-box", 71.0, "preset"),
        ("breath-coherent", 300.0, "preset"),
    ]


def test_check_tells_every_problem_and_ends_with_findings(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = own / "bad.yaml"
    path.write_text(BROKEN.replace("temple", "tempel"))
    assert run(["check", str(path)]) == Exit.FINDINGS
    assert capsys.readouterr().out == (
        f"{path}:6:13: error: `tempel` is not a target [unknown-word]\n"
        "    6 |   - target: tempel\n"
        "      |             ^^^^^^\n"
        "      = hint: did you mean `temple`?\n"
        f"{path}:8:11: error: `soon` is not a duration [bad-duration]\n"
        "    8 |     hold: soon\n"
        "      |           ^^^^\n"
        "      = hint: write it as 20s, 1m30s, 1:30 or 20\n"
    )


def test_check_reads_folders_and_speaks_json(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "a.yaml").write_text(GOOD)
    (own / "b.yaml").write_text(BROKEN)
    assert run(["check", str(own), "--json"]) == Exit.FINDINGS
    files = json.loads(capsys.readouterr().out)["files"]
    assert [(file["ok"], [p["code"] for p in file["problems"]]) for file in files] == [
        (True, []),
        (False, ["bad-duration"]),
    ]


def test_a_file_name_is_shown_and_never_obeyed(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = own / "a\x1b]0;owned\x07.yaml"
    path.write_text(BROKEN)
    run(["check", str(path)])
    run(["list"])
    run(["play", str(path), "--plain"])
    shown = "".join(capsys.readouterr())
    assert "\x1b" not in shown
    assert "\\x1b]0;owned\\x07" in shown


def test_show_is_a_sheet_and_a_timeline(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = own / "two.yaml"
    path.write_text(GOOD)
    assert run(["show", str(path)]) == Exit.DONE
    assert "1. Temple: still press  (0:06, both, 2 times, pressure 4 of 10" in (
        capsys.readouterr().out
    )
    assert run(["show", str(path), "--timeline", "--json"]) == Exit.DONE
    timeline = json.loads(capsys.readouterr().out)
    assert timeline["work_s"] == 6.0
    assert [cue["kind"] for cue in timeline["cues"] if cue["kind"] != "say"] == [
        "press", "press", "end",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["show", "mini-masage"], Exit.WRONG_USE, "Did you mean mini-massage?"),
        (["lst"], Exit.WRONG_USE, "Did you mean 'list'?"),
        (["play", "mini-massage", "--spot", "throat"], Exit.REFUSED, "must never be massaged"),
        (["play", "mini-massage", "--spot", "tempel"], Exit.WRONG_USE, "Did you mean 'temple'?"),
        (["play", "mini-massage", "--spot", "neck side"], Exit.REFUSED, "not a place to press"),
        (["play", "mini-massage", "--from", "9"], Exit.WRONG_USE, "has 1 to 3"),
        (["play", "jaw", "--plain", "--output", "miniaudio", "--device", "x?y"], 1, "'x?y'"),
        (["render", "mini-massage", "-o", "x.doc"], Exit.WRONG_USE, ".mp3 or .m4a"),
        (["render", "mini-massage", "-o", "no/such/folder/x.wav"], Exit.FINDINGS, "No such file"),
        (["list", "--max", "soon"], Exit.WRONG_USE, "not a length"),
    ],
)
def test_wrong_use_is_told_with_a_remedy(
    words: list[str], code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(words) == code
    assert told in capsys.readouterr().err


def test_render_writes_the_whole_session(
    tmp_path: Path, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import wave

    (own / "two.yaml").write_text(GOOD)
    target = tmp_path / "two.wav"
    assert run(["render", "two", "-o", str(target)]) == Exit.DONE
    run(["show", "two", "--timeline", "--json"])
    total = json.loads(capsys.readouterr().out)["total_s"]
    with wave.open(str(target)) as file:
        assert file.getnframes() / file.getframerate() == pytest.approx(total, abs=0.001)


def test_doctor_never_fails_and_names_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", "--json"]) == Exit.DONE
    found = json.loads(capsys.readouterr().out)
    assert found["version"] == 1
    assert {"python", "program", "terminal", "audio", "voice", "folders", "problems"} <= set(found)


def test_doctor_tells_of_a_folder_of_routines_that_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (here := tmp_path / "here").mkdir()
    (file := tmp_path / "file").touch()
    named = os.pathsep.join(map(str, (here, file, tmp_path / "gone")))
    monkeypatch.setenv("RELAX_COACH_ROUTINE_DIRS", named)
    assert run(["doctor", "--strict"]) == Exit.FINDINGS
    told = [row for row in capsys.readouterr().out.split("\n") if "routine_dirs: " in row]
    assert [row.split(": ", 2)[2] for row in told] == [
        f"{file}: Not a directory. Name a folder that is there.",
        f"{tmp_path / 'gone'}: No such file or directory. Name a folder that is there.",
    ]


def test_without_a_terminal_no_arguments_show_the_help(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run([]) == Exit.DONE
    assert "Guided self-massage" in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="a shell closes it in another way")
@pytest.mark.parametrize("line", ["list", "journal --json", "doctor", "show jaw"])
def test_with_its_output_closed_a_command_has_nothing_to_complain_of(line: str) -> None:
    command = f"exec {sys.executable} -m relax_coach {line} >&-"
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("words", [["list"], ["show", "jaw"], ["journal"], ["nonsense"]])
def test_what_is_said_where_all_is_closed_goes_nowhere(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after `>&- 2>&-`."""
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    code = run(words)
    for stream in (sys.stdout, sys.stderr):
        assert stream.name == os.devnull
        stream.close()
    assert code == (2 if words == ["nonsense"] else 0)
