"""`journal`: what is kept is listed, drawn, marked, exported and deleted."""

import csv
import io
import json
import stat
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import click
import pytest

from relax_coach.cli import journal_file
from relax_coach.cli.program import run
from relax_coach.core.exits import Exit
from relax_coach.core.record import Event
from relax_coach.store import favourites, recording, worked
from relax_coach.store.journal import Journal
from relax_coach.store.lock import Lock

TODAY = date.today()  # noqa: DTZ011 - the person's own day
NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)


def session(
    name: str, back: int = 0, title: str = "Headband", ended: str = "finished", pain: int = 6
) -> list[Event]:
    """A session of the day `back` days ago, before which pain was `pain`, and after it 3."""
    told: list[tuple[str, dict[str, Any]]] = [
        ("begin", {"routine": title.lower(), "title": title, "planned_ms": 240_000,
                   "spot": "temple", "side": "left"}),
        ("before", {"pain": pain}),
        ("end", {"ended": ended, "done_ms": 240_000}),
        ("after", {"pain": 3, "overall": "better"}),
    ]  # fmt: skip
    start = NOW - timedelta(days=back)
    return [Event(name, seq, kind, body, start) for seq, (kind, body) in enumerate(told, 1)]


def kept(*sessions: list[Event]) -> None:
    with Journal.write() as journal:
        for events in sessions:
            journal.append(events)


def names() -> list[str]:
    with Journal.read() as journal:
        return [one.id for one in journal.records()]


def told(capsys: Any, *words: str) -> str:
    assert run(["journal", *words]) == Exit.DONE
    return str(capsys.readouterr().out)


def test_an_empty_journal_says_what_to_do_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["journal"]) == Exit.DONE
    out, err = capsys.readouterr()
    assert out == ""
    assert "Nothing is in the journal yet." in err and "play mini-massage" in err


def test_of_marked_days_alone_it_says_where_they_are(capsys: Any) -> None:
    told(capsys, "day", "--headache", "yes")
    assert run(["journal"]) == Exit.DONE
    assert "only marked days: `relax-coach journal --stats`" in capsys.readouterr().err


def test_without_a_session_there_is_no_last_one(capsys: Any) -> None:
    assert run(["journal", "note", "last", "x"]) == Exit.WRONG_USE
    assert "No session is in the journal yet." in capsys.readouterr().err


def test_a_session_is_listed_with_what_was_done_and_how_it_was(capsys: Any) -> None:
    kept(session("20260301T120000Z-ab12"))
    first, second = told(capsys).splitlines()
    assert first.endswith("12:00  Headband · temple, left  20260301T120000Z-ab12")
    assert second == "  4:00 of 4:00, to the end; pain 6 → 3, better"


@pytest.mark.parametrize(
    ("words", "fitting"),
    [
        (["--since", "7d"], ["new", "jaw"]),
        (["--since", "1w"], ["new", "jaw"]),
        (["--since", str(TODAY - timedelta(days=30))], ["old", "new", "jaw"]),
        (["--routine", "jaw"], ["jaw"]),
        (["--spot", "temples"], ["old", "new", "jaw"]),
        (["--spot", "jaw muscle"], []),
        (["--ended", "stopped", "--since", "1d"], ["jaw"]),
    ],
)
def test_the_list_can_be_narrowed(words: list[str], fitting: list[str], capsys: Any) -> None:
    kept(session("old", 20), session("new", 3), session("jaw", 1, "Jaw", "stopped"))
    found = json.loads(told(capsys, "--json", *words))
    assert [one["id"] for one in found["sessions"]] == fitting


def test_the_json_has_the_sessions_and_the_days(capsys: Any) -> None:
    kept(session("a"))
    told(capsys, "day", "--headache", "yes", "--note", "rain")
    found = json.loads(told(capsys, "--json"))
    assert found["version"] == 1
    assert found["sessions"][0]["before"] == {"pain": 6, "tightness": None, "stress": None}
    assert found["days"] == {str(TODAY): {"headache": True, "medicine": None, "note": "rain"}}


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_of_the_csv_is_calculated_by_a_spreadsheet(title: str, capsys: Any) -> None:
    kept(session("a", title=title))
    (row,) = csv.DictReader(io.StringIO(told(capsys, "--csv")))
    assert row["title"].startswith("'")
    assert (row["before_pain"], row["after_pain"], row["overall"]) == ("6", "3", "better")


