"""A few facts are enough for the verdict: they say what the whole routine says."""

import random
from pathlib import Path

import pytest
from made import SHIPPED, routine

from relax_coach.core import document
from relax_coach.core.card import Card
from relax_coach.core.compile import compile_routine
from relax_coach.core.conditions import CONDITIONS
from relax_coach.core.options import Options
from relax_coach.core.outlook import Outlook
from relax_coach.core.routine import Routine
from relax_coach.core.ruling import held_rows
from relax_coach.core.verdict import judge

PERSON = [word for word in CONDITIONS if word != "nobody"]


def held_by_people() -> list[frozenset[str]]:
    """Nothing, each condition alone, and many sets of them."""
    chance = random.Random(1)
    sets = [frozenset(chance.sample(PERSON, chance.randint(2, 5))) for _ in range(60)]
    return [frozenset(), *(frozenset({word}) for word in PERSON), *sets]


ROUTINES = {
    **{path.stem: document.read(path.read_bytes()).routine for path in SHIPPED},
    "only rest": routine("rest: 5s"),
    "a held breath": routine("breathe: 4-7-8\ntimes: 3"),
    "hands and breath": routine(
        "target: neck_back\ntechnique: knead\nfor: 60s", "breathe: 4-6\ntimes: 20"
    ),
    "a quarter is left": routine(
        "repeat: 3\nsteps:\n- target: neck_back\n  technique: knead\n  for: 30s",
        "target: upper_arm\ntechnique: knead\nside: left\nfor: 30s",
    ),
}


@pytest.mark.parametrize("name", ROUTINES)
def test_the_facts_say_what_the_routine_says(name: str) -> None:
    one = ROUTINES[name]
    assert isinstance(one, Routine)
    outlook = Outlook.of(one)
    for held in held_by_people():
        verdict = judge(one, Options(held=held))
        assert outlook.result(held_rows(held)) == verdict.result, sorted(held)


def test_every_result_is_met() -> None:
    outlook = Outlook.of(routine("target: neck_back\ntechnique: knead\nfor: 30s"))
    met = {outlook.result(held_rows(held)) for held in held_by_people()}
    assert met == {"allowed", "limited", "refused"}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_card_is_read_as_it_was_written(path: Path) -> None:
    found = document.read(path.read_bytes())
    assert found.routine is not None
    card = Card.of(found, compile_routine("x", found.routine), "x")
    assert Card.read(card.text()) == card


@pytest.mark.parametrize(
    "text",
    [
        "format: 1\ntitle: Nacken – 常\ncautions: []\nsteps: [{rest: no}]".encode(),
        b"format: 1\nsteps: [",
        b"\xff",
        b'format: 1\ntitle: "a\\nb"\ncautions: []\nsteps: [{rest: 5s}]',
    ],
    ids=["an error", "no title", "no text", "a title of two lines"],
)
def test_a_card_is_one_line_whatever_the_file_holds(text: bytes) -> None:
    found = document.read(text)
    timeline = found.routine and compile_routine("x", found.routine)
    card = Card.of(found, timeline, "the name")
    assert Card.read(card.text()) == card
    assert card.text().isascii()
    assert card.text().isprintable()
