"""`suggest`: one word is enough, and it ends in a command that starts the session."""

import json
import shlex
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from relax_coach.cli import suggest
from relax_coach.cli.program import run
from relax_coach.core.conditions import LASTING
from relax_coach.core.record import Event
from relax_coach.store import answers
from relax_coach.store.journal import Journal

TODAY = date.today()  # noqa: DTZ011 - the day the command will see
MARCH = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def early_evening(monkeypatch: pytest.MonkeyPatch) -> None:
    """An hour that speaks for no routine, whenever the tests run."""
    at(19, monkeypatch)


def at(hour: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggest, "now", lambda: datetime(2026, 3, 1, hour))  # noqa: DTZ001


def told(capsys: Any, *words: str) -> list[str]:
    assert run(["suggest", *words]) == 0
    return str(capsys.readouterr().out).splitlines()


def as_json(capsys: Any, *words: str) -> list[dict[str, Any]]:
    assert run(["suggest", *words, "--json"]) == 0
    shape = json.loads(capsys.readouterr().out)
    assert shape["version"] == 1
    return list(shape["suggestions"])


def keep(routine: str, spot: str, *pains: tuple[int, int]) -> None:
    """Sessions in the journal, with the pain before and after each."""
    with Journal.write() as journal:
        for number, (before, after) in enumerate(pains):
            told: list[tuple[str, dict[str, Any]]] = [
                ("begin", {"routine": routine, "spot": spot}),
                ("before", {"pain": before}),
                ("after", {"pain": after}),
            ]
            when = MARCH + timedelta(days=number)
            journal.append(
                Event(f"{routine}-{number}", seq, kind, body, when)
                for seq, (kind, body) in enumerate(told, 1)
            )


def test_the_best_with_its_reasons_then_two_others_in_a_line_each(capsys: Any) -> None:
    title, reasons, command, *others = told(capsys, "NECK", "4", "min")
    assert title == "Targeted mini-massage, 4:00"
    assert reasons.strip() == "Works on the back of the neck; scaled from 1:55 to 4:00."
    assert command.strip() == "relax-coach play mini-massage --spot neck_back --fit 4m"
    assert [line.split(": ")[1] for line in others] == [
        "relax-coach play suboccipital --fit 4m",
        "relax-coach play desk-break --fit 4m",
    ]


def test_the_same_for_scripts(capsys: Any) -> None:
    first = as_json(capsys, "left", "jaw", "90s")[0]
    assert first["options"] == {"spot": "masseter", "side": "left", "fit": "1m30s"}
    assert first["total_s"] == 90 and first["reasons"][0] == "works on the left jaw muscle"
    played = ["--spot", "masseter", "--side", "left", "--fit", "1m30s"]
    assert first["command"] == ["relax-coach", "play", first["name"], *played]


