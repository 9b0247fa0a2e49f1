"""Stories of the other side, of easing off, and of what a session may not be made to hold."""

from collections import Counter

from drawn import assert_whole, timelines
from hypothesis import given, settings
from hypothesis import strategies as st
from made import routine

from relax_coach.core.compile import compile_routine
from relax_coach.core.ease_off import ease_off
from relax_coach.core.options import Options
from relax_coach.core.other_side import other_side
from relax_coach.core.session import excess, worked
from relax_coach.core.stay import stay
from relax_coach.core.timeline import Timeline
from relax_coach.core.totals import Work

PRESS = "target: temple\ntechnique: press\nside: {}\nhold: 4s\ntimes: 2\n"


def session(*steps: str) -> Timeline:
    return compile_routine("t", routine(*steps), Options())


def work(timeline: Timeline) -> list[tuple[str, float, str | None]]:
    spans = (span for span in timeline.spans[1:-1] if span.kind != "lead")
    return [(span.kind, span.length / 1000, span.side) for span in spans]


def first_work(timeline: Timeline) -> int:
    return next(span.start for span in timeline.spans if span.kind == "work")


def test_one_side_gets_the_other_too() -> None:
    timeline = session(PRESS.format("left"))
    changed, told = other_side(timeline, first_work(timeline) + 5_000)
    assert told == "Then the right side too."
    assert work(changed) == [
        ("work", 4, "left"), ("work", 4, "left"), ("switch", 5, "right"),
        ("work", 4, "right"), ("work", 4, "right"),
    ]  # fmt: skip
    presses = [cue.at - first_work(timeline) for cue in changed.cues if cue.kind == "press"]
    assert presses == [0, 4_000, 13_000, 17_000]
    assert [cue.kind for cue in changed.cues if cue.kind in ("switch", "end")] == ["switch", "end"]


def test_before_the_work_begins_the_other_side_can_come_first() -> None:
    timeline = session(PRESS.format("each"))
    changed, told = other_side(timeline, 5_000)
    assert told == "The right side first."
    assert [side for kind, _, side in work(changed) if kind == "work"] == ["right"] * 2 + [
        "left"
    ] * 2
    assert changed.spans[1].text.startswith("Right side")
    again, told = other_side(changed, first_work(changed))
    assert (again, told) == (changed, "Here both sides have their turn.")


def test_where_there_is_no_other_side_nothing_changes() -> None:
    for step in (PRESS.format("both"), "rest: 20s", "breathe: 5-5\ntimes: 2"):
        timeline = session(step)
        assert other_side(timeline, 9_000) == (timeline, "There is no other side here.")


def test_easing_off_lasts_for_the_spot_and_not_for_others() -> None:
    jaw = "target: jaw\ntechnique: press\npressure: 4\nfor: 20s"
    timeline = session(PRESS.format("left") + "pressure: 3", jaw, PRESS.format("right"))
    changed, told = ease_off(timeline, first_work(timeline))
    assert told == "Lighter: 2 of 10, light."
    by_target = {(span.target, span.pressure) for span in changed.spans if span.kind == "work"}
    assert by_target == {("temple", 2), ("masseter", 4), ("temple", 3)}
    assert "Pressure 3 of 10, light." in changed.spans[-4].text
    lightest, _ = ease_off(changed, first_work(timeline))
    assert ease_off(lightest, first_work(timeline))[1].startswith("It is as light as it can be")


def test_what_was_done_again_counts_toward_ten_minutes() -> None:
    timeline = session("target: shoulder\ntechnique: knead\nside: left\nfor: 6m")
    start = first_work(timeline)
    once = worked(timeline, 0, start + 300_000)
    assert once[Work("upper_trapezius", "left")] == 300_000
    again = once + worked(timeline, start, timeline.total)
    assert excess(worked(timeline, 0, timeline.total), again).startswith("Ten minutes on the top")
    assert stay(timeline, start + 5_000, done=once)[1].startswith("Ten minutes on the top")
    assert stay(timeline, start + 5_000)[1] == "10 more seconds here."


def test_the_other_side_obeys_the_caps() -> None:
    right = "target: shoulder\ntechnique: knead\nside: right\nfor: 6m"
    timeline = session(right, right.replace("right", "left").replace("6m", "5m"))
    at = timeline.step_start(2) + 10_000
    assert other_side(timeline, at) == (
        timeline, "Ten minutes on the top of the shoulder is enough for one session.",
    )  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(timelines(), st.floats(0, 1))
def test_a_changed_session_is_whole_and_within_its_caps(timeline: Timeline, share: float) -> None:
    at = round(share * timeline.total)
    for change in (stay, other_side, ease_off):
        changed, told = change(timeline, at)
        assert told
        assert_whole(changed)
        assert [cue for cue in changed.cues if cue.at < at and cue.kind != "say"] == [
            cue for cue in timeline.cues if cue.at < at and cue.kind != "say"
        ]
        done = worked(timeline, 0, at)
        after = done + worked(changed, at, changed.total)
        assert excess(done + worked(timeline, at, timeline.total), after) == ""
    assert worked(timeline, 0, 0) == Counter({"session": 0})
