"""How it is after a session in lines: one line, and Enter skips it."""

import io
from pathlib import Path
from typing import Any

import pytest
from small import ROUTINE, TODAY, small
from typed import Typed

from relax_coach import coach, intake
from relax_coach.audio.arranger import Arranger
from relax_coach.core import safety
from relax_coach.core.check_out import CheckOut
from relax_coach.core.conditions import CONDITIONS
from relax_coach.core.options import Options
from relax_coach.core.record import Ratings
from relax_coach.plain import play as plain_play
from relax_coach.plain.check_in import RATE
from relax_coach.plain.check_out import NOBODY, SLIP, checked_out
from relax_coach.player import Player
from relax_coach.store import answers, library
from relax_coach.store.journal import Journal
from relax_coach.store.settings import Settings


def check_out(*typed: str, before: Ratings) -> tuple[CheckOut, list[str]]:
    said: list[str] = []
    return checked_out(Typed(*typed), said.append, before), said


@pytest.mark.parametrize(("typed", "found"), [
    ("4 3 2 5", CheckOut(Ratings(4, 3, 2), "much better")),
    ("4 3 2 1 h m", CheckOut(Ratings(4, 3, 2), "much worse", headache=True, medicine=True)),
    ("4 3 2 1 hm", CheckOut(Ratings(4, 3, 2), "much worse", headache=True, medicine=True)),
    ("m", CheckOut(medicine=True)),
    ("", CheckOut()),
])  # fmt: skip
def test_after_it_the_same_and_overall(typed: str, found: CheckOut) -> None:
    told, said = check_out(typed, before=Ratings(6, 5, 4))
    assert told == found
    assert said == [
        "And now? Pain (it was 6), tightness (it was 5), stress (it was 4) from 0 to 10, then "
        "overall from 1 much worse to 5 much better: 4 numbers, or Enter to skip. "
        "h beside them: a headache today; m: a painkiller taken today."
    ]


def test_where_nothing_was_said_before_only_overall_is_asked() -> None:
    told, said = check_out("0", "3 3", "3", before=Ratings())
    assert told == CheckOut(overall="same")
    assert said[0].startswith("And now? Overall from 1 much worse to 5 much better: one number")
    assert "0 is none of the numbers 1 to 5." in said


class Person(Typed):
    """Types lines when asked, and `key` once the session is over."""

    after = "n"

    def key(self, wait: float) -> str:
        return self.after


class Ended:
    """An output at its end."""

    name, lost, playing, ended = "ended", False, False, True
    position = 0

    def __getattr__(self, name: str) -> Any:
        return lambda *_: None


def play(
    monkeypatch: pytest.MonkeyPatch, path: Path, *typed: str, key: str = "n", **asked: Any
) -> tuple[int, list[str], list[str]]:
    """The exit code, what was said, and what was typed for nothing."""

    def start(ready: coach.Ready, *_: Any, **__: Any) -> tuple[Player, tuple[str, ...]]:
        output: Any = Ended()
        return Player(ready.timeline, output, Arranger({}), lambda: output), ()

    person = Person(*typed)
    person.after = key
    monkeypatch.setattr(coach, "start", start)
    monkeypatch.setattr(plain_play, "Keyboard", lambda _: person)
    (path / "small.yaml").write_bytes(ROUTINE)
    out = io.StringIO()
    entry, off = library.find(str(path / "small.yaml")), Settings(speaker="off")
    options = Options(spot="temple", side="left")
    code = plain_play.play(entry, options, off, today=lambda: TODAY, width=400, out=out, **asked)
    return code, out.getvalue().splitlines(), list(person.typed)


@pytest.fixture
def clear_today() -> None:
    intake.keep_signs(frozenset(), TODAY)
    intake.keep_conditions(dict.fromkeys(CONDITIONS, False), TODAY)


@pytest.mark.usefixtures("clear_today")
def test_more_pain_by_two_rests_for_the_day(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    code, said, _ = play(monkeypatch, tmp_path, "3 2 2", "5 2 2 2")
    assert code == 0, "it was done all the same"
    told = safety.TOLD["self"]
    assert said[-6:] == ["Pain went up from 3 to 5.", safety.HURT_TITLE, told.stop_do,
                         safety.STOP_LATER, told.hurt_rest, SLIP]  # fmt: skip
    assert answers.hurt_on(TODAY) and not intake.asks(small(), TODAY).anything


@pytest.mark.usefixtures("clear_today")
@pytest.mark.parametrize(("again", "after"), [("2 2 2 4", Ratings(2, 2, 2)), ("", Ratings())])
def test_a_number_that_was_a_slip_is_said_again_or_not_at_all(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, again: str, after: Ratings
) -> None:
    code, said, left = play(monkeypatch, tmp_path, "3 2 2", "5 2 2 2", "s", again)
    assert (code, left) == (0, []) and said.count(SLIP) == 1
    assert not answers.hurt_on(TODAY)
    with Journal.read() as journal:
        assert journal.records()[0].after == after


@pytest.mark.usefixtures("clear_today")
@pytest.mark.parametrize(
    ("key", "asked", "ended"),
    [("n", True, "finished"), ("y", False, "stopped-safety"), ("", False, "finished")],
)
def test_who_is_hurt_is_asked_nothing_more_and_that_is_how_it_ended(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, key: str, asked: bool, ended: str
) -> None:
    monkeypatch.setattr("relax_coach.plain.check_out.ASKED_FOR", 1)
    _, said, _ = play(monkeypatch, tmp_path, "5", "", "", key=key)
    assert any(line.startswith("And now?") for line in said) == asked
    assert (said[-1] == NOBODY) == (not key)
    told = {safety.HURT_TITLE, safety.TOLD["self"].hurt_rest}
    assert told & set(said) == (told if key == "y" else set())
    with Journal.read() as journal:
        assert journal.records()[0].ended == ended


@pytest.mark.usefixtures("clear_today")
def test_who_wants_no_questions_has_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _, said, left = play(monkeypatch, tmp_path, "3 9 3", skip_questions=True)
    assert left == ["3 9 3"] and RATE not in said
    assert not any(line.startswith("And now?") for line in said)


@pytest.mark.usefixtures("clear_today")
@pytest.mark.parametrize(("key", "typed"), [("y", ["", "", ""]), ("n", ["3", "5 3", ""])])
def test_that_something_is_wrong_is_kept_before_it_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, key: str, typed: list[str]
) -> None:
    def gone(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(plain_play, "rest", gone)
    with pytest.raises(BrokenPipeError):
        play(monkeypatch, tmp_path, *typed, key=key)
    assert answers.hurt_on(TODAY)
