"""Make relax_coach/bodymap/drawn/*.json from drawings/*.svg: pictures in cells, and where what is.

python tools/build_drawings.py            write them (needs tools/drawings/requirements.txt)
python tools/build_drawings.py NAME …     only these
python tools/build_drawings.py --check    exit 1 when one is older than its SVG (needs nothing)
"""

import base64
import hashlib
import json
import re
import sys
import zlib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tools" / "drawings")]

from svg import Svg  # noqa: E402

SOURCES = ROOT / "drawings"
DRAWN = ROOT / "relax_coach" / "bodymap" / "drawn"
FORM = 2
"""Form of the files: another number when the build or what it writes is another."""
SIZES = (20, 24, 32, 40, 50, 60)
"""Widths in cells; a picture is half as high as wide."""
COLOURS = 64
FRAMES = 4
"""Steps into a pose; the drawing itself is the first picture of the movement."""
PALMS = "#palms { display: inline !important; }"


def names() -> list[str]:
    return sorted(path.stem for path in SOURCES.glob("*.svg"))


def digest(name: str) -> str:
    """What the picture of `name` is made from, as one number."""
    parts = [SOURCES / f"{name}.svg", *sorted(SOURCES.glob("*.css"))]
    return hashlib.sha256(b"\0".join(part.read_bytes() for part in parts)).hexdigest()


def stale() -> list[str]:
    """The drawings whose picture is older than they are."""
    old = []
    for name in names():
        made = DRAWN / f"{name}.json"
        told = json.loads(made.read_text("utf-8")) if made.is_file() else {}
        if (told.get("form"), told.get("of")) != (FORM, digest(name)):
            old.append(name)
    return old


def build(name: str) -> None:
    import numpy as np
    import raster

    svg = Svg((SOURCES / f"{name}.svg").read_text("utf-8"))
    sheets = {"dark": "", **{path.stem: path.read_text("utf-8") for path in SOURCES.glob("*.css")}}
    places = svg.places()
    frames = {(view, ""): 0.0 for view in svg.views}
    for place in places.values():
        if place["pose"]:
            for step in range(1, FRAMES + 1):
                frames[str(place["view"]), f"{place['pose']}{step}"] = step / FRAMES
    if 'id="palms"' in svg.text:
        frames["head", "palms"] = 0.0
    rendered: dict[str, raster.Rendered] = {}
    planes: dict[str, tuple[str, Any]] = {}
    for (view, pose), share in frames.items():
        if pose not in rendered:
            extra = PALMS if pose == "palms" else ""
            drawn = svg.posed(pose.rstrip("1234"), share) if pose else svg.text
            styles = [sheet + extra for sheet in sheets.values()]
            rendered[pose] = raster.render(drawn, svg.box, styles)
        made, cut = rendered[pose], svg.views[view]
        for wide in SIZES:
            high = wide // 2
            key = " ".join(filter(None, (view, pose, str(wide))))
            planes[f"{key} half"] = "half", (made.pixels(cut, wide, 2 * high),)
            planes[f"{key} sextant"] = (
                "sextant",
                raster.sextants(made.pixels(cut, 2 * wide, 3 * high)),
            )
            dots = raster.braille(made.dots(cut, 2 * wide, 4 * high))
            planes[f"{key} braille"] = "braille", (dots,)
    coloured = [
        one.reshape(-1, one.shape[-1])
        for kind, parts in planes.values()
        if kind != "braille"
        for one in parts
        if one.ndim == 3
    ]
    found = raster.palette(np.concatenate(coloured), COLOURS)
    pictures = {}
    for key, (_, parts) in planes.items():
        bytes_of = [
            (raster.index(one, found).astype(np.uint8) if one.ndim == 3 else one).tobytes()
            for one in parts
        ]
        pictures[key] = base64.b85encode(zlib.compress(b"".join(bytes_of), 9)).decode()
    schemes = {}
    for number, (scheme, sheet) in enumerate(sheets.items()):
        own = found[:, 4 * number : 4 * number + 4]
        alpha = np.maximum(own[:, 3:], 1e-3)
        rgba = np.concatenate([own[:, :3] / alpha, own[:, 3:]], 1).clip(0, 1) * 255
        schemes[scheme] = {
            "palette": ["".join(f"{round(float(one)):02x}" for one in row) for row in rgba],
            **{light: _light(svg.text + sheet, light) for light in ("region", "point", "calm")},
        }
    asset = {
        "form": FORM,
        "of": digest(name),
        "title": svg.title,
        "schemes": schemes,
        "views": {view: [cut.x, cut.y, cut.side] for view, cut in svg.views.items()},
        "no_go": {
            view: [cut.of(outline) for outline in svg.no_go] for view, cut in svg.views.items()
        },
        "targets": places,
        "pictures": pictures,
    }
    written = json.dumps(asset, separators=(",", ":")).replace('"pictures":{', '\n"pictures":{')
    (DRAWN / f"{name}.json").write_text(written + "\n", "utf-8")


def _light(styles: str, name: str) -> str:
    """The colour of a light as the last style sheet has it: six hexadecimal digits."""
    return str(re.findall(rf"\.{name} {{ fill: #(\w{{6}})", styles)[-1])


def main() -> None:
    if sys.argv[1:] == ["--check"]:
        old = stale()
        if old:
            sys.exit(
                f"older than its drawing: {', '.join(old)}; run python tools/build_drawings.py"
            )
        return
    for name in sys.argv[1:] or names():
        build(name)
        print(name, (DRAWN / f"{name}.json").stat().st_size, "bytes")


if __name__ == "__main__":
    main()
