"""`show --pictures`: the sheet with a small picture beside each step, on a terminal and off it."""

import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from drawn_by import drawn_on

from relax_coach.bodymap.picture import PAIR, PAIR_LYING, picture
from relax_coach.bodymap.scene import at_work
from relax_coach.cli.mosaic import CUBE, NONE, TRUE, mosaic
from relax_coach.cli.program import run
from relax_coach.core.problem import cells
from relax_coach.store.paths import bundled

pty = pytest.importorskip("pty", reason="no pseudo-terminals here")

DOTS = re.compile("[\u2801-\u28ff]")
STEER = re.compile(r"\x1b\[[0-9;]*m")
FILE = """\
format: 1
title: Four steps
cautions: []
steps:
  - {target: temple, side: left, technique: press, for: 10s, title: One}
  - {target: temple, side: left, technique: circles, for: 10s, title: Two}
  - {rest: 5s, title: Three}
  - {target: jaw muscle, side: each, technique: circles, pressure: 4, for: 10s, title: Four}
"""


@pytest.fixture
def shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], width: int
) -> list[str]:
    """The lines of the steps, off a terminal."""
    (tmp_path / "a.yaml").write_text(FILE)
    monkeypatch.setenv("COLUMNS", str(width))
    assert run(["show", str(tmp_path / "a.yaml"), "--pictures"]) == 0
    out = capsys.readouterr().out
    return out[out.index("Left in a picture") : out.index("\nStop at once")].splitlines()


@pytest.mark.parametrize("width", [80, 60, 40])
def test_it_fits_and_each_step_follows_the_one_before(shown: list[str], width: int) -> None:
    assert max(map(cells, shown)) <= width
    found = re.findall(r"(\d)\. (One|Two|Three|Four)", "\n".join(shown))
    assert found == [("1", "One"), ("2", "Two"), ("3", "Three"), ("4", "Four")]
    assert "\x1b" not in "".join(shown)


@pytest.mark.parametrize(("width", "wide"), [(80, 24), (60, 20), (40, 20)])
def test_what_is_the_same_is_drawn_once(shown: list[str], wide: int) -> None:
    drawn = [number for number, row in enumerate(shown) if DOTS.search(row[:wide])]
    (second,) = (now for before, now in pairwise(drawn) if now > before + 1)
    (rest,) = (number for number, row in enumerate(shown) if "Three" in row)
    assert drawn[0] < rest < second


@pytest.mark.parametrize("width", [80])
def test_the_words_stand_beside_the_picture(shown: list[str]) -> None:
    for name in ("1. One", "2. Two", "3. Three", "4. Four"):
        (row,) = (row for row in shown if name in row)
        assert row.index(name) == 26


@pytest.mark.parametrize("width", [80, 60, 40])
def test_every_preset_fits(
    width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for path in bundled("routines").glob("*.yaml"):
        assert run(["show", path.stem, "--pictures"]) == 0
        assert max(map(cells, capsys.readouterr().out.splitlines())) <= width, path.stem


def test_where_no_picture_fits_there_is_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "19")
    run(["show", "jaw", "--pictures"])
    assert not DOTS.search(capsys.readouterr().out)


def test_both_sides_of_a_step_are_in_its_one_picture(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.yaml").write_text(FILE)
    run(["show", str(tmp_path / "a.yaml"), "--pictures"])
    out = capsys.readouterr().out
    both = mosaic(at_work(picture("masseter", "both"), "small_circles", 4), 24, NONE)
    assert all(row.rstrip() in out for row in both)


def test_of_two_who_rest_one_sits_or_lies(capsys: pytest.CaptureFixture[str]) -> None:
    sits, lies = (mosaic(at_work(pair, "", 0), 24, NONE) for pair in (PAIR, PAIR_LYING))
    for name, here, not_here in (("partner-seated", sits, lies), ("partner-supine", lies, sits)):
        run(["show", name, "--pictures"])
        out = capsys.readouterr().out
        assert all(row.rstrip() in out for row in here)
        assert not all(row.rstrip() in out for row in not_here)


@pytest.mark.parametrize("word", ["temple", "neck_side", "breath"])
def test_in_colours_it_is_as_large_and_ends_as_it_began(word: str) -> None:
    scene = at_work(picture(word, "left"), "static_press", 3)
    for colours in (NONE, CUBE, TRUE):
        rows = mosaic(scene, 20, colours)
        assert [cells(STEER.sub("", row)) for row in rows] == [20] * 10
        for row in rows:
            assert (colours == NONE) is ("\x1b" not in "".join(rows))
            assert STEER.findall(row)[-1:] in ([], ["\x1b[0m"])


def test_the_ground_of_the_terminal_is_left_alone() -> None:
    rows = mosaic(at_work(picture("temple", "both"), "static_press", 3), 20, TRUE)
    assert all(STEER.sub("", row)[:1] == " " for row in rows)
    assert not any(row.startswith("\x1b") for row in rows)


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({"COLORTERM": "truecolor"}, "\x1b[38;2;"),
        ({"COLORTERM": ""}, "\x1b[38;5;"),
        ({"NO_COLOR": "1"}, ""),
        ({"TERM": "dumb"}, ""),
    ],
)
def test_a_terminal_gets_the_colours_it_has(environment: dict[str, str], found: str) -> None:
    person, terminal = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "relax_coach", "show", "jaw", "--pictures"],
        stdout=terminal,
        stderr=terminal,
        env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment},
    )
    os.close(terminal)
    drawn = drawn_on(person)
    assert program.wait() == 0
    text = drawn.decode()
    if found:
        assert found in text
        assert not DOTS.search(text)
        assert "\x1b" not in STEER.sub("", text)
    else:
        assert "\x1b" not in text
        assert DOTS.search(text)
