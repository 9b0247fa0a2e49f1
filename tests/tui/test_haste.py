"""Keys that come too fast answer no question about safety: meant for another page, held, hammered.

A clock that the test moves stands for the hand: `typed` presses a key every so many seconds.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from relax_coach import coach, haste, intake
from relax_coach.core import safety
from relax_coach.core.conditions import LASTING
from relax_coach.core.record import STOPPED_SAFETY
from relax_coach.store import library
from relax_coach.store.journal import Journal

TODAY = date(2026, 3, 1)
pytestmark = pytest.mark.usefixtures("asked_before")


class Clock:
    now = 0.0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Clock]]:
    Clock.now = 0.0
    monkeypatch.setattr(haste, "SETTLED", 1.0)
    monkeypatch.setattr(haste, "monotonic", lambda: Clock.now)
    return Clock


async def typed(opened: Any, key: str, times: int, every: float) -> None:
    for _ in range(times):
        Clock.now += every
        await opened.press(key)


@pytest.mark.parametrize("every", [0.03, 0.3, 0.7])
async def test_a_key_held_or_hammered_denies_no_sign(
    open_app: Any, clock: Clock, every: float
) -> None:
    async with open_app("desk-break") as opened:
        await typed(opened, "n", 40, every)
        assert opened.screen == "SignsPage"
        assert safety.HURRIED in opened.said
        clock.now += 1.5
        await opened.press("n")
        assert opened.screen == "SessionScreen"


@pytest.mark.parametrize("key", ["n", "enter", "space", "y"])
async def test_a_key_held_answers_no_condition(
    open_app: Any, clock: Clock, key: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("RELAX_COACH_HOME", str(tmp_path))
    async with open_app("desk-break", size=(80, 60)) as opened:
        await typed(opened, key, 31, 0.7)
        assert opened.screen == "ConditionsScreen"
        assert "yes  " not in opened.text


async def test_what_to_do_now_stays_until_it_can_have_been_read(
    open_app: Any, clock: Clock
) -> None:
    async with open_app("desk-break") as opened:
        clock.now += 2
        await opened.press("y")
        clock.now += 2
        await typed(opened, "enter", 5, 0.2)
        assert opened.screen == "RefusedPage"
        assert "Call your local emergency number now." in opened.said


async def end(opened: Any) -> None:
    """After some massage, ended by the person."""
    for second in range(60, 100):
        await opened.go_to(second)
    await opened.press("q", "y")
    assert opened.screen == "DonePage"


@pytest.mark.usefixtures("clear_today")
async def test_an_early_yes_at_the_end_is_never_a_no(open_app: Any, clock: Clock) -> None:
    async with open_app("desk-break") as opened:
        await end(opened)
        clock.now += 0.6
        await opened.press("y")
        clock.now += 1.5
        await opened.press("enter")
        assert "y yes, something is wrong" in opened.said
        clock.now += 1.5
        await opened.press("y")
        assert opened.screen == "HurtPage"
        await typed(opened, "enter", 3, 0.2)
        assert opened.screen == "HurtPage"


@pytest.mark.usefixtures("clear_today")
@pytest.mark.parametrize(
    ("then", "ended"), [([], STOPPED_SAFETY), (["enter"] * 3, STOPPED_SAFETY), (["n"], "stopped")]
)
async def test_an_early_yes_counts_when_the_window_is_closed_over_it(
    open_app: Any, clock: Clock, then: list[str], ended: str
) -> None:
    async with open_app("desk-break") as opened:
        await end(opened)
        clock.now += 0.6
        await opened.press("y")
        assert safety.UNSURE in opened.said
        for key in then:
            clock.now += 1.5
            await opened.press(key)
    with Journal.read() as journal:
        assert journal.records()[0].ended == ended
    assert intake.rests(TODAY) is (ended == STOPPED_SAFETY)


@pytest.mark.usefixtures("clear_today")
async def test_the_question_left_open_is_asked_before_the_next_session(
    open_app: Any, clock: Clock
) -> None:
    async with open_app("desk-break") as opened:
        await end(opened)
    assert intake.asks(coach.routine_of(library.find("desk-break")), TODAY).signs


@pytest.mark.usefixtures("clear_today")
async def test_x_at_the_end_is_heard_at_once_and_no_is_not_hammered(
    open_app: Any, clock: Clock
) -> None:
    async with open_app("desk-break") as opened:
        await end(opened)
        await typed(opened, "q", 12, 0.3)
        assert opened.screen == "DonePage"
        await opened.press("x")
        assert opened.screen == "HurtPage"


async def test_a_gentler_session_is_read_before_it_begins(open_app: Any, clock: Clock) -> None:
    intake.keep_conditions({row.word: row.word == "pregnancy" for row in LASTING}, TODAY)
    async with open_app("shoulders") as opened:
        clock.now += 2
        await opened.press("n")
        await typed(opened, "enter", 10, 0.1)
        assert opened.screen == "LimitedPage"


@pytest.mark.parametrize("keys", [["n", "y"], ["n", "enter", "space", "y", "q"]])
async def test_keys_in_turn_are_hammered_too(open_app: Any, clock: Clock, keys: list[str]) -> None:
    async with open_app("desk-break") as opened:
        for _ in range(10):
            for key in keys:
                await typed(opened, key, 1, 0.6)
        assert opened.screen == "SignsPage"


async def test_a_question_that_is_not_on_the_screen_yet_is_not_answered(
    open_app: Any, clock: Clock
) -> None:
    async with open_app("desk-break") as opened:
        page = opened.app.screen
        page.haste = None
        clock.now += 2
        await opened.pilot.press("n")
        assert opened.screen == "SignsPage"
        page.haste = haste.Haste()
