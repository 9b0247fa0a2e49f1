"""The voice that comes with the program: every sentence has a clip, every clip a sentence."""

import hashlib
import importlib
import json
import sys
from pathlib import Path

import numpy as np
import pytest

from relax_coach.audio.limiter import true_peak
from relax_coach.audio.voice import manifest
from relax_coach.audio.voice.clips import Clip
from relax_coach.audio.voice.speech import loudness, speech_rms
from relax_coach.core.output import SAMPLES_PER_MS

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "sounds" / "voice" / "en"
MOST_BYTES = 12_000_000
MADE_ANEW = "run tools/build_voice.py in its environment (tools/voice/requirements.txt)"

decoded = pytest.mark.skipif(not manifest.can_decode(), reason="NOT PLAYED: miniaudio is missing")


@pytest.fixture(scope="module")
def shipped() -> manifest.Manifest:
    return manifest.read(FOLDER)


def test_every_sentence_has_a_clip_and_every_clip_a_sentence(
    shipped: manifest.Manifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [str(ROOT / "tools"), *sys.path])
    sayings = importlib.import_module("sayings")
    said = {sentence for bank in sayings.banks().values() for sentence in bank}
    assert said - shipped.places.keys() == set(), MADE_ANEW
    assert shipped.places.keys() - said == set(), MADE_ANEW


def test_the_banks_are_those_of_the_manifest() -> None:
    banks = json.loads((FOLDER / "manifest.json").read_text("utf-8"))["banks"].values()
    assert {bank["file"] for bank in banks} == {path.name for path in FOLDER.glob("*.ogg")}
    for bank in banks:
        digest = hashlib.sha256((FOLDER / bank["file"]).read_bytes()).hexdigest()
        assert digest == bank["sha256"], bank["file"]
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < MOST_BYTES


@decoded
def test_a_clip_begins_at_once_and_is_as_loud_as_the_others(shipped: manifest.Manifest) -> None:
    """A few of each bank; bench/voice.py measures all of them."""
    by_bank: dict[Path, list[str]] = {}
    for sentence, place in shipped.places.items():
        by_bank.setdefault(place.file, []).append(sentence)
    for sentences in by_bank.values():
        for sentence in (sentences[0], sentences[len(sentences) // 2], sentences[-1]):
            clip = Clip(shipped.places[sentence])[:][:, 0]
            heard = np.flatnonzero(np.abs(clip) > np.abs(clip).max() / 300)
            ends = heard[0], len(clip) - heard[-1]
            assert max(ends) <= 60 * SAMPLES_PER_MS, sentence
            assert true_peak(clip[:, None].repeat(2, axis=1)).max() < 0.95, sentence
            if len(clip) >= 3000 * SAMPLES_PER_MS:
                assert abs(loudness(clip) + 18) <= 1, sentence
            else:
                assert abs(speech_rms(clip) + 17.2) <= 1.5, sentence
