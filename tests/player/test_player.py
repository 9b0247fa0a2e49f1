"""A session in progress, pulled by hand: the test says how far the device got."""

import pytest
from hand import THREE_STEPS, WAIT, Arranged, Hand, Session, player_of

from relax_coach.core import document
from relax_coach.core.balance import Balance
from relax_coach.core.compile import compile_routine
from relax_coach.player import SAMPLES_PER_MS, Player


def test_position_is_what_the_device_took(session: Session) -> None:
    assert session.player.position == 0
    session.output.position = 20_000 * SAMPLES_PER_MS + 47
    assert session.player.position == 20_000
    assert (session.player.moment.step, session.player.moment.left) == (1, 17_000)
    session.output.at(100)
    assert session.player.position == session.player.timeline.total == 86_000


def test_play_pause_and_toggle(session: Session) -> None:
    player = session.player
    assert player.paused
    assert [player.play(), player.paused] == ["", False]
    assert [player.toggle(), player.paused] == ["Paused. Take your time.", True]
    assert [player.toggle(), player.paused] == ["Going on.", False]
    player.pause()
    assert session.output.does == ["play", "pause", "play", "pause"]


def test_seek_stays_inside_the_session(session: Session) -> None:
    for wanted, seconds in ((30_000, 30), (-1, 0), (999_999, 86)):
        session.player.seek(wanted)
        assert session.seconds == seconds


@pytest.mark.parametrize(
    ("at", "to"), [(0, 5), (4.999, 5), (5, 37), (20, 37), (42, 45), (45, 78), (77, 78), (78, 86)]
)
def test_next_goes_to_the_next_lead_and_at_last_to_the_end(
    session: Session, at: float, to: float
) -> None:
    session.output.at(at)
    assert session.player.next() == ""
    assert session.seconds == to


@pytest.mark.parametrize(
    ("at", "to"),
    [(2, 0), (4.9, 0), (5, 0), (7.999, 0), (8, 5), (30, 5), (39.999, 5), (40, 37), (46, 37),
     (80, 45)],
)  # fmt: skip
def test_previous_goes_to_the_start_or_soon_after_it_to_the_step_before(
    session: Session, at: float, to: float
) -> None:
    session.output.at(at)
    assert session.player.previous() == ""
    assert session.seconds == to


@pytest.mark.parametrize(("at", "to"), [(2, 0), (6, 5), (30, 5), (42, 37), (77, 45)])
def test_again_begins_this_step_anew(session: Session, at: float, to: float) -> None:
    session.output.at(at)
    assert session.player.again() == "Once more, from the beginning of this step."
    assert session.seconds == to


def test_stay_goes_on_in_a_longer_score(session: Session) -> None:
    session.output.at(30)
    assert session.player.stay() == "10 more seconds here."
    assert session.player.timeline.total == 96_000
    assert session.output.score == ("score", 96_000)
    assert (session.seconds, session.player.moment.left) == (30, 17_000)


def test_where_a_cap_forbids_it_nothing_is_loaded(session: Session) -> None:
    text = THREE_STEPS.replace(b"knead", b"press").replace(b"20s", b"85s")
    routine = document.read(text).routine
    assert routine is not None
    session.player.timeline = before = compile_routine("t", routine)
    session.output.at(20)
    assert session.player.stay().endswith("Let it rest.")
    assert session.player.timeline is before
    assert session.output.score is None


def test_mute_and_volume(session: Session) -> None:
    player, output = session.player, session.output
    assert output.gain == pytest.approx(0.64)
    assert [player.mute(), output.gain] == ["Sound off.", 0.0]
    assert [player.mute(), output.gain] == ["Sound on.", pytest.approx(0.64)]
    player.mute()
    assert [player.louder(), output.gain] == ["Volume 9 of 10.", pytest.approx(0.81)]
    assert [player.louder(5), output.gain] == ["Volume 10 of 10.", 1.0]
    assert [player.louder(-99), output.gain] == ["Volume 0 of 10.", 0.0]
    assert player.balance.volume == 0


def test_each_part_has_a_level_of_its_own(session: Session) -> None:
    kept: list[Balance] = []
    timeline = session.player.timeline
    output, arranged = Hand(), Arranged(spoken=True)
    player = Player(timeline, output, arranged, Hand, keep_balance=kept.append)  # type: ignore[arg-type]
    assert player.turn_next() == "- and + now: Voice 10 of 10."
    assert (player.louder(-3), output.gain) == ("Voice 7 of 10.", pytest.approx(0.64))
    assert output.score == ("score", timeline.total)
    assert player.turn_next() == "- and + now: Tones 10 of 10."
    assert player.louder(-1) == "Tones 9 of 10."
    assert player.turn_next() == "- and + now: Volume 8 of 10.", "nothing sounds under it"
    assert kept[-1] == Balance(volume=8, voice=7, cues=9)


def test_a_pause_is_said_where_someone_speaks(session: Session) -> None:
    output = Hand()
    player = Player(session.player.timeline, output, Arranged(spoken=True), Hand)  # type: ignore[arg-type]
    player.play()
    assert player.toggle() == output.aside == "Paused. Take your time."
    player.toggle()
    player.voice()
    player.toggle()
    assert output.aside is None, "the voice is off"


def test_it_can_begin_muted(session: Session) -> None:
    output = Hand()
    Player(session.player.timeline, output, Arranged(), Hand, muted=True)  # type: ignore[arg-type]
    assert output.gain == 0.0