def test_the_stats_draw_and_say_what_changed(capsys: Any) -> None:
    kept(session("a", 2), session("b", 1), session("c"))
    said = told(capsys, "--stats")
    assert "○━━━━━━━━━━━●────────────────  6.0 → 3.0   3 of 3 lower" in said
    assert "■ session   ▲ headache   + medicine" in said
    assert told(capsys, "--stats", "--ascii").isascii()


def test_a_day_is_marked_and_shown_with_its_sessions(capsys: Any) -> None:
    kept(session("a", 1), session("b"))
    said = told(capsys, "day", "1d", "--medicine", "yes", "--note", "rain")
    assert "headache: not said\n  medicine: yes\n  rain\n" in said
    assert "Headband" in said and " a\n" in said and " b\n" not in said
    assert "medicine: no" in told(capsys, "day", "1d", "--medicine", "no", "--note", "")
    assert "medicine: not said" in told(capsys, "day", "1d", "--medicine", "unsaid")


def test_at_ten_medicine_days_the_page_says_whom_to_ask(capsys: Any) -> None:
    for back in range(10):
        said = told(capsys, "day", f"{back}d", "--medicine", "yes")
    said = " ".join(told(capsys, "day").split())
    assert "Medicine on 10 of 28 days." in said
    assert "Do not stop a prescribed medicine on your own." in said


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["note", "2026", "x"], "2 sessions begin with '2026'"),
        (["note", "zebra", "x"], "There is no session 'zebra'"),
        (["day", str(TODAY + timedelta(days=1))], "still to come"),
        (["note", "last", "x" * 2001], "at most 2,000 characters, and this one 2,001"),
        (["--since", "soon"], "'soon' is not a day"),
        (["--since", "99999999999d"], "is not a day"),
        (["--json", "--csv"], "One of --json, --csv and --stats."),
        (["--json", "day"], "for the list"),
        (["dya"], "Did you mean 'day'?"),
        (["delete"], "One of SESSION, --all and --before."),
        (["delete", "last"], "--yes is needed"),
        (["export", "all.doc"], "must end with .json"),
    ],
)
def test_wrong_use_is_told(words: list[str], why: str, capsys: Any) -> None:
    kept(session("2026-a"), session("2026-b"))
    assert run(["journal", *words]) == Exit.WRONG_USE
    assert why in capsys.readouterr().err
    assert names() == ["2026-a", "2026-b"]


@pytest.mark.parametrize("asked", ["last", "2026-b", "2026-b-whole"])
def test_a_note_is_kept_about_a_session_by_the_beginning_of_its_name(
    asked: str, capsys: Any
) -> None:
    kept(session("2026-a", 1), session("2026-b-whole"))
    told(capsys, "note", asked, " tired ")
    with Journal.read() as journal:
        assert [one.note for one in journal.records()] == ["", "tired"]
    assert run(["journal", "note", asked, ""]) or "delete 2026-b" in capsys.readouterr().err


@pytest.mark.parametrize("ending", [".json", ".csv", ".txt"])
def test_an_export_is_the_persons_own_and_replaces_nothing_unasked(
    ending: str, tmp_path: Path, capsys: Any
) -> None:
    kept(session("a"))
    file = tmp_path / f"mine{ending}"
    told(capsys, "export", str(file))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "Headband" in file.read_text("utf-8")
    file.write_text("precious")
    assert run(["journal", "export", str(file)]) == Exit.WRONG_USE
    assert file.read_text() == "precious"
    told(capsys, "export", "--force", str(file))
    assert "Headband" in file.read_text("utf-8")
    assert list(tmp_path.glob("*.part")) == []


def test_an_export_that_cannot_be_written_names_the_file(tmp_path: Path, capsys: Any) -> None:
    file = tmp_path / "none" / "mine.json"
    assert run(["journal", "export", str(file)]) == Exit.FINDINGS
    assert f"{file}: No such file or directory" in capsys.readouterr().err


