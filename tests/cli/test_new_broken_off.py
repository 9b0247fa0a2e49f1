"""`new`, broken off in the middle of its questions: what was told is told back."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from relax_coach.cli.program import run

Captured = pytest.CaptureFixture[str]


def ctrl_c() -> None:
    raise KeyboardInterrupt


def term() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


BREAKS = [
    pytest.param(ctrl_c, 130, id="ctrl+c"),
    pytest.param(
        term, 143, id="term", marks=pytest.mark.skipif(sys.platform == "win32", reason="a signal")
    ),
]


def typed(monkeypatch: pytest.MonkeyPatch, breaks: Callable[[], None], *lines: str) -> None:
    """Lines from a pipe, and then `breaks` in the place of the next."""
    left = list(lines)

    class Typed:
        @property
        def buffer(self) -> "Typed":
            return self

        def read1(self) -> bytes:
            if not left:
                breaks()
            return f"{left.pop(0)}\n".encode()

        def isatty(self) -> bool:
            return False

    monkeypatch.setattr(sys, "stdin", Typed())


@pytest.mark.parametrize(("breaks", "code"), BREAKS)
def test_the_title_and_every_line_are_told_back(
    breaks: Callable[[], None], code: int, home: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: Captured,
) -> None:  # fmt: skip
    typed(
        monkeypatch, breaks, "My neck", "Chin tucks x 10", "Slowly.", "Massage the jaw", "circles"
    )
    assert run(["new", "--plain"]) == code
    out, err = capsys.readouterr()
    assert "title: My neck" in out and 'at your own pace. Slowly."' in out
    assert "# Sheet, line 2: Massage the jaw / circles" in out, "the line that was asked about"
    assert "Nothing is written. What there was so far stands above." in err
    assert not (home / "config" / "routines").exists()


@pytest.mark.parametrize(("breaks", "code"), BREAKS)
def test_what_was_answered_about_a_sheet_is_told_back(
    breaks: Callable[[], None], code: int, home: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: Captured,
) -> None:  # fmt: skip
    sheet = tmp_path / "sheet.txt"
    sheet.write_text("Massage the jaw 2 min\nMassage the scalp 1 min\n")
    typed(monkeypatch, breaks, "circles")
    assert run(["new", "--plain", "--sheet", str(sheet)]) == code
    out, err = capsys.readouterr()
    assert "technique: small circles" in out and "Massage the scalp 1 min" in out
    assert "Nothing is written. What there was so far stands above." in err
    assert not (home / "config" / "routines").exists()


def test_where_no_line_became_a_step_they_are_told_back(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    typed(monkeypatch, ctrl_c, "T", "Massage the jaw", "", "")
    assert run(["new", "--plain"]) == 1
    out, err = capsys.readouterr()
    assert "Sheet, line 1: Massage the jaw" in out and "There is no step" in err


def test_a_line_that_was_pasted_as_an_answer_is_the_next_line(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    lines = ["T", "Shoulder rolls x 10", "Chin tucks 3x10, hold 5s", "Slowly.", "", "", ""]
    typed(monkeypatch, ctrl_c, *lines)
    assert run(["new", "--plain"]) == 0
    text = (home / "config" / "routines" / "t.yaml").read_text("utf-8")
    assert "Sheet, line 2: Chin tucks 3x10, hold 5s" in text and "repeat: 3" in text
    assert 'say: "Shoulder rolls: 10 times, at your own pace."' in text and "say: Slowly." in text


def test_a_pasted_sheet_loses_no_line_to_a_question(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    lines = ["NECK AND SHOULDER - HOME PROGRAMME", "1) Chin tucks 3x10, hold 5s", "Shoulder shrugs",
             "Jaw circles 1 min", "Use a light touch", "rest 1 min", ""]  # fmt: skip
    typed(monkeypatch, ctrl_c, "T", *lines, "", "", "")
    assert run(["new", "--plain"]) == 0
    text = (home / "config" / "routines" / "t.yaml").read_text("utf-8")
    assert [line for line in lines if line not in text] == []
    assert text.count("- title:") + text.count("- rest:") == 3


def test_of_a_table_that_is_pasted_no_row_is_said(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    rows = ["Exercise | Reps | Hold | Side", "Jaw stretch | 5 | 8 s | left", "Rest | - | 50 s | -",
            "Shoulder shrugs | 4 | 10 s | -", "Wall angels 2x12",
            "Breathe in 4 out 6, 10 breaths"]  # fmt: skip
    typed(monkeypatch, ctrl_c, "T", *rows, "", "", "", "", "")
    assert run(["new", "--plain"]) == 0
    text = (home / "config" / "routines" / "t.yaml").read_text("utf-8")
    assert [row for row in rows if row not in text] == []
    steps = ("hold: 8s", "times: 5", "rest: 50s", "breathe: 4-6")
    assert [text.count(one) for one in steps] == [1, 1, 1, 1]
    assert text.count("say:") == 1, "of the wall angels, how often"


def test_what_is_to_be_said_of_a_line_that_is_refused_is_kept(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(
        monkeypatch, ctrl_c, "T", "rest 5s", "Press the throat 10 s", "Softly, please.", "", "", ""
    )
    assert run(["new", "--plain"]) == 0
    text = (home / "config" / "routines" / "t.yaml").read_text("utf-8")
    assert "Press the throat 10 s" in text and "To be said: Softly, please." in text


def test_cautions_that_are_understood_stay_and_the_others_are_kept(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = ["T", "rest 10s", "", "Anna", "pregnancy, migrane and hypertonia", "migraine", ""]
    typed(monkeypatch, ctrl_c, *answers)
    assert run(["new", "--plain"]) == 0
    text = (home / "config" / "routines" / "t.yaml").read_text("utf-8")
    assert "cautions: [pregnancy, migraine]" in text and "Caution: hypertonia" in text


def test_what_cannot_be_said_is_kept_and_the_step_too(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, ctrl_c, "T", "Chin tucks x 10, hold 5s", "o " * 300, "", "", "")
    assert run(["new", "--plain"]) == 0
    text = (home / "config" / "routines" / "t.yaml").read_text("utf-8")
    assert "To be said: o o o" in text and "times: 10" in text


def test_words_to_say_do_not_take_the_place_of_how_often(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, ctrl_c, "T", "Shoulder rolls x 10", "", "Keep loose.", "", "", "")
    assert run(["new", "--plain"]) == 0
    text = (home / "config" / "routines" / "t.yaml").read_text("utf-8")
    assert 'say: "Shoulder rolls: 10 times, at your own pace. Keep loose."' in text


def test_an_answer_that_the_checker_refuses_leaves_the_line_out(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    sheet = tmp_path / "jaw.txt"
    sheet.write_text("Chin tucks x 10\nResisted side-to-side 5 x 5s\n")
    typed(monkeypatch, ctrl_c, "movement")
    assert run(["new", "--plain", "--sheet", str(sheet)]) == 0
    err = capsys.readouterr().err
    assert "Left out, and kept as a comment" in err and "no step yet" in err


def test_a_title_that_cannot_be_one_is_asked_for_again(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    typed(monkeypatch, ctrl_c, "x" * 81, "T", "rest 10s", "", "", "")
    assert run(["new", "--plain"]) == 0
    assert "81 characters, at most 80 are allowed" in capsys.readouterr().err
