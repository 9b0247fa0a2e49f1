"""What is suited to the person is said in a line each, and each can be refused."""

from datetime import UTC, datetime
from typing import Any

import pytest

from relax_coach.core.options import Options
from relax_coach.core.record import Event
from relax_coach.store.journal import Journal

pytestmark = pytest.mark.usefixtures("clear_today")
LEFT = Options(side="left")


def sides(opened: Any) -> list[str]:
    """The sides of the work, as they follow each other."""
    spans = opened.player.timeline.spans
    worked = [span.side for span in spans if span.kind == "work" and span.side in ("left", "right")]
    return [one for n, one in enumerate(worked) if n == 0 or worked[n - 1] != one]


def first_pressure(opened: Any) -> int:
    spans = opened.player.timeline.spans
    return next(
        span.pressure for span in spans if span.target == "upper_trapezius" and span.pressure
    )


async def test_where_there_is_nothing_to_tell_it_does_not_come(open_app: Any) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await opened.press("enter")
        assert opened.screen == "SessionScreen"


@pytest.mark.parametrize(("keys", "lighter"), [(["enter"], 1), (["1", "enter"], 0), (["n"], 0),
                                               (["1", "1", "enter"], 1)])  # fmt: skip
async def test_it_begins_lighter_where_it_is_tight_unless_that_is_refused(
    open_app: Any, keys: list[str], lighter: int
) -> None:
    async with open_app("shoulders") as opened:
        usual = first_pressure(opened)
    async with open_app("shoulders", check_in=True) as opened:
        await opened.press("3", "8", "2")
        assert "1 yes It is tight: each place begins one level lighter." in opened.said
        assert "side twice" not in opened.said
        await opened.press(*keys)
        assert first_pressure(opened) == usual - lighter


async def test_the_sore_side_comes_first_and_twice_if_that_is_wanted(open_app: Any) -> None:
    async with open_app("shoulders", check_in=True, size=(120, 40)) as opened:
        await opened.press("v", "v", "v", "v", "down", "space", "space", "enter")
        assert "The right side comes first." in opened.said
        assert "t side twice" in opened.said and "two turns" not in opened.said
        await opened.press("t")
        assert "The right side has two turns" in opened.said
        await opened.press("t")
        assert "two turns" not in opened.said
        await opened.press("enter")
        assert sides(opened)[0] == "right"


async def test_the_left_side_is_first_anyway_and_twice_if_that_is_wanted(open_app: Any) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await opened.press("v", "v", "v", "v", "down", "space", "enter")
        assert "It is done as it is written." in opened.said and "t side twice" in opened.said
        await opened.press("t")
        assert "1 yes The left side has two turns" in opened.said
        await opened.press("enter")
        found = sides(opened)
        assert found[0] == "left" and found.count("left") > found.count("right")


async def test_a_side_that_comes_once_in_any_case_is_no_question(open_app: Any) -> None:
    async with open_app("shoulders", check_in=True, options=LEFT) as opened:
        await opened.press("enter")
        assert opened.screen == "SessionScreen"


async def test_what_was_eased_last_time_is_told_and_taken(open_app: Any) -> None:
    with Journal.write() as journal:
        eased = {"routine": "shoulders", "eased": {"upper_trapezius": 1}}
        journal.append([Event("s", 1, "begin", eased, datetime(2026, 2, 1, tzinfo=UTC))])
    async with open_app("shoulders", check_in=True) as opened:
        await opened.press("enter")
        assert "Lighter here, as last time: top of the shoulder." in opened.said
        await opened.click_on("1 yes")
        assert "1 no" in opened.said
        await opened.press("escape")
        assert opened.screen == "CheckInScreen"
        await opened.press("escape")
    assert opened.app.return_value == 3


async def test_back_leads_to_what_was_said_and_forth_again(open_app: Any) -> None:
    async with open_app("headband", check_in=True) as opened:
        await opened.press("down", "space", "6", "8", "3")
        assert opened.screen == "AdaptedPage"
        await opened.press("escape")
        assert opened.screen == "CheckInScreen"
        assert all(one in opened.said for one in ("Pain 6", "Tightness 8", "Stress 3"))
        assert "left " in opened.said
        await opened.press("backspace", "9")
        assert opened.screen == "AdaptedPage"


async def test_a_digit_without_a_line_does_nothing(open_app: Any) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await opened.press("0", "7", "0", "9", "0", "x")
        assert opened.screen == "AdaptedPage" and "1 yes" in opened.said


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_its_keys_are_seen(open_app: Any, size: tuple[int, int]) -> None:
    async with open_app("shoulders", check_in=True, size=size) as opened:
        await opened.press("0", "7", "0")
        assert "enter begin so" in opened.said and "n none of it" in opened.said
