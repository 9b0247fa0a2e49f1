"""A problem as it is printed: the place, the line, and a caret under the right cells."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import SHIPPED, file, read

from relax_coach.core import document
from relax_coach.core.problem import Place, Problem, cells, describe, shown

STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")


def printed(text: str) -> str:
    """All the problems of `text`, as `check` prints them."""
    return "\n".join(describe(problem, "my.yaml", text) for problem in read(text).problems)


def test_a_problem_reads_like_a_compilers() -> None:
    text = file("target: tempel\ntechnique: circles\nfor: 20s")
    assert printed(text) == (
        "my.yaml:5:13: error: `tempel` is not a target [unknown-word]\n"
        "    5 |   - target: tempel\n"
        "      |             ^^^^^^\n"
        "      = hint: did you mean `temple`?"
    )


MISTAKES = """\
format: 1
titel: x
title: ""
summary: [a]
cautions: [migraine, flu]
switch: soon
steps:
  - {target: jaw, technique: knead, side: upper, for: 20s}
  - {rest: -1}
  - {breathe: 5, times: 2}
  - {title: "漢字かな", rest: 10s, pressure: 3}
  - {title: e\u0301\u0301, rest: 10s, side: left}
  - rest:	ten
"""


def test_every_mistake_is_underlined() -> None:
    under = []
    rows = printed(MISTAKES).split("\n")
    for row, carets in pairwise(rows):
        if carets.startswith("      | "):
            first = carets.index("^") - len("      | ")
            under.append((row[8:], first, carets.count("^")))
    assert under == [
        ("titel: x", 0, 5),
        ('title: ""', 7, 2),
        ("summary: [a]", 9, 1),
        ("cautions: [migraine, flu]", 21, 3),
        ("switch: soon", 8, 4),
        ("  - {target: jaw, technique: knead, side: upper, for: 20s}", 42, 5),
        ("  - {rest: -1}", 11, 2),
        ("  - {breathe: 5, times: 2}", 14, 1),
        ('  - {title: "漢字かな", rest: 10s, pressure: 3}', 35, 8),
        ("  - {title: e\u0301\u0301, rest: 10s, side: left}", 32, 4),
        ("  - rest: ten", 10, 3),
    ]


def test_carets_are_counted_in_cells_not_in_characters() -> None:
    wide, marks = MISTAKES.split("\n")[10], MISTAKES.split("\n")[11]
    assert (wide.index("pressure") + 4, marks.index("left") - 2) == (35, 32)
    assert [cells(text) for text in ("ab", "漢字", "e\u0301", "👩‍🚀", "\t")] == [2, 4, 1, 4, 4]


def test_a_long_line_is_cut_around_its_place() -> None:
    problem = Problem("bad-yaml", Place(1, 501, 3), "no")
    row, carets = describe(problem, "f", "a" * 500 + "bad" + "c" * 500).split("\n")[1:3]
    assert len(row) < 200
    assert row[carets.index("^") :][:3] == "bad"
    assert carets.count("^") == 3


def test_without_a_line_there_is_no_excerpt() -> None:
    told = "f:1:1: error: no [not-a-file]"
    assert describe(Problem("not-a-file", Place(), "no"), "f", "") == told
    assert describe(Problem("not-a-file", Place(), "no"), "f", "\n\n") == told
    assert describe(Problem("x", Place(9, 1), "no"), "f", "a") == "f:9:1: error: no [x]"


@pytest.mark.parametrize("evil", ["\x1b[2J", "\x9b31m", "\r", "\u202e", "\ufeff", "\x00", "\a"])
def test_what_is_printed_holds_no_escape(evil: str) -> None:
    text = file("rest: 10s") + f"{evil}x: 1 # {evil}\n"
    told = describe(read(text).problems[0], f"{evil}.yaml", text)
    assert not STEERING.search(told)
    assert shown(evil).startswith("\\")


def test_joiners_and_letters_are_shown_as_they_are() -> None:
    assert shown("अंतर‌ 👩‍🚀 אב‏ é 漢字 [/b]") == "अंतर‌ 👩‍🚀 אב‏ é 漢字 [/b]"


BROKEN = [
    "[", "{", "}", ": ", "- ", "\t", "\x1b", '"', "'", "|", ">", "&a ", "*a", "!!int ", "%Y 1\n",
    "---\n", "...\n", "\r", "\r\n", "\u2028", "\ufeff", "? ", "#", '"\\x1b"', "9" * 30, "<<: ",
    "@", "`", ",", "\n", "  ", "👩", "\u0301" * 9,
]  # fmt: skip
EDITS = st.lists(
    st.tuples(st.integers(0, 5_000), st.sampled_from([0, 0, 1, 3, 40]), st.sampled_from(BROKEN)),
    min_size=1,
    max_size=4,
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SHIPPED), EDITS)
def test_no_broken_file_breaks_the_reader(path: Path, edits: list[tuple[int, int, str]]) -> None:
    text = path.read_text("utf-8")
    for at, cut, put in edits:
        at %= len(text) + 1
        text = text[:at] + put + text[at + cut :]
    found = document.read(text.encode())
    rows = found.text.split("\n")
    assert found.ok != bool(found.problems)
    for problem in found.problems:
        assert 1 <= problem.place.line <= len(rows)
        assert 1 <= problem.place.column <= len(rows[problem.place.line - 1]) + 1
        assert not STEERING.search(describe(problem, "f", found.text))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    assert document.read(data).problems
