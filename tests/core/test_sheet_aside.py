"""What a line of a sheet says beside the exercise is to be read, and never how it is done."""

import pytest

from relax_coach.cli.reading import became
from relax_coach.core.aside import set_aside
from relax_coach.core.handout import handout_of

BASE = "Temple circles: small circles, temple, 3 x 30s"


@pytest.mark.parametrize(
    "aside",
    ["was 5 s", "2 min if tense", "if no better, 5 reps", "progress to 3 x 12",
     "increase to 3 sets", "build up to 1 min", "add 5 s each week", "then ice 5 min",
     "hot pack first", "10 mins after heat", "5 reps on bad days", "next week 1 min",
     "stop if dizzy", "max 1 min", "up to 5 times", "mild stretch only"],
)  # fmt: skip
@pytest.mark.parametrize("line", ["{} 30 s x 3, {}", "{} 30 s x 3 ({})", "{}, {}, 30 s x 3"])
def test_it_is_told_whole_and_nothing_of_it_is_done(aside: str, line: str) -> None:
    sheet = handout_of(line.format("Temple circles", aside))
    told = " ".join(became(one, is_open_above=False) for one in sheet.lines)
    assert told.startswith(BASE), told
    assert set(aside.replace(",", "").split()) <= set(told.replace(",", "").split()), told
    step = sheet.outline("T")["steps"][0]
    assert len(sheet.lines) > 1 or aside in step["show"]


@pytest.mark.parametrize(
    ("text", "kept", "aside"),
    [
        ("knead right 2 min (left only if tight)", "knead right 2 min", ("left only if tight",)),
        ("knead left 1 min; skip the right", "knead left 1 min", ("skip the right",)),
        ("chin tuck 10 x, 3 times stop if dizzy", "3 times", ("stop if dizzy",)),
        ("press 20 s, 3 times build up to 20", "3 times", ("build up to 20",)),
        ("knead 30 s left only if sore", "knead 30 s", ("left only if sore",)),
        ("if tight, knead 2 min", "if tight, knead 2 min", ()),
        ("press 10 s, pressure at most 3/10", "pressure at most 3/10", ()),
        ("stretch 30 s, up to 3 times a day", "up to 3 times a day", ()),
        ("press, if possible, hold 5 s", "hold 5 s", ("if possible",)),
    ],
)
def test_what_is_done_stands(text: str, kept: str, aside: tuple[str, ...]) -> None:
    left, told = set_aside(text)
    assert kept in left and told == aside


def test_what_alone_says_how_long_is_read() -> None:
    told = became(handout_of("Neck stretch up to 30 s, at most 3 times").lines[0], False)
    assert "3 x 30s" in told


def test_the_other_side_in_an_aside_takes_none_away() -> None:
    for row in (
        "Knead the shoulder R 2 min (L only if tight)",
        "Knead R shoulder 2 min, not the left",
    ):
        (step,) = handout_of(row).outline("T")["steps"]
        assert step["side"] == "right", row
