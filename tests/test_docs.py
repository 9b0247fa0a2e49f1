"""docs/routine-format.md and docs/commands.md say what the program does: every word and key."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from relax_coach.cli import doctor, program
from relax_coach.core import document, problem, steps
from relax_coach.core import vocabulary as words
from relax_coach.core.exits import Exit
from relax_coach.core.output import CUE_KINDS, OUTPUTS
from relax_coach.core.timeline import SPAN_KINDS

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "relax_coach"
FORMAT = (ROOT / "docs" / "routine-format.md").read_text("utf-8")
COMMANDS = (ROOT / "docs" / "commands.md").read_text("utf-8")


@pytest.mark.parametrize("word", [*words.SIDES, *steps.PLACEHOLDERS, *CUE_KINDS, *SPAN_KINDS])
def test_every_small_word_of_the_format_is_described(word: str) -> None:
    assert f"`{word}`" in FORMAT or f"`{{{word}}}`" in FORMAT


def test_the_examples_of_the_format_are_read_without_a_problem() -> None:
    examples = re.findall(r"^```yaml\n(.*?)^```", FORMAT, re.MULTILINE | re.DOTALL)
    assert any("format: 1\n" in text for text in examples)
    for text in examples:
        found = document.read(whole(text).encode())
        assert [problem.describe(one, "example", found.text) for one in found.problems] == []


@pytest.mark.parametrize("name", program.COMMANDS)
def test_every_command_and_option_is_described(name: str) -> None:
    section = section_of(COMMANDS, f"`{name}`")
    taken = [one for one in command(name).params if isinstance(one, click.Option)]
    named = [spelling for option in taken for spelling in option.opts]
    missing = [spelling for spelling in named if f"`{spelling}" not in section]
    assert not missing, f"describe in the section “{name}” of docs/commands.md"


@pytest.mark.parametrize("name", program.COMMANDS)
def test_every_example_of_a_help_text_works(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my-routines").mkdir()
    (tmp_path / "my-neck.yaml").write_text(whole("- rest: 10s\n"), "utf-8")
    example = re.search(r"Example: relax-coach (.+)", command(name).epilog or "")
    assert example, f"`{name} --help` ends with an example"
    first, *arguments = shlex.split(example[1])
    assert first == name
    if name in ("list", "check", "show"):
        assert program.run([name, *arguments]) == Exit.DONE
    else:  # these play, write a file or look at the machine: only the words are tried
        command(name).make_context(name, arguments)


def test_the_examples_of_the_commands_are_understood() -> None:
    lines = re.findall(r"^relax-coach ([a-z].*?)(?: +#.*)?$", COMMANDS, re.MULTILINE)
    assert len(lines) >= len(program.COMMANDS)
    for line in lines:
        name, *arguments = shlex.split(re.split(" [<>|] ", line)[0])
        command(name).make_context(name, arguments)


@pytest.mark.parametrize(
    "line", ["list", "check empty.yaml", "show shoulders", "show shoulders --timeline"]
)
def test_every_key_of_the_json_is_described(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.yaml").touch()
    name, *arguments = line.split()
    program.run([name, *arguments, "--json"])
    told = section_of(COMMANDS, f"`{name}`")
    shape = json.loads(capsys.readouterr().out)
    shape.pop("routine", None)  # its keys are those of the format, which has a page of its own
    keys = set(keys_of(shape))
    assert [key for key in sorted(keys) if f'"{key}"' not in told] == []


def test_every_key_of_the_report_is_described(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_audio", lambda problems: {"output": "", "devices": []})
    found = doctor.examine()
    told = section_of(COMMANDS, "`doctor`")
    assert [key for key in found if f'"{key}"' not in told] == []
    assert [key for key in found["folders"] if f'"{key}"' not in told] == []


def test_every_exit_code_is_described() -> None:
    section = section_of(COMMANDS, "Exit codes")
    assert [code for code in Exit if f"| {code.value} |" not in section] == []


def test_every_variable_of_the_environment_is_described() -> None:
    section = section_of(COMMANDS, "Environment")
    text = "".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    named = {*re.findall(r"\bRELAX_COACH_[A-Z_]+\b", text), "ACCESSIBLE", "NO_COLOR"}
    assert [name for name in sorted(named) if f"| `{name}` |" not in section] == []


@pytest.mark.parametrize("name", OUTPUTS)
def test_every_sound_output_is_named(name: str) -> None:
    assert f"`{name}`" in section_of(COMMANDS, "`play`")


def section_of(page: str, title: str) -> str:
    """From the heading `title` to the next of its level or above."""
    heading = re.search(rf"^(#+) {re.escape(title)}$", page, re.MULTILINE)
    assert heading, f"a section “{title}” is missing"
    rest = page[heading.end() :]
    following = re.search(rf"^#{{1,{len(heading[1])}}} ", rest, re.MULTILINE)
    return rest[: following.start()] if following else rest


def command(name: str) -> click.Command:
    group = program.program
    assert isinstance(group, click.Group)
    found = group.get_command(click.Context(group), name)
    assert found is not None
    return found


def whole(text: str) -> str:
    """A file around an example that is only a few steps."""
    if "format: 1\n" in text:
        return text
    return "format: 1\ntitle: Example\ncautions: []\nsteps:\n" + text


def keys_of(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from keys_of(one)
