"""The drawing on the session's screen."""

from dataclasses import replace
from typing import Any

import pytest

from relax_coach.tui.cells import cells_kind
from relax_coach.tui.themes import RELAX
from relax_coach.tui.widgets.drawing import Drawing, Moving, fitting
from relax_coach.tui.widgets.lines import Line

pytestmark = pytest.mark.usefixtures("clear_today")


def drawing(opened: Any) -> Drawing:
    found: Drawing = opened.session.query_one(Drawing)
    return found


def moving(opened: Any) -> list[tuple[Line, ...]]:
    return [part._now for part in drawing(opened).query(Moving) if part.display]


@pytest.mark.parametrize(
    ("environ", "kind"),
    [
        ({}, "half"),
        ({"TERM": "xterm-kitty"}, "sextant"),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/tmux"}, "half"),
        ({"TERM_PROGRAM": "WezTerm"}, "sextant"),
        ({"VTE_VERSION": "5202"}, "half"),
        ({"VTE_VERSION": "7600"}, "sextant"),
        ({"WT_SESSION": "1"}, "sextant"),
        ({"TERM": "foot", "NO_COLOR": "1"}, "braille"),
        ({"NO_COLOR": "1", "RELAX_COACH_CELLS": "half"}, "half"),
        ({"RELAX_COACH_CELLS": "octant"}, "half"),
    ],
)
def test_cells_are_those_that_the_terminal_draws(environ: dict[str, str], kind: str) -> None:
    assert cells_kind("truecolor", environ) == kind
    if "RELAX_COACH_CELLS" not in environ:
        assert cells_kind("standard", environ) == "braille", "too few colours for a face"


@pytest.mark.parametrize(
    ("room", "width"),
    [((42, 25), 40), ((42, 16), 32), ((31, 17), 24), ((23, 40), 20), ((19, 40), 0), ((60, 9), 0)],
)
def test_the_largest_picture_that_fits_is_shown(room: tuple[int, int], width: int) -> None:
    assert fitting(*room) == width


@pytest.mark.parametrize(
    ("size", "width"), [((120, 40), 40), ((80, 24), 32), ((60, 20), 24), ((44, 44), 32)]
)
async def test_every_screen_has_its_picture(
    open_app: Any, size: tuple[int, int], width: int
) -> None:
    async with open_app("desk-break", size=size) as opened:
        await opened.go_to(90)
        assert fitting(*drawing(opened).size) == width
        assert "L ▀" in opened.said and "▀ R" in opened.said


async def test_a_small_screen_has_none_and_the_words(open_app: Any) -> None:
    async with open_app("desk-break", size=(40, 12)) as opened:
        await opened.go_to(90)
        assert "▀" not in opened.text and "LEFT" in opened.text


async def test_the_light_moves_with_the_session_and_stops_when_it_is_to_rest(
    open_app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app("desk-break", size=(120, 40)) as opened:
        seen = []
        for second in (90.0, 90.6, 91.2):
            await opened.go_to(second)
            seen.append(moving(opened))
        assert seen[0] and seen[0] != seen[1] != seen[2]
        opened.app.animation_level = "none"
        await opened.go_to(92.0)
        still = moving(opened)
        await opened.go_to(93.4)
        assert moving(opened) == still


async def test_the_other_side_is_another_picture(open_app: Any) -> None:
    async with open_app("desk-break", size=(120, 40)) as opened:
        await opened.go_to(90)
        left = [part.region.x for part in drawing(opened).query(Moving) if part.display]
        await opened.go_to(110)
        right = [part.region.x for part in drawing(opened).query(Moving) if part.display]
        assert max(left) + 10 < min(right)


async def test_another_theme_has_other_colours(open_app: Any) -> None:
    async with open_app("desk-break", size=(120, 40)) as opened:
        await opened.go_to(90)
        dark = moving(opened)
        opened.app.register_theme(replace(RELAX, name="pale", dark=False, background="#f4f3ee"))
        opened.app.theme = "pale"
        await opened.settle()
        await opened.go_to(90)
        assert moving(opened) != dark


async def test_what_is_coming_stands_below_the_person(open_app: Any) -> None:
    async with open_app("desk-break", size=(120, 40)) as opened:
        await opened.go_to(1)
        assert "What is coming" in opened.said
