"""A session whose device goes and comes, and whose machine falls asleep."""

import pytest
from hand import WAIT, Hand, Session, player_of

from relax_coach.audio.outputs import IN_SILENCE, NoSound
from relax_coach.audio.outputs.fallback import SOUND_BACK, SOUND_GONE


def test_when_the_sound_goes_the_session_goes_on_in_silence(session: Session) -> None:
    player = session.player
    player.play()
    assert player.look() == ""
    session.output.lost = True
    assert player.look() == SOUND_GONE
    assert player.output is session.silence
    assert (session.output.does, session.silence.does) == (["play", "close"], ["play"])
    assert player.look() == ""


def test_a_device_that_cannot_start_is_said_and_replaced(session: Session) -> None:
    session.output.broken = True
    assert session.player.toggle() == f"Nothing to play on. {IN_SILENCE}"
    assert session.player.output is session.silence
    assert (session.player.paused, session.silence.does) == (False, ["play"])


def test_a_device_lost_in_a_pause_stays_paused(session: Session) -> None:
    session.output.lost = True
    assert session.player.look() == SOUND_GONE
    assert (session.player.paused, session.silence.does) == (True, [])


def test_the_sound_comes_back_where_the_session_is(session: Session) -> None:
    player, back = session.player, Hand(position=9_000)
    player.play()
    session.output.lost = True
    player.louder()
    session.reopened = [NoSound("Not yet."), back]
    assert session.look_after(0.1) == SOUND_GONE
    assert session.look_after(5.5) == "" and player.output is session.silence
    assert session.look_after(1.0) == "", "it is open, and nothing was heard yet"
    assert (player.output, back.does, player.position) == (back, ["play"], 187)
    assert (session.silence.does, back.gain) == (["play", "close"], pytest.approx(0.81))
    back.position += 4_800
    assert session.look_after(0.1) == SOUND_BACK
    assert session.look_after(0.1) == ""


def test_a_device_that_is_lost_again_unheard_is_not_told_of_again(session: Session) -> None:
    session.player.play()
    session.output.lost = True
    session.reopened = [back := Hand()]
    session.look_after(4)
    assert session.player.output is back
    back.lost = True
    assert session.look_after(0.1) == ""
    assert session.player.output is session.silence


def test_after_a_while_it_tries_less_often(session: Session) -> None:
    session.player.play()
    session.output.lost = True
    session.reopened = [NoSound("Not yet.") for _ in range(15)]
    left = []
    for _ in range(8):
        session.look_after(17)
        left.append(len(session.reopened))
    assert left == [10, 5, 5, 4, 4, 3, 3, 2], "every 3 s for half a minute, then every 30 s"


def test_in_a_pause_the_sound_comes_back_and_waits(session: Session) -> None:
    session.output.lost = True
    session.reopened = [back := Hand()]
    assert session.look_after(4) == SOUND_GONE
    assert (session.player.output, back.does) == (back, [])


def test_a_device_that_comes_back_broken_is_tried_again(session: Session) -> None:
    session.player.play()
    session.output.lost = True
    session.reopened = [Hand(broken=True), back := Hand()]
    session.look_after(4)
    assert session.player.output is session.silence
    session.look_after(4)
    assert session.player.output is back


def test_chosen_silence_stays_silent() -> None:
    player, _ = player_of(WAIT)
    player.output.name = "none"  # type: ignore[misc]
    assert [player.look() for _ in range(100)] == [""] * 100


def test_what_passed_while_the_machine_slept_is_not_massage(session: Session) -> None:
    player, output = session.player, session.output
    player.play()
    output.at(20)
    assert session.look_after(0.1) == ""
    done = player.done
    session.clock.now += 20
    output.at(21.5)
    assert player.look() == "You were away for 20 seconds. Paused at the same place."
    assert (player.paused, player.away, session.seconds, player.done) == (True, True, 20, done)
    session.clock.now += 7_300
    assert player.look() == "", "a pause may last as long as it likes"
    player.toggle()
    assert session.look_after(1.4) == "" and not player.away


def test_a_screen_that_stood_still_over_the_sound_is_nothing(session: Session) -> None:
    player, output = session.player, session.output
    player.play()
    output.at(20)
    session.look_after(0.1)
    session.clock.now += 12
    output.at(31.9)
    assert (player.look(), player.paused, session.seconds) == ("", False, 31.9)


def test_what_was_played_to_its_end_while_nobody_looked_is_over(session: Session) -> None:
    session.player.play()
    session.clock.now += 600
    session.output.at(86)
    session.output.ended = True
    assert (session.player.look(), session.player.finished) == ("", True)


@pytest.mark.parametrize(
    ("away", "words"), [(1.6, "2 seconds"), (89, "89 seconds"), (720, "12 minutes"), (9e4, "25 h")]
)
def test_how_long_it_was_away_is_said_in_words(session: Session, away: float, words: str) -> None:
    session.player.play()
    session.clock.now += away
    assert session.player.look().startswith(f"You were away for {words}")


def test_a_clock_that_goes_back_or_a_slow_moment_is_nothing(session: Session) -> None:
    session.player.play()
    for step in (-3_600, 1.4, 1.4, 0.1):
        session.clock.now += step
        assert session.player.look() == ""


def test_where_nobody_can_go_on_it_goes_on_from_the_same_place(session: Session) -> None:
    session.player.attended = False
    session.player.play()
    session.output.at(20)
    session.look_after(0.1)
    session.clock.now += 20
    session.output.at(21.5)
    told = session.player.look()
    assert told == "You were away for 20 seconds. Going on from the same place."
    assert (session.player.paused, session.seconds) == (False, 20)


@pytest.mark.parametrize(("name", "second", "paused"), [("none", 20, True), ("hand", 26, False)])
def test_what_nobody_saw_counts_where_it_was_heard(
    session: Session, name: str, second: float, paused: bool
) -> None:
    """A terminal stood still for six seconds, and something else asked for the place meanwhile."""
    player, output = session.player, session.output
    output.name = name
    player.play()
    output.at(20)
    session.look_after(0.1)
    session.clock.now += 6
    output.at(26)
    assert player.look().startswith("You were away for 6 seconds.") is paused
    assert (player.paused, session.seconds, player.seen) == (paused, second, second * 1000)
