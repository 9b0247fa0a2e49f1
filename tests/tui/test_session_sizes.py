"""What has room on the session's screen: at each size the picture, the words, the countdown."""

from typing import Any

import pytest

from relax_coach.tui.widgets.clock import Clock
from relax_coach.tui.widgets.drawing import Drawing, fitting
from relax_coach.tui.widgets.guide import MORE, Guide

pytestmark = pytest.mark.usefixtures("clear_today")

CORNER = 6
"""The step of "shoulders" with the most to read."""
INSTRUCTION = "Opposite hand over the left shoulder,"


async def begin_work(opened: Any) -> None:
    """To the first second of the work on CORNER."""
    spans = opened.player.timeline.spans
    work = next(one for one in spans if one.step == CORNER and one.kind == "work")
    await opened.go_to(work.start / 1000 + 0.5)
    await opened.at_last()


def picture(opened: Any) -> int:
    return fitting(*opened.session.query_one(Drawing).size)


@pytest.mark.parametrize(("size", "width"), [((50, 25), 20), ((60, 30), 24), ((60, 24), 20)])
async def test_picture_and_big_digits_stand_over_the_whole_text(
    open_app: Any, size: tuple[int, int], width: int
) -> None:
    async with open_app("shoulders", yes=True, size=size) as opened:
        await begin_work(opened)
        assert picture(opened) == width
        assert "██  ██" in opened.text and "remaining" in opened.text
        assert INSTRUCTION in opened.said and "pressure 5 of 10" in opened.said
        assert "and not on the spine." in opened.said and MORE not in opened.text


async def test_a_low_screen_gives_its_rows_to_the_text(open_app: Any) -> None:
    async with open_app("shoulders", yes=True, size=(60, 20)) as opened:
        await begin_work(opened)
        clock = opened.session.query_one(Clock).region
        assert opened.session.query_one(Guide).size.height == 12
        assert clock.bottom == opened.session.query_one("#foot").region.y, "no row is left over"


@pytest.mark.parametrize("size", [(60, 20), (40, 12), (80, 24)])
async def test_the_work_begins_with_the_instruction(open_app: Any, size: tuple[int, int]) -> None:
    async with open_app("shoulders", yes=True, size=size) as opened:
        await begin_work(opened)
        rows = [row for row in opened.text.splitlines() if "Opposite" in row or "Where:" in row]
        assert "Opposite" in rows[0]


@pytest.mark.parametrize("size", [(80, 24), (100, 32)])
async def test_a_row_stands_between_the_text_and_the_countdown(
    open_app: Any, size: tuple[int, int]
) -> None:
    async with open_app("shoulders", yes=True, size=size) as opened:
        await begin_work(opened)
        clock = opened.session.query_one(Clock).region
        rows = [row[clock.x :].strip() for row in opened.text.splitlines()]
        assert not rows[rows.index("remaining") - 1]


@pytest.mark.parametrize(
    ("size", "width"), [((120, 40), 40), ((139, 50), 40), ((140, 43), 40), ((140, 44), 60)]
)
async def test_only_a_very_large_screen_has_the_largest_picture(
    open_app: Any, size: tuple[int, int], width: int
) -> None:
    async with open_app("shoulders", yes=True, size=size) as opened:
        await begin_work(opened)
        assert picture(opened) == width


async def test_the_layouts_come_back_in_any_order(open_app: Any) -> None:
    sizes = [(60, 30), (120, 40), (50, 25), (40, 60), (140, 44), (60, 20), (80, 24), (40, 12)]
    async with open_app("shoulders", yes=True, size=(120, 40)) as opened:
        await begin_work(opened)
        seen: dict[tuple[int, int], str] = {}
        for size in (*sizes, *sizes[::-1], *sizes[::3]):
            await opened.pilot.resize_terminal(*size)
            text = await opened.at_last()
            assert seen.setdefault(size, text) == text, size


async def test_beside_a_press_no_word_of_the_countdown_is_cut(open_app: Any) -> None:
    async with open_app("mini-massage", yes=True, size=(60, 20)) as opened:
        await opened.go_to(51)
        assert "● CIRCLE" in opened.text and "remain" not in opened.text
        await opened.press("space")
        assert "PAUSED" in opened.text
