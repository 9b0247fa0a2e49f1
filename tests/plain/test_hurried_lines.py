"""In lines too an answer that comes too fast is none: typed ahead, held or hammered."""

from collections.abc import Iterator
from typing import Any

import pytest
from small import TODAY, small, timeline, unwritten

from relax_coach import haste, intake
from relax_coach.audio.arranger import Arranger
from relax_coach.core import safety
from relax_coach.core.exits import Exit
from relax_coach.core.options import Options
from relax_coach.plain.keyboard import Keyboard
from relax_coach.plain.questions import Questions
from relax_coach.plain.session import Session
from relax_coach.player import Player
from relax_coach.store import answers


class Hand(Keyboard):
    """Types these answers, each so many seconds after the one before."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *typed: tuple[float, str]) -> None:
        super().__init__(None)
        self.live = True
        self.typed: Iterator[tuple[float, str]] = iter(typed)
        self.now = 0.0
        monkeypatch.setattr(haste, "SETTLED", 1.0)
        monkeypatch.setattr(haste, "monotonic", lambda: self.now)

    def line(self) -> str:
        later, answer = next(self.typed)
        self.now += later
        return answer

    def calm(self, quiet: float) -> None:
        for later, _ in self.typed:
            self.now += later
            if later >= quiet:
                return

    def key(self, wait: float) -> str:
        later, answer = next(self.typed, (wait, ""))
        self.now += later
        return answer


def test_what_was_typed_ahead_answers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = [(0.1, "n")] * 40 + [(3, ""), (3, "n"), (3, "n")]
    said: list[str] = []
    questions = Questions(Hand(monkeypatch, *typed), said.append)
    assert questions.answered(small(), Options(), TODAY, skip=True) == Options()
    assert said.count(safety.HURRIED) == 1
    assert not intake.asks(small(), TODAY).anything


@pytest.mark.parametrize(
    ("typed", "hurt"),
    [
        ([(0.3, "n")] * 30, None),  # nobody says anything after that
        ([(0.3, "x")], True),
        ([(1.2, "y")], True),
        ([(0.6, "y"), (1, "space"), (1, "y")], True),
        ([(0.6, "y"), (1, "space"), (1, "n"), (1, "y")], False),
        ([(0.6, "y")], True),  # who lay down after it has answered
        ([(0.03, "q")] * 50 + [(0.03, "y")], True),
    ],
)
def test_the_question_after_the_end(
    monkeypatch: pytest.MonkeyPatch, typed: list[tuple[float, str]], hurt: bool | None
) -> None:
    said: list[str] = []
    voice: Any = type("Voice", (), {"say": staticmethod(said.append)})
    output: Any = type("Ended", (), {"position": 0, "volume": lambda self, gain: None})()
    player = Player(timeline(), output, Arranger({}), lambda: output)
    session = Session(player, Hand(monkeypatch, *typed), voice, small(), unwritten())
    intake.keep_signs(frozenset(), TODAY)
    assert session.ask_after(Exit.DONE) is hurt
    assert not answers.signs_clear_on(TODAY), "killed here they are asked again"
    session.log.over(hurt, player.done)
    assert answers.signs_clear_on(TODAY) == (hurt is not None), "left open they are asked again"
