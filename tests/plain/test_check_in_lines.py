"""How it is before and after a session in lines: one line each, and Enter skips it."""

import io
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from small import ROUTINE, TODAY, small

from relax_coach import coach, intake
from relax_coach.audio.arranger import Arranger
from relax_coach.core import safety
from relax_coach.core.check_in import CheckIn
from relax_coach.core.check_out import CheckOut
from relax_coach.core.conditions import CONDITIONS
from relax_coach.core.options import Options
from relax_coach.core.record import Event, Ratings
from relax_coach.plain import play as plain_play
from relax_coach.plain.check_in import ONLY_WHERE, RATE, WHERE, checked_in
from relax_coach.plain.check_out import NOBODY, SLIP, checked_out
from relax_coach.plain.keyboard import Keyboard
from relax_coach.plain.questions import Questions, Refused
from relax_coach.player import Player
from relax_coach.store import answers, library
from relax_coach.store.journal import Journal
from relax_coach.store.settings import Settings

SHOULDERS = library.find("shoulders").document.routine

SILENT = Settings(speaker="off")


class Typed(Keyboard):
    """A person at a terminal who types these lines, and then nothing."""

    def __init__(self, *typed: str) -> None:
        super().__init__(None)
        self.live = True
        self.typed: Iterator[str] = iter(typed)

    def line(self) -> str:
        line = next(self.typed, None)
        self.live = line is not None
        return line or ""


def check_in(
    *typed: str,
    options: Options | None = None,
    eased: Mapping[str, int] | None = None,
    places: tuple[str, ...] = ("",),
) -> tuple[Options, CheckIn, list[str]]:
    """`places`: what is typed where the place is asked for, which it is where none is chosen."""
    said: list[str] = []
    asked = () if options else places
    keyboard = Typed(*asked, *typed) if typed else Typed()
    assert SHOULDERS is not None
    with Journal.write() as journal:
        begun = {"routine": "shoulders", "eased": dict(eased or {})}
        journal.append([Event("s", 1, "begin", begun, datetime(2026, 2, 1, tzinfo=UTC))])
    questions = Questions(keyboard, said.append)
    found = checked_in(questions, SHOULDERS, options or Options(), SILENT, asks=True)
    assert len(questions.told) == len(found[1].adapted), "what was said is not said again"
    assert next(keyboard.typed, None) is None, "all of it was asked for"
    return *found, said[len(asked) :]


def check_out(*typed: str, before: Ratings) -> tuple[CheckOut, list[str]]:
    said: list[str] = []
    return checked_out(Typed(*typed), said.append, before), said


@pytest.mark.parametrize(("typed", "before"), [
    (["6 5 4"], Ratings(6, 5, 4)),
    (["6,5, 10"], Ratings(6, 5, 10)),
    ([""], Ratings()),
    (["6"], Ratings(6)),
    (["- 6"], Ratings(None, 6)),
    (["6 5 4 3", "6 5 11", "x y z", "0 0 0"], Ratings(0, 0, 0)),
    ([], Ratings()),
])  # fmt: skip
def test_three_numbers_say_it_and_enter_skips(typed: list[str], before: Ratings) -> None:
    options, told, said = check_in(*typed)
    assert told == CheckIn(before=before)
    assert options == Options()
    assert said[0] == RATE


def test_a_danger_sign_in_place_of_a_place_ends_it() -> None:
    answers.keep_signs_clear(TODAY)
    with pytest.raises(Refused):
        check_in("", places=("chest pain",))
    assert not answers.signs_clear_on(TODAY)


def test_who_has_none_is_told_how_to_go_on_after_it() -> None:
    said: list[str] = []
    assert SHOULDERS is not None
    with pytest.raises(Refused):
        checked_in(Questions(Typed("eyes hurt"), said.append), SHOULDERS, Options(), SILENT, True)
    assert said[-1].endswith("give the same command again and name the place alone.")
    assert check_in("", places=("eyes",))[1].spot == "eyes"


@pytest.mark.parametrize(("places", "found"), [
    (("right shoulder",), ("upper_trapezius", "right")),
    (("Temple",), ("temple", "")),
    (("throat", "shoolder", "left", "left temple"), ("temple", "left")),
    (("",), ("", "")),
])  # fmt: skip
def test_the_place_and_its_side_may_be_said(
    places: tuple[str, ...], found: tuple[str, str]
) -> None:
    options, told, _ = check_in("", *[""] * (found[1] == "right"), places=places)
    assert (told.spot, told.side) == found
    assert options.side == found[1]


@pytest.mark.parametrize("typed", ["6", "left temple twice"])
def test_what_is_asked_later_is_not_the_place(typed: str) -> None:
    said: list[str] = []
    assert SHOULDERS is not None
    asked = Questions(Typed(typed, "temple", ""), said.append)
    checked_in(asked, SHOULDERS, Options(), SILENT, asks=True)
    assert said[:3] == [WHERE, ONLY_WHERE, WHERE]


@pytest.mark.parametrize(("typed", "adapted"), [((), ()), (("t", ""), ("twice",)), (("n",), ())])
def test_the_left_side_is_first_anyway_and_twice_if_that_is_wanted(
    typed: tuple[str, ...], adapted: tuple[str, ...]
) -> None:
    _, told, said = check_in("", *(typed or ("",)), places=("left shoulder",))
    assert told.adapted == adapted
    assert said[1:3] == [
        "For you today: it is done as it is written.",
        "Enter begins so. t has the sore side twice.",
    ]


def test_what_two_turns_cost_is_told_where_a_time_was_asked_for() -> None:
    options = Options(side="right", fit=240_000)
    _, told, said = check_in("", "t", "", options=options)
    assert "twice" in told.adapted
    assert "2. The right side has two turns. With that the session lasts" in "\n".join(said)
    assert "and not the 4:00 you asked for." in "\n".join(said)


def test_what_is_none_of_the_numbers_is_shown_as_text() -> None:
    _, _, said = check_in("\x1b[2J 5 5", "")
    assert said[1] == "\\x1b[2j is none of the numbers 0 to 10."


@pytest.mark.parametrize(("typed", "words"), [
    ([""], ("first", "gentle", "eased")),
    (["2"], ("first", "eased")),
    (["1, 3"], ("gentle",)),
    (["n"], ()),
    (["t", ""], ("first", "twice", "gentle", "eased")),
    (["t", "2"], ("first", "gentle", "eased")),
    (["7", "3"], ("first", "gentle")),
    ([], ("first", "gentle", "eased")),
])  # fmt: skip
def test_what_is_suited_to_the_person_can_be_refused(
    typed: list[str], words: tuple[str, ...]
) -> None:
    options, told, said = check_in(
        "3 8 2", *typed, options=Options(side="right"), eased={"upper_trapezius": 1}
    )
    assert said[1:5] == [
        "For you today:",
        "1. The right side comes first.",
        "2. It is tight: each place begins one level lighter.",
        "3. Lighter here, as last time: top of the shoulder.",
    ]
    assert told.adapted == words
    assert (options.sore_first, options.gentle) == ("first" in words, "gentle" in words)
    assert (options.twice, bool(options.eased)) == ("twice" in words, "eased" in words)


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
    code = plain_play.play(entry, options, off, today=TODAY, width=400, out=out, **asked)
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
    with Journal.read() as journal:
        assert journal.records()[0].ended == ended


@pytest.mark.usefixtures("clear_today")
def test_who_wants_no_questions_has_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _, said, left = play(monkeypatch, tmp_path, "3 9 3", skip_questions=True)
    assert left == ["3 9 3"] and RATE not in said
    assert not any(line.startswith("And now?") for line in said)
