"""How it is before a session: three keys, or one that skips them, and a place to point at."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from relax_coach import haste, intake
from relax_coach.core import safety
from relax_coach.core.check_in import CheckIn
from relax_coach.core.conditions import CONDITIONS
from relax_coach.core.options import Options
from relax_coach.core.record import Ratings
from relax_coach.tui.screens.check_in import CheckInScreen

TODAY = date(2026, 3, 1)
pytestmark = pytest.mark.usefixtures("clear_today")


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[CheckIn | None]]:
    """What the screen was dismissed with."""
    given: list[CheckIn | None] = []
    dismiss = CheckInScreen.dismiss

    def kept(screen: CheckInScreen, result: CheckIn | None = None) -> Any:
        given.append(result)
        return dismiss(screen, result)

    monkeypatch.setattr(CheckInScreen, "dismiss", kept)
    yield given


Answers = list[CheckIn | None]


async def test_three_keys_say_it_and_lead_on(open_app: Any, answers: Answers) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        assert opened.screen == "CheckInScreen"
        assert "0 none … 10 the worst you can imagine" in opened.said
        await opened.press("6")
        assert "Pain 6" in opened.said and "› Tightness" in opened.said
        await opened.press("t")
        assert "Tightness 10" in opened.said
        await opened.press("0")
        assert answers == [CheckIn(before=Ratings(6, 10, 0))]


@pytest.mark.parametrize(("keys", "before"), [
    (["enter"], Ratings()),
    (["4", "enter"], Ratings(pain=4)),
    (["4", "9", "backspace", "3", "enter"], Ratings(4, 3)),
    (["4", "backspace", "backspace", "enter"], Ratings()),
    (["x", "up", "7", "enter"], Ratings(pain=7)),
])  # fmt: skip
async def test_enter_goes_on_with_what_was_said(
    open_app: Any, answers: Answers, keys: list[str], before: Ratings
) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await opened.press(*keys)
        assert opened.screen == "SessionScreen"
        assert answers[0] and answers[0].before == before


async def test_escape_turns_back(open_app: Any) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await opened.press("5", "escape")
    assert opened.app.return_value == 3
    assert not opened.stage.outputs


async def test_it_comes_after_the_danger_signs(open_app: Any) -> None:
    intake.keep_conditions(dict.fromkeys(CONDITIONS, False), TODAY)
    async with open_app(
        "shoulders", check_in=True, today=lambda: TODAY + timedelta(days=1)
    ) as opened:
        assert opened.screen == "SignsPage"
        await opened.press("n")
        assert opened.screen == "CheckInScreen"


async def test_a_number_can_be_clicked_in_any_row(open_app: Any, answers: Answers) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await opened.click_on(" 8  9")  # the lowest row, after which all was said
        assert answers == [CheckIn(before=Ratings(stress=8))]


async def test_what_is_pointed_at_is_not_asked_again(open_app: Any, answers: Answers) -> None:
    async with open_app("mini-massage", check_in=True) as opened:
        await opened.press("down", "space", "5", "5", "5")
        assert opened.screen == "AdaptedPage"
        await opened.press("enter")
        assert answers == [CheckIn("temple", "left", Ratings(5, 5, 5))]
        span = next(span for span in opened.player.timeline.spans if span.step == 2)
        assert (span.target, span.side) == ("temple", "left")


async def test_what_was_not_pointed_at_is_asked_as_before(open_app: Any) -> None:
    async with open_app("mini-massage", check_in=True) as opened:
        await opened.press("enter")
        assert opened.screen == "SpotScreen"
        await opened.press("enter")
        assert opened.screen == "SidePage"


async def test_a_place_that_is_no_sore_spot_is_asked_for(open_app: Any, answers: Answers) -> None:
    async with open_app("mini-massage", check_in=True) as opened:
        await opened.press("v", "v", "v", "v", "v", "v", "down", "enter")
        assert answers[0] and answers[0].spot == "li4_hegu"
        assert opened.screen == "SpotScreen"


async def test_the_place_of_the_command_line_is_marked_and_can_be_changed(open_app: Any) -> None:
    options = Options(spot="masseter", side="right")
    async with open_app("mini-massage", check_in=True, options=options) as opened:
        assert "right jaw muscle" in opened.said
        await opened.press("space", "enter")
        assert opened.screen == "SessionScreen"
        spans = opened.player.timeline.spans
        assert {span.side for span in spans if span.target == "masseter"} == {"right"}, (
            "both is only where nobody named a side"
        )
    async with open_app("mini-massage", check_in=True, options=options) as opened:
        await opened.press("space", "space", "enter", "enter")
        spans = opened.player.timeline.spans
        assert {span.side for span in spans if span.target == "masseter"} == {"left"}


async def test_home_hands_on_what_is_pointed_at(open_app: Any, answers: Answers) -> None:
    async with open_app(check_in=True) as opened:
        await opened.press("t", "space", "space", "enter")
        assert opened.screen == "CheckInScreen"
        assert "right temple" in opened.said
        await opened.press("enter")
        assert answers == [CheckIn("temple", "right")]


async def test_breathing_has_no_place(open_app: Any, answers: Answers) -> None:
    async with open_app("breath-coherent", check_in=True) as opened:
        assert "▀" not in opened.text and "Point" not in opened.said
        await opened.press("1", "2", "7")
        assert opened.screen == "SessionScreen"
        assert answers == [CheckIn(before=Ratings(1, 2, 7))]


async def test_nobody_is_asked_who_wants_no_questions(open_app: Any, answers: Answers) -> None:
    async with open_app("shoulders", check_in=True, yes=True) as opened:
        assert opened.screen == "SessionScreen"


async def test_nothing_is_asked_of_who_is_massaged(open_app: Any, answers: Answers) -> None:
    async with open_app("partner-seated", check_in=True, size=(120, 40)) as opened:
        await opened.press("n", "n", "y")
        assert opened.screen == "SessionScreen"
        assert not answers


@pytest.mark.parametrize("size", [(59, 40), (80, 12), (40, 12), (34, 10)])
async def test_without_room_for_the_drawing_there_are_the_rows(
    open_app: Any, size: tuple[int, int]
) -> None:
    async with open_app("shoulders", check_in=True, size=size) as opened:
        assert "▀" not in opened.text
        await opened.press("3")
        assert all(one in opened.said for one in ("Pain 3", "Tightness", "Stress", "enter go on"))
        assert "Where is it tight?" in opened.said
        await opened.press("down", "space")
        assert "left " in opened.said, "the place is chosen by its name there, and its side"


async def test_without_colours_the_number_and_the_row_are_seen(
    open_app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app("shoulders", check_in=True) as opened:
        await opened.press("6")
        assert "[6]" in opened.said and "Pain 6" in opened.said and "› Tightness" in opened.said


@pytest.mark.parametrize(("every", "key"), [(0.03, "5"), (0.25, "t"), (0.7, "enter")])
async def test_keys_meant_for_the_page_before_say_nothing(
    open_app: Any, monkeypatch: pytest.MonkeyPatch, answers: Answers, every: float, key: str
) -> None:
    """Held, hammered or doubled; the first one for this page counts at once."""
    clock = 0.0
    monkeypatch.setattr(haste, "SETTLED", 1.0)
    monkeypatch.setattr(haste, "SEEN", 0.3)
    monkeypatch.setattr(haste, "monotonic", lambda: clock)
    async with open_app("shoulders", check_in=True) as opened:
        clock += 0.1
        for _ in range(20):
            await opened.press(key)
            clock += every
        assert opened.screen == "CheckInScreen" and not opened.app.screen.scales.said
        for key in "678":
            clock += 0.3
            await opened.press(key)
        assert answers == [CheckIn(before=Ratings(6, 7, 8))]


@pytest.mark.parametrize("every", [0.05, 0.15, 0.45])
async def test_numbers_typed_in_one_go_count_all_or_not_at_all(
    open_app: Any, monkeypatch: pytest.MonkeyPatch, every: float
) -> None:
    """Never the second of three for the first."""
    clock = 0.0
    monkeypatch.setattr(haste, "SETTLED", 1.0)
    monkeypatch.setattr(haste, "SEEN", 0.3)
    monkeypatch.setattr(haste, "monotonic", lambda: clock)
    async with open_app("shoulders", check_in=True) as opened:
        clock += 0.25
        for key in "678":
            await opened.press(key)
            clock += every
        assert not opened.app.screen.scales.said and safety.HURRIED in opened.said
        clock += 1
        await opened.press("6", "7")
        assert "Pain 6" in opened.said and "Tightness 7" in opened.said


async def test_resizing_keeps_what_was_said(open_app: Any) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await opened.press("down", "4")
        for size in [(1, 1), (200, 60), (40, 12), (80, 24)]:
            await opened.pilot.resize_terminal(*size)
            if size != (1, 1):
                await opened.shows("top of the shoulder, both sides")
                assert "Pain 4" in opened.said


async def test_the_drawing_opens_where_the_routine_works(open_app: Any) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await opened.press("down")
        assert "top of the shoulder" in opened.said


async def test_its_keys_are_explained(open_app: Any) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await opened.press("question_mark")
        assert opened.screen == "HelpPage" and "t is ten" in opened.said
        await opened.press("space")
        assert opened.screen == "CheckInScreen"
