"""Every case of tests/format/ is true of this program: the README.md there says what a case is."""

from itertools import zip_longest
from pathlib import Path

import pytest
from as_case import CASES, Case, problems_of, refusal_of, timeline_of


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: Case, tmp_path: Path) -> None:
    told = problems_of(case, tmp_path / "routine.yaml")
    if "counted" in case:
        check_number(told, **case["counted"])
    else:
        check_problems(told, case.get("problems", []))
    if "timeline" in case:
        check_timeline(timeline_of(case), case["timeline"])
    if "refused" in case:
        assert refusal_of(case) | case["refused"] == refusal_of(case)


def check_number(found: list[Case], told: int, more: int) -> None:
    assert (len(found) - 1, found[-1]["message"]) == (told, f"and {more} more problems")


def check_problems(told: list[Case], rows: list[Case]) -> None:
    assert [one["code"] for one in told] == [row["code"] for row in rows]
    for one, row in zip(told, rows, strict=True):
        assert row.get("hint", "") in one["hint"]
        assert one | {"severity": "error"} | row | {"hint": one["hint"]} == one


def check_timeline(found: Case, wanted: Case) -> None:
    spans = zip_longest(found["spans"], wanted.get("spans", []), fillvalue=[])
    found["spans"] = [row[: len(like)] for row, like in spans]
    rows = wanted.get("cues", [])
    heard = [row for row in found["cues"] if row[1] != "say" or row[2:] in [r[2:] for r in rows]]
    never = [row for row in rows if row[0] == "never" and row[2:] not in [r[2:] for r in heard]]
    assert {**found, "cues": never + heard} | wanted == {**found, "cues": never + heard}
