"""Home: where it is tight, what fits there, and from there to the first press."""

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from textual.strip import Strip

from relax_coach import intake
from relax_coach.core.conditions import LASTING
from relax_coach.store import favourites, library
from relax_coach.tui.screens import home as home_screen
from relax_coach.tui.screens.request import Request
from relax_coach.tui.screens.row import Row
from relax_coach.tui.widgets.places import NEVER, Places

TODAY = date(2026, 3, 1)


def listed(opened: Any) -> list[str]:
    return [row.entry.name for row in opened.app.screen.found]


def pointed(opened: Any) -> str:
    return str(opened.app.screen.pointer.name)


@pytest.mark.usefixtures("clear_today")
async def test_a_letter_and_enter_start_there_without_another_question(open_app: Any) -> None:
    async with open_app() as opened:
        assert "Where is it tight?" in opened.said and "Left here is your left." in opened.said
        await opened.press("j", "enter")
        assert opened.player.timeline.name == "mini-massage"
        spans = opened.player.timeline.spans
        assert {span.target for span in spans if span.sore} == {"masseter"}
        assert {span.side for span in spans if span.sore} == {"both"}


@pytest.mark.usefixtures("clear_today")
async def test_a_key_before_a_session_is_all_over_starts_no_other(open_app: Any) -> None:
    async with open_app() as opened:
        home = opened.app.screen
        await opened.press("j", "enter")
        home.begin(library.find("jaw"))
        await opened.settle()
        names = [type(one).__name__ for one in opened.app.screen_stack]
        assert names[-2:] == ["HomeScreen", "SessionScreen"]
        assert opened.player.timeline.name == "mini-massage"
        await opened.press("q", "y", "enter")
        assert opened.screen == "SessionScreen", "the next one may begin"


@pytest.mark.usefixtures("clear_today")
async def test_the_side_is_not_asked_either(open_app: Any) -> None:
    async with open_app() as opened:
        await opened.press("t", "space", "space")
        assert pointed(opened) == "right temple" and "right temple" in opened.text
        await opened.press("enter")
        spans = opened.player.timeline.spans
        assert {span.side for span in spans if span.sore} == {"right"}


@pytest.mark.usefixtures("clear_today")
async def test_by_mouse_alone_to_the_first_press_and_back(open_app: Any) -> None:
    async with open_app() as opened:
        await opened.click_on("shoulders  chest")
        places = opened.app.screen.query_one(Places)
        await opened.pilot.click(places, offset=(10, 7))
        assert pointed(opened) == "top of the shoulder, both sides"
        await opened.pilot.click(places, offset=(10, 7))
        assert pointed(opened) == "left top of the shoulder"
        await opened.click_on("10")
        await opened.click_on("enter start")
        assert opened.player.timeline.name == "self-points-daily"
        await opened.click_on("q end")
        await opened.click_on("y end here")
        assert opened.screen == "HomeScreen"
        assert pointed(opened) == "left top of the shoulder"
        await opened.click_on("q leave")
    assert opened.app.return_value == 3


@pytest.mark.usefixtures("clear_today")
async def test_keys_that_come_at_once_start_what_they_mean(open_app: Any) -> None:
    async with open_app() as opened:
        await opened.pilot.press("escape", "j", "space", "enter")
        for _ in range(50):
            if opened.screen == "SessionScreen":
                break
            await opened.settle()
        await opened.settle()
        sore = [span for span in opened.player.timeline.spans if span.sore]
        assert {(span.target, span.side) for span in sore} == {("masseter", "left")}


async def test_what_is_nearest_to_the_time_comes_first(open_app: Any) -> None:
    async with open_app() as opened:
        await opened.press("t")
        for key, name in (("2", "mini-massage"), ("5", "headband"), ("0", "full-20")):
            await opened.press(key)
            assert listed(opened)[0] == name
        assert "jaw" not in listed(opened) and "breath-box" not in listed(opened)
        await opened.press("escape")
        assert {"jaw", "breath-box"} <= set(listed(opened))


async def test_a_point_that_is_never_a_sore_spot_has_only_what_names_it(open_app: Any) -> None:
    async with open_app() as opened:
        await opened.press("h")
        assert listed(opened) == ["pressure-points"]


@pytest.mark.usefixtures("clear_today")
async def test_favourites_come_first_then_what_was_played_lately(open_app: Any) -> None:
    async with open_app("breath-box") as opened:
        await opened.go_to(30)
        opened.look()
        await opened.press("q", "y", "enter")
    async with open_app() as opened:
        assert listed(opened)[0] == "breath-box" and "lately" in opened.said
        await opened.press("tab", "end", "*")
        await opened.shows("★ favourite")
        assert listed(opened)[:2] == ["trial-quinn", "breath-box"]
    async with open_app() as opened:
        assert listed(opened)[0] == "trial-quinn"
        await opened.press("*")
        assert favourites.favourites() == () and "★" not in opened.text


