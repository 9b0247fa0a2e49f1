"""What is said after a session is about what was done, and about nothing else."""

import pytest
from made import routine

from relax_coach.core import safety
from relax_coach.core.compile import compile_routine


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("target: neck\ntechnique: knead\nfor: 20s", safety.AFTER_NECK),
        ("target: neck side\nside: left\ntechnique: stretch\nfor: 20s", safety.AFTER_NECK),
        ("target: top of shoulder\ntechnique: knead\nfor: 20s", safety.AFTER_NECK),
        ("target: hand web\ntechnique: press\nfor: 20s\ncautions: [pregnancy]", safety.AFTER),
        ("target: temple\ntechnique: circles\nfor: 20s", safety.AFTER),
        ("target: shoulders\ntechnique: movement\nhold: 2s\nrelease: 1s\ntimes: 3", ""),
        ("breathe: 4-6\ntimes: 3", ""),
    ],
)
def test_it_is_about_the_places_that_were_touched(step: str, said: str) -> None:
    spans = compile_routine("t", routine(step)).spans
    assert safety.after({span.place for span in spans} - {""}) == said