def test_the_text_for_a_doctor_says_what_the_numbers_are(tmp_path: Path, capsys: Any) -> None:
    kept(session("a"))
    told(capsys, "day", "--headache", "yes")
    told(capsys, "export", str(tmp_path / "all.txt"))
    said = " ".join((tmp_path / "all.txt").read_text("utf-8").split())
    for expected in (
        "from 0, none, to 10, the worst one can imagine",
        "Nothing here is a measurement or a diagnosis.",
        "Trials put 1 day with a headache into the group of 1 to 14.",
        "pain 6 → 3",
    ):
        assert expected in said


@pytest.mark.parametrize(
    ("words", "left"),
    [(["a"], ["b", "c"]), (["last"], ["a", "b"]), (["--before", "3d"], ["c"]), (["--all"], [])],
)
def test_what_is_deleted_is_gone(words: list[str], left: list[str]) -> None:
    kept(session("a", 9), session("b", 5), session("c"))
    assert run(["journal", "delete", "--yes", *words]) == Exit.DONE
    assert names() == left


def test_all_that_is_deleted_takes_other_traces_of_sessions_with_it() -> None:
    favourites.keep_favourite("headband", True)
    favourites.keep_played("headband")
    worked.add_worked(TODAY, {"temple": 60_000})
    kept(session("a"))
    run(["journal", "delete", "--yes", "--all"])
    assert (favourites.lately(), favourites.favourites()) == ((), ("headband",))
    assert worked.worked_on(TODAY) == {}


@pytest.mark.parametrize(("agreed", "left"), [(True, []), (False, ["a"])])
def test_before_it_deletes_it_asks(
    agreed: bool, left: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(session("a"))
    asked = []
    monkeypatch.setattr(journal_file, "is_terminal", lambda stream: True)
    monkeypatch.setattr(click, "confirm", lambda text, err: asked.append(text) or agreed)
    assert run(["journal", "delete", "last"]) == (Exit.DONE if agreed else Exit.ENDED_EARLY)
    assert asked[0].startswith("Delete Headband of ")
    assert names() == left


@pytest.mark.parametrize(
    "words", [["delete", "--yes", "--all"], ["note", "last", "x"], ["day", "--headache", "yes"]]
)
def test_nothing_is_written_while_a_session_is_on(words: list[str], capsys: Any) -> None:
    kept(session("a"))
    lock = Lock.take()
    try:
        assert run(["journal", *words]) == Exit.FINDINGS
        err = capsys.readouterr().err
        assert "A session is on in another window (process " in err
        assert "): the journal is written by hand when it has ended." in err
        assert "Headband" in told(capsys)
    finally:
        lock.release()
    with Journal.read() as journal:
        assert (journal.records()[0].note, journal.days()) == ("", {})


def test_it_can_be_turned_off_and_on_and_what_was_written_stays(capsys: Any) -> None:
    kept(session("a"))
    told(capsys, "off")
    assert not recording.is_on()
    assert names() == ["a"]
    assert run(["journal", "delete", "--yes", "--all"]) == run(["journal"]) == Exit.DONE
    assert "Sessions are not written down now" in capsys.readouterr().err
    told(capsys, "on")
    assert recording.is_on()


def test_what_a_copy_has_can_be_added_again(capsys: Any) -> None:
    assert run(["journal", "restore"]) == Exit.FINDINGS
    assert "there is no copy" in capsys.readouterr().err
    kept(session("a"))
    with Journal.write() as journal:
        journal.back_up(TODAY)
    told(capsys, "restore")


def test_a_routine_that_is_mistyped_is_answered_with_the_nearest(capsys: Any) -> None:
    kept(session("a", title="Jaw"))
    assert run(["journal", "--routine", "jaww"]) == Exit.DONE
    assert "Did you mean 'jaw'?" in capsys.readouterr().err


def test_foreign_text_in_the_list_is_shown_and_not_obeyed(capsys: Any) -> None:
    kept(session("a", title="\x1b[2J[b]x"))
    assert "\\x1b[2J[b]x" in told(capsys)
    assert "\x1b" not in told(capsys, "--csv")


def test_a_file_that_cannot_be_read_is_told_with_its_reason(home: Path, capsys: Any) -> None:
    (home / "data" / "journal.db").mkdir(parents=True)
    assert run(["journal"]) == Exit.FINDINGS
    assert "The journal cannot be read: " in capsys.readouterr().err
