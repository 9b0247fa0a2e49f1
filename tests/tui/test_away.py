"""Back after the machine slept: the session stands, and asks how to go on."""

from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("clear_today")


@pytest.mark.parametrize(
    ("key", "second", "code"), [("space", 60, None), ("a", 43, None), ("q", 60, 3)]
)
async def test_after_the_machine_slept_it_asks_how_to_go_on(
    open_app: Any, key: str, second: float, code: int | None
) -> None:
    async with open_app("desk-break") as opened:
        await opened.go_to(60)
        await opened.press("question_mark")
        opened.stage.clock += 720
        opened.stage.output.position += 24_000
        opened.look()
        await opened.settle()
        assert "You were away for 12 minutes." in opened.said
        assert "Nothing of that time counts" in opened.said
        assert not opened.stage.output.playing
        await opened.press(key)
        assert opened.stage.output.position == second * 48_000
        assert opened.stage.output.playing == (code is None)
    assert opened.app.return_value == code
