"""A massage for two: the giver asks, and the receiver's wish is for the touch itself."""

from itertools import pairwise

from made import routine

from relax_coach.core import safety
from relax_coach.core.compile import compile_routine
from relax_coach.core.ease_off import ease_off
from relax_coach.core.stay import stay
from relax_coach.core.timeline import Timeline

TWO = "cautions: []\nwho: partner"


def session(*steps: str) -> Timeline:
    return compile_routine("t", routine(*steps, top=TWO))


def asked(timeline: Timeline) -> list[str]:
    """Titles of the steps before which the pressure is asked about."""
    before = pairwise(timeline.spans)
    return [span.title for ask, span in before if ask.text == safety.ASK_PRESSURE]


def knead(title: str, say: str = "Knead.", pressure: int = 1, seconds: int = 100) -> str:
    return (
        f"title: {title}\ntarget: shoulder\ntechnique: knead\nside: both\npressure: {pressure}\n"
        f"for: {seconds}s\nsay: {say}"
    )


def test_the_pressure_is_asked_about_after_every_150_seconds_however_light_it_is() -> None:
    minutes = [knead(title, seconds=60) for title in ("A", "B", "C", "D")]
    assert asked(session(*minutes, knead("E", pressure=4))) == ["C", "E"]


def test_only_a_question_about_pressure_stands_for_it() -> None:
    assert asked(session(knead("A"), knead("B", '"Tingling? Stop."'))) == ["B"]
    assert asked(session(knead("A"), knead("B", '"Is the pressure good?"'))) == []


def test_more_before_the_touch_begins_is_more_of_the_touch() -> None:
    before = session("target: shoulder\ntechnique: knead\nside: each\nfor: 20s")
    for kind in ("lead", "switch"):
        at = next(span.start for span in before.spans if span.kind == kind and span.step) + 1_000
        after, told = stay(before, at)
        assert told == "10 more seconds here."
        changed = [
            (span.kind, new.length - span.length)
            for span, new in zip(before.spans, after.spans, strict=True)
            if new.length != span.length
        ]
        assert changed == [("work", 10_000)]


def test_a_stretch_is_eased_out_of_before_the_other_side() -> None:
    steps = "target: neck side\ntechnique: stretch\nside: each\nfor: 15s"
    (switch,) = (span for span in session(steps).spans if span.kind == "switch")
    assert switch.text == "Ease out slowly, then change over. Now their right side."


def test_the_sides_are_theirs() -> None:
    steps = "target: shoulder\ntechnique: knead\nside: each\nfor: 9s"
    (switch,) = (span for span in session(steps).spans if span.kind == "switch")
    assert switch.text == "Change over. Now their right side."


def test_more_during_a_question_lengthens_the_touch_that_comes() -> None:
    timeline = session(knead("A"), knead("B"))
    question = next(span for span in timeline.spans if span.text == safety.ASK_PRESSURE)
    longer, told = stay(timeline, question.start + 500)
    assert told == "10 more seconds here."
    again = next(span for span in longer.spans if span.text == safety.ASK_PRESSURE)
    assert again.length == question.length
    assert longer.work == timeline.work + 10_000


def test_softer_during_a_question_is_about_the_touch_that_comes() -> None:
    timeline = session(knead("A", pressure=4), knead("B", pressure=4))
    question = next(span for span in timeline.spans if span.text == safety.ASK_PRESSURE)
    lighter, told = ease_off(timeline, question.start + 500)
    assert told == "Lighter: 3 of 10, light."
    assert [span.pressure for span in lighter.spans if span.title == "B"] == [3, 3]
