"""The journal on the full screen: days, sessions, marks, notes, pictures."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input, OptionList

from relax_coach.core.day import Day
from relax_coach.core.record import Event
from relax_coach.store import recording
from relax_coach.store.journal import Journal
from relax_coach.store.lock import Lock
from relax_coach.tui.screens import journal as journal_screen

TODAY = date(2026, 3, 1)
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def kept(name: str = "a", back: int = 0, title: str = "Headband", pain: int = 6) -> None:
    told: list[tuple[str, dict[str, Any]]] = [
        ("begin", {"routine": "headband", "title": title, "planned_ms": 240_000, "spot": "temple",
                   "side": "left"}),
        ("before", {"pain": pain, "tightness": 7}),
        ("end", {"ended": "finished", "done_ms": 240_000}),
        ("after", {"pain": 3, "overall": "better"}),
    ]  # fmt: skip
    start = NOON - timedelta(days=back)
    with Journal.write() as journal:
        journal.append(Event(name, seq, kind, body, start) for seq, (kind, body) in enumerate(told))


def days() -> dict[date, Day]:
    with Journal.read() as journal:
        return dict(journal.days())


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 14)])
async def test_a_session_is_chosen_and_read(open_app: Any, size: tuple[int, int]) -> None:
    kept()
    async with open_app(size=size) as opened:
        await opened.press("J")
        assert opened.screen == "JournalScreen"
        assert "Today" in opened.said and "12:00 Headband" in opened.said
        await opened.press("down", "enter")
        for expected in (
            "Temple, left", "Sun 1 Mar 2026, 12:00", "4:00 of 4:00, to the end", "6 → 3",
            "7 before", "Better",
        ):  # fmt: skip
            assert expected in opened.said
        await opened.press("escape", "escape")
        assert opened.screen != "JournalScreen"


async def test_an_empty_journal_is_kind_and_today_can_be_marked(open_app: Any) -> None:
    async with open_app() as opened:
        await opened.press("J")
        assert "After a session it stands here" in opened.said
        await opened.press("h", "m", "m")
        assert days() == {TODAY: Day(headache=True, medicine=False)}
        assert "Headache, no medicine" in opened.said
        assert "Today ▲" in opened.said
        await opened.press("h", "h", "m")
        assert days() == {}, "not said again"


async def test_a_page_that_takes_the_place_of_the_list_is_as_wide(open_app: Any) -> None:
    async with open_app(size=(60, 20)) as opened:
        await opened.press("J", "enter")
        assert "After a session it stands here: what was done, and" in opened.text


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_it_is_as_wide_at_first_as_when_another_row_was_chosen(
    open_app: Any, size: tuple[int, int]
) -> None:
    with Journal.write() as journal:
        for back in range(15):
            journal.mark(TODAY - timedelta(days=back), NOON, medicine=True)
    async with open_app(size=size) as opened:
        await opened.press("J")
        first = opened.text
        await opened.press("down", "up")
        assert "15 of 28" in opened.said and opened.text == first


async def test_where_sessions_are_not_written_down_it_says_so(open_app: Any) -> None:
    recording.keep_on(False)
    async with open_app(size=(120, 40)) as opened:
        await opened.press("J")
        assert "Sessions are not written down now" in opened.said


async def test_a_note_is_written_about_a_session_and_about_a_day(open_app: Any) -> None:
    kept()
    async with open_app() as opened:
        await opened.press("J", "down", "e", *"hm", "enter")
        with Journal.read() as journal:
            assert journal.records()[0].note == "hm"
        assert days() == {}
        await opened.press("up", "e", *"rain", "enter")
        assert days() == {TODAY: Day(note="rain")}
        assert isinstance(opened.app.focused, OptionList)


async def test_escape_leaves_a_note_as_it_was(open_app: Any) -> None:
    async with open_app() as opened:
        await opened.press("J", "e", *"rain")
        assert "enter keep it esc as it was" in opened.said
        assert isinstance(opened.app.focused, Input)
        await opened.press("escape")
        assert opened.screen == "JournalScreen" and days() == {}


@pytest.mark.parametrize("size", [(120, 60), (80, 60), (40, 80)])
async def test_tab_leads_to_the_pictures_and_back(open_app: Any, size: tuple[int, int]) -> None:
    for number in range(3):
        kept(str(number), number)
    async with open_app(size=size) as opened:
        await opened.press("J", "tab")
        for expected in (
            "Before and after, on average", "Temple, left", "6.0 → 3.0", "3 of 3 lower",
            "What helped", "3 of 3 times pain was lower after it", "■ session",
        ):  # fmt: skip
            assert expected in opened.said
        await opened.press("m")
        assert days() == {TODAY: Day(medicine=True)}
        assert "medicine on 1 day" in opened.said
        await opened.press("tab")
        assert "12:00 Headband" in opened.said


async def test_at_ten_medicine_days_today_says_whom_to_ask(open_app: Any) -> None:
    with Journal.write() as journal:
        for back in range(10):
            journal.mark(TODAY - timedelta(days=back), NOON, medicine=True)
    async with open_app(size=(40, 30)) as opened:
        await opened.press("J", "enter")
        assert "Do not stop a prescribed medicine on your own." in opened.said
        await opened.press("escape", "down", "enter")
        assert "Do not stop" not in opened.said


async def test_a_long_list_is_made_as_one_goes_down(
    open_app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_screen, "AT_ONCE", 4)
    for number in range(9):
        kept(str(number), number)
    async with open_app() as opened:
        await opened.press("J")
        shelf = opened.app.screen.query_one(OptionList)
        assert shelf.option_count == 4
        await opened.press("end", "end")
        assert shelf.option_count == 12


async def test_a_title_of_a_session_is_text(open_app: Any) -> None:
    kept(title="[@click=app.quit]Zebra[/] \x1b[2J")
    async with open_app(size=(120, 40)) as opened:
        await opened.press("J", "down")
        assert "[@click=app.quit]Zebra[/]" in opened.text
        assert "\x1b" not in opened.text


async def test_a_journal_that_cannot_be_read_or_written_is_told(open_app: Any, home: Path) -> None:
    (home / "data" / "journal.db").mkdir(parents=True)
    async with open_app() as opened:
        await opened.press("J")
        await opened.shows("The journal cannot be read: ")
        await opened.press("h")
        await opened.shows("It cannot be kept: ")
        assert opened.screen == "JournalScreen"


async def test_while_a_session_is_on_elsewhere_nothing_is_marked(open_app: Any) -> None:
    async with open_app() as opened:
        await opened.press("J")
        lock = Lock.take()
        await opened.press("h", "m", "h")
        lock.release()
        await opened.shows("written by hand when it has ended.")
        assert opened.said.count("when it has ended.") == 1, "told once, and the keys are seen"
        assert days() == {}
        await opened.press("h")
        assert days() == {TODAY: Day(headache=True)}


async def test_a_note_that_could_not_be_kept_is_still_there(open_app: Any) -> None:
    async with open_app() as opened:
        await opened.press("J", "e", *"rain")
        with Lock.take():
            await opened.press("enter")
            await opened.shows("written by hand when it has ended.")
        assert days() == {}
        await opened.press("enter")
    assert days() == {TODAY: Day(note="rain")}


async def test_it_can_be_used_with_the_mouse_alone(open_app: Any) -> None:
    kept()
    async with open_app() as opened:
        await opened.click_on("J journal")
        await opened.click_on("Headband")
        await opened.click_on("h headache")
        assert days() == {TODAY: Day(headache=True)}
        await opened.click_on("tab pictures")
        await opened.click_on("tab list")
        await opened.click_on("esc back")
        assert opened.screen == "HomeScreen"
