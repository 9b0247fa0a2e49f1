"""The drawing at a moment of a session."""

from relax_coach import coach
from relax_coach.bodymap.breath import STEPS
from relax_coach.bodymap.moving import Box, boxes
from relax_coach.bodymap.picture import PAIR, PAIR_LYING, PERSON, picture
from relax_coach.bodymap.scene import Scene, scene
from relax_coach.core.options import Options
from relax_coach.core.timeline import Timeline
from relax_coach.store import library


def timeline(name: str) -> Timeline:
    return coach.timeline_of(library.find(name), Options())


def test_every_moment_of_every_routine_has_a_picture() -> None:
    for entry in library.entries():
        whole = timeline(entry.name)
        for span in whole.spans:
            scene(whole, whole.at(span.start))


def test_a_press_is_seen_and_so_is_letting_go() -> None:
    whole = timeline("mini-massage")
    work = next(one for one in whole.spans if one.kind == "work" and one.cycle)
    release = next(one for one in whole.spans if one.kind == "release")
    pressed, let_go = (
        scene(whole, whole.at(one.start + one.length // 2)) for one in (work, release)
    )
    assert pressed.picture == let_go.picture == picture("temple", "both")
    assert len(pressed.marks) == 2 and pressed.marks[0].glow > let_go.marks[0].glow


def test_a_breath_grows_and_shrinks() -> None:
    whole = timeline("breath-coherent")
    levels = [scene(whole, whole.at(at)).full for at in range(13_000, 23_001, 500)]
    assert (levels[0], max(levels)) == (0, STEPS)
    assert levels == sorted(levels[:11]) + sorted(levels[11:], reverse=True)


def test_before_the_first_step_there_is_the_person_or_the_two() -> None:
    for name, shown in (
        ("desk-break", PERSON),
        ("partner-seated", PAIR),
        ("partner-supine", PAIR_LYING),
    ):
        whole = timeline(name)
        assert scene(whole, whole.at(0)).picture == shown


def test_who_sits_up_midway_is_seen_to_sit_from_then_on() -> None:
    whole = timeline("trial-quinn")
    pairs = [
        shown
        for span in whole.spans
        if (shown := scene(whole, whole.at(span.start)).picture) in (PAIR, PAIR_LYING)
    ]
    up = pairs.index(PAIR)
    assert up > 1 and set(pairs[:up]) == {PAIR_LYING} and set(pairs[up:]) == {PAIR}


def test_one_alone_who_lies_is_the_person() -> None:
    whole = timeline("bedtime")
    assert whole.spans[0].lying
    assert scene(whole, whole.at(0)).picture == PERSON


def test_at_rest_nothing_changes_within_one_state() -> None:
    whole = timeline("desk-break")
    one, other = (scene(whole, whole.at(at), at_rest=True) for at in (84_000, 91_700))
    assert one == other != scene(whole, whole.at(91_700))


def test_what_moves_is_small_and_holds_all_that_changes() -> None:
    whole = timeline("desk-break")
    now = scene(whole, whole.at(84_000))
    found = boxes(Scene(now.picture, now.pressure), "petrissage", False, False, 40, "half")
    assert sum((box.right - box.left) * (box.bottom - box.top) for box in found) < 100
    for at in range(84_000, 96_000, 100):
        for x, y in scene(whole, whole.at(at)).over(40, "half"):
            assert any(b.left <= x < b.right and b.top <= y < b.bottom for b in found)


def test_two_spots_move_in_two_boxes_and_a_turning_head_in_one() -> None:
    temples = Scene(picture("temple", "both"), 3)
    assert len(boxes(temples, "small_circles", False, False, 40, "half")) == 2
    (head,) = boxes(Scene(picture("neck_side", "left")), "stretch_hold", True, False, 40, "half")
    assert head.around(Box(0, 0, 1, 1)).top == 0 and head.bottom < 20


def test_at_rest_a_breath_is_two_pictures() -> None:
    whole = timeline("breath-coherent")
    scenes = (scene(whole, whole.at(at), at_rest=True) for at in range(13_000, 33_000, 250))
    assert {one.full for one in scenes} == {0, STEPS // 2}
