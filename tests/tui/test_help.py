"""The help: every key beside what it does."""

from typing import Any

import pytest

from relax_coach.core import keys

SIZES = [(60, 20), (80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES)
async def test_what_a_key_does_stands_in_a_column_of_its_own(
    open_app: Any, size: tuple[int, int]
) -> None:
    async with open_app(size=size) as opened:
        await opened.press("question_mark")
        lines = opened.text.splitlines()
        found = [
            line.index(key.does[:9])
            for key in keys.HOME.all
            for line in lines
            if f"  {key.does[:9]}" in line
        ]
        assert len(found) > 4 and len(set(found)) == 1
        assert any("first letter  choose a place" in line for line in lines)


@pytest.mark.usefixtures("clear_today")
async def test_a_click_on_a_row_does_what_its_key_does(open_app: Any) -> None:
    async with open_app("desk-break", size=(60, 20)) as opened:
        await opened.press("f1")
        await opened.click_on("softer")
        assert opened.screen == "SessionScreen" and opened.player.balance.volume == 7
        await opened.press("f1")
        opened.app.screen.page.scroll_page_down(animate=False)
        await opened.settle()
        await opened.click_on("end: asks once")
        assert opened.screen == "LeavePage"


@pytest.mark.usefixtures("clear_today")
async def test_a_click_beside_the_rows_only_leaves(open_app: Any) -> None:
    async with open_app("desk-break", size=(80, 60)) as opened:
        for text in ("a click does it too", "the same, anywhere", "help: the keys", "Good to know",
                     "any key"):  # fmt: skip
            await opened.press("f1")
            await opened.click_on(text)
            assert opened.screen == "SessionScreen" and not opened.player.paused


async def test_the_palette_and_the_end_can_be_reached_by_mouse(open_app: Any) -> None:
    async with open_app(size=(80, 40)) as opened:
        await opened.press("f1")
        await opened.click_on("choose a place by its name")
        assert opened.screen == "HomeScreen"
        await opened.press("f1")
        await opened.click_on("drawing: face")  # in the middle of a row, in its first line
        assert opened.app.screen.pointer.chart.name == "left"
        await opened.press("f1")
        await opened.click_on("all commands")
        assert opened.screen == "CommandPalette"


async def test_a_row_is_clicked_in_each_of_its_lines(open_app: Any) -> None:
    async with open_app(size=(60, 40)) as opened:
        await opened.press("f1")
        await opened.click_on("shoulders, chest, hands")
        assert opened.app.screen.pointer.chart.name == "left"
