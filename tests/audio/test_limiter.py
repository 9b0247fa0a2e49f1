"""No peak above -1 dBFS, not even between two samples; and the quiet is left alone."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relax_coach.audio.limiter import LIMIT, QUIET, REACH, limit, true_peak
from relax_coach.audio.sound import Samples

ALLOWED = 10 ** (-1 / 20)


def both(wave: object) -> Samples:
    return np.stack([wave, wave], axis=1).astype(np.float32)  # type: ignore[call-overload, no-any-return]


def limited(samples: Samples) -> Samples:
    return limit(np.pad(samples, ((REACH, REACH), (0, 0))))


def test_a_peak_between_two_samples_is_seen_and_limited() -> None:
    """At a quarter of the rate and 45 degrees, each sample is 3 dB below the peak."""
    wave = both(np.sin(np.pi / 2 * np.arange(4_800) + np.pi / 4))
    assert np.abs(wave).max() == pytest.approx(0.7071, abs=1e-4)
    assert true_peak(wave).max() > 0.99
    assert true_peak(limited(wave)).max() <= ALLOWED


def test_four_cues_at_once_stay_below() -> None:
    at = np.arange(48_000) / 48_000
    loud = both(2 * np.sin(2 * np.pi * 196 * at) * np.exp(-8 * at))
    heard = limited(loud)
    assert 0.97 * LIMIT < true_peak(heard).max() <= ALLOWED
    assert np.array_equal(heard[-20_000:], loud[-20_000:])


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.floats(0.1, 20), st.integers(1, 1_500))
def test_any_noise_stays_below_however_it_is_cut(seed: int, loud: float, size: int) -> None:
    noise = np.random.default_rng(seed).normal(0, loud, (2_000, 2)).astype(np.float32)
    noise[500:1_200] *= 0.01
    padded = np.pad(noise, ((REACH, REACH), (0, 0)))
    whole = limit(padded)
    parts = [limit(padded[at : min(at + size, 2_000) + 2 * REACH]) for at in range(0, 2_000, size)]
    assert np.concatenate(parts).tobytes() == whole.tobytes()
    # The gain moves while the filter looks at twelve samples: a hundredth of a dB, no more.
    assert true_peak(whole).max() <= LIMIT * 1.0012


def test_what_is_quiet_is_the_same_to_the_last_bit() -> None:
    noise = np.random.default_rng(1).uniform(-QUIET, QUIET, (3_000, 2)).astype(np.float32)
    noise = np.clip(noise, -np.float32(QUIET * 0.999), np.float32(QUIET * 0.999))
    assert true_peak(noise).max() <= LIMIT
    assert np.array_equal(limited(noise), noise)
