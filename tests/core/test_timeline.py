"""What holds of every session there can be: it has no gap, and nothing sounds out of its place."""

from collections import Counter

from drawn import assert_apart, assert_whole, options, routines, speech, timelines
from hypothesis import given, settings
from hypothesis import strategies as st
from made import routine

from relax_coach.core.compile import compile_routine
from relax_coach.core.options import Answered, Options
from relax_coach.core.plan import Plan
from relax_coach.core.routine import Massage, Routine
from relax_coach.core.ruling import held_rows, ruling
from relax_coach.core.timeline import WORK_KINDS, Timeline

MANY = settings(max_examples=120, deadline=None)


@MANY
@given(timelines())
def test_spans_tile_the_session(timeline: Timeline) -> None:
    assert_whole(timeline)


@MANY
@given(timelines())
def test_sounds_are_told_apart(timeline: Timeline) -> None:
    assert_apart(timeline)


@MANY
@given(timelines())
def test_steps_are_counted_from_one_in_playing_order(timeline: Timeline) -> None:
    numbers = [span.step for span in timeline.spans if span.step is not None]
    assert numbers == sorted(numbers)
    assert list(dict.fromkeys(numbers)) == list(range(1, timeline.steps + 1))
    assert timeline.spans[0].step is timeline.spans[-1].step is None
    leads = [span.step for span in timeline.spans if span.kind == "lead" and span.step]
    assert leads == list(range(1, timeline.steps + 1))
    between = {span.kind for span in timeline.spans[1:-1] if span.step is None}
    assert between <= {"lead", "rest"}  # of repeats


@MANY
@given(timelines())
def test_a_step_sounds_between_two_steps_and_the_end_once(timeline: Timeline) -> None:
    sounds = {kind: [c.at for c in timeline.cues if c.kind == kind] for kind in ("step", "end")}
    ends = {span.step: span.end for span in timeline.spans if span.step is not None}
    assert sounds["step"] == [ends[step] for step in range(1, timeline.steps)]
    assert sounds["end"] == [timeline.spans[-1].start] * (timeline.profile != "sleep")


@MANY
@given(routines(), options())
def test_nothing_is_played_that_a_condition_speaks_against(
    routine: Routine, options: Options
) -> None:
    rows = held_rows(options.held)
    for item in Plan(routine, options).items:
        if isinstance(item, Answered):
            again = ruling(item.step, item.target, "any", rows, item.pressure)
            assert again.result == "allowed"


@MANY
@given(routines(), options())
def test_the_work_is_what_the_routine_says(routine: Routine, options: Options) -> None:
    timeline = compile_routine("t", routine, options)
    items = Plan(routine, options).items
    played = [item.step for item in items if isinstance(item, Answered)]
    assert len(played) == timeline.steps
    for number, step in enumerate(played, 1):
        spans = [s for s in timeline.spans if s.step == number and s.kind in WORK_KINDS]
        times = Counter[str | None]()
        for span in spans:
            times[span.side] += span.length
        if isinstance(step, Massage):
            assert set(times.values()) == {step.length}
            assert set(times) in ({"left", "right"}, {times.most_common()[0][0]})
            if step.side in ("each", "alternate") and step.target != "sore_spot":
                assert set(times) == {"left", "right"}
        else:
            assert sum(times.values()) == step.length
            assert len(times) == 1


@MANY
@given(timelines(), st.integers(), st.floats(0, 1))
def test_every_moment_is_known(timeline: Timeline, anywhere: int, share: float) -> None:
    for position in (anywhere, round(share * timeline.total), -1, timeline.total + 1):
        moment = timeline.at(position)
        assert moment.position == max(0, min(position, timeline.total))
        assert moment.span.start <= moment.position <= moment.span.end
        assert moment.position < moment.span.end or moment.span is timeline.spans[-1]
        assert 0 <= moment.share <= 1
        assert 0 <= moment.session_share <= 1
        assert 0 <= moment.left <= timeline.total - moment.position
        assert moment.span.step in (None, moment.step)
        if moment.phase is not None:
            assert moment.phase.start <= moment.position <= moment.phase.end
        assert (moment.next_title == "") == (moment.step == timeline.steps)


def test_a_moment_knows_how_much_of_this_work_is_left() -> None:
    steps = routine("title: A\ntarget: neck\ntechnique: knead\nside: each\nhold: 5s\ntimes: 3",
                    "title: B\nrest: 5s")  # fmt: skip
    timeline = compile_routine("t", steps)
    start = next(span.start for span in timeline.spans if span.kind == "work")
    moment = timeline.at(start + 6_000)
    assert (moment.step, moment.steps, moment.span.cycle) == (1, 2, 2)
    assert (moment.left, moment.share) == (9_000, 0.4)
    assert (moment.span.side, moment.next_title) == ("left", "B")
    switch = timeline.at(start + 15_000)
    assert (switch.span.kind, switch.left, switch.step) == ("switch", 5_000, 1)
    assert timeline.at(0).step == 0
    assert timeline.at(timeline.total).step == 2
    assert [timeline.step_start(n) for n in (1, 2, 3)] == [
        5_000, timeline.total - 8_000 - 5_000 - 3_000, timeline.total - 8_000,
    ]  # fmt: skip


@MANY
@given(routines(), options())
def test_speech_is_never_cut(routine: Routine, options: Options) -> None:
    timeline = compile_routine("t", routine, options, speech)
    for span in timeline.spans:
        if span.kind in ("lead", "switch", "end"):
            said = [c for c in timeline.cues if c.kind == "say" and c.at == span.start]
            assert any(span.length >= speech(cue.text or "") for cue in said)
