"""Whether something is wrong after a session: while that stands open no sign counts as denied."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from relax_coach import alarm, coach, intake
from relax_coach.core.check_in import CheckIn
from relax_coach.core.check_out import CheckOut
from relax_coach.core.conditions import CONDITIONS
from relax_coach.core.options import Options
from relax_coach.core.record import Ratings
from relax_coach.core.totals import Work
from relax_coach.logbook import Logbook
from relax_coach.store import answers, kept, library, worked
from relax_coach.store.settings import Settings

TODAY = date(2026, 3, 1)
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def log() -> Logbook:
    """Of a session of who denied the signs today, and has a pain of 3."""
    intake.keep_signs(frozenset(), TODAY)
    session = coach.ready(library.find("shoulders"), Options(), Settings(speaker="off"))
    return Logbook(session, CheckIn(before=Ratings(3)), today=lambda: TODAY)


def test_killed_at_the_question_the_signs_are_asked_again(log: Logbook) -> None:
    log.asks()
    assert not answers.signs_clear_on(TODAY)
    intake.keep_signs(frozenset(), TODAY)
    assert answers.signs_clear_on(TODAY), "once is enough"


def test_a_no_brings_back_what_was_denied(log: Logbook) -> None:
    log.asks()
    log.over(False, Counter())
    assert answers.signs_clear_on(TODAY)


@pytest.mark.parametrize("meanwhile", [
    lambda: alarm.heard(CONDITIONS["chest"]),
    answers.forget,
    lambda: intake.keep_signs(frozenset({"fever"}), TODAY),
])  # fmt: skip
def test_a_no_undoes_nothing_that_another_window_heard(
    log: Logbook, meanwhile: Callable[[], object]
) -> None:
    log.asks()
    meanwhile()
    told = answers.signs_on(TODAY)
    log.over(False, Counter())
    assert (answers.signs_clear_on(TODAY), answers.signs_on(TODAY)) == (False, told)


@pytest.mark.parametrize(("said", "clear"), [
    ([CheckOut(Ratings(5))], False),
    ([CheckOut(overall="much worse")], False),
    ([CheckOut(Ratings(5)), CheckOut(Ratings(2))], True),
])  # fmt: skip
def test_killed_over_worse_numbers_the_signs_are_asked_again(
    log: Logbook, said: list[CheckOut], clear: bool
) -> None:
    for each in said:
        log.saying(each)
    assert answers.signs_clear_on(TODAY) == clear


def test_over_midnight_it_is_the_new_day_that_is_rested() -> None:
    days = iter([TODAY, TOMORROW])
    session = coach.ready(library.find("shoulders"), Options(), Settings(speaker="off"))
    log = Logbook(session, CheckIn(), today=lambda: next(days))
    log.over(None, Counter())
    log.over(True, Counter())
    assert kept.read(answers.FILE)["hurt_on"] == TOMORROW.isoformat()


def test_a_no_after_breathing_answers_no_question_of_an_earlier_session(log: Logbook) -> None:
    log.asks()  # and killed
    session = coach.ready(library.find("breath-box"), Options(), Settings(speaker="off"))
    later = Logbook(session, CheckIn(), today=lambda: TODAY)
    later.asks()
    later.over(False, Counter())
    assert not answers.signs_clear_on(TODAY)


def test_what_was_worked_counts_once_also_when_the_question_is_closed() -> None:
    session = coach.ready(library.find("shoulders"), Options(), Settings(output="none"))
    player, _ = coach.start(session, Settings(output="none"))
    log = Logbook(session, CheckIn(), today=lambda: TODAY)
    log.begin(player)
    player.seek(90_000)
    player.restore(session.timeline, 90_000, Counter({Work("temple", "left"): 9_000}))
    log.end("finished")
    player.close()
    log.asks()
    for _ in range(2):
        assert log.close() == "" and worked.worked_on(TODAY) == {"temple": 9_000}
