"""The pictures of the journal: what is drawn is also said, at every width and in ASCII."""

from datetime import date, timedelta

import pytest
from rated import change

from relax_coach.core.day import Day
from relax_coach.core.dumbbell import dumbbell
from relax_coach.core.marks import ASCII, DRAWN, Marks, text_of, width_of
from relax_coach.core.statistics import Statistics, What
from relax_coach.core.summary import summary
from relax_coach.core.weeks import counted, weeks

TODAY = date(2026, 3, 4)
"""A Wednesday."""


def rated(*pairs: tuple[int, int], title: str = "Headband") -> Statistics:
    """Sessions of one routine at one spot, with the pain before and after."""
    headband = What("headband", "temple", "left")
    return Statistics({headband: (change("pain", pairs),)}, {"headband": title})


def told(statistics: Statistics, width: int) -> str:
    return "\n".join(map(text_of, summary(statistics, {}, TODAY, width, DRAWN)))


@pytest.mark.parametrize(
    ("before", "after", "picture"),
    [
        (6, 3, "──────○━━━━━●────────  6.0 → 3.0   3 of 3 lower"),
        (3, 6, "──────●━━━━━○────────  3.0 → 6.0   0 of 3 lower, 3 higher"),
        (5, 5, "──────────◎──────────  5.0 → 5.0   0 of 3 lower"),
        (10, 0, "○━━━━━━━━━━━━━━━━━━━●  10.0 → 0.0  3 of 3 lower"),
    ],
)
def test_a_dumbbell_goes_from_before_to_after_on_a_line_of_ten(
    before: int, after: int, picture: str
) -> None:
    felt = change("pain", [(before, after)] * 3)
    (row,) = dumbbell(felt, 80, DRAWN)
    assert text_of(row) == f"  pain      {picture}"


def test_of_two_sessions_there_is_no_picture() -> None:
    said = told(rated((6, 3), (6, 3)), 80)
    assert "Temple, left  too few for a mean\n  pain      2 of 2 lower\n" in said
    assert "●" not in said


def test_the_calendar_shows_each_mark_in_its_own_place_and_shape() -> None:
    days = {TODAY: Day(headache=True, medicine=True), date(2026, 3, 1): Day(headache=False)}
    rows = weeks({TODAY, date(2026, 3, 2)}, days, TODAY, 12, DRAWN)
    assert list(map(text_of, rows)) == [
        "    Feb Mar",
        "Mon ·   ■",
        "Tue ·   ·",
        "Wed ·   ■▲+",
        "Thu ·",
        "Fri ·",
        "Sat ·",
        "Sun ·",
    ]
    assert counted({TODAY, date(2026, 3, 2)}, days, TODAY, 12) == (
        "In 2 weeks: a session on 2 days, a headache on 1 day, medicine on 1 day."
    )


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("marks", [DRAWN, ASCII])
def test_no_row_is_wider_than_its_width(width: int, marks: Marks) -> None:
    pairs = [(7, back % 9) for back in range(9)]
    statistics = rated(*pairs, title="A title longer than others")
    days = {TODAY - timedelta(days=back): Day(True, True) for back in range(60)}
    rows = summary(statistics, days, TODAY, width, marks)
    assert max(map(width_of, rows)) <= width
    drawn = set("".join(map(text_of, rows))) - set("→·")  # of words, and changed where they print
    assert marks is DRAWN or all(char.isascii() for char in drawn)


def test_what_helped_is_told_with_its_sessions_and_the_guide_is_explained() -> None:
    said = told(rated((6, 3), (6, 4), (5, 6)), 120)
    assert (
        "Headband · temple  pain 5.7 → 4.3\n  2 of 3 times pain was lower after it, higher" in said
    )
    assert "rough guide" not in said
    said = told(rated((6, 3), (6, 4), (6, 4)), 120)
    assert "Headband · temple  pain 6.0 → 3.7 *\n  3 of 3 times pain was lower after it\n" in said
    assert "A rough guide: it was found over weeks" in " ".join(said.split())


def test_a_title_is_shown_and_not_obeyed() -> None:
    assert "\\x1b[2J" in told(rated((6, 3), title="\x1b[2J"), 80)


def test_without_anything_it_says_what_will_stand_there() -> None:
    said = told(Statistics(), 80)
    assert "Nothing was rated before and after yet." in said
    assert "Of the last 28 days, none is marked." in said
