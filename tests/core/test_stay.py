"""Staying: ten more seconds of what goes on, unless that would be too much."""

from dataclasses import replace

import pytest
from drawn import assert_apart, assert_whole, timelines
from hypothesis import given, settings
from hypothesis import strategies as st
from made import routine

from relax_coach.core import limits
from relax_coach.core.compile import compile_routine
from relax_coach.core.options import Options
from relax_coach.core.stay import stay
from relax_coach.core.timeline import Timeline

NECK = "target: neck\ntechnique: knead\n"
PRESS = "technique: press\nfor: {}\ntarget: "


def session(*steps: str) -> Timeline:
    return compile_routine("t", routine(*steps), Options())


def start_of(timeline: Timeline, kind: str) -> int:
    return next(span.start for span in timeline.spans if span.kind == kind)


def spans(timeline: Timeline, kind: str) -> list[int]:
    return [span.length for span in timeline.spans if span.kind == kind]


def heard(timeline: Timeline, since: int) -> list[tuple[int, str]]:
    """What sounds or is said from `since` on, in ms after it, without leads and the end."""
    return [
        (cue.at - since, cue.text or cue.kind)
        for cue in timeline.cues
        if since <= cue.at < timeline.spans[-1].start
    ]


@pytest.mark.parametrize("timing", ["for: 8s", "hold: 4s\nrelease: 2s\ntimes: 3"])
def test_in_the_lead_there_is_more_time_to_find_the_place(timing: str) -> None:
    before = session(NECK + timing)
    after, told = stay(before, 6_000)
    assert told == "10 more seconds here."
    assert spans(after, "lead") == [5_000, spans(before, "lead")[1] + 10_000]
    assert heard(after, start_of(after, "work")) == heard(before, start_of(before, "work"))
    assert [cue.at for cue in after.cues if cue.kind == "say"][:2] == [0, 5_000]


def test_in_continuous_work_the_countdown_moves_and_half_sounds_once() -> None:
    before = session(f"{NECK}for: 20s")
    start = start_of(before, "work")
    early, _ = stay(before, start + 5_000)
    assert heard(early, start) == [
        (0, "begin"), (15_000, "half"), (27_000, "three"), (28_000, "two"), (29_000, "one"),
    ]  # fmt: skip
    late, _ = stay(before, start + 12_000)
    assert heard(late, start) == [
        (0, "begin"), (10_000, "half"), (27_000, "three"), (28_000, "two"), (29_000, "one"),
    ]  # fmt: skip
    assert early.spans[-1].start == late.spans[-1].start == start + 30_000


def test_at_the_very_moment_of_half_it_does_not_sound_a_second_time() -> None:
    before = session(f"{NECK}for: 20s")
    start = start_of(before, "work")
    after, _ = stay(before, start + 10_000)
    assert heard(after, start)[:2] == [(0, "begin"), (10_000, "half")]
    assert [kind for _, kind in heard(after, start)].count("half") == 1


def test_while_it_counts_down_the_count_begins_anew() -> None:
    before = session(f"{NECK}for: 10s")
    start = start_of(before, "work")
    after, _ = stay(before, start + 8_000)
    assert heard(after, start) == [
        (0, "begin"), (7_000, "three"), (8_000, "two"),
        (10_000, "half"), (17_000, "three"), (18_000, "two"), (19_000, "one"),
    ]  # fmt: skip


def test_again_and_again() -> None:
    timeline = session(f"{NECK}for: 20s")
    start = start_of(timeline, "work")
    for _ in range(3):
        timeline, _ = stay(timeline, start + 1_000)
    assert spans(timeline, "work") == [50_000]
    assert [kind for _, kind in heard(timeline, start)] == ["begin", "half", "three", "two", "one"]


def test_in_pulsed_work_there_are_more_whole_presses() -> None:
    before = session(f"{NECK}hold: 4s\nrelease: 2s\ntimes: 3")
    start = start_of(before, "work")
    after, told = stay(before, start + 1_000)
    assert told == "12 more seconds here."
    assert spans(after, "work") == [4_000] * 5
    assert [s.cycle for s in after.spans if s.kind == "work"] == [1, 2, 3, 4, 5]
    assert {s.cycles for s in after.spans if s.kind in ("work", "release")} == {5}
    assert heard(after, start) == [
        (0, "press"), (0, "Squeeze"), (4_000, "release"), (4_000, "Let go"),
        (6_000, "press"), (10_000, "release"), (12_000, "press"), (16_000, "release"),
        (18_000, "press"), (22_000, "release"), (24_000, "press"), (24_000, "Last one"),
        (28_000, "release"),
    ]  # fmt: skip


