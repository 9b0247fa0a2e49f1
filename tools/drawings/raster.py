"""Turns a rendered drawing into the pixels of its cells: half blocks, sextants, Braille."""

import io
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import resvg_py
from PIL import Image
from svg import View

Pixels = npt.NDArray[np.floating[Any]]
"""Shape (rows, columns, 4): red, green, blue times alpha, and alpha, 0 to 1."""
Marks = npt.NDArray[np.uint8]

SHADED, OUTLINED = 2, 4
"""Pixels for each unit of the drawing. Shading takes seconds, and has no more detail."""
FLAT = """
* { filter: none !important; shape-rendering: crispEdges !important; }
.line, .shade { display: none !important; }
.skin { fill: #f00 !important; } #head .skin { fill: #0f0 !important; }
.ear { fill: #00f !important; } .hair { fill: #ff0 !important; } .palm { fill: #0ff !important; }
"""
"""Each part in one colour: where two of them meet is an outline."""
STROKES = """
* { filter: none !important; }
.skin, .ear, .hair, .shade, .palm { fill: none !important; }
.line { stroke: #fff !important; stroke-width: .7 !important; }
"""
FAINT = 0.28
"""Lines more transparent than this are shading, not outlines."""
FLAT_CELL = 0.012
"""A sextant whose two colours differ by less, squared, is one colour."""


@dataclass(frozen=True)
class Rendered:
    """A whole drawing in one pose: its pixels in each scheme, and its outlines."""

    shaded: tuple[Pixels, ...]
    outlines: npt.NDArray[np.bool_]
    box: list[float]

    def pixels(self, view: View, across: int, down: int) -> Pixels:
        """The view as `across` times `down` pixels, all schemes side by side in the last axis."""
        return np.concatenate(
            [_shrunk(self._cut(one, view, SHADED), across, down) for one in self.shaded], axis=2
        )

    def dots(self, view: View, across: int, down: int) -> Marks:
        """Where an outline passes, as `across` times `down` dots."""
        cut = self._cut(self.outlines, view, OUTLINED).astype(np.float32)
        return (_shrunk(cut[:, :, None], across, down)[:, :, 0] > 0.02).astype(np.uint8)

    def _cut(self, image: npt.NDArray[Any], view: View, zoom: int) -> npt.NDArray[Any]:
        x, y = round((view.x - self.box[0]) * zoom), round((view.y - self.box[1]) * zoom)
        side = round(view.side * zoom)
        return image[y : y + side, x : x + side]


def render(svg: str, box: list[float], schemes: list[str]) -> Rendered:
    """`svg` in each of the `schemes` (style sheets)."""
    shaded = tuple(_drawn(svg, scheme, SHADED) for scheme in schemes)
    extra = schemes[0]
    parts = (_drawn(svg, extra + FLAT, OUTLINED) > 0.5).astype(np.uint8) @ np.array(
        [1, 2, 4, 8], np.uint8
    )
    edges = np.zeros(parts.shape, np.bool_)
    edges[:, 1:] |= parts[:, 1:] != parts[:, :-1]
    edges[1:] |= parts[1:] != parts[:-1]
    edges |= _drawn(svg, extra + STROKES, OUTLINED)[:, :, 3] > FAINT
    return Rendered(shaded, edges, box)


def _drawn(svg: str, style: str, zoom: int) -> Pixels:
    png = resvg_py.svg_to_bytes(
        svg_string=svg, zoom=zoom, style_sheet=style, skip_system_fonts=True
    )
    rgba = np.asarray(Image.open(io.BytesIO(bytes(png))).convert("RGBA"), np.float32) / 255
    rgba[:, :, :3] *= rgba[:, :, 3:]
    return rgba


def _shrunk(image: Pixels, across: int, down: int) -> Pixels:
    """The mean of each of `across` times `down` boxes, of exact size."""
    return _halfway(_halfway(image, across, 1), down, 0)


