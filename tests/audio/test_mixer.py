"""The play head: the same samples for any chunks, and no click when it is touched."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relax_coach.audio.head import FADE
from relax_coach.audio.limiter import LIMIT, true_peak
from relax_coach.audio.mixer import Mixer, pcm
from relax_coach.audio.score import Event, Score
from relax_coach.audio.sound import FULL_SCALE, Samples

# The steepest step between two samples of the tone is 0.5 * 2π * 200 / 48000 = 0.013; a fade
# of 960 samples adds at most 0.001.
SMOOTH = 0.015


def playing(score: Score) -> Mixer:
    mixer = Mixer(score)
    mixer.play()
    return mixer


def heard(mixer: Mixer, n: int) -> Samples:
    """The next n samples, as they come out of 16 bits."""
    return (np.frombuffer(mixer.read(n), "<i2").reshape(-1, 2) / FULL_SCALE).astype(np.float32)


def read(mixer: Mixer, chunks: Sequence[int]) -> bytes:
    return b"".join(mixer.read(n) for n in chunks)


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
    assert read(playing(score), cut(80_000, sizes)) == whole


def touched(chunks: Callable[[int], list[int]]) -> bytes:
    """A score that is touched in many ways, each at its sample."""
    mixer = playing(Score((Event(0, LONG),), len(LONG)))
    parts = []
    for n, touch in (
        (5_000, lambda: mixer.volume(0.3)),
        (500, lambda: mixer.seek(20_500)),
        (700, lambda: mixer.seek(90_000)),
        (300, mixer.pause),
        (2_300, mixer.play),
        (0, lambda: mixer.load(Score((Event(40, LONG),), 150_000))),
        (30_000, mixer.play),
        (20_000, lambda: mixer.volume(1)),
        (40_000, mixer.pause),
    ):
        for size in chunks(n):
            parts.append(mixer.read(size))
        touch()
    parts.append(read(mixer, chunks(4_000)))
    return b"".join(parts)


LONG = np.random.default_rng(3).normal(0, 0.4, (150_000, 2)).astype(np.float32)


@pytest.mark.parametrize("size", [31, 480, 961, 2_401, 48_000])
def test_no_chunk_changes_a_sample_however_it_is_touched(size: int) -> None:
    assert touched(lambda n: cut(n, [size])) == touched(lambda n: [n])


def test_from_the_start_it_is_the_score(score: Score) -> None:
    assert playing(score).read(72_000) == pcm(score.render(0, 72_000))


def test_it_starts_silent_and_ends_silent(score: Score) -> None:
    mixer = Mixer(score)
    assert mixer.read(1_000) == bytes(4_000) and mixer.position == 0
    mixer.play()
    mixer.read(71_999)
    assert not mixer.ended
    assert len(mixer.read(500)) == 500 * 4
    assert mixer.ended and mixer.position == 72_000
    assert mixer.read(500) == bytes(2_000)


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
    parts = [heard(mixer, moment)]
    touch(mixer)
    parts.append(heard(mixer, 100))
    touch(mixer)
    parts.append(heard(mixer, 3_000))
    # A seek lays two places of the tone over each other: twice as steep at the most.
    assert np.abs(np.diff(np.concatenate(parts), axis=0)).max() < 2 * SMOOTH


def test_pause_stops_the_head_at_once_and_the_sound_softly(tone: Score) -> None:
    mixer = playing(tone)
    mixer.read(5_060)
    mixer.pause()
    after = heard(mixer, 2 * FADE)
    assert mixer.position == 5_060
    assert np.abs(after[:FADE]).max() > 0.3 and not after[FADE:].any()
    mixer.play()
    mixer.read(FADE)
    assert mixer.read(1_000) == pcm(tone.render(5_060 + FADE, 1_000))


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
    assert mixer.read(5_000) == pcm(score.render(30_000 + FADE, 5_000))
    mixer.load(Score((), 10))
    assert mixer.ended and mixer.position == 10


def test_volume_before_the_first_sound_holds_from_the_first_sample(tone: Score) -> None:
    mixer = Mixer(tone)
    mixer.volume(0.5)
    mixer.play()
    assert mixer.read(5_000) == pcm(tone.render(0, 5_000) * np.float32(0.5))


@pytest.mark.parametrize("gain", [-0.1, 1.1, float("nan")])
def test_a_volume_that_is_none_is_refused(tone: Score, gain: float) -> None:
    with pytest.raises(ValueError, match="volume"):
        Mixer(tone).volume(gain)


def test_skip_moves_time_as_read_does(score: Score) -> None:
    skipped, taken = playing(score), playing(score)
    skipped.skip(20_001)
    taken.read(20_001)
    assert skipped.position == taken.position == 20_001
    assert skipped.read(9_000) == taken.read(9_000)


def test_however_often_it_is_touched_it_stays_under_the_limit() -> None:
    at = np.arange(96_000) / 48_000
    loud = np.stack([3 * np.sin(2 * np.pi * 196 * at)] * 2, axis=1).astype(np.float32)
    mixer = playing(Score((Event(0, loud),), 96_000))
    parts = [heard(mixer, 5_000)]
    for jump in range(40):
        mixer.seek(jump * 1_717 % 80_000)
        parts.append(heard(mixer, 97 + 13 * jump))
    assert 0.99 * LIMIT < true_peak(np.concatenate(parts)).max() <= 10 ** (-1 / 20)
