"""docs/routine-format.md and docs/commands.md say what the program does: every word, figure, key.

A row that is missing is printed as it must be pasted.
"""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from relax_coach.cli import doctor, play, program
from relax_coach.core import compile as laid_out
from relax_coach.core import (
    cues,
    document,
    limits,
    node,
    options,
    problem,
    routine,
    stay,
    steps,
    totals,
    visit,
)
from relax_coach.core import vocabulary as words
from relax_coach.core.codes import CODES
from relax_coach.core.exits import Exit
from relax_coach.core.schema import KEYS_OF, KINDS, STEP, TOP
from relax_coach.core.timeline import CUE_KINDS, SPAN_KINDS

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "relax_coach"
FORMAT = (ROOT / "docs" / "routine-format.md").read_text("utf-8")
COMMANDS = (ROOT / "docs" / "commands.md").read_text("utf-8")

UNSPACED = " ".join(f"`{tag}`" for tag in sorted(laid_out.UNSPACED))


def row(*columns: object) -> str:
    return "| " + " | ".join(str(column) for column in columns) + " |"


def spelled(one: words.Target | words.Technique | words.Word) -> str:
    return ", ".join(alias for alias in one.aliases if alias != one.name) or "–"


def seconds(ms: int) -> str:
    return f"{ms / 1000:g} s"


def minutes(ms: int) -> str:
    return f"{ms // 60_000} min"


def target_row(target: words.Target) -> str:
    sides = " ".join(side for side in words.SIDES if side in target.sides)
    pressed = not words.fault_of_pair(target, words.TECHNIQUES["static_press"])
    return row(
        f"`{target.word}`",
        target.name,
        spelled(target),
        sides or "–",
        "–" if target.cap is None else target.cap,
        seconds(words.LONGEST_PRESS[target.region]) if pressed else "–",
        target.landmark,
    )


def technique_row(technique: words.Technique) -> str:
    return row(
        f"`{technique.word}`",
        technique.name,
        spelled(technique),
        technique.pressure,
        "yes" if technique.touches else "no",
        technique.phrase,
    )


def word_row(word: words.Word) -> str:
    return row(f"`{word.word}`", word.name, spelled(word))


def step_key_row(key: str) -> str:
    """The beginning of a key's row: its name and the kinds of step that carry it."""
    kinds = [kind for kind in KINDS if key in KEYS_OF[kind]]
    return f"| `{key}` | {'any' if len(kinds) == len(KINDS) else ', '.join(kinds)} |"


LIMITS = (
    row("a single press on head, face or the sore spot", seconds(words.LONGEST_PRESS["head"])),
    row("a single press on neck or skull base", seconds(words.LONGEST_PRESS["neck"])),
    row("a single press on shoulder, back, arm or hand", seconds(words.LONGEST_PRESS["shoulder"])),
    row("`heat` and `cold`, without a break", minutes(limits.LONGEST_THERMAL)),
    row("`hold` on a soft ball, without a break", minutes(limits.LONGEST_BALL_HOLD)),
    row("pressure of a `hold` on a soft ball", limits.BALL_PRESSURE),
    row("pressure anywhere", limits.STRONGEST),
    row("pressure when nobody can answer", options.UNATTENDED_CAP),
    row("work on one target and side in a session", minutes(words.MOST_PER_TARGET)),
    row(f"breaths held for {seconds(totals.LONG_HOLD)} or more", totals.MOST_HELD_BREATHS),
    row(f"breaths under {seconds(totals.SHORT_BREATH)}", seconds(totals.MOST_SHORT_BREATHING)),
    row("a session, with 2 s for each lead", f"{totals.LONGEST_SESSION // 3_600_000} h"),
    row("steps written in a file", steps.MOST_STEPS),
    row("a file", f"{node.MOST_BYTES // 1024} KiB"),
    row("values in a file", f"{node.MOST_NODES:,}"),
    row("levels of YAML", node.DEEPEST),
    row("problems told of one file", problem.MOST),
)
TIMES = (
    row("opening", seconds(laid_out.OPENING_SILENT)),
    row("lead, at least", seconds(laid_out.READING[0])),
    row("lead, at most by reading", seconds(laid_out.READING[1])),
    row("reading speed", f"{laid_out.WORDS_A_SECOND} words a second"),
    row(f"reading speed in {UNSPACED}", f"{laid_out.CHARACTERS_A_SECOND} characters a second"),
    row("switch, where none is written", seconds(routine.DEFAULT_SWITCH)),
    row("end", seconds(laid_out.END_SILENT)),
    row("`half` sounds in stretches of", f"{seconds(cues.HALF_FROM)} and more"),
    row("`three` `two` `one` sound in stretches of", f"{seconds(cues.COUNTDOWN_FROM)} and more"),
    row("two sounds closer than this: one gives way", seconds(cues.APART)),
    row("quiet lines in work longer than", seconds(visit.LONG_WORK)),
    row("one quiet line every", seconds(visit.QUIET_EVERY)),
    row("no quiet line in the last", seconds(visit.QUIET_BEFORE_END)),
    row("one press of the key for staying", seconds(stay.STAY)),
)


