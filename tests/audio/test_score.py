"""A timeline becomes sound: each cue at its sample, and the same however it is cut."""

from dataclasses import replace

import numpy as np
import pytest

from relax_coach.audio.score import Event, Score, arrange
from relax_coach.audio.sound import Samples
from relax_coach.core.output import SAMPLES_PER_MS
from relax_coach.core.timeline import Cue, Span, Timeline

CLIP = np.full((480, 2), 0.25, np.float32)


def spoken(text: str) -> list[tuple[int, Samples]]:
    """Who can say one thing."""
    return [(0, CLIP)] if text == "Press." else []


def timeline(*cues: Cue, total: int = 10_000) -> Timeline:
    return Timeline("test", "Test", (Span(0, total, "work"),), cues)


def test_each_cue_is_at_its_sample(cues: dict[str, Samples]) -> None:
    planned = (Cue(0, "begin"), Cue(1_501, "press"), Cue(4_000, "release"))
    score = arrange(timeline(*planned), cues)
    assert score.length == 10_000 * SAMPLES_PER_MS
    for cue in planned:
        sound = cues[cue.kind]
        assert np.array_equal(score.render(cue.at * SAMPLES_PER_MS, len(sound)), sound)


def test_speech_sounds_where_there_is_a_clip(cues: dict[str, Samples]) -> None:
    said = (Cue(10, "say", "Press."), Cue(500, "say", "Let go."))
    score = arrange(timeline(*said), cues, spoken)
    assert [(event.at, event.bus) for event in score.events] == [(480, "voice")]


def test_a_step_that_nobody_can_say_begins_with_a_tone(cues: dict[str, Samples]) -> None:
    spans = (
        Span(0, 3_000, "lead"),
        Span(3_000, 9_000, "lead", step=1),
        Span(9_000, 10_000, "work"),
    )
    said = (Cue(10, "say", "My title"), Cue(3_000, "say", "呼吸"), Cue(5_000, "say", "Slowly 呼吸"))
    session = replace(timeline(*said), spans=spans)
    (event,) = arrange(session, cues, spoken).events
    assert (event.at, event.samples is cues["step"]) == (3_000 * SAMPLES_PER_MS, True)
    assert not arrange(session, cues, spoken, speaks=False).events
    begun = replace(session, cues=(Cue(2_900, "step"), *said))
    assert len(arrange(begun, cues, spoken).events) == 1, "the tone of the step before begins it"


def test_a_cue_without_a_sound_is_silent(cues: dict[str, Samples]) -> None:
    assert arrange(timeline(Cue(0, "half")), {"press": cues["press"]}).events == ()


def test_the_last_bowl_rings_out(cues: dict[str, Samples]) -> None:
    score = arrange(timeline(Cue(9_000, "end")), cues)
    assert score.length == 9_000 * SAMPLES_PER_MS + len(cues["end"])


@pytest.mark.parametrize(
    ("start", "n", "silent"),
    [(0, 100, True), (0, 101, False), (579, 1, False), (580, 9_999, True), (-50, 50, True)],
)
def test_where_nothing_sounds_it_is_silent(start: int, n: int, silent: bool) -> None:
    assert Score((Event(100, CLIP),), 1_000).silent(start, n) is silent


def test_what_sounds_together_adds_up() -> None:
    score = Score((Event(0, CLIP), Event(100, CLIP, gain=0.5)), 480)
    heard = score.render(0, 600)[:, 0]
    assert (heard[:100] == 0.25).all() and (heard[100:480] == 0.375).all()
    assert not heard[480:].any(), "nothing sounds past the end"


@pytest.mark.parametrize("starts", [(5, 4), (-1, 4)])
def test_events_out_of_order_are_refused(starts: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="sorted"):
        Score(tuple(Event(at, CLIP) for at in starts), 1_000)


def test_a_silent_session_has_nothing_but_speech(cues: dict[str, Samples]) -> None:
    planned = (Cue(0, "begin"), Cue(500, "say", "Press."))
    silent = replace(timeline(*planned), profile="silent")
    assert [event.bus for event in arrange(silent, cues, spoken).events] == ["voice"]


def test_a_session_for_sleep_grows_softer_over_its_last_minute(cues: dict[str, Samples]) -> None:
    minute = 60_000 * SAMPLES_PER_MS
    said = tuple(Cue(at, "say", "Press.") for at in (0, 59_000, 90_000, 119_990))
    asleep = replace(timeline(*said, total=120_000), profile="sleep")
    score = arrange(asleep, cues, spoken)
    loudness = [float(score.render(at * SAMPLES_PER_MS, 1)[0, 0]) for at in (0, 59_000, 90_000)]
    assert loudness == pytest.approx([0.25, 0.25, 0.25 * 0.55], rel=1e-4)
    assert float(score.render(2 * minute - 1, 1)[0, 0]) == pytest.approx(0.025, rel=1e-3)
    whole = score.render(minute + 30_000 * SAMPLES_PER_MS, 400)
    parts = [score.render(minute + 30_000 * SAMPLES_PER_MS + at, 100) for at in range(0, 400, 100)]
    assert np.array_equal(whole, np.concatenate(parts))
