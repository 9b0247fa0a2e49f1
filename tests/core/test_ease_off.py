"""Easing off: what gets lighter, what is told, and what stays as it was."""

from made import routine

from relax_coach.core.compile import compile_routine
from relax_coach.core.ease_off import ease_off
from relax_coach.core.options import Options
from relax_coach.core.timeline import Timeline

TEMPLE = "target: temple\ntechnique: press\npressure: {}\nfor: 20s"
JAW = "target: jaw\ntechnique: press\npressure: 3\nfor: 20s"


def session(*steps: str) -> Timeline:
    return compile_routine("t", routine(*steps), Options())


def pressures(timeline: Timeline) -> list[int | None]:
    return [span.pressure for span in timeline.spans if span.kind == "work"]


def told(timeline: Timeline) -> list[str]:
    """How hard to press, as each step is led into: on the screen and by the voice."""
    leads = [span for span in timeline.spans[1:] if span.kind == "lead"]
    voice = [cue.text or "" for cue in timeline.cues if cue.kind == "say"][1:-1]
    assert [span.text for span in leads] == voice
    return [text.partition("Pressure ")[2] for text in voice]


def test_what_is_still_to_be_said_names_the_lighter_pressure() -> None:
    timeline = session("rest: 5s", TEMPLE.format(3), "rest: 5s", TEMPLE.format(4), JAW)
    lead = timeline.step_start(2)
    eased, sentence = ease_off(timeline, lead - 1)
    assert (eased, sentence) == (timeline, "Nothing is pressed here.")
    eased, _ = ease_off(timeline, timeline.step_start(4))
    assert pressures(eased) == [3, 3, 3]
    spans = [span for span in eased.spans if span.kind == "lead"]
    assert [span.text.partition("Pressure ")[2] for span in spans] == [
        "", "", "3 of 10, light.", "", "3 of 10, light.", "3 of 10, light.",
    ]  # fmt: skip


def test_the_sentence_of_a_later_step_is_eased_with_it_and_no_other() -> None:
    timeline = session(TEMPLE.format(3), JAW, TEMPLE.format(3))
    eased, sentence = ease_off(timeline, timeline.step_start(2) - 1)
    assert sentence == "Lighter: 2 of 10, light."
    assert pressures(eased) == [2, 3, 2]
    said = [cue.text or "" for cue in eased.cues if "Pressure" in (cue.text or "")]
    assert [text.partition("Pressure ")[2] for text in said] == [
        "2 of 10, light.",  # it may be gone back to
        "3 of 10, light.",  # of the jaw
        "2 of 10, light.",
    ]


def test_in_the_opening_nothing_is_pressed_yet() -> None:
    timeline = session(TEMPLE.format(3))
    assert told(timeline) == ["3 of 10, light."]
    assert ease_off(timeline, 0) == (timeline, "Nothing is pressed here.")


def test_the_lightest_stays_and_so_does_what_presses_nothing() -> None:
    timeline = session(TEMPLE.format(2), TEMPLE.format(1), TEMPLE.format(0))
    eased, _ = ease_off(timeline, timeline.step_start(1) + 1)
    assert pressures(eased) == [1, 1, 0]
    assert ease_off(eased, eased.step_start(1) + 1) == (
        eased, "It is as light as it can be. Lift your hands if you like.",
    )  # fmt: skip
    assert ease_off(eased, eased.step_start(3) + 1) == (eased, "Nothing is pressed here.")


def test_the_authors_own_words_are_never_changed() -> None:
    timeline = session(TEMPLE.format(3) + "\nsay: Pressure three of ten.")
    eased, _ = ease_off(timeline, timeline.step_start(1))
    assert (pressures(eased), eased.cues) == ([2], timeline.cues)
