"""What is suggested for a wish, the best first, and the reasons that are given."""

from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest
from rated import change

from relax_coach.core import document
from relax_coach.core.compile import compile_routine
from relax_coach.core.options import Options
from relax_coach.core.past import Past
from relax_coach.core.ruling import REFUSED
from relax_coach.core.suggestion import Candidate, Suggestion, shortest, suggestions
from relax_coach.core.verdict import judge
from relax_coach.core.wish import Wish

MINUTES = 60_000
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PRESETS = Path(__file__).resolve().parents[2] / "routines"


def presets(*held: str) -> list[Candidate]:
    """Every preset, for a person with these conditions."""
    found = []
    for path in sorted(PRESETS.glob("*.yaml")):
        routine = document.read(path.read_bytes()).routine
        assert routine is not None
        options = Options(held=frozenset(held))
        verdict = judge(routine, options)
        read = Options() if verdict.result == REFUSED else options
        total = compile_routine(path.stem, routine, read).total
        found.append(
            Candidate(f"preset:{path.stem}", path.stem, routine, total, verdict, options.held)
        )
    return found


ALL = presets()


def best(wish: Wish, before: Past | None = None, among: list[Candidate] = ALL) -> list[Suggestion]:
    return list(islice(suggestions(wish, among, before or Past()), 3))


def after(routine: str, spot: str, *pairs: tuple[int, int], rating: str = "pain") -> Past:
    """What was rated before and after sessions of a routine."""
    return Past({(routine, spot): (change(rating, pairs),)}, {routine: NOON}, spot)


WISHES = {
    "a place": (Wish("neck_back"), "mini-massage", "works on the back of the neck"),
    "a place and a time": (
        Wish("temple", length=5 * MINUTES),
        "headband",
        "5:14, near the 5 minutes",
    ),
    "longer than it is": (
        Wish("scalp_top", length=6 * MINUTES),
        "headband",
        "scaled from 5:14 to 6:00",
    ),
    "a place by its tag": (Wish("head_whole"), "mini-massage", "for the head"),
    "what is not touched": (Wish("eyes"), "eyes-brow", "rests the eyes"),
    "sleep": (Wish(words=("sleep",)), "bedtime", "for sleep"),
    "late": (Wish(hour=22), "bedtime", "calm enough for late evening"),
    "in working hours": (Wish("masseter", hour=10), "jaw", "can be done at the desk"),
    "for two": (Wish("forehead", who="partner"), "partner-supine", "for two"),
    "a headache": (Wish(words=("headache",), who="self"), "headband", "for the temple"),
}


@pytest.mark.parametrize(("wish", "name", "reason"), WISHES.values(), ids=WISHES)
def test_ten_wishes(wish: Wish, name: str, reason: str) -> None:
    first = best(wish)[0]
    assert first.name == f"preset:{name}"
    assert [clause for clause in first.reasons if clause.startswith(reason)], first.reasons


@pytest.mark.parametrize(("wish", "names"), [
    (Wish("eyes", hour=1), ["eyes-brow"]),
    (Wish("temple", hour=1), ["mini-massage", "bedtime"]),
    (Wish("masseter", words=("sleep",), who="self", hour=1), ["bedtime", "mini-massage", "jaw"]),
    (Wish("neck_back", words=("masseter",), who="self", hour=1), ["full-20"]),
])  # fmt: skip
def test_what_serves_the_words_best_goes_before_what_suits_the_hour(
    wish: Wish, names: list[str]
) -> None:
    assert [one.name for one in best(wish)][: len(names)] == [f"preset:{name}" for name in names]


def test_a_routine_is_scaled_to_the_time_with_the_place_and_the_side() -> None:
    first = best(Wish("masseter", "left", 3 * MINUTES))[0]
    assert (first.name, first.total) == ("preset:mini-massage", 3 * MINUTES)
    assert first.options == Options(spot="masseter", side="left", fit=3 * MINUTES)
    assert "works on the left jaw muscle" in first.reasons
    desk = next(suggestions(Wish("upper_trapezius", "left", 5 * MINUTES), ALL, Past()))
    assert "works on the top of the shoulder, on both sides" in desk.reasons


def test_what_cannot_be_as_short_as_wished_is_not_suggested() -> None:
    assert best(Wish("li4_hegu", length=1 * MINUTES)) == []
    assert {one.name for one in best(Wish("li4_hegu"))} == {"preset:pressure-points"}


def test_what_would_be_drawn_out_stays_as_it_is() -> None:
    found = {one.name: one for one in suggestions(Wish(length=30 * MINUTES), ALL, Past())}
    assert found["preset:breath-box"].options.fit is None
    assert any(clause.startswith("only ") for clause in found["preset:breath-box"].reasons)


