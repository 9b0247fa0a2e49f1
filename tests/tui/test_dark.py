"""The screen goes dark and the session goes on."""

from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("clear_today")


async def test_b_makes_it_dark_and_light_again(open_app: Any) -> None:
    async with open_app("shoulders", yes=True) as opened:
        await opened.press("b")
        assert opened.text.split() == ["Dark.", "b", "brings", "the", "picture", "back."]
        assert opened.stage.output.playing
        await opened.press("space")
        assert "Paused" in opened.text and "volume" not in opened.text
        await opened.press("space", "b")
        assert "Shoulder unload" in opened.text and "volume" in opened.text


async def test_something_wrong_is_seen_in_the_dark_too(open_app: Any) -> None:
    async with open_app("shoulders", yes=True) as opened:
        await opened.press("b", "x")
        assert opened.screen == "StopPage"
        assert "Stop here. Hands off." in opened.said
