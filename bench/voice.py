"""The shipped voice, measured: how loud each clip is, and whether a recogniser understands it.

    python bench/voice.py levels
    python bench/voice.py heard MODEL     # a Whisper model as faster-whisper reads it

`heard` needs faster-whisper in its environment, beside what the program needs. What is said and
what was heard are compared as words: lower case, without punctuation and hyphens, figures in
words, British and American spelling alike, and a compound is the same in one word or in two.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from relax_coach.audio.limiter import true_peak  # noqa: E402
from relax_coach.audio.sound import RATE  # noqa: E402
from relax_coach.audio.voice import manifest  # noqa: E402
from relax_coach.audio.voice.clips import Clip  # noqa: E402
from relax_coach.audio.voice.speech import loudness, speech_rms  # noqa: E402
from relax_coach.audio.voice.spoken import Spoken  # noqa: E402
from relax_coach.core import limits, safety, vocabulary  # noqa: E402
from relax_coach.core.compile import compile_routine  # noqa: E402
from relax_coach.core.document import read  # noqa: E402
from relax_coach.core.options import Options  # noqa: E402
from relax_coach.core.output import SAMPLES_PER_MS  # noqa: E402
from relax_coach.store import library  # noqa: E402

SHORT = 3 * RATE
HIGHEST = -0.5
"""dBFS of a clip by itself; the whole session is held to -1 dBFS by its limiter."""
PIECES = 40
SMALL = (  # noqa: SIM905
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
SPELLINGS = {"colour": "color", "centre": "center", "grey": "gray", "towards": "toward"}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=["levels", "heard"])
    parser.add_argument("model", nargs="?")
    chosen = parser.parse_args()
    shipped = manifest.read(ROOT / "sounds" / "voice" / "en")
    return levels(shipped) if chosen.what == "levels" else heard(Spoken(shipped), chosen.model)


def levels(shipped: manifest.Manifest) -> int:
    """Silence at the ends, true peak and level of every clip; 1 where one is out of bounds."""
    bad, long, short, peaks, ends = [], [], [], [], []
    for sentence, place in shipped.places.items():
        clip = Clip(place)[:][:, 0]
        speech = np.flatnonzero(np.abs(clip) > np.abs(clip).max() / 316)  # -50 dB
        end = max(speech[0], len(clip) - speech[-1]) / SAMPLES_PER_MS
        peak = 20 * np.log10(true_peak(clip[:, None].repeat(2, axis=1)).max())
        off = loudness(clip) + 18 if len(clip) >= SHORT else speech_rms(clip) + 17.2
        (long if len(clip) >= SHORT else short).append(off)
        peaks.append(peak)
        ends.append(end)
        if end > 60 or peak > HIGHEST or abs(off) > (1 if len(clip) >= SHORT else 1.5):
            bad.append(f"{sentence!r}: {end:.0f} ms, {peak:.2f} dBFS, {off:+.2f} dB")
    print(f"{len(ends)} clips; silence at an end at most {max(ends):.0f} ms")
    print(f"true peak at most {max(peaks):.2f} dBFS")
    print(f"{len(long)} of 3 s and more: {min(long):+.2f} to {max(long):+.2f} dB from -18 LUFS")
    print(f"{len(short)} shorter: speech {min(short):+.2f} to {max(short):+.2f} dB from -17.2 dBFS")
    print("\n".join(bad) or "none out of bounds")
    return int(bool(bad))


def heard(voice: Spoken, model: str) -> int:
    from faster_whisper import WhisperModel

    recogniser = WhisperModel(model, device="cpu", compute_type="int8", cpu_threads=2)

    def hear(text: str) -> str:
        found, _ = recogniser.transcribe(
            _sound(voice, text), language="en", beam_size=5, condition_on_previous_text=False,
            without_timestamps=True,
        )  # fmt: skip
        return " ".join(part.text.strip() for part in found)

    above = False
    for name, texts, most in (("lines", list(_lines()), 2), ("pieces", list(_made()), 5)):
        rows = []
        for text in texts:
            said, understood = words(text), words(hear(text))
            rows.append((distance(said, understood), len(said), text, " ".join(understood)))
        errors, total = sum(row[0] for row in rows), sum(row[1] for row in rows)
        rate = 100 * errors / total
        above = above or rate > most
        print(f"{name}: {len(rows)}, {errors} of {total} words, {rate:.2f} % (at most {most} %)")
        for wrong, _, text, understood in sorted(rows, reverse=True)[:3]:
            print(f"  {wrong} wrong: {text}\n    heard: {understood}", flush=True)
    return int(above)


def _lines() -> Iterator[str]:
    """Every distinct text of two words and more that a preset says, and what is said with `x`."""
    said = dict.fromkeys(map(safety.stop_said, safety.TOLD))
    for entry in library.entries():
        if entry.origin == "preset" and entry.document.routine is not None:
            for side in ("left", "right") if entry.document.routine.asks_side else ("",):
                timeline = compile_routine(
                    "", entry.document.routine, Options(side=side), lambda text: 0
                )
                said |= dict.fromkeys(cue.text for cue in timeline.cues if cue.text)
    yield from (text for text in said if len(text.split()) > 1)


def _made() -> Iterator[str]:
    """Instructions for routines without a single `say`: targets, techniques, hands and sides."""
    rng = np.random.default_rng(7)
    targets = [one for one in vocabulary.TARGETS.values() if one.cap]
    techniques = [one for one in vocabulary.TECHNIQUES.values() if one.touches]
    hands = [one for one in vocabulary.HANDS if one not in ("none", "soft_ball")]
    made = 0
    while made < PIECES:
        target, technique = rng.choice(targets), rng.choice(techniques)
        if vocabulary.fault_of_pair(target, technique):
            continue
        sides = sorted(target.sides & {"left", "right", "both"}) or ["midline"]
        pressure = min(int(rng.integers(1, 6)), limits.cap(target.word))
        text = (
            "format: 1\ntitle: T\ncautions: [pregnancy]\nsteps:\n"
            f"- {{target: {target.word}, technique: {technique.word}, side: {rng.choice(sides)}, "
            f"hand: {rng.choice(hands)}, hold: 4s, times: {rng.integers(2, 20)}, "
            f"pressure: {pressure}}}\n"
        )
        routine = read(text.encode()).routine
        if routine is None:
            continue
        spans = compile_routine("", routine, Options(), lambda text: 0).spans
        yield next(span.text for span in spans if span.step)
        made += 1


def _sound(voice: Spoken, text: str) -> np.ndarray:
    """What is said, as the recogniser takes it: one channel of 16 kHz."""
    parts = voice.parts(text)
    assert not voice.silent([text]), text
    length = voice.length(text) * SAMPLES_PER_MS
    whole = np.zeros(length + -length % 3, np.float32)
    for at, clip in parts:
        begin = at * SAMPLES_PER_MS
        whole[begin : begin + len(clip)] += clip[:][:, 0]
    spectrum = np.fft.rfft(whole)[: len(whole) // 6 + 1]
    return np.fft.irfft(spectrum, len(whole) // 3).astype(np.float32) / 3


def words(text: str) -> list[str]:
    """`text` as the words that are compared."""
    text = re.sub(r"(\d)\s*-\s*(\d)", r"\1 \2", text.lower().replace("’", "'"))
    text = re.sub(r"\d+(?:\.\d+)?", lambda figure: f" {_figure(figure[0])} ", text)
    found = re.sub(r"[^a-z' ]+", " ", text).replace("'", "").split()
    return [SPELLINGS.get(word, word) for word in found]


def _figure(text: str) -> str:
    whole, _, part = text.partition(".")
    number = int(whole)
    if number < 20:
        told = SMALL[number]
    elif number < 100:
        told = TENS[number // 10] + (f" {SMALL[number % 10]}" if number % 10 else "")
    else:
        return text
    return told + (" point " + " ".join(SMALL[int(figure)] for figure in part) if part else "")


def distance(said: Sequence[str], understood: Sequence[str]) -> int:
    """Words put in, left out or taken for others; none where only the spaces differ."""
    if "".join(said) == "".join(understood):
        return 0
    row = list(range(len(understood) + 1))
    for number, word in enumerate(said, 1):
        before, row[0] = row[0], number
        for place, other in enumerate(understood, 1):
            cost = before + (word != other)
            before = row[place]
            row[place] = min(cost, before + 1, row[place - 1] + 1)
    return row[-1]


if __name__ == "__main__":
    raise SystemExit(main())
