"""`check`: which files it looks at, what it prints where, and how it ends."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from relax_coach.cli.program import run
from relax_coach.core.exits import Exit

GOOD = "format: 1\ntitle: T\ncautions: []\nsteps: [{rest: 5s, sources: [me]}]\n"
BROKEN = GOOD.replace("5s", "soon")
TWICE = BROKEN.replace("title: T", "titel: T")
WARNED = GOOD.replace("rest: 5s", "target: neck side, technique: stretch, for: 5s")

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, from which the program is run."""
    inside = tmp_path / "sheets"
    inside.mkdir()
    monkeypatch.chdir(inside)
    return inside


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        path = folder / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)


def test_a_folder_stands_for_the_files_in_it_and_in_its_folders(
    folder: Path, capsys: Captured
) -> None:
    write(folder, b=GOOD, a__z=BROKEN, a__c=GOOD, c=TWICE)
    (folder / "a" / "y.yml").write_text(GOOD)
    (folder / "notes.txt").write_text("not a routine")
    (folder / "empty").mkdir()
    assert run(["check", "."]) == Exit.FINDINGS
    out, err = capsys.readouterr()
    assert [row for row in out.splitlines() if not row.startswith(" ")] == [
        "a/c.yaml: ok",
        "a/y.yml: ok",
        "a/z.yaml:4:16: error: `soon` is not a duration [bad-duration]",
        "b.yaml: ok",
        "c.yaml:1:1: error: the key `title` is missing [missing-key]",
        "c.yaml:2:1: error: unknown key `titel` [unknown-key]",
        "c.yaml:4:16: error: `soon` is not a duration [bad-duration]",
    ]
    assert err == "5 files, 4 problems in 2\n"


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ({"a": GOOD}, ""),
        ({"a": BROKEN}, ""),
        ({"a": GOOD, "b": GOOD}, "2 files, no problems\n"),
        ({"a": GOOD, "b": BROKEN, "c": GOOD}, "3 files, 1 problem in 1\n"),
        ({"a": GOOD, "b": TWICE}, "2 files, 3 problems in 1\n"),
        ({"a": BROKEN, "b": WARNED}, "2 files, 2 problems in 2\n"),
    ],
)
def test_more_than_one_file_is_summed_up(
    folder: Path, capsys: Captured, texts: dict[str, str], told: str
) -> None:
    write(folder, **texts)
    run(["check", str(folder)])
    assert capsys.readouterr().err == told


def test_what_is_hidden_is_an_editors_own(folder: Path, capsys: Captured) -> None:
    write(folder, a=GOOD, **{".a": "[", ".git__a": "["})
    assert run(["check", "."]) == Exit.DONE
    assert capsys.readouterr().out == "a.yaml: ok\n"


def test_links_to_files_are_followed_and_no_link_leads_in_a_circle(
    folder: Path, capsys: Captured
) -> None:
    write(folder, a=GOOD)
    (folder / "link.yaml").symlink_to("a.yaml")
    (folder / "round").symlink_to(".")
    (folder / "gone.yaml").symlink_to("nowhere")
    (folder / "self.yaml").symlink_to("self.yaml")
    run(["check", "."])
    told = [row.split(":")[0] for row in capsys.readouterr().out.splitlines()]
    assert told == ["a.yaml", "gone.yaml", "link.yaml", "self.yaml"]


@pytest.mark.parametrize("path", [".", "empty"])
def test_a_folder_without_routines_is_wrong_use(folder: Path, capsys: Captured, path: str) -> None:
    (folder / "empty").mkdir()
    assert run(["check", path]) == Exit.WRONG_USE
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[-1]) == (
        "", f"Error: There is no .yaml or .yml file in '{path}'.",
    )  # fmt: skip


