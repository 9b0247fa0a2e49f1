"""A table on a sheet is read as the lines it stands for; in doubt a row is what it was."""

import pytest

from relax_coach.core.grid import heads, sentence
from relax_coach.core.handout import handout_of


@pytest.mark.parametrize(
    ("head", "row", "said"),
    [
        ("Exercise\tSets\tReps\tHold", "Nod\t2\t10\t5 s", "Nod, 2 sets, 10 reps, hold 5 s"),
        ("Exercise | Sets | Reps", "Wall slides | 2 | 12-15", "Wall slides, 2 sets, 12-15 reps"),
        ("| Exercise | Reps | Hold (sec) |", "| Nod | 8 | 3 |", "Nod, 8 reps, hold 3 sec"),
        ("Name   Time (min)   Side", "Jaw   2   L", "Jaw, 2 min, left side"),
        ("Name\tTime\tSides", "Jaw\t90 s\tL + R", "Jaw, 90 s, each side"),
        ("Exercise\tSets\tRest\tHold", "Nod\t3\t30s\t-", "Nod, 3 sets, rest: 30s"),
        ("Exercise\tReps\tFrequency", "Nod\t8\t2x/day", "Nod, 8 reps, 2x/day"),
        ("Exercise\tReps\tTimes a day", "Nod\t8\t3", "Nod, 8 reps, 3 times a day"),
        ("Exercise\tSets\tReps\tNotes", "Nod\t1\t8\teyes level", "Nod, 1 set, 8 reps, eyes level"),
        ("Exercise\tSets\tReps", "Nod\t1", "Nod, 1 set"),
    ],
)  # fmt: skip
def test_a_row_says_what_its_cells_say_under_their_heads(head: str, row: str, said: str) -> None:
    assert sentence(row, heads(head)) == said


@pytest.mark.parametrize(
    "row", ["Sets", "Neck exercises", "Hold 5 s\tReps 10", "Sets and reps", ""]
)
def test_another_row_has_no_heads(row: str) -> None:
    assert heads(row) == ()


def test_below_a_table_a_line_is_a_line() -> None:
    sheet = handout_of("Exercise\tSets\tReps\nNod\t1\t8\nShoulder rolls 10 x\nNod\t1\t8")
    assert [line.kind for line in sheet.lines] == ["other", "step", "step", "other"]
    assert [line.text for line in sheet.lines][1] == "Nod\t1\t8"
