"""How it is after a session: the rows of before, all in all, and a few quiet marks."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from relax_coach import haste, intake
from relax_coach.core import safety
from relax_coach.core.check_out import CheckOut
from relax_coach.core.record import Ratings
from relax_coach.store import answers as store_answers
from relax_coach.store import database, paths
from relax_coach.store.journal import Journal
from relax_coach.tui.screens.check_out import CheckOutScreen

TODAY = date(2026, 3, 1)
pytestmark = pytest.mark.usefixtures("clear_today")
Answers = list[CheckOut | None]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Answers]:
    """What the screen was dismissed with."""
    given: Answers = []
    dismiss = CheckOutScreen.dismiss

    def kept(screen: CheckOutScreen, result: CheckOut | None = None) -> Any:
        given.append(result)
        return dismiss(screen, result)

    monkeypatch.setattr(CheckOutScreen, "dismiss", kept)
    yield given


async def to_the_end(opened: Any, *before: str) -> None:
    """From the check-in over some massage to the page after it, and past that."""
    await opened.press(*before)
    await opened.go_to(100)
    await opened.go_to(101)
    opened.stage.output.ended = True
    opened.look()
    await opened.settle()
    assert opened.screen == "DonePage"


async def test_what_was_said_before_is_asked_again_beside_it(
    open_app: Any, answers: Answers
) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await to_the_end(opened, "6", "5", "4")
        await opened.press("n")
        assert opened.screen == "CheckOutScreen"
        assert "Pain before: 6" in opened.said and "5 much better" in opened.said
        await opened.press("3", "2", "t", "5")
        assert "Stress 10 before: 4" in opened.said and "Overall much better" in opened.said
        await opened.press("enter")
    assert answers == [CheckOut(Ratings(3, 2, 10), "much better")]
    assert opened.app.return_value == 0


async def test_one_key_skips_it(open_app: Any, answers: Answers) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await to_the_end(opened, "6", "5", "4")
        await opened.press("n", "enter")
    assert answers == [CheckOut()]


async def test_where_nothing_was_said_before_it_is_one_row(open_app: Any, answers: Answers) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await to_the_end(opened, "enter")
        await opened.press("n")
        assert "Overall" in opened.said and "Pain" not in opened.said
        await opened.press("9", "0", "2", "enter")
    assert answers == [CheckOut(overall="worse")]


async def test_marks_of_the_day_are_turned_on_and_off(open_app: Any, answers: Answers) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await to_the_end(opened, "enter")
        await opened.press("n", "h", "m")
        assert "A headache today. A painkiller taken today." in opened.said
        await opened.press("h", "enter")
    assert answers == [CheckOut(medicine=True)]


async def test_a_note_is_text_and_its_letters_are_no_keys(open_app: Any, answers: Answers) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await to_the_end(opened, "enter")
        await opened.press("n", "n", *"[b]hm 5[/b]")
        assert "enter keep it" in opened.said
        await opened.press("enter")
        assert "[b]hm 5[/b]" in opened.said and "A headache" not in opened.said
        await opened.press("n", *"xyz", "escape")
        assert opened.screen == "CheckOutScreen", "escape leaves the line alone"
        await opened.press("4", "enter")
    assert answers == [CheckOut(overall="better", note="[b]hm 5[/b]")]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_more_pain_by_two_rests_for_the_day(open_app: Any, size: tuple[int, int]) -> None:
    async with open_app("shoulders", check_in=True, size=size) as opened:
        await to_the_end(opened, "3", "enter")
        await opened.press("n", "5", "enter")
        assert opened.screen == "HurtPage"
        assert "Pain went up from 3 to 5." in opened.said and safety.HURT_TITLE in opened.said
        assert store_answers.hurt_on(TODAY)
        await opened.press("enter")
    assert opened.app.return_value == 0, "it was done all the same"
    async with open_app("shoulders", check_in=True) as opened:
        assert opened.screen == "RefusedPage"


@pytest.mark.parametrize("rested", [False, True])
async def test_a_number_that_was_a_slip_is_said_again(
    open_app: Any, answers: Answers, rested: bool
) -> None:
    """What another session of the day said stays."""
    async with open_app("shoulders", check_in=True) as opened:
        await to_the_end(opened, "3", "4", "4")
        if rested:
            store_answers.keep_hurt(TODAY)
        await opened.press("n", "5", "1", "2", "4", "h", "enter")
        assert "backspace it was a slip" in opened.said
        await opened.press("backspace")
        assert opened.screen == "CheckOutScreen" and "A headache today." in opened.said
        await opened.press("2", "enter")
    assert opened.app.return_value == 0
    assert answers == [CheckOut(Ratings(pain, 1, 2), "better", headache=True) for pain in (5, 2)], (
        "only the pain was asked again"
    )
    assert store_answers.hurt_on(TODAY) == rested


async def test_what_was_said_holds_when_the_window_is_closed_over_it(open_app: Any) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await to_the_end(opened, "2", "2", "2")
        await opened.press("n", "9", "8", "h")
    with Journal.read() as journal:
        assert journal.records()[0].after == Ratings(9, 8)
        assert [one.headache for one in journal.days().values()] == [True]
    assert intake.rests(TODAY)


async def test_what_was_said_is_written_at_each_key_and_a_slip_is_none(open_app: Any) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await to_the_end(opened, "2", "2", "2")
        await opened.press("n", "9", "backspace", "3", "enter")
    file = database.connect(paths.data_dir() / "journal.db")
    rows = file.execute("SELECT body FROM event WHERE kind = 'after' ORDER BY seq").fetchall()
    said = [json.loads(body)["pain"] for (body,) in rows]
    assert said == [9, None, 3] and not intake.rests(TODAY)


async def test_much_worse_rests_for_the_day_whatever_was_rated(
    open_app: Any, answers: Answers
) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await to_the_end(opened, "3", "enter")
        await opened.press("n", "3", "1", "enter")
        assert "You said that it is much worse now." in opened.said
        await opened.press("backspace", "3", "4", "enter")
    assert [one.overall for one in answers] == ["much worse", "better"]
    assert not store_answers.hurt_on(TODAY)


async def test_a_little_more_pain_or_much_more_stress_stops_nothing(open_app: Any) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await to_the_end(opened, "3", "3", "3")
        await opened.press("n", "4", "9", "9", "enter")
    assert opened.app.return_value == 0
    assert not store_answers.hurt_on(TODAY)


async def test_who_is_hurt_is_asked_nothing_more(open_app: Any, answers: Answers) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await to_the_end(opened, "enter")
        await opened.press("y")
        assert opened.screen == "HurtPage"
        await opened.press("enter")
    assert not answers
    with Journal.read() as journal:
        (record,) = journal.records()
    assert record.ended == "stopped-safety"


async def test_after_the_stop_rules_nothing_more_is_asked(open_app: Any, answers: Answers) -> None:
    async with open_app("shoulders", check_in=True, size=(80, 40)) as opened:
        await opened.press("enter", "x", "q", "n")
    assert opened.app.return_value == 4
    assert not answers


@pytest.mark.parametrize("key", ["n", "enter", "5"])
async def test_keys_meant_for_the_page_before_say_nothing(
    open_app: Any, monkeypatch: pytest.MonkeyPatch, answers: Answers, key: str
) -> None:
    clock = 0.0
    async with open_app("shoulders", check_in=True) as opened:
        await to_the_end(opened, "enter")
        await opened.press("n")
        monkeypatch.setattr(haste, "SETTLED", 1.0)
        monkeypatch.setattr(haste, "SEEN", 0.3)
        monkeypatch.setattr(haste, "monotonic", lambda: clock)
        opened.app.screen.haste = haste.Haste()
        for _ in range(20):
            clock += 0.1
            await opened.press(key)
        assert opened.screen == "CheckOutScreen" and opened.app.focused is None
        assert not opened.app.screen.scales.said


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (60, 16), (30, 10)])
async def test_in_small_windows_rows_and_keys_are_seen(
    open_app: Any, size: tuple[int, int]
) -> None:
    async with open_app("shoulders", check_in=True, size=size) as opened:
        await to_the_end(opened, "6", "5", "4")
        while opened.screen == "DonePage":
            await opened.press("n")
        assert "Overall" in opened.said and "enter skip" in opened.said


async def test_what_was_said_before_and_after_is_in_the_journal(open_app: Any) -> None:
    async with open_app("shoulders", check_in=True) as opened:
        await to_the_end(opened, "down", "space", "6", "5", "4", "enter")
        await opened.press("n", "3", "2", "1", "4", "m", "enter")
    with Journal.read() as journal:
        (record,) = journal.records()
        (day,) = journal.days().values()
    assert (record.spot, record.side) == ("upper_trapezius", "left")
    assert (record.before, record.after) == (Ratings(6, 5, 4), Ratings(3, 2, 1))
    assert record.overall == "better" and day.medicine and day.headache is None


async def test_of_who_is_massaged_no_ratings_are_kept(open_app: Any) -> None:
    async with open_app("partner-seated", check_in=True, size=(120, 40)) as opened:
        await opened.press("n", "n")
        await to_the_end(opened, "y")
        await opened.press("n")
        assert opened.app.return_value == 0, "and nothing more is asked"
    with Journal.read() as journal:
        assert not any(one.before.said or one.after.said for one in journal.records())