def _halfway(image: Pixels, parts: int, axis: int) -> Pixels:
    length = image.shape[axis]
    sums = np.concatenate(
        [np.zeros_like(np.take(image, [0], axis)), np.cumsum(image, axis, dtype=np.float64)], axis
    )
    ends = np.linspace(0, length, parts + 1)
    whole = np.minimum(ends.astype(int), length - 1)
    shape = [1] * image.ndim
    shape[axis] = -1
    rest = (ends - whole).reshape(shape)
    at = np.take(sums, whole, axis) * (1 - rest) + np.take(sums, whole + 1, axis) * rest
    mean: Pixels = (np.diff(at, axis=axis) * parts / length).astype(np.float32)
    return mean


def sextants(pixels: Pixels) -> tuple[Marks, Pixels, Pixels]:
    """Pixels (3 rows, 2 columns a cell) as pattern, the colour of its marks, and of the rest.

    A pattern's bits are the six pixels row by row, the first the lowest. The first is never set,
    so that each picture has one form; a cell of one colour has pattern 0.
    """
    down, across = pixels.shape[0] // 3, pixels.shape[1] // 2
    cells = pixels.reshape(down, 3, across, 2, -1).transpose(0, 2, 1, 3, 4)
    cells = cells.reshape(down, across, 6, -1)
    whole = cells.mean(2)
    best = ((cells - whole[:, :, None]) ** 2).sum((2, 3)) - FLAT_CELL
    pattern, ink, ground = np.zeros(best.shape, np.uint8), whole.copy(), whole.copy()
    for number in range(2, 64, 2):
        marked = [bit for bit in range(6) if number >> bit & 1]
        others = [bit for bit in range(6) if not number >> bit & 1]
        above, below = cells[:, :, marked].mean(2), cells[:, :, others].mean(2)
        miss = ((cells[:, :, marked] - above[:, :, None]) ** 2).sum((2, 3))
        miss += ((cells[:, :, others] - below[:, :, None]) ** 2).sum((2, 3))
        better = miss < best
        best[better] = miss[better]
        pattern[better], ink[better], ground[better] = number, above[better], below[better]
    return pattern, ink, ground


def braille(dots: Marks) -> Marks:
    """Dots (4 rows, 2 columns a cell) as the low byte of the Braille character of each cell."""
    down, across = dots.shape[0] // 4, dots.shape[1] // 2
    cells = dots.reshape(down, 4, across, 2).transpose(0, 2, 1, 3).reshape(down, across, 8)
    weights = np.array([1, 8, 2, 16, 4, 32, 64, 128], np.uint16)
    return (cells @ weights).astype(np.uint8)


def palette(colours: Pixels, most: int) -> Pixels:
    """`most` colours that stand for all `colours` (shape (n, channels)), the first transparent."""
    chance = np.random.RandomState(7)
    some = colours[chance.permutation(len(colours))[:24_000]]
    some = some[some.max(1) > 0.02]
    found = some[chance.permutation(len(some))[: most - 1]].copy()
    for _ in range(24):
        nearest = index(some, found)
        for number in range(len(found)):
            mine = some[nearest == number]
            # One that nobody took stands where it is missed most.
            far = ((some - found[nearest]) ** 2).sum(1).argmax()
            found[number] = mine.mean(0) if len(mine) else some[far]
    clear = np.zeros((1, colours.shape[1]), np.float32)
    return np.concatenate([clear, found[np.argsort(found.sum(1))]])


def index(colours: Pixels, of: Pixels) -> npt.NDArray[np.intp]:
    """For each of `colours` the number of the nearest one in the palette `of`."""
    flat = colours.reshape(-1, colours.shape[-1])
    far = (flat**2).sum(1)[:, None] - 2 * flat @ of.T + (of**2).sum(1)
    nearest: npt.NDArray[np.intp] = far.argmin(1).reshape(colours.shape[:-1])
    return nearest
