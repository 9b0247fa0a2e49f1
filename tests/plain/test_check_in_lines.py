"""How it is before a session in lines: one line, and Enter skips it."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from small import TODAY
from typed import Typed

from relax_coach.core.check_in import CheckIn
from relax_coach.core.options import Options
from relax_coach.core.record import Event, Ratings
from relax_coach.plain.check_in import ONLY_WHERE, RATE, WHERE, checked_in
from relax_coach.plain.questions import Questions, Refused
from relax_coach.store import answers, library
from relax_coach.store.journal import Journal
from relax_coach.store.settings import Settings

SHOULDERS = library.find("shoulders").document.routine

SILENT = Settings(speaker="off")


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
