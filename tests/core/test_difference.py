"""Which step was changed."""

import pytest

from relax_coach.core import document
from relax_coach.core.compile import compile_routine
from relax_coach.core.difference import changed_step
from relax_coach.core.timeline import Timeline

ROWS = ("{rest: 5s}", "{breathe: 4-6, times: 2}", "{target: jaw, technique: knead, for: 20s}")


def timeline(*rows: str, title: str = "T") -> Timeline:
    steps = "".join(f"- {row}\n" for row in rows)
    text = f"format: 1\ntitle: {title}\ncautions: []\nsteps:\n{steps}"
    routine = document.read(text.encode()).routine
    assert routine is not None
    return compile_routine("t", routine)


@pytest.mark.parametrize(
    ("rows", "step"),
    [
        (ROWS, 0),
        ((ROWS[0], ROWS[1].replace("2", "3"), ROWS[2]), 2),
        ((*ROWS[:2], ROWS[2].replace("jaw", "temple")), 3),
        ((*ROWS[:2], ROWS[2].replace("20s", "20s, say: Softly.")), 3),
        ((*ROWS, "{rest: 9s}"), 4),
        (ROWS[:2], 2),
        (ROWS[1:], 1),
    ],
)
def test_the_first_that_is_not_as_it_was(rows: tuple[str, ...], step: int) -> None:
    assert changed_step(timeline(*ROWS), timeline(*rows)) == step


def test_of_the_first_look_and_of_a_new_title_there_is_none() -> None:
    assert changed_step(None, timeline(*ROWS)) == 0
    assert changed_step(timeline(*ROWS), timeline(*ROWS, title="Other")) == 0