def test_what_helped_before_comes_first_with_its_number_of_times() -> None:
    before = after("jaw", "masseter", (6, 3), (5, 5), (7, 4))
    first = best(Wish("masseter"), before)[0]
    assert first.name == "preset:jaw" and "2 of 3 times pain was lower after it" in first.reasons


def test_once_is_told_as_once() -> None:
    first = best(Wish("masseter"), after("jaw", "masseter", (6, 3)))[0]
    assert "once, pain was lower after it" in first.reasons


def test_what_made_it_worse_twice_comes_last_and_says_so() -> None:
    before = after("mini-massage", "masseter", (3, 5), (4, 6))
    last = list(suggestions(Wish("masseter"), ALL, before))[-1]
    assert last.name == "preset:mini-massage"
    assert "2 of 2 times pain was higher after it" in last.reasons


def test_what_helped_elsewhere_says_nothing_here() -> None:
    before = after("full-20", "upper_trapezius", (6, 3), (6, 3))
    assert best(Wish("masseter"), before) == best(Wish("masseter"))


def test_tightness_speaks_where_pain_was_not_rated() -> None:
    before = after("jaw", "masseter", (8, 5), rating="tightness")
    assert "once, tightness was lower after it" in best(Wish("masseter"), before)[0].reasons


def test_where_only_sessions_without_a_place_tell_that_is_said() -> None:
    first = best(Wish("masseter"), after("jaw", "", (6, 3)))[0]
    assert "once, pain was lower after it, no place said" in first.reasons


def test_what_was_rated_at_the_very_place_goes_before_what_was_rated_at_none() -> None:
    """By day, when what can be done at the desk would."""
    half = (change("pain", ((6, 4), (5, 5))),)
    before = Past({("headband", "temple"): half, ("desk-break", ""): half}, {}, "temple")
    first = best(Wish("temple", hour=10), before)[0]
    assert (
        first.name == "preset:headband" and "1 of 2 times pain was lower after it" in first.reasons
    )


def test_what_makes_sleepy_waits_for_the_evening_unless_it_is_wished() -> None:
    by_day = list(suggestions(Wish(hour=10), ALL, Past()))
    assert {one.name for one in by_day[-2:]} == {"preset:bedtime", "preset:breath-478"}
    assert best(Wish(words=("sleep",), hour=10))[0].name == "preset:bedtime"


def test_what_is_refused_is_never_suggested_and_what_is_limited_says_so() -> None:
    injured = {one.name for one in suggestions(Wish(), presets("injury"), Past())}
    assert "preset:breath-box" in injured and "preset:headband" not in injured
    pregnant = {one.name: one for one in suggestions(Wish(), presets("pregnancy"), Past())}
    assert "gentler for you, by what you answered" in pregnant["preset:self-points-daily"].reasons
    assert "gentler for you, by what you answered" not in pregnant["preset:breath-coherent"].reasons


def test_of_two_alike_the_one_played_longer_ago_comes_first() -> None:
    one = ALL[0]
    twins = [
        Candidate(name, name, one.routine, one.total, one.verdict) for name in ("twin-a", "twin-b")
    ]
    assert [found.name for found in best(Wish(), among=twins)] == ["twin-a", "twin-b"]
    played = Past(played={"twin-a": NOON})
    assert [found.name for found in best(Wish(), played, twins)] == ["twin-b", "twin-a"]


def test_where_it_was_sore_last_is_a_reason() -> None:
    first = best(Wish("masseter", "left", recalled=True))[0]
    assert "works on the left jaw muscle, where it was sore last" in first.reasons


def test_instead_of_what_is_refused_it_says_that_it_presses_nothing() -> None:
    first = best(Wish(rests=True), among=presets("injury"))[0]
    assert first.reasons[0] == "presses nothing, so it is open to you today"


def test_where_all_are_too_long_the_shortest_there_is_is_named() -> None:
    wish = Wish("li4_hegu", length=1 * MINUTES)
    among = [one for one in ALL if one.kept_as in ("pressure-points",)]
    found = shortest(wish, among)
    assert found is not None and found.name == "preset:pressure-points"
    assert found.total == found.options.fit == among[0].lasts(found.options)
    assert shortest(Wish(length=5 * MINUTES), ALL) is None, "something fits"


def test_held_breaths_are_never_made_more() -> None:
    found = {one.name: one for one in suggestions(Wish(length=4 * MINUTES), ALL, Past())}
    assert found["preset:breath-478"].options.fit is None
    assert found["preset:breath-coherent"].options.fit == 4 * MINUTES


def test_nothing_is_drawn_out_to_more_than_half_an_hour() -> None:
    found = {one.name: one for one in suggestions(Wish(length=40 * MINUTES), ALL, Past())}
    assert all(one.options.fit is None for one in found.values())
    assert found["preset:full-20"].reasons == ("only 22:50 long",)
