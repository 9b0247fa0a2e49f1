"""A therapist's sheet becomes a routine: nothing of it is lost, and nothing is invented."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from relax_coach.core import document
from relax_coach.core.duration import NUMBERS
from relax_coach.core.exercise import BREATHS, HOW, LONG, WHERE
from relax_coach.core.handout import Handout, handout_of
from relax_coach.core.source import COMMENT, source

HANDOUTS = Path(__file__).resolve().parents[1] / "handouts"
SHEETS = sorted(HANDOUTS.glob("*.txt"))


def step_of(line: str) -> dict[str, Any]:
    (found,) = handout_of(line).steps
    assert found.exercise is not None and found.exercise.gaps == ()
    return {key: one for key, one in found.exercise.step().items() if key not in ("title", "show")}


def written(sheet: Handout) -> str:
    return source(sheet.outline(sheet.title or "T"))


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("2. Upper trap stretch - hold for 20-30 seconds, repeat 3 times on each side",
         {"target": "upper_trapezius", "technique": "stretch_hold", "side": "each", "hold": "20s",
          "times": 3}),
        ("Press base of skull with thumbs 7 sec x 5",
         {"target": "suboccipital", "technique": "static_press", "hand": "thumbs", "hold": "7s",
          "times": 5}),
        ("Neck stretch 30 s each side x 2",
         {"target": "neck_back", "technique": "stretch_hold", "side": "each", "hold": "30s",
          "times": 2}),
        ("Self massage of temples with fingertips, small circles, 2 min",
         {"target": "temple", "technique": "small_circles", "hand": "fingertips", "for": "2m"}),
        ("• Isometric neck side bend, push 6s, 5 reps each side",
         {"target": "neck_side", "technique": "isometric", "side": "each", "hold": "6s",
          "times": 5}),
        ("\x1b[31mChin tucks\x1b[0m hold 5 s",
         {"target": "neck_whole", "technique": "active_movement", "hold": "5s"}),
        ("Shoulder rolls x 1",
         {"target": "shoulder_girdle", "technique": "active_movement", "wait": "yes",
          "say": "Shoulder rolls: once, at your own pace."}),
        ("Wheat bag on the shoulders 10 min",
         {"target": "upper_trapezius", "technique": "heat", "for": "10m"}),
        ("Finish with 6 breaths: in for 4, hold 2, out for 6.", {"breathe": "4-2-6", "times": 6}),
        ("in for 4, out for 6, 10 breaths", {"breathe": "4-6", "times": 10}),
        ("Isometric side flexion: push head into hand, 6s, 5 reps",
         {"target": "neck_side", "technique": "isometric", "hold": "6s", "times": 5}),
        ("Box breathing 4-4-4-4, 8 rounds", {"breathe": "4-4-4-4", "times": 8}),
        ("Diaphragmatic breathing 5 minutes (in 4, out 6)", {"breathe": "4-6", "for": "5m"}),
        ("rest 1 min", {"rest": "1m"}),
        ("Heat pack to neck 10 mins", {"target": "neck_back", "technique": "heat", "for": "10m"}),
        ("Wall slides 30 s", {"target": "other", "technique": "active_movement", "for": "30s"}),
        ("Shoulder rolls: 10 reps",
         {"target": "shoulder_girdle", "technique": "active_movement", "wait": "yes",
          "say": "Shoulder rolls: 10 times, at your own pace."}),
    ],
)  # fmt: skip
def test_a_line_becomes_a_step(line: str, step: dict[str, Any]) -> None:
    assert step_of(line) == step


def test_sets_are_rounds() -> None:
    found = step_of("Chin tucks 3x10, hold 5s, rest 30 s between sets")
    (inside,) = found.pop("steps")
    assert found == {"repeat": 3, "between": "30s"}
    assert (inside["target"], inside["hold"], inside["times"]) == ("neck_whole", "5s", 10)


@pytest.mark.parametrize(
    ("line", "gaps"),
    [
        ("Massage the jaw 1 min", (HOW,)),
        ("Small circles 2 min", (WHERE,)),
        ("Knead the shoulder", (LONG,)),
        ("Breathing 3 minutes", (BREATHS,)),
        ("Massage 2 min", (WHERE, HOW)),
        ("Xyz with two thumbs, 1 min", (WHERE, HOW)),
    ],
)
def test_what_is_not_said_is_a_gap_and_the_line_is_kept(line: str, gaps: tuple[str, ...]) -> None:
    sheet = handout_of(line)
    (found,) = sheet.open_lines
    assert found.exercise is not None and found.exercise.gaps == gaps
    assert sheet.outline("T")["steps"] == [
        {COMMENT: [f"Not said ({', '.join(gaps)}). Sheet, line 1: {line}"]}
    ]


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_no_word_of_a_sheet_is_lost(path: Path) -> None:
    text = path.read_text("utf-8")
    lines = [" ".join(line.split()) for line in written(handout_of(text)).splitlines()]
    for row in filter(str.strip, text.splitlines()):
        assert any(line.endswith(" ".join(row.split())) for line in lines), row


SAID = {
    "neck-and-headache": 15, "office": 13, "evening": 13, "leaflet": 9, "printed-programme": 8,
    "scribble": 9, "table": 11,
}  # fmt: skip


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_no_figure_is_invented(path: Path) -> None:
    """Every figure of a step is one of its line, in the same unit or in seconds."""
    text, figures = path.read_text("utf-8").lower(), 0
    text = re.sub(r"[a-z]{3,}", lambda word: str(NUMBERS.get(word[0], word[0])), text)
    text = text.replace("1½ min", "1m30s")
    told = [line for line in written(handout_of(text)).splitlines() if "#" not in line]
    for line in told[2:]:
        key, _, value = line.strip(" -").partition(": ")
        if key not in ("title", "show", "say", "dose", "stop_if", "sources"):
            for figure in re.findall(r"\d+", value):
                assert re.search(rf"(?<!\d){figure}(?!\d)", text), line
                figures += 1
    assert figures == SAID[path.stem]


def test_a_whole_sheet_plays() -> None:
    sheet = handout_of((HANDOUTS / "neck-and-headache.txt").read_text("utf-8"))
    found = document.read(written(sheet).encode())
    assert (sheet.title, found.ok) == ("Neck and headache programme", True)
    assert found.routine is not None and len(found.routine.steps) == 9
    assert found.routine.needs == ("a tennis ball",)
    assert found.routine.stop_if == ("you feel dizzy or your arm tingles.",)
    assert found.routine.dose == "2x/day for 6 weeks"
    assert [one.text.strip()[:12] for one in sheet.open_lines] == ["9. Tennis ba"]


def test_what_may_not_be_pressed_stays_as_it_was_written_and_is_refused() -> None:
    found = document.read(written(handout_of("Press the throat 10 s")).encode())
    assert [one.code for one in found.problems if one.severity == "error"] == ["unsafe-target"]


def test_but_a_place_that_is_only_warned_of_is_not_meant() -> None:
    assert step_of("Knead the neck 2 min, not over the spine")["target"] == "neck_back"


def test_a_name_and_its_figures_may_stand_in_two_lines() -> None:
    sheet = handout_of("C) Temple press\n   hold 7 seconds, repeat 5 times\n   Lightly, please.")
    (line,) = sheet.steps
    assert line.exercise is not None and line.exercise.step() == {
        "title": "Temple press", "target": "temple", "technique": "static_press", "hold": "7s",
        "times": 5, "show": "Temple press\nLightly, please.",
    }  # fmt: skip


PROGRAMME = """\
SCAPULAR SQUEEZE
Draw your shoulder blades together and keep your neck long.
Repeat 8 Times
Hold 5 Seconds"""


def test_between_a_name_and_its_figures_stands_how_it_is_done() -> None:
    sheet = handout_of(PROGRAMME)
    assert [line.kind for line in sheet.lines] == ["step", "remark", "more", "more"]
    (line,) = sheet.steps
    assert line.exercise is not None and line.exercise.step() == {
        "title": "SCAPULAR SQUEEZE", "target": "other", "technique": "active_movement",
        "hold": "5s", "times": 8,
        "show": "SCAPULAR SQUEEZE\nDraw your shoulder blades together and keep your neck long.",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["Rest", "Rest:", "- Pause."])
def test_a_rest_may_stand_in_two_lines(name: str) -> None:
    sheet = handout_of(f"Chin tucks 3x10\n{name}\n1 min\nShoulder rolls 10 x")
    assert [line.kind for line in sheet.lines] == ["step", "other", "step", "step"]
    rest = sheet.lines[2].exercise
    assert rest is not None and rest.step() == {"rest": "1m"}


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Stop if it hurts.", "it hurts."),
        ("If you feel dizzy, please stop and call us.", "you feel dizzy"),
        ("pins and needles -> STOP", "pins and needles"),
    ],
)
def test_when_to_stop_is_no_exercise(line: str, rule: str) -> None:
    (found,) = handout_of(line).lines
    assert (found.kind, found.told) == ("stop_if", rule)


@pytest.mark.parametrize(
    "line", ["Don't do the neck turns if your arm tingles.", "Avoid pressing on the temples 10 s"]
)
def test_what_is_not_to_be_done_is_a_comment(line: str) -> None:
    (found,) = handout_of(line).lines
    assert found.kind == "other"


@pytest.mark.parametrize(
    "line", ["Neck rotation left x 5, right x 8", "Neck tilt: right 30 sec, left 20 sec"]
)
def test_what_differs_by_side_is_not_half_done(line: str) -> None:
    (found,) = handout_of(line).lines
    assert (found.kind, found.left) == ("other", (line,))


def test_a_heading_may_name_who_made_the_sheet() -> None:
    heading = "Lower neck & shoulder rehab - J. Okafor, Physiotherapist"
    assert handout_of(f"{heading}\nChin tucks 3x10").title == heading


def test_how_often_in_a_line_is_how_often_and_its_side_is_in_its_title() -> None:
    outline = handout_of("Knead the right shoulder 2x/day 3 min").outline("T")
    assert outline["dose"] == "Knead the right shoulder: 2x/day"
    assert outline["steps"][0]["title"] == "Knead the right shoulder"


@given(some.lists(some.text(max_size=40), max_size=6).map("\n".join))
def test_any_text_is_taken_and_kept(text: str) -> None:
    sheet = handout_of(text)
    problems = document.read(written(sheet).encode()).problems
    forms = {"bad-yaml", "bad-character", "unknown-key", "duplicate-key", "not-text"}
    assert forms.isdisjoint(one.code for one in problems)
    assert " ".join(line.text for line in sheet.lines).split() == text.split()
