"""Conditions and consent before a session, and the question after it, on the full screen."""

from datetime import date, timedelta
from typing import Any

import pytest

from relax_coach import intake
from relax_coach.core.conditions import CONDITIONS, LASTING, OF_RECEIVER, SIGNS
from relax_coach.store import answers
from relax_coach.store.lock import Lock

TODAY = date(2026, 3, 1)
BIG = (120, 40)
TOMORROW = TODAY + timedelta(days=1)


def down_to(word: str) -> list[str]:
    """The keys from the first question to that of `word`."""
    return ["down"] * [row.word for row in LASTING].index(word)


async def test_who_has_nothing_to_tell_presses_one_key_once(open_app: Any) -> None:
    async with open_app("shoulders", size=BIG) as opened:
        assert opened.screen == "ConditionsScreen"
        await opened.shows("n none of these")
        await opened.press("n")
        assert opened.screen == "SignsPage"
        await opened.press("n")
        assert opened.screen == "SessionScreen"
    async with open_app("shoulders", size=BIG, today=lambda: TOMORROW) as opened:
        assert opened.screen == "SignsPage", "conditions are remembered, signs are not"
    async with open_app("shoulders", size=BIG, today=lambda: TODAY + timedelta(days=31)) as opened:
        assert opened.screen == "ConditionsScreen"
        assert "Pregnant" in opened.said
        assert "Blood thinners" not in opened.said, "that is asked again after 90 days"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_nothing_is_denied_that_was_not_on_the_screen(
    open_app: Any, size: tuple[int, int]
) -> None:
    seen = ""
    async with open_app("shoulders", size=size) as opened:
        while opened.screen == "ConditionsScreen":
            await opened.shows("none of these")
            seen = opened.said
            await opened.press("n")
            assert ("none of these, read on" in seen) == (opened.screen == "ConditionsScreen")
        assert LASTING[-1].short in seen
        assert opened.screen == "SignsPage"


async def test_a_yes_is_told_its_reason_and_makes_the_session_gentler(open_app: Any) -> None:
    async with open_app("shoulders", size=BIG) as opened:
        await opened.press(*down_to("pregnancy"))
        assert "Two pressure points are left out as a precaution" in opened.said
        await opened.press("y")
        assert "yes Pregnant" in opened.said
        await opened.press("n", "n")
        assert opened.screen == "LimitedPage"
        assert "Pregnant: without" in opened.said
        await opened.press("enter")
        spans = opened.player.timeline.spans
        on_ridge = [span for span in spans if span.target == "upper_trapezius"]
        assert "static_press" not in {span.technique for span in on_ridge}
        assert max(span.pressure or 0 for span in on_ridge) == 3
        assert any(span.text.startswith("Lightly here. Pressure 3 of 10") for span in on_ridge)
    async with open_app("shoulders", size=BIG) as opened:
        assert opened.screen == "SessionScreen", "told once, it is only in the opening"
        assert "Pregnant: without" in opened.said


async def test_a_routine_that_was_never_shown_gentler_is_shown_so_first(open_app: Any) -> None:
    """Its answers came before: to another routine, or from the library."""
    holds = {row.word: row.word == "pregnancy" for row in LASTING}
    intake.keep_conditions(holds, TODAY)
    intake.keep_signs(frozenset(), TODAY)
    for name in ("shoulders", "pressure-points"):
        async with open_app(name, size=(80, 24)) as opened:
            assert opened.screen == "LimitedPage"
            assert "Pregnant: without" in opened.said
            await opened.press("enter")
        async with open_app(name, size=(80, 24)) as opened:
            assert opened.screen == "SessionScreen", "once"


@pytest.mark.usefixtures("clear_today")
async def test_what_is_left_out_is_told_before_what_is_wrong_with_the_sound(open_app: Any) -> None:
    intake.keep_conditions({row.word: row.word == "pregnancy" for row in LASTING}, TODAY)
    async with open_app("shoulders", size=(80, 24)) as opened:
        opened.stage.notes = ("No sound device was found: connect headphones.",)
        await opened.press("enter")
        assert "Pregnant: without" in opened.said


async def test_what_speaks_against_all_of_it_ends_with_what_to_do(open_app: Any) -> None:
    async with open_app("suboccipital", size=BIG) as opened:
        await opened.press(*down_to("clot"), "space", "n", "n")
        assert opened.screen == "RefusedPage"
        assert "Ask a doctor or physiotherapist before a massage." in opened.said
        assert not Lock.held, "it is no session: other windows may write"
        assert "Breathing stays open" in opened.said
        await opened.press("enter")
    assert opened.app.return_value == 4
    async with open_app("breath-coherent", size=BIG) as opened:
        assert opened.screen == "SessionScreen"


async def test_from_fifty_on_a_sore_temple_is_a_doctors(open_app: Any) -> None:
    async with open_app("jaw", size=BIG) as opened:
        await opened.press("y", "n")
        assert "jaw pain on chewing?" in opened.said
        await opened.press("y", "up", "enter")
        assert opened.screen == "RefusedPage"
        assert "See a doctor today, before any massage." in opened.said
    assert not opened.stage.outputs


async def test_the_library_tells_what_is_open(open_library: Any) -> None:
    holds = {row.word: row.word == "injury" for row in LASTING}
    intake.keep_conditions(holds, TODAY)
    async with open_library(size=BIG) as opened:
        assert "not for you now" in opened.said
        await opened.press("c", *down_to("injury"))
        assert "yes Head or neck hurt" in opened.said
        await opened.press("y", "n")
        assert opened.screen == "LibraryScreen"
        assert "not for you now" not in opened.said
    assert answers.held_conditions(TODAY) == frozenset()


