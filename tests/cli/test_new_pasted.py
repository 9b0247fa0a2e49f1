"""A whole sheet pasted into the questions of `new`."""

import os
import sys
from collections.abc import Iterator, Sequence

import pytest

from relax_coach.cli import prompt
from relax_coach.cli.reading import reading
from relax_coach.cli.wizard import Wizard
from relax_coach.core.handout import handout_of

pty = pytest.importorskip("pty", reason="no pseudo-terminals here")
PASTED = """\
Chin tucks 3x10, hold 5s
Do this twice a day

Rest 1 min

Temple circles 1 min
Phase 2 (wk 3-4):
Stop if dizzy
"""


def wizard(pasted: str) -> tuple[Wizard, list[str]]:
    """Nothing more is answered than what was pasted; and the questions that were asked."""
    rows, asked = iter(pasted.splitlines()), list[str]()
    left = pasted.count("\n")

    def ask(question: str, _: Sequence[str]) -> str:
        nonlocal left
        asked.append(question)
        left -= 1
        return next(rows, "")

    return Wizard(ask, lambda _: None, is_waiting=lambda: left > 0), asked


def test_its_empty_lines_do_not_end_it_and_none_of_its_lines_is_spoken() -> None:
    new, asked = wizard(PASTED)
    new.lines()
    assert [line.text for line in new.sheet.lines] == [one for one in PASTED.splitlines() if one]
    assert not any(step.exercise and step.exercise.say for step in new.sheet.steps)
    assert asked[-1].endswith("What is done?"), "an empty line that was typed ends it"


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The other end of the terminal that standard input is."""
    person, terminal = pty.openpty()
    with os.fdopen(terminal) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        monkeypatch.setattr(prompt, "AT_ONCE", 0)
        yield person
    os.close(person)


def test_what_nobody_read_does_not_reach_the_shell(keys: int) -> None:
    assert not prompt.is_waiting() and not prompt.drop_waiting()
    os.write(keys, b"touch a-file\n")
    assert prompt.is_waiting() and prompt.drop_waiting()
    assert not prompt.is_waiting()


def test_what_stands_below_a_line_that_is_no_step_is_told_as_that() -> None:
    sheet = handout_of("Upper trap stretch (right)\nHold the chair with your hand.")
    told = " ".join(reading(sheet, 200))
    assert "with the line above, which is no step yet: Hold the chair with your hand." in told
