"""A file that is no YAML: the person is told what to do, not what a parser expected."""

import pytest

from relax_coach.core import document, node

SLIPS = {
    "steps:\n\t- rest: 10s\n": ("2:1", "a tab", "spaces, not tabs"),
    "say: Breathe: in\n": ("1:13", "inside a text", 'say: "Breathe: in"'),
    "title:T\ncautions: []\n": ("2:9", "no space after its colon", "`title: T`"),
    "title: T\n  summary: x\n": ("2:10", "further in", "same column"),
    "title: T\nsummary\ncautions: []\n": ("3:1", "has no key", "key: value"),
    "steps:\n  - rest: 10s\n - rest: 5s\n": ("3:2", "the column", "same column"),
    'title: "T\ncautions: []\n': ("1:8", "never closed", "same quote"),
    "cautions: [a, b\ntitle: T\n": ("2:6", "`[`", "`]`"),
    "cautions: {a\ntitle: T\n": ("2:6", "`{`", "`}`"),
    "cautions: ]\n": ("1:11", "without a `[`", "take it out"),
    "say: @home\n": ("1:6", "begin with `@`", 'say: "@home"'),
    'say: "Rub" the spot\n': ("1:12", "behind the end", "double quotes"),
    "say: {side} shoulder\n": ("1:13", "behind the end", '"{side} shoulder"'),
}


@pytest.mark.parametrize("parser", [node._PARSER, node.yaml.SafeLoader], ids=["in C", "in Python"])
@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_and_its_remedy(text: str, parser: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(node, "_PARSER", parser)
    place, said, hint = SLIPS[text]
    (problem,) = [one for one in document.read(text.encode()).problems if one.code == "bad-yaml"]
    assert f"{problem.place.line}:{problem.place.column}" == place
    assert said in problem.message
    assert hint in problem.hint


def test_a_long_text_is_not_said_again_in_the_hint() -> None:
    text = "say: Rub slowly: " + "and slowly " * 8 + "\n"
    (problem,) = [p for p in document.read(text.encode()).problems if p.code == "bad-yaml"]
    assert problem.hint == "put the whole text in double quotes"


def test_a_backslash_that_makes_no_escape() -> None:
    (problem,) = [p for p in document.read(b'say: "a\\qb"\n').problems if p.code == "bad-yaml"]
    assert "backslash" in problem.message
    assert "single quotes" in problem.hint
