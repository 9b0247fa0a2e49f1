"""Keys by mouse and by palette: what a key does, and nothing besides."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from relax_coach.core import keys
from relax_coach.tui.widgets.foot import Foot
from relax_coach.tui.widgets.their_keys import TheirKey


def commands(opened: Any) -> list[str]:
    return [one.title for one in opened.app.get_system_commands(opened.app.screen)]


@pytest.mark.usefixtures("clear_today")
async def test_a_click_on_a_key_of_a_session_does_what_it_does_and_does_not_pause(
    open_app: Any,
) -> None:
    async with open_app("desk-break") as opened:
        await opened.click_on("s stay")
        assert not opened.player.paused
        await opened.click_on("n next")
        assert opened.player.moment.step == 1 and not opened.player.paused
        await opened.click_on("volume 8")
        assert not opened.player.paused
        await opened.click_on("space pause")
        assert opened.player.paused
        await opened.click_on("space go on")
        assert not opened.player.paused
        await opened.click_on("? help")
        assert opened.screen == "HelpPage"
        await opened.click_on("any key")
        await opened.click_on("x stop")
        assert opened.screen == "StopPage"
        await opened.click_on("space go on")
        assert opened.screen == "SessionScreen" and not opened.player.paused
        await opened.click_on("q end")
        assert opened.screen == "LeavePage"


@pytest.mark.usefixtures("clear_today")
async def test_the_library_can_be_used_with_the_mouse_alone(open_library: Any) -> None:
    async with open_library() as opened:
        await opened.click_on("l learn")
        assert opened.screen == "LearnScreen"
        await opened.click_on("enter read")
        await opened.click_on("esc back")
        await opened.click_on("esc back")
        await opened.click_on("/ search")
        assert isinstance(opened.app.focused, Input)
        await opened.press(*"coherent")
        await opened.click_on("F1 help")
        await opened.click_on("any key")
        await opened.click_on("enter list")
        await opened.click_on("enter start")
        assert opened.screen == "SessionScreen"
        await opened.click_on("q end")
        await opened.click_on("y end here")
        assert opened.screen == "LibraryScreen"


@pytest.mark.usefixtures("clear_today")
async def test_each_key_of_the_receiver_tells_what_it_does(open_app: Any) -> None:
    async with open_app("partner-seated", size=(120, 40), yes=True) as opened:
        opened.app.TOOLTIP_DELAY = 0.01
        await opened.press("n", "n", "y")
        await opened.click_on("s  10 seconds more")
        assert not opened.player.paused
        for key, one in zip("esx", opened.session.query(TheirKey), strict=True):
            told = keys.SESSION.of(key)
            assert told and isinstance(one.tooltip, Content), "text, not markup"
            await opened.pilot.hover(one)
            await opened.shows(" ".join(told.title.split()[:4]))


@pytest.mark.usefixtures("clear_today")
async def test_the_key_under_the_pointer_tells_what_it_does(open_app: Any) -> None:
    async def told(opened: Any, word: str) -> str:
        lines = opened.text.splitlines()
        y = max(number for number, line in enumerate(lines) if word in line)
        await opened.pilot.hover(offset=(lines[y].index(word), y))
        widget, _ = opened.app.screen.get_widget_at(lines[y].index(word), y)
        assert widget.tooltip is None or isinstance(widget.tooltip, Content), "text, not markup"
        return str(widget.tooltip)

    async with open_app("desk-break") as opened:
        assert await told(opened, "x stop") == "Something is wrong: stops, and says when to stop"
        assert await told(opened, "s stay") == "Stay: 10 more seconds here"
        assert await told(opened, "volume 8") == "None"
        await opened.press("b")
        await opened.pilot.hover(Foot, offset=(2, 0))
        assert opened.session.query_one(Foot).tooltip is None
    async with open_app() as opened:
        opened.app.TOOLTIP_DELAY = 0.01
        assert await told(opened, "any") == "Any time"
        assert await told(opened, "shoulders  chest") == keys.HOME.of("v").title
        assert await told(opened, "/ find") == keys.HOME.of("/").title
        await opened.shows("All routines: search, steps")


async def test_every_command_of_a_screen_is_in_its_palette_once(open_app: Any) -> None:
    async with open_app() as opened:
        for table in (keys.HOME, keys.LIBRARY):
            own = [key.title for key in table.all if key.action]
            assert sorted(commands(opened)) == sorted([*own, "Change the theme"])
            await opened.press("slash", "escape")


async def test_in_a_session_the_palette_starts_no_other(open_app: Any) -> None:
    async with open_app("breath-coherent") as opened:
        assert {key.title for key in keys.SESSION.all if key.action} < set(commands(opened))
        assert opened.app.screen.COMMANDS == Screen.COMMANDS
        assert not [one for one in commands(opened) if one.startswith("Start")]


@pytest.mark.usefixtures("clear_today")
async def test_a_routine_is_started_from_the_palette_and_its_title_is_text(
    open_app: Any, home: Path
) -> None:
    folder = home / "config" / "routines"
    folder.mkdir(parents=True)
    title = "[@click=app.quit]Zebra[/] [$accent]x"
    routine = {"format": 1, "title": title, "cautions": [], "steps": [{"rest": "10s"}]}
    (folder / "mine.yaml").write_text(yaml.safe_dump(routine), "utf-8")
    async with open_app(size=(100, 40)) as opened:
        await opened.press("ctrl+p", *"start zebra")
        await opened.shows(f"Start: {title}")
        strips = opened.app.screen._compositor.render_strips()
        metas = [part.style.meta for strip in strips for part in strip if part.style]
        assert not [meta for meta in metas if "@click" in meta]
        await opened.press("enter")
        for _ in range(50):
            if opened.screen == "SessionScreen":
                break
            await opened.settle()
        assert opened.player.timeline.title == title


async def test_another_theme_from_the_palette_lasts_until_the_end_and_writes_nothing(
    open_app: Any, home: Path
) -> None:
    async with open_app(size=(100, 40)) as opened:
        await opened.app.run_action("app.change_theme")
        await opened.press(*"relax-light")
        await opened.shows("relax-light")
        await opened.press("enter")
        await opened.settle()
        assert opened.app.theme == "relax-light"
    assert not (home / "config" / "config.toml").exists()
