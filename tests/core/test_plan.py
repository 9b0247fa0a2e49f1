"""Stories of repeats, waits, positions and breaths beside the work: what is played, and when."""

import pytest
from made import file, problems, read, routine

from relax_coach.core import phrases
from relax_coach.core.compile import compile_routine
from relax_coach.core.options import Options
from relax_coach.core.timeline import Timeline

GO = "say: Go."
KNEAD = f"target: shoulder\ntechnique: knead\n{GO}\n"


def played(*steps: str, top: str = "cautions: []") -> Timeline:
    return compile_routine("t", routine(*steps, top=top), Options())


def rows(timeline: Timeline) -> list[tuple[float, str, int | None]]:
    """Length in seconds, kind and step of every span between the opening and the end."""
    return [(span.length / 1000, span.kind, span.step) for span in timeline.spans[1:-1]]


def sounds(timeline: Timeline) -> list[tuple[float, str]]:
    return [(cue.at / 1000, cue.kind) for cue in timeline.cues if cue.kind != "say"]


def said(timeline: Timeline) -> list[tuple[float, str | None]]:
    return [(cue.at / 1000, cue.text) for cue in timeline.cues if cue.kind == "say"]


def test_rounds_are_played_one_after_the_other_with_a_rest_between() -> None:
    timeline = played(f"repeat: 2\nbetween: 4s\nsteps:\n  - rest: 5s\n    {GO}")
    assert rows(timeline) == [
        (3, "lead", 1), (5, "rest", 1), (4, "rest", None), (3, "lead", 2), (5, "rest", 2),
    ]  # fmt: skip
    assert sounds(timeline) == [(13, "step"), (25, "end")]
    assert said(timeline)[1:-1] == [(5, "Go."), (13, phrases.REST), (17, "Rest.")]


def test_a_repeat_with_words_has_a_lead_of_its_own_once() -> None:
    timeline = played(f"repeat: 2\nsay: Two rounds.\nsteps:\n  - rest: 5s\n    {GO}")
    assert rows(timeline)[0] == (3, "lead", None)
    assert [row for row in rows(timeline) if row[1] == "lead"][1:] == [
        (3, "lead", 1),
        (3, "lead", 2),
    ]
    assert timeline.at(6_000).step == 1
    assert timeline.spans[1].title == "2 rounds"


def test_rounds_in_rounds_are_counted_without_writing_them_out() -> None:
    inner = f"  - repeat: 50\n    steps:\n      - rest: 1s\n        {GO}"
    assert read(file(f"repeat: 40\nsteps:\n{inner}")).ok
    assert problems(file(f"repeat: 41\nsteps:\n{inner}")) == [("too-long", 9, 13)]


def test_the_round_that_exceeds_names_the_step_in_it() -> None:
    knead = "  - target: shoulder\n    technique: knead\n    for: 1m"
    assert read(file(f"repeat: 5\nsteps:\n{knead}\n{knead}")).ok
    assert problems(file(f"repeat: 6\nsteps:\n{knead}\n{knead}")) == [("over-cap", 7, 9)]


def test_a_breath_paces_the_presses() -> None:
    timeline = played(KNEAD + "breath: 3-1-4\ntimes: 2")
    assert [(span.length / 1000, span.kind) for span in timeline.spans[2:-1]] == [
        (4, "release"), (4, "work"), (4, "release"), (4, "work"),
    ]  # fmt: skip
    assert sounds(timeline) == [
        (8, "release"), (11, "hold"), (12, "press"), (16, "release"), (19, "hold"), (20, "press"),
        (24, "end"),
    ]  # fmt: skip
    assert (8, "Breathe in, let go") in said(timeline)
    assert (12, "Breathe out, squeeze") in said(timeline)


def test_a_pacer_begins_no_breath_that_does_not_fit() -> None:
    timeline = played(KNEAD + "breath: 4-6\nfor: 25s")
    assert sounds(timeline) == [(8, "in"), (12, "out"), (18, "in"), (22, "out"), (33, "end")]
    phases = [timeline.at(at * 1000).phase for at in (9, 13, 27, 29)]
    assert [phase and phase.name for phase in phases] == ["in", "out", "out", None]