def test_the_command_starts_what_was_suggested(capsys: Any) -> None:
    for line in told(capsys, "temple", "3m")[2:]:
        command = shlex.split(line.split(": ")[-1])
        assert run(["show", *command[2:], "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["total_s"] == pytest.approx(180, abs=1)


def test_without_words_the_hour_speaks(capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    at(22, monkeypatch)
    assert "calm enough for late evening" in told(capsys)[1]
    at(10, monkeypatch)
    assert "can be done at the desk" in told(capsys)[1]


def test_without_words_it_is_about_the_last_spot_and_what_helped_there(capsys: Any) -> None:
    keep("jaw", "masseter", (6, 3), (5, 5), (7, 4))
    first = as_json(capsys)[0]
    assert first["name"] == "jaw"
    assert first["reasons"][0] == "works on the jaw muscle, where it was sore last"
    assert first["reasons"][-1] == "2 of 3 times pain was lower after it"


@pytest.mark.parametrize("place", ["throat", "front of the neck", "Eyeball"])
def test_where_never_to_press_ends_with_the_code_for_safety(place: str, capsys: Any) -> None:
    assert run(["suggest", place, "4m"]) == 4
    seen = capsys.readouterr()
    assert "must never be massaged" in seen.err and not seen.out


def test_a_danger_sign_ends_with_the_code_for_safety_and_is_asked_about_again(capsys: Any) -> None:
    answers.keep_signs_clear(TODAY)
    assert run(["suggest", "headache", "after", "fall"]) == 4
    seen = capsys.readouterr()
    assert not seen.out and "Call your local emergency number now." in seen.err
    assert not answers.signs_clear_on(TODAY)


def test_an_unknown_word_is_answered_with_the_nearest(capsys: Any) -> None:
    assert run(["suggest", "nekc"]) == 2
    assert "Did you mean 'neck'?" in capsys.readouterr().err


def test_when_nothing_fits_that_is_said_beside_an_empty_answer(capsys: Any) -> None:
    assert run(["suggest", "hand", "web", "1m", "--json"]) == 1
    seen = capsys.readouterr()
    assert json.loads(seen.out)["suggestions"] == []
    assert "Nothing that fits can be as short as 1:00." in seen.err
    shortest = seen.err.split("The shortest: relax-coach ")[1].split()
    assert run([*shortest[:1], "--help"]) == 0 and run(["show", *shortest[1:]]) == 0


def test_who_may_not_be_massaged_is_told_what_to_do(capsys: Any) -> None:
    answers.keep_conditions({row.word: row.word == "injury" for row in LASTING}, TODAY)
    assert run(["suggest", "neck"]) == 0
    out, err = capsys.readouterr()
    assert "Not for you now, by what you answered." in err
    assert "relax-coach play breath-box" in out, "what does not press may be done"
    assert "Presses nothing, so it is open to you today" in out
    assert told(capsys, "calm")[2].strip() == "relax-coach play breath-box"


def test_a_routine_of_ones_own_is_text_and_its_command_can_be_pasted(
    capsys: Any, home: Path
) -> None:
    folder = home / "config" / "routines"
    folder.mkdir(parents=True)
    step = {"target": "temple", "technique": "hold", "for": "10s"}
    routine = {"format": 1, "title": "[bold]A", "cautions": [], "steps": [step],
               "tags": ["rainy day"]}  # fmt: skip
    (folder / "it's mine.yaml").write_text(yaml.safe_dump(routine), "utf-8")
    title, reasons, command = told(capsys, "rainy", "day")
    assert title.startswith("[bold]A, ") and reasons.startswith("  For rainy day")
    assert shlex.split(command) == ["relax-coach", "play", "it's mine"]


def test_a_journal_that_cannot_be_read_costs_one_sentence(capsys: Any, home: Path) -> None:
    (home / "data" / "journal.db").mkdir(parents=True)
    assert run(["suggest", "neck"]) == 0
    seen = capsys.readouterr()
    assert seen.err.startswith("The journal cannot be read") and "play" in seen.out


def test_it_needs_neither_the_screen_nor_the_sound() -> None:
    code = (
        "import sys; from relax_coach.cli.program import run; run(['suggest', 'neck', '4m']);"
        "print([one for one in ('textual', 'rich', 'numpy', 'asyncio') if one in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("last", ["neck_turn", "a place of another version"])
def test_a_last_place_that_no_routine_is_for_is_passed_over(capsys: Any, last: str) -> None:
    kept_at(last)
    assert run(["suggest"]) == 0
    assert "relax-coach play" in capsys.readouterr().out


def test_without_words_the_place_and_the_side_of_last_time_count(capsys: Any) -> None:
    kept_at("temple", "left")
    assert run(["suggest", "--json"]) == 0
    best = json.loads(capsys.readouterr().out)["suggestions"][0]
    assert any("temple" in reason for reason in best["reasons"])


def kept_at(spot: str, side: str = "") -> None:
    begin = {"routine": "jaw", "title": "Jaw", "spot": spot, "side": side, "planned_ms": 1}
    with Journal.write() as journal:
        journal.append([Event("s", 1, "begin", begin, datetime(2026, 3, 1, tzinfo=UTC))])


def test_a_side_alone_is_told_to_need_a_place(capsys: Any) -> None:
    assert run(["suggest", "left"]) == 0
    assert capsys.readouterr().err == "A side needs a place, such as: suggest left neck.\n"
