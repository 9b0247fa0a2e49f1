"""The bed of a score: it comes, makes room before the first word, comes back, and goes."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from relax_coach.audio.bed import Bed
from relax_coach.audio.ducking import Ducking
from relax_coach.audio.encoders.wav import WavEncoder
from relax_coach.audio.mixer import Mixer, pcm
from relax_coach.audio.outputs.file import write_file
from relax_coach.audio.score import Event, Score, arrange
from relax_coach.audio.sound import RATE, Samples, load
from relax_coach.core.label import Label
from relax_coach.core.output import SAMPLES_PER_MS
from relax_coach.core.timeline import Cue, Span, Timeline

SECOND_OF_SPEECH = np.full((RATE, 2), 0.125, np.float32)


def gain_at(ducking: Ducking, *ms: int) -> list[float]:
    return [float(ducking.gains(at * SAMPLES_PER_MS, 1)[0]) for at in ms]


def spoken(*ms: tuple[int, int]) -> list[tuple[int, int]]:
    return [(start * SAMPLES_PER_MS, end * SAMPLES_PER_MS) for start, end in ms]


def test_it_is_down_before_the_first_word_and_back_after_the_last() -> None:
    ducking = Ducking(60 * RATE, spoken((10_000, 12_000)))
    assert gain_at(ducking, 9_699, 10_000, 11_000, 12_000, 12_801) == [1, 0.25, 0.25, 0.25, 1]
    assert 20 * np.log10(0.25) == pytest.approx(-12, abs=0.05)
    curve = ducking.gains(9_600 * SAMPLES_PER_MS, 4 * RATE).astype(np.float64)
    assert np.abs(np.diff(curve)).max() < 1e-4, "no step in it"


def test_it_stays_down_in_a_short_pause_and_rises_in_a_long_one() -> None:
    ducking = Ducking(60 * RATE, spoken((10_000, 12_000), (10_500, 11_000), (13_400, 14_000)))
    assert gain_at(ducking, 12_700, 13_400, 14_801) == [0.25, 0.25, 1]
    apart = Ducking(60 * RATE, spoken((10_000, 12_000), (13_500, 14_000)))
    assert gain_at(apart, 12_801, 13_199, 13_500) == [1, 1, 0.25]


def test_it_is_the_same_however_it_is_cut() -> None:
    ducking = Ducking(20 * RATE, spoken((200, 2_000), (10_000, 12_000), (15_000, 30_000)))
    whole = ducking.gains(0, 20 * RATE)
    parts = [ducking.gains(at, 7_777) for at in range(0, 20 * RATE, 7_777)]
    assert np.array_equal(np.concatenate(parts)[: 20 * RATE], whole)


def test_it_comes_in_two_seconds_and_goes_in_four() -> None:
    ducking = Ducking(60 * RATE, ())
    gains = gain_at(ducking, 0, 1_000, 2_000, 56_000, 58_000)
    assert gains == pytest.approx([0, 0.5, 1, 1, 0.5], abs=1e-4)
    assert ducking.gains(60 * RATE - 1, 1)[0] == 0
    assert Ducking(RATE, ()).gains(0, RATE).max() < 0.5, "a short one is all coming and going"


def test_the_word_is_ten_db_above_the_bed_from_its_first_sample() -> None:
    score = Score((Event(5 * RATE, SECOND_OF_SPEECH, 1.0, "voice"),), 20 * RATE, bed=Bed("waves"))
    alone = replace(score, events=())
    assert np.array_equal(score.render(3 * RATE, RATE), alone.render(3 * RATE, RATE))
    under = score.render(5 * RATE, RATE) - SECOND_OF_SPEECH
    assert np.allclose(under, 0.25 * alone.render(5 * RATE, RATE), atol=1e-6)


@pytest.mark.parametrize("name", ["rain", "drone"])
def test_live_is_the_file_however_it_is_pulled(tmp_path: Path, name: str) -> None:
    events = (Event(0, SECOND_OF_SPEECH, 1.0, "voice"), Event(3 * RATE, SECOND_OF_SPEECH * 7))
    score = Score(events, 6 * RATE + 17, RATE, Bed(name))
    write_file(tmp_path / "a.wav", Mixer(score), WavEncoder, Label("A session"))
    live = Mixer(score)
    live.play()
    pulled = b"".join(live.read(n) for n in [1, 4_800, 777, 48_000] * 5 + [100_000])
    file = pcm(load(tmp_path / "a.wav"))
    assert pulled[: len(file)] == file and not any(pulled[len(file) :])


def test_with_a_bed_it_is_silent_only_outside_the_score() -> None:
    score = Score((), 1_000, bed=Bed("rain"))
    assert [score.silent(at, 100) for at in (-100, -99, 500, 999, 1_000)] == [
        True, False, False, False, True,
    ]  # fmt: skip
    assert not score.render(1_000, 100).any() and not score.render(-500, 500).any()


def test_the_bed_is_that_of_the_ambience_and_its_level(cues: dict[str, Samples]) -> None:
    words = (Cue(0, "say", "Press."),)
    timeline = Timeline("t", "T", (Span(0, 10_000, "work"),), words, ambience="rain")
    assert arrange(timeline, cues).bed == Bed("rain")
    assert arrange(timeline, cues, levels={"bed": 0.25}).bed == Bed("rain", 0.25)
    assert arrange(replace(timeline, ambience="none"), cues).bed is None
    assert arrange(timeline, cues, levels={"bed": 0.0}).bed is None


def test_in_a_silent_session_there_is_no_bed(cues: dict[str, Samples]) -> None:
    timeline = Timeline("t", "T", (Span(0, 10_000, "work"),), (), ambience="rain")
    score = arrange(replace(timeline, profile="silent"), cues)
    assert score.bed is None and not score.render(0, 10 * RATE).any()
