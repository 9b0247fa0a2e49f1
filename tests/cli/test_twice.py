"""`--twice`: the side that is sore first, and once more; told on the sheet and in the notes."""

from pathlib import Path

import pytest

from relax_coach.cli.program import run

FILE = """\
format: 1
title: Two places
cautions: []
steps:
  - {target: shoulder, technique: knead, side: each, for: 20s, say: Knead.}
  - {target: neck turn, technique: movement, side: alternate, hold: 3s, times: 2, say: Turn.}
  - {target: jaw, technique: circles, side: sore, for: 10s, say: Circle.}
"""


def facts(path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    """The notes, and of each step the time and the sides."""
    path.write_text(FILE)
    assert run(["show", str(path), *options]) == 0
    lines = capsys.readouterr().out.splitlines()
    notes = [line for line in lines if line.startswith("Note: ")]
    return [
        *notes,
        *(line.split("  ")[1].split(", pressure")[0] for line in lines if line[:1].isdigit()),
    ]


def test_the_sheet_tells_each_turn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert facts(tmp_path / "a.yaml", capsys, "--side", "right", "--twice") == [
        "Note: The right side comes first.",
        "Note: The right side has two turns.",
        "(1:00, right then left then right",
        "(0:12, left and right in turn, 2 times)",
        "(0:20, right, twice",
    ]


def test_without_it_a_side_is_chosen_only_where_the_routine_asks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert facts(tmp_path / "a.yaml", capsys, "--side", "right") == [
        "(0:40, left then right",
        "(0:12, left and right in turn, 2 times)",
        "(0:10, right",
    ]


@pytest.mark.parametrize("command", ["show", "play", "render"])
@pytest.mark.parametrize("side", [[], ["--side", "each"]])
def test_it_needs_a_side(command: str, side: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    file = ["-o", "x.wav"] if command == "render" else []
    assert run([command, "shoulders", "--twice", *side, *file]) == 2
    assert "--twice needs the side: --side left or --side right." in capsys.readouterr().err