def test_in_the_last_press_the_last_word_is_not_said_again() -> None:
    before = session(f"{NECK}hold: 4s\nrelease: 2s\ntimes: 3")
    after, _ = stay(before, start_of(before, "work") + 13_000)
    said = [cue.text for cue in after.cues if cue.kind == "say"]
    assert said.count("Last one") == said.count("Squeeze") == said.count("Let go") == 1


def test_a_single_press_with_a_release_is_had_again_whole() -> None:
    before = session(f"{NECK}hold: 4s\nrelease: 2s")
    after, _ = stay(before, start_of(before, "release"))
    assert (spans(after, "work"), spans(after, "release")) == ([4_000] * 3, [2_000] * 3)


def test_where_the_sides_alternate_there_are_more_whole_pairs() -> None:
    before = session("target: neck turn\ntechnique: movement\nside: alternate\nhold: 3s\ntimes: 2")
    for at in (1_000, 4_000, 7_000, 10_000):
        after, told = stay(before, start_of(before, "work") + at)
        assert told == "12 more seconds here."
        sides = [(s.side, s.cycle) for s in after.spans if s.kind == "work"]
        assert sides == [(side, pair) for pair in (1, 2, 3, 4) for side in ("left", "right")]
        assert [cue.kind for cue in after.cues].count("press") == 8
    kneaded = session(f"{NECK}side: alternate\nhold: 10s\ntimes: 59")
    once, _ = stay(kneaded, start_of(kneaded, "work"))
    assert once is not kneaded
    assert stay(once, start_of(once, "work"))[1].startswith("Ten minutes on")


def test_without_a_pause_only_the_side_in_hand_is_had_again() -> None:
    before = session(f"{NECK}side: each\nswitch: 0\nhold: 4s\ntimes: 3")
    after, _ = stay(before, start_of(before, "work") + 1_000)
    assert [s.side for s in after.spans if s.kind == "work"] == ["left"] * 6 + ["right"] * 3


def test_in_breathing_there_are_more_whole_breaths() -> None:
    before = session("breathe: 4-6\ntimes: 3")
    start = start_of(before, "breath")
    after, told = stay(before, start + 5_000)
    words = [(at, text) for at, text in heard(after, start) if " " in text]
    assert words == [(0, "Breathe in"), (4_000, "Breathe out"), (30_000, "Last breath")]
    assert told == "10 more seconds here."
    assert spans(after, "breath") == [4_000, 6_000] * 4
    assert [c.kind for c in after.cues if c.kind in ("in", "out")] == ["in", "out"] * 4


@pytest.mark.parametrize("kind", ["rest", "switch", "end"])
def test_a_rest_a_switch_and_the_end_last_longer(kind: str) -> None:
    before = session(f"{NECK}side: each\nfor: 8s", "rest: 5s")
    after, told = stay(before, start_of(before, kind) + 1_000)
    assert told == "10 more seconds here."
    assert spans(after, kind) == [spans(before, kind)[0] + 10_000]
    counted = [cue.kind for cue in after.cues if cue.kind in ("half", "three", "two", "one")]
    assert counted == (["three", "two", "one"] if kind == "rest" else [])


def test_only_the_side_in_hand_lasts_longer() -> None:
    before = session(f"{NECK}side: each\nfor: 8s")
    after, _ = stay(before, start_of(before, "switch") - 1)
    assert spans(after, "work") == [18_000, 8_000]


@pytest.mark.parametrize(
    ("step", "seconds", "told"),
    [
        (PRESS + "temple", 60, "A press on the temple ends after 60 seconds. Let it rest."),
        (PRESS + "neck", 90, "A press on the back of the neck ends after 90 seconds. Let it rest."),
        (PRESS + "shoulder", 120,
         "A press on the top of the shoulder ends after 120 seconds. Let it rest."),
        ("target: shoulder\ntechnique: hold\nhand: ball\nfor: {}", 300,
         "This on the top of the shoulder ends after 300 seconds. Let it rest."),
        ("target: shoulder\ntechnique: heat\nfor: {}", 1200,
         "This on the top of the shoulder ends after 1200 seconds. Let it rest."),
    ],
)  # fmt: skip
def test_a_single_press_has_an_end(step: str, seconds: int, told: str) -> None:
    within = session(step.format(f"{seconds - 10}s"))
    start = start_of(within, "work")
    longest, _ = stay(within, start + 1)
    assert max(spans(longest, "work")) == seconds * 1000
    refused, why = stay(longest, start + 1)
    assert refused is longest
    assert why == told


