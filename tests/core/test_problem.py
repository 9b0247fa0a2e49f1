"""A problem as it is printed: the place, the line, and a caret under the right cells."""

import re
from itertools import pairwise

import pytest
from made import file, read

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
        ("  - rest:    ten", 13, 3),
    ]


def test_carets_are_counted_in_cells_not_in_characters() -> None:
    wide, marks = MISTAKES.split("\n")[10], MISTAKES.split("\n")[11]
    assert (wide.index("pressure") + 4, marks.index("left") - 2) == (35, 32)
    hangul = "\u1112\u1161\u11ab"
    assert [cells(text) for text in ("ab", "漢字", "e\u0301", "👩‍🚀", hangul)] == [2, 4, 1, 4, 2]


def quoted(row: str, value: str, width: int = 160) -> tuple[str, str]:
    """`row` as it is quoted for a problem at `value`, and what stands above the carets."""
    place = Place(1, row.index(value) + 1, len(value))
    _, line, below = describe(Problem("x", place, "no"), "f", row, width).split("\n")
    above = ""
    for char in line[8:]:  # a wide character stands above two carets
        at = cells(above)
        above += char if at >= below.index("^") - 8 and at < len(below) - 8 else " " * cells(char)
    return line[8:], above.strip()


@pytest.mark.parametrize(
    ("row", "seen", "above"),
    [
        ("a: nowhere", "a: nowhere", "nowhere"),
        ("\ta:\tnowhere\t# b", "    a:    nowhere    # b", "nowhere"),
        ("漢字: nowhere", "漢字: nowhere", "nowhere"),
        ("a: 漢字", "a: 漢字", "漢字"),
        ("e\u0301\u0323: nowhere", "e\u0301\u0323: nowhere", "nowhere"),
        ("🦒: nowhere", "🦒: nowhere", "nowhere"),
        ("👩‍🚀: nowhere", "👩\\u200d🚀: nowhere", "nowhere"),
        ("❤️ 1️⃣: nowhere", "❤\\ufe0f 1\\ufe0f\u20e3: nowhere", "nowhere"),
        ("👋🏽: nowhere", "👋\\U0001f3fd: nowhere", "nowhere"),
        ("🇳🇿: nowhere", "\\U0001f1f3\\U0001f1ff: nowhere", "nowhere"),
        ("rest\u200c: 5s", "rest\\u200c: 5s", "rest\\u200c"),
        ("a\x1b[2J: nowhere", "a\\x1b[2J: nowhere", "nowhere"),
    ],
)
def test_the_carets_stand_under_the_value(row: str, seen: str, above: str) -> None:
    value = "nowhere" if "nowhere" in row else row.split(": ")[above.startswith("漢")]
    assert quoted(row, value) == (seen, above)


@pytest.mark.parametrize("width", [0, 40, 80, 200])
@pytest.mark.parametrize("fill", ["a", "漢", "\t", "e\u0301", "👩‍🚀"])
@pytest.mark.parametrize(("left", "right"), [(0, 500), (500, 0), (500, 500)])
def test_a_long_line_is_cut_around_its_place(width: int, fill: str, left: int, right: int) -> None:
    row, above = quoted(fill * left + "nowhere" + fill * right, "nowhere", width)
    assert above.lstrip("\u0301") == "nowhere"
    assert cells(row) <= max(40, width) - len("    1 | ")
    assert row.startswith("...") == (left == 500)
    assert row.endswith("...") == (right == 500)


def test_a_value_wider_than_the_line_is_cut() -> None:
    row, above = quoted("a: " + "x" * 500, "x" * 500, 80)
    assert (row, above) == ("a: " + "x" * 63 + "...", "x" * 63)


def test_colours_are_three_and_only_where_they_are_asked_for() -> None:
    problem = Problem("bad-number", Place(1, 4, 2), "no", severity="warning")
    plain = describe(problem, "f", "a: xy")
    painted = describe(problem, "f", "a: xy", colour=True)
    assert painted == (
        "\x1b[1mf:1:4:\x1b[0m \x1b[35mwarning:\x1b[0m no [bad-number]\n"
        "    1 | a: xy\n"
        "      |    \x1b[35m^^\x1b[0m"
    )
    assert re.sub(r"\x1b\[\d+m", "", painted) == plain


def test_two_problems_of_a_line_are_told_one_after_the_other() -> None:
    told = printed(file("{target: tempel, technique: circels, for: 20s}"))
    assert [row.count("^") for row in told.split("\n") if "^" in row] == [6, 7]
    assert [row for row in told.split("\n") if "hint" in row] == [
        "      = hint: did you mean `temple`?",
        "      = hint: did you mean `circles`?",
    ]


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


def test_where_nobody_says_how_wide_a_line_has_a_hundred_and_sixty_cells() -> None:
    place = Place(1, 250, 3)
    rows = describe(Problem("x", place, "no"), "f", "a" * 500).split("\n")
    assert (len(rows[1]), rows[1][8:12], rows[1][-4:]) == (160, "...a", "a...")
    narrow = describe(Problem("x", place, "no"), "f", "a" * 500, width=10).split("\n")
    assert len(narrow[1]) == 40
