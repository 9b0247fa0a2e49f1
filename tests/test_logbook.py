"""What of a session goes into the journal, and what never does."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from relax_coach import coach, interruption
from relax_coach.core.check_in import CheckIn
from relax_coach.core.check_out import CheckOut
from relax_coach.core.interrupted import Interrupted
from relax_coach.core.options import Options
from relax_coach.core.record import Ratings, Record
from relax_coach.core.routine import Ms
from relax_coach.core.totals import Work
from relax_coach.logbook import Logbook
from relax_coach.player import Player
from relax_coach.store import library, opening, recording, worked
from relax_coach.store.journal import Journal
from relax_coach.store.library import Entry
from relax_coach.store.settings import Settings

SILENT = Settings(output="none", speaker="off")
FELT = CheckIn("temple", "left", Ratings(6, 5, 4))


def played(
    entry: Entry,
    options: Options,
    check_in: CheckIn = FELT,
    *keys: str,
    left: Interrupted | None = None,
) -> tuple[Record, ...]:
    """A session at 90 s of which the player's `keys` are pressed; what the journal has of it."""
    session = coach.placed(coach.ready(entry, options, SILENT), left=left)
    player, _ = coach.start(session, SILENT)
    log = Logbook(session, check_in, left)
    log.begin(player)
    if left is None:
        player.seek(90_000)
    for key in keys:
        getattr(player, key)()
    log.end("finished")
    player.close()
    log.check_out(CheckOut(Ratings(3, 5, 4), "better", headache=True, note="tired"))
    assert log.close() == ""
    with Journal.read() as journal:
        return journal.records()


def broken_off(entry: Entry, options: Options, at: Ms) -> Interrupted:
    """What the journal knows of a session that was broken off at `at`."""
    session = coach.ready(entry, options, SILENT)
    player, _ = coach.start(session, SILENT)
    log = Logbook(session, FELT)
    log.begin(player)
    player.seek(at)
    log.close()
    player.close()
    with Journal.read() as journal:
        left = journal.interrupted()
    assert left is not None
    return left


def test_a_session_without_a_voice_is_gone_on_with_without_one() -> None:
    entry = library.find("desk-break")
    left = broken_off(entry, Options(speaker="off"), 57_000)
    settings = Settings().over(speaker=left.options.speaker)
    going_on = coach.placed(coach.ready(entry, left.options, settings), left=left)
    assert settings.speaker == "off" and not going_on.told
    assert abs(going_on.start - 57_000) <= 5_000


def test_what_was_chosen_said_and_eased() -> None:
    (record,) = played(library.find("desk-break"), Options(), FELT, "ease_off", "stay")
    assert (record.routine, record.title, record.ended) == ("desk-break", "Desk break", "finished")
    assert (record.spot, record.side, record.planned) == ("temple", "left", 274_800)
    assert (record.before, record.after) == (Ratings(6, 5, 4), Ratings(3, 5, 4))
    assert (record.overall, record.note, record.eased) == (
        "better",
        "tired",
        {"upper_trapezius": 1},
    )
    with Journal.read() as journal:
        (day,) = journal.days().values()
    assert day.headache is True


def test_of_who_is_massaged_by_another_nothing_is_kept() -> None:
    (record,) = played(library.find("partner-seated"), Options(), FELT, "ease_off")
    assert (record.before, record.after, record.overall) == (Ratings(), Ratings(), None)
    assert record.eased == {}


def test_with_the_journal_off_nothing_is_written(home: Path) -> None:
    recording.keep_on(False)
    assert played(library.find("desk-break"), Options()) == ()
    assert not (home / "data" / "journal.db").exists()


def test_the_demo_is_no_session(home: Path) -> None:
    played(library.demo(), Options(brief=True))
    assert not (home / "data" / "journal.db").exists()


@pytest.mark.parametrize("own", [False, True])
def test_a_session_that_broke_off_is_found_again_with_its_routine(
    own: bool, tmp_path: Path
) -> None:
    entry = library.find("desk-break")
    if own:
        path = tmp_path / "mine.yaml"
        path.write_bytes(entry.path.read_bytes())
        entry = library.find(str(path))
    left = broken_off(entry, Options(ambience="rain"), 90_000)
    found = library.find(str(left.begun["find"]))
    assert (found.path, left.position, left.options) == (
        entry.path,
        90_000,
        Options(ambience="rain"),
    )
    (record,) = played(found, left.options, left=left)
    assert (record.id, record.ended) == (left.record.id, "finished")


@pytest.mark.parametrize(
    ("was_a_slip", "ended"), [(False, "stopped-safety"), (True, "interrupted")]
)
def test_killed_while_something_is_wrong_it_ended_for_that_unless_it_was_a_slip(
    home: Path, was_a_slip: bool, ended: str
) -> None:
    session = coach.ready(library.find("desk-break"), Options(), SILENT)
    player, _ = coach.start(session, SILENT)
    log = Logbook(session, FELT)
    log.begin(player)
    player.play()
    player.seek(90_000)
    player.pause()
    log.stop()
    if was_a_slip:
        player.play()
    log.leaving("SIGHUP")
    player.close()
    assert log.close() == ""
    with Journal.read() as journal:
        (record,) = journal.records()
        left = journal.interrupted()
    assert record.ended == ended and (left is not None) == was_a_slip


