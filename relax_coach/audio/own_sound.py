"""A person's own sound for a cue: decoded, held to a length, and made as loud as ours."""

import numpy as np

from relax_coach.audio.sound import FULL_SCALE, RATE, BadSound, Samples

MOST_BYTES = 8 * 1024 * 1024
LONGEST = 10 * RATE
"""Samples; what is longer fades out there."""
FADE_OUT = RATE // 2
FADE_IN = RATE // 500
WINDOW = RATE // 10
"""Samples over which loudness is taken: the ear takes about a tenth of a second."""
SILENT = 0.001
"""Of full scale (-60 dBFS): below this nobody hears anything."""
HIGHEST = 0.89
"""Of full scale (-1 dBFS)."""


def own_sound(data: bytes, like: Samples) -> Samples:
    """The sound in the bytes of a WAV, FLAC, MP3 or Ogg Vorbis file, as loud as `like`. Read-only.

    It begins with the first thing that can be heard in it, so that the cue is not late.
    BadSound for anything else.
    """
    samples = _decoded(data)
    peak = float(np.abs(samples).max(initial=0))
    if peak < SILENT:
        raise BadSound("nothing can be heard in it")
    begin = int(np.argmax(np.abs(samples).max(axis=1) > 0.01 * peak))
    # What is before it fades in, so that nothing of it is lost: silence, where it comes at once.
    samples = np.concatenate([np.zeros((FADE_IN, 2), np.float32), samples])[begin:][:LONGEST]
    samples[:FADE_IN] *= np.linspace(0, 1, FADE_IN, dtype=np.float32)[:, None]
    if len(samples) == LONGEST:
        samples[-FADE_OUT:] *= np.linspace(1, 0, FADE_OUT, dtype=np.float32)[:, None]
    samples *= np.float32(min(_loudness(like) / _loudness(samples), HIGHEST / peak))
    samples.flags.writeable = False
    return samples


def _decoded(data: bytes) -> Samples:
    """At most LONGEST and a second more, 48 kHz stereo, as the file has it."""
    try:
        import miniaudio
    except ImportError:
        raise BadSound("own sounds need the library miniaudio") from None
    if len(data) > MOST_BYTES:
        raise BadSound(f"larger than {MOST_BYTES // 1024**2} MiB; take a shorter sound")
    blocks: list[bytes] = []
    try:
        # In pieces: a small file can hold hours.
        for block in miniaudio.stream_memory(
            data, miniaudio.SampleFormat.SIGNED16, 2, RATE, frames_to_read=RATE
        ):
            blocks.append(block.tobytes())
            if len(blocks) * RATE > LONGEST + RATE:
                break
    except miniaudio.MiniaudioError as error:
        raise BadSound("not a WAV, FLAC, MP3 or Ogg Vorbis file") from error
    pcm = np.frombuffer(b"".join(blocks), "<i2").reshape(-1, 2)
    return pcm.astype(np.float32) / np.float32(FULL_SCALE)


def _loudness(samples: Samples) -> float:
    """Root mean square of the loudest window."""
    power = np.concatenate([[0.0], np.cumsum((samples.astype(np.float64) ** 2).sum(axis=1))])
    window = min(WINDOW, len(samples))
    return float(np.sqrt((power[window:] - power[:-window]).max() / window))