def test_lines_go_one_to_each_press_or_evenly_over_the_work() -> None:
    pressed = played(KNEAD + "during: [Soft., Softer.]\nhold: 5s\ntimes: 3")
    assert said(pressed)[2:-1] == [(8, "Soft."), (13, "Softer."), (18, phrases.LAST)]
    kneaded = played(KNEAD + "during: [Soft., Softer.]\nfor: 30s")
    assert said(kneaded)[2:-1] == [(18, "Soft."), (28, "Softer.")]
    crowded = played(KNEAD + "during: [One., Two., Three.]\nfor: 20s")
    assert said(crowded)[2:-1] == [(18, "One.")]


@pytest.mark.parametrize(
    ("step", "lengths"),
    [
        ("wait: yes", [(30, "wait")]),
        ("wait: yes\nfor: 10s", [(10, "wait")]),
        ("target: shoulder\ntechnique: press\nwait: yes", [(120, "wait")]),
        ("target: temple\ntechnique: press\nwait: yes", [(60, "wait")]),
        ("target: neck side\ntechnique: stretch\nside: left\nwait: yes\nfor: 40s", [(40, "wait")]),
    ],
)
def test_a_wait_has_its_time(step: str, lengths: list[tuple[float, str]]) -> None:
    timeline = played(f"{step}\n{GO}")
    assert [(span.length / 1000, span.kind) for span in timeline.spans[2:-1]] == lengths
    assert "half" not in [kind for _, kind in sounds(timeline)]


def test_getting_there_takes_time_and_getting_up_takes_more() -> None:
    timeline = played(
        f"rest: 5s\n{GO}\nposition: supine",
        f"rest: 5s\n{GO}\nposition: supine",
        f"rest: 5s\n{GO}\nposition: seated",
        top="cautions: []\nposition: seated",
    )
    leads = [span for span in timeline.spans[1:] if span.kind == "lead"]
    assert [lead.length / 1000 for lead in leads] == [13.4, 3, 24]
    assert leads[2].text.startswith("Roll to your side first")


def test_a_partner_is_pressed_less() -> None:
    step = "target: temple\ntechnique: press\nfor: 20s\npressure: {}"
    top = "cautions: []\nwho: partner"
    assert read(file(step.format(3), top=top)).ok
    assert problems(file(step.format(4), top=top)) == [("over-cap", 9, 15)]
    (opening, *_) = played(step.format(3), top=top).spans
    assert "Sides are theirs." in opening.text


@pytest.mark.parametrize(
    ("profile", "kinds"),
    [
        ("full", {"begin", "half", "three", "two", "one", "end"}),
        ("gentle", {"begin", "end"}),
        ("sleep", {"begin"}),
        ("silent", {"begin", "half", "three", "two", "one", "end"}),
    ],
)
def test_a_session_sounds_as_much_as_its_profile_says(profile: str, kinds: set[str]) -> None:
    timeline = played(KNEAD + "for: 30s", top=f"cautions: []\ncues: {profile}")
    assert {kind for _, kind in sounds(timeline)} == kinds


def test_what_moves_and_what_does_not() -> None:
    places = ("seated", "standing", "any", "supine", "side_lying", "any")
    timeline = played(*(f"rest: 5s\n{GO}\nposition: {place}" for place in places))
    leads = [span for span in timeline.spans[1:] if span.kind == "lead"]
    assert [lead.text.partition(". Now")[0] for lead in leads] == [
        "Change position, without hurry", "Change position, without hurry", "Go.",
        "Change position, without hurry", "Change position, without hurry", "Go.",
    ]  # fmt: skip
    assert [lead.length >= 13_000 for lead in leads] == [True, True, False, True, True, False]
    assert [lead.lying for lead in leads] == [False, False, False, True, True, False]
    assert [span.lying for span in timeline.spans if span.kind == "rest"] == [
        lead.lying for lead in leads
    ]


def test_a_rest_between_rounds_is_announced_only_where_there_is_time_to_say_it() -> None:
    rounds = routine(f"repeat: 4\nbetween: 4s\nsteps:\n  - rest: 5s\n    {GO}")
    for ms, said in ((4_000, [phrases.REST, *[phrases.REST_AGAIN] * 2]), (4_001, [])):
        timeline = compile_routine("t", rounds, Options(), lambda _, ms=ms: ms)  # type: ignore[misc]
        rests = [span.start for span in timeline.spans if span.step is None][1:-1]
        assert len(rests) == 3
        assert [cue.text for cue in timeline.cues if cue.at in rests and cue.text] == said


