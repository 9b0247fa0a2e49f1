"""What sounds under a session: rain, waves, brown noise or a drone, made by the program, endless.

Every one is noise of two loops whose lengths have no common factor: the two together come back
after months. A loop is made as a spectrum with phases by chance, so it goes round without a seam.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from relax_coach.audio.sound import RATE, Samples

Mono = npt.NDArray[np.float32]
Curve = npt.NDArray[np.float64]
Spectrum = npt.NDArray[np.complex128]
Response = Callable[[Curve], Curve | Spectrum]
"""Frequencies in Hz, all above 0 → how much of each there is, and how late."""

LONG, SHORT = 2**20, 7**7
"""Samples of the two loops (21.8 and 17.2 s)."""
KNOT = RATE // 50
"""Samples from one point of a swell to the next."""
SWELL = 3**10
"""Points after which a swell comes back (19.7 minutes)."""
ASHORE = 6 * RATE // 10
"""Samples by which a swell is later on the right: it goes from one side to the other."""
_BETWEEN_KNOTS = np.arange(KNOT, dtype=np.float32) / np.float32(KNOT)


@dataclass(frozen=True, slots=True, eq=False)
class _Layer:
    loop: Mono
    """As loud as it sounds at the middle of its swell."""
    swell: Mono | None = None
    """A factor for each KNOT."""

    def render(self, start: int, n: int) -> Mono:
        """One side of it from `start` on, shape (n,)."""
        begin = start % len(self.loop)
        part = self.loop[begin : begin + n]
        while len(part) < n:
            part = np.concatenate([part, self.loop[: n - len(part)]])
        return part

    def swelling(self, start: int, n: int) -> Mono:
        """The factor of each sample from `start` on, shape (n,)."""
        assert self.swell is not None
        knots = np.arange(start // KNOT, (start + n) // KNOT + 2)
        factors = self.swell[knots % len(self.swell)]
        straight = factors[:-1, None] + np.diff(factors)[:, None] * _BETWEEN_KNOTS
        return straight.reshape(-1)[start % KNOT :][:n]


@dataclass(frozen=True, slots=True)
class Bed:
    """A sound without beginning or end. `level` is a factor; ValueError for an unknown name."""

    name: str
    """One of BEDS."""
    level: float = 1.0

    def __post_init__(self) -> None:
        if self.name not in BEDS:
            raise ValueError(f"{self.name!r} is no bed")

    def render(self, start: int, n: int) -> Samples:
        """The samples from `start` on, shape (n, 2): a function of the position alone."""
        out = np.zeros((n, 2), np.float32)
        for layer in _layers(self.name):
            # The sides hear the loop half of it apart, where it has nothing in common with itself.
            for side, apart in enumerate((0, len(layer.loop) // 2)):
                part = layer.render(start + apart, n)
                if layer.swell is not None:
                    part = part * layer.swelling(start - side * ASHORE, n)
                out[:, side] += part
        out *= np.float32(self.level)
        return out


def bed_of(ambience: str, level: float) -> Bed | None:
    """The bed of that name, ready to sound at once; None where nothing is to be heard."""
    if ambience == "none" or level <= 0:
        return None
    bed = Bed(ambience, level)
    _layers(ambience)  # now: it takes a fifth of a second, and later a clock may run already
    return bed


@lru_cache(maxsize=2)
def _layers(name: str) -> tuple[_Layer, ...]:
    """Made when it is first asked for; those of one take 8 MB."""
    return BEDS[name](np.random.default_rng(20))


def _rain(chance: np.random.Generator) -> tuple[_Layer, ...]:
    gusts = _by(1.5, _swell(chance, 25.0))
    hiss = _noise(chance, LONG, lambda f: f**-0.4 * _between(f, 200, 5_000))
    drops = _drops(chance, SHORT, 250, lambda f: _ringing(f, 1_700, 3.0) * _between(f, 500, 4_000))
    return _Layer(_loud(hiss, -40.5), gusts), _Layer(_loud(drops, -49.5), gusts)


def _waves(chance: np.random.Generator) -> tuple[_Layer, ...]:
    body = _noise(chance, LONG, lambda f: f**-0.8 * _between(f, 60, 500))
    foam = _noise(chance, SHORT, lambda f: f**-0.5 * _between(f, 400, 4_000))
    sea = _swell(chance, 10.0)
    return _Layer(_loud(body, -39.5), _by(4.0, sea)), _Layer(_loud(foam, -45.5), _by(9.0, sea))


def _brown_noise(chance: np.random.Generator) -> tuple[_Layer, ...]:
    return tuple(
        _Layer(_loud(_noise(chance, n, lambda f: f**-1.0 * _between(f, 40, 8_000)), -39.2))
        for n in (LONG, SHORT)
    )


def _drone(chance: np.random.Generator) -> tuple[_Layer, ...]:
    low = _noise(chance, LONG, lambda f: _partials(f, {110: 1.0, 165: 0.5, 275: 0.15}))
    high = _noise(chance, SHORT, lambda f: _partials(f, {220: 1.0, 330: 0.4, 440: 0.15}))
    return _Layer(_loud(low, -38.4)), _Layer(_loud(high, -45.4))


BEDS: dict[str, Callable[[np.random.Generator], tuple[_Layer, ...]]] = {
    "rain": _rain,
    "waves": _waves,
    "brown_noise": _brown_noise,
    "drone": _drone,
}


def _noise(chance: np.random.Generator, n: int, response: Response) -> Curve:
    """A loop of n samples of noise."""
    turns = np.exp(2j * np.pi * chance.random(n // 2 + 1))
    return _looped(turns, n, response)


def _drops(chance: np.random.Generator, n: int, per_second: int, response: Response) -> Curve:
    """A loop of n samples of fine drops, most of them soft."""
    falls = np.zeros(n)
    drops = n * per_second // RATE
    falls[chance.integers(n, size=drops)] = chance.lognormal(0.0, 0.7, drops)
    return _looped(np.fft.rfft(falls), n, response)


def _looped(spectrum: Spectrum, n: int, response: Response) -> Curve:
    spectrum[0] = 0
    spectrum[1:] *= response(np.arange(1, n // 2 + 1, dtype=np.float64) * (RATE / n))
    return np.fft.irfft(spectrum, n)


def _loud(loop: Curve, db: float) -> Mono:
    """`loop` with an RMS of `db` to full scale."""
    factor = 10 ** (db / 20) / float(np.sqrt(np.mean(loop**2)))
    loud: Mono = (loop * factor).astype(np.float32)
    loud.flags.writeable = False
    return loud


def _swell(chance: np.random.Generator, period: float) -> Curve:
    """What rises and falls between -1 and 1 in about `period` seconds, never twice alike.

    Like the sea: a narrow band of slow waves, higher and lower ones in groups. They rise faster
    than they fall.
    """
    f = np.fft.fftfreq(SWELL, KNOT / RATE)
    width = 0.2 / period
    band = np.exp(-(((f - 1 / period) / width) ** 2)) * np.exp(2j * np.pi * chance.random(SWELL))
    wave = np.fft.ifft(band)
    wave /= np.sqrt(np.mean(wave.real**2))
    return np.asarray(np.tanh((wave.real - 0.2 * (wave**2).imag) / 1.5))


def _by(swing: float, swell: Curve) -> Mono:
    """The factors of a swell by this many dB up and down."""
    return np.asarray(10 ** (swing * swell / 20), np.float32)


def _between(f: Curve, low: float, high: float) -> Curve:
    """Softly less below `low` and above `high` Hz."""
    return 1 / np.sqrt((1 + (low / f) ** 4) * (1 + (f / high) ** 4))


def _ringing(f: Curve, at: float, quality: float) -> Spectrum:
    """What is struck and rings on at about `at` Hz, the longer the higher the quality."""
    return np.asarray(1 / (1 + 1j * quality * (f / at - at / f)))


def _partials(f: Curve, shares: dict[int, float]) -> Curve:
    """Bands so narrow (0.15 Hz) that each is a tone that slowly comes and goes."""
    bands = [share * np.exp(-(((f - at) / 0.15) ** 2)) for at, share in shares.items()]
    return np.asarray(np.sum(bands, axis=0))
