"""The table tests/format/sentences.md: each sentence of the format is shown, each code twice."""

from collections import Counter
from pathlib import Path

import pytest
from as_case import CASES

from relax_coach.core.codes import CODES

TESTS = Path(__file__).parent
LINES = (TESTS / "format" / "sentences.md").read_text("utf-8").splitlines()
ROWS = [line.strip("| ").split(" | ") for line in LINES if line.startswith("| ")]
SENTENCES = [row for row in ROWS if row != ["sentence", "shown by"]]
NAMES = [case["name"] for case in CASES]


def is_there(name: str) -> bool:
    """Whether `name` is a case, or a test written as folder/file::name."""
    if "::" not in name:
        return name in NAMES
    path, function = name.split("::")
    folder, _, file = path.rpartition("/")
    text = (TESTS / folder / f"test_{file}.py").read_text("utf-8")
    return f"def test_{function}(" in text


@pytest.mark.parametrize("row", SENTENCES, ids=[row[0] for row in SENTENCES])
def test_a_sentence_is_shown_and_what_shows_it_is_there(row: list[str]) -> None:
    _sentence, names = row
    assert [name for name in names.split() if not is_there(name)] == []


def test_every_case_shows_a_sentence_or_a_decision_of_ours() -> None:
    showing = {name for row in SENTENCES for name in row[-1].split()}
    ours = {case["name"] for case in CASES if case.get("own")}
    assert set(NAMES) - showing - ours == set()


def test_no_name_is_given_twice() -> None:
    assert [name for name, times in Counter(NAMES).items() if times > 1] == []


@pytest.mark.parametrize("code", CODES)
def test_each_code_is_told_in_two_cases(code: str) -> None:
    told = [case for case in CASES if code in {row["code"] for row in case.get("problems", [])}]
    assert len(told) >= 2
