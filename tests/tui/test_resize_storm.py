"""A window that is dragged about: no size breaks a session, and the right picture comes back."""

import os
import random
from typing import Any

import pytest

SIZES = int(os.environ.get("RELAX_COACH_STORM", "40"))
"""By hand, once in a while: 300."""


@pytest.mark.usefixtures("clear_today")
async def test_many_sizes_in_a_session(open_app: Any) -> None:
    chance = random.Random(7)
    async with open_app("shoulders", yes=True, size=(120, 40)) as opened:
        await opened.go_to(100)
        before = await opened.at_last()
        for number in range(SIZES):
            await opened.pilot.resize_terminal(chance.randint(1, 200), chance.randint(1, 60))
            if number % 10 == 0:
                opened.look()
        await opened.pilot.resize_terminal(120, 40)
        assert await opened.at_last() == before
