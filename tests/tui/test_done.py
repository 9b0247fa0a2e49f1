"""The quiet page after a session speaks of what was done."""

from typing import Any

import pytest

from relax_coach.core import safety


@pytest.mark.usefixtures("clear_today")
async def test_who_only_breathed_is_told_of_no_massage(open_app: Any) -> None:
    async with open_app("full-20", yes=True, size=(80, 40)) as opened:
        await opened.go_to(20)
        await opened.press("x", "q")
        await opened.settle()
        assert opened.screen == "DonePage"
        assert safety.AFTER not in opened.said and safety.AFTER_NECK not in opened.said