def test_ten_minutes_on_one_place_are_enough() -> None:
    steps = (f"{NECK}side: left\nfor: 5m", f"{NECK}side: both\nfor: 4m50s")
    timeline, _ = stay(session(*steps), start_of(session(*steps), "work"))
    refused, why = stay(timeline, start_of(timeline, "work"))
    assert refused is timeline
    assert why == "Ten minutes on the back of the neck is enough for one session."
    held = session(f"{NECK}side: left\nfor: 10m", "target: neck\ntechnique: hold\nfor: 9s")
    assert stay(held, held.spans[-1].start - 1)[0] is not held
    right = session(f"{NECK}side: left\nfor: 10m", f"{NECK}side: right\nfor: 1m")
    assert stay(right, right.spans[-1].start - 1)[0] is not right
    presses = session(f"{NECK}hold: 59s\nrelease: 1s\ntimes: 10")
    assert stay(presses, start_of(presses, "work"))[1].startswith("Ten minutes on")


def test_held_and_quick_breath_stay_few_in_the_whole_session() -> None:
    held = session("breathe: 4-7-8\ntimes: 4", "breathe: 4-7-8\ntimes: 3")
    once, _ = stay(held, start_of(held, "breath"))
    assert once is not held
    twice, why = stay(once, start_of(once, "breath"))
    assert (twice is once, why) == (True, "That is enough of long-held breath for one session.")
    quick = session("breathe: 1-1\ntimes: 15")
    assert stay(quick, start_of(quick, "breath")) == (
        quick, "That is enough of quick breath for one session.",
    )  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(timelines(), st.floats(0, 1))
def test_whenever_one_stays_what_was_stays(before: Timeline, share: float) -> None:
    at = round(share * before.total)
    after, told = stay(before, at)
    assert told.endswith(".")
    if after is before:
        assert "enough" in told or "ends after" in told
        return
    assert after.total >= before.total + 10_000
    assert told == f"{(after.total - before.total) / 1000:g} more seconds here."
    assert_whole(after)
    assert_apart(after, since=at)
    assert [c for c in after.cues if c.at <= at] == [c for c in before.cues if c.at <= at]
    past = before.spans[: before.index_at(at)]
    assert [replace(s, cycles=None) for s in after.spans[: len(past)]] == [
        replace(s, cycles=None) for s in past
    ]
    presses = (s for s in after.spans if s.kind == "work" and s.technique in limits.PRESSES)
    for span in presses:
        longest = limits.longest(span.technique, span.target or "", span.hand)
        was = max(s.length for s in before.spans if s.step == span.step)
        assert longest is None or span.length <= max(longest, was)


def test_a_press_on_a_sore_spot_keeps_the_sore_spots_limit() -> None:
    sore = compile_routine(
        "t",
        routine("target: sore spot\ntechnique: press\nfor: 55s"),
        Options(spot="upper_trapezius"),
    )
    same, told = stay(sore, start_of(sore, "work"))
    assert same is sore
    assert told == "A press on the top of the shoulder ends after 60 seconds. Let it rest."


def test_a_stretch_is_not_lengthened_past_a_minute() -> None:
    stretch = session("target: neck side\nside: left\ntechnique: stretch\nfor: 50s")
    longer, _ = stay(stretch, start_of(stretch, "work"))
    assert spans(longer, "work") == [60_000]
    assert stay(longer, start_of(longer, "work"))[0] is longer


def test_a_pacer_runs_on_unbroken_through_what_is_added() -> None:
    before = session(f"{NECK}breath: 4-6\nfor: 25s\nsay: Go.")
    start = start_of(before, "work")
    sounds = [(0, "in"), (4_000, "out"), (10_000, "in"), (14_000, "out"), (20_000, "in")]
    sounds += [(24_000, "out"), (35_000, "end")]
    for at in (0, 5_000, 19_999):
        after, _ = stay(before, start + at)
        heard = [(cue.at - start, cue.kind) for cue in after.cues if cue.at >= start]
        assert [one for one in heard if one[1] != "say"] == sounds


def test_a_wait_lasts_longer_without_a_countdown() -> None:
    before = session(f"{NECK}wait: yes\nfor: 30s\nsay: Go.")
    after, _ = stay(before, start_of(before, "wait") + 1)
    assert spans(after, "wait") == [40_000]
    assert {cue.kind for cue in after.cues} == {"begin", "say", "end"}


def test_one_unbroken_movement_lasts_longer_instead_of_coming_twice() -> None:
    once = session(f"{NECK}hold: 20s")
    turns = session(f"{NECK}side: alternate\nfor: 20s")
    assert spans(stay(once, start_of(once, "work"))[0], "work") == [30_000]
    assert spans(stay(turns, start_of(turns, "work"))[0], "work") == [30_000, 20_000]
