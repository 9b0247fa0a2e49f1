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
