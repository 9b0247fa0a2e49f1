"""`resume` of a session whose routine is not there any more."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from relax_coach.cli.program import run
from relax_coach.core.exits import Exit
from relax_coach.core.record import Event
from relax_coach.store.journal import Journal

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("text", [None, "routine: 1"], ids=["gone", "broken"])
def test_without_its_routine_a_session_cannot_be_resumed(
    text: str | None, tmp_path: Path, capsys: Any
) -> None:
    file = tmp_path / "mine.yaml"
    if text is not None:
        file.write_text(text)
    begin = Event("a", 1, "begin", {"routine": "mine", "find": str(file)}, NOW)
    with Journal.write() as journal:
        journal.append([begin, Event("a", 2, "at", {"position": 9_000}, NOW)])
    assert run(["resume"]) == Exit.FINDINGS
    assert (
        f"The routine of the interrupted session is gone or has errors ({file})"
        in capsys.readouterr().err
    )
    with Journal.read() as journal:
        assert [one.ended for one in journal.records()] == ["interrupted"]
