"""The tutorial and the how-to: what they show is so."""

import re
import shlex
from pathlib import Path

import click
import pytest

from relax_coach.cli.program import program, run
from relax_coach.core import document
from relax_coach.core.exits import Exit
from relax_coach.core.handout import handout_of

DOCS = Path(__file__).resolve().parents[1] / "docs"
TUTORIAL = (DOCS / "write-a-routine.md").read_text("utf-8")
SHEET = (DOCS / "therapists-sheet.md").read_text("utf-8")
HEAD = "format: 1\ntitle: T\ncautions: []\nsteps:\n"


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("steps", blocks(TUTORIAL, "yaml"))
def test_every_step_of_the_tutorial_is_right(steps: str) -> None:
    assert document.read((HEAD + steps).encode()).problems == ()


@pytest.mark.parametrize("line", [
    line for page in (TUTORIAL, SHEET) for block in blocks(page, "sh") for line in block.split("\n")
    if line
])  # fmt: skip
def test_every_command_can_be_typed(line: str) -> None:
    first, name, *arguments = shlex.split(line)
    assert first == "relax-coach" and isinstance(program, click.Group)
    found = program.get_command(click.Context(program), name)
    assert found is not None
    found.make_context(name, arguments)


@pytest.mark.parametrize(("page", "asks"), [(TUTORIAL, ["play"]), (SHEET, ["play", "new"])])
def test_as_they_stand_and_in_order_they_do_what_is_said(
    page: str, asks: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But those that take their time or ask."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setattr("sys.stdin", None)
    (tmp_path / "sheet.txt").write_text("".join(blocks(page, "text")))
    for line in re.findall(r"^relax-coach .+$|(?<=`)relax-coach [^`\n]+(?=`)", page, re.MULTILINE):
        words = shlex.split(line)[1:]
        if words[0] not in asks or words[1:2] == ["--sheet"]:
            assert run(words) == (Exit.FINDINGS if "--strict" in words else Exit.DONE), line


def test_the_sheet_becomes_what_is_said_of_it() -> None:
    (text,) = blocks(SHEET, "text")
    sheet = handout_of(text)
    rests = [line for line in sheet.steps if line.exercise and line.exercise.rest]
    assert (len(sheet.steps) - len(rests), len(rests), len(sheet.open_lines)) == (5, 1, 1)
    outline = sheet.outline(sheet.title)
    assert (outline["title"], outline["dose"]) == (
        "Neck and headache programme", "2x/day for 6 weeks",
    )  # fmt: skip
    assert outline["stop_if"] == ["you feel dizzy."]
