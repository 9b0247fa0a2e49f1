"""What sounds under a session: endless, the same however it is cut, wide, and soft enough."""

from itertools import pairwise

import numpy as np
import pytest

from relax_coach.audio.bed import BEDS, LONG, SHORT, Bed, bed_of
from relax_coach.audio.limiter import true_peak
from relax_coach.audio.loudness import Loudness
from relax_coach.audio.sound import RATE, Samples
from relax_coach.core.output import AMBIENCES

FAR = 3 * 3_600 * RATE
VOICE = -18.0
"""LUFS of the voice."""

named = pytest.mark.parametrize("name", BEDS)


@pytest.fixture(scope="module")
def minutes() -> dict[str, Samples]:
    """Two minutes of each."""
    return {name: Bed(name).render(0, 120 * RATE) for name in BEDS}


def lufs(samples: Samples) -> float:
    loudness = Loudness()
    for start in range(0, len(samples), RATE):
        loudness.take(samples[start : start + RATE])
    assert loudness.lufs is not None
    return loudness.lufs


def test_every_ambience_has_a_bed() -> None:
    assert ("none", *BEDS) == AMBIENCES
    assert bed_of("none", 1.0) is None and bed_of("rain", 0.0) is None
    assert bed_of("rain", 0.5) == Bed("rain", 0.5)
    with pytest.raises(ValueError, match="thunder"):
        Bed("thunder")


@named
@pytest.mark.parametrize("start", [0, SHORT - 5_000, LONG - 5_000, FAR])
def test_it_is_the_same_to_the_last_bit_however_it_is_cut(name: str, start: int) -> None:
    whole = Bed(name).render(start, 12_000)
    cuts = [0, 1, 4_999, 5_000, 5_777, 5_777 + 960, 12_000]
    parts = [Bed(name).render(start + a, b - a) for a, b in pairwise(cuts)]
    assert np.concatenate(parts).tobytes() == whole.tobytes()
    assert whole.any()


@named
def test_there_is_no_seam_where_a_loop_begins_again(name: str, minutes: dict[str, Samples]) -> None:
    """Neither the steps from sample to sample nor their change are larger than elsewhere."""
    heard = minutes[name].astype(np.float64)
    for order in (1, 2):
        steps = np.abs(np.diff(heard, order, axis=0)).max(axis=1)
        for loop in (SHORT, LONG):
            for seam in (loop, loop - loop // 2):  # on the left, on the right
                assert steps[seam - 4 : seam + 4].max() < np.quantile(steps, 0.9999)


@named
def test_the_sides_have_nothing_in_common(name: str, minutes: dict[str, Samples]) -> None:
    for begin in (0, 60 * RATE):
        minute = minutes[name][begin : begin + 60 * RATE]
        assert abs(np.corrcoef(minute.T)[0, 1]) < 0.05


@named
def test_the_voice_is_ten_db_above_it_even_at_its_loudest(
    name: str, minutes: dict[str, Samples]
) -> None:
    assert -37 < lufs(minutes[name]) < -35
    loudest = max(lufs(minutes[name][at : at + RATE]) for at in range(0, 120 * RATE, RATE))
    assert loudest < VOICE - 10
    assert 20 * np.log10(true_peak(minutes[name][: 30 * RATE]).max()) < -15


def test_it_does_not_come_back(minutes: dict[str, Samples]) -> None:
    """What follows a loop's length later is something else."""
    for name, heard in minutes.items():
        for loop in (SHORT, LONG, LONG + SHORT):
            left = heard[: 60 * RATE, 0]
            again = heard[loop : loop + 60 * RATE, 0]
            assert np.corrcoef(left, again)[0, 1] < 0.99, name
