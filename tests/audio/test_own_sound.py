"""A person's own sound: it begins at once, it ends, and it is as loud as the one it replaces."""

import io
import wave

import numpy as np
import pytest

from relax_coach.audio.own_sound import LONGEST, MOST_BYTES, own_sound
from relax_coach.audio.sound import BadSound, Samples

miniaudio = pytest.importorskip("miniaudio")


def wav(samples: Samples, rate: int = 48_000) -> bytes:
    """The bytes of a WAV file, with as many channels as `samples` has columns."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(samples.shape[1])
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((samples * 32_767).astype("<i2").tobytes())
    return out.getvalue()


def tone(seconds: float, loud: float, rate: int = 48_000, channels: int = 2) -> Samples:
    at = np.arange(round(seconds * rate)) / rate
    wave = loud * np.sin(2 * np.pi * 440 * at)
    return np.repeat(wave[:, None], channels, axis=1).astype(np.float32)


def loudness(samples: Samples) -> float:
    return float(np.sqrt(np.mean(samples[2_000:6_000] ** 2)))


@pytest.mark.parametrize("loud", [0.02, 0.9])
@pytest.mark.parametrize(("rate", "channels"), [(48_000, 2), (44_100, 1), (8_000, 2)])
def test_it_is_as_loud_as_the_one_it_replaces(loud: float, rate: int, channels: int) -> None:
    like = tone(0.5, 0.2)
    own = own_sound(wav(tone(0.5, loud, rate, channels), rate), like)
    assert own.shape[1] == 2 and not own.flags.writeable
    assert len(own) == pytest.approx(24_000, abs=200)
    assert 20 * np.log10(loudness(own) / loudness(like)) == pytest.approx(0, abs=0.3)


def test_silence_at_its_beginning_does_not_make_it_late() -> None:
    late = np.concatenate([np.zeros((40_000, 2), np.float32), tone(0.5, 0.5)])
    own = own_sound(wav(late), tone(0.5, 0.5))
    assert len(own) == pytest.approx(24_000, abs=200)
    assert own[0].tolist() == [0, 0]


def test_a_long_one_fades_out_after_ten_seconds() -> None:
    own = own_sound(wav(tone(30, 0.5)), tone(0.5, 0.5))
    assert len(own) == LONGEST
    assert np.abs(own[-100:]).max() < 0.01 < 0.4 < np.abs(own[:48_000]).max()


@pytest.mark.parametrize("n", [1, 4_800])
def test_one_whose_only_sound_is_its_first_sample_is_a_sound(n: int) -> None:
    click = np.zeros((n, 2), np.float32)
    click[0] = 0.5
    assert np.abs(own_sound(wav(click), tone(0.5, 0.9))).max() == pytest.approx(0.89, abs=0.001)


def test_a_click_is_not_made_louder_than_full_scale() -> None:
    click = np.zeros((4_800, 2), np.float32)
    click[100] = 0.5
    assert np.abs(own_sound(wav(click), tone(0.5, 0.9))).max() <= 0.8901


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "not a WAV, FLAC, MP3 or Ogg Vorbis file"),
        (b"hello", "not a WAV, FLAC, MP3 or Ogg Vorbis file"),
        (wav(tone(0.5, 0.5))[:30], "not a WAV, FLAC, MP3 or Ogg Vorbis file"),
        (wav(np.zeros((0, 2), np.float32)), "nothing can be heard in it"),
        (wav(tone(0.5, 0.0005)), "nothing can be heard in it"),
        (bytes(MOST_BYTES + 1), "larger than 8 MiB; take a shorter sound"),
    ],
)
def test_what_is_no_sound_is_told(data: bytes, told: str) -> None:
    with pytest.raises(BadSound, match=told):
        own_sound(data, tone(0.5, 0.5))
