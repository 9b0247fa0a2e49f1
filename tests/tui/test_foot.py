"""The bottom of a session: what was just told."""

from typing import Any

import pytest

from relax_coach.tui.widgets import foot

pytestmark = pytest.mark.usefixtures("clear_today")


async def test_a_sentence_fades_and_goes(open_app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foot, "GOES", 0.001)
    async with open_app("desk-break") as opened:
        await opened.go_to(90)
        await opened.press("s")
        assert opened.stage.output.scores == 1
        assert "10 more seconds here." not in opened.text
