"""What was answered today holds for today, on this machine, for this person alone."""

import json
import os
import stat
from datetime import date
from pathlib import Path

import pytest

from relax_coach.store import answers
from relax_coach.store import kept as store_kept

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

    monkeypatch.setattr(store_kept.json, "dump", full)
    with pytest.raises(OSError, match="No space"):
        answers.keep_signs_clear(TODAY)
    assert answers.signs_clear_on(YESTERDAY)
    assert list(kept.parent.iterdir()) == [kept]


def test_where_it_cannot_be_written_that_is_told(kept: Path) -> None:
    kept.mkdir(parents=True)
    with pytest.raises(OSError):
        answers.keep_signs_clear(TODAY)
    assert list(kept.parent.iterdir()) == [kept]
