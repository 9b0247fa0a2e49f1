"""What there is to learn, read on the full screen."""

from typing import Any

import pytest

from relax_coach.core.learn import TOPICS


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_a_question_is_chosen_and_read(open_app: Any, size: tuple[int, int]) -> None:
    async with open_app(size=size) as opened:
        await opened.press("l")
        assert opened.screen == "LearnScreen"
        assert "What causes spasms in the head" in opened.said
        await opened.press("down", "enter")
        assert "Cervical dystonia" in opened.said
        await opened.press("escape")
        assert TOPICS["spasms"].title in opened.said
        await opened.press("escape")
        assert opened.screen == ("LibraryScreen" if size[0] < 60 else "HomeScreen")


async def test_the_sources_stand_below(open_app: Any) -> None:
    async with open_app(size=(120, 60)) as opened:
        await opened.press("l")
        assert "1 What causes muscle spasms in head?, the article this program" in opened.said
