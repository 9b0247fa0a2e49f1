"""What was answered holds for its time, on this machine, for this person alone."""

import json
import os
import stat
from datetime import date, timedelta
from pathlib import Path

import pytest

from relax_coach.core.conditions import LASTING
from relax_coach.store import answers, worked

TODAY, YESTERDAY, TOMORROW = date(2026, 3, 1), date(2026, 2, 28), date(2026, 3, 2)


@pytest.fixture
def kept(home: Path) -> Path:
    """The file of answers; nothing was answered yet."""
    return home / "data" / "answers.json"


def test_an_answer_holds_for_its_day(kept: Path) -> None:
    assert not answers.signs_clear_on(TODAY)
    assert not kept.parent.exists()
    answers.keep_signs_clear(TODAY)
    assert [answers.signs_clear_on(day) for day in (YESTERDAY, TODAY, TOMORROW)] == [
        False, True, False,
    ]  # fmt: skip
    answers.keep_signs_clear(TOMORROW)
    assert [answers.signs_clear_on(day) for day in (TODAY, TOMORROW)] == [False, True]
    assert json.loads(kept.read_text()) == {"version": 1, "signs_clear_on": "2026-03-02"}


@pytest.mark.skipif(os.name == "nt", reason="modes of files are not kept there")
def test_only_the_person_can_read_it(kept: Path) -> None:
    before = os.umask(0)
    try:
        answers.keep_signs_clear(TODAY)
    finally:
        os.umask(before)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "broken",
    [
        b"", b"{", b"[]", b"null", b'"2026-03-01"', b"\xff\xfe", b"[" * 100_000,
        b'{"signs_clear_on": true}', b'{"signs_clear_on": ["2026-03-01"]}',
    ],
    ids=lambda broken: repr(broken[:20]),
)  # fmt: skip
def test_a_broken_file_answers_nothing_and_is_replaced(kept: Path, broken: bytes) -> None:
    kept.parent.mkdir(parents=True)
    kept.write_bytes(broken)
    assert not answers.signs_clear_on(TODAY)
    answers.keep_signs_clear(TODAY)
    assert answers.signs_clear_on(TODAY)


def test_there_is_never_half_a_file(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers.keep_signs_clear(YESTERDAY)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        answers.keep_signs_clear(TODAY)
    assert answers.signs_clear_on(YESTERDAY)
    assert list(kept.parent.iterdir()) == [kept]


def test_where_it_cannot_be_written_that_is_told(kept: Path) -> None:
    kept.mkdir(parents=True)
    with pytest.raises(OSError):
        answers.keep_signs_clear(TODAY)
    assert list(kept.parent.iterdir()) == [kept]


def test_a_condition_holds_for_its_time_and_no_longer(kept: Path) -> None:
    assert answers.open_conditions(TODAY) == LASTING
    answers.keep_signs_clear(TODAY)
    answers.keep_conditions({"pregnancy": True, "heart": True, "clot": False}, TODAY)
    assert answers.signs_clear_on(TODAY), "the one answer does not undo the other"
    for days, held in ((0, {"pregnancy", "heart"}), (30, {"pregnancy", "heart"}), (31, {"heart"}),
                       (90, {"heart"}), (91, set())):  # fmt: skip
        assert answers.held_conditions(TODAY + timedelta(days=days)) == held
    assert len(answers.open_conditions(TODAY)) == len(LASTING) - 3
    answers.keep_conditions({"heart": False}, TOMORROW)
    assert answers.held_conditions(TOMORROW) == {"pregnancy"}
    assert answers.asked_on(TOMORROW)["heart"] == (False, TOMORROW + timedelta(days=90))


@pytest.mark.parametrize(
    "answer",
    [
        "true", "7", "[]", '{"holds": true}', '{"holds": true, "until": 7}',
        '{"holds": true, "until": "never"}', '{"holds": "yes", "until": "2026-03-02"}',
        '{"holds": false, "until": "9999-12-31"}', '{"holds": false, "until": "2026-02-28"}',
    ],
)  # fmt: skip
def test_what_this_program_did_not_write_answers_nothing(kept: Path, answer: str) -> None:
    kept.parent.mkdir(parents=True)
    kept.write_text(f'{{"version": 1, "conditions": {{"heart": {answer}}}}}')
    assert "heart" in {row.word for row in answers.open_conditions(TODAY)}
    assert answers.held_conditions(TODAY) == frozenset()


def test_something_wrong_is_kept_for_the_day(kept: Path) -> None:
    answers.keep_hurt(TODAY)
    assert [answers.hurt_on(day) for day in (TODAY, TOMORROW)] == [True, False]
    answers.keep_signs_clear(TODAY)
    answers.forget()
    assert answers.hurt_on(TODAY), "that is no answer to be changed"
    assert not answers.signs_clear_on(TODAY)


def test_what_was_worked_on_today_adds_up_for_the_day(home: Path) -> None:
    worked.add_worked(TODAY, {"temple": 60_000})
    worked.add_worked(TODAY, {"temple": 30_000, "brow": 1_000})
    assert worked.worked_on(TODAY) == {"temple": 90_000, "brow": 1_000}
    assert worked.worked_on(TOMORROW) == {}
    (home / "data" / "worked.json").write_text('{"day": "2026-03-01", "places": {"temple": -1}}')
    assert worked.worked_on(TODAY) == {}


def test_what_was_shown_of_a_routine_is_kept_for_the_last_hundred(kept: Path) -> None:
    assert answers.limits_seen("A") == frozenset()
    for title in ("A", *map(str, range(answers.MOST_SEEN)), "B"):
        answers.keep_limits_seen(title, {"pregnancy", "age_50"})
    assert answers.limits_seen("A") == answers.limits_seen("0") == frozenset()
    assert answers.limits_seen("B") == answers.limits_seen("1") == {"pregnancy", "age_50"}


def test_a_clock_that_was_set_back_a_day_lifts_no_rest(home: Path) -> None:
    answers.keep_hurt(TOMORROW)
    answers.keep_signs(["fever"], TOMORROW)
    assert answers.hurt_on(TODAY) and answers.signs_on(TODAY)
    assert not answers.hurt_on(TODAY - timedelta(days=1)), "else a clock far ahead rests for ever"
    assert not answers.hurt_on(date.max)
