"""A session that is on in another window, as the journal tells it here."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from relax_coach.cli.program import run
from relax_coach.core.exits import Exit
from relax_coach.core.record import Event
from relax_coach.store.journal import Journal
from relax_coach.store.lock import Lock


def told(capsys: Any, *words: str) -> str:
    assert run(["journal", *words]) == Exit.DONE
    return str(capsys.readouterr().out)


def test_a_session_that_is_on_elsewhere_is_going_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    with Journal.write() as journal:
        journal.append([Event("a", 1, "begin", {"planned_ms": 240_000}, datetime.now(UTC))])
    assert "interrupted" in told(capsys)
    with Lock.take():
        monkeypatch.setattr(Lock, "held", False)  # as another process sees it
        for words in ([], ["day"]):
            said = told(capsys, *words)
            assert "0:00 of 4:00, going on" in said and "interrupted" not in said
        told(capsys, "export", str(tmp_path / "all.txt"))
        assert "going on" in (tmp_path / "all.txt").read_text("utf-8")
        endings = [one["ended"] for one in json.loads(told(capsys, "--json"))["sessions"]]
    assert endings == ["interrupted"]


def test_after_a_loss_nobody_is_told_that_nothing_was_ever_there(home: Path, capsys: Any) -> None:
    path = home / "data" / "journal.db"
    with Journal.write() as journal:
        journal.append([Event("a", 1, "begin", {"planned_ms": 240_000}, datetime.now(UTC))])
    path.write_bytes(b"garbage " * 1_000)
    for _ in range(2):
        assert run(["journal"]) == Exit.DONE
        err = capsys.readouterr().err
        assert "Nothing is in the journal now. A damaged one was set aside" in err
