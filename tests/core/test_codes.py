"""The table of codes: every example shows what it says it shows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from relax_coach.core import document
from relax_coach.core.codes import CODES, Code
from relax_coach.core.node import MOST_BYTES
from relax_coach.core.problem import describe
from relax_coach.core.sense import SENSE

PACKAGE = Path(__file__).resolve().parents[2] / "relax_coach"
TEXTS = [code for code in CODES.values() if not code.told]
STEPS = [code for code in TEXTS if code.wrong.startswith("- ")]
ANOTHER = "\n- rest: soon"
"""A step with a mistake, after all the others."""


def file_of(example: str) -> str:
    """A whole file: steps are put into the least there may be around them."""
    head = "format: 1\ntitle: Example\ncautions: []\nsteps:\n"
    return head + example if example.startswith("- ") else example


def codes_in(example: str) -> list[str]:
    found = document.read(file_of(example).encode())
    return [problem.code for problem in found.problems]


@pytest.mark.parametrize("code", TEXTS, ids=lambda code: code.word)
def test_the_wrong_example_has_this_problem_and_no_other(code: Code) -> None:
    assert set(codes_in(code.wrong)) == {code.word}


@pytest.mark.parametrize("code", TEXTS, ids=lambda code: code.word)
def test_the_right_example_has_no_problem(code: Code) -> None:
    found = document.read(file_of(code.right).encode())
    assert [describe(one, "right", found.text) for one in found.problems] == []


@pytest.mark.parametrize("code", STEPS, ids=lambda code: code.word)
def test_the_check_ends_where_the_table_says_so(code: Code) -> None:
    goes_on = not code.ends or code.word == "bad-character"  # here it is written as an escape
    mistakes = codes_in(code.wrong + ANOTHER).count("bad-duration")
    assert (mistakes > codes_in(code.wrong).count("bad-duration")) == goes_on


def test_a_typed_character_ends_the_check_and_an_escape_does_not() -> None:
    assert codes_in('- rest: 10s\n  say: "\\x07"' + ANOTHER) == ["bad-character", "bad-duration"]
    assert codes_in('- rest: 10s\n  say: "\x07"' + ANOTHER) == ["bad-character"]


@pytest.mark.parametrize(
    ("word", "data"), [("too-large", b" " * (MOST_BYTES + 1)), ("not-utf8", b"title: Caf\xe9\n")]
)
def test_what_is_told_in_words_is_so(word: str, data: bytes) -> None:
    assert CODES[word].told
    assert [problem.code for problem in document.read(data).problems] == [word]


def test_no_other_than_a_file_itself_is_told_in_words() -> None:
    told = [code.word for code in CODES.values() if code.told]
    assert told == ["not-a-file", "too-large", "not-utf8"]


def test_a_sentence_is_a_sentence() -> None:
    for code in (*CODES.values(), *SENSE.values()):
        for text in (code.means, code.remedy, code.warns, code.ends):
            assert text == "" or (text[0].isupper() and text.endswith(".")), text


LIKE_A_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
NO_CODES = ("utf-8", "relax-coach", "feather-light")


def test_the_table_holds_every_code_that_is_used_and_no_other() -> None:
    others = ("codes", "theme", "record")  # names of themes and of endings look like codes
    files = [path for path in (PACKAGE / "core").glob("*.py") if path.stem not in others]
    files.append(PACKAGE / "store" / "library.py")
    used = {code for path in files for code in literals(path)}
    assert used == {*CODES, *SENSE}


def literals(path: Path) -> Iterator[str]:
    """Every string of a file that has the form of a code."""
    for part in ast.walk(ast.parse(path.read_text("utf-8"))):
        text = part.value if isinstance(part, ast.Constant) else None
        if isinstance(text, str) and LIKE_A_CODE.fullmatch(text) and text not in NO_CODES:
            yield text
