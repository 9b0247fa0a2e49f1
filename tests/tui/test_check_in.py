"""What is asked before the first press: what is needed, once, and at most three keys."""

from datetime import date
from typing import Any

import pytest

from relax_coach import intake
from relax_coach.core.options import Options
from relax_coach.store import answers
from relax_coach.store.journal import Journal

TODAY = date(2026, 3, 1)
pytestmark = pytest.mark.usefixtures("asked_before")


async def test_three_keys_lead_to_the_first_press(open_app: Any) -> None:
    async with open_app("mini-massage") as opened:
        assert opened.screen == "SignsPage"
        assert "worst-ever headache" in opened.said
        assert "Never while driving or in the bath." in opened.said
        await opened.press("n")
        assert opened.screen == "SpotScreen"
        await opened.press("enter")
        assert opened.screen == "SidePage"
        await opened.press("l")
        assert opened.screen == "SessionScreen"
        span = next(span for span in opened.player.timeline.spans if span.step == 2)
        assert (span.target, span.side) == ("temple", "left")
        assert opened.stage.output.playing


@pytest.mark.parametrize(
    ("key", "sides", "kept"),
    [("r", {"right"}, "right"), ("b", {"both"}, "both"), ("e", {"left", "right"}, "each")],
)
async def test_a_side_is_one_key(open_app: Any, key: str, sides: set[str], kept: str) -> None:
    async with open_app("mini-massage") as opened:
        await opened.press("n", "enter", key)
        worked = {span.side for span in opened.player.timeline.spans if span.kind == "work"}
        assert worked == sides
    with Journal.read() as journal:
        assert [(one.spot, one.side) for one in journal.records()] == [("temple", kept)]


async def test_a_letter_goes_to_the_next_spot_that_begins_with_it(open_app: Any) -> None:
    async with open_app("mini-massage") as opened:
        await opened.press("n", "j", "j", "enter")
        assert "side where the jaw joint is" in opened.said


async def test_a_spot_in_the_middle_needs_no_side(open_app: Any) -> None:
    async with open_app("mini-massage") as opened:
        await opened.press("n", "f", "enter")
        assert opened.screen == "SessionScreen"
        assert "forehead" in {span.target for span in opened.player.timeline.spans}


async def test_what_was_given_is_not_asked(open_app: Any) -> None:
    async with open_app("mini-massage", options=Options(spot="masseter")) as opened:
        await opened.press("n")
        assert opened.screen == "SidePage"
    async with open_app("mini-massage", options=Options(spot="masseter", side="left")) as opened:
        assert opened.screen == "SessionScreen"


async def test_the_danger_signs_are_asked_once_a_day(open_app: Any) -> None:
    async with open_app("desk-break") as opened:
        await opened.press("n")
    async with open_app("desk-break") as opened:
        assert opened.screen == "SessionScreen"
    async with open_app("desk-break", today=lambda: date(2026, 3, 2)) as opened:
        assert opened.screen == "SignsPage"


async def test_several_signs_can_be_told(open_app: Any) -> None:
    async with open_app("shoulders", size=(80, 60)) as opened:
        await opened.press("y", "end", "space", *["up"] * 4, "space", "enter")
        assert opened.screen == "RefusedPage"
        assert "Wait with a massage until it is over." in opened.said
        assert "Let a doctor look at it soon." in opened.said


async def test_yes_spares_the_choices_but_not_the_danger_signs(open_app: Any) -> None:
    async with open_app("mini-massage", yes=True) as opened:
        assert opened.screen == "SignsPage"
        await opened.press("n")
        assert opened.screen == "SessionScreen"


async def test_breathing_alone_asks_nothing(open_app: Any) -> None:
    async with open_app("breath-coherent") as opened:
        assert opened.screen == "SessionScreen"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_a_danger_sign_ends_with_what_to_do(open_app: Any, size: tuple[int, int]) -> None:
    async with open_app("mini-massage", size=size) as opened:
        await opened.press("y")
        assert opened.screen == "SignsScreen"
        assert "A headache that came suddenly" in opened.said
        assert "Call your local emergency number now." in opened.said
        await opened.press(*["down"] * 12)
        assert "See a doctor today, before any massage." in opened.said
        await opened.press("enter")
        assert opened.screen == "RefusedPage"
        assert "New pain on one side of the neck or head" in opened.said
        await opened.press("enter")
    assert opened.app.return_value == 4
    assert not opened.stage.outputs
    async with open_app("mini-massage") as opened:
        assert opened.screen == "SignsPage", "a yes is asked again"


async def test_a_danger_sign_from_the_library_leads_back_to_it(open_app: Any) -> None:
    async with open_app() as opened:
        await opened.press("slash", *"desk", "enter", "enter", "y", "enter")
        assert "enter back" in opened.said
        await opened.press("enter")
        assert opened.screen == "LibraryScreen"
        await opened.press("q", "q")
    assert opened.app.return_value == 4


@pytest.mark.parametrize("keys", [["escape"], ["n", "escape"], ["n", "enter", "escape"]])
async def test_one_can_turn_back_at_every_question(open_app: Any, keys: list[str]) -> None:
    async with open_app("mini-massage") as opened:
        await opened.press(*keys)
    assert opened.app.return_value == 3
    assert not opened.stage.outputs


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_keys_of_a_question_are_always_seen(open_app: Any, size: tuple[int, int]) -> None:
    async with open_app("mini-massage", size=size) as opened:
        while "n reads on" in opened.said:
            await opened.press("n")
        assert "n no danger sign today" in opened.said
        await opened.press("n")
        assert "enter here" in opened.said
        await opened.press("enter")
        assert "l left r right b both" in opened.said


async def test_a_sign_told_earlier_holds_until_it_is_taken_back(open_app: Any) -> None:
    intake.keep_signs(frozenset({"thunderclap", "sore_temple"}), TODAY)
    async with open_app("shoulders", size=(120, 40)) as opened:
        assert "Earlier today you said yes to this: A headache that came suddenly" in opened.said
        await opened.press("y")
        assert "yes A headache that came suddenly" in opened.said
        await opened.press("end", "enter")
        assert opened.screen == "RefusedPage"
    assert answers.signs_on(TODAY) == {"thunderclap", "sore_temple"}


async def test_space_takes_back_and_enter_keeps_what_is_marked(open_app: Any) -> None:
    intake.keep_signs(frozenset({"after_blow", "fever"}), TODAY)
    async with open_app("shoulders") as opened:
        await opened.press("y", "space", "enter")
        assert opened.screen == "RefusedPage"
    assert answers.signs_on(TODAY) == {"fever"}


async def test_a_new_sign_is_taken_beside_those_told_before(open_app: Any) -> None:
    intake.keep_signs(frozenset({"knock"}), TODAY)
    async with open_app("breath-coherent") as opened:
        await opened.press("y", "home", "down", "down")
        assert "enter 1 marked and this one" in opened.said
        await opened.press("enter")
        assert opened.screen == "RefusedPage"
        assert "Call your local emergency number now." in opened.said
    assert answers.signs_on(TODAY) == {"knock", "stroke"}