def test_a_breath_that_misses_its_place_by_a_millisecond_is_not_begun() -> None:
    for ms, breaths in ((19_999, 1), (20_000, 2)):
        timeline = played(f"{KNEAD}breath: 4-6\nfor: {ms / 1000}s")
        assert [kind for _, kind in sounds(timeline)].count("in") == breaths
        assert (timeline.at(8_000 + 10_001).phase is None) == (breaths == 1)


def test_the_words_of_a_pacer_go_with_its_first_breath_over_unbroken_work_only() -> None:
    assert said(played(KNEAD + "breath: 4-6\nfor: 25s"))[2:-1] == [
        (8, "Breathe in"), (12, "Breathe out"),
    ]  # fmt: skip
    assert said(played(KNEAD + "breath: 4-6\nfor: 9s"))[2:-1] == []
    pressed = said(played(KNEAD + "breath: 4-6\nhold: 11s\nrelease: 1s"))[2:-1]
    assert pressed == [(8, "Squeeze"), (19, "Let go")]


def test_easing_is_said_once_and_no_quiet_line_crowds_it() -> None:
    pulsed = played(KNEAD + "until: eased\nhold: 4s\nrelease: 2s\ntimes: 3")
    assert [text for _, text in said(pulsed)].count(phrases.EASED) == 1
    assert (14, phrases.EASED) in said(pulsed)
    quiet = phrases.QUIET_LINES
    assert said(played(KNEAD + "until: eased\nfor: 90s"))[2:-1] == [
        (38, phrases.EASED), (68, quiet[0]),
    ]  # fmt: skip
    assert said(played(KNEAD + "until: eased\nfor: 2m"))[2:-1] == [
        (38, quiet[0]), (48, phrases.EASED), (68, quiet[1]), (98, quiet[2]),
    ]  # fmt: skip


def test_a_line_over_a_single_breath_comes_once_in_its_middle() -> None:
    timeline = played(f"breathe: 5-5\ntimes: 1\nduring: [Soft.]\n{GO}")
    assert said(timeline)[2:-1] == [(8, "Breathe in"), (13, "Breathe out"), (13, "Soft.")]


def test_what_is_shown_goes_with_every_span_of_the_step() -> None:
    timeline = played(f"{KNEAD}show: Slowly, {{time}}.\nhold: 4s\nrelease: 1s", f"wait: yes\n{GO}")
    shown = {(span.step, span.show) for span in timeline.spans}
    assert shown == {(None, ""), (1, "Slowly, 5 seconds."), (2, "")}
    (wait,) = (span for span in timeline.spans if span.kind == "wait")
    assert (wait.hand, wait.target, wait.side, wait.technique, wait.pressure) == (None,) * 5


def test_a_pacer_is_followed_through_presses_and_pauses() -> None:
    timeline = played(KNEAD + "breath: 4-6\nhold: 5s\nrelease: 2s\ntimes: 3")
    phases = [timeline.at(8_000 + at).phase for at in (0, 6_000, 7_000, 13_000, 19_999)]
    assert [(p.name, p.start - 8_000, p.end - 8_000) for p in phases if p] == [
        ("in", 0, 4_000), ("out", 4_000, 10_000), ("out", 4_000, 10_000), ("in", 10_000, 14_000),
        ("out", 14_000, 20_000),
    ]  # fmt: skip
    assert timeline.at(28_000).phase is None
    (paced, *_) = (s for s in played(KNEAD + "breath: 3-1-4\ntimes: 2").spans if s.breath)
    assert str(paced.breath) == "3-1-4"


@pytest.mark.parametrize("tag", ["zh", "ja", "th", "lo", "km", "my", "bo", "zh-TW", "JA"])
def test_writing_without_spaces_is_read_by_its_characters(tag: str) -> None:
    step = "rest: 5s\nsay: " + "x" * 26
    spaced = played(step, top="cautions: []\nlanguage: ka")
    unspaced = played(step, top=f"cautions: []\nlanguage: {tag}")
    assert [timeline.spans[1].length for timeline in (spaced, unspaced)] == [3_000, 5_200]
