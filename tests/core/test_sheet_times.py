"""Times on a sheet that are not how long a press is, and lines that are not of the step above."""

from typing import Any

import pytest

from relax_coach.core.handout import handout_of


def step_of(sheet: str) -> dict[str, Any]:
    (step,) = [one for one in handout_of(sheet).outline("T")["steps"] if len(one) > 1]
    return dict(step)


@pytest.mark.parametrize(
    ("line", "hold", "times"),
    [
        ("10 - 15 s temple press x 3", "10s", 3),
        ("2 - 3 x temple press, 20 s", "20s", 2),
        ("Temple press 3 x 1 min, 30 s apart", "1m", 3),
        ("Temple press - every 20 min, 5 reps, 3 s", "3s", 5),
        ("Temple press after 30 min sitting, 5 x 3 s", "3s", 5),
        ("Temple press (not > 30 s) 20 s x 2", "20s", 2),
    ],
)
def test_no_limit_and_no_pause_is_how_long_a_press_is(line: str, hold: str, times: int) -> None:
    found = step_of(line)
    assert (found["hold"], found["times"]) == (hold, times)


def test_a_time_for_all_of_them_is_not_that_of_each() -> None:
    found = step_of("Chin tucks 10 reps in 1 min")
    assert "hold" not in found and found["say"] == "Chin tucks: 10 times, at your own pace."
    assert found["show"] == "Chin tucks 10 reps in 1 min", "to be read"


def test_repetitions_in_a_sentence_below_are_of_the_step_above() -> None:
    found = step_of("Press the temples. Hold for 5 seconds.\nRepeat 10 times. Do 3 sets.")
    assert (found["repeat"], found["steps"][0]["times"]) == (3, 10)


def test_a_sentence_below_a_name_that_is_not_understood_is_not_of_the_step_before() -> None:
    found = step_of("Shoulder shrugs 2 x 10\nSpecial release\nLie down on your back. Rest there.")
    assert "show" not in str(found)


def test_a_half_of_a_breath_is_no_exercise() -> None:
    sheet = handout_of("Breathing\nIn 4 s\nOut 6 s\n10 breaths")
    assert sheet.steps == () and [line.kind for line in sheet.lines] == ["other"] * 4


def test_what_is_told_of_a_name_may_speak_of_the_other_side() -> None:
    found = step_of("UT stretch (right)\nTilt your head to the left.\nHold: 30 seconds\nReps: 3")
    assert (found["side"], found["hold"], found["times"]) == ("right", "30s", 3)


@pytest.mark.parametrize(
    "line",
    [
        "Chin tucks 10 reps, up to 1 min",
        "Chin tucks 10 reps for 1 min",
        "Chin tucks 10 reps or 30 s",
        "Chin tucks 10 reps/30 s",
        "Chin tucks 10 reps (lasts 40 s)",
        "Chin tucks 10 reps, stop after 30 s if sore",
        "Chin tucks, 10 reps - ice for 5 min if sore",
        "10 chin tucks, rest if needed 30 s",
    ],
)
def test_beside_a_count_a_time_in_words_of_its_own_is_not_that_of_each(line: str) -> None:
    found = step_of(line)
    assert (found["technique"], found["wait"]) == ("active_movement", "yes")
    assert "hold" not in found and found["show"] == line, "to be read"


def test_a_time_behind_a_count_alone_is_that_of_each() -> None:
    for line in ("Neck stretch 3 reps, 20 s each side", "3 neck stretches of 20 s"):
        assert (step_of(line)["hold"], step_of(line)["times"]) == ("20s", 3)


FORM = """\
Band Pull Apart
Sets: 3 | Reps: 12 | Hold: 2s | Weight: 5 kg
Rest: 45s
Notes: keep your back flat for 10 s
Chin tuck
Sets: 2 Reps: 5 Hold: 5s Tempo: 3-1-3
"""


def test_rows_of_a_form_are_of_the_exercise_above_whatever_else_they_tell() -> None:
    band, tuck = (line.exercise for line in handout_of(FORM).steps)
    assert band is not None and tuck is not None
    assert band.summary() == "3 rounds, slow movement, 12 x 2s, 45s between the rounds"
    assert tuck.summary() == "2 rounds, slow movement, chin tuck, 5 x 5s"
    assert "Weight: 5 kg" in band.remark and "Tempo: 3-1-3" in tuck.remark


def test_both_in_a_table_is_told_where_it_may_be_both_at_once() -> None:
    (line,) = handout_of("Exercise | Reps | Side\nShoulder shrugs | 15 | both").steps
    assert line.left == ("both",)


