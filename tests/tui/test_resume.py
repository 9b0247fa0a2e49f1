"""A session that was interrupted: asked about when the program is opened, and gone on with."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from relax_coach.core.record import Event, Ratings
from relax_coach.store import lock
from relax_coach.store.journal import Journal
from relax_coach.store.lock import Lock

NOW = datetime(2026, 3, 1, tzinfo=UTC)
pytestmark = pytest.mark.usefixtures("clear_today")


@pytest.fixture
async def left(open_app: Any) -> None:
    """A session in which 40 seconds were played, and one press eased off, before it broke off."""
    async with open_app("desk-break", yes=True) as opened:
        await opened.go_to(40)
        await opened.press("s")
        await opened.go_to(90)


async def test_home_asks_and_enter_goes_on_at_the_place(open_app: Any, left: None) -> None:
    async with open_app() as opened:
        assert opened.screen == "ResumePage"
        assert "Desk break" in opened.said and "1:30 of 4:35" in opened.said
        await opened.press("enter")
        assert opened.screen == "SessionScreen"
        assert opened.at == 90
        assert opened.session.timeline.total == 284_800, "ten seconds longer, as it was"


async def test_it_goes_on_in_the_same_record_to_its_end(open_app: Any, left: None) -> None:
    async with open_app() as opened:
        await opened.press("enter", "q", "y")
    with Journal.read() as journal:
        (record,) = journal.records()
        assert (record.ended, journal.interrupted()) == ("stopped", None)


async def test_the_note_of_the_check_out_begins_with_the_one_that_is_kept(
    open_app: Any, left: None
) -> None:
    with Journal.write() as journal:
        journal.note(journal.records()[0].id, "mid", NOW)
    async with open_app(check_in=True) as opened:
        await opened.press("enter")
        await opened.go_to(275)
        opened.stage.output.ended = True
        opened.look()
        await opened.settle()
        await opened.press("n")
        assert opened.screen == "CheckOutScreen" and "mid" in opened.said
        await opened.press("n", *" end", "enter", "enter")
    with Journal.read() as journal:
        assert journal.records()[0].note == "mid end"


async def test_left_alone_it_is_not_asked_again(open_app: Any, left: None) -> None:
    async with open_app() as opened:
        await opened.press("n")
        assert opened.screen == "HomeScreen"
    async with open_app() as opened:
        assert opened.screen == "HomeScreen"
    with Journal.read() as journal:
        assert journal.records()[0].ended == "interrupted"


async def test_not_now_is_asked_again(open_app: Any, left: None) -> None:
    for _ in range(2):
        async with open_app() as opened:
            assert opened.screen == "ResumePage"
            await opened.press("escape")
            assert opened.screen == "HomeScreen"


async def test_another_session_says_who_has_the_first(open_app: Any) -> None:
    with Lock.take():
        async with open_app("desk-break", yes=True) as opened:
            assert opened.screen == "NoticePage"
            assert "A session is on in another window (process " in opened.said
            await opened.press("enter")
        assert opened.app.return_value == 1


async def test_what_was_said_before_and_after_is_in_the_journal(open_app: Any) -> None:
    async with open_app("mini-massage", check_in=True) as opened:
        await opened.press("down", "6", "5", "4")
        await opened.go_to(60)
        await opened.go_to(62)
        await opened.press("q", "y", "enter", "3", "4", "4", "4", "enter")
    with Journal.read() as journal:
        (record,) = journal.records()
    assert (record.before, record.after) == (Ratings(6, 5, 4), Ratings(3, 4, 4))
    assert (record.routine, record.spot, record.side) == ("mini-massage", "temple", "both")
    assert (record.overall, record.ended) == ("better", "stopped")


async def test_gone_on_with_elsewhere_meanwhile_it_is_not_gone_on_with_twice(
    open_app: Any, left: None
) -> None:
    async with open_app() as opened:
        with Journal.write() as journal:
            found = journal.interrupted()
            assert found is not None
            at = {"position": 95_000, "done_ms": 5_000}
            journal.append([Event(found.record.id, found.last_seq + 1, "at", at, NOW)])
        await opened.press("enter")
        assert opened.screen == "NoticePage"
        assert "gone on with, or deleted, in another window" in opened.said


async def test_let_be_while_another_window_is_in_it_it_stays_as_it_is(
    open_app: Any, left: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0)  # nobody lets go of it in a moment
    async with open_app() as opened:
        with Lock.take():
            await opened.press("n")
    with Journal.read() as journal:
        assert journal.interrupted() is not None


async def test_what_could_not_be_written_is_read_before_the_program_ends(
    open_app: Any, home: Path
) -> None:
    (home / "data" / "journal.db").mkdir(parents=True)
    async with open_app("desk-break", yes=True) as opened:
        await opened.press("q", "y")
        assert opened.screen == "NoticePage"
        assert "This session could not be written into the journal" in opened.said
        await opened.press("enter")
    assert opened.app.return_value == 3


async def test_where_its_routine_is_gone_that_is_said(open_app: Any) -> None:
    begin = {"routine": "mine", "find": "mine", "title": "Mine", "planned_ms": 60_000}
    at = {"position": 9_000, "done_ms": 4_000}
    just_now = datetime.now(UTC)
    with Journal.write() as journal:
        journal.append([Event("s", 1, "begin", begin, just_now), Event("s", 2, "at", at, just_now)])
    async with open_app() as opened:
        assert opened.screen == "HomeScreen"
        (told,) = opened.app._notifications
        assert told.message.startswith("The routine of the interrupted session is gone")
