"""Words of one's own are spoken before the session begins, and nobody has to wait for it."""

from pathlib import Path
from typing import Any

import pytest

from relax_coach.audio.voice.manifest import can_decode
from relax_coach.store.settings import Settings
from relax_coach.tui.screens.preparing import PreparingPage

SPOKEN = Settings(speaker="auto")
pytestmark = pytest.mark.skipif(not can_decode(), reason="NOT PLAYED: miniaudio is missing")


@pytest.fixture
def mine(tmp_path: Path) -> str:
    """A routine with words of its own."""
    path = tmp_path / "mine.yaml"
    path.write_text(
        "format: 1\ntitle: Mine\ncautions: []\nsteps:\n"
        "- {breathe: 4-6, times: 3, say: Think of the sea at home.}\n"
    )
    return str(path)


async def until_session(opened: Any) -> None:
    """The child processes answer in their own time."""
    for _ in range(2_000):
        if opened.screen == "SessionScreen":
            return await opened.settle()  # type: ignore[no-any-return]
        await opened.pilot.pause(0.01)
    raise AssertionError(f"still {opened.screen}")


async def test_where_nobody_can_speak_it_is_told_and_read(
    open_app: Any, mine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    async with open_app(mine, size=(120, 40), settings=SPOKEN) as opened:
        await until_session(opened)
        assert "has no voice here" in " ".join(opened.player.timeline.notes)


async def test_who_does_not_wait_begins_with_the_clips(
    open_app: Any, mine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "espeak-ng"
    slow.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "eSpeak NG 1.51" || exec sleep 60\n')
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    async with open_app(mine, size=(80, 24), settings=SPOKEN) as opened:
        for _ in range(500):
            if opened.screen == "PreparingPage":
                break
            await opened.pilot.pause(0.01)
        assert isinstance(opened.app.screen, PreparingPage)
        assert "The voice is made ready" in opened.said
        await opened.pilot.press("space")
        await until_session(opened)
