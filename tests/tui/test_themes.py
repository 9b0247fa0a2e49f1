"""The themes: what is written can be read, in ours and in all of Textual's."""

from contextlib import suppress
from itertools import islice
from typing import Any

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from relax_coach.bodymap.cube import on_cube
from relax_coach.core import theme as names
from relax_coach.store.settings import Settings
from relax_coach.tui import themes
from relax_coach.tui.themes import GROUNDS, OWN, contrast

TEXT = ("foreground", "primary", "accent", "success", "warning", "error", "strong", "text-muted")
COLOURED = {one.name: one for one in (*OWN, *BUILTIN_THEMES.values()) if not one.ansi}
LEAST = {"relax-contrast": 7.0}
DRAWN = set("•▀▁▂▃▄▅▆▇█▉▊▋▌▍▎▏▐░▒▓━─╸╺│╭╮╰╯┃▔▕▪")
"""Bars, borders and scrollbars are no text."""


def test_the_names_are_ours_and_those_of_textual() -> None:
    assert set(names.THEMES) == {one.name for one in OWN} | set(BUILTIN_THEMES)
    assert [one.name for one in OWN] == list(names.OWN)


@pytest.mark.parametrize("colours", ["truecolor", "256"])
@pytest.mark.parametrize("name", COLOURED)
def test_every_text_and_mark_can_be_read_on_every_ground(name: str, colours: str) -> None:
    made = variables_of(COLOURED[name], colours)
    least = LEAST.get(name, 4.5)
    grounds = [Color.parse(made[ground]) for ground in GROUNDS]
    for ink in TEXT:
        for ground in grounds:
            assert contrast(Color.parse(made[ink]), ground) >= least, ink
    for tag in ("accent", "primary"):
        assert contrast(Color.parse(made["ink"]), Color.parse(made[tag])) >= least, tag
    for ground in grounds[:2]:
        assert contrast(Color.parse(made["track"]), ground) >= 3, "track"


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_nothing_of_ours_had_to_be_changed_to_be_read(theme: Any) -> None:
    used = variables_of(theme)
    for name in (*TEXT, "track"):
        written = Color.parse(getattr(theme, name, None) or theme.variables[name])
        # Textual rounds what it passes on.
        pairs = zip(written.rgb, Color.parse(used[name]).rgb, strict=True)
        assert max(abs(one - other) for one, other in pairs) <= 1, name


def test_contrast_is_that_of_wcag() -> None:
    white, black, grey = (Color.parse(name) for name in ("#ffffff", "#000000", "#777777"))
    assert contrast(black, white) == 21
    assert contrast(white, grey) == pytest.approx(4.48, abs=0.01)


@pytest.mark.usefixtures("clear_today")
async def test_every_screen_can_be_read_in_ours_and_in_three_others(open_app: Any) -> None:
    """Each other theme has its turn: what is drawn comes from the colours that are tested above."""
    others = iter(sorted(BUILTIN_THEMES))
    async with open_app(size=(100, 30)) as opened:
        for keys in (
            [], ["t", "5"], ["n"], ["slash"], ["escape", "c"], ["escape", "l"],
            ["escape", "question_mark"], ["j", "slash", *"desk-b", "enter", "enter", "n", "n"],
            ["x"], ["space", "q"],
        ):  # fmt: skip
            await opened.press(*keys)
            for name in (*names.OWN, *islice(others, 3)):
                opened.app.theme = name
                await settled(opened, LEAST.get(name, 4.5) if name in COLOURED else 0)
        assert opened.screen == "LeavePage" and not list(others)


@pytest.mark.parametrize("name", ["ansi-dark", "ansi-light"])
async def test_with_the_colours_of_the_terminal_the_chosen_row_is_underlined(
    open_library: Any, name: str
) -> None:
    async with open_library(settings=Settings(speaker="off", theme=name)) as opened:
        marked = [one.text for one in parts(opened) if one.style and one.style.underline]
        assert opened.app.screen.rows[0].entry.title in " ".join(marked)
        assert opened.app.screen.rows[1].entry.title not in " ".join(marked)


@pytest.mark.parametrize("name", ["ansi-dark", "ansi-light"])
async def test_with_the_colours_of_the_terminal_no_box_stands_behind_the_picture(
    open_app: Any, name: str
) -> None:
    async with open_app(settings=Settings(speaker="off", theme=name)) as opened:
        colours = {one.style.bgcolor for one in parts(opened) if one.style}
        dark = [one for one in colours if one and one.triplet and max(one.triplet) < 40]
        assert "▀" in opened.text and not dark


@pytest.mark.parametrize(
    ("surroundings", "is_marked"),
    [
        ({"COLORTERM": "truecolor"}, False),
        ({"COLORTERM": "", "TERM": "linux"}, True),
        ({"COLORTERM": "truecolor", "NO_COLOR": "1"}, True),
    ],
)
async def test_where_its_ground_tells_too_little_it_is_underlined_too(
    open_library: Any,
    monkeypatch: pytest.MonkeyPatch,
    surroundings: dict[str, str],
    is_marked: bool,
) -> None:
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    async with open_library() as opened:
        marked = [one.text for one in parts(opened) if one.style and one.style.underline]
        assert bool(marked) == is_marked


async def test_a_terminal_of_256_colours_is_sent_none_that_it_has_to_guess(
    open_app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLORTERM")
    async with open_app(size=(120, 40)) as opened:
        for screen in ("HomeScreen", "LibraryScreen"):
            assert opened.screen == screen
            styles = [one.style for one in parts(opened) if one.style]
            used = {colour for one in styles for colour in (one.color, one.bgcolor) if colour}
            triplets = {tuple(colour.get_truecolor()) for colour in used}
            assert {one for one in triplets if on_cube(one) != one} == set()
            await opened.press("slash", "escape")


async def test_without_colours_one_ground_lies_under_all(
    open_app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app("breath-coherent", size=(80, 24)) as opened:
        blank = [one.style for one in parts(opened) if one.style and not one.text.strip()]
        grounds = {tuple(one.bgcolor.get_truecolor()) for one in blank if one.bgcolor}
        assert grounds and all(len(set(ground)) == 1 for ground in grounds), "greys alone"


def variables_of(theme: Theme, colours: str = "truecolor") -> dict[str, str]:
    made = theme.to_color_system().generate()
    return themes.variables(theme, made | theme.variables, colours)


async def settled(opened: Any, least: float) -> None:
    """Wait until a new theme has reached every widget; what cannot be read then fails."""
    for _ in range(20):
        await opened.pilot.pause()
        with suppress(AssertionError):
            return assert_read(opened, least)
    assert_read(opened, least)


def assert_read(opened: Any, least: float) -> None:
    """Every text on the screen has at least this contrast with what is behind it."""
    found = list(parts(opened))
    assert any(part.text.strip() for part in found)
    for part in found:
        style = part.style
        if not least or style is None or not set(part.text.strip()) - DRAWN:
            continue
        ink, ground = (Color.from_rich_color(one) for one in (style.color, style.bgcolor))
        if style.dim:
            ink = ground.blend(ink, 0.5)
        assert contrast(ink, ground) >= least - 0.01, (
            f"{opened.app.theme}, {opened.screen}: {part.text!r}"
        )


def parts(opened: Any) -> list[Segment]:
    strips = opened.app.screen._compositor.render_strips()
    return [part for strip in strips for part in strip]
