"""What is asked before a routine, of whom, and what is kept after it."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from relax_coach import coach, intake, interruption
from relax_coach.core import safety
from relax_coach.core.conditions import CONDITIONS, OF_RECEIVER
from relax_coach.core.options import Options
from relax_coach.core.record import Event
from relax_coach.core.routine import Routine
from relax_coach.core.totals import Work
from relax_coach.store import answers, favourites, kept, library, recording, whole
from relax_coach.store.journal import Journal

TODAY = date(2026, 3, 1)


def preset(name: str) -> Routine:
    return coach.routine_of(library.find(name))


def test_breathing_and_moving_ask_nothing() -> None:
    assert not intake.asks(preset("breath-478"), TODAY).anything
    assert not intake.asks(coach.routine_of(library.demo()), TODAY).anything


def test_a_rest_that_the_disk_cannot_take_holds_is_told_and_is_written_when_there_is_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(whole, "write", full)
        untold = intake.keep_end(preset("jaw"), Counter(), TODAY, hurt=True)
        assert "could not be kept (No space left on device)" in untold
        assert intake.rests(TODAY) and "hurt_today" in intake.known("self", TODAY)
        assert kept.read(answers.FILE) == {}
    assert intake.rests(TODAY) and kept.read(answers.FILE)["hurt_on"] == TODAY.isoformat()


def test_a_slip_is_taken_back_also_where_the_disk_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole, "write", full)
    assert intake.keep_worse(TODAY) and intake.rests(TODAY)
    assert intake.take_back_worse(TODAY) and not intake.rests(TODAY)


def test_a_person_with_nothing_to_report_is_asked_one_line_a_day() -> None:
    intake.keep_conditions(dict.fromkeys(CONDITIONS, False), TODAY)
    asked = intake.asks(preset("jaw"), TODAY)
    assert (asked.conditions, asked.signs) == ((), True)
    intake.keep_signs(frozenset(), TODAY)
    assert not intake.asks(preset("jaw"), TODAY).anything
    assert intake.asks(preset("jaw"), TODAY + timedelta(days=1)).signs


def test_a_receiver_is_asked_each_time_whatever_the_giver_answered() -> None:
    intake.keep_conditions(dict.fromkeys(CONDITIONS, True), TODAY)
    intake.keep_signs(frozenset(), TODAY)
    asked = intake.asks(preset("partner-seated"), TODAY)
    assert (asked.conditions, asked.signs, asked.of_receiver) == (OF_RECEIVER, True, True)
    assert intake.known("partner", TODAY) == {"hands"}, "those are the giver's"
    assert "pregnancy" in intake.known(preset("jaw"), TODAY)


def test_a_sign_that_was_told_stays_known_until_it_is_denied() -> None:
    intake.keep_conditions(dict.fromkeys(CONDITIONS, False), TODAY)
    intake.keep_signs(frozenset({"thunderclap"}), TODAY)
    for name in ("jaw", "breath-coherent"):
        assert intake.known(preset(name), TODAY) == {"thunderclap"}
        asked = intake.asks(preset(name), TODAY)
        assert asked.signs, "it is asked again: it may have been a slip"
        line = intake.question(asked, frozenset({"thunderclap"}))
        assert line.startswith("Earlier today you said yes to this: A headache that came suddenly")
    assert intake.known(preset("jaw"), TODAY + timedelta(days=1)) == frozenset()
    intake.keep_signs(frozenset(), TODAY)
    assert intake.known(preset("jaw"), TODAY) == frozenset()


def test_after_a_massage_for_two_that_ended_badly_the_next_asks_whether_it_is_the_same() -> None:
    two = preset("partner-seated")
    intake.keep_end(two, Counter(), TODAY, hurt=True)
    assert intake.consent(two, Options(), TODAY)[0] == safety.NOT_AGAIN
    assert intake.consent(two, Options(), TODAY + timedelta(days=1)) == safety.CONSENT
    assert intake.known(preset("jaw"), TODAY) == frozenset(), "the giver may have a massage"


def test_who_stopped_today_may_give_a_massage_and_not_have_one() -> None:
    intake.keep_end(preset("jaw"), Counter(), TODAY, hurt=True)
    two = preset("partner-seated")
    assert intake.consent(two, Options(), TODAY)[0] == safety.NOT_YOU
    assert intake.consent(two, Options(), TODAY + timedelta(days=1)) == safety.CONSENT


def test_nobody_agrees_on_more_than_what_is_done() -> None:
    thin = Options(held=frozenset({"anticoagulant"}))
    lines = intake.consent(preset("partner-seated"), thin, TODAY)
    assert "Agree that it stays light: at most 1 of ten." in lines
    assert safety.HOW_HARD not in lines


def test_a_giver_with_a_fever_massages_nobody_today() -> None:
    intake.keep_signs(frozenset({"fever"}), TODAY)
    assert intake.known("partner", TODAY) == {"fever"}
    intake.keep_signs(frozenset({"one_sided"}), TODAY)
    assert intake.known("partner", TODAY) == frozenset(), "that is their own neck"


def test_more_than_twenty_minutes_on_one_place_a_day_is_one_sentence() -> None:
    routine = preset("mini-massage")
    timeline = coach.timeline_of(library.find("mini-massage"), Options(spot="temple"))
    assert intake.more_than_enough(routine, timeline, TODAY) == ""
    done = Counter({Work("temple", "left"): 1_190_000})
    intake.keep_end(routine, done, TODAY, hurt=False)
    told = intake.more_than_enough(routine, timeline, TODAY)
    assert told.startswith("With what was done today this makes over 20 minutes on the temple")
    assert intake.more_than_enough(routine, timeline, TODAY + timedelta(days=1)) == ""


def test_a_full_disk_costs_only_that_it_is_asked_again(home: Path) -> None:
    home.write_text("not a folder")
    intake.keep_signs(frozenset(), TODAY)
    intake.keep_conditions({"heart": True}, TODAY)
    intake.keep_end(preset("jaw"), Counter({Work("temple", "left"): 1}), TODAY, hurt=True)
    assert intake.asks(preset("jaw"), TODAY).anything


def test_with_the_journal_off_nothing_is_asked_to_go_on_and_nothing_kept_as_played() -> None:
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    begin, at = {"routine": "desk-break"}, {"position": 9_000, "done_ms": 9_000}
    with Journal.write() as journal:
        journal.append([Event("s", 1, "begin", begin, now), Event("s", 2, "at", at, now)])
    assert interruption.latest(now - timedelta(hours=1)) is not None
    recording.keep_on(False)
    assert interruption.latest(now - timedelta(hours=1)) is None
    intake.keep_played(library.find("desk-break"))
    assert favourites.lately() == ()
