"""The many ways in which sheets say one thing; and what must not become an exercise."""

from typing import Any

import pytest

from relax_coach.core.handout import Handout, handout_of


def steps_of(sheet: Handout) -> list[dict[str, Any]]:
    """What each step says beside its names, of those that are whole."""
    whole = [one.exercise for one in sheet.steps if one.exercise and not one.exercise.gaps]
    return [
        {key: one for key, one in exercise.step().items() if key not in ("title", "show", "say")}
        for exercise in whole
    ]


@pytest.mark.parametrize(
    ("told", "length"),
    [
        ("1 min 30 sec", "1m30s"), ("1m30s", "1m30s"), ("1:30 min", "1m30s"), ("0:45", "45s"),
        ("1 minute and 15 seconds", "1m15s"), ("2 mins 30", "2m30s"), ("90 s", "1m30s"),
        ("Duration 1 Minute", "1m"), ("1 ½ min", "1m30s"), ("duration: 1:30", "1m30s"),
    ],
)  # fmt: skip
def test_minutes_and_seconds_are_one_time(told: str, length: str) -> None:
    (step,) = steps_of(handout_of(f"Circles on the temples {told}"))
    assert step["for"] == length


@pytest.mark.parametrize(
    "told",
    [
        "L and R", "R and L", "L then R", "(L and R)", "L, R", "left + right", "Lt and Rt", "R>L",
        "to the left, then to the right", "each way", "both directions", "bilateral", "B",
        "left, repeat other side", "right, then repeat on the left", "each side, both sides",
    ],
)  # fmt: skip
def test_both_sides_are_both(told: str) -> None:
    (step,) = steps_of(handout_of(f"Neck stretch 2 x 30 s {told}"))
    assert step["side"] == "each"


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("Neck side bend, 20 secs L, 20 secs R", {"for": "20s"}),
        ("Neck side bend (30s R, 30s L) x2", {"hold": "30s", "times": 2}),
        ("Neck side bend left 10 times, right 10 times", {"wait": "yes"}),
        ("Turn head to the left, hold 5 seconds, then right. 4 times each way",
         {"hold": "5s", "times": 4}),
    ],
)  # fmt: skip
def test_the_same_on_each_side_is_each(line: str, held: dict[str, Any]) -> None:
    (step,) = steps_of(handout_of(line))
    assert step["side"] == "each" and held.items() <= step.items()


@pytest.mark.parametrize(
    ("line", "side"),
    [
        ("Neck stretch 30 s each", "each"), ("Neck stretch 30 s x 2 each", "each"),
        ("Eyebrow pinch x 6, 3 secs each", ""), ("Temple circles 1 min, both hands", ""),
        ("Neck stretch 30 s per arm", "each"),
    ],
)  # fmt: skip
def test_each_is_of_each_side_unless_it_is_of_each_press(line: str, side: str) -> None:
    (step,) = steps_of(handout_of(line))
    assert step.get("side", "") == side


@pytest.mark.parametrize(
    ("line", "where", "how"),
    [
        ("Shoulder circles x 10", "upper_trapezius", "active_movement"),
        ("Shoulder press with dumbbell x 8", "upper_trapezius", "active_movement"),
        ("Temple circles 1 min", "temple", "small_circles"),
        ("Stretch side of the neck 20 s", "neck_side", "stretch_hold"),
        ("Scalene stretch 20s", "other", "stretch_hold"),
        ("Squeeze shoulder blades together 8 times", "shoulder_girdle", "active_movement"),
        ("Place right hand on left shoulder and knead 1 min", "upper_trapezius", "petrissage"),
    ],
)
def test_what_moves_is_not_pressed(line: str, where: str, how: str) -> None:
    (step,) = steps_of(handout_of(line))
    assert (step["target"], step["technique"]) == (where, how)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("TID: nods x 5", "nods"), ("#2 Table slides 10 reps", "Table slides"),
        ("Hold 5s, rest 5s, chin tucks 10 reps", "chin tucks"),
        ("3 x 1 min jaw circles with 30 seconds rest", "jaw circles"),
    ],
)  # fmt: skip
def test_a_title_is_the_words_that_are_no_amount(line: str, title: str) -> None:
    assert handout_of(line).outline("T")["steps"][0]["title"] == title


