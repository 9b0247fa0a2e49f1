"""Where is it sore: a place is chosen, and told whole."""

from typing import Any

import pytest

from relax_coach.core.vocabulary import TARGETS


@pytest.mark.usefixtures("asked_before", "clear_today")
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (50, 20)])
async def test_the_place_under_the_cursor_is_told_to_its_end(
    open_app: Any, size: tuple[int, int]
) -> None:
    async with open_app("mini-massage", size=size) as opened:
        await opened.press("r")
        assert opened.screen == "SpotScreen"
        assert TARGETS["orbital_rim"].landmark.split(", ")[-1] in opened.said


@pytest.mark.usefixtures("asked_before", "clear_today")
async def test_home_tells_a_place_whole_where_rows_are_free(open_app: Any) -> None:
    async with open_app(size=(60, 30)) as opened:
        await opened.press("v", "v", "v", "v", "down")
        body = " ".join(line[:26].strip() for line in opened.text.splitlines())
        assert TARGETS["upper_trapezius"].landmark in " ".join(body.split())
