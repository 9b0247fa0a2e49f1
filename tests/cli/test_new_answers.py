"""Answers to the questions of `new` that nobody knows, and lines that came in their place."""

from collections.abc import Callable

import pytest

from relax_coach.cli.wizard import Wizard
from relax_coach.core.handout import handout_of

WHERE, HOW, LONG = "Massage in circles 2 min", "Temple massage 2 min", "Neck stretch"


def told_by(rows: list[str], ahead: Callable[[], list[str]] = list) -> tuple[Wizard, str]:
    """What it says while it asks for lines, of which `rows` are typed."""
    said: list[str] = []
    new = Wizard(lambda *_: rows.pop(0), said.append, ahead=ahead)
    new.lines()
    return new, "\n".join(said)


@pytest.mark.parametrize(
    ("line", "told", "answer"),
    [
        (WHERE, "palm of the right hand", "temple"), (WHERE, "sole of the foot", "temple"),
        (HOW, "press with two fingers", "circles"), (HOW, "circles on the temple", "circles"),
        (LONG, "until it feels better", "30 s"),
    ],
)  # fmt: skip
def test_a_typed_answer_that_nobody_knows_is_asked_again(line: str, told: str, answer: str) -> None:
    new, said = told_by([line, told, answer, "", "", ""])
    assert f"'{told}' is not understood." in said
    assert [(one.kind, one.text) for one in new.sheet.lines] == [
        ("step", f"{line} / {answer}"), ("other", told),
    ]  # fmt: skip


@pytest.mark.parametrize("line", [WHERE, HOW])
@pytest.mark.parametrize(
    "told", ["Shoulder rolls x 10", "2) Jaw circles", "Wall push x 10, hold 5"]
)
def test_a_line_of_a_sheet_is_the_next_one(line: str, told: str) -> None:
    new, _ = told_by([line, told, "", "", "", ""])
    assert [one.text for one in new.sheet.lines] == [line, told]


def test_a_place_that_nobody_knows_is_no_line_of_a_pipe_either() -> None:
    rows = [WHERE, "palm of the right hand", "", "Wall angels", "8 x", "", ""]
    new, said = told_by(rows, lambda: rows)
    assert "'palm of the right hand' is not understood." in said
    assert [one.kind for one in new.sheet.lines] == ["step", "other", "step"]


def test_the_question_about_a_place_that_is_only_moved_says_so() -> None:
    asked: list[str] = []
    rows = ["Hand massage 2 min", "", ""]

    def ask(question: str, _: object) -> str:
        asked.append(question)
        return rows.pop(0)

    Wizard(ask, lambda _: None).lines()
    assert asked[1].startswith("There is no massage of the hands and forearms here, only stretch")


PASTED = """\
Neck and arm exercises
Chin tucks x 10
Press the jaw with knuckles - right - 1 min
Pressure: firm
Seated row 2 x 12
"""


def test_the_first_line_of_a_paste_is_told_as_the_title_and_a_refused_one_with_its_reason() -> None:
    rows, said = [*PASTED.splitlines(), "", "", "", ""], list[str]()
    new = Wizard(lambda *_: rows.pop(0), said.append, is_waiting=lambda: len(rows) > 4)
    new.routine("")
    assert "  line 1: the title: Neck and arm exercises" in said
    why = "knuckles are for shoulders and upper back"
    assert f"  line 3: left out, {why}: Press the jaw with knuckles - right - 1 min" in said
    assert "  line 4: left out, with the line above: Pressure: firm" in said
    kinds = [one.kind for one in handout_of(PASTED).lines]
    assert kinds == ["title", "step", "step", "remark", "step"], "as --sheet reads it"
    assert [one.kind for one in new.sheet.lines] == [*kinds[:2], "other", "other", "step"]


def test_a_heading_below_another_title_is_no_exercise() -> None:
    rows, asked = PASTED.splitlines(), list[str]()

    def ask(question: str, _: object) -> str:
        asked.append(question)
        return rows.pop(0) if rows else ""

    new = Wizard(ask, lambda _: None, title="T", is_waiting=lambda: bool(rows))
    new.lines()
    assert [one.kind for one in new.sheet.lines][:2] == ["other", "step"]
    assert not any("How long" in one for one in asked)
