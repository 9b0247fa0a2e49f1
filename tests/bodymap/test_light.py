"""What is lit: the place, and never the front or the sides of the neck, the eyes or the spine."""

from itertools import product

import pytest

from relax_coach.bodymap.breath import STEPS
from relax_coach.bodymap.drawing import FRAMES
from relax_coach.bodymap.light import Canvas, Lit, core, no_go, still
from relax_coach.bodymap.motion import Beat, Mark, marks
from relax_coach.bodymap.outline import distance, holds
from relax_coach.bodymap.picture import picture
from relax_coach.bodymap.pixels import middle
from relax_coach.bodymap.scene import Scene
from relax_coach.core.vocabulary import TARGETS, TECHNIQUES

SIDES = {"left", "right", "both", "midline"}
WIDTHS = (20, 32)


def lit(canvas: Canvas, cells: dict[tuple[int, int], Lit]) -> list[tuple[float, float]]:
    """The middle of every group of pixels that has light on it."""
    return [
        ((x + u) / canvas.width, (y + v) / canvas.height)
        for (x, y), (pattern, _, _, *lights) in cells.items()
        for marked, light in zip((True, False), lights, strict=True)
        if light != (0, 0, 0)
        for u, v in [middle(canvas.kind, pattern, marked)]
    ]


def all_cells(scene: Scene, width: int, kind: str = "half") -> dict[tuple[int, int], Lit]:
    rows = scene.base(width, kind)
    cells = {(x, y): cell for y, row in enumerate(rows) for x, cell in enumerate(row)}
    return cells | scene.over(width, kind)


@pytest.mark.parametrize("word", TARGETS)
def test_no_light_ever_falls_where_no_hand_may_go(word: str) -> None:
    for side, width in product(TARGETS[word].sides & SIDES, WIDTHS):
        seen = picture(word, side)
        scenes = [
            Scene(seen, 7, tuple(m for spot in seen.spots for m in marks(does, spot, 7, Beat(at))))
            for does, at in (("small_circles", 0.3), ("effleurage", 1.5), ("compression", 2.0))
        ]
        moves = range(1, FRAMES + 1) if seen.ways else ()
        scenes += [Scene(seen, 7, frame=number) for number in moves]
        for scene in [*scenes, Scene(seen, 7, full=STEPS)]:
            points = lit(Canvas(seen, width, "half"), all_cells(scene, width))
            assert points or not scene.marks
            for outline in seen.no_go:
                assert not any(holds(outline, *point) for point in points)


def test_even_a_core_put_on_the_throat_stays_dark() -> None:
    seen = picture("chest_front", "both")
    canvas = Canvas(seen, 40, "half")
    throat = Mark(0.5, 0.6, 0.05)
    points = lit(canvas, core(canvas, still(canvas, 4), [throat]))
    assert not any(holds(outline, *point) for outline in seen.no_go for point in points)


@pytest.mark.parametrize("kind", ["half", "sextant", "braille"])
@pytest.mark.parametrize("width", [20, 24, 60])
def test_the_light_is_around_the_point(kind: str, width: int) -> None:
    seen = picture("temple", "left")
    x, y = seen.spots[0].point
    scene = Scene(seen, 4, marks("static_press", seen.spots[0], 4, Beat(3.0)))
    cells = all_cells(scene, width, kind)
    bright = max(cells, key=lambda at: max(cells[at][3][1], cells[at][4][1]))
    assert abs(bright[0] + 0.5 - x * width) <= 1 and abs(bright[1] + 0.5 - y * width / 2) <= 1


def test_more_pressure_is_a_larger_and_warmer_light() -> None:
    seen = picture("upper_trapezius", "left")

    def warmth(pressure: int) -> int:
        scene = Scene(seen, pressure, marks("static_press", seen.spots[0], pressure, Beat(3.0)))
        return sum(sum(on) + sum(off) for _, _, _, on, off in all_cells(scene, 40).values())

    assert warmth(1) < warmth(4) < warmth(7)


def test_every_technique_that_touches_is_seen_and_lets_go() -> None:
    spot = picture("masseter", "left").spots[0]
    for word, technique in TECHNIQUES.items():
        if technique.touches and word != "palming":
            pressing = marks(word, spot, 3, Beat(2.0))
            (resting,) = marks(word, spot, 3, Beat(0.5, state="release"))
            assert max(mark.glow for mark in pressing) > resting.glow > 0


@pytest.mark.parametrize("word", ["temple", "neck_back", "masseter", "chest_front"])
def test_who_asks_is_shown_where_no_hand_may_go(word: str) -> None:
    seen = picture(word, "left")
    canvas = Canvas(seen, 40, "half")
    cells = {(x, y): cell for y, row in enumerate(no_go(canvas)) for x, cell in enumerate(row)}
    points = lit(canvas, cells)
    assert points
    for point in points:
        assert any(distance(outline, *point) < 1 / 40 for outline in seen.no_go)
