"""The command `schema`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from relax_coach.cli.program import run
from relax_coach.core.exits import Exit
from relax_coach.core.json_schema import routine_schema

ROUTINES = Path(__file__).resolve().parents[2] / "routines"

RUN = """
import sys
from relax_coach.cli.program import run
run(["schema"])
print(*{"textual", "rich", "numpy", "miniaudio"} & set(sys.modules), file=sys.stderr)
"""


def test_schema_prints_one_json_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == Exit.DONE
    printed = json.loads(capsys.readouterr().out)
    assert printed["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert printed == routine_schema()


def test_schema_is_written_under_the_name_that_routines_give_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["schema", "--write", str(tmp_path)]) == Exit.DONE
    (path,) = tmp_path.iterdir()
    assert json.loads(path.read_text("utf-8")) == routine_schema()
    assert capsys.readouterr() == ("", f"{path}: written\n")


OLD = '{"$id": "urn:relax-coach:routine:1", "title": "old"}'


@pytest.mark.parametrize("text", ['{"$id": "mine"}', "no JSON", "[]", "", OLD])
def test_another_schema_of_that_name_is_replaced_only_when_that_is_said(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "routine.schema.json"
    path.write_text(text)
    assert run(["schema", "--write", str(tmp_path)]) == Exit.FINDINGS
    told = capsys.readouterr().err
    assert f"{path} is there already" in told and "or --force to replace it." in told
    assert path.read_text() == text
    assert run(["schema", "--write", str(tmp_path), "--force"]) == Exit.DONE
    assert json.loads(path.read_text("utf-8")) == routine_schema()


def test_the_same_schema_is_there_already(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(words := ["schema", "--write", str(tmp_path)]) == run(words) == Exit.DONE
    path = tmp_path / "routine.schema.json"
    assert capsys.readouterr().err == f"{path}: written\n{path}: there already\n"
    assert run(["schema", "--force"]) == Exit.WRONG_USE


def test_a_link_to_the_schema_stays_a_link(tmp_path: Path) -> None:
    link = tmp_path / "routine.schema.json"
    link.symlink_to(ROUTINES / link.name)
    assert run(["schema", "--write", str(tmp_path)]) == Exit.DONE
    assert link.is_symlink()


def test_schema_is_not_written_where_there_is_no_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["schema", "--write", str(tmp_path / "none")]) == Exit.WRONG_USE
    assert "does not exist" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes all")
def test_where_the_schema_cannot_be_written_its_place_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tmp_path.chmod(0o500)
    assert run(["schema", "--write", str(tmp_path)]) == Exit.FINDINGS
    assert f"{tmp_path / 'routine.schema.json'}: Permission denied" in capsys.readouterr().err


def test_the_help_of_schema_has_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "--help"]) == Exit.DONE
    assert "Example: relax-coach schema --write my-routines" in capsys.readouterr().out


def test_schema_loads_neither_screen_nor_sound() -> None:
    done = subprocess.run([sys.executable, "-c", RUN], capture_output=True, text=True)
    assert json.loads(done.stdout)["title"] == "Relax Coach routine"
    assert done.stderr.strip() == ""


@pytest.mark.parametrize("path", sorted(ROUTINES.rglob("*.yaml")), ids=lambda path: path.stem)
def test_a_shipped_file_names_the_schema_that_lies_there(path: Path) -> None:
    first, _, rest = path.read_text("utf-8").partition("\n")
    named = first.removeprefix("# yaml-language-server: $schema=")
    schema = json.loads((path.parent / named).read_text("utf-8"))
    assert schema == routine_schema() and rest
