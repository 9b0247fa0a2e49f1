"""A picture as SVG inside a page: each drawing lies in it once, and every picture points at it.

The text of a drawing is that of drawings/*.svg. Names in it get its own name before them, so
that several drawings can be in one page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from relax_coach.bodymap.motion import Beat, marks
from relax_coach.bodymap.outline import Outline, mirrored
from relax_coach.bodymap.picture import Picture

_SVG = "{http://www.w3.org/2000/svg}"
_FAR = 400
"""Farther out than any drawing goes, in its units."""
_ALONG = ("effleurage", "scalp_glide")
"""What goes along the way of its target."""
ARROW = (
    '<marker id="arrow" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="3.4" markerHeight="3.4"'
    ' orient="auto-start-reverse"><path class="tip" d="M0 0 L10 5 L0 10 Z"/></marker>'
)
"""The head of an arrow: once in a page, for all drawings."""


@dataclass(frozen=True, slots=True)
class View:
    """A square cut out of a drawing, in its units."""

    x: float
    y: float
    side: float


class Svg:
    """The drawing `name` as its SVG has it."""

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        root = ElementTree.fromstring(text)
        for part in root.iter():
            part.tag = part.tag.removeprefix(_SVG)
            self._named_apart(part)
        self._root = root
        self._views = dict(map(_view, root.iter("view")))

    def definitions(self) -> str:
        """The figure, its palms and what they are made of; and a mask that leaves out the no-go."""
        figure = self._part("figure")
        palms = figure.find(f"g[@id='{self._name}-palms']")
        parts = [*self._root.findall("defs/*"), figure]
        if palms is not None:
            figure.remove(palms)
            parts.append(palms)
        no_go = "".join(
            f'<path d="{path.attrib["d"]}" fill="#000" stroke="#000" stroke-width="1"/>'
            for path in self._part("no_go")
        )
        return "".join(_written(part) for part in parts) + (
            f'<mask id="{self._name}-free" maskUnits="userSpaceOnUse" x="{-_FAR}" y="{-_FAR}"'
            f' width="{3 * _FAR}" height="{3 * _FAR}"><rect x="{-_FAR}" y="{-_FAR}"'
            f' width="{3 * _FAR}" height="{3 * _FAR}" fill="#fff"/>{no_go}</mask>'
        )

    def shown(self, picture: Picture, technique: str, pressure: int) -> tuple[str, str]:
        """The view box of `picture` (of this drawing), and what is in it."""
        view = self._views[picture.view]
        seen = [f'<use href="#{self._name}-figure"/>']
        if picture.pose == "palms":
            seen.append(f'<use href="#{self._name}-palms"/>')
        lit = "".join(self._lit(picture, view, technique, pressure))
        if lit:
            seen.append(f'<g mask="url(#{self._name}-free)">{lit}</g>')
        inside = "".join(seen)
        if picture.mirrored:
            turn = f"matrix(-1 0 0 1 {2 * view.x + view.side:g} 0)"
            inside = f'<g transform="{turn}">{inside}</g>'
        return f"{view.x:g} {view.y:g} {view.side:g} {view.side:g}", inside

    def _lit(self, picture: Picture, view: View, technique: str, pressure: int) -> Iterable[str]:
        """Regions, ways and points. In a mirrored picture they are turned over with the figure."""

        def placed(outline: Outline) -> list[str]:
            points = mirrored(outline) if picture.mirrored else outline
            return [f"{view.x + x * view.side:.1f} {view.y + y * view.side:.1f}" for x, y in points]

        thin, thick = f"{0.006 * view.side:.2f}", f"{0.016 * view.side:.2f}"
        look = "calm" if picture.breathes else "region"
        for spot in picture.spots:
            region = f"M{' L'.join(placed(spot.region))} Z"
            yield f'<path class="{look}" d="{region}" stroke-width="{thin}"/>'
        ways = picture.ways or tuple(s.way for s in picture.spots if technique in _ALONG and s.way)
        heads = 'marker-end="url(#arrow)"'
        if technique == "scalp_glide":
            heads += ' marker-start="url(#arrow)"'
        for way in ways:
            line = f"M{' L'.join(placed(way))}"
            yield f'<path class="way" d="{line}" stroke-width="{thick}" {heads}/>'
        for spot in () if picture.breathes or ways else picture.spots:
            for mark in marks(technique, spot, pressure, Beat(0.0, still=True)):
                ((x, y),) = (point.split() for point in placed(((mark.x, mark.y),)))
                at = f'cx="{x}" cy="{y}" r="{mark.radius * view.side:.1f}"'
                yield f'<circle class="point" {at} stroke-width="{thin}"/>'

    def _part(self, name: str) -> Element:
        (part,) = self._root.findall(f"g[@id='{self._name}-{name}']")
        return part

    def _named_apart(self, part: Element) -> None:
        own: Mapping[str, str] = part.attrib.copy()
        for key, value in own.items():
            if key.startswith("data-"):
                del part.attrib[key]
            elif key == "id":
                part.set(key, f"{self._name}-{value}")
            elif key == "href":
                part.set(key, value.replace("#", f"#{self._name}-"))
            elif value.startswith("url(#"):
                part.set(key, value.replace("url(#", f"url(#{self._name}-"))


def _view(part: Element) -> tuple[str, View]:
    x, y, side, _ = map(float, part.attrib["viewBox"].split())
    name = part.attrib["id"].rpartition("-")[2].removesuffix("_view")
    return name, View(x, y, side)


def _written(part: Element) -> str:
    part.tail = None
    for inner in part.iter():
        inner.text = inner.tail = None
    return ElementTree.tostring(part, encoding="unicode")