TABLES = {
    "targets": [target_row(one) for one in words.TARGETS.values()],
    "techniques": [technique_row(one) for one in words.TECHNIQUES.values()],
    "hands": [word_row(one) for one in words.HANDS.values()],
    "positions": [word_row(one) for one in words.POSITIONS.values()],
    "cautions": [word_row(one) for one in words.CAUTIONS.values()],
    "limits": list(LIMITS),
    "times": list(TIMES),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_the_format_is_the_one_in_the_code(name: str) -> None:
    """The rows stand together and whole: a word that went away may not stay behind."""
    rows = TABLES[name]
    lines = FORMAT.splitlines()
    missing = [one for one in rows if one not in lines]
    assert not missing, "paste into docs/routine-format.md:\n" + "\n".join(missing)
    first = lines.index(rows[0])
    after = lines[first + len(rows)]
    assert lines[first : first + len(rows)] == rows, "the rows stand in another order"
    assert not after.startswith("|"), f"docs/routine-format.md has a row too many: {after}"


def test_every_key_of_the_format_is_described() -> None:
    starts = [f"| `{field.key}` |" for field in TOP]
    starts += [step_key_row(field.key) for field in STEP]
    missing = [start for start in starts if f"\n{start}" not in FORMAT]
    assert not missing, "docs/routine-format.md needs rows that begin with:\n" + "\n".join(missing)


@pytest.mark.parametrize("word", [*words.SIDES, *steps.PLACEHOLDERS, *CUE_KINDS, *SPAN_KINDS])
def test_every_small_word_of_the_format_is_described(word: str) -> None:
    assert f"`{word}`" in FORMAT or f"`{{{word}}}`" in FORMAT


@pytest.mark.parametrize("word", words.UNSAFE)
def test_every_refused_word_is_named(word: str) -> None:
    assert word in section_of(FORMAT, "Never touched")


def test_every_code_of_a_problem_is_explained_and_no_other() -> None:
    told = re.findall(r"^\| `([a-z0-9-]+)` \|", section_of(FORMAT, "Codes"), re.MULTILINE)
    assert told == list(CODES), "the section “Codes” of docs/routine-format.md"


def test_the_examples_of_the_format_are_read_without_a_problem() -> None:
    examples = re.findall(r"^```yaml\n(.*?)^```", FORMAT, re.MULTILINE | re.DOTALL)
    assert any(text.startswith("format: 1") for text in examples)
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
    keys = set(keys_of(json.loads(capsys.readouterr().out)))
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


@pytest.mark.parametrize("name", play.OUTPUTS)
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
    if text.startswith("format:"):
        return text
    return "format: 1\ntitle: Example\ncautions: []\nsteps:\n" + text


def keys_of(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from keys_of(one)
