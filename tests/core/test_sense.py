"""Warnings of sense: what is right as a file, and perhaps not what was meant."""

from pathlib import Path

import pytest

from relax_coach.core import document
from relax_coach.core.codes import Code
from relax_coach.core.document import Document
from relax_coach.core.sense import SENSE, considered

PRESETS = Path(__file__).resolve().parents[2] / "routines"


def looked_at(text: str) -> Document:
    return considered(document.read(text.encode()))


def warned(steps: str, title: str = "T", top: str = "sources: [me]") -> list[tuple[str, int]]:
    """Code and line of each warning of a file whose steps begin in line 6."""
    text = f"format: 1\ntitle: {title}\ncautions: []\n{top}\nsteps:\n{steps}\n"
    return [(one.code, one.place.line) for one in looked_at(text).problems]


@pytest.mark.parametrize("code", SENSE.values(), ids=SENSE)
def test_the_wrong_example_has_this_warning_and_the_right_one_none(code: Code) -> None:
    wrong, right = looked_at(code.wrong), looked_at(code.right)
    assert [(one.code, one.severity) for one in wrong.problems] == [(code.word, "warning")]
    assert wrong.ok and not right.problems


@pytest.mark.parametrize("path", sorted(PRESETS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_preset_makes_sense(path: Path) -> None:
    assert looked_at(path.read_text("utf-8")).problems == ()


@pytest.mark.parametrize(
    ("title", "tells"),
    [
        ("Half an hour of rest", True), ("60 min", True), ("A 2-minute rest", True),
        ("Rest, one minute", False), ("4-7-8", False), ("Two hands", False),
        ("Rest for 75 seconds", False), ("10 s holds", False), ("10 minutes, or 1 minute", False),
        ("A rest every 20 minutes", False), ("Every hour, two minutes", True),
        ("1 to 5 minutes", False), ("1-5 minutes", False), ("One or two minutes", False),
        ("2\u20133 minutes", True), ("Five to ten minutes", True),
        ("3 minutes for the neck", True), ("Ten-minute neck", True), ("Quick 5 min", True),
        ("Ten minutes a day", True), ("For a 5-minute break", True),
        ("For those who sit, 5 min", True),
        ("5 minutes, after 2 hours of work", True), ("8 hours of sleep", False),
        ("For people who sit 8 hours a day", False), ("For those who sit 2 hours", False),
        ("For a 30 minute commute", False), ("After 8 hours of work", False),
        ("From a 2-hour drive", False), ("10-second jaw", True),
        ("50-second rest", False), ("20 seconds for the eyes", True),
        ("2-hour drive recovery", False), ("45-minute lecture break", False),
        ("Neck relief for 1 hour meetings", False), ("Post 10 minute run stretch", False),
        ("10 minutes of sitting too long", False), ("Up to 20 minutes", False),
        ("Under 10 minutes", False), ("20 minutes after lunch", False), ("5 min before bed", False),
        ("Last 10 minutes of the day", False), ("Wait 30 min after eating", False),
        ("1\u00bd minutes", True),
        ("5' reset", True), ("My 'top 5' rest", False), ("It's 5' long", False),
        ("5-second presses", False), ("Hold for 5 s", False), ("20 s each side", False),
    ],
)  # fmt: skip
def test_a_title_that_tells_a_time_must_be_near_it(title: str, tells: bool) -> None:
    assert warned("- rest: 50s", title) == [("far-total", 2)] * tells


def test_a_number_in_two_words_is_one() -> None:
    for title, told in (("Forty five min", "45:00"), ("Twenty-five minutes", "25:00")):
        text = f"format: 1\ntitle: {title}\ncautions: []\nsources: [me]\nsteps: [{{rest: 50s}}]"
        (problem,) = looked_at(text).problems
        assert problem.message.startswith(f"the title tells of {told}")


@pytest.mark.parametrize(
    ("title", "summary", "warns"),
    [
        ("Let go", "Let go of what is left of the day", True), ("All right, jaw", "For me", True),
        ("Right after work", "For me", True), ("Jaw, for the left", "For me", False),
        ("Jaw", "The side that hurts is left", False),
        ("Jaw", "The joint to the left of the mouth", False), ("Jaw, left", "For me", False),
    ],
)  # fmt: skip
def test_words_that_only_look_like_a_side_name_none(title: str, summary: str, warns: bool) -> None:
    side = "right" if "ight" in title else "left"
    step = f"- {{target: jaw, technique: circles, side: {side}, for: 30s}}"
    found = warned(step, f'"{title}"', f'summary: "{summary}"\nsources: [me]')
    assert found == [("one-side", 7)] * warns


def test_one_side_may_come_in_two_steps() -> None:
    left = "- {target: temple, technique: circles, side: left, for: 30s}\n"
    assert warned(left + left.replace("temple", "jaw")) == [("one-side", 6), ("one-side", 7)]
    assert warned(left + left.replace("left", "right")) == []


@pytest.mark.parametrize("told", ["title: Left jaw", "summary: For the left.", "tags: [left]"])
def test_one_side_is_meant_where_the_routine_is_called_so(told: str) -> None:
    step = "- {target: jaw, technique: circles, side: left, for: 30s}"
    title, top = (told[7:], "x: 1") if told.startswith("title") else ("T", told)
    top = top.replace("x: 1", "tags: []") + "\nsources: [me]"
    assert warned(step, title, top) == []
    assert warned(step, title.replace("Left", "Right"), top.replace("left", "right")) == [
        ("one-side", 7)
    ]


def test_the_pressure_may_fall_and_may_differ_from_region_to_region() -> None:
    step = "- {{target: {}, technique: knead, pressure: {}, for: 30s}}\n"
    shoulder = step.format("shoulder", 6)
    assert warned(shoulder + step.format("shoulder", 1)) == []
    assert warned(step.format("temple", 1) + shoulder) == []
    assert warned(step.format("shoulder", 1) + shoulder) == [("pressure-jump", 7)]


def test_the_pressure_may_not_jump_from_one_round_to_the_next_either() -> None:
    step = "    - {{target: shoulder, technique: knead, pressure: {}, for: 30s}}\n"
    steps = step.format(6) + step.format(1)
    assert warned(f"- repeat: 3\n  steps:\n{steps}") == [("pressure-jump", 8)]
    assert warned(f"- repeat: 3\n  steps:\n{steps.replace('6', '4')}") == []


def test_to_let_go_long_enough_after_each_press_is_a_rest() -> None:
    press = "- {{target: shoulder roll, technique: movement, hold: {}s, release: {}s, times: {}}}"
    assert warned(press.format(5, 25, 25)) == []
    assert warned(press.format(20, 4, 30)) == [], "ten minutes of work"
    assert warned(press.format(20, 4, 31)) == [("no-rest", 6)]


@pytest.mark.parametrize("pause", ["rest: 5s", "wait: yes", "breathe: 5-5, times: 1"])
def test_any_pause_is_one_and_a_giver_needs_none(pause: str) -> None:
    work = "- {target: shoulder roll, technique: movement, for: 6m}\n"
    assert warned(work + work) == [("no-rest", 7)]
    assert warned(f"{work}- {{{pause}}}\n{work}") == []
    assert warned(work + work, top="sources: [me]\nwho: partner") == []


def test_a_source_on_a_step_is_one() -> None:
    assert warned("- {rest: 9s}", top="tags: []") == [("no-source", 1)]
    assert warned("- {rest: 9s, sources: [me]}", top="tags: []") == []


def test_a_longer_lead_gives_time_for_long_words() -> None:
    words = "word " * 45
    assert warned(f"- {{rest: 9s, say: {words}}}") == [("long-instruction", 6)]
    assert warned(f"- {{rest: 9s, say: {words}, lead: 15s}}") == []


def test_a_file_with_an_error_is_not_asked_for_sense() -> None:
    assert warned("- {rest: soon}", "60 min", "tags: []") == [("bad-duration", 6)]


def test_a_title_in_other_letters_is_the_same_and_that_of_silent_rounds_is_none() -> None:
    first = "  - {title: Shoulder, target: shoulder, technique: knead, for: 20s}\n"
    again = first.replace("Shoulder,", "SHOULDER,").replace("knead", "press")
    assert warned(first + again) == [("same-title", 7)]
    rounds = f"  - repeat: 2\n    title: Shoulder\n    steps:\n    {first}"
    assert warned(first.replace("knead", "press").replace("Shoulder,", "Knee,") + rounds) == []