@pytest.mark.parametrize("words", [[], [""], ["a.yaml", ""], ["--srict", "a.yaml"]])
def test_wrong_use_checks_nothing(folder: Path, capsys: Captured, words: list[str]) -> None:
    write(folder, a=GOOD)
    assert run(["check", *words]) == Exit.WRONG_USE
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("path", ["gone.yaml", "x" * 300, "a\0b", "a/" * 3_000, "a.yaml/b.yaml"])
def test_a_path_that_is_none_is_a_finding(folder: Path, capsys: Captured, path: str) -> None:
    write(folder, a=GOOD)
    assert run(["check", path]) == Exit.FINDINGS
    assert "[not-a-file]" in capsys.readouterr().out


def test_a_warning_is_told_and_only_strict_takes_it_for_an_error(
    folder: Path, capsys: Captured
) -> None:
    write(folder, a=WARNED)
    assert run(["check", "a.yaml"]) == Exit.DONE
    loose = capsys.readouterr().out.splitlines()
    assert loose[0].startswith("a.yaml:4:54: warning: ")
    assert loose[-1] == "a.yaml: ok"
    assert run(["check", "--strict", "a.yaml"]) == Exit.FINDINGS
    assert capsys.readouterr().out.splitlines() == loose[:-1]


@pytest.mark.parametrize(("words", "ok"), [([], True), (["--strict"], False)])
def test_in_json_strict_is_not_ok(
    folder: Path, capsys: Captured, words: list[str], ok: bool
) -> None:
    write(folder, a=WARNED)
    assert run(["check", "--json", "a.yaml", *words]) == (Exit.DONE if ok else Exit.FINDINGS)
    out, err = capsys.readouterr()
    (problem,) = json.loads(out)["files"][0]["problems"]
    assert json.loads(out) == {
        "version": 1,
        "files": [{"path": "a.yaml", "ok": ok, "problems": [problem]}],
    }
    assert list(problem) == ["line", "column", "severity", "code", "message", "hint"]
    assert (problem["line"], problem["column"], problem["severity"]) == (4, 54, "warning")
    assert err == ""


def test_json_tells_of_every_file_good_ones_too(folder: Path, capsys: Captured) -> None:
    write(folder, a=GOOD, b=TWICE)
    assert run(["check", ".", "gone.yaml", "--json"]) == Exit.FINDINGS
    files = json.loads(capsys.readouterr().out)["files"]
    assert [(f["path"], f["ok"], [p["code"] for p in f["problems"]]) for f in files] == [
        ("a.yaml", True, []),
        ("b.yaml", False, ["missing-key", "unknown-key", "bad-duration"]),
        ("gone.yaml", False, ["not-a-file"]),
    ]
    assert files[2]["problems"][0]["line"] == 1


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (BROKEN.encode(), "<standard input>:4:16: error: `soon` is not a duration"),
        (GOOD.encode(), "<standard input>: ok"),
        (b"", "<standard input>:1:1: error: a routine is a list of keys"),
        (b"\xff", "<standard input>:1:1: error: byte 0xff is not UTF-8"),
        (b"#" * 262_145, "<standard input>:1:1: error: a routine file has at most 256 KiB"),
    ],
)
def test_a_dash_is_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured, data: bytes, told: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    run(["check", "-"])
    assert capsys.readouterr().out.startswith(told)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_of_endless_input_only_the_beginning_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    with Path("/dev/zero").open() as endless:
        monkeypatch.setattr(sys, "stdin", endless)
        assert run(["check", "-"]) == Exit.FINDINGS


def test_closed_standard_input_is_a_finding() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "relax_coach", "check", "-"],
        preexec_fn=lambda: os.close(0),
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (Exit.FINDINGS, "")
    assert done.stdout.startswith("<standard input>:1:1: error: there is nothing to read from")


def test_a_routine_may_be_named_and_a_file_of_that_name_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["check", "jaw", "--strict"]) == Exit.DONE
    assert "jaw.yaml: ok" in capsys.readouterr().out
    (tmp_path / "jaw").write_text("nonsense")
    assert run(["check", "jaw"]) == Exit.FINDINGS
    assert run(["check", "jaww"]) == Exit.FINDINGS
    assert "No such file" in capsys.readouterr().out
