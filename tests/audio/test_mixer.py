"""The play head: the same samples for any chunks, and no click when it is touched."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relax_coach.audio.mixer import FADE, KNEE, LIMIT, Mixer, limit
from relax_coach.audio.score import Event, Score
from relax_coach.audio.sound import Samples

# The steepest step between two samples of the tone is 0.5 * 2π * 200 / 48000 = 0.013; a fade
# of 960 samples adds at most 0.001.
SMOOTH = 0.015


def playing(score: Score) -> Mixer:
    mixer = Mixer(score)
    mixer.play()
    return mixer


def read(mixer: Mixer, chunks: Sequence[int]) -> Samples:
    return np.concatenate([mixer.read(n) for n in chunks])


def cut(total: int, sizes: Sequence[int]) -> list[int]:
    """`total` in chunks of these sizes, again and again."""
    chunks: list[int] = []
    while (left := total - sum(chunks)) > 0:
        chunks.append(min(left, sizes[len(chunks) % len(sizes)]))
    return chunks


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(sizes=st.lists(st.integers(1, 9_000), min_size=1, max_size=6).filter(lambda s: sum(s) > 400))
def test_chunk_size_never_changes_samples(score: Score, sizes: list[int]) -> None:
    whole = playing(score).read(80_000)
    assert read(playing(score), cut(80_000, sizes)).tobytes() == whole.tobytes()


@pytest.mark.parametrize("size", [1, 7, 480, 961])
def test_nor_does_it_change_a_fade(score: Score, size: int) -> None:
    def touched(chunks: Callable[[int], list[int]]) -> bytes:
        mixer = playing(score)
        heard = [read(mixer, chunks(5_000))]
        mixer.volume(0.3)
        heard.append(read(mixer, chunks(500)))
        mixer.seek(20_500)
        heard.append(read(mixer, chunks(700)))
        mixer.pause()
        heard.append(read(mixer, chunks(300)))
        mixer.play()
        heard.append(read(mixer, chunks(3_000)))
        return np.concatenate(heard).tobytes()

    assert touched(lambda n: cut(n, [size])) == touched(lambda n: [n])


def test_from_the_start_it_is_the_score(score: Score) -> None:
    assert np.array_equal(playing(score).read(72_000), score.render(0, 72_000))


def test_it_starts_silent_and_ends_silent(score: Score) -> None:
    mixer = Mixer(score)
    assert not mixer.read(1_000).any() and mixer.position == 0
    mixer.play()
    mixer.read(71_999)
    assert not mixer.ended
    assert mixer.read(500).shape == (500, 2)
    assert mixer.ended and mixer.position == 72_000
    assert not mixer.read(500).any()


@pytest.mark.parametrize(
    "touch",
    [
        lambda mixer: mixer.pause(),
        lambda mixer: (mixer.pause(), mixer.play()),
        lambda mixer: mixer.seek(30_123),
        lambda mixer: (mixer.seek(30_123), mixer.seek(40)),
        lambda mixer: mixer.volume(0.2),
        lambda mixer: mixer.load(Score((), 48_000)),
    ],
    ids=["pause", "pause and play", "seek", "seek twice", "volume", "load"],
)
@pytest.mark.parametrize("moment", [1_030, 5_060])
def test_nothing_clicks(tone: Score, touch: Callable[[Mixer], object], moment: int) -> None:
    mixer = playing(tone)
    before = mixer.read(moment)
    touch(mixer)
    heard = np.concatenate([before, mixer.read(100)])
    touch(mixer)
    heard = np.concatenate([heard, mixer.read(3_000)])
    # A seek lays two places of the tone over each other: twice as steep at the most.
    assert np.abs(np.diff(heard, axis=0)).max() < 2 * SMOOTH


def test_pause_stops_the_head_at_once_and_the_sound_softly(tone: Score) -> None:
    mixer = playing(tone)
    mixer.read(5_060)
    mixer.pause()
    after = mixer.read(2 * FADE)
    assert mixer.position == 5_060
    assert np.abs(after[:FADE]).max() > 0.3 and not after[FADE:].any()
    mixer.play()
    mixer.read(FADE)
    assert np.array_equal(mixer.read(1_000), tone.render(5_060 + FADE, 1_000))


def test_seek_stays_inside_the_score(tone: Score) -> None:
    mixer = Mixer(tone)
    mixer.seek(-5)
    assert mixer.position == 0
    mixer.seek(99_999_999)
    assert mixer.ended and mixer.position == 48_000


def test_a_new_score_keeps_the_head(tone: Score, score: Score) -> None:
    mixer = playing(tone)
    mixer.read(30_000)
    mixer.load(score)
    mixer.read(FADE)
    assert np.array_equal(mixer.read(5_000), score.render(30_000 + FADE, 5_000))
    mixer.load(Score((), 10))
    assert mixer.ended and mixer.position == 10


def test_volume_before_the_first_sound_holds_from_the_first_sample(tone: Score) -> None:
    mixer = Mixer(tone)
    mixer.volume(0.5)
    mixer.play()
    assert np.array_equal(mixer.read(5_000), tone.render(0, 5_000) * np.float32(0.5))


@pytest.mark.parametrize("gain", [-0.1, float("nan")])
def test_a_volume_below_nothing_is_refused(tone: Score, gain: float) -> None:
    with pytest.raises(ValueError, match="volume"):
        Mixer(tone).volume(gain)


def test_skip_moves_time_as_read_does(score: Score) -> None:
    skipped, heard = playing(score), playing(score)
    skipped.skip(20_001)
    heard.read(20_001)
    assert skipped.position == heard.position == 20_001
    assert np.array_equal(skipped.read(9_000), heard.read(9_000))


def test_however_much_overlaps_it_stays_under_the_limit() -> None:
    loud = np.ones((1_000, 2), np.float32)
    mixer = playing(Score(tuple(Event(0, loud * sign) for sign in (1, 1, 1, 1)), 1_000))
    assert mixer.read(1_000).max() <= LIMIT < 10 ** (-1 / 20)


@given(st.lists(st.floats(-1e6, 1e6, width=32), min_size=1, max_size=50))
def test_the_limiter_bounds_all_and_leaves_the_quiet_alone(values: list[float]) -> None:
    samples = np.array([values, values], np.float32).T
    limited = limit(samples)
    assert np.abs(limited).max() <= LIMIT
    quiet = np.abs(samples) <= KNEE
    assert np.array_equal(limited[quiet], samples[quiet])
    assert np.array_equal(np.signbit(limited), np.signbit(samples))
