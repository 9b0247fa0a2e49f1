"""A whole sheet pasted into the questions of `new`."""

import builtins
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from relax_coach.cli import prompt
from relax_coach.cli.program import run
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


def test_a_tab_that_was_pasted_completes_nothing(
    keys: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    readline = pytest.importorskip("readline", reason="not here")
    monkeypatch.setattr(builtins, "input", lambda _: "typed")
    prompt.ask("What is done?", ("chin tuck",))
    complete = readline.get_completer()
    assert complete("ch", 0) == "chin tuck"
    os.write(keys, b"10\t5 s\n")
    assert (complete("ch", 0), complete("ch", 1)) == ("ch\t", None)


TABLE = """\
Exercise\tReps\tHold
Chin tuck\t10\t5 s
Press eyes\t3\t5 s
Neck stretch
Hold: 20 s
"""


def test_it_is_read_as_a_whole_and_told_line_by_line() -> None:
    new, asked = wizard(TABLE)
    said: list[str] = []
    new.say = said.append
    new.lines()
    assert [line.kind for line in new.sheet.lines] == ["other", "step", "other", "step", "more"]
    assert "  line 2: Chin tuck: slow movement, chin tuck, 10 x 5s" in said
    assert "Left out, and kept as a comment" in " ".join(said), "never on the eyes"
    assert len(asked) == TABLE.count("\n") + 1, "no line of it answers a question"


def test_a_line_that_fell_on_a_question_is_the_next_and_what_is_no_answer_is_kept() -> None:
    answers = iter(["Wall angels", "SELF MASSAGE", "", ""])
    new = Wizard(lambda *_: next(answers), lambda _: None)
    new.lines()
    assert [line.text for line in new.sheet.lines] == ["Wall angels", "SELF MASSAGE"]


def test_how_each_typed_line_was_read_is_told() -> None:
    answers = iter(["Press temples 3 x 10 s, pressure 2, stop at 7/10 pain", "", "", ""])
    said: list[str] = []
    Wizard(lambda *_: next(answers), said.append).lines()
    told = "  Press temples: still press, temple, 3 x 10s, pressure 2; only to be read: "
    assert f"{told}stop, 7, 10, pain" in said


CARDS = """\
Cards
Exercise 1: Chin tuck
Repetitions: 10

Exercise 2: Neck stretch
Hold: 20 s


my physiotherapist

See you in May
"""


def test_in_a_pipe_no_empty_line_ends_a_sheet_that_goes_on_and_the_rest_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    person, program = os.pipe()
    os.write(program, CARDS.encode())
    os.close(program)
    with os.fdopen(person) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        assert run(["new", "--plain", "./cards.yaml"]) == 0
    written = Path("cards.yaml").read_text()
    assert "sources: [my physiotherapist]" in written
    for told in (
        "1: Chin tuck",
        "10 times",
        "2: Neck stretch",
        "hold: 20s",
        "# Sheet, line 3: See",
    ):
        assert told in written


def test_what_stands_below_a_line_that_is_no_step_is_told_as_that() -> None:
    sheet = handout_of("Upper trap stretch (right)\nHold the chair with your hand.")
    told = " ".join(reading(sheet, 200))
    assert "with the line above, which is no step yet: Hold the chair with your hand." in told


def test_what_is_no_answer_is_kept_also_where_the_next_one_is() -> None:
    answers = iter(["Wall angels", "SELF MASSAGE", "20-30 s", "", ""])
    new = Wizard(lambda *_: next(answers), lambda _: None)
    new.lines()
    assert [line.text for line in new.sheet.lines] == ["Wall angels / 20-30 s", "SELF MASSAGE"]


def test_the_heads_of_a_table_are_told_as_that_and_no_time_where_no_step_came() -> None:
    answers = iter(["Jaw circles 1 min", "", "| No. | Exercise | Dosage |",
                    "Suboccipital massage", "", "Duration: 2 min", ""])  # fmt: skip
    said: list[str] = []
    Wizard(lambda *_: next(answers), said.append).lines()
    assert "  kept, heads and rules of a table" in said
    assert said[-1] == "  kept, with the line above, which is no step yet: Duration: 2 min"


@pytest.mark.parametrize(
    "bursts",
    [
        ["Chin tucks\nhold 5 s\n10 times", "", "Anna", ""],
        ["T", "rest 5s", "", "Chin tucks\nhold 5 s\n10 times", "", "Anna", ""],
        ["T", "rest 5s", "", "Anna", "Chin tucks\nhold 5 s\n10 times", "", ""],
        ["T", "rest 5s", "", "1) Chin tucks", "hold 5 s", "10 times", "", "Anna", ""],
        ["T", "Jaw\nMassage the neck 1 min", "Chin tucks\nhold 5 s\n10 times", "", "", "Anna", ""],
    ],
    ids=["title", "source", "cautions", "a number", "gap"],
)
def test_a_sheet_that_is_pasted_at_any_question_is_more_of_it(bursts: list[str]) -> None:
    now: list[str] = []

    def ask(*_: object) -> str:
        now.extend([] if now else bursts.pop(0).split("\n"))
        return now.pop(0)

    new = Wizard(ask, lambda _: None, is_waiting=lambda: bool(now))
    new.routine("")
    assert [line.text for line in new.sheet.lines][-1] == "10 times"
    step = new.sheet.steps[-1].exercise
    assert step and (step.amount.hold, step.amount.reps, new.source) == (5_000, 10, "Anna")


def test_the_name_of_another_exercise_is_no_answer() -> None:
    answers = iter(["Slow!", "Shoulder shrugs", "8x", "", "", ""])
    new = Wizard(lambda *_: next(answers), lambda _: None)
    new.lines()
    assert [line.text for line in new.sheet.steps] == ["Slow!", "Shoulder shrugs / 8x"]