def test_what_was_worked_counts_once_for_the_day_however_it_was_broken_off(home: Path) -> None:
    today = date.today()  # noqa: DTZ011 - the person's own day
    session = coach.ready(library.find("desk-break"), Options(), SILENT)
    player, _ = coach.start(session, SILENT)
    log = Logbook(session, FELT)
    log.begin(player)
    player.restore(player.timeline, 60_000, Counter({Work("upper_trapezius", "left"): 20_000}))
    player.close()
    log.close()
    assert worked.worked_on(today) == {"upper_trapezius": 20_000}
    with Journal.read() as journal:
        left = journal.interrupted()
    assert left is not None
    again = Logbook(coach.placed(session, left=left), FELT, left)
    again.over(None, left.done + Counter({Work("upper_trapezius", "left"): 5_000}))
    assert worked.worked_on(today) == {"upper_trapezius": 25_000}


SPOT = Work("upper_trapezius", "left")


def worked_for_20_s() -> tuple[coach.Ready, Player, Logbook]:
    """A session in its middle, on one side of the shoulders so far."""
    session = coach.ready(library.find("desk-break"), Options(), SILENT)
    player, _ = coach.start(session, SILENT)
    log = Logbook(session, FELT)
    log.begin(player)
    player.restore(player.timeline, 60_000, Counter({SPOT: 20_000}))
    return session, player, log


def test_what_was_worked_counts_when_something_is_wrong_and_not_again(home: Path) -> None:
    today = date.today()  # noqa: DTZ011 - the person's own day
    _, player, log = worked_for_20_s()
    log.stop()
    assert worked.worked_on(today) == {"upper_trapezius": 20_000}
    player.restore(player.timeline, 60_000, Counter({SPOT: 23_000}))
    log.over(None, player.done)
    assert worked.worked_on(today) == {"upper_trapezius": 23_000}
    player.close()
    log.close()
    assert worked.worked_on(today) == {"upper_trapezius": 23_000}


@pytest.mark.parametrize("goes_on", [True, False])
def test_what_was_worked_before_a_kill_counts_when_one_goes_on_or_lets_it_be(
    home: Path, goes_on: bool
) -> None:
    """Killed it had no moment to count; in the morning after it counts no more."""
    today = date.today()  # noqa: DTZ011 - the person's own day
    session, player, log = worked_for_20_s()
    log.stalled()
    assert log._recorder is not None and log._recorder.close() == ""  # and then kill -9
    player.close()
    left = interruption.latest(datetime.now(UTC) - timedelta(hours=1))
    assert left is not None and worked.worked_on(today) == {}
    interruption.keep_worked(left, coach.routine_of(session.entry), today + timedelta(days=1))
    assert worked.worked_on(today) == {}
    if goes_on:
        played(session.entry, Options(), left=left)
    else:
        interruption.leave(left)
    assert worked.worked_on(today) == {"upper_trapezius": 20_000}


def test_what_was_rated_and_noted_while_it_was_interrupted_stays_where_it_is_not_said_again() -> (
    None
):
    session = coach.ready(library.find("desk-break"), Options(), SILENT)
    by_hand = Record("s", datetime.now(UTC), after=Ratings(4, 6), overall="same", note="mid note")
    left = Interrupted(by_hand, {}, (), None)
    player, _ = coach.start(session, SILENT)
    log = Logbook(session, FELT, left)
    log.begin(player)
    assert log.note == "mid note"
    log.end("finished")
    player.close()
    log.check_out(CheckOut(Ratings(tightness=9), "worse"))
    log.take_back()
    log.check_out(CheckOut(Ratings(tightness=2)))
    log.close()
    with Journal.read() as journal:
        (record,) = journal.records()
    assert (record.after, record.overall) == (Ratings(4, 2), "same")


def test_what_is_to_be_told_when_the_program_has_to_leave_is_told_at_its_end(home: Path) -> None:
    (home / "data" / "journal.db").mkdir(parents=True)
    session = coach.ready(library.find("desk-break"), Options(), SILENT)
    player, _ = coach.start(session, SILENT)
    log = Logbook(session, FELT)
    log.begin(player)
    log.abandon()
    player.close()
    (told,) = opening.untold()
    assert told.startswith("This session could not be written into the journal")


@pytest.mark.parametrize(("before", "told"), [(6, ""), (7, "Medicine on 8 of 28 days.")])
def test_who_marks_a_painkiller_is_told_what_to_know_from_eight_days_on(
    home: Path, before: int, told: str
) -> None:
    now = datetime.now(UTC)
    with Journal.write() as journal:
        for days in range(1, before + 1):
            journal.mark(now.astimezone().date() - timedelta(days=days), now, medicine=True)
    session = coach.ready(library.find("desk-break"), Options(), SILENT)
    player, _ = coach.start(session, SILENT)
    log = Logbook(session, FELT)
    log.begin(player)
    log.end("finished")
    player.close()
    assert log.check_out(CheckOut(Ratings(), "better", medicine=True)) == ""
    assert " ".join(log.advice).startswith(told) and bool(log.advice) == bool(told)
    log.close()
