"""Are the pictures understood? Single spots, to be judged by someone who sees nothing else.

    python bench/blind.py pictures FOLDER --width 40 --seed 1   # 01.png … and key.json
    python bench/blind.py score FOLDER/key.json ANSWERS         # lines: "01 temple left"

Each picture shows one target on one side, or nothing. An answer is right where the region that
was named, on the side that was named, contains the point that was meant; "none" is right where
there is none. The cells are painted as a terminal draws half blocks.
"""

import argparse
import json
import math
import random
import struct
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from relax_coach.bodymap.drawing import FRAMES, KINDS, SIZES  # noqa: E402
from relax_coach.bodymap.inks import Colour, Inks  # noqa: E402
from relax_coach.bodymap.motion import Beat, marks  # noqa: E402
from relax_coach.bodymap.outline import holds  # noqa: E402
from relax_coach.bodymap.picture import PERSON, Picture, picture  # noqa: E402
from relax_coach.bodymap.pixels import bits, centres  # noqa: E402
from relax_coach.bodymap.scene import Scene  # noqa: E402
from relax_coach.core.vocabulary import SORE_SPOT, TARGETS  # noqa: E402

GROUND: Colour = (0x17, 0x1A, 0x27)
CELL = (10, 20)
EMPTY = 10
PRESSURE = 4
UNDRAWN = (SORE_SPOT, "other")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=["pictures", "score"])
    parser.add_argument("path", type=Path)
    parser.add_argument("answers", type=Path, nargs="?")
    parser.add_argument("--width", type=int, choices=SIZES, default=40)
    parser.add_argument("--kind", choices=KINDS[:2], default="half")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    if chosen.what == "score":
        return score(chosen.path, chosen.answers)
    chosen.path.mkdir(parents=True, exist_ok=True)
    key = {}
    for number, (word, side) in enumerate(deck(chosen.seed), 1):
        name = f"{number:02}"
        key[name] = [word, side]
        shown = scene_of(word, side, number)
        (chosen.path / f"{name}.png").write_bytes(png(shown, chosen.width, chosen.kind))
    (chosen.path / "key.json").write_text(json.dumps(key, indent=1))
    return 0


def deck(seed: int) -> list[tuple[str, str]]:
    """Every target on each of its sides, and EMPTY pictures without one, in a random order."""
    cards = [(word, side) for word in TARGETS if word not in UNDRAWN for side in sides(word)]
    cards += [("none", "")] * EMPTY
    random.Random(seed).shuffle(cards)
    return cards


def sides(word: str) -> Iterator[str]:
    allowed = TARGETS[word].sides
    yield from (side for side in ("left", "right") if side in allowed)
    if "left" not in allowed:
        yield "midline" if "midline" in allowed else "both"


def scene_of(word: str, side: str, number: int) -> Scene:
    """The scene of a target in the middle of its work; without one some picture of a person."""
    if word == "none":
        bare = [picture(name) for name in ("temple", "suboccipital", "upper_trapezius")]
        bare += [PERSON, picture("masseter", "left")]
        return Scene(replace(bare[number % len(bare)], spots=(), ways=(), pose="", breathes=False))
    shown = picture(word, side, "palming" if word == "eyes" else "")
    cores = tuple(mark for spot in shown.spots for mark in marks("hold", spot, PRESSURE, Beat(1.0)))
    full = 4 if shown.breathes else 0
    return Scene(shown, PRESSURE, () if full else cores, FRAMES if shown.ways else 0, full)


def png(shown: Scene, width: int, kind: str) -> bytes:
    """The picture as a terminal would show it, as a PNG."""
    inks = Inks(shown.picture.drawing.schemes["dark"], GROUND, shown.picture.breathes)
    rows, over = shown.base(width, kind), shown.over(width, kind)
    across, down = CELL
    image = [bytearray(across * width * 3) for _ in range(down * len(rows))]
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            pattern, ink, ground, on, off = over.get((x, y), cell)
            for bit, (cx, cy) in zip(bits(kind), centres(kind), strict=True):
                marked = bool(pattern & bit)
                colour = inks.colour(ink, on) if marked else inks.colour(ground, off)
                _fill(image, x, y, (cx, cy), kind, colour)
    return _png(across * width, image)


def _fill(
    image: list[bytearray], x: int, y: int, centre: tuple[float, float], kind: str, colour: Colour
) -> None:
    across, down = CELL
    columns = {round(cx, 3) for cx, _ in centres(kind)}
    lines = {round(cy, 3) for _, cy in centres(kind)}
    wide, high = across / len(columns), down / len(lines)
    left = math.floor((centre[0] - 0.5 / len(columns)) * across + 0.5)
    top = math.floor((centre[1] - 0.5 / len(lines)) * down + 0.5)
    for line in range(y * down + top, y * down + round(top + high)):
        begins = (x * across + left) * 3
        image[line][begins : begins + round(wide) * 3] = bytes(colour) * round(wide)


def _png(width: int, lines: list[bytearray]) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        told = kind + data
        return struct.pack(">I", len(data)) + told + struct.pack(">I", zlib.crc32(told))

    head = struct.pack(">IIBBBBB", width, len(lines), 8, 2, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + bytes(line) for line in lines), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def score(key: Path, answers: Path) -> int:
    """Print how many answers are right, and which are not."""
    meant = {name: tuple(card) for name, card in json.loads(key.read_text()).items()}
    told = {line.split()[0]: line.split()[1:] for line in answers.read_text().splitlines() if line}
    right = sided = of_sides = 0
    for name, (word, side) in meant.items():
        said, where = (*told.get(name, []), "", "")[:2]
        is_right = said == word or _contains(said, where or side, word, side)
        right += is_right
        if side in ("left", "right"):
            of_sides += 1
            sided += where == side
        if not is_right or (side in ("left", "right") and where != side):
            print(f"{name}: meant {word} {side}, said {said} {where}")
    print(f"right {right} of {len(meant)} = {right / len(meant):.0%}")
    print(f"left or right {sided} of {of_sides} = {sided / of_sides:.0%}")
    return 0


def _contains(said: str, where: str, word: str, side: str) -> bool:
    """Whether the region that was named contains the point that was meant."""
    if said not in TARGETS or word == "none" or said in UNDRAWN:
        return False
    meant = scene_of(word, side, 0).picture
    named = _seen(said, where, meant)
    return bool(named) and any(
        holds(spot.region, *meant_spot.point) for spot in named for meant_spot in meant.spots
    )


def _seen(said: str, where: str, like: Picture) -> tuple:
    """The places of `said` in the same view, as far as it is shown there."""
    for side in (where, "both", "midline"):
        shown = picture(said, side)
        if (shown.name, shown.view, shown.mirrored) == (like.name, like.view, like.mirrored):
            return shown.spots
    return ()


if __name__ == "__main__":
    raise SystemExit(main())
