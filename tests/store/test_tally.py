"""What is counted in the file is what is counted of the records in it."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from relax_coach.core.change import added
from relax_coach.core.past import Past
from relax_coach.core.record import RATED, Ratings, Record, sum_of
from relax_coach.core.statistics import Statistics
from relax_coach.store import database, tables
from relax_coach.store.journal import Journal
from relax_coach.store.selection import Selection

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
FELT = (None, 0, 1, 4, 5, 10)


def some_record(number: int, chance: random.Random) -> Record:
    """A session, one of many: whatever can be said or left out."""

    def felt() -> Ratings:
        return Ratings(**{name: chance.choice(FELT) for name in RATED})

    return Record(
        f"session-{number:03}", NOON + timedelta(hours=chance.randrange(5_000)),
        routine=chance.choice(("jaw", "headband", "it's mine")), title="A",
        spot=chance.choice(("", "temple", "masseter")), side=chance.choice(("", "left")),
        planned=chance.choice((0, 240_000)), done=chance.choice((0, 59_999, 60_000, 240_000)),
        before=felt(), after=felt(),
    )  # fmt: skip


def keep(records: list[Record]) -> None:
    with Journal.write() as journal:
        for record in records:
            journal.append([sum_of(record, 1, record.started_at)])


def pairs_of(records: list[Record], rating: str) -> list[tuple[int, int]]:
    """Before and after, where both were said and enough was done."""
    felt = ((one.before.of(rating), one.after.of(rating)) for one in records if one.is_evidence)
    return [(before, after) for before, after in felt if before is not None and after is not None]


def test_of_each_routine_spot_and_side_it_counts_what_was_rated(home: Path) -> None:
    records = [some_record(number, random.Random(number)) for number in range(300)]
    keep(records)
    with Journal.read() as journal:
        found = journal.statistics()
    for what, changes in found.changes.items():
        there = [one for one in records if (one.routine, one.spot, one.side) == what]
        for change in changes:
            pairs = pairs_of(there, change.rating)
            assert change.lower == sum(after < before for before, after in pairs)
            assert change.higher == sum(after > before for before, after in pairs)
            assert (change.sessions, change.before) == (len(pairs), sum(one for one, _ in pairs))
            assert change.after == sum(one for _, one in pairs)
    everything = [change for changes in found.changes.values() for change in changes]
    for rating in RATED:
        times = sum(one.sessions for one in everything if one.rating == rating)
        assert times == len(pairs_of(records, rating))
    assert found.days == {one.day for one in records}


def test_a_session_that_was_skipped_through_is_left_out_and_told(home: Path) -> None:
    felt = {"before": Ratings(6), "after": Ratings(2)}
    skipped = Record("a", NOON, "jaw", planned=478_000, done=20_000, **felt)
    unrated = replace(skipped, id="b", after=Ratings(stress=2))
    keep([skipped, unrated])
    with Journal.read() as journal:
        found = journal.statistics()
    assert (found.places, found.tried, found.skipped) == ((), (), 1)


def test_a_suggestion_knows_the_same_and_the_last_place(home: Path) -> None:
    records = [some_record(number, random.Random(number)) for number in range(300)]
    keep(records)
    with Journal.read() as journal:
        past, found = journal.past(), journal.statistics()
    for (routine, spot), changes in past.changes.items():
        there = [some for what, some in found.changes.items() if what[:2] == (routine, spot)]
        assert changes == added(change for some in there for change in some)
    last = max((one for one in records if one.spot), key=lambda one: (one.started_at, one.id))
    assert (past.spot, past.side) == (last.spot, last.side)
    assert past.played == {
        name: max(one.started_at for one in records if one.routine == name)
        for name in {one.routine for one in records}
    }


@pytest.mark.parametrize(
    ("zone", "day"),
    [("+00:00", 1), ("+14:00", 2), ("-12:00", 1), ("+25:00", 1), ("nonsense", 1)],
)
def test_a_day_is_the_persons_own(home: Path, zone: str, day: int) -> None:
    keep([Record("a", NOON, time_zone=zone), Record("b", NOON - timedelta(days=1))])
    with Journal.read() as journal:
        first = Selection(since=date(2026, 3, day))
        (record,) = journal.records(first)
        assert record.day == date(2026, 3, day)
        assert journal.statistics(first).days == {record.day, date(2026, 2, 28)}, "all of them"


def test_only_what_is_asked_for_is_counted(home: Path) -> None:
    records = [some_record(number, random.Random(number)) for number in range(100)]
    keep(records)
    asked = Selection(date(2026, 4, 1), "it's mine", "temple", "interrupted")
    fitting = {
        one.id
        for one in records
        if one.day >= date(2026, 4, 1) and one.routine == "it's mine" and one.spot == "temple"
    }
    with Journal.read() as journal:
        assert {one.id for one in journal.records(asked)} == fitting != set()
        assert set(journal.statistics(asked).titles) == {"it's mine"}
        assert (journal.count(), journal.records(Selection(ended="stopped"))) == (100, ())


def test_the_last_of_each_routine_can_be_asked_for(home: Path) -> None:
    records = [some_record(number, random.Random(number)) for number in range(100)]
    keep(records)
    newest = {}
    for record in sorted(records, key=lambda one: (one.started_at, one.id)):
        newest[record.routine] = record.id
    with Journal.read() as journal:
        found = journal.latest()
    assert {one.id for one in found} == set(newest.values()) and len(found) == 3


def test_of_no_sessions_it_knows_nothing(home: Path) -> None:
    with Journal.read() as journal:
        assert (journal.past(), journal.statistics(), journal.count()) == (Past(), Statistics(), 0)


@pytest.mark.parametrize(
    "loss",
    ["DROP TABLE session", "DELETE FROM session", "DELETE FROM session WHERE rowid > 2",
     "DELETE FROM day"],
)  # fmt: skip
def test_sums_that_are_missing_are_made_again(home: Path, loss: str) -> None:
    keep([some_record(number, random.Random(2)) for number in range(4)])
    with Journal.write() as journal:
        journal.mark(date(2026, 3, 1), NOON, note="tired")
    with Journal.read() as journal:
        before = journal.past(), journal.statistics(), journal.days()
    database.connect(home / "data" / "journal.db").execute(loss)
    with Journal.read() as journal:
        assert (journal.past(), journal.statistics(), journal.days()) == before
    assert before[1].changes and before[2]


@pytest.mark.parametrize(
    "nonsense",
    ["before_pain = 99", "before_pain = 'x'", "done = 'x'", "started_at = 'x'", "eased = '{'"],
)
def test_sums_by_another_hand_that_cannot_be_are_made_again(home: Path, nonsense: str) -> None:
    keep([some_record(1, random.Random(2))])
    with Journal.read() as journal:
        before = journal.statistics(), journal.records()
    file = database.connect(home / "data" / "journal.db")
    file.execute(f"UPDATE session SET {nonsense}")
    with Journal.read() as journal:
        assert (journal.statistics(), journal.records()) == before


def test_the_sums_of_a_newer_version_are_left_to_it(home: Path) -> None:
    keep([some_record(1, random.Random(2))])
    file = database.connect(home / "data" / "journal.db")
    file.execute("ALTER TABLE session RENAME COLUMN note TO notes")
    file.execute("PRAGMA user_version = 99")
    with Journal.read() as journal:
        assert len(journal.records()) == 1
    assert (
        "notes" in file.execute("SELECT sql FROM sqlite_schema WHERE name='session'").fetchone()[0]
    )


def test_an_event_without_a_time_is_one_all_the_same(home: Path) -> None:
    keep([some_record(1, random.Random(2))])
    file = database.connect(home / "data" / "journal.db")
    file.execute("UPDATE event SET wall_utc = 'x', kind = 'begin'")
    with Journal.read() as journal:
        assert journal.interrupted() is not None


def test_sums_are_kept_where_events_may_be_missing(home: Path) -> None:
    """An old page came back for some events and for an index of the sums: both may be all of it."""
    keep([some_record(number, random.Random(number)) for number in range(3)])
    file = database.connect(home / "data" / "journal.db")
    file.execute("DELETE FROM event WHERE session = 'session-001'")
    file.execute("UPDATE session SET before_pain = 99 WHERE id = 'session-000'")
    file.close()
    with pytest.MonkeyPatch.context() as here:
        here.setattr(tables, "are_events_sound", lambda _: False)
        with Journal.read() as journal:
            assert "session-001" in {one.id for one in journal.records()}


@pytest.mark.parametrize("body", ['{"planned_ms": "x"}', '{"eased": "abc"}', "nonsense"])
def test_nonsense_in_an_event_changes_nothing(home: Path, body: str) -> None:
    keep([some_record(1, random.Random(2))])
    file = database.connect(home / "data" / "journal.db")
    file.execute("UPDATE event SET kind = 'begin', body = ?", (body,))
    file.execute("DROP TABLE session")
    with Journal.read() as journal:
        assert (journal.count(), journal.interrupted() is None) == (1, False)


def test_a_text_with_a_damaged_byte_is_read_all_the_same(home: Path) -> None:
    keep([some_record(1, random.Random(2))])
    with Journal.write() as journal:
        journal.mark(date(2026, 3, 1), NOON, note="tired")
    file = database.connect(home / "data" / "journal.db")
    file.execute("UPDATE day SET note = CAST(x'74ff' AS TEXT)")
    file.execute("UPDATE event SET body = CAST(x'7bff' AS TEXT), kind = 'begin'")
    with Journal.read() as journal:
        assert [one.note for one in journal.days().values()] == ["t\N{REPLACEMENT CHARACTER}"]
        assert journal.interrupted() is not None and journal.count() == 1
