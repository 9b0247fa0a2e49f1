"""The library: find, read, start."""

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import OptionList

BROKEN = "format: 1\ntitle: My broken one\ncautions: []\nsteps:\n  - target: throat\n"


def titles(opened: Any) -> list[str]:
    return [row.entry.name for row in opened.app.screen.found]


@pytest.mark.usefixtures("asked_before")
async def test_search_as_you_type_and_start(open_library: Any) -> None:
    async with open_library() as opened:
        assert "mini-massage" in titles(opened)
        await opened.press("slash", *"desk-b")
        assert titles(opened) == ["desk-break"]
        assert "Desk break" in opened.text
        await opened.press("enter", "enter")
        assert opened.screen == "SignsPage"
        await opened.press("n")
        assert opened.player.timeline.name == "desk-break"


async def test_while_one_types_the_foot_names_no_letters(open_app: Any) -> None:
    async with open_app() as opened:
        await opened.press("slash", *"desk")
        assert "enter list ↑ ↓ choose esc all F1 help" in opened.said
        assert "? help" not in opened.said and "q back" not in opened.said
        await opened.press("down")
        assert opened.app.screen.query_one(OptionList).highlighted == 1
        await opened.press("up", "enter")
        assert "enter start / search ? help q back" in opened.said


async def test_a_search_that_finds_nothing_says_so_and_escape_shows_all(open_library: Any) -> None:
    async with open_library() as opened:
        await opened.press("slash", *"zzz")
        assert titles(opened) == []
        assert "Nothing fits." in opened.text
        await opened.press("enter", "escape")
        assert len(titles(opened)) >= 4
        assert isinstance(opened.app.focused, OptionList)


async def test_the_details_tell_all_there_is_to_know(open_library: Any) -> None:
    async with open_library(size=(120, 120)) as opened:
        await opened.press("slash", *"desk-b", "enter")
        for expected in (
            "Desk break",
            "4:35 · 7 steps · sitting at a desk",
            "0:40 Knead the shoulder left, right",
            "Pregnant: leave out the points",
            "Never while driving",
            "Sitting stretches, Mayo Clinic Community Health, 2025",
            "Relax Coach maintainers, CC-BY-4.0",
            "Relax Coach is no medical advice",
        ):
            assert expected in opened.said


@pytest.mark.usefixtures("clear_today")
async def test_where_the_details_have_no_room_they_are_a_page(open_library: Any) -> None:
    async with open_library(size=(40, 12)) as opened:
        await opened.press("slash", *"desk-b", "enter", "tab")
        assert opened.screen == "DetailsPage"
        assert "4:35 · 7 steps" in opened.said
        opened.app.screen.page.scroll_end(animate=False)
        await opened.shows("no medical advice")
        await opened.press("tab")
        assert opened.screen == "LibraryScreen"
        await opened.press("question_mark")
        opened.app.screen.page.scroll_to(y=6, animate=False)
        await opened.settle()
        await opened.click_on("tab ")
        await opened.click_on("esc back")
        assert opened.screen == "LibraryScreen"
        await opened.press("tab", "enter")
        assert opened.player.timeline.name == "desk-break"


async def test_where_they_have_room_tab_leads_there_and_back(open_library: Any) -> None:
    async with open_library(size=(80, 24)) as opened:
        await opened.press("tab")
        assert opened.app.focused.id == "details"
        await opened.press("tab")
        assert isinstance(opened.app.focused, OptionList)


async def test_a_broken_file_is_listed_with_its_first_problem(
    open_library: Any, home: Path
) -> None:
    folder = home / "config" / "routines"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text(BROKEN, "utf-8")
    async with open_library(size=(120, 40)) as opened:
        await opened.press("slash", *"mine", "enter")
        assert "mine: line 5" in opened.text
        assert "cannot be played" in opened.text
        await opened.press("enter")
        assert opened.screen == "LibraryScreen"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_list_and_keys_are_seen_at_every_size(
    open_library: Any, size: tuple[int, int]
) -> None:
    async with open_library(size=size) as opened:
        assert "16:02  Bedtime wind-down" in opened.text
        leaves = "leave" if size[0] < 60 else "back"
        assert f"enter start / search ? help q {leaves}" in opened.said
        details = opened.app.screen.query_one("#details")
        assert details.display == (size[0] >= 60)


async def test_leaving_without_a_session_is_zero(open_library: Any) -> None:
    async with open_library() as opened:
        await opened.press("q", "q")
    assert opened.app.return_value == 0


@pytest.mark.parametrize(("keys", "code"), [(["q", "y"], 3), (["x", "q", "n"], 4)])
async def test_leaving_tells_how_the_last_session_ended(
    open_library: Any, keys: list[str], code: int
) -> None:
    async with open_library() as opened:
        await opened.press("slash", *"coherent", "enter", "enter")
        assert opened.screen == "SessionScreen"
        await opened.press(*keys)
        assert opened.screen == "LibraryScreen"
        assert opened.stage.output.closed
        await opened.press("q")
        assert opened.screen == "HomeScreen"
        await opened.press("q")
    assert opened.app.return_value == code


async def test_help_shows_the_keys_and_any_key_leaves(open_library: Any) -> None:
    async with open_library() as opened:
        await opened.press("question_mark")
        assert "show all again" in opened.said
        await opened.press("j")
        assert opened.screen == "LibraryScreen"
