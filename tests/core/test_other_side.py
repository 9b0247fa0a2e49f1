"""The other side too, or first: what is mirrored, what moves, and what stays."""

import pytest
from made import routine

from relax_coach.core.compile import compile_routine
from relax_coach.core.options import Options
from relax_coach.core.other_side import other_side
from relax_coach.core.timeline import Timeline

STROKE = "target: temple\ntechnique: stroke\nside: {}\nsay: The {{side}}.\nfor: 9s"
LEFT, EACH = STROKE.format("left"), STROKE.format("each")


def session(*steps: str) -> Timeline:
    return compile_routine("t", routine(*steps), Options())


def sides(timeline: Timeline) -> list[tuple[int | None, str, str | None]]:
    return [(span.step, span.kind, span.side) for span in timeline.spans[1:-1]]


def said(timeline: Timeline) -> list[str | None]:
    return [cue.text for cue in timeline.cues if cue.kind == "say"][1:-1]


def test_the_right_side_first_is_said_so_and_no_other_step_is_changed() -> None:
    timeline = session(LEFT, EACH, LEFT)
    changed, told = other_side(timeline, timeline.step_start(2))
    assert told == "The right side first."
    assert sides(changed) == [
        (1, "lead", "left"), (1, "work", "left"),
        (2, "lead", "right"), (2, "work", "right"), (2, "switch", "left"), (2, "work", "left"),
        (3, "lead", "left"), (3, "work", "left"),
    ]  # fmt: skip
    assert said(changed) == [
        "The left.", "The right.", "Change over. Now the left side.", "The left.",
    ]  # fmt: skip
    assert [span.text for span in changed.spans if span.kind == "work"] == [
        "The left.", "The right.", "The left.", "The left.",
    ]  # fmt: skip
    assert changed.total == timeline.total


def test_once_the_work_goes_on_both_sides_come_as_they_come() -> None:
    timeline = session(EACH)
    left, right = (span.start for span in timeline.spans if span.kind == "work")
    for at in (left, right - 5_001):
        assert other_side(timeline, at) == (timeline, "Here both sides have their turn.")
    for at in (right - 5_000, right):
        assert other_side(timeline, at) == (timeline, "Here both sides have their turn.")
    assert other_side(timeline, left - 1)[1] == "The right side first."


@pytest.mark.parametrize("share", [0, 0.5, 0.99])
def test_the_other_side_follows_with_a_switch_and_all_its_sounds(share: float) -> None:
    timeline = session(LEFT, "rest: 5s\nsay: Rest.")
    lead, work = timeline.spans[1:3]
    changed, told = other_side(timeline, round(lead.start + share * (work.end - lead.start)))
    assert told == "Then the right side too."
    assert [(span.kind, span.side, span.length, span.text) for span in changed.spans[2:6]] == [
        ("work", "left", 9_000, "The left."),
        ("switch", "right", 5_000, "Change over. Now the right side."),
        ("work", "right", 9_000, "The right."),
        ("lead", None, 3_000, "Rest."),
    ]
    later = [
        (cue.at - work.start, cue.text or cue.kind) for cue in changed.cues if cue.at >= work.start
    ]
    assert later[:-2] == [
        (0, "begin"), (9_000, "switch"), (9_000, "Change over. Now the right side."),
        (14_000, "begin"), (23_000, "step"), (23_000, "Rest."),
    ]  # fmt: skip
    assert changed.total == timeline.total + 14_000


def test_a_switch_shows_no_breath_and_counts_no_press() -> None:
    step = "target: temple\ntechnique: stroke\nside: left\nhold: 8s\nbreath: 4-4\ntimes: 2"
    changed, _ = other_side(session(step), 9_000)
    (switch,) = (span for span in changed.spans if span.kind == "switch")
    assert (switch.breath, switch.cycle, switch.cycles) == (None, None, None)
    assert (switch.step, switch.title) == (1, "Temple: long strokes")
    assert [span.cycle for span in changed.spans if span.kind == "work"] == [1, 2, 1, 2]


def test_words_are_mirrored_whole_and_in_either_case() -> None:
    step = LEFT.replace("The {side}.", "Left hand on the right ear, leftover oil to the LEFT.")
    changed, _ = other_side(session(f"{step}\ntitle: Left temple"), 9_000)
    mirrored = changed.spans[-2]
    assert mirrored.text == "Right hand on the left ear, leftover oil to the LEFT."
    assert mirrored.title == "Right temple"


@pytest.mark.parametrize("at", [0, 1_000_000])
def test_the_opening_and_the_end_have_no_side(at: int) -> None:
    timeline = session(LEFT)
    assert other_side(timeline, at) == (timeline, "There is no other side here.")


def test_of_two_turns_on_one_side_the_other_gets_one() -> None:
    timeline = compile_routine("t", routine(LEFT), Options(side="left", twice=True))
    changed, told = other_side(timeline, timeline.step_start(1))
    assert told == "Then the right side too."
    assert sides(changed) == [
        (1, "lead", "left"), (1, "work", "left"), (1, "switch", "left"), (1, "work", "left"),
        (1, "switch", "right"), (1, "work", "right"),
    ]  # fmt: skip
    assert [one.end for one in changed.spans[:-1]] == [one.start for one in changed.spans[1:]]
