"""The cue sounds: calm, level, and told apart with closed eyes."""

from itertools import combinations, pairwise
from pathlib import Path
from types import ModuleType

import numpy as np
import numpy.typing as npt
import pytest

from relax_coach.audio.sound import RATE, BadSound, Samples, load, load_cues
from relax_coach.core.output import CUE_KINDS

ROOT = Path(__file__).resolve().parents[2]
KINDS = [kind for kind in CUE_KINDS if kind != "say"]
OFTEN = ("press", "release", "in", "out", "hold")
FEWEST_DB_APART = 6.0
QUIET = 1e-3
"""Power of a band that is as good as silent."""


def picture(cue: Samples) -> npt.NDArray[np.float64]:
    """What an ear keeps of a sound: dB in 20 slices of its first second, 24 bands, two sides."""
    second = np.zeros((RATE, 2))
    n = min(RATE, len(cue))
    second[:n] = cue[:n]
    edges = np.geomspace(100, 8_000, 25)
    slices = []
    for part in np.split(second, 20):
        power = np.abs(np.fft.rfft(part, axis=0)) ** 2 / len(part)
        hz = np.fft.rfftfreq(len(part), 1 / RATE)
        bands = [power[(hz >= a) & (hz < b)].sum(axis=0) for a, b in pairwise(edges)]
        slices.append(10 * np.log10(np.array(bands) + QUIET))
    return np.array(slices)


def apart(one: Samples, other: Samples) -> float:
    """How far two pictures differ, in dB, while either of the two sounds."""
    first, second = picture(one), picture(other)
    sounding = np.maximum(first, second).max(axis=(1, 2)) > 10 * np.log10(QUIET) + 3
    return float(np.sqrt(np.mean((first - second)[sounding] ** 2)))


@pytest.mark.parametrize("kind", KINDS)
def test_a_cue_begins_and_ends_in_silence(cues: dict[str, Samples], kind: str) -> None:
    cue = cues[kind]
    assert not cue[0].any() and not cue[-1].any()
    assert np.abs(cue[-96:]).max() < 0.001
    assert np.abs(np.diff(cue, axis=0)).max() < 0.1


@pytest.mark.parametrize("kind", KINDS)
def test_a_cue_leaves_room_for_another(cues: dict[str, Samples], kind: str) -> None:
    assert np.abs(cues[kind]).max() <= 10 ** (-6 / 20)


def test_what_repeats_is_quieter_and_the_end_startles_no_one(
    cues: dict[str, Samples], builder: ModuleType
) -> None:
    level = {kind: builder.loudness(cue.astype(np.float64)) for kind, cue in cues.items()}
    rare = [level[kind] for kind in KINDS if kind not in (*OFTEN, "end")]
    assert all(level[kind] <= max(rare) - 2 for kind in OFTEN)
    assert level["end"] <= max(rare) + 3
    assert max(level.values()) - min(level.values()) < 8


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("in", "out")])
def test_the_onset_can_be_felt(cues: dict[str, Samples], kind: str) -> None:
    size = np.abs(cues[kind]).max(axis=1)
    assert np.argmax(size > size.max() / 3) <= 0.030 * RATE


@pytest.mark.parametrize(("one", "other"), [*combinations(KINDS, 2)])
def test_two_cues_are_told_apart(cues: dict[str, Samples], one: str, other: str) -> None:
    assert apart(cues[one], cues[other]) > FEWEST_DB_APART


def test_switch_goes_from_left_to_right(cues: dict[str, Samples]) -> None:
    first, second = cues["switch"][:11_000], cues["switch"][12_000:]
    left_to_right = [np.sum(part[:, 0] ** 2) / np.sum(part[:, 1] ** 2) for part in (first, second)]
    assert left_to_right[0] > 10 and left_to_right[1] < 1 / 5


def test_the_breath_swells_and_sinks(cues: dict[str, Samples]) -> None:
    def middle(cue: Samples) -> float:
        power = np.sum(cue**2, axis=1)
        return float(np.sum(power * np.arange(len(cue))) / np.sum(power) / len(cue))

    assert middle(cues["in"]) > 0.55
    assert middle(cues["out"]) < 0.40


def test_the_wavs_are_those_of_the_settings(builder: ModuleType) -> None:
    assert builder.main(["--check"]) == 0


def test_a_stale_wav_is_told(
    tmp_path: Path, builder: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = (ROOT / "sounds" / "cues" / "cues.toml").read_text("utf-8")
    only_press = settings[settings.index("[press]") : settings.index("[release]")]
    (tmp_path / "cues.toml").write_text(only_press)
    assert builder.main(["--folder", str(tmp_path)]) == 0
    assert builder.main(["--folder", str(tmp_path), "--check"]) == 0
    (tmp_path / "press.wav").write_bytes(b"RIFF")
    assert builder.main(["--folder", str(tmp_path), "--check"]) == 1
    assert "press.wav is stale" in capsys.readouterr().err


def test_all_cues_are_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in (ROOT / "sounds/cues").glob("*.wav")) < 2_500_000


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (b"", "not a WAV"),
        (b"RIFF\x04\x00\x00\x00WAVE", "not a WAV"),
        (None, "cannot be read"),
    ],
)
def test_what_is_no_sound_is_told(tmp_path: Path, made: bytes | None, told: str) -> None:
    path = tmp_path / "press.wav"
    if made is not None:
        path.write_bytes(made)
    with pytest.raises(BadSound, match=told):
        load(path)


def test_a_sound_of_another_rate_is_refused(tmp_path: Path) -> None:
    whole = bytearray((ROOT / "sounds/cues/press.wav").read_bytes())
    whole[24:28] = (44_100).to_bytes(4, "little")
    (tmp_path / "press.wav").write_bytes(whole)
    with pytest.raises(BadSound, match=r"must be 16-bit, 48000 Hz.* this is 16-bit, 44100 Hz"):
        load(tmp_path / "press.wav")


def test_a_missing_cue_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadSound, match=r"begin\.wav"):
        load_cues(tmp_path)
