"""The doorway: theme, commands, and what the app refuses to do."""

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from relax_coach.core.options import Options
from relax_coach.store.settings import Settings
from relax_coach.tui.app import RelaxCoachApp
from relax_coach.tui.screens.home import HomeScreen
from relax_coach.tui.screens.request import Request


async def test_no_color_shows_the_same_in_greys(
    open_app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app("breath-coherent", size=(120, 40)) as opened:
        assert opened.app.no_color
        assert opened.app.theme == "relax" and not opened.app.native_ansi_color
        await opened.go_to(18)
        strips = opened.app.screen._compositor.render_strips()
        assert "Breathe in" in opened.text and strips


async def test_the_palette_offers_the_keys_of_the_screen_and_nothing_that_writes(
    open_app: Any,
) -> None:
    async with open_app("breath-coherent") as opened:
        commands = list(opened.app.get_system_commands(opened.app.screen))
        titles = [command.title for command in commands]
        assert "Pause and go on" in titles and "End: asks once" in titles
        assert not {"Theme", "Screenshot", "Quit"} & set(titles)
        await next(one for one in commands if one.title == "Pause and go on").callback()
        assert opened.player.paused
        await opened.press("ctrl+p")
        assert opened.screen == "CommandPalette"


async def test_no_action_writes_a_file(
    open_app: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_app() as opened:
        await opened.app.run_action("app.screenshot('name', '.')")
    assert written(tmp_path) <= {"relax-coach-home"}


async def test_quit_in_a_session_asks_first(open_app: Any) -> None:
    async with open_app("breath-coherent") as opened:
        await opened.press("ctrl+q")
        assert "End here?" in opened.text


def test_the_first_picture_loads_no_screen_no_routine_and_no_sound() -> None:
    code = (
        "import sys, relax_coach.cli.play, relax_coach.tui.app;"
        "late = ('numpy', 'miniaudio', 'yaml', 'relax_coach.tui.screens', 'relax_coach.coach');"
        "print(sorted(set(late) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.usefixtures("asked_before", "clear_today")
async def test_a_key_that_came_before_the_first_screen_is_not_lost(open_app: Any) -> None:
    async with open_app(early="t") as opened:
        assert "of the eyebrow" in opened.said


async def test_what_goes_wrong_behind_the_first_picture_is_told_when_it_is_closed() -> None:
    wrong = ValueError("told afterwards")

    def choose() -> tuple[None, Request]:
        raise wrong

    app = RelaxCoachApp("relax", choose)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
    assert app.failure is wrong


def written(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


async def test_who_leaves_while_home_is_being_put_together_is_told_of_no_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def leaves(self: HomeScreen) -> None:
        self.app.exit(129)
        self.query_one("#what_is_gone_already")

    monkeypatch.setattr(HomeScreen, "on_mount", leaves)
    app = RelaxCoachApp(
        "relax", lambda: (None, Request(lambda: date(2026, 3, 1), Options(), Settings()))
    )
    async with app.run_test(size=(80, 24)) as pilot:
        while app.return_value is None:
            await pilot.pause()
    assert (app.return_value, app.return_code) == (129, 0)
