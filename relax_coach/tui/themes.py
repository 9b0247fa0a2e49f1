"""How the program looks: themes of our own, and what our widgets need of any other."""

import re
from collections.abc import Callable, Mapping

from textual.color import Color
from textual.theme import Theme

READABLE = 4.5
"""Least contrast of text and its ground: WCAG 2.2, 1.4.3."""
SEEN = 3.0
"""The same for bars and marks: 1.4.11."""
ON_DARK = {"ink": "ansi_black", "primary": "ansi_cyan", "accent": "ansi_yellow"}
"""Of the terminal's own colours: its blue is hard to read on black."""
MARKED = "bold underline"
"""The chosen row of a list where its ground alone would tell too little."""
CUBE, FEW = "256", ("standard", "windows")
"""What Rich calls the systems of 256 and of 16 colours."""
GROUNDS = ("background", "surface", "panel")
INKS = ("foreground", "primary", "accent", "success", "warning", "error")
_HEX = re.compile("#[0-9a-fA-F]{6}(?![0-9a-fA-F])")
_MUTED, _TRACK = 0.62, 0.45
"""How much of the foreground is in what is said by the way, and in the unfilled part of a bar."""

RELAX = Theme(
    name="relax",
    dark=True,
    primary="#a9aede",
    secondary="#8d93c4",
    accent="#f6b863",
    success="#7fcbb0",
    warning="#f6b863",
    error="#f39a93",
    foreground="#d5d7ea",
    background="#11131d",
    surface="#171a27",
    panel="#262a40",
    variables={
        "strong": "#f3f3fb",
        "track": "#646b99",
        "text-muted": "#989dc2",
        "footer-key-foreground": "#a9aede",
        "scrollbar": "#363c5c",
        "scrollbar-background": "#11131d",
        "scrollbar-hover": "#4a5078",
        "scrollbar-active": "#a9aede",
        "block-cursor-background": "#262a40",
        "block-cursor-foreground": "#f3f3fb",
        "border": "#4a5078",
        "input-cursor-background": "#f6b863",
    },
)
LIGHT = Theme(
    name="relax-light",
    dark=False,
    primary="#4a5096",
    secondary="#666ca8",
    accent="#85500a",
    success="#1c6650",
    warning="#85500a",
    error="#a2372e",
    foreground="#32344a",
    background="#f5f3ee",
    surface="#eeebe5",
    panel="#dedce6",
    variables={
        "strong": "#14162a",
        "track": "#8285a3",
        "text-muted": "#575b78",
        "footer-key-foreground": "#4a5096",
        "scrollbar": "#c3c2d2",
        "scrollbar-background": "#f5f3ee",
        "scrollbar-hover": "#a3a4bd",
        "scrollbar-active": "#4a5096",
        "block-cursor-background": "#dedce6",
        "block-cursor-foreground": "#14162a",
        "border": "#8285a3",
        "input-cursor-background": "#85500a",
        "input-cursor-foreground": "#f5f3ee",
    },
)
CONTRAST = Theme(
    name="relax-contrast",
    dark=True,
    primary="#c3ccff",
    secondary="#c3ccff",
    accent="#ffd166",
    success="#8ff5cf",
    warning="#ffd166",
    error="#ffb4ad",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#2c2c44",
    variables={
        "strong": "#ffffff",
        "chosen-style": MARKED,
        "track": "#8e94c4",
        "text-muted": "#d3d6ef",
        "footer-key-foreground": "#c3ccff",
        "scrollbar": "#8e94c4",
        "scrollbar-background": "#000000",
        "scrollbar-hover": "#c3ccff",
        "scrollbar-active": "#ffd166",
        "block-cursor-background": "#ffffff",
        "block-cursor-foreground": "#000000",
        "border": "#c3ccff",
        "input-cursor-background": "#ffd166",
    },
)
OWN = (RELAX, LIGHT, CONTRAST)


def variables(theme: Theme, made: Mapping[str, str], colours: str | None) -> dict[str, str]:
    """Name → value of all variables of style sheets, ours too, for any theme.

    `made`: the variables that Textual makes of it. `colours`: what Rich calls the system of those
    there are, None without any.
    Of text that could not be read on its grounds the colour is changed until it can. Where there
    are few colours, the ground of the chosen row would hardly be seen, and bold black is grey,
    which cannot be read on a bright ground.
    """
    few = colours in (None, *FEW)
    marked = MARKED if few or theme.ansi else theme.variables.get("chosen-style", "none")
    styles = {"chosen-style": marked, "tag-style": "none" if few or theme.ansi else "bold"}
    if theme.ansi:  # the terminal's own colours, of which nothing is known
        said = {"strong": "ansi_default", "text-muted": "ansi_default", "track": "ansi_default"}
        inks = ON_DARK if theme.dark else {"ink": "ansi_bright_white"}
        return {**made, **styles, **said, "text-disabled": "ansi_default", **inks}
    fit = {None: _grey, CUBE: _on_cube}.get(colours)
    if fit is not None:
        made = {name: _fitted(value, fit) for name, value in made.items()}
    grounds = [Color.parse(made[name]) for name in GROUNDS]
    edge = Color.parse("#ffffff" if theme.dark else "#000000")
    foreground = Color.parse(made["foreground"])
    derived = {
        "strong": foreground.blend(edge, 0.7),
        "text-muted": grounds[0].blend(foreground, _MUTED),
        "track": grounds[0].blend(foreground, _TRACK),
        **{name: Color.parse(made[name]) for name in INKS},
    }
    given = theme.variables
    derived |= {name: Color.parse(given[name]) for name in derived.keys() & given.keys()}
    least = dict.fromkeys(derived, READABLE) | {"track": SEEN}
    seen_on = dict.fromkeys(derived, grounds) | {"track": grounds[:2]}
    told = {
        name: _seen(derived[name], seen_on[name], edge, least[name], fit or _as_it_is).hex
        for name in derived
    }
    return {
        **made, **styles, **told, "text-disabled": told["text-muted"], "ink": made["background"],
    }  # fmt: skip


def contrast(one: Color, other: Color) -> float:
    """Contrast ratio of WCAG 2, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _seen(
    colour: Color, grounds: list[Color], edge: Color, least: float, fit: Callable[[Color], Color]
) -> Color:
    """`colour`, as far towards the `edge` as its contrast with every ground asks for."""
    steps = (fit(colour.blend(edge, step / 20)) for step in range(21))
    return next((one for one in steps if min(contrast(one, g) for g in grounds) >= least), edge)


def _as_it_is(colour: Color) -> Color:
    return colour


def _fitted(value: str, fit: Callable[[Color], Color]) -> str:
    """`value` of a variable with its colours fitted."""
    return _HEX.sub(lambda written: fit(Color.parse(written[0])).hex, value)


def _grey(colour: Color) -> Color:
    """As it is shown without colours: what lies between widgets is not made grey by Textual."""
    return colour.monochrome


def _on_cube(colour: Color) -> Color:
    """The nearest of 256 colours: what a library finds by itself is greenish."""
    from relax_coach.bodymap.cube import on_cube

    return Color(*on_cube(colour.rgb))


def _luminance(colour: Color) -> float:
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
