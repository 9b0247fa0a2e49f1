"""Make the cue sounds: sounds/cues/cues.toml → one WAV per cue, the same bytes at every run.

python tools/build_cues.py            write the WAVs
python tools/build_cues.py --check    exit 1 when one of them is stale
"""

import argparse
import io
import sys
import tomllib
import wave
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Wave = npt.NDArray[np.float64]
"""Mono, shape (n,), or stereo, shape (n, 2)."""
Settings = Mapping[str, Any]

RATE = 48_000
FOLDER = Path(__file__).resolve().parent.parent / "sounds" / "cues"
FALL_TIME = 0.1
"""Seconds in which a struck pitch sinks most of its way."""
PEAK = 10 ** (-6 / 20)
"""No cue goes higher, so that two at once stay below full scale."""


def seconds(length: float) -> Wave:
    """The time of each sample, in s."""
    return np.arange(round(length * RATE)) / RATE


def noise(n: int, seed: int, centre: float) -> Wave:
    """Soft noise around `centre` Hz, about an octave and a half wide, RMS 1.

    RandomState, because numpy promises its numbers never change from version to version.
    """
    white = np.random.RandomState(seed).uniform(-1.0, 1.0, n)
    hz = np.maximum(np.fft.rfftfreq(n, 1 / RATE), 1.0)
    band = np.exp(-0.5 * (np.log2(hz / centre) / 0.65) ** 2)
    shaped: Wave = np.fft.irfft(np.fft.rfft(white) * band, n)
    shaped /= np.sqrt(np.mean(shaped**2))
    return shaped


def pan(mono: Wave, place: float) -> Wave:
    """To stereo at `place` from -1 (left) to 1 (right), with equal power."""
    angle = (place + 1) * np.pi / 4
    return np.stack([mono * np.cos(angle), mono * np.sin(angle)], axis=1)


def partial(t: Wave, hz: float, gain: float, t60: float, fall: float) -> Wave:
    """A sine that starts at zero and dies by 60 dB in `t60` s, sinking `fall` semitones."""
    semitones = fall * (1 - np.exp(-t / FALL_TIME * 3))
    phase = 2 * np.pi * np.cumsum(hz * 2 ** (-semitones / 12)) / RATE
    # Drawn out by 6.91 = ln 1000, which is 60 dB.
    sine: Wave = gain * np.exp(-6.91 * t / t60) * np.sin(phase)
    return sine


def struck(s: Settings) -> Wave:
    """Bowl, chime, wood, drop: notes of decaying partials, each a pair that beats in stereo."""
    total = seconds(s["length"])
    sound = np.zeros((len(total), 2))
    for number, (start, hz, place, loud) in enumerate(s["notes"]):
        first = round(start * RATE)
        t = total[: len(total) - first]
        note = np.zeros((len(t), 2))
        for order, (ratio, gain, t60) in enumerate(s["partials"]):
            split = s["beat"] * (1 + order)
            for half, sway in ((-split, -0.5), (split, 0.5)):
                sine = partial(t, hz * ratio + half / 2, gain / 2, t60, s.get("fall", 0.0))
                note += pan(sine, float(np.clip(place + sway * (split > 0), -1, 1)))
        thud = noise(len(t), 40 + number, hz * 1.5) * np.exp(-t / 0.012)
        note += pan(s["felt"] * thud, place)
        rise = np.clip(t / (s["attack"] / 1000), 0, 1)
        sound[first:] += loud * note * (np.sin(rise * np.pi / 2) ** 2)[:, None]
    left = np.clip((total[-1] - total) / (s["fade"] / 1000), 0, 1)
    sound *= (np.sin(left * np.pi / 2) ** 2)[:, None]
    return sound


def smooth(t: Wave, points: list[list[float]]) -> Wave:
    """Through the [s, level] points, level at each of them: no corner, so no click."""
    level = np.zeros(len(t))
    for (at, low), (until, high) in pairwise(points):
        inside = (t >= at) & (t <= until)
        share = (t[inside] - at) / (until - at)
        level[inside] = low + (high - low) * (0.5 - 0.5 * np.cos(np.pi * share))
    return level


def blown(s: Settings) -> Wave:
    """Breath and swell: a tone that glides, in noise whose colour moves with it."""
    t = seconds(s["length"])
    share = smooth(t, [[0.0, 0.0], [s["length"], 1.0]])
    low, high = s["tone"]
    phase = 2 * np.pi * np.cumsum(low * (high / low) ** share) / RATE
    tone = np.sin(phase) + 0.22 * np.sin(2 * phase) + 0.06 * np.sin(3 * phase)
    sides = []
    for side in (0, 1):
        # Another noise in each ear: wide, as breath is.
        first, last = (noise(len(t), 10 + 2 * side + k, s["air"][k]) for k in (0, 1))
        air = first * np.cos(share * np.pi / 2) + last * np.sin(share * np.pi / 2)
        sides.append((1 - s["breath"]) * tone + s["breath"] * 0.5 * air)
    level = smooth(t, s["shape"])
    level[-1] = 0.0
    swell: Wave = np.stack(sides, axis=1) * level[:, None]
    return swell


def loudness(sound: Wave) -> float:
    """K-weighted level of the loudest 200 ms, in dB: about what the ear takes in at once.

    The two filters of ITU-R BS.1770 at 48 kHz, applied as a gain per frequency.
    """
    n = len(sound) + RATE // 2
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(n))
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z**2) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * z**2
    )
    rumble = (1 - 2 * z + z**2) / (1 - 1.99004745483398 * z + 0.99007225036621 * z**2)
    heard = np.fft.irfft(np.fft.rfft(sound, n, axis=0) * (shelf * rumble)[:, None], n, axis=0)
    window = RATE // 5
    total = np.concatenate([[0.0], np.cumsum(np.sum(heard**2, axis=1))])
    return float(10 * np.log10(np.max(total[window:] - total[:-window]) / window + 1e-12))


def cue(s: Settings) -> Wave:
    """One finished cue, levelled. ValueError when its level needs a peak over -6 dBFS."""
    sound: Wave = {"struck": struck, "blown": blown}[s["make"]](s)
    sound *= 10 ** ((s["level"] - loudness(sound)) / 20)
    peak = float(np.max(np.abs(sound)))
    if peak > PEAK:
        raise ValueError(f"peak {20 * np.log10(peak):.1f} dBFS is over -6: lower its level")
    return sound


def wav(sound: Wave) -> bytes:
    """A 16-bit stereo WAV file."""
    target = io.BytesIO()
    with wave.open(target, "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(np.rint(sound * 32_768).astype("<i2").tobytes())
    return target.getvalue()


def build(settings: Settings) -> dict[str, bytes]:
    """File name → its bytes, for every cue in the settings."""
    return {f"{kind}.wav": wav(cue(of_kind)) for kind, of_kind in settings.items()}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Make the cue sounds.")
    parser.add_argument("--check", action="store_true", help="write nothing; 1 when stale")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where cues.toml is")
    options = parser.parse_args(arguments)
    settings = tomllib.loads((options.folder / "cues.toml").read_text("utf-8"))
    stale = 0
    for name, made in build(settings).items():
        path = options.folder / name
        if path.is_file() and path.read_bytes() == made:
            continue
        if options.check:
            print(f"{path} is stale: run python tools/build_cues.py", file=sys.stderr)
            stale = 1
        else:
            path.write_bytes(made)
            print(f"{path}  {len(made) / 1000:.0f} kB")
    return stale


if __name__ == "__main__":
    raise SystemExit(main())
