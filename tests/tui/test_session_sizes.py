"""What has room on the session's screen: at each size the picture, the words, the countdown."""

from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("clear_today")

CORNER = 6
"""The step of "shoulders" with the most to read."""


async def begin_work(opened: Any) -> None:
    """To the first second of the work on CORNER."""
    spans = opened.player.timeline.spans
    work = next(one for one in spans if one.step == CORNER and one.kind == "work")
    await opened.go_to(work.start / 1000 + 0.5)
    await opened.at_last()


@pytest.mark.parametrize("size", [(60, 20), (40, 12), (80, 24)])
async def test_the_work_begins_with_the_instruction(open_app: Any, size: tuple[int, int]) -> None:
    async with open_app("shoulders", yes=True, size=size) as opened:
        await begin_work(opened)
        rows = [row for row in opened.text.splitlines() if "Opposite" in row or "Where:" in row]
        assert "Opposite" in rows[0]
