"""What a line of a sheet says and its step does not show is told, as it was written."""

import pytest

from relax_coach.cli.reading import became
from relax_coach.core.handout import handout_of


def told_of(row: str) -> str:
    (line,) = handout_of(row).lines
    return became(line, is_open_above=False)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Neck turn x 5 each way", "(from each way)"),
        ("Knead the neck 1 min R then L", "(from r then l)"),
        ("Left or right neck stretch 20 s", "(from left or right)"),
        ("Breathe in through the nose for 4, out for 6, 10 times", "in through the nose for 4"),
        ("Knead neck 1 min, pressure no more than 3/10", "(from pressure no more than 3/10)"),
        ("Neck side stretch 20 s, tight side", "(from tight side)"),
        (
            "Stretch the neck to the right 20 s, then to the left",
            "(from to the right, then to the left)",
        ),
        ("Shrug 10 x 2", "(from 10 x 2)"),
    ],
)
def test_words_of_an_amount_that_no_step_shows_are_told(row: str, told: str) -> None:
    assert told in told_of(row)


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("Press the temples gently for 20 s", "gently"),
        ("Neck turn 2 min or 20 reps", "or"),
        ("Chin tuck x 10, against the wall", "against, wall"),
        ("Neck turn x 10, slowly", "slowly"),
        ("Neck stretch L and R 20 s, L only in week 1", "l, only, week, 1"),
    ],
)
def test_a_word_of_how_softly_or_which_way_is_to_be_read(row: str, word: str) -> None:
    told = told_of(row)
    assert "only to be read: " in told and word in told.partition("only to be read: ")[2]
    (step,) = handout_of(row).outline("T")["steps"]
    assert step["show"] == row


def test_a_side_alone_is_only_that_side() -> None:
    assert told_of("Neck stretch 20 s, left only") == (
        "Neck stretch: stretch, back of the neck, left, 20s"
    )


@pytest.mark.parametrize(
    ("row", "hand"),
    [
        ("Massage the scalp in circles with your palms 1 min", "with both palms"),
        ("Press the temples 20 s with your thumb", "with your thumb"),
        ("Palm circles on the forehead with thumbs, 1 min", "with both thumbs"),
    ],
)
def test_what_it_is_done_with_is_told(row: str, hand: str) -> None:
    assert hand in told_of(row)


def test_a_palm_that_is_held_up_does_nothing() -> None:
    assert "with your palm" not in told_of("Forearm stretch, palm up, 20 s")


def test_behind_a_times_fewer_are_sets() -> None:
    assert "2 rounds, slow movement, chin tuck, 10 x 5s" in told_of("Chin tuck 5s hold x 10 x 2")
    assert "3 rounds, slow movement, chin tuck, 10 times" in told_of("Chin tuck x 3 x 10")
    assert "3 rounds, stretch, back of the neck, 2 x 20s" in told_of(
        "Neck stretch 20 sec hold x 3 sets x 2 reps"
    )
    assert "breathing 4-6, 5m" in told_of("Breathe in 4, out 6 x 5 mins")


BOXES = """\
[x] Chin tuck x 10
[ ] Neck turn
    Reps: 5
( ) Shrug x 5"""


def test_where_some_boxes_are_ticked_the_others_are_left_out_and_told() -> None:
    sheet = handout_of(BOXES)
    assert [one.kind for one in sheet.lines] == ["step", "other", "other", "other"]
    assert became(sheet.lines[3], is_open_above=False) == (
        "left out, its box is not ticked as others are: ( ) Shrug x 5"
    )
    assert len(handout_of(BOXES.replace("[x]", "[ ]")).steps) == 3, "without a tick all are"


def test_labels_without_a_sign_are_read_before_their_figures() -> None:
    assert "2 rounds, stretch, back of the neck, 3 x 30s" in told_of(
        "Neck stretch   Hold 30s   Reps 3   Sets 2"
    )


def test_a_row_of_a_side_is_of_the_exercise_above() -> None:
    sheet = handout_of("Neck side stretch\nSide: worse side (L)\nHold: 20 s\nReps: 2")
    assert [one.kind for one in sheet.lines] == ["step", "more", "more", "more"]
    (step,) = sheet.outline("T")["steps"]
    assert (step["side"], step["times"], "worse side" in step["show"]) == ("left", 2, True)
    more = handout_of("Masseter press\nSide: more on R\nHold: 5 s")
    assert [one.kind for one in more.lines] == ["step", "remark", "more"]
    assert "side" not in more.outline("T")["steps"][0]


def test_how_often_something_else_is_done_is_not_how_often_all_is() -> None:
    sheet = handout_of("Chin tuck x 10\nDrink water 2 x daily\nDo these 3 times a day")
    assert [one.kind for one in sheet.lines] == ["step", "other", "dose"]
    assert sheet.outline("T")["dose"] == "Do these 3 times a day"


def test_a_number_before_when_to_stop_is_no_line() -> None:
    sheet = handout_of("1. Chin tuck x 10\n2. Stop if you feel dizzy.")
    assert [one.kind for one in sheet.lines] == ["step", "stop_if"]


def test_what_is_not_rubbed_here_is_asked_and_the_file_can_be_played() -> None:
    sheet = handout_of("Knead the forearm 1 min\nChin tuck x 10")
    assert sheet.lines[0].exercise and sheet.lines[0].exercise.gaps == ("how",)
    assert len(sheet.steps) == 2, "it is kept, and left open"