@pytest.fixture
def read_only(home: Path) -> None:
    """A data folder that cannot be written."""
    home.mkdir()
    (home / "data").write_text("a file in the way")


@pytest.mark.usefixtures("read_only")
async def test_where_nothing_can_be_kept_that_is_said(open_app: Any) -> None:
    async with open_app() as opened:
        await opened.press("*")
        await opened.shows("It cannot be remembered")
        assert "★" not in opened.text


async def test_what_is_not_for_the_person_comes_last_and_says_so(open_app: Any) -> None:
    intake.keep_conditions({row.word: row.word == "injury" for row in LASTING}, TODAY)
    async with open_app(size=(120, 60)) as opened:
        assert "not for you now" in opened.said
        await opened.press("t", "c", "escape")
        marks = [row.is_refused for row in opened.app.screen.found]
        assert marks == sorted(marks) and marks[-1]


@pytest.mark.parametrize("chart", ["face", "left", "neck", "right", "shoulders", "chest"])
async def test_where_never_to_press_is_hatched_and_told(open_app: Any, chart: str) -> None:
    async with open_app(size=(120, 40)) as opened:
        assert NEVER not in opened.text
        opened.app.screen.action_turn(chart)
        await opened.press("n")
        assert "Never press here: the front and the sides of the neck" in opened.said
        assert opened.text.count(NEVER) > 4
        await opened.press("n")
        await opened.shows("Left here is your left.")
        assert NEVER not in opened.text


async def test_where_nothing_is_hatched_that_is_said(open_app: Any) -> None:
    async with open_app(size=(120, 40)) as opened:
        opened.app.screen.action_turn("hands")
        await opened.press("n")
        await opened.shows("No place where never to press is on this picture.")
        assert "the eyes" not in opened.said and NEVER not in opened.text


@pytest.mark.parametrize(("size", "first"), [((59, 40), "Library"), ((80, 17), "Library"),
                                             ((60, 18), "Home"), ((200, 60), "Home")])  # fmt: skip
async def test_the_library_opens_where_home_has_no_room(
    open_app: Any, size: tuple[int, int], first: str
) -> None:
    async with open_app(size=size) as opened:
        assert opened.screen == f"{first}Screen"


async def test_resizing_never_breaks_it(open_app: Any) -> None:
    chance = random.Random(7)
    async with open_app() as opened:
        await opened.press("t", "space")
        for _ in range(40):
            size = chance.randint(1, 200), chance.randint(1, 60)
            await opened.pilot.resize_terminal(*size)
        await opened.pilot.resize_terminal(40, 12)
        await opened.press("enter", "escape")
        assert "Targeted mini-massage" in opened.said, "the list alone"
        await opened.press("j")
        assert "left jaw muscle" in opened.said
        await opened.pilot.resize_terminal(80, 24)
        await opened.press("t")
        assert "temple" in opened.said and "▀" in opened.text


async def test_without_colours_it_is_line_art_and_the_same(
    open_app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app() as opened:
        await opened.press("t")
        assert "▀" not in opened.text and "⠉" in opened.text
        assert "•" in opened.text and "temple, both sides" in opened.text
        await opened.press("n")
        assert NEVER in opened.text


async def test_a_title_of_ones_own_is_text(open_app: Any, home: Path) -> None:
    folder = home / "config" / "routines"
    folder.mkdir(parents=True)
    told = "[@click=app.quit]x[/] [$accent]y"
    step = {"target": "temple", "technique": "hold", "for": "10s"}
    routine = {"format": 1, "title": told, "summary": told, "cautions": [], "steps": [step]}
    (folder / "mine.yaml").write_text(yaml.safe_dump(routine), "utf-8")
    async with open_app(size=(120, 40)) as opened:
        await opened.press("t", "2", "tab")
        while listed(opened)[opened.app.focused.highlighted] != "mine":
            await opened.press("down")
        assert opened.said.count(told) == 2
        styles = [one.style for strip in opened.app.screen._compositor.render_strips()
                  for one in strip if one.style]  # fmt: skip
        assert not [style for style in styles if "@click" in style.meta]


async def test_the_drawing_is_seen_before_any_routine_is_read(
    open_app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    paint = Places.render_line

    def painted(places: Places, y: int) -> Strip:
        strip = paint(places, y)
        if "▀" in strip.text:
            seen.append("drawing")
        return strip

    def read(request: Request) -> Iterator[Row]:
        seen.append("routines")
        return iter(())

    monkeypatch.setattr(Places, "render_line", painted)
    monkeypatch.setattr(home_screen, "rows", read)
    async with open_app():
        assert seen[0] == "drawing" and seen.count("routines") == 1