@pytest.mark.parametrize("often", ["QD x 5 d/wk", "BID x 6 wks", "hourly", "2x/d", "PRN"])
def test_shorthand_for_how_often_is_no_exercise(often: str) -> None:
    sheet = handout_of(f"Chin tucks x 10\n{often}")
    assert sheet.outline("T")["dose"] == often


@pytest.mark.parametrize(
    "line", ["Neck stretch, 30s, not on the right", "Neck stretch (not right) 30s"]
)
def test_a_side_that_is_left_out_is_not_the_one_that_is_worked(line: str) -> None:
    sheet = handout_of(line)
    (step,) = steps_of(sheet)
    assert "side" not in step and "not" in " ".join(sheet.lines[0].left)


@pytest.mark.parametrize(
    "line", ["Press temples for 10 breaths", "Neck stretch for 4 slow breaths"]
)
def test_breaths_for_which_something_lasts_are_not_repetitions(line: str) -> None:
    (found,) = handout_of(line).steps
    assert found.is_open


def test_once_more_may_be_once_or_twice_and_is_told() -> None:
    (found,) = handout_of("Suboccipital press: hold 50s, repeat once").steps
    assert {"repeat", "once"} <= set(found.left)


@pytest.mark.parametrize(
    ("told", "times"),
    [("Repeat twice more", 3), ("repeat 3 more times (gently)", 4), ("Repeat 2 times more", 3)],
)
def test_so_many_times_more_are_beside_the_first(told: str, times: int) -> None:
    (step,) = steps_of(handout_of(f"Press the temples for 20 seconds. {told}."))
    assert (step["hold"], step["times"]) == ("20s", times)


def test_the_hands_move_to_a_place_and_that_is_no_movement_of_it() -> None:
    sheet = handout_of("Move to the forehead: stroke it for 30 seconds")
    (step,) = steps_of(sheet)
    assert (step["target"], step["technique"]) == ("forehead", "effleurage")


def test_four_ways_are_no_sides() -> None:
    sheet = handout_of("Isometric neck, 5 x 10s, forward/back/left/right")
    (step,) = steps_of(sheet)
    assert "side" not in step and "forward" in sheet.lines[0].left


@pytest.mark.parametrize(
    "line",
    ["Rest 30s", "Break 30s", "Pause: 30 s", "Rest, 30 secs", "Rest (30 s)", "30 sec rest",
     "Take a break of 30 s", "Relax: 30 s", "Rest = 30s", "After that take a 30 second break."],
)  # fmt: skip
def test_a_rest_has_many_names(line: str) -> None:
    assert steps_of(handout_of(f"Chin tucks x 10\n{line}"))[1:] == [{"rest": "30s"}]


@pytest.mark.parametrize(
    ("line", "rests"),
    [
        ("Pec stretch 3 x 30s (15s rest between)", {"release": "15s"}),
        ("Chin tucks 10 x 10 s, 6 s rest b/w reps", {"release": "6s"}),
        ("Jaw, press, 4 x 6 sec with 4 sec off", {"release": "4s"}),
    ],
)
def test_what_is_between_two_presses(line: str, rests: dict[str, str]) -> None:
    (step,) = steps_of(handout_of(line))
    assert rests.items() <= step.items()


def test_a_rest_that_has_no_place_is_told() -> None:
    (line,) = handout_of("Knead the neck 2 min, rest between sets 20s").steps
    assert "rest between sets 20s" in line.left


@pytest.mark.parametrize(
    "often",
    ["3 times daily", "2-3x daily", "at least twice daily", "once or twice daily", "3 x day",
     "up to 4x/day", "no more than 3 times a day", "every hour", "not daily"],
)  # fmt: skip
def test_how_often_is_kept_whole(often: str) -> None:
    outline = handout_of(f"Chin tucks x 10, {often}").outline("T")
    assert outline["dose"] == f"Chin tucks: {often}"
    assert outline["steps"][0]["say"] == "Chin tucks: 10 times, at your own pace."


