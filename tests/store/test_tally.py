"""What is counted in the file is what is counted of the records in it."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from relax_coach.core.change import by_routine, most_often
from relax_coach.core.past import Past
from relax_coach.core.record import RATED, Ratings, Record, sum_of
from relax_coach.store import database
from relax_coach.store.journal import Journal

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


def kept(records: list[Record]) -> Past:
    with Journal.write() as journal:
        for record in records:
            journal.append([sum_of(record, 1, record.started_at)])
        return journal.past()


def test_it_counts_what_the_journal_shows(home: Path) -> None:
    records = [some_record(number, random.Random(number)) for number in range(300)]
    past = kept(records)
    for tried in by_routine(records):
        assert most_often(past.changes[tried.routine, tried.spot]) == tried.change
    last = max((one for one in records if one.spot), key=lambda one: (one.started_at, one.id))
    assert (past.spot, past.side) == (last.spot, last.side)
    assert past.played == {
        name: max(one.started_at for one in records if one.routine == name)
        for name in {one.routine for one in records}
    }


def test_of_no_sessions_it_knows_nothing(home: Path) -> None:
    assert kept([]) == Past()
    with Journal.read() as journal:
        assert journal.past() == Past()


def test_sums_that_are_missing_are_made_again(home: Path) -> None:
    before = kept([some_record(1, random.Random(2))])
    database.connect(home / "data" / "journal.db").execute("DROP TABLE session")
    with Journal.read() as journal:
        assert journal.past() == before != Past()
