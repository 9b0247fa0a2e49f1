"""A session of three steps, pulled by hand."""

import pytest
from hand import THREE_STEPS, Arranged, Clock, Hand, Session

from relax_coach.core import document
from relax_coach.core.compile import compile_routine
from relax_coach.player import Player


@pytest.fixture
def session() -> Session:
    routine = document.read(THREE_STEPS).routine
    assert routine is not None
    output, silence, clock = Hand(), Hand("none"), Clock()
    timeline = compile_routine("t", routine)
    player = Player(
        timeline,
        output,  # type: ignore[arg-type]
        Arranged(),  # type: ignore[arg-type]
        lambda: silence,
        reopen=lambda: session.reopen(),
        now=clock,
    )
    session = Session(player, output, silence, clock)
    return session
