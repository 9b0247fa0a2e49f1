"""`conditions`, and what the answers do to `list`, `show` and `render`."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from relax_coach.cli.program import run
from relax_coach.core.conditions import CONDITIONS, LASTING
from relax_coach.store import answers

TODAY = date.today()  # noqa: DTZ011 - the day the commands will see


def tell(*held: str) -> None:
    """These conditions hold, and no others."""
    answers.keep_conditions({row.word: row.word in held for row in LASTING}, TODAY)


def shown(name: str, capsys: Any) -> dict[str, Any]:
    assert run(["show", name, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_nothing_was_answered_then_it_is_told_and_then_forgotten(capsys: Any) -> None:
    run(["conditions"])
    assert capsys.readouterr().out.startswith("Nothing was answered yet.")
    tell("pregnancy")
    run(["conditions"])
    out = capsys.readouterr().out
    assert out.count("\n") == len(LASTING)
    assert [line[-8:] for line in out.splitlines() if line.startswith("yes")] == ["Pregnant"]
    run(["conditions", "--json"])
    told = json.loads(capsys.readouterr().out)["conditions"]
    assert (told["pregnancy"]["holds"], told["heart"]["holds"]) == (True, False)
    assert run(["conditions", "--forget"]) == 0
    assert answers.open_conditions(TODAY) == LASTING


def test_asking_needs_someone_to_answer(capsys: Any) -> None:
    assert run(["conditions", "--ask"]) == 2
    assert "needs a terminal" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("held", "result", "told"),
    [
        ("", "allowed", ()),
        ("anticoagulant", "limited", ("Blood thinners: without Knead the shoulder",)),
        ("pregnancy", "limited", ("Pregnant: without ",)),
        ("injury", "refused", ("Head or neck hurt lately: ",)),
        ("age_50", "allowed", ()),
    ],
)  # fmt: skip
def test_show_tells_what_a_person_is_offered(
    held: str, result: str, told: tuple[str, ...], capsys: Any
) -> None:
    tell(*held.split())
    found = shown("shoulders", capsys)["safety"]
    assert found["result"] == result
    assert len(found["told"]) == len(told)
    for sentence, begins in zip(found["told"], told, strict=True):
        assert sentence.startswith(begins)
    assert {one["result"] for one in found["steps"]} >= ({"refused"} if told else {"allowed"})


def test_the_sheet_begins_with_it_and_the_list_marks_it(capsys: Any) -> None:
    tell("injury")
    run(["show", "suboccipital"])
    assert "Not for you now, by what you answered" in capsys.readouterr().out
    run(["list"])
    lines = capsys.readouterr().out.splitlines()
    marks = {line.split()[0]: line.endswith("(not for you now)") for line in lines}
    assert marks["suboccipital"]
    assert not marks["breath-478"]
    assert not marks["partner-seated"], "that is about someone else"


def test_a_file_begins_with_the_stop_rules_and_is_not_made_of_what_is_refused(
    tmp_path: Path, capsys: Any
) -> None:
    tell("clot")
    file = tmp_path / "jaw.wav"
    assert run(["render", "jaw", "-o", str(file)]) == 4
    assert not file.exists()
    assert CONDITIONS["clot"].short in capsys.readouterr().err
