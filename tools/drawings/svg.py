"""Reads a drawing: its views, what is to be touched where, its poses, its outlines as polygons."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"
Point = tuple[float, float]
MOST_POINTS = 24
"""Points of an outline: more of them cost more than they show."""
_TOKENS = re.compile(r"[MLCZ]|-?[\d.]+")

ElementTree.register_namespace("", SVG.strip("{}"))


@dataclass(frozen=True)
class View:
    """A square cut out of a drawing, in its units."""

    x: float
    y: float
    side: float

    def of(self, points: list[Point]) -> list[list[float]]:
        """`points` in shares of this view."""
        return [
            [round((x - self.x) / self.side, 4), round((y - self.y) / self.side, 4)]
            for x, y in points
        ]


class Svg:
    """One drawing as its SVG has it."""

    def __init__(self, text: str) -> None:
        self.text = text
        root = ElementTree.fromstring(text)
        self.title = root.findtext(f"{SVG}title") or ""
        self.box = _numbers(root.attrib["viewBox"])
        self.views: dict[str, View] = {}
        for one in root.iter(f"{SVG}view"):
            x, y, side, height = _numbers(one.attrib["viewBox"])
            assert side == height, f"{one.attrib['id']} is not square"
            self.views[one.attrib["id"].removesuffix("_view")] = View(x, y, side)
        self.targets = root.findall(f"{SVG}g[@id='targets']/{SVG}g")
        self.no_go = [
            outline
            for path in root.findall(f"{SVG}g[@id='no_go']/{SVG}path")
            for outline in outlines(path.attrib["d"])
        ]

    def posed(self, pose: str, share: float) -> str:
        """The drawing with every part moved by `share` (0 to 1) of its way into `pose`."""
        root = ElementTree.fromstring(self.text)
        for part in root.iter():
            if f"data-{pose}" in part.attrib:
                turn, dx, dy = (share * one for one in _numbers(part.attrib[f"data-{pose}"]))
                pivot = part.get("data-pivot", "0 0")
                part.set("transform", f"translate({dx} {dy}) rotate({turn} {pivot})")
        return ElementTree.tostring(root, encoding="unicode")

    def places(self) -> dict[str, dict[str, object]]:
        """What stands under `targets`, in shares of its view."""
        places: dict[str, dict[str, object]] = {}
        for group in self.targets:
            name = group.attrib["data-view"].removesuffix("_view")
            place: dict[str, object] = {
                "view": name,
                "pose": group.get("data-pose", ""),
                "lit": group.get("data-lit") != "no",
            }
            for kind in ("side", "middle"):
                drawn = _place(group, kind, self.views[name])
                if drawn:
                    place[kind] = drawn
            places[group.attrib["id"]] = place
        return places


def _place(group: ElementTree.Element, kind: str, view: View) -> dict[str, object]:
    """The region, the point and the way of one side, or of the middle; {} where it has none."""
    place: dict[str, object] = {}
    for part in group:
        words = part.attrib["class"].split()
        if ("middle" in words) != (kind == "middle"):
            continue
        if "point" in words:
            place["point"] = view.of([(float(part.attrib["cx"]), float(part.attrib["cy"]))])[0]
        else:
            place[words[-1]] = view.of(outlines(part.attrib["d"])[0])
    return place


def outlines(d: str) -> list[list[Point]]:
    """The closed or open lines of a path of M, L, C and Z (absolute), curves as short lines."""
    tokens = _TOKENS.findall(d)
    fine = max(2, (MOST_POINTS - 1) // max(1, d.count("C") * (2 if "M" in d[1:] else 1)))
    lines: list[list[Point]] = []
    command, numbers = "", list[float]()
    for token in tokens:
        if token.isalpha():
            command, numbers = token, []
            continue
        numbers.append(float(token))
        if command == "M" and len(numbers) == 2:
            lines.append([(numbers[0], numbers[1])])
            command, numbers = "L", []
        elif command == "L" and len(numbers) == 2:
            lines[-1].append((numbers[0], numbers[1]))
            numbers = []
        elif command == "C" and len(numbers) == 6:
            start = lines[-1][-1]
            for step in range(1, fine + 1):
                lines[-1].append(_bezier(start, numbers, step / fine))
            numbers = []
    return [line[:-1] if len(line) > 2 and line[0] == line[-1] else line for line in lines]


def _bezier(start: Point, numbers: list[float], t: float) -> Point:
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    x1, y1, x2, y2, x3, y3 = numbers
    return (
        a * start[0] + b * x1 + c * x2 + d * x3,
        a * start[1] + b * y1 + c * y2 + d * y3,
    )


def _numbers(text: str) -> list[float]:
    return [float(one) for one in text.replace(",", " ").split()]
