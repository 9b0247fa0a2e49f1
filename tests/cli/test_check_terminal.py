"""`check` in a terminal: a real pseudo-terminal, and an emulator that says what stands where."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pyte
import pytest
from drawn_by import drawn_on

pty = pytest.importorskip("pty", reason="no pseudo-terminals here")
termios = pytest.importorskip("termios")

STEPS = """\
format: 1
title: T
cautions: []
steps:
  - {target: jaw, technique: knead, for: 20s, title: plain, side: nowhere}
  - {target: jaw, technique: knead, for: 20s, title: 漢字かな한글, side: nowhere}
  - {target: jaw, technique: knead, for: 20s, title: e\u0301\u0323o\u0308, side: nowhere}
  - {target: jaw, technique: knead, for: 20s, title: 🦒👩‍🚀👋🏽🇳🇿❤️, side: nowhere}
  - {target: jaw, technique: knead, for: 20s, title: अ‌तर אב‏ ﷺ, side: nowhere}
  - {target: jaw, technique: knead,	for: 20s,	title: tabs,	side: nowhere}
  - {target: jaw, technique: knead, for: 20s, title: a\u3000b\u00a0c\u2003d, side: nowhere}
  - {target: jaw, technique: knead, for: 20s, side: nowhere, title: LONG漢字LONG}
  - {target: jaw, technique: knead, for: 20s, title: LONG漢字LONG, side: nowhere}
  - target: jaw
    technique: knead
    for: 20s
    side: "nowhere" # 漢字
"""
WRONG = STEPS.replace("LONG", "🦒 long " * 4)


def in_terminal(path: Path, columns: int = 80, **environment: str) -> tuple[pyte.Screen, bytes]:
    """The screen after `check` of `path`, and the bytes that drew it."""
    person, terminal = pty.openpty()
    termios.tcsetwinsize(terminal, (200, columns))
    # Who runs the tests may have told how wide their own terminal is.
    ours = {name: told for name, told in os.environ.items() if name not in ("COLUMNS", "LINES")}
    program = subprocess.Popen(
        [sys.executable, "-m", "relax_coach", "check", path.name],
        stdout=terminal,
        stderr=terminal,
        cwd=path.parent,
        env={**ours, "TERM": "xterm-256color", **environment},
    )
    os.close(terminal)
    drawn = drawn_on(person)
    program.wait()
    screen = pyte.Screen(columns, 200)
    pyte.ByteStream(screen).feed(drawn)
    return screen, drawn


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.yaml"
    path.write_text(WRONG, "utf-8")
    return path


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_the_carets_stand_in_the_cells_under_the_value(wrong: Path, columns: int) -> None:
    screen, _ = in_terminal(wrong, columns)
    seen = []
    for y in range(1, screen.lines):
        below, above = screen.buffer[y], screen.buffer[y - 1]
        marked = [x for x in range(columns) if below[x].data == "^"]
        seen.append("".join(above[x].data for x in marked))
    assert [words for words in seen if words] == ["nowhere"] * 9 + ['"nowhere"']


def test_the_place_is_bold_and_severity_and_carets_have_a_colour(wrong: Path) -> None:
    screen, drawn = in_terminal(wrong)
    row = screen.display[0]
    place, severity, caret = row.index("wrong"), row.index("error"), screen.display[2].index("^")
    assert [screen.buffer[y][x].fg for y, x in ((0, place), (0, severity), (2, caret))] == [
        "default", "red", "red",
    ]  # fmt: skip
    assert [screen.buffer[0][x].bold for x in (place, severity)] == [True, False]
    escapes = set(re.findall(rb"\x1b\[?[^a-zA-Z]*[a-zA-Z]?", drawn))
    assert escapes == {b"\x1b[1m", b"\x1b[31m", b"\x1b[0m"}


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_without_colours_there_is_no_escape(wrong: Path, environment: dict[str, str]) -> None:
    screen, drawn = in_terminal(wrong, **environment)
    assert b"\x1b" not in drawn
    assert screen.display[0].startswith("wrong.yaml:5:67: error: `nowhere` is not a side")


def test_an_empty_no_color_says_nothing(wrong: Path) -> None:
    assert b"\x1b[31m" in in_terminal(wrong, NO_COLOR="")[1]


def test_whatever_a_file_is_called_only_colours_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b]0;owned\x07\x1b[2J\n\x9b31m\u202e[red]b.yaml"
    path.write_text(WRONG.replace("plain", '"\\e[31m"') + '    "\\x1b[2J": 1\n', "utf-8")
    _, drawn = in_terminal(path)
    left = re.sub(r"\x1b\[(0|1|31)m", "", drawn.decode()).replace("\r\n", "\n")
    assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", left) == []
    assert r"a\x1b]0;owned\x07\x1b[2J\n\x9b31m\u202e[red]b.yaml:5:" in left.replace("\n", "")
