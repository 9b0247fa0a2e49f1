"""The quiet page after a session speaks of what was done."""

from typing import Any

import pytest

from relax_coach.core import safety
from relax_coach.core.phrases import clock
from relax_coach.store.journal import Journal


@pytest.mark.usefixtures("clear_today")
async def test_who_only_breathed_is_told_of_no_massage(open_app: Any) -> None:
    async with open_app("full-20", yes=True, size=(80, 40)) as opened:
        await opened.go_to(20)
        await opened.press("x", "q")
        await opened.settle()
        assert opened.screen == "DonePage"
        assert safety.AFTER not in opened.said and safety.AFTER_NECK not in opened.said


@pytest.mark.usefixtures("clear_today")
async def test_the_key_for_something_wrong_means_it_on_the_last_page_too(open_app: Any) -> None:
    async with open_app("shoulders", yes=True, size=(80, 40)) as opened:
        await opened.go_to(100)
        await opened.go_to(101)
        await opened.press("x", "q")
        await opened.settle()
        assert opened.screen == "DonePage"
        await opened.press("x")
        assert opened.screen == "HurtPage"


@pytest.mark.usefixtures("clear_today")
async def test_after_the_stop_rules_todays_signs_are_asked_again(open_app: Any) -> None:
    async with open_app("shoulders", yes=True, size=(80, 40)) as opened:
        await opened.go_to(100)
        await opened.press("x")  # and then the window is closed
    async with open_app("shoulders", yes=True, size=(80, 40)) as opened:
        assert opened.screen == "SignsPage"


@pytest.mark.usefixtures("clear_today")
async def test_it_tells_the_same_time_as_the_journal(open_app: Any) -> None:
    async with open_app("shoulders", yes=True, size=(80, 40)) as opened:
        await opened.go_to(100)
        await opened.go_to(101)
        opened.stage.output.position += 24_000  # which no look has seen
        await opened.press("q", "y")
        assert "1:42, " in opened.said
    with Journal.read() as journal:
        assert clock(journal.records()[0].done) == "1:42"


@pytest.mark.usefixtures("clear_today")
async def test_a_slip_in_a_pause_leaves_it_paused(open_app: Any) -> None:
    async with open_app("shoulders", yes=True, size=(80, 40)) as opened:
        await opened.press("space", "x", "space")
        assert opened.player.paused
