"""Headache days and medicine days in the last 28, and what is said at which number."""

from datetime import date, timedelta

import pytest

from relax_coach.core.day import Day
from relax_coach.core.diary import ANY_KIND, ASK, NOTE, OFTEN, SOME_KINDS, diary

TODAY = date(2026, 3, 28)


def back(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_counted_are_the_28_days_that_end_today() -> None:
    days = {back(0): Day(headache=True), back(27): Day(headache=True, medicine=True),
            back(28): Day(headache=True, medicine=True), back(5): Day(headache=False)}  # fmt: skip
    found = diary(days, TODAY)
    assert (found.headache, found.medicine, found.marked, found.headache_before) == (2, 1, 3, 1)
    assert found.sentences[0] == (
        "In the last 28 days: a headache on 2 days, medicine on 1 day. 3 days of 28 are marked."
    )


@pytest.mark.parametrize(
    ("taken", "told"),
    [
        (0, []), (7, []), (8, [NOTE]), (9, [NOTE]), (10, [SOME_KINDS, ASK]),
        (14, [SOME_KINDS, ASK]), (15, [SOME_KINDS, ANY_KIND, ASK]),
    ],
)  # fmt: skip
def test_the_advice_grows_with_the_days(taken: int, told: list[str]) -> None:
    advice = " ".join(diary({back(day): Day(medicine=True) for day in range(taken)}, TODAY).advice)
    assert [one for one in (NOTE, SOME_KINDS, ANY_KIND, ASK) if one in advice] == told
    assert (f"on {taken} of 28 days" in advice) == bool(told)


@pytest.mark.parametrize(
    ("headaches", "band", "doctor"),
    [(0, "", False),
     (1, "Trials put 1 day with a headache into the group of 1 to 14.", False),
     (14, "Trials put 14 days with a headache into the group of 1 to 14.", False),
     (15, "Trials put 15 days with a headache into the group of 15 or more.", True)],
)  # fmt: skip
def test_the_bands_of_headache_days(headaches: int, band: str, doctor: bool) -> None:
    found = diary({back(day): Day(headache=True) for day in range(headaches)}, TODAY)
    assert found.band == band
    assert (OFTEN in found.advice) == doctor


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [(10, 5, "50 % fewer. Trials take 50 %"), (10, 7, "30 % fewer. Trials take 30 %"),
     (10, 8, ""), (5, 10, ""), (0, 0, "")],
)  # fmt: skip
def test_fewer_headache_days_are_told_with_the_markers_of_trials(
    before: int, now: int, told: str
) -> None:
    days = {back(day): Day(headache=day < now) for day in range(28)}
    days |= {back(28 + day): Day(headache=day < before) for day in range(28)}
    said = " ".join(diary(days, TODAY).sentences)
    assert told in said
    assert ("fewer" in said) == bool(told)


def test_without_a_mark_nothing_is_said_of_the_days() -> None:
    assert diary({TODAY: Day(note="rain")}, TODAY).sentences == (
        "Of the last 28 days, none is marked.",
    )
