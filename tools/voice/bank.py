"""Clips → one Ogg Vorbis file: its headers weigh a second of speech, so many clips share them."""

import io
from collections.abc import Sequence

import numpy as np
import soundfile
from clip import CEILING, levelled, true_peak
from kokoro import Mono

from relax_coach.audio.voice.neural import RATE

COMPRESSION = 0.9
"""Of libsndfile: 4.6 kB a second. At 1.0 there is more above 3.2 kHz than there was."""
APART = RATE // 10
"""Silence between two clips, so that none hears of its neighbour."""
HIGHEST = -1.0
"""dBFS of true peak that no decoded clip is above."""


def encoded(clips: Sequence[Mono]) -> tuple[bytes, list[tuple[int, int]]]:
    """The file, and start and length in samples of each clip in it."""
    ceilings = [CEILING] * len(clips)
    while True:
        held = [
            clip if ceiling == CEILING else levelled(clip, ceiling)
            for clip, ceiling in zip(clips, ceilings, strict=True)
        ]
        data, places = _encoded(held)
        decoded, _ = soundfile.read(io.BytesIO(data), dtype="float32")
        too_loud = False
        for number, (start, length) in enumerate(places):
            over = true_peak(decoded[start : start + length]) - HIGHEST
            if over > 0:
                ceilings[number] -= over + 0.1
                too_loud = True
        if not too_loud:
            return data, places


def _encoded(clips: Sequence[Mono]) -> tuple[bytes, list[tuple[int, int]]]:
    places, parts, at = [], [], 0
    for clip in clips:
        places.append((at, len(clip)))
        parts += [clip, np.zeros(APART, np.float32)]
        at += len(clip) + APART
    whole = np.concatenate(parts)
    file = io.BytesIO()
    with soundfile.SoundFile(
        file, "w", RATE, 1, format="OGG", subtype="VORBIS", compression_level=COMPRESSION
    ) as out:
        for start in range(0, len(whole), RATE):  # never a whole array into its Vorbis
            out.write(whole[start : start + RATE])
    return _same_serial(file.getvalue()), places


def _same_serial(stream: bytes) -> bytes:
    """With serial number 0: libsndfile draws one by chance, so no two files were ever equal."""
    data, start = bytearray(stream), 0
    while start < len(data):
        count = data[start + 26]
        end = start + 27 + count + sum(data[start + 27 : start + 27 + count])
        data[start + 14 : start + 18] = data[start + 22 : start + 26] = bytes(4)
        data[start + 22 : start + 26] = _checksum(bytes(data[start:end])).to_bytes(4, "little")
        start = end
    return bytes(data)


def _checksum(page: bytes) -> int:
    """Of an Ogg page, as RFC 3533 says: the polynomial 0x04c11db7, from 0, without reflection."""
    crc = 0
    for byte in page:
        crc = ((crc << 8) & 0xFFFFFFFF) ^ _TABLE[(crc >> 24) ^ byte]
    return crc


def _row(byte: int) -> int:
    value = byte << 24
    for _ in range(8):
        value = (value << 1) ^ (0x04C11DB7 if value & 0x80000000 else 0)
    return value & 0xFFFFFFFF


_TABLE = tuple(map(_row, range(256)))