@pytest.mark.parametrize(
    ("line", "aside"),
    [
        ("Temple circles 1 min (stop after 2 mins)", "stop after 2 mins"),
        ("Temple circles 1 min, change direction after 30 secs", "after 30 secs"),
        ("After 5 minutes of heat, circle the temples for 1 min", "after 5 minutes of heat"),
        ("After 1 minute of rest circle your temples for 1 min", "after 1 minute of rest"),
        ("After a minute's rest, circle your temples for 1 min", "after a minute's rest"),
        ("Then after 20 seconds' rest temple circles 1 min", "after 20 seconds' rest"),
    ],
)
def test_after_so_long_is_neither_how_often_nor_how_long(line: str, aside: str) -> None:
    sheet = handout_of(line)
    found = step_of(line)
    assert (found["target"], found["technique"], found["for"]) == ("temple", "small_circles", "1m")
    assert aside in sheet.steps[0].left and "dose" not in sheet.outline("T")
    assert found["show"] == line, "to be read"


def test_what_comes_after_a_rest_has_no_time_of_it() -> None:
    (line,) = handout_of("After a 30 second rest, 10 chin tucks, hold 5 s").steps
    assert line.exercise is not None
    assert line.exercise.summary() == "slow movement, chin tuck, 10 x 5s"


def test_a_rest_with_an_apostrophe_is_a_rest() -> None:
    assert (
        handout_of("Temple circles 1 min\nA minute's rest").outline("T")["steps"][1]["rest"] == "1m"
    )
    found = step_of("Chin tucks 3 x 10, a minute's rest between sets")
    assert (found["repeat"], found["between"]) == (3, "1m")


@pytest.mark.parametrize("often", ["after 30 min at the desk", "after each hour of desk work"])
def test_after_so_long_of_sitting_is_how_often(often: str) -> None:
    assert handout_of(f"Chin tucks x 10 {often}").outline("T")["dose"] == f"Chin tucks: {often}"


@pytest.mark.parametrize(
    ("told", "rest"),
    [
        ("rest 2 minutes, then repeat on the other side", "rest 2 minutes"),
        ("rest 1 min then swap sides", "rest 1 min"),
        ("rest for 1 min and change sides", "rest for 1 min"),
        ("1 min rest then repeat on the left", "1 min rest"),
    ],
)
def test_a_rest_before_the_other_side_is_not_after_each(told: str, rest: str) -> None:
    line = f"Neck stretch 3 x 20 s, {told}"
    found = step_of(line)
    assert (found["side"], found["hold"], found["times"]) == ("each", "20s", 3)
    assert "release" not in found and found["show"] == line, "to be read"
    assert handout_of(line).steps[0].left == (rest,)


def test_a_rest_that_is_repeated_on_each_side_is_after_each() -> None:
    found = step_of("Neck stretch 20 s, rest 10 s, repeat 3 times on each side")
    assert (found["side"], found["release"], found["times"]) == ("each", "10s", 3)


def test_a_sentence_with_its_own_where_and_how_is_not_of_the_open_one_above() -> None:
    sheet = "1. Jaw: with your finger on your chin, open 10 times\n{}\n2. Chin tucks x 10"
    for told in ("Massage the base of the skull in small circles.", "After a minute's rest, roll"
                 " your shoulders backwards slowly."):  # fmt: skip
        lines = handout_of(sheet.format(told)).lines
        assert [line.kind for line in lines] == ["step"] * 3
        assert lines[1].exercise is not None and lines[1].exercise.gaps == ("how long",)


def test_what_is_done_in_the_open_one_above_is_of_it() -> None:
    sheet = "1. Levator release\nPress your thumb into the top of the shoulder and hold firmly."
    lines = handout_of(f"{sheet}\n30 s").lines
    assert [line.kind for line in lines] == ["step", "remark", "more"]


def test_a_name_before_a_time_of_several_words_is_its_name() -> None:
    assert step_of("Temple circles for two and a half minutes")["title"] == "Temple circles"


@pytest.mark.parametrize(
    "line",
    [
        "Chin tucks 10 times, not more than 3 seconds each",
        "Chin tucks x 10, up to 3 s each",
        "Chin tucks 10 reps, 3 s each max",
        "10 chin tucks, at most 3 s",
    ],
)
def test_a_limit_for_each_is_not_how_long_each_is(line: str) -> None:
    found = step_of(line)
    assert found["wait"] == "yes" and "hold" not in found and found["show"] == line, "to be read"


def test_at_least_so_long_for_each_is_how_long_each_is() -> None:
    assert step_of("Chin tucks 10 times, at least 3 seconds each")["hold"] == "3s"


def test_a_heading_that_says_how_long_all_is_is_no_step() -> None:
    sheet = handout_of("PMR script (10-15 mins total)\nTense fists 5 s, release 15 s, x2")
    assert [line.kind for line in sheet.lines] == ["title", "step"]
    assert sheet.title == "PMR script (10-15 mins total)"
    assert handout_of("Temple circles, 2 min in total").steps, "names where and how"
