"""What is written of a routine is read again as the same routine."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from relax_coach.core import document
from relax_coach.core.json_schema import MODELINE
from relax_coach.core.outline import outline_of
from relax_coach.core.source import COMMENT, source

ROUTINES = Path(__file__).resolve().parents[2] / "routines"
REST = {"rest": "9s"}


def read(text: str) -> document.Document:
    found = document.read(text.encode())
    assert found.problems == (), text
    return found


@pytest.mark.parametrize("path", sorted(ROUTINES.rglob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_routine_is_the_same_from_its_outline(path: Path) -> None:
    routine = document.read(path.read_bytes()).routine
    assert routine is not None
    written = source(outline_of(routine))
    assert written.startswith(f"{MODELINE}\nformat: 1\ntitle: ")
    assert read(written).routine == routine


def test_it_is_written_as_a_person_would() -> None:
    step = {
        "target": "upper_trapezius",
        "technique": "petrissage",
        "side": "each",
        "for": "1m30s",
        "say": "Not too hard: it should feel good.",
        COMMENT: ["Sheet, line 2: Shoulders"],
    }
    outline = {"title": "Shoulders", "tags": ["desk", "quick"], "cautions": [], "steps": [step]}
    assert source(outline) == f"""{MODELINE}
format: 1
title: Shoulders
tags: [desk, quick]
cautions: []

steps:
  # Sheet, line 2: Shoulders
  - target: upper trapezius
    technique: petrissage
    side: each
    for: 1m30s
    say: "Not too hard: it should feel good."
"""  # fmt: skip


@pytest.mark.parametrize("key", ["a: b\nsteps: []", "- x", "{", "yes", "1", "", COMMENT, "é\x07"])
def test_an_unknown_key_is_one_key_and_puts_no_line_into_the_file(key: str) -> None:
    value = {"title": "S", key: "v"}
    step = {**REST, key: 5}
    text = source({key: 1, "cautions": [], "sources": [value], "steps": [step], "x": {key: []}})
    told = yaml.safe_load(text)
    assert told == {"format": 1, key: 1, "cautions": [], "sources": [value], "steps": [step],
                    "x": {key: []}}  # fmt: skip


def kept(text: str) -> str:
    """As the format keeps a text: trimmed."""
    return text.strip()


LETTERS = some.characters(
    exclude_categories=("Cs", "Cc", "Cf", "Cn", "Zl", "Zp", "Mn", "Me", "Mc"),
    include_characters="\n",
)
TEXTS = some.text(LETTERS, min_size=1, max_size=80).filter(lambda one: bool(kept(one)))


@given(TEXTS, TEXTS)
def test_any_text_is_read_as_it_was_written(title: str, line: str) -> None:
    step = REST | {"title": title.replace("{", "("), "sources": [line]}
    outline = {"title": title, "cautions": [], "steps": [step], "needs": [line], "tags": []}
    routine = document.read(source(outline).encode()).routine
    assert routine is not None, source(outline)
    assert (routine.title, routine.needs) == (kept(title), (kept(line),))
    assert str(routine.steps[0].sources[0]) == kept(line)


@given(some.text(max_size=60))
def test_a_comment_may_hold_anything_and_loses_no_letter(text: str) -> None:
    outline = {
        "title": "T",
        "cautions": [],
        "steps": [{COMMENT: [text], **REST}, {COMMENT: [text]}],
    }
    written = source(outline)
    assert len(read(written).routine.steps) == 1  # type: ignore[union-attr]
    for word in text.split():
        if word.isalnum():
            assert word in written


def test_long_texts_are_folded_and_sources_keep_their_parts() -> None:
    words = "It is a long sentence with many words in it. " * 8
    told = {"title": "Book: one", "publisher": "House", "year": "2020", "url": "https://a.b/#c"}
    outline = {"title": "T", "summary": words[:290].strip(), "cautions": ["pregnancy"],
               "sources": [told, "Me"], "steps": [REST]}  # fmt: skip
    written = source(outline)
    assert max(map(len, written.splitlines())) <= 98
    assert outline_of(read(written).routine) == {  # type: ignore[arg-type]
        "format": 1, "title": "T", "summary": outline["summary"], "cautions": ["pregnancy"],
        "sources": [told, "Me"], "steps": [{"rest": "9s"}],
    }  # fmt: skip
