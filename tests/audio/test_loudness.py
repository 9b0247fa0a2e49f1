"""Loudness against the test signals of EBU Tech 3341 (version 4, table 1)."""

import numpy as np
import pytest

from relax_coach.audio.loudness import Loudness
from relax_coach.audio.sound import Samples


def sine(*parts: tuple[float, float]) -> Samples:
    """A stereo sine of 1000 Hz: seconds at dBFS, one part after the other."""
    level = np.concatenate([np.full(round(s * 48_000), 10 ** (db / 20)) for s, db in parts])
    wave = level * np.sin(2 * np.pi * 1_000 * np.arange(len(level)) / 48_000)
    return np.stack([wave, wave], axis=1).astype(np.float32)


def lufs(samples: Samples, second: int = 48_000) -> float | None:
    loudness = Loudness()
    for start in range(0, len(samples), second):
        loudness.take(samples[start : start + second])
    return loudness.lufs


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([(20, -23)], -23),  # case 1
        ([(20, -33)], -33),  # case 2
        ([(10, -36), (60, -23), (10, -36)], -23),  # case 3: the relative gate
        ([(10, -72), (10, -36), (60, -23), (10, -36), (10, -72)], -23),  # case 4: both gates
        ([(20, -26), (20.1, -20), (20, -26)], -23),  # case 5
    ],
)
def test_the_signals_of_the_ebu(parts: list[tuple[float, float]], expected: float) -> None:
    assert lufs(sine(*parts)) == pytest.approx(expected, abs=0.1)


def test_silence_has_no_loudness() -> None:
    assert lufs(np.zeros((96_000, 2), np.float32)) is None
    assert lufs(sine((0.3, -10))) is None, "shorter than one block"


def test_what_is_low_weighs_less_and_one_side_half() -> None:
    """BS.1770: 100 Hz counts 1.8 dB less than 1000 Hz, and one channel alone 3 dB less."""
    at = np.arange(480_000) / 48_000
    low = 0.1 * np.sin(2 * np.pi * 100 * at)
    both = lufs(np.stack([low, low], axis=1).astype(np.float32))
    one = lufs(np.stack([low, 0 * low], axis=1).astype(np.float32))
    assert both is not None and one is not None
    assert both == pytest.approx(-20 - 1.8, abs=0.3)
    assert both - one == pytest.approx(3.01, abs=0.01)


def test_at_most_a_second_is_taken_at_once() -> None:
    with pytest.raises(ValueError, match="48000"):
        Loudness().take(np.zeros((48_001, 2), np.float32))
