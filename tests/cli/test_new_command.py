"""`new`: a file from a sheet, from questions, from what there is; nothing is ever written over."""

import io
import json
import re
import sys
from pathlib import Path

import pytest

from relax_coach.cli.new import slug
from relax_coach.cli.program import run
from relax_coach.core import document
from relax_coach.core.exits import Exit
from relax_coach.core.json_schema import FILE_NAME, MODELINE, schema_text
from relax_coach.core.sense import considered

SHEETS = Path(__file__).resolve().parents[1] / "handouts"
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def own(home: Path) -> Path:
    return home / "config" / "routines"


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """What comes from a pipe."""
    data = "".join(f"{line}\n" for line in lines).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))


def found(path: Path) -> document.Document:
    text = path.read_text("utf-8")
    assert text.startswith(f"{MODELINE}\n")
    return considered(document.read(text.encode()))


def test_a_sheet_becomes_a_file_and_each_line_that_is_no_step_is_told(
    own: Path, capsys: Captured
) -> None:
    assert run(["new", "--sheet", str(SHEETS / "neck-and-headache.txt")]) == Exit.DONE
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "18 lines: 9 became steps. Every line is kept as a comment."
    rolls = "  line 8: Shoulder rolls: slow movement, shoulders, 10 times, at one's own pace; "
    assert f"{rolls}only to be read: backwards" in told
    assert any("no step yet, not said (how): 9. Tennis ball" in row for row in told)
    assert "  line 1: not understood: Riverside Physiotherapy" in told[1]
    assert told[-1].endswith("written, 23:36.")
    assert found(own / "neck-and-headache-programme.yaml").problems == ()
    assert (own / FILE_NAME).read_text("utf-8") == schema_text()


def test_a_sheet_comes_from_a_pipe(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "Neck stretch 30 s each side x 2")
    assert run(["new", "neck", "--sheet", "-", "--title", "Neck"]) == Exit.DONE
    routine = found(own / "neck.yaml").routine
    assert routine is not None and routine.title == "Neck" and len(routine.steps) == 1


def test_what_may_not_be_pressed_is_written_and_refused(own: Path, capsys: Captured) -> None:
    assert run(["new", "--sheet", str(SHEETS / "evening.txt")]) == Exit.FINDINGS
    assert "`throat` must never be massaged [unsafe-target]" in capsys.readouterr().err
    assert len(list(own.glob("*.yaml"))) == 1