def test_how_often_stands_below_each_exercise() -> None:
    sheet = handout_of("Exercise: Chin tucks\nRepeat: 3 times\nFrequency: daily\n"
                       "Exercise: Shoulder rolls\nInstructions: Slowly.\nRepeat: 10 times\n"
                       "Sides: Both\nFrequency: 5 times a day\nRest 1 min\n")  # fmt: skip
    outline = sheet.outline("T")
    assert outline["dose"] == "Chin tucks: daily; Shoulder rolls: 5 times a day"
    assert [one.get("title", "") for one in outline["steps"]] == [
        "Chin tucks", "", "Shoulder rolls", "", "",
    ]  # fmt: skip


def test_what_all_steps_have_is_told_once() -> None:
    sheet = handout_of("\n".join(f"Chin tucks {number} reps, 3 times a day" for number in range(9)))
    assert sheet.outline("T")["dose"] == "3 times a day"


@pytest.mark.parametrize(
    "line",
    [
        "Increase by 2 reps each week", "Progress to 15 reps after 2 weeks",
        "Total time 15 minutes",
        "Pain should settle within 20 minutes", "You may feel a stretch for 10 seconds",
        "Repeat all exercises 2 times", "Block A (x3 rounds)",
        "Rest for 1 minute between exercises",
        "Not more than 5 min per day", "At least 30 min a day", "All exercises: 10 reps, 2 sets",
        "Use for 10 min only", "Perform each exercise 10 times",
        "Set a timer for 25 min and get up",
        "Hold each stretch 20s", "Main set (repeat circuit 2x)", "Do exercises 2-4 three times",
    ],
)  # fmt: skip
def test_what_is_said_about_exercises_is_none(line: str) -> None:
    assert [one.kind for one in handout_of(f"Chin tucks x 10\n{line}").lines] == ["step", "other"]


def test_a_letter_tells_of_several_things_in_a_line() -> None:
    sheet = handout_of(
        "Please start with two minutes of gentle circles on both temples. Then knead the top of "
        "your right shoulder for 40 seconds. After that take a one minute break. Stop if it hurts."
    )
    assert steps_of(sheet) == [
        {"target": "temple", "technique": "small_circles", "for": "2m"},
        {"target": "upper_trapezius", "technique": "petrissage", "side": "right", "for": "40s"},
        {"rest": "1m"},
    ]
    assert sheet.outline("T")["stop_if"] == ["it hurts."]


FORM = """\
1) Chin tuck (sitting tall)
   Sets: 2   Reps: 10   Hold: 5 sec   Rest: 30 sec
2) Upper trapezius stretch, bilateral
   Hold 30 sec  x 3 each side
3. Temple press
   a. Sit upright
   b. Use your fingertips
   c. Hold 6 seconds
   d. Repeat x10
Exercise 4: Scalp kneading
Duration – 45 sec
Pressure: 4/10
"""


def test_figures_stand_below_a_name_in_many_ways() -> None:
    rounds, *others = steps_of(handout_of(FORM))
    assert (rounds["repeat"], rounds["between"]) == (2, "30s")
    assert {"hold": "5s", "times": 10}.items() <= rounds["steps"][0].items()
    assert [(one["target"], one.get("hold") or one["for"], one.get("times")) for one in others] == [
        ("upper_trapezius", "30s", 3), ("temple", "6s", 10), ("scalp_top", "45s", None),
    ]  # fmt: skip


def test_other_figures_for_each_side_below_a_name_are_asked_for() -> None:
    sheet = handout_of("Trapezius pinch\n   Left: 3 x 20s\n   Right: 2 x 20s")
    assert [line.is_open for line in sheet.steps] == [True]


def test_braces_of_a_sheet_are_no_places_to_fill() -> None:
    (step,) = handout_of("{side} stretch of the {name} 30 s").outline("T")["steps"]
    assert step["title"] == "(side) stretch of the (name)"


def test_a_line_without_end_is_kept_and_not_looked_at() -> None:
    (line,) = handout_of("1 x " * 20_000).lines
    assert line.kind == "other"


def test_hands_that_hold_one_another_press_nothing() -> None:
    (step,) = steps_of(handout_of("Interlace fingers and stretch arms overhead 15 s"))
    assert "hand" not in step
