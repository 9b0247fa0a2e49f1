"""A whole sheet through a pipe into the questions of `new`."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from relax_coach.cli import prompt
from relax_coach.cli.program import run
from relax_coach.cli.wizard import Wizard

SHEET = """\
Cards
Exercise 1: Chin tuck
Repetitions: 10

Stop if you feel dizzy.
Exercise 2: Neck stretch
Hold: 20-30 s


my physiotherapist

See you in May
"""
Piped = Callable[..., str]


@pytest.fixture
def piped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Piped:
    """The file that comes of a text which arrives at once, where its sender is still there."""

    def written(text: str) -> str:
        person, program = os.pipe()
        os.write(program, text.encode())
        with os.fdopen(person) as stdin, os.fdopen(program, "w"):
            monkeypatch.setattr(sys, "stdin", stdin)
            monkeypatch.setattr(prompt, "PATIENT", 0)
            assert run(["new", "--plain", str(tmp_path / "cards.yaml")]) == 0
        return (tmp_path / "cards.yaml").read_text("utf-8")

    return written


def test_no_empty_line_ends_a_sheet_that_goes_on_in_a_pipe_that_stays_open(piped: Piped) -> None:
    text = piped(SHEET)
    rows = [row for row in SHEET.splitlines()[1:] if row]
    assert [row for row in rows if row not in text] == []
    assert "sources: [my physiotherapist]" in text and "stop_if: [you feel dizzy.]" in text


def test_a_rule_alone_is_not_who_wrote_it(piped: Piped) -> None:
    text = piped("T\nChin tucks x 10\n\n\nStop if you feel dizzy.\n\nAnna\n\n")
    assert "sources: [Anna]" in text and "stop_if: [you feel dizzy.]" in text


def test_what_is_no_answer_is_the_next_line_where_more_comes() -> None:
    rows = ["Slow!", "Wall angels", "8x", "", ""]
    new = Wizard(lambda *_: rows.pop(0), lambda _: None, ahead=lambda: rows)
    new.lines()
    assert [line.text for line in new.sheet.lines] == ["Slow!", "Wall angels / 8x"]