@pytest.mark.parametrize(
    "keys", [["escape"], ["n", "escape"], ["n", "n", "escape"], ["n", "n", "n"]]
)
async def test_nothing_happens_to_a_receiver_without_their_yes(
    open_app: Any, keys: list[str]
) -> None:
    async with open_app("partner-seated", size=BIG) as opened:
        assert opened.screen == "ConditionsScreen"
        assert "does any of this hold for them?" in opened.said
        await opened.press(*keys)
    assert opened.app.return_value == 3
    assert not opened.stage.outputs


async def test_a_receiver_is_asked_anew_and_has_three_keys(open_app: Any) -> None:
    async with open_app("partner-seated", size=BIG) as opened:
        await opened.press("n")
        assert "Ask them, each time anew." in opened.said
        await opened.press("n")
        assert "Agree on the word stop" in opened.said
        await opened.press("y")
        assert opened.screen == "SessionScreen"
        assert all(f" {key} " in opened.said for key in ("softer", "10 seconds more", "stop"))
    assert not answers.signs_clear_on(TODAY)
    assert len(answers.open_conditions(TODAY)) == len(LASTING)
    async with open_app("partner-seated", size=BIG) as opened:
        assert opened.screen == "ConditionsScreen"
        await opened.press(*["down"] * [row.word for row in OF_RECEIVER].index("vessels"), "y")
        await opened.press("n", "n")
        assert "bad artery: without" in opened.said


@pytest.mark.usefixtures("clear_today")
async def test_the_question_at_the_end_is_not_answered_before_it_was_seen(open_app: Any) -> None:
    async with open_app("shoulders", size=(40, 12)) as opened:
        await opened.press("x", "q")
        assert "sharp pain now?" not in opened.said
        presses = 0
        while "sharp pain now?" not in opened.said:
            await opened.press("down" if presses % 2 else "n")
            assert opened.screen == "DonePage"
            presses += 1
            assert presses < 40
        await opened.press("y")
        assert opened.screen == "HurtPage"


async def test_infected_hands_massage_nobody(open_app: Any) -> None:
    intake.keep_conditions({row.word: row.word == "hands" for row in LASTING}, TODAY)
    async with open_app("partner-seated", size=BIG) as opened:
        assert opened.screen == "RefusedPage", "before the receiver is asked in vain"


async def test_a_sign_told_today_is_held_until_it_is_denied(open_app: Any) -> None:
    intake.keep_conditions(dict.fromkeys((row.word for row in LASTING), False), TODAY)
    async with open_app("jaw", size=BIG) as opened:
        await opened.press("y", "enter", "enter")
    async with open_app(size=BIG) as opened:
        assert "not for you now" in opened.said
    async with open_app("jaw", size=BIG) as opened:
        assert "Earlier today you said yes to this" in opened.said
        await opened.press("n")
        assert opened.screen == "SessionScreen"


@pytest.mark.usefixtures("clear_today")
async def test_something_wrong_at_the_end_rests_for_the_day(open_app: Any) -> None:
    async with open_app("shoulders", size=BIG) as opened:
        await opened.go_to(100)
        await opened.go_to(101)
        opened.stage.output.ended = True
        opened.look()
        await opened.settle()
        assert "new severe neck pain or headache" in opened.said
        await opened.press("y")
        assert "Rest now. Hands off." in opened.said
        assert answers.hurt_on(TODAY), (
            "kept before the page is read: who is dizzy may leave it there"
        )
        await opened.press("enter")
    assert opened.app.return_value == 0
    async with open_app("shoulders", size=BIG) as opened:
        assert opened.screen == "RefusedPage"
        assert CONDITIONS["hurt_today"].reason[:10] in opened.said
    intake.keep_signs(frozenset(), TOMORROW)
    async with open_app("shoulders", size=BIG, today=lambda: TOMORROW) as opened:
        assert opened.screen == "SessionScreen"


@pytest.mark.usefixtures("clear_today")
async def test_a_yes_is_kept_when_one_goes_back_from_what_was_told(open_app: Any) -> None:
    async with open_app(size=BIG) as opened:
        await opened.press("c", *down_to("pregnancy"), "y", "escape")
        assert "pregnancy" in answers.held_conditions(TODAY)
        await opened.press("c", *down_to("pregnancy"), "y", "escape")
        assert "pregnancy" not in answers.held_conditions(TODAY)


@pytest.mark.usefixtures("asked_before")
@pytest.mark.parametrize("size", [(80, 24), (60, 20), (46, 24), (66, 16)])
async def test_what_a_sign_means_is_read_whole_in_small_windows(
    open_app: Any, size: tuple[int, int]
) -> None:
    longest = max(range(len(SIGNS)), key=lambda n: len(SIGNS[n].reason))
    async with open_app("jaw", size=size) as opened:
        await opened.press("y", *["down"] * longest)
        assert SIGNS[longest].reason[-30:] in opened.said


@pytest.mark.usefixtures("clear_today")
async def test_a_list_that_was_open_over_midnight_asks_the_signs_of_the_new_day(
    open_library: Any,
) -> None:
    days = [TODAY]
    async with open_library(size=BIG, today=lambda: days[-1]) as opened:
        days.append(TOMORROW)
        await opened.press("slash", *"suboccipital", "enter", "enter")
        assert opened.screen == "SignsPage"
