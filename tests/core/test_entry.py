"""The page of a session, and of a day: what was not said is not there."""

from dataclasses import replace
from datetime import UTC, date, datetime

from relax_coach.core.day import Day
from relax_coach.core.entry import of_day, of_session
from relax_coach.core.marks import Row, text_of
from relax_coach.core.record import Ratings, Record

TODAY = date(2026, 3, 1)
LATE = datetime(2026, 3, 1, 20, 15, tzinfo=UTC)
BARE = Record("s", LATE, "headband", "Headband", "+01:00", planned=240_000, done=60_000)
FULL = Record(
    "s", LATE, "headband", "Headband", "+01:00", 240_000, 240_000, "stopped-safety", "each",
    "temple", Ratings(6, 7), Ratings(3, None, 2), "better", {"temple": 1}, note="Rain.",
)  # fmt: skip


def told(rows: tuple[Row, ...]) -> list[str]:
    return list(filter(None, map(text_of, rows)))


def test_all_that_was_said_of_a_session_stands_on_its_page() -> None:
    assert told(of_session(FULL, Day(headache=True), 60)) == [
        "Headband",
        "Temple, both sides",
        "Sun 1 Mar 2026, 21:15",
        "4:00 of 4:00, something was wrong",
        "            0 none       worst 10  ● before  ○ after",
        "  pain      ──────○━━━━━●────────  6 → 3",
        "  tightness 7 before",
        "  stress    2 after",
        "  Better",
        "Softer: temple by 1 level.",
        "Rain.",
        "That day: headache.",
    ]


def test_of_a_bare_session_there_is_what_was_done() -> None:
    assert told(of_session(BARE, Day(), 60)) == [
        "Headband",
        "Sun 1 Mar 2026, 21:15",
        "1:00 of 4:00, interrupted",
    ]


def test_a_day_has_its_marks_and_sessions_and_today_the_days_before_too() -> None:
    days = {TODAY: Day(headache=False, medicine=True, note="Slept badly.")}
    said = [
        "Sun 1 Mar 2026",
        "No headache, medicine",
        "Slept badly.",
        "21:15  Headband",
        "  1:00 of 4:00, interrupted",
    ]
    assert told(of_day(TODAY, [BARE], days, date(2026, 3, 2), 60)) == said
    today = told(of_day(TODAY, [BARE], days, TODAY, 60))
    assert today[:5] == said
    assert today[5].startswith("In the last 28 days: a headache on 0 days")


def test_what_was_skipped_through_was_not_done_to_the_end() -> None:
    for done, expected in ((20_000, "skipped to the end"), (240_000, "to the end")):
        rows = told(of_session(replace(BARE, done=done, ended="finished"), Day(), 60))
        assert rows[-1].endswith(f"of 4:00, {expected}")
