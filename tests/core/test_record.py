"""The events of a session, and the record they come to."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from relax_coach.core.record import Event, Ratings, Record, sum_of, with_event

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def record_of(*told: tuple[str, dict[str, Any]]) -> Record:
    record = None
    for number, (kind, body) in enumerate(told, 1):
        record = with_event(record, Event("s", number, kind, body, NOON))
    assert record is not None
    return record


BEGUN = ("begin", {"routine": "headband", "title": "Headband", "planned_ms": 240_000})


def test_a_session_that_never_ended_is_an_interrupted_one_with_what_was_done() -> None:
    record = record_of(BEGUN, ("at", {"done_ms": 60_000}))
    assert (record.ended, record.done, record.completed) == ("interrupted", 60_000, 0.25)


def test_before_and_after_give_the_change() -> None:
    record = record_of(
        BEGUN,
        ("before", {"pain": 6, "tightness": 7, "stress": None}),
        ("end", {"ended": "finished", "done_ms": 240_000}),
        ("after", {"pain": 3, "tightness": 7, "stress": 2, "overall": "better"}),
    )
    assert [record.change(one) for one in ("pain", "tightness", "stress")] == [-3, 0, None]
    assert (record.ended, record.overall) == ("finished", "better")


def test_easing_off_counts_for_its_spot() -> None:
    eased = ("change", {"does": "ease_off", "target": "temple"})
    record = record_of(("begin", {"eased": {"temple": 1}}), eased, eased)
    assert record.eased == {"temple": 3}


def test_a_later_note_stands_in_place_of_the_one_before() -> None:
    assert record_of(BEGUN, ("note", {"text": "one"}), ("note", {"text": "two"})).note == "two"


def test_an_event_can_be_made_that_comes_to_a_record_whatever_came_before() -> None:
    record = record_of(
        ("begin", {**BEGUN[1], "spot": "temple", "eased": {"temple": 1}, "time_zone": "+01:00"}),
        ("before", {"pain": 6}),
        ("end", {"ended": "finished", "done_ms": 1_000}),
        ("after", {"pain": 3, "overall": "better"}),
        ("note", {"text": "tired"}),
    )
    total = sum_of(record, 1, datetime(2026, 3, 9, tzinfo=UTC))
    assert with_event(None, total) == record
    eased = record_of(BEGUN, ("change", {"does": "ease_off", "target": "temple"}))
    assert with_event(eased, total) == record


def test_the_day_is_the_persons_own() -> None:
    late = Record("s", datetime(2026, 3, 1, 23, 30, tzinfo=UTC), time_zone="+01:00")
    assert late.day == date(2026, 3, 2)


def test_nonsense_in_an_event_is_not_said() -> None:
    record = record_of(BEGUN, ("before", {"pain": 11, "tightness": "7", "stress": True}))
    assert record.before == Ratings()


def test_a_rating_goes_from_0_to_10() -> None:
    with pytest.raises(ValueError, match="pain is from 0 to 10, not 11"):
        Ratings(pain=11)


def test_a_clock_at_the_end_of_time_has_a_day_too() -> None:
    late = Record("s", datetime.max.replace(tzinfo=UTC), time_zone="+14:00")
    assert late.day == date.max
