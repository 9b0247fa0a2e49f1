"""A picture in a page: each drawing once, lit where hands go, and nowhere else."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from relax_coach.bodymap.picture import PAIR, PAIR_LYING, Picture, picture
from relax_coach.bodymap.svg import ARROW, Svg
from relax_coach.core.vocabulary import TARGETS

FOLDER = Path(__file__).resolve().parents[2] / "drawings"
NAMES = ("front", "back", "side", "hands", "partner", "partner_lying")
PLACES = [word for word in TARGETS if word not in ("sore_spot", "other")]


def svg(name: str) -> Svg:
    return Svg(name, (FOLDER / f"{name}.svg").read_text("utf-8"))


def shown(word: str, side: str, technique: str = "static_press", pressure: int = 3) -> str:
    seen = picture(word, side, technique)
    return svg(seen.name).shown(seen, technique, pressure)[1]


def test_all_drawings_in_one_page_have_names_of_their_own() -> None:
    text = f"<svg>{ARROW}{''.join(svg(name).definitions() for name in NAMES)}</svg>"
    ElementTree.fromstring(text)
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids)) > 50
    pointed = re.findall(r'href="#([^"]+)"', text) + re.findall(r"url\(#([^)]+)\)", text)
    assert set(pointed) <= set(ids)
    assert " data-" not in text


@pytest.mark.parametrize("word", PLACES)
@pytest.mark.parametrize("side", ["left", "right", "both"])
def test_what_is_lit_is_where_hands_go_and_never_where_they_must_not(word: str, side: str) -> None:
    seen = picture(word, side)
    inside = ElementTree.fromstring(f"<svg>{shown(word, side)}</svg>")
    masked = inside.findall(".//g[@mask]")
    lit = [*inside.iter("path"), *inside.iter("circle")]
    assert len(lit) == sum(len(list(group)) for group in masked), "all of it is under the mask"
    looks = [part.get("class") for part in lit]
    assert ("region" in looks or "calm" in looks) == bool(seen.spots)
    assert ("way" in looks) == bool(seen.ways)
    assert bool(looks) or word == "eyes"


@pytest.mark.parametrize(("name", "forbidden"), [("front", 3), ("back", 2), ("side", 3)])
def test_the_mask_leaves_out_what_must_not_be_touched(name: str, forbidden: int) -> None:
    definitions = ElementTree.fromstring(f"<svg>{svg(name).definitions()}</svg>")
    (mask,) = definitions.iter("mask")
    drawn = ElementTree.parse(FOLDER / f"{name}.svg").getroot()
    no_go = [
        path.get("d")
        for path in drawn.iter("{http://www.w3.org/2000/svg}path")
        if path.get("class") == "no_go"
    ]
    assert len(no_go) == forbidden
    assert [path.get("d") for path in mask.iter("path")] == no_go
    assert {path.get("fill") for path in mask.iter("path")} == {"#000"}


def test_the_right_side_in_profile_is_the_mirror_image_of_the_left() -> None:
    seen = [picture("temple", side) for side in ("left", "right")]
    (box, left), (same, right) = (svg("side").shown(one, "static_press", 3) for one in seen)
    assert box == same == "40 -4 122 122"
    assert right == f'<g transform="matrix(-1 0 0 1 202 0)">{left}</g>'


def test_a_stroke_is_an_arrow_and_a_press_is_a_dot_that_grows_with_it() -> None:
    stroke = shown("upper_trapezius", "left", "effleurage")
    assert 'marker-end="url(#arrow)"' in stroke
    assert "<circle" not in stroke
    sizes = [
        float(re.findall(r' r="([\d.]+)"', shown("temple", "left", pressure=pressure))[0])
        for pressure in (1, 4, 7)
    ]
    assert sizes == sorted(set(sizes))


def test_a_stretched_neck_has_an_arrow_and_no_light() -> None:
    stretched = shown("neck_side", "left", "stretch_hold")
    assert 'class="way"' in stretched
    assert "region" not in stretched
    assert "circle" not in stretched


@pytest.mark.parametrize("pair", [PAIR, PAIR_LYING])
def test_the_two_are_the_figure_alone(pair: Picture) -> None:
    box, inside = svg(pair.name).shown(pair, "", 0)
    assert inside == f'<use href="#{pair.name}-figure"/>'
    side, height = box.split()[2:]
    assert side == height


def test_palms_lie_over_the_eyes_only_where_that_is_asked() -> None:
    assert "#front-palms" in shown("eyes", "both", "palming")
    assert "#front-palms" not in shown("eyes", "both")
