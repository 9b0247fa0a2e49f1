"""The doorway: theme, commands, and what the app refuses to do."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


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


def test_the_first_picture_waits_neither_for_numpy_nor_for_the_sound_library() -> None:
    code = (
        "import sys, relax_coach.tui.app;"
        "print(sorted({'numpy', 'miniaudio', 'simpleaudio'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def written(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}
