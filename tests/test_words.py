"""Nothing that is shipped promises what massage cannot: routines, pages, screens, commands."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
ROUTINES = sorted((ROOT / "routines").rglob("*.yaml"))
PAGES = [*ROOT.glob("*.md"), ROOT / "pyproject.toml", *sorted((ROOT / "docs").rglob("*.md"))]
PROGRAM = sorted((ROOT / "relax_coach").rglob("*.py"))

# What would call this a medical product.
CLAIM = re.compile(
    r"\b(treat(s|ed|ing|ment|ments)?|cur(e|es|ed|ing)|heal(s|ed|ing)?|therap(y|ies|eutic)"
    r"|reliev(e|es|ed|ing)|relief|remed(y|ies) for|guarantee(s|d)?|medical device"
    r"|alleviat\w*|curative|treatable|gets? rid of|prevents? (head|pain|tension|migraine)\w*)\b",
    re.IGNORECASE,
)

# Where such a word may stand: in the names of what others have written.
QUOTED = re.compile(
    r"\*[A-Z][^*|.!?]+\*"  # a title in italics, and no sentence
    r"|\]\([^)]*\)|https?://\S+"
    r"|Journal of [\w ]+|Manual Therapies"
    r"|relax_coach/\S+"
)
SOURCES = ROOT / "relax_coach" / "core" / "reference.py"


@pytest.mark.parametrize("path", ROUTINES, ids=lambda path: path.stem)
def test_a_routine_makes_no_claim(path: Path) -> None:
    routine = yaml.safe_load(path.read_text("utf-8"))
    assert [text for text in texts_of(routine) if CLAIM.search(text)] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_makes_no_claim(path: Path) -> None:
    text = path.read_text("utf-8").partition("\n## Sources\n")[0]
    lines = text.splitlines()
    if path.name == "sentences.md":  # its last column names sources
        lines = [line.rpartition(" | ")[0] for line in lines]
    found = [line for line in lines if CLAIM.search(QUOTED.sub("", line))]
    assert found == []


def test_the_program_makes_no_claim() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in PROGRAM
        if path != SOURCES
        for line, text in strings_of(path)
        if CLAIM.search(text)
    ]
    assert found == []


@pytest.mark.parametrize(
    "claim",
    [
        "It cures headaches.",
        "Relieves headaches at once",
        "A therapy for tension",
        "treats pain",
        "*cures pain*",
    ],
)
def test_a_claim_is_found(claim: str) -> None:
    assert CLAIM.search(QUOTED.sub("", claim))


def texts_of(value: Any, key: str = "") -> Iterator[str]:
    """Every text a YAML file says, without its sources, which name what others have written."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from texts_of(one, name)
    elif key != "sources" and isinstance(value, list):
        for one in value:
            yield from texts_of(one)
    elif isinstance(value, str):
        yield value


def strings_of(path: Path) -> Iterator[tuple[int, str]]:
    """Every string of a file that a person may see, with its line: docstrings only of commands."""
    tree = ast.parse(path.read_text("utf-8"))
    loose = (
        set()
        if path.parent.name == "cli"
        else {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    )
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in loose:
            yield node.lineno, node.value
