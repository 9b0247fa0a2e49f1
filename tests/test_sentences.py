"""The table tests/format/sentences.md: each sentence of the format is shown, each code twice."""

import re
from collections import Counter
from pathlib import Path

import pytest
from as_case import CASES

from relax_coach.core.codes import CODES

TESTS = Path(__file__).parent
TABLE = (TESTS / "format" / "sentences.md").read_text("utf-8")
ROWS = dict(re.findall(r"^\| (?!sentence \|)(?!---)(.+) \| (.+) \|$", TABLE, re.MULTILINE))
NAMES = {case["name"] for case in CASES}
SHOWING = {name for names in ROWS.values() for name in names.split()}


def is_there(name: str) -> bool:
    """Whether `name` is a case, or a test written as folder/file::name."""
    if "::" not in name:
        return name in NAMES
    path, function = name.split("::")
    folder, _, file = path.rpartition("/")
    text = (TESTS / folder / f"test_{file}.py").read_text("utf-8")
    return f"def test_{function}(" in text


@pytest.mark.parametrize("sentence", ROWS)
def test_what_shows_a_sentence_is_there(sentence: str) -> None:
    assert [name for name in ROWS[sentence].split() if not is_there(name)] == []


def test_every_case_shows_a_sentence_or_a_decision_of_ours() -> None:
    ours = {case["name"] for case in CASES if case.get("own")}
    assert NAMES - SHOWING - ours == set()


def test_no_name_is_given_twice() -> None:
    assert len(NAMES) == len(CASES)


@pytest.mark.parametrize("code", CODES)
def test_each_code_is_told_in_two_cases(code: str) -> None:
    told = Counter(
        found for case in CASES for found in {row["code"] for row in case.get("problems", [])}
    )
    assert told[code] >= 2