def test_questions_are_only_about_what_a_line_does_not_say(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    typed(
        monkeypatch, "My jaw",
        "Chin tuck: hold 5 sec, 10 times", "Chin in.",
        "Massage the jaw", "cirlces", "y", "2 min", "",
        "rest 10s", "",
        "The clinic", "pregnacy, migraine", "yes",
    )  # fmt: skip
    assert run(["new", "--plain"]) == Exit.DONE
    err = capsys.readouterr().err
    assert "'cirlces' is not understood. Did you mean 'circles'? y takes it." in err
    assert "'pregnacy' is not understood. Did you mean 'pregnancy'?" in err
    assert re.search(r" 0:05  Chin tuck\n +1:\d\d  in all\n", err), "the timeline grows"
    routine = found(own / "my-jaw.yaml").routine
    assert routine is not None and routine.cautions == ("pregnancy", "migraine")
    tuck, jaw, rest = routine.steps
    assert (tuck.say, getattr(jaw, "technique", ""), getattr(rest, "length", 0)) == (
        "Chin in.", "small_circles", 10_000,
    )  # fmt: skip


def test_a_line_that_the_checker_refuses_is_a_comment_alone(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    typed(monkeypatch, "Neck", "Press the throat 10 s", "", "rest 10s", "", "me", "")
    assert run(["new", "--plain"]) == Exit.DONE
    assert "must never be massaged" in capsys.readouterr().err
    assert "# Sheet, line 1: Press the throat 10 s\n" in (own / "neck.yaml").read_text("utf-8")
    assert found(own / "neck.yaml").ok


def test_nothing_is_written_over_and_what_was_to_be_written_is_shown(
    own: Path, capsys: Captured
) -> None:
    assert run(["new", "mine", "--yes"]) == Exit.DONE
    before = (own / "mine.yaml").read_bytes()
    told = [one.code for one in found(own / "mine.yaml").problems]
    assert told == ["no-source"], "the template makes sense, and does not make up where it is from"
    assert run(["new", "mine", "--copy", "jaw"]) == Exit.FINDINGS
    out, err = capsys.readouterr()
    assert "title: Jaw release" in out and "is there already" in err
    assert (own / "mine.yaml").read_bytes() == before


def test_a_copy_keeps_its_comments_and_the_preset_stays(own: Path, capsys: Captured) -> None:
    assert run(["new", "--copy", "mini-massage"]) == Exit.DONE
    text = (own / "my-mini-massage.yaml").read_text("utf-8")
    assert "# What the person should know before starting." in text


def test_json_of_show_comes_back_as_the_same_routine(own: Path, capsys: Captured) -> None:
    assert run(["show", "full-20", "--json"]) == Exit.DONE
    (told := own.parent / "told.json").parent.mkdir(parents=True, exist_ok=True)
    told.write_text(capsys.readouterr().out, "utf-8")
    assert run(["new", "twin", "--json", str(told)]) == Exit.DONE
    assert run(["new", "--json", str(told)]) == Exit.DONE
    assert (own / "full-head-neck-and-shoulders.yaml").exists(), "without a name: by its title"
    capsys.readouterr()
    shapes = []
    for name in ("preset:full-20", "twin"):
        assert run(["show", name, "--json"]) == Exit.DONE
        shapes.append(json.loads(capsys.readouterr().out) | {"name": ""})
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "is not JSON"), ("[]", "holds no routine"),
        ('{"a": 1}', "holds no routine: an object with its steps"), ("[" * 100_000, "is not JSON"),
        ('{"version": 2, "routine": {}}', "it takes a newer Relax Coach"),
        ('{"title": "B", "routine": {"title": "A"}}', '"title" beside "routine" is not read'),
        ('{"title": 7, "steps": {"rest": null}, "x": [[1]]}', "cannot be played yet"),
    ],
)  # fmt: skip
def test_json_that_is_no_routine_is_told_and_never_breaks(
    text: str, said: str, own: Path, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "a.json").write_text(text)
    assert run(["new", "a", "--json", str(tmp_path / "a.json")]) in (Exit.FINDINGS, Exit.WRONG_USE)
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["new"], "There is no terminal to ask on"),
        (["new", "--sheet", "none.txt"], "No such file"),
        (["new", "--copy", "jaww"], "Did you mean jaw?"),
        (["new", "--copy", "jaw", "--json", "x"], "one at a time"),
        (["new", "--plain"], "nothing is written"),
    ],
)
def test_wrong_use_is_told_with_a_remedy(
    words: list[str], said: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    typed(monkeypatch)
    assert run(words) == Exit.WRONG_USE
    assert said in capsys.readouterr().err


def test_a_path_is_written_where_it_points(tmp_path: Path, capsys: Captured) -> None:
    assert run(["new", str(tmp_path / "deep" / "a"), "--yes"]) == Exit.DONE
    assert {path.name for path in (tmp_path / "deep").iterdir()} == {"a.yaml", FILE_NAME}


def test_a_name_is_made_of_the_title() -> None:
    assert slug("  Nacken & Kopf: Übung 1/2 ") == "nacken-kopf-übung-1-2"
    assert slug("../..") == "my-routine"


@pytest.mark.parametrize(
    "words", [["n\udcff", "--yes"], ["n", "--yes", "--title", "T\udcff"], [".hid", "--yes"],
              ["preset:jaw", "--yes"]],
)  # fmt: skip
def test_a_name_that_cannot_be_written_or_found_again_is_refused(
    own: Path, words: list[str], capsys: Captured
) -> None:
    assert run(["new", *words]) == Exit.WRONG_USE
    assert "no text in UTF-8" in (err := capsys.readouterr().err) or "no name for" in err
    assert not own.exists()


def test_a_name_that_is_taken_is_told_before_anything_is_asked(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    assert run(["new", "mine", "--yes"]) == Exit.DONE
    typed(monkeypatch, "Neck", "rest 10s", "")
    assert run(["new", "mine", "--plain"]) == Exit.WRONG_USE
    err = capsys.readouterr().err
    assert "mine is there already. Give another NAME" in err and "What is done?" not in err


def test_nobody_answers_where_the_input_is_closed(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert run(["new", "--plain"]) == Exit.WRONG_USE
    assert "Nothing was answered" in capsys.readouterr().err


def test_who_takes_the_name_of_a_preset_is_told(own: Path, capsys: Captured) -> None:
    assert run(["new", "jaw", "--yes"]) == Exit.DONE
    assert "It comes before the preset of that name" in capsys.readouterr().err


def test_a_sheet_that_makes_too_large_a_file_is_refused_before_it_is_written(
    own: Path, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "long.txt").write_text("Chin tucks 3x10, hold 5s\n" * 3_000)
    assert run(["new", "--sheet", str(tmp_path / "long.txt")]) == Exit.WRONG_USE
    assert "split it" in capsys.readouterr().err and not own.exists()