@pytest.mark.parametrize(
    ("row", "side", "name"),
    [
        ("Neck side stretch  ☐ L ☑ R  30 s x 2", "right", "(from ☐ l ☑ r)"),
        ("Jaw circles (x) left ( ) right, 30 s", "left", "(from (x) left ( ) right)"),
        ("Temple circles  L ☑ R ☐  45 s", "left", "(from l ☑ r ☐)"),
        ("Masseter kneading  *L*  R  45 s", "left", "(from *l* r)"),
        ("Levator stretch  L / (R) / both  30 s", "right", "(from l / (r) / both)"),
        ("Upper trap press  R: ✔, L: ✘, 10 s x 4", "right", "(from r: ✔, l: ✘)"),
        ("Jaw circles ~~L~~ R 30 s", "right", "(from ~~l~~ r)"),
        ("Jaw circles  ☑ L ☑ R  30 s", "each", "(from ☑ l ☑ r)"),
        ("Jaw circles  ☐ L ☐ R  30 s", None, "(from ☐ l ☐ r)"),
    ],
)
def test_of_sides_the_one_that_is_marked_is_done(row: str, side: str | None, name: str) -> None:
    (step,) = handout_of(row).outline("T")["steps"]
    assert step.get("side") == side
    assert name in told_of(row) and step["show"] == " ".join(row.split())


def test_of_figures_the_ticked_are_done() -> None:
    assert "3 rounds, slow movement, shoulders, 10 times" in told_of("Shrugs ☐ 2 x 10 ☑ 3 x 10")
    assert "1m30s (from ( ) 1 min)" in told_of("Temple circles ( ) 1 min (x) 1 1/2 min")
    assert "3 rounds" in told_of("☐ 2 x 10, ☑ 3 x 10 shrugs")


HEADS = """\
Programme
Masseter kneading 45 s
{right}
- Upper trap press 10 s x 3
- Chin tuck x 10
{left}
- Levator stretch 20 s x 2
"""


@pytest.mark.parametrize(
    ("right", "left"),
    [("Right side:", "Left side:"), ("Right", "Left"), ("RIGHT SIDE", "LEFT SIDE"), ("R:", "L:")],
)
def test_a_heading_of_a_side_is_of_what_stands_below(right: str, left: str) -> None:
    sheet = handout_of(HEADS.format(right=right, left=left))
    assert [one.kind for one in sheet.lines] == [
        "title", "step", "side", "step", "step", "side", "step",
    ]  # fmt: skip
    steps = sheet.outline("T")["steps"]
    assert [one.get("side") for one in steps if "target" in one] == [None, "right", None, "left"]
    assert became(sheet.lines[2], is_open_above=False) == f"the side of what stands below: {right}"


def test_a_part_that_is_set_off_ends_with_an_empty_line_and_a_row_may_say_another_side() -> None:
    sheet = handout_of(
        "Left side:\nTemple circles 30 s\nJaw circles\nSide: both\n30 s\n\nScalp circles 30 s\n"
        "Masseter press 10 s"
    )
    steps = sheet.outline("T")["steps"]
    assert [one.get("side") for one in steps if "target" in one] == ["left", "each", None, None]


def test_a_side_in_a_row_below_one_exercise_is_of_that() -> None:
    sheet = handout_of("Masseter kneading\nLeft\n45 s\nTemple circles 30 s")
    steps = sheet.outline("T")["steps"]
    assert [one.get("side") for one in steps if "target" in one] == ["left", None]


def test_a_typed_heading_of_a_side_is_of_the_lines_that_follow() -> None:
    sheet = handout_of("Programme\nMasseter kneading 45 s")
    for row in ("Right:", "Upper trap press 10 s"):
        line = sheet.next_line(row)
        sheet = sheet.with_line(row, line.exercise)
    steps = sheet.outline("T")["steps"]
    assert [one.get("side") for one in steps if "target" in one] == [None, "right"]


def test_marks_in_a_table_tell_their_heads() -> None:
    sheet = handout_of("Exercise\tMon\tTue\tWed\tReps\nChin tuck\tx\t_\t✓\t10")
    assert "only to be read: mon, wed" in became(sheet.lines[1], is_open_above=False)
    clock = handout_of("Exercise\tDuration\tReps\nTemple circles\t1:30\t2")
    assert "2 x 1m30s" in became(clock.lines[1], is_open_above=False)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Press 2 x (10 s on/5 s off x 6) the upper trap", "2 rounds, still press"),
        ("Neck side stretch 30 s x 2 (1 min rest after left)", "only to be read: after, left"),
        ("06 Shoulder rolls x15", "slow movement, shoulders, 15 times"),
        ("Lateral jaw glide x 6", "slow movement, jaw muscle, 6 times"),
        ("Chin tuck 3 x (5 x 10 s), 1 min between sets", "1m between the rounds"),
    ],
)
def test_figures_go_where_they_belong(row: str, told: str) -> None:
    assert told in told_of(row)


def test_two_times_for_two_sides_are_two_lines() -> None:
    assert told_of("Upper trap: press 60 s R, 30 s L").startswith("not understood: ")


def test_where_no_side_is_said_and_both_are_done_in_turn_that_is_told() -> None:
    assert told_of("Neck rotation 5 x 10s").endswith("5 x 10s; no side is said: left, then right")
    for row in ("Neck rotation 5 x 10s each side", "Temple circles 1 min", "Chin tuck x 10"):
        assert "no side is said" not in told_of(row)
