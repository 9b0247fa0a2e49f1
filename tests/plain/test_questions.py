"""What is asked before a session in lines, and what follows from the answers."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from small import ROUTINE, TODAY, small, timeline
from typed import Typed

from relax_coach import intake
from relax_coach.core import document, safety
from relax_coach.core.conditions import CONDITIONS, LASTING, OF_RECEIVER, SIGNS
from relax_coach.core.options import Options
from relax_coach.plain.check_in import checked_in
from relax_coach.plain.keyboard import Keyboard
from relax_coach.plain.questions import Questions, Refused, TurnedBack
from relax_coach.store import answers, library
from relax_coach.store.settings import Settings


class Answers(Typed):
    """One who types these lines, and must be asked for nothing more."""

    def line(self) -> str:
        return next(self.typed)


@pytest.fixture
def asked_before() -> None:
    """Every condition was denied yesterday."""
    intake.keep_conditions(dict.fromkeys(CONDITIONS, False), TODAY - timedelta(days=1))


def ask(*typed: str, skip: bool = False) -> tuple[Options, list[str]]:
    routine = document.read(ROUTINE).routine
    assert routine is not None
    said: list[str] = []
    asked = Questions(Answers(*typed), said.append)
    return asked.answered(routine, Options(), TODAY, skip), said


@pytest.mark.usefixtures("asked_before")
def test_todays_signs_are_asked_once_a_day() -> None:
    assert ask("n", "jaw", "l")[0] == Options(side="left", spot="masseter")
    assert answers.signs_clear_on(TODAY)
    options, said = ask("", "")
    assert options == Options(spot="temple")
    assert not [line for line in said if line.startswith(safety.QUESTION)]


@pytest.mark.usefixtures("asked_before")
@pytest.mark.parametrize(("typed", "kept"), [("", "both"), ("r", "right")])
def test_the_side_that_was_answered_is_kept(typed: str, kept: str) -> None:
    questions = Questions(Answers("n", "temple", typed), print)
    options = questions.answered(small(), Options(), TODAY, skip=False)
    assert checked_in(questions, small(), options, Settings(), asks=False)[1].side == kept


@pytest.mark.usefixtures("asked_before")
def test_a_danger_sign_ends_it_before_the_first_press() -> None:
    with pytest.raises(Refused):
        ask("y", "1")
    assert not answers.signs_clear_on(TODAY)


def test_conditions_are_asked_once_and_each_tells_its_reason_on_demand() -> None:
    number = str([row.word for row in LASTING].index("pregnancy") + 1)
    options, said = ask("what?", f"{number}?", number, "n", "temple", "")
    assert options.held == {"pregnancy"}
    assert f"{number}. Pregnant?" in said
    assert f"Pregnant: {CONDITIONS['pregnancy'].reason}" in said
    assert ask("temple", "")[0].held == {"pregnancy"}, "and remembered"


def test_who_will_be_massaged_is_asked_each_time_and_must_say_yes() -> None:
    two = replace(small(), who="partner")
    said: list[str] = []
    for _ in range(2):
        questions = Questions(Answers("n", "n", "y", "temple", ""), said.append)
        assert questions.answered(two, Options(), TODAY, False).held == frozenset()
    assert said.count(safety.THEIR_CONDITIONS_TITLE) == 2
    with pytest.raises(TurnedBack):
        Questions(Answers("n", "n", "n"), said.append).answered(two, Options(), TODAY, False)


def test_what_is_left_out_is_said_before_their_yes() -> None:
    two = replace(small(), who="partner")
    number = str([row.word for row in OF_RECEIVER].index("pregnancy") + 1)
    said: list[str] = []
    questions = Questions(Answers(number, "n", "y", "temple", ""), said.append)
    questions.answered(two, Options(), TODAY, False)
    (limit,) = questions.told
    assert limit.startswith("Pregnant: ")
    assert said.index(limit) < said.index(f"{safety.CONSENT_TITLE}:")


@pytest.mark.usefixtures("asked_before")
def test_a_spot_that_may_not_be_pressed_is_asked_again() -> None:
    options, said = ask("n", "throat", "forehead")
    assert options == Options(spot="forehead")
    assert any(line.startswith("These can be chosen: ") for line in said)


def test_nobody_to_answer_means_light_and_off_the_neck(tmp_path: Path) -> None:
    routine = document.read(ROUTINE).routine
    assert routine is not None
    said: list[str] = []
    options = Questions(Keyboard(None), said.append).answered(routine, Options(), TODAY, True)
    assert options == Options(held=frozenset({"nobody"}))
    assert safety.SPOKEN_STOP in said[0]
    assert not answers.signs_clear_on(TODAY)
    assert max(span.pressure or 0 for span in timeline(options).spans) == 2


@pytest.mark.usefixtures("asked_before")
def test_several_signs_can_be_told_and_a_wrong_number_is_told() -> None:
    words = [row.word for row in SIGNS]
    fever, chest = (str(words.index(word) + 1) for word in ("fever", "chest"))
    with pytest.raises(Refused):
        ask("y", "99", f"{fever} {chest}")
    assert answers.signs_on(TODAY) == {"fever", "chest"}


@pytest.mark.usefixtures("asked_before")
def test_a_sign_that_refuses_is_not_hidden_by_one_that_only_leaves_out() -> None:
    words = [row.word for row in SIGNS]
    fever, sore = (str(words.index(word) + 1) for word in ("fever", "sore_temple"))
    with pytest.raises(Refused):
        ask("y", f"{sore} {fever}")
    assert answers.signs_on(TODAY) == {"fever", "sore_temple"}


def test_a_spot_that_is_chosen_is_judged_too() -> None:
    intake.keep_conditions(
        {word: word == "vessels" for word in CONDITIONS}, TODAY - timedelta(days=1)
    )
    routine = library.find("mini-massage").document.routine
    assert routine is not None
    asked = Questions(Answers("n", "base of the skull"), lambda line: None)
    with pytest.raises(Refused):
        asked.answered(routine, Options(), TODAY, skip=False)


@pytest.mark.usefixtures("asked_before")
def test_a_sign_told_earlier_stays_with_what_is_told_now() -> None:
    intake.keep_signs(frozenset({"drink"}), TODAY)
    with pytest.raises(Refused):
        ask("y", "1")
    assert answers.signs_on(TODAY) == {"thunderclap", "drink"}


@pytest.mark.usefixtures("asked_before")
def test_a_dash_before_a_number_is_no_denial() -> None:
    with pytest.raises(Refused):
        ask("y", "-3", "3")
    assert answers.signs_on(TODAY) == {"stroke"}


@pytest.mark.usefixtures("asked_before")
@pytest.mark.parametrize("word", ["numbness", "neck pain", "yesterday"])
def test_a_sign_in_words_is_neither_no_nor_yes(word: str) -> None:
    assert ask(word, "n", "", "")[0] == Options(spot="temple")


@pytest.mark.usefixtures("asked_before")
def test_one_of_the_signs_told_earlier_is_taken_back() -> None:
    intake.keep_signs(frozenset({"thunderclap", "drink"}), TODAY)
    number = [row.word for row in SIGNS].index("thunderclap") + 1
    with pytest.raises(Refused):
        ask("y", f"-{number}")
    assert answers.signs_on(TODAY) == {"drink"}
