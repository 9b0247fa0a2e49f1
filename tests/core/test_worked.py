"""What playing a part of a session adds to the totals that have a limit."""

import pytest
from made import routine

from relax_coach.core.compile import compile_routine
from relax_coach.core.options import Options
from relax_coach.core.session import excess, worked
from relax_coach.core.timeline import Timeline
from relax_coach.core.totals import HELD, SESSION, SHORT, STEPS, Total, Work

SHOULDER = "target: shoulder\nsay: Go.\n"
START = 8_000
"""After the opening and a short lead, in ms."""


def session(*steps: str) -> Timeline:
    return compile_routine("t", routine(*steps), Options())


def done(step: str, start: int, end: int) -> Total:
    """What playing from `start` to `end` ms after the beginning of the work of `step` adds."""
    return worked(session(f"{step}\nsay: Go."), START + start, START + end)


@pytest.mark.parametrize(
    ("start", "end", "ms"),
    [
        (0, 60_000, 60_000), (10_000, 25_000, 15_000), (-3_000, 20_000, 20_000),
        (50_000, 90_000, 10_000), (60_000, 68_000, 0), (-8_000, 0, 0), (20_000, 20_000, 0),
    ],
)  # fmt: skip
def test_of_a_work_only_the_part_that_was_played_counts(start: int, end: int, ms: int) -> None:
    found = done("target: shoulder\ntechnique: knead\nside: left\nfor: 1m", start, end)
    assert found[Work("upper_trapezius", "left")] == ms
    assert found[Work("upper_trapezius", "right")] == 0
    assert found[SESSION] == end - start


@pytest.mark.parametrize(
    ("step", "left", "right"),
    [
        ("target: temple\ntechnique: circles\nside: both\nfor: 20s", 20_000, 20_000),
        ("target: temple\ntechnique: circles\nside: right\nfor: 20s", 0, 20_000),
        ("target: temple\ntechnique: circles\nside: each\nfor: 20s", 20_000, 20_000),
        ("target: temple\ntechnique: circles\nwait: yes\nfor: 20s", 20_000, 20_000),
        ("target: temple\ntechnique: circles\nside: left\nhold: 4s\nrelease: 6s\ntimes: 5",
         20_000, 0),
        ("target: temple\ntechnique: hold\nfor: 20s", 0, 0),
        ("target: temple\ntechnique: cold\nfor: 20s", 0, 0),
        ("target: temple\nrest: 20s", 0, 0),
    ],
)  # fmt: skip
def test_what_counts_on_which_side(step: str, left: int, right: int) -> None:
    found = done(step, 0, 100_000)
    assert (found[Work("temple", "left")], found[Work("temple", "right")]) == (left, right)


def test_the_midline_counts_on_both_sides() -> None:
    found = done("target: glabella\ntechnique: circles\nfor: 20s", 0, 20_000)
    assert found[Work("glabella", "left")] == found[Work("glabella", "right")] == 20_000


@pytest.mark.parametrize(
    ("start", "end", "breaths"),
    [
        (0, 1, 1), (0, 19_000, 1), (0, 19_001, 2), (1, 19_000, 0), (1, 19_001, 1),
        (19_000, 38_000, 1), (18_999, 57_000, 2), (0, 60_000, 3), (38_001, 60_000, 0),
        (-5_000, 60_000, 3), (39_000, 30_000, 0),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "step",
    [
        "breathe: 4-7-8\ntimes: 3",
        "target: shoulder\ntechnique: hold\nbreath: 4-7-8\nfor: 1m",
        "target: shoulder\ntechnique: hold\nbreath: 4-7-8\nhold: 15s\nrelease: 5s\ntimes: 3",
    ],
)
def test_a_breath_counts_where_it_begins(step: str, start: int, end: int, breaths: int) -> None:
    assert done(step, start, end)[HELD] == breaths


def test_quick_breaths_count_by_their_time_and_easy_ones_not_at_all() -> None:
    assert done("breathe: 1-1\ntimes: 7", 0, 9_000)[SHORT] == 5 * 2_000
    pacer = "target: shoulder\ntechnique: hold\nbreath: 1-1.5\nfor: {}"
    assert done(pacer.format("12s"), 0, 12_000)[SHORT] == 4 * 2_500
    assert done(pacer.format("12.5s"), 0, 12_500)[SHORT] == 5 * 2_500
    easy = done("breathe: 4-4.9-6\ntimes: 3", 0, 40_000)
    assert easy[HELD] == easy[SHORT] == 0


def test_more_of_what_was_too_much_already_is_refused_and_less_is_not() -> None:
    key = Work("temple", "left")
    within, over, more = (Total({key: ms}) for ms in (600_000, 600_001, 600_002))
    assert excess(within, within) == excess(over, over) == excess(more, over) == ""
    assert excess(within, over) == excess(over, more) != ""


@pytest.mark.parametrize(
    ("key", "most", "told"),
    [
        (HELD, 8, "That is enough of long-held breath for one session."),
        (SHORT, 30_000, "That is enough of quick breath for one session."),
        (SESSION, 3 * 3_600_000, "Three hours is enough for one session."),
        (Work("temple", "right"), 600_000, "Ten minutes on the temple is enough for one session."),
    ],
)
def test_a_limit_is_told_in_a_sentence(key: str | Work, most: int, told: str) -> None:
    assert excess(Total(), Total({key: most})) == ""
    assert excess(Total(), Total({key: most + 1})) == told
    assert STEPS not in worked(session("rest: 5s"), 0, 5_000)
