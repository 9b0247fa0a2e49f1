"""`learn`: what is asked for is found, with its sources."""

import json
from typing import Any

import pytest

from relax_coach.cli.program import run
from relax_coach.core.learn import TOPICS
from relax_coach.core.reference import REFERENCES


def told(capsys: Any, *words: str) -> str:
    assert run(["learn", *words]) == 0
    return str(capsys.readouterr().out)


def test_alone_it_shows_the_questions(capsys: Any) -> None:
    out = told(capsys)
    assert all(topic.asks in out for topic in TOPICS.values())


def test_a_page_ends_with_its_sources(capsys: Any) -> None:
    out = told(capsys, "spasms")
    assert "Cervical dystonia is a focal dystonia" in out
    numbered = out[out.index("\nSources\n") :]
    assert numbered.count("\n") - 2 >= len(TOPICS["spasms"].sources)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (["RELAX"], "Relaxing the muscles of the head"),
        (["brain", "twitching"], "When it feels as if the brain twitched"),
        (["side", "twitch"], "Twitching on one side"),
    ],
)
def test_words_of_a_question_find_it(words: list[str], title: str, capsys: Any) -> None:
    assert told(capsys, *words).startswith(title)


def test_a_mistyped_topic_is_answered_with_the_nearest(capsys: Any) -> None:
    assert run(["learn", "evidense"]) == 2
    assert "Did you mean 'evidence'?" in capsys.readouterr().err


def test_everything_and_all_sources(capsys: Any) -> None:
    everything = told(capsys, "all")
    assert all(topic.title in everything for topic in TOPICS.values())
    assert all(reference.title[:30] in told(capsys, "sources").replace("\n     ", " ") for
               reference in REFERENCES.values())  # fmt: skip
    shape = json.loads(told(capsys, "relax", "--json"))
    assert shape["topics"][0]["text"][0][0]["sources"] == ["A"]