def test_played_to_the_end_or_stopped_before(session: Session) -> None:
    player, output = session.player, session.output
    assert not player.ended
    output.ended = True
    assert (player.ended, player.finished, player.play()) == (True, True, "")
    assert output.does == []
    output.ended = False
    player.end()
    assert (player.ended, player.finished, player.paused) == (True, False, True)
    player.play()
    player.close()
    assert output.does == ["pause", "close"]
    output.ended = True
    assert not player.finished


def test_a_wait_holds_until_the_person_goes_on() -> None:
    player, output = player_of(WAIT)
    for seconds in range(8, 120):
        output.at(seconds)
        player.look()
        assert player.moment.span.kind == "wait"
    assert player.toggle() == "Going on."
    assert player.moment.span.kind == "lead"
    assert not player.paused


def test_a_wait_ends_by_itself_where_nobody_can_go_on_or_its_author_says_so() -> None:
    for steps, attended in ((WAIT, False), (WAIT.replace("yes", "yes, for: 30s"), True)):
        player, output = player_of(steps, attended)
        output.at(36)
        player.look()
        assert player.timeline.total == 54_000


def test_a_wait_of_an_hour_stands_still() -> None:
    player, output = player_of(WAIT)
    output.at(9)
    while not player.paused:
        output.at(player.moment.span.end / 1000 - 1)
        player.look()
    assert player.moment.span.length == 3_600_000


SIX = "  - {target: shoulder, technique: knead, side: left, for: 6m, say: Go.}"  # work from 8


def test_again_and_back_obey_ten_minutes_on_a_target() -> None:
    player, output = player_of(SIX)
    output.at(8 + 200)
    assert player.again().startswith("Once more")
    output.at(8 + 100)
    assert player.again().startswith("Ten minutes on the top of the shoulder")
    assert player.previous().startswith("Ten minutes on the top of the shoulder")
    assert player.position == 108_000


def test_the_other_side_and_easing_off_make_a_new_score() -> None:
    player, output = player_of(SIX.replace("6m", "20s"))
    output.at(9)
    assert player.ease_off() == "Lighter: 3 of 10, light."
    assert output.score == ("score", player.timeline.total)
    assert player.other_side() == "Then the right side too."
    assert output.score == ("score", player.timeline.total)


def test_where_words_begin_anew_they_are_the_answer_to_a_key() -> None:
    player, output = player_of("  - {target: neck, technique: knead, side: each, for: 20s}")
    player._arranger.speech = lambda text: 4_000  # type: ignore[misc]
    lead = player.timeline.step_start(1)
    output.position = (lead + 1_000) * SAMPLES_PER_MS
    assert player.other_side() == "The right side first."
    said = [cue.text for cue in player.timeline.cues if cue.text]
    assert any("right side" in text.lower() for text in said) and player.position == lead
    assert "The right side first." not in said


def test_an_answer_that_would_come_with_the_next_words_is_not_said() -> None:
    player, output = player_of("  - {target: neck, technique: knead, side: each, for: 20s}")
    player._arranger.speech = lambda text: 1_000  # type: ignore[misc]
    output.at(player.timeline.step_start(1) / 1000 - 0.5)
    assert player.ease_off() == "Nothing is pressed here."
    assert [cue for cue in player.timeline.cues if cue.answers] == []


def test_an_answer_is_not_said_again_when_the_step_is_done_again() -> None:
    player, output = player_of("  - {rest: 40s, say: Rest.}")
    player._arranger.speech = lambda text: 1_000  # type: ignore[misc]
    output.at(player.timeline.step_start(1) / 1000 + 10)
    player.stay()
    assert [cue.text for cue in player.timeline.cues if cue.answers] == ["A little longer here."]
    output.at(player.timeline.step_start(1) / 1000 + 20)
    player.again()
    assert [cue for cue in player.timeline.cues if cue.answers] == []


def test_an_answer_that_waits_or_was_interrupted_is_said_after_a_pause() -> None:
    player, output = player_of("  - {rest: 40s, say: Rest.}")
    player._arranger.speech = lambda text: 1_000  # type: ignore[misc]
    player.speaks = True
    output.at(player.timeline.step_start(1) / 1000 + 10)
    player.stay()
    (answer,) = [cue for cue in player.timeline.cues if cue.answers]
    output.at((answer.at + 500) / 1000)
    player.pause()
    player.play()
    assert answer in player.timeline.cues and player.position == answer.at


def test_what_a_key_changed_is_told_with_the_place() -> None:
    player, output = player_of(SIX.replace("6m", "20s"))
    told: list[tuple[str, int]] = []
    player.changed = lambda does, position: told.append((does, position))
    output.at(9)
    for does in (
        "stay",
        "ease_off",
        "other_side",
        "mute",
        "pause",
        "pause",
        "play",
        "play",
        "next",
    ):
        getattr(player, does)()
    assert told == [
        ("stay", 9_000), ("ease_off", 9_000), ("other_side", 9_000),
        ("pause", 9_000), ("play", 9_000), ("seek", player.timeline.step_start(2)),
    ]  # fmt: skip


def test_what_changed_nothing_is_not_told() -> None:
    player, _ = player_of(SIX)
    player.changed = lambda does, position: pytest.fail(does)
    assert player.ease_off() == "Nothing is pressed here."


def test_an_interrupted_session_goes_on_where_it_was_and_what_was_done_counts() -> None:
    before, output = player_of(SIX)
    output.at(8 + 200)
    before.stay()
    player, output = player_of(SIX)
    player.pause()
    player.restore(before.timeline, before.position, before.done)
    assert (player.position, player.done) == (before.position, before.done)
    assert output.score == ("score", before.timeline.total)
    output.at(8 + 370)
    assert player.done["session"] == 378_000
    assert player.again().startswith("Ten minutes on the top of the shoulder")
